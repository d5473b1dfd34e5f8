"""The strengths of arguments under many draws of what might be held of them, all at once.

Each argument has a column with its strength under every draw, computed of the columns of what
bears on it; a column goes once all that it bears on has been weighed.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import repeat
from operator import add, mul, sub
from typing import Final
from zlib import crc32

from debatemap.judge.aggregates import energy
from debatemap.judge.draw_columns import SHUFFLES, Column
from debatemap.judge.draws import Draws, sum_of
from debatemap.judge.evaluation import Evaluation
from debatemap.judge.held_opinions import STEP, UNRATED
from debatemap.judge.methods import quadratic
from debatemap.judge.settling import Range
from debatemap.judge.upstream import Stage
from debatemap.judge.weigher import weighed

__all__ = ["Sampling"]

_CLOSE: Final = 1e-6
"""A round of a cycle that moves no strength by more has come to rest, for an interval."""
_DAMPING: Final = 0.3
_BETWEEN: Final = 16
"""Columns between two pauses."""
_PAIR: Final = 2
_GONE: Final[Column] = ()
"""In the place of a column that is not made yet, or that nothing waits for any more."""


class Sampling:
    """Columns of strengths, made stage after stage.

    Args:
        evaluation: Whose method and whose assumptions count.
        held: What might be held of arguments; of others, it is what nobody has rated.
        draws: Makes the columns of the bases.
        rounds: Rounds in which a cycle must come to rest, plain and then damped ones.
        pause: Is called often, between two columns.

    Attributes:
        unsettled: How many arguments are in cycles that did not come to rest in so many rounds.
    """

    def __init__(
        self,
        evaluation: Evaluation,
        held: Mapping[int, Range],
        draws: Draws,
        rounds: int,
        pause: Callable[[], None] = lambda: None,
    ) -> None:
        self.unsettled = 0
        self._evaluation, self._held, self._draws = evaluation, held, draws
        self._rounds, self._pause = rounds, pause
        count = len(evaluation.framework)
        self._columns: list[Column] = [_GONE] * count
        self._sums = [0] * count
        self._counts = draws.between(*STEP).twice()

    def columns(self, arranged: Sequence[Stage]) -> Iterator[tuple[int, Column]]:
        """Yields each argument with its column, after those of all that bears on it."""
        targets = self._evaluation.framework.targets
        # What bears on an argument that is not among these stays to the end.
        waited_for = [*map(len, targets)]
        for indices, is_cycle in arranged:
            self._pause()
            if not is_cycle:
                yield from self._follow(indices, waited_for)
                continue
            self._settle(indices)
            yield from ((index, self._columns[index]) for index in indices)
            for index in indices:
                self._release(index, waited_for)

    def _follow(
        self, indices: Iterable[int], waited_for: list[int]
    ) -> Iterator[tuple[int, Column]]:
        """Makes the columns of arguments, each after those of all that bears on it."""
        framework, fixed = self._evaluation.framework, self._evaluation.fixed
        names, pros, cons = framework.names, framework.pros, framework.cons
        special = framework.steps | fixed.keys()
        method = self._evaluation.method
        is_quadratic = method.aggregate is energy and method.influence is quadratic
        columns, sums, held = self._columns, self._sums, self._held
        unrated, size = self._draws.between(*UNRATED).twice(), self._draws.count
        for number, index in enumerate(indices):
            if not number % _BETWEEN:
                self._pause()
            before, against = pros[index], cons[index]
            checksum = sums[index] = crc32(names[index].encode("utf-8", "surrogatepass"))
            if index in special or not (is_quadratic or not (before or against)):
                column = self._column(index)
            else:
                if index in held:
                    column = self._base(index)
                else:
                    # As `Columns.of` has it, with no call for each of a hundred thousand claims.
                    start = checksum // SHUFFLES % size
                    column = unrated[checksum % SHUFFLES][start : start + size]
                if before or against:
                    column = _quadratic(column, _energies(*self._brought(index)))
            yield index, column
            if waited_for[index]:
                columns[index] = column
            for other in () if index in fixed else (*before, *against):
                waited_for[other] -= 1
                if not waited_for[other]:
                    columns[other] = _GONE

    def _release(self, index: int, waited_for: list[int]) -> None:
        for other in self._parts(index):
            waited_for[other] -= 1
            if not waited_for[other]:
                self._columns[other] = _GONE
        if not waited_for[index]:
            self._columns[index] = _GONE

    def _parts(self, index: int) -> list[int]:
        framework = self._evaluation.framework
        if index in self._evaluation.fixed:
            return []
        return framework.pros[index] + framework.cons[index]

    def _base(self, index: int) -> Column:
        low, high = self._held.get(index, UNRATED)
        return self._draws.between(low, high).of(self._sum(index))

    def _sum(self, index: int) -> int:
        """Returns whose draws an argument has; a step's are the same with arguments of its own."""
        framework = self._evaluation.framework
        if index in framework.relevances:
            for step in framework.targets[index]:
                relevance, *premises = framework.pros[step] if step in framework.steps else (-1,)
                if relevance == index:
                    names = framework.names
                    above = names[framework.targets[step][0]]
                    return sum_of(" ".join((*(names[each] for each in premises), ">", above)))
        return self._sums[index]

    def _column(self, index: int) -> Column:
        framework, columns = self._evaluation.framework, self._columns
        fixed = self._evaluation.fixed.get(index)
        if fixed is not None:
            return [fixed] * self._draws.count
        pros, cons = framework.pros[index], framework.cons[index]
        if index in framework.steps:
            return self._step([columns[other] for other in pros])
        if not pros and not cons:
            return self._base(index)
        return self._moved(index, self._base(index), *self._brought(index))

    def _brought(self, index: int) -> tuple[list[Column], list[Column]]:
        """Returns what each argument brings to one that it supports, or attacks.

        A step with arguments of its own has a column; of others nobody has said how far they count.
        """
        framework, columns, sums = self._evaluation.framework, self._columns, self._sums
        steps, counts, size = framework.steps, self._counts, self._draws.count
        above = f" > {framework.names[index]}".encode("utf-8", "surrogatepass")
        brought: tuple[list[Column], list[Column]] = [], []
        for found, others in zip(
            brought, (framework.pros[index], framework.cons[index]), strict=True
        ):
            for other in others:
                column = columns[other]
                if other not in steps:
                    checksum = crc32(above, sums[other])
                    start = checksum // SHUFFLES % size
                    count = counts[checksum % SHUFFLES][start : start + size]
                    column = [*map(mul, count, column)]
                found.append(column)
        return brought

    @staticmethod
    def _step(parts: Sequence[Column]) -> Column:
        relevance, *premises = parts
        weakest = premises[0] if len(premises) == 1 else [*map(min, *premises)]
        return [counts * brings for counts, brings in zip(relevance, weakest, strict=True)]

    def _moved(
        self, index: int, base: Column, supporters: Sequence[Column], attackers: Sequence[Column]
    ) -> Column:
        """Returns what bases come to under what speaks for them and against them."""
        evaluation = self._evaluation
        method = evaluation.method
        is_link = index in evaluation.framework.relevances
        if is_link or method.aggregate is energy:
            energies = _energies(supporters, attackers)
            if is_link or method.influence is quadratic:
                return _quadratic(base, energies)
            return [*map(method.influence, base, energies)]
        pros = zip(*supporters, strict=True) if supporters else repeat(())
        cons = zip(*attackers, strict=True) if attackers else repeat(())
        return [
            weighed(evaluation, index, each, before, after)
            for each, before, after in zip(base, pros, cons, strict=False)
        ]

    def _settle(self, cycle: Sequence[int]) -> None:
        """Goes round in a cycle under all draws at once, until none moves; then with small steps.

        It begins where `Evaluation` does, so that a draw which holds what is held comes to
        rest where the strengths have.
        """
        names, steps = self._evaluation.framework.names, self._evaluation.framework.steps
        for index in cycle:
            self._sums[index] = sum_of(names[index])
        bases = {index: self._base(index) for index in cycle}
        for weight in (1.0, _DAMPING):
            for index in cycle:
                self._columns[index] = bases[index]
            for index in cycle:
                if index in steps:
                    self._columns[index] = self._column(index)
            for _ in range(self._rounds):
                self._pause()
                if self._round(cycle, weight) <= _CLOSE:
                    return
        self.unsettled += len(cycle)

    def _round(self, cycle: Sequence[int], weight: float) -> float:
        """Moves the columns of a cycle by a part of the way; returns the longest way of all."""
        moved, aims = 0.0, [self._column(index) for index in cycle]
        for index, aim in zip(cycle, aims, strict=True):
            here = self._columns[index]
            moved = max(moved, *map(abs, map(sub, aim, here)))
            if weight < 1.0:
                aim = [old + weight * (new - old) for old, new in zip(here, aim, strict=True)]  # noqa: PLW2901  (a part of the way)
            self._columns[index] = aim
        return moved


def _energies(supporters: Sequence[Column], attackers: Sequence[Column]) -> Iterable[float]:
    if not attackers:
        return _total(supporters)
    if not supporters:
        return [-each for each in _total(attackers)]
    return map(sub, _total(supporters), _total(attackers))


def _total(columns: Sequence[Column]) -> Iterable[float]:
    if len(columns) == 1:
        return columns[0]
    if len(columns) == _PAIR:
        return map(add, *columns)
    return map(sum, zip(*columns, strict=True))


def _quadratic(base: Column, energies: Iterable[float]) -> Column:
    """Moves bases as `methods.quadratic` does, by less arithmetic."""
    return [
        (held + square) / (1.0 + square) if total > 0.0 else held / (1.0 + square)
        for held, total in zip(base, energies, strict=True)
        for square in (total * total,)
    ]

"""What bears on one thesis, made for asking "what if" of it over and over.

do(v = c) clamps the strength of v to c and weighs what lies downstream. Only that part of a
framework is kept here that bears on the thesis, numbered so that each argument comes after what
bears on it. A walk then goes from v to the thesis, weighs each argument once, stops where nothing
changes, and is taken back by what it noted.
"""

from collections.abc import Mapping
from heapq import heapify, heappop, heappush
from typing import Final

from debatemap.judge.aggregates import energy
from debatemap.judge.evaluation import Evaluation
from debatemap.judge.evaluator import evaluator
from debatemap.judge.judgement import Judgement
from debatemap.judge.methods import quadratic
from debatemap.judge.ordering import arrange, arrange_bearing
from debatemap.judge.trial import Trial
from debatemap.judge.upstream import upstream
from debatemap.judge.verdict import Verdict, verdict_of

__all__ = ["Bearing", "bearing_on"]

_NONE: Final = -1
_NO_ARGUMENTS: Final[list[int]] = []
"""Stands for those of all that have none: nothing is ever added to it."""
_MANY: Final = 32
"""So many arguments more take as long to weigh as another claim."""


class Bearing:
    """The arguments that bear on a thesis, and the thesis, by numbers.

    Attributes:
        evaluation: What it is taken from, which must stay as it is while this is in use.
        indices: The index of each number.
        thesis: The number of the thesis.
        verdict: The verdict on it as it is.
        strengths: By number, 0 to 1.
        pros: The numbers that support each one. Of a step: its relevance, then its premises.
        cons: The numbers that attack each one.
        targets: The numbers that each one bears on, none twice.
        cycles: Numbers that bear on each other, those cycles first that others come after.
        through_cycles: The numbers from which a cycle lies on the way to the thesis; all of them
            where something does not settle. What one of them does is settled anew each time.
        candidates: The numbers of the claims that can be doubted or granted, by id: all but
            the thesis and those of which something is assumed already.
        walked: How many strengths have been computed on walks; one of very many arguments
            counts for several.
    """

    def __init__(self, evaluation: Evaluation, thesis: int) -> None:
        framework, fixed = evaluation.framework, evaluation.fixed
        bearing = upstream(evaluation, [thesis])
        if fixed:
            order = arrange(bearing, framework.targets, fixed.keys())
        else:
            order = arrange_bearing(bearing, framework.pros, framework.cons, framework.targets)
        self.evaluation = evaluation
        self.indices = [*order.first, *(index for component in order.then for index in component)]
        number = [_NONE] * len(framework)
        for place, index in enumerate(self.indices):
            number[index] = place
        self.thesis = number[thesis]
        self.strengths = [evaluation.strengths[index] for index in self.indices]
        self.verdict = verdict_of(evaluation.strengths[thesis], evaluation.ranges.get(thesis))
        self.pros, self.cons = (
            [
                [number[other] for other in arguments[index]]
                if arguments[index] and index not in fixed
                else _NO_ARGUMENTS
                for index in self.indices
            ]
            for arguments in (framework.pros, framework.cons)
        )
        # Nothing bears on what is fixed.
        reached = number.copy()
        for index in fixed:
            reached[index] = _NONE
        self.targets = [
            [reached[others[0]]]
            if len(others) == 1 and reached[others[0]] != _NONE
            else [*dict.fromkeys(reached[other] for other in others if reached[other] != _NONE)]
            for others in map(framework.targets.__getitem__, self.indices)
        ]
        self.cycles = [
            [number[index] for index in component]
            for component in order.then
            if len(component) > 1 or component[0] in framework.targets[component[0]]
        ]
        self.through_cycles = self._through_cycles()
        relevances = framework.relevances
        self.candidates = {
            name: number[index]
            for name, index in framework.of(sorted(bearing))
            if index != thesis and index not in relevances and index not in fixed
        }
        self.walked = 0
        sizes = (len(pros) + len(cons) for pros, cons in zip(self.pros, self.cons, strict=True))
        self._costs = [1 + size // _MANY for size in sizes]
        self._evaluate = evaluator(evaluation, self.indices, self.strengths, self.pros, self.cons)
        method = evaluation.method
        is_quadratic = method.aggregate is energy and method.influence is quadratic
        special = framework.steps | framework.relevances
        self._bases = [framework.base_scores[index] for index in self.indices]
        self._is_special = bytearray(not is_quadratic or i in special for i in self.indices)
        self._trial: Trial | None = None

    def __len__(self) -> int:
        return len(self.indices)

    @property
    def effort(self) -> int:
        """How many strengths have been computed so far, within cycles and without."""
        return self.walked + (self._trial.evaluated if self._trial is not None else 0)

    def verdict_if(self, clamped: Mapping[int, float]) -> Verdict:
        """Returns the verdict on the thesis under do(…).

        Args:
            clamped: Strengths, 0 to 1, by the number of a candidate.
        """
        if self.through_cycles.isdisjoint(clamped):
            return verdict_of(self._walk(clamped))
        if self._trial is None:
            self._trial = Trial(self.evaluation)
        given = {self.indices[number]: value for number, value in clamped.items()}
        return self._trial.verdict_if(self.indices[self.thesis], given)

    def _walk(self, clamped: Mapping[int, float]) -> float:
        """Goes from what is clamped to the thesis; returns its strength and undoes all."""
        strengths, targets, evaluate = self.strengths, self.targets, self._evaluate
        pros, cons, costs = self.pros, self.cons, self._costs
        bases, is_special = self._bases, self._is_special
        before = {number: strengths[number] for number in clamped}
        waiting, walked = self._clamp(clamped), 0
        here = _NONE
        while waiting:
            number = heappop(waiting)
            if number == here or number in clamped:
                continue
            here = number
            walked += costs[here]
            if is_special[here]:
                value = evaluate(here)
            else:
                # As `evaluate` has it, without a call, which would take a fourth of all the time.
                total = 0.0
                for other in pros[here]:
                    total += strengths[other]
                for other in cons[here]:
                    total -= strengths[other]
                held, square = bases[here], total * total
                part = square / (1.0 + square)
                value = held + (1.0 - held) * part if total > 0.0 else held - held * part
            if value != strengths[here]:
                before[here] = strengths[here]
                strengths[here] = value
                for above in targets[here]:
                    heappush(waiting, above)
        self.walked += walked
        found = strengths[self.thesis]
        for number, value in before.items():
            strengths[number] = value
        return found

    def _clamp(self, clamped: Mapping[int, float]) -> list[int]:
        """Puts strengths in place; returns a heap of what is to be weighed after them."""
        waiting: list[int] = []
        for number, value in clamped.items():
            if self.strengths[number] != value:
                self.strengths[number] = value
                waiting += self.targets[number]
        heapify(waiting)
        return waiting

    def _through_cycles(self) -> frozenset[int]:
        if not self.evaluation.ranges.keys().isdisjoint(self.indices):
            return frozenset(range(len(self)))
        through_cycles = {number for cycle in self.cycles for number in cycle}
        for number in reversed(range(len(self)) if through_cycles else ()):
            if not through_cycles.isdisjoint(self.targets[number]):
                through_cycles.add(number)
        return frozenset(through_cycles)


def bearing_on(judgement: Judgement, thesis: str) -> Bearing:
    """Returns what bears on a claim, by the method and the assumptions of a judgement.

    Raises:
        KeyError: There is no such claim.
    """
    if thesis not in judgement.debate.claims:
        raise KeyError(thesis)
    index = judgement.framework.index(thesis)
    assert index is not None  # noqa: S101  (every claim has one)
    return Bearing(judgement.evaluation(), index)

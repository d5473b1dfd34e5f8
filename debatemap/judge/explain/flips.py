"""The smallest sets of claims whose flip changes the verdict on a thesis."""

from collections.abc import Iterable, Iterator, Sequence
from heapq import heappop, heappush
from itertools import combinations, product
from math import comb
from typing import Final, NamedTuple

from debatemap.judge.bearing import Bearing, bearing_on
from debatemap.judge.explain.branches import Branches
from debatemap.judge.explain.effects import EFFORT
from debatemap.judge.judgement import Judgement
from debatemap.judge.verdict import Side

__all__ = ["WAYS", "Flip", "Sets", "sets_of", "smallest_sets"]

_LARGEST: Final = 3
_DIGITS: Final = 12
WAYS: Final = {Side.FOR: (-1,), Side.AGAINST: (1,), Side.CLOSE: (1, -1), Side.UNSETTLED: (0,)}
"""By side, where a strength must go to be on another one: up, down, or 0 for either."""


class Flip(NamedTuple):
    """A claim that is doubted, or granted.

    Attributes:
        claim: Its id.
        to: True if it is granted, False if it is doubted.
    """

    claim: str
    to: bool


FlipSet = tuple[Flip, ...]
"""In the order of the ids."""


class Sets(NamedTuple):
    """The smallest sets of flips that change the side of a verdict.

    Attributes:
        sets: What moves the thesis farthest first.
        size: How many flips each has; 0 where no set of up to three was found.
        complete: Whether no smaller set changes it, and none of this size moves the thesis
            farther than those that are listed. If not, there was too much to try.
        tried: How many sets were tried.
        whole: How many sets of up to this size there are: what was not tried could not work,
            or was left out if this is not complete.
    """

    sets: tuple[FlipSet, ...]
    size: int
    complete: bool
    tried: int
    whole: int


def smallest_sets(
    judgement: Judgement, thesis: str, *, most: int = 20, budget: int = 20_000
) -> Sets:
    """Returns the smallest sets of up to three claims whose flip changes the verdict.

    Sets are tried in order of size, those first whose claims move the thesis farthest alone. A
    claim beneath another is tried only once the other works; see `Branches`.

    Args:
        judgement: Whose method, person and assumptions count.
        thesis: The claim whose verdict it is.
        most: How many sets are returned.
        budget: How many sets are tried.

    Raises:
        KeyError: There is no such claim.

    Examples:
        >>> from debatemap.core.debate import Debate
        >>> from debatemap.core.model import Claim, Header, Link
        >>> debate = Debate(Header("m", theses=("t",)), {"t": Claim("T."), "c": Claim("C.")},
        ...     {"l": Link(("c",), "attacks", "t")})
        >>> smallest_sets(Judgement(debate), "t").sets
        ((Flip(claim='c', to=False),),)
    """
    return sets_of(bearing_on(judgement, thesis), most=most, budget=budget)


def sets_of(bearing: Bearing, *, most: int, budget: int, branches: Branches | None = None) -> Sets:
    """Returns the smallest sets of flips as `smallest_sets` does, of what bears on a thesis."""
    search = _Search(bearing, budget, branches or Branches(bearing))
    count = len(bearing.candidates)
    whole = 0
    for size in range(1, _LARGEST + 1):
        whole += comb(count, size) * 2**size
        found = search.of_size(size, most)
        if found:
            return Sets(found, size, not search.is_cut, search.tried, whole)
    return Sets((), 0, not search.is_cut, search.tried, whole)


class _Search:
    """Tries sets of flips, up to a number of them.

    A way is the direction in which the strength must go: 1, −1, or 0 for either.

    Attributes:
        tried: How many were tried.
        is_cut: Whether one was not, for want of budget.
    """

    def __init__(self, bearing: Bearing, budget: int, branches: Branches) -> None:
        self.tried = 0
        self.is_cut = False
        self._bearing = bearing
        self._branches = branches
        self._before = bearing.verdict
        self._ways = (0,) if bearing.through_cycles else WAYS[self._before.side]
        self._budget = budget
        self._most_effort = bearing.effort + EFFORT
        self._alone: dict[tuple[int, str], float] = {}
        self._seen: set[FlipSet] = set()
        self._working: list[tuple[float, FlipSet, int]] = []

    def of_size(self, size: int, most: int) -> tuple[FlipSet, ...]:
        """Returns the sets of a size that change the verdict, what moves it farthest first.

        Args:
            size: How many claims each has. All smaller sets have been tried.
            most: How many sets are returned.
        """
        limit = self._budget
        if size == _LARGEST - 1:
            limit -= (limit - self.tried) // 3  # Else nothing might be left for the largest.
        self._seen.clear()
        self._working.clear()
        for way in self._ways:
            self._try(self._starts(size, way), limit)
        found: list[FlipSet] = []
        while self._working and len(found) < most:
            _, flips, way = heappop(self._working)
            found.append(flips)
            self._try(self._beneath(flips, way), self._budget)
        return tuple(found)

    def _try(self, sets: Iterable[FlipSet], limit: int) -> None:
        """Tries sets, each once, and keeps those that change the verdict."""
        numbers = self._bearing.candidates
        for flips in sets:
            if flips in self._seen:
                continue
            if self.tried >= limit or self._bearing.effort > self._most_effort:
                self.is_cut = True
                return
            self.tried += 1
            self._seen.add(flips)
            after = self._bearing.verdict_if({numbers[claim]: float(to) for claim, to in flips})
            moved = after.strength - self._before.strength
            way = self._ways[0] if len(self._ways) == 1 else 1 if moved > 0.0 else -1
            if len(flips) == 1:
                key = way, flips[0].claim
                self._alone[key] = max(self._alone.get(key, 0.0), moved * way or abs(moved))
            if after.side is not self._before.side:
                heappush(self._working, (-round(abs(moved), _DIGITS), flips, way))

    def _starts(self, size: int, way: int) -> Iterator[FlipSet]:
        """Yields the sets of claims at the top, those of the likeliest first."""
        alone = self._alone
        tops = sorted(self._branches.tops, key=lambda top: (-alone.get((way, top), 0.0), top))
        for last in range(size - 1, len(tops)):
            for others in combinations(tops[:last] if size > 1 else (), size - 1):
                for flips in product(*(self._flips(top, way) for top in (*others, tops[last]))):
                    yield tuple(sorted(flips))

    def _beneath(self, flips: FlipSet, way: int) -> Iterator[FlipSet]:
        """Yields the sets in which one claim gives way to one right beneath it."""
        for flip in flips:
            for claim in self._branches.beneath.get(flip.claim, ()):
                for other in self._flips(claim, way):
                    yield tuple(sorted(other if one is flip else one for one in flips))

    def _flips(self, claim: str, way: int) -> Sequence[Flip]:
        """Returns the flips of a claim that may move the thesis in a direction."""
        pull = self._branches.pulls[claim] * way
        return [Flip(claim, pull > 0)] if pull else [Flip(claim, to=False), Flip(claim, to=True)]

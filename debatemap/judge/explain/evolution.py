"""Which branches carry a claim from where it starts to where it stands.

After a published study of how debates evolve (Explaining Online Debate Evolution under Bipolar
Gradual Argumentation Semantics, 2026, with its code). Let a claim be stronger than its base. A
pro-branch is a pro with all beneath it, a con-branch likewise. A con-branch is unweakened without
its weakening branches: those that attack the con, or what supports it. An explanation is a smallest
set of branches that makes the claim stronger than its base:

- constructive: of pro-branches and weakening branches, against the unweakened con-branches;
- destructive: of pro-branches, against the con-branches as they are.

Where a claim is weaker than its base, pros and cons change places. The study takes branches in an
order until there are enough; here it is the smallest sets that are looked for.
"""

from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import Final, NamedTuple

from debatemap.judge.bearing import Bearing, bearing_on
from debatemap.judge.explain.effects import EFFORT
from debatemap.judge.judgement import Judgement

__all__ = ["Branch", "Evolution", "Explanation", "evolution"]

_BUDGET: Final = 4_000
_NOTHING: Final = 1e-12


class Branch(NamedTuple):
    """An argument with all beneath it.

    Attributes:
        claim: The claim at its top.
        supports: Whether it supports what it bears on.
        is_weakening: Whether it attacks what is said on the other side, not the claim itself.
        size: How many claims it has.
    """

    claim: str
    supports: bool
    is_weakening: bool
    size: int


class Explanation(NamedTuple):
    """A smallest set of branches that carries a claim past its base.

    Attributes:
        branches: The branches; none where nothing does.
        exact: Whether no smaller set does.
    """

    branches: tuple[Branch, ...]
    exact: bool


class Evolution(NamedTuple):
    """How the debate carried a claim from its base.

    Attributes:
        claim: The claim.
        base: Where it starts, 0 to 1.
        strength: Where it stands.
        carrying: The branches on the side to which it went, the strongest first.
        against: How many branches are on the other side.
        weakening: Those that weaken the other side.
        constructive: The smallest set that carries it against the other side without answers.
        destructive: The smallest set that carries it against the other side as it is.
    """

    claim: str
    base: float
    strength: float
    carrying: tuple[Branch, ...]
    against: int
    weakening: tuple[Branch, ...]
    constructive: Explanation
    destructive: Explanation

    @property
    def way(self) -> int:
        """1 where it is stronger than its base, −1 where it is weaker, 0 where it is the same."""
        moved = self.strength - self.base
        return 0 if abs(moved) <= _NOTHING else 1 if moved > 0.0 else -1


def evolution(judgement: Judgement, claim: str, *, budget: int = _BUDGET) -> Evolution:
    """Returns which branches carry a claim from its base to its strength.

    Args:
        judgement: Whose method, person and assumptions count.
        claim: The claim.
        budget: How many sets of branches are tried.

    Raises:
        KeyError: There is no such claim.

    Examples:
        >>> from debatemap.core.debate import Debate
        >>> from debatemap.core.model import Claim, Header, Link
        >>> links = {"k": Link(("a",), "supports", "t"), "l": Link(("b",), "supports", "t"),
        ...     "m": Link(("c",), "attacks", "t"), "n": Link(("d",), "attacks", "c")}
        >>> debate = Debate(Header("m"), {name: Claim(name) for name in "tabcd"}, links)
        >>> found = evolution(Judgement(debate), "t")
        >>> for each in (found.constructive, found.destructive):
        ...     print([branch.claim for branch in each.branches], each.exact)
        ['a', 'b'] True
        ['a'] True
    """
    bearing = bearing_on(judgement, claim)
    base, strength = judgement.base(claim), judgement.strength(claim)
    nothing = Explanation((), exact=True)
    empty = Evolution(claim, base, strength, (), 0, (), nothing, nothing)
    if not empty.way or claim in judgement.assumed:
        return empty
    sides = _Sides(bearing, empty.way)
    search = _Search(bearing, base, empty.way, budget)
    weakening = search.smallest(sides.carrying, sides.weakening)
    plain = search.smallest(sides.carrying, ())
    return empty._replace(
        carrying=tuple(map(sides.branch, sides.carrying)),
        against=len(sides.against),
        weakening=tuple(map(sides.branch, sides.weakening)),
        constructive=Explanation(tuple(map(sides.branch, weakening[0])), weakening[1]),
        destructive=Explanation(tuple(map(sides.branch, plain[0])), plain[1]),
    )


class _Sides:
    """The branches on either side of a claim, by the number of what is at their top.

    Attributes:
        carrying: Those on the side to which the claim went, the strongest first.
        against: Those on the other side.
        weakening: Those that weaken these, the strongest first.
    """

    def __init__(self, bearing: Bearing, way: int) -> None:
        self._bearing, self._way = bearing, way
        self._claims = {number: name for name, number in bearing.candidates.items()}
        pros, cons = bearing.pros, bearing.cons
        sides = (pros, cons) if way > 0 else (cons, pros)
        top = bearing.thesis
        self.carrying, self.against = (self._significant(side[top]) for side in sides)
        weakening = list[int]()
        met = set(self.against)
        waiting = list(self.against)
        for number in waiting:
            weakening += cons[number]
            waiting += [other for other in pros[number] if other not in met]
            met.update(pros[number])
        found = self._significant(dict.fromkeys(weakening))
        self.weakening = [n for n in found if n not in met and n not in self.carrying]

    def branch(self, number: int) -> Branch:
        """Describes the branch with a number at its top."""
        bearing = self._bearing
        met = {number}
        waiting = [number]
        for here in waiting:
            beneath = [o for o in (*bearing.pros[here], *bearing.cons[here]) if o not in met]
            waiting += beneath
            met.update(beneath)
        named = [self._claims[each] for each in waiting if each in self._claims]
        is_carrying = number in self.carrying
        supports = is_carrying and self._way > 0
        return Branch(next(iter(named), ""), supports, not is_carrying, len(named))

    def _significant(self, numbers: Sequence[int] | dict[int, None]) -> list[int]:
        strengths = self._bearing.strengths
        return sorted(
            dict.fromkeys(n for n in numbers if strengths[n]), key=lambda n: -strengths[n]
        )


class _Search:
    """Looks for the smallest sets of branches that carry a claim past its base."""

    def __init__(self, bearing: Bearing, base: float, way: int, budget: int) -> None:
        self._bearing, self._base, self._way = bearing, base, way
        self._left = budget
        self._most_effort = bearing.effort + EFFORT
        # In a tree branches bear on nothing together: of those on one side the strongest do most.
        self._is_tree = not bearing.through_cycles and all(
            len(targets) < 2  # noqa: PLR2004  (more than one way)
            for targets in bearing.targets
        )

    def smallest(
        self, carrying: Sequence[int], weakening: Sequence[int]
    ) -> tuple[tuple[int, ...], bool]:
        """Returns a smallest set, and whether none smaller does; all others are taken out."""
        everything = frozenset((*carrying, *weakening))
        enough = self._strongest((*carrying, *weakening))
        if self._is_tree and len(enough) <= 1 + (not weakening) * len(carrying):
            return enough, True
        for size in range(1, len(enough) if enough else len(everything) + 1):
            for chosen in self._sets(carrying, weakening, size):
                if not self._left or self._bearing.effort > self._most_effort:
                    return enough, False
                self._left -= 1
                if self._carries(everything.difference(chosen)):
                    return chosen, True
        return enough, True

    def _strongest(self, places: Sequence[int]) -> tuple[int, ...]:
        """Returns as many of the first branches as it takes; nothing where not all of them do."""
        if not self._carries(frozenset()):
            return ()
        too_few, enough = 0, len(places)
        while enough - too_few > 1:
            middle = (too_few + enough) // 2
            does = self._carries(frozenset(places[middle:]))
            too_few, enough = (too_few, middle) if does else (middle, enough)
        return tuple(places[:enough])

    def _sets(
        self, carrying: Sequence[int], weakening: Sequence[int], size: int
    ) -> Iterator[tuple[int, ...]]:
        if not self._is_tree:
            yield from combinations((*carrying, *weakening), size)
            return
        for count in range(max(0, size - len(carrying)), min(size, len(weakening)) + 1):
            for others in combinations(weakening, count):
                yield (*carrying[: size - count], *others)

    def _carries(self, out: frozenset[int]) -> bool:
        strength = self._bearing.verdict_if(dict.fromkeys(out, 0.0)).strength
        return (strength - self._base) * self._way > _NOTHING

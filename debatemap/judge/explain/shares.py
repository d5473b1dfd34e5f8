"""How a strength comes about: what each argument adds or takes, in points that add up.

What all that supports a claim adds, and what all that attacks it takes, is the mean over the two
orders in which the sides can be counted (Shapley 1953, of two sides): so pros and cons in balance
add and take as much as each other. Within a side it is shared out by what each argument brings.
Figures are whole points of 100, rounded so that the parts of a whole make it up (by largest
remainders).
"""

from collections.abc import Sequence
from typing import NamedTuple

from debatemap.judge.aggregates import strongest
from debatemap.judge.explain.weighing import Argument, Weighing
from debatemap.judge.verdict import percentage

__all__ = ["Shares", "shares"]

_POINTS = 100


class Shares(NamedTuple):
    """What makes a strength of a base: `before` + `added` − `taken` = `after`.

    Attributes:
        before: The base, in points of 100.
        after: The strength.
        added: What all that supports it adds.
        taken: What all that attacks it takes.
        by_argument: What each argument adds or takes, in the order of the weighing; those on one
            side make up what it adds or takes.
    """

    before: int
    after: int
    added: int
    taken: int
    by_argument: tuple[int, ...]


def shares(weighing: Weighing) -> Shares:
    """Returns what each argument adds or takes of a strength that settles.

    Examples:
        >>> from debatemap.core.debate import Debate
        >>> from debatemap.core.model import Claim, Header, Link
        >>> from debatemap.judge.explain.weighing import weigh
        >>> from debatemap.judge.judgement import Judgement
        >>> claims = {name: Claim(name) for name in "tabc"}
        >>> links = {"k": Link(("a",), "supports", "t"), "l": Link(("b",), "supports", "t"),
        ...     "m": Link(("c",), "attacks", "t")}
        >>> debate = Debate(Header("m", theses=("t",)), claims, links)
        >>> shares(weigh(Judgement(debate), "t"))
        Shares(before=50, after=60, added=22, taken=12, by_argument=(11, 11, 12))
    """
    before, after = percentage(weighing.base), percentage(weighing.strength)
    moved = after - before
    pros = [one for one in weighing.arguments if one.supports and one.contribution]
    cons = [one for one in weighing.arguments if not one.supports and one.contribution]
    if not cons:
        added = max(moved, 0)
    elif not pros:
        added = 0
    else:
        added = max(moved, 0, round(_POINTS * _added(weighing, pros, cons)))
    taken = added - moved if cons else 0
    parts = iter(_shared(added, pros, weighing)), iter(_shared(taken, cons, weighing))
    by_argument = tuple(
        next(parts[0 if one.supports else 1]) if one.contribution else 0
        for one in weighing.arguments
    )
    return Shares(before, after, added, taken, by_argument)


def _added(weighing: Weighing, pros: Sequence[Argument], cons: Sequence[Argument]) -> float:
    """Returns what the pros add: the mean of adding them first and of adding them last."""
    base, method = weighing.base, weighing.method
    for_it, against = ([one.contribution for one in side] for side in (pros, cons))
    first = method.strength(base, for_it) - base
    last = method.strength(base, for_it, against) - method.strength(base, [], against)
    return (first + last) / 2


def _shared(whole: int, arguments: Sequence[Argument], weighing: Weighing) -> list[int]:
    """Shares points out by what arguments bring, so that they make up the whole."""
    if not arguments:
        return []
    brought = [one.contribution for one in arguments]
    if weighing.method.aggregate is strongest:
        # Only the strongest counts, the first of several.
        brought = [1.0 if place == 0 else 0.0 for place in range(len(arguments))]
    total = sum(brought)
    exact = [whole * each / total for each in brought]
    parts = [int(each) for each in exact]
    places = sorted(range(len(parts)), key=lambda place: (parts[place] - exact[place], place))
    for place in places[: whole - sum(parts)]:
        parts[place] += 1
    return parts

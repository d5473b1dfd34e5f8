"""The cells of the overview: which claims each stands for, and which of what it has to show."""

from bisect import bisect_left
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from enum import Enum
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from debatemap.views.overview.ground import Ground

__all__ = ["Kind", "Span", "cell_of", "cells", "first_places", "span"]


class Kind(Enum):
    """What a cell shows; of several, the first of these."""

    HIT = "hit"
    CHANGE = "change"
    UNANSWERED = "unanswered"
    """The claim is an unanswered objection; of several, half as many again are such as in the
    whole map, as there is one nearly everywhere."""
    PROS = "pros"
    CONS = "cons"
    EVEN = "even"
    """As many pros as cons, or neither."""
    NONE = "none"
    """The claim stands in the cell above already."""


class Span(NamedTuple):
    """The places of the claims that a cell stands for."""

    start: int
    end: int


def span(cell: int, height: int, number: int) -> Span:
    """Returns the claims that a cell stands for; with fewer claims than cells, one or none.

    Examples:
        >>> [span(cell, 2, 5) for cell in range(2)]
        [Span(start=0, end=2), Span(start=2, end=5)]
        >>> [span(cell, 4, 2) for cell in range(4)]
        [Span(start=0, end=1), Span(start=1, end=1), Span(start=1, end=2), Span(start=2, end=2)]
    """
    start, end = (-(-at * number // height) for at in (cell, cell + 1))
    if number >= height:
        start, end = (at * number // height for at in (cell, cell + 1))
    return Span(start, end)


def cell_of(place: int, height: int, number: int) -> int:
    """Returns the cell that stands for a claim.

    Examples:
        >>> [cell_of(place, 2, 5) for place in range(5)], [cell_of(place, 4, 2) for place in (0, 1)]
        ([0, 0, 1, 1, 1], [0, 2])
    """
    if number >= height:
        return ((place + 1) * height - 1) // number
    return place * height // number


def cells(
    ground: "Ground",
    height: int,
    hits: Sequence[int] = (),
    changes: Sequence[int] = (),
    unanswered: Sequence[int] = (),
) -> list[Kind]:
    """Returns what each cell of a column shows.

    Args:
        ground: The claims.
        height: The cells of the column.
        hits: The places of the claims that were found, in order.
        changes: The places of those that changed, in order.
        unanswered: The places of unanswered objections, of joint premises the first, in order.
    """
    number = len(ground.claims)
    if not number:
        return [Kind.NONE] * height
    marks = ((Kind.HIT, hits), (Kind.CHANGE, changes))
    return [_shown(ground, span(cell, height, number), marks, unanswered) for cell in range(height)]


def first_places(ground: "Ground", height: int, claims: AbstractSet[str]) -> list[int]:
    """Returns the first place of some claims in each cell that has one, in order.

    Of a great many claims this is all that a column of cells has to know.
    """
    number = len(ground.claims)
    found: list[int] = []
    for cell in range(height):
        at = span(cell, height, number)
        places = (place for place in range(*at) if ground.claims[place] in claims)
        found += islice(places, 1)
    return found


def _shown(
    ground: "Ground",
    at: Span,
    marks: Sequence[tuple[Kind, Sequence[int]]],
    unanswered: Sequence[int],
) -> Kind:
    if at.start == at.end:
        return Kind.NONE
    for kind, places in marks:
        if _count(places, at):
            return kind
    here, size = _count(unanswered, at), at.end - at.start
    usual = size * len(unanswered)
    if here and (size == 1 or 2 * here * len(ground.claims) > 3 * usual):
        return Kind.UNANSWERED
    pros = ground.pros[at.end] - ground.pros[at.start]
    cons = ground.cons[at.end] - ground.cons[at.start]
    return Kind.PROS if pros > cons else Kind.CONS if cons > pros else Kind.EVEN


def _count(places: Sequence[int], at: Span) -> int:
    """Returns how many of some places, which are in order, a cell stands for."""
    return bisect_left(places, at.end) - bisect_left(places, at.start)

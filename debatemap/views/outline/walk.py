"""The walk that makes the rows of an outline, in their order."""

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from debatemap.views.outline.row import Row

if TYPE_CHECKING:
    from debatemap.core.debate import Debate

__all__ = ["walk"]


def walk(
    debate: "Debate",
    tops: Sequence[Row],
    wants: Callable[[Row], bool],
    children: Callable[[Row], list[Row]],
    opened: set[int],
) -> Iterator[Row]:
    """Yields rows of one parent, each with what is to be shown beneath it.

    Args:
        debate: The debate, which must not change until the last row is made.
        tops: The rows to begin with.
        wants: Tells which rows to open, asked once for each that may have anything beneath it.
        children: Makes the rows right beneath one.
        opened: Takes the keys of the rows that are opened.
    """
    path = set(_claims_above(tops[0])) if tops else set()
    entered: list[str] = []
    waiting = [*reversed(tops)]
    steps = debate.steps
    top = tops[0].depth if tops else 0
    while waiting:
        row = waiting.pop()
        claim = row.claim
        while len(entered) > row.depth - top:
            path.discard(entered.pop())
        row.closes_cycle = claim in path
        if (claim in steps or row.link in steps) and wants(row):
            below = children(row)
            if below:
                row.open = True
                opened.add(row.key)
                entered.append("" if row.closes_cycle else claim)
                path.add(claim)
                waiting += below[::-1]
        yield row


def _claims_above(row: Row) -> Iterator[str]:
    here = row.parent
    while here is not None:
        yield here.claim
        here = here.parent

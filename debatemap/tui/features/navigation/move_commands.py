"""Move the cursor: along the rows, in and out, to other places, back and forward."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import count, takewhile
from typing import TYPE_CHECKING

from debatemap.core.places_in_order import places_in_order
from debatemap.views.outline import Row

if TYPE_CHECKING:
    from debatemap.tui.context import MapContext
    from debatemap.views.outline.outline import Step

__all__ = [
    "back",
    "first",
    "forward",
    "go_to_target",
    "half_page_down",
    "half_page_up",
    "inward",
    "last",
    "next",
    "next_place",
    "next_sibling",
    "outward",
    "page_down",
    "page_up",
    "previous",
    "previous_sibling",
    "step_in",
    "step_out",
]


def next(context: "MapContext") -> None:  # noqa: A001  (the command's name)
    """Goes to the next row."""
    context.view.move_to(context.view.index + 1)


def previous(context: "MapContext") -> None:
    """Goes to the previous row."""
    context.view.move_to(context.view.index - 1)


def first(context: "MapContext") -> None:
    """Goes to the first row."""
    _jump(context, 0)


def last(context: "MapContext") -> None:
    """Goes to the last row."""
    _jump(context, len(context.outline.rows) - 1)


def half_page_down(context: "MapContext") -> None:
    """Goes half a screen down."""
    context.view.move_to(context.view.row_near(context.view.page() // 2))


def half_page_up(context: "MapContext") -> None:
    """Goes half a screen up."""
    context.view.move_to(context.view.row_near(-(context.view.page() // 2)))


def page_down(context: "MapContext") -> None:
    """Goes a screen down."""
    context.view.move_to(context.view.row_near(context.view.page() - 1))


def page_up(context: "MapContext") -> None:
    """Goes a screen up."""
    context.view.move_to(context.view.row_near(1 - context.view.page()))


def inward(context: "MapContext") -> None:
    """Unfolds, or goes to the first reply; a reference is followed."""
    row = context.row
    if row is None:
        return
    if row.closes_cycle:
        _follow_reference(context, row)
    elif row.open:
        context.view.move_to(context.view.index + 1)
    elif context.outline.has_beneath(row):
        context.view.set_open(context.view.index, is_open=True)


def outward(context: "MapContext") -> None:
    """Folds, or goes to the claim above."""
    row = context.row
    if row is None:
        return
    if row.open:
        context.view.set_open(context.view.index, is_open=False)
    elif row.parent is not None:
        context.view.move_to(context.outline.rows.index(row.parent))
    elif context.outline.trail:
        step_out(context)


def next_sibling(context: "MapContext") -> None:
    """Goes to the next row on this level."""
    _to_sibling(context, takewhile(context.outline.rows.has, count(context.view.index + 1)))


def previous_sibling(context: "MapContext") -> None:
    """Goes to the previous row on this level."""
    _to_sibling(context, range(context.view.index - 1, -1, -1))


def step_in(context: "MapContext") -> None:
    """Makes the selected claim the top."""
    row = context.row
    if row is None:
        return
    if row.closes_cycle:
        _follow_reference(context, row)
        return
    context.visits.leave(context.outline.path(row))
    context.view.reshape(lambda outline: outline.step_in(row), select=row)


def step_out(context: "MapContext") -> None:
    """Makes the claim above the top again, with the cursor where it was stepped in."""
    context.go_to(context.view.reshape(lambda outline: outline.step_out()))


def back(context: "MapContext") -> None:
    """Goes back to where the last jump began."""
    if context.row is not None:
        _go_along(context, context.visits.back(context.outline.path(context.row)), "back")


def forward(context: "MapContext") -> None:
    """Goes forward again after going back."""
    if context.row is not None:
        _go_along(context, context.visits.forward(context.outline.path(context.row)), "forward")


def next_place(context: "MapContext") -> None:
    """Goes to the next place of the selected claim."""
    row = context.row
    if row is None:
        return
    ways = places_in_order(context.session.debate, row.claim, context.outline.reading.order)
    if not ways:
        return
    links = [way[-1][0] for way in ways]
    place = (links.index(row.link) + 1) % len(links) if row.link in links else 0
    context.jump_to(ways[place])
    context.say(f"Place {place + 1} of {len(ways)}.")


def go_to_target(context: "MapContext") -> None:
    """Goes to the claim that the selected one is for."""
    row = context.row
    if row is None:
        return
    if row.parent is not None:
        _jump(context, context.outline.rows.index(row.parent))
    elif context.outline.trail:
        step_out(context)
        outward(context)


def _go_along(context: "MapContext", path: "Sequence[Step] | None", way: str) -> None:
    if path is None:
        context.say(f"There is no place to go {way} to.")
    else:
        context.go_to(path)


def _jump(context: "MapContext", index: int) -> None:
    if context.row is not None:
        context.visits.leave(context.outline.path(context.row))
    context.view.move_to(index)


def _follow_reference(context: "MapContext", row: Row) -> None:
    """Goes up to the row that a cycle comes back to."""
    here = row.parent
    while here is not None and here.claim != row.claim:
        here = here.parent
    if here is not None:
        _jump(context, context.outline.rows.index(here))


def _to_sibling(context: "MapContext", indexes: Iterable[int]) -> None:
    row = context.row
    if row is None:
        return
    rows = context.outline.rows
    found = _same_level(context, indexes, row.depth)
    for index in found:
        if rows[index].parent is row.parent:
            context.view.move_to(index)
            return
    context.say("There is no other claim on this level that way.")


def _same_level(context: "MapContext", indexes: Iterable[int], depth: int) -> Iterator[int]:
    """Yields the rows of a depth until a shallower one comes."""
    for index in indexes:
        other = context.outline.rows[index]
        if other.depth < depth:
            return
        if other.depth == depth:
            yield index

"""Move the cursor: along the rows, in and out, to other places, back and forward."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from debatemap.core.reading_order import way_to
from debatemap.views.outline import Row

if TYPE_CHECKING:
    from debatemap.tui.map_screen import MapScreen
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


def next(screen: "MapScreen") -> None:  # noqa: A001  (the command's name)
    """Goes to the next row."""
    screen.view.move_to(screen.view.index + 1)


def previous(screen: "MapScreen") -> None:
    """Goes to the previous row."""
    screen.view.move_to(screen.view.index - 1)


def first(screen: "MapScreen") -> None:
    """Goes to the first row."""
    _jump(screen, 0)


def last(screen: "MapScreen") -> None:
    """Goes to the last row."""
    _jump(screen, len(screen.outline.rows) - 1)


def half_page_down(screen: "MapScreen") -> None:
    """Goes half a screen down."""
    screen.view.move_to(screen.view.row_near(screen.view.page() // 2))


def half_page_up(screen: "MapScreen") -> None:
    """Goes half a screen up."""
    screen.view.move_to(screen.view.row_near(-(screen.view.page() // 2)))


def page_down(screen: "MapScreen") -> None:
    """Goes a screen down."""
    screen.view.move_to(screen.view.row_near(screen.view.page() - 1))


def page_up(screen: "MapScreen") -> None:
    """Goes a screen up."""
    screen.view.move_to(screen.view.row_near(1 - screen.view.page()))


def inward(screen: "MapScreen") -> None:
    """Unfolds, or goes to the first reply; a reference is followed."""
    row = screen.row
    if row is None:
        return
    if row.ring:
        _follow_reference(screen, row)
    elif row.open:
        screen.view.move_to(screen.view.index + 1)
    elif screen.outline.has_beneath(row):
        screen.outline.set_open(screen.view.index, is_open=True)
        screen.view.update_rows()


def outward(screen: "MapScreen") -> None:
    """Folds, or goes to the claim above."""
    row = screen.row
    if row is None:
        return
    if row.open:
        screen.outline.set_open(screen.view.index, is_open=False)
        screen.view.update_rows()
    elif row.parent is not None:
        screen.view.move_to(screen.outline.rows.index(row.parent))
    elif screen.outline.trail:
        step_out(screen)


def next_sibling(screen: "MapScreen") -> None:
    """Goes to the next row on this level."""
    _to_sibling(screen, range(screen.view.index + 1, len(screen.outline.rows)))


def previous_sibling(screen: "MapScreen") -> None:
    """Goes to the previous row on this level."""
    _to_sibling(screen, range(screen.view.index - 1, -1, -1))


def step_in(screen: "MapScreen") -> None:
    """Makes the selected claim the top."""
    row = screen.row
    if row is None:
        return
    if row.ring:
        _follow_reference(screen, row)
        return
    screen.visits.leave(screen.outline.path(row))
    screen.outline.step_in(row)
    screen.view.update_rows(row.key)


def step_out(screen: "MapScreen") -> None:
    """Makes the claim above the top again, with the cursor where it was stepped in."""
    path = screen.outline.step_out()
    screen.view.update_rows()
    screen.go_to(path)


def back(screen: "MapScreen") -> None:
    """Goes back to where the last jump began."""
    if screen.row is not None:
        _go_along(screen, screen.visits.back(screen.outline.path(screen.row)), "back")


def forward(screen: "MapScreen") -> None:
    """Goes forward again after going back."""
    if screen.row is not None:
        _go_along(screen, screen.visits.forward(screen.outline.path(screen.row)), "forward")


def next_place(screen: "MapScreen") -> None:
    """Goes to the next place of the selected claim."""
    row = screen.row
    if row is None:
        return
    debate = screen.session.debate
    links: list[str | None] = [None] if debate.is_thesis(row.claim) else []
    links += debate.links_from(row.claim)
    following = links[(links.index(row.link) + 1) % len(links)] if row.link in links else links[0]
    path = way_to(debate, row.claim, following) if following else [(None, row.claim)]
    screen.jump_to(path)
    place = links.index(following) + 1
    screen.say(f"Place {place} of {len(links)}.")


def go_to_target(screen: "MapScreen") -> None:
    """Goes to the claim that the selected one is for."""
    row = screen.row
    if row is None:
        return
    if row.parent is not None:
        _jump(screen, screen.outline.rows.index(row.parent))
    elif screen.outline.trail:
        step_out(screen)
        outward(screen)


def _go_along(screen: "MapScreen", path: "Sequence[Step] | None", way: str) -> None:
    if path is None:
        screen.say(f"There is no place to go {way} to.")
    else:
        screen.go_to(path)


def _jump(screen: "MapScreen", index: int) -> None:
    if screen.row is not None:
        screen.visits.leave(screen.outline.path(screen.row))
    screen.view.move_to(index)


def _follow_reference(screen: "MapScreen", row: Row) -> None:
    """Goes up to the row that a ring comes back to."""
    here = row.parent
    while here is not None and here.claim != row.claim:
        here = here.parent
    if here is not None:
        _jump(screen, screen.outline.rows.index(here))


def _to_sibling(screen: "MapScreen", indexes: range) -> None:
    row = screen.row
    if row is None:
        return
    rows = screen.outline.rows
    found = _same_level(screen, indexes, row.depth)
    for index in found:
        if rows[index].parent is row.parent:
            screen.view.move_to(index)
            return
    screen.say("There is no other claim on this level that way.")


def _same_level(screen: "MapScreen", indexes: range, depth: int) -> Iterator[int]:
    """Yields the rows of a depth until a shallower one comes."""
    for index in indexes:
        other = screen.outline.rows[index]
        if other.depth < depth:
            return
        if other.depth == depth:
            yield index

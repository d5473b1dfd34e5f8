"""Rearrange what is there: order, level, stance, joint premises, theses, marks."""

from typing import TYPE_CHECKING

from debatemap import edit
from debatemap.core import queries

if TYPE_CHECKING:
    from debatemap.tui.map_screen import MapScreen

__all__ = [
    "demote",
    "flip",
    "join",
    "mark",
    "mark_branch",
    "merge",
    "move_down",
    "move_up",
    "part",
    "promote",
    "thesis",
    "unmark_all",
]


def move_up(screen: "MapScreen") -> None:
    """Moves the selected place up among its siblings."""
    _reorder(screen, -1)


def move_down(screen: "MapScreen") -> None:
    """Moves the selected place down among its siblings."""
    _reorder(screen, 1)


def promote(screen: "MapScreen") -> None:
    """Moves the selected place a level up."""
    row = screen.row
    if row is None or row.link is None or row.parent is None:
        screen.say("Step out first; the level above is not shown.", "warning")
        return
    screen.do(edit.promote(screen.session.debate, row.link, row.parent.link))
    screen.select_claim(row.claim, row.link)


def demote(screen: "MapScreen") -> None:
    """Moves the selected place a level down."""
    row = screen.row
    if row is not None and row.link is not None:
        screen.do(edit.demote(screen.session.debate, row.link))
        screen.select_claim(row.claim, row.link)


def flip(screen: "MapScreen") -> None:
    """Turns the selected pro into a con, or back."""
    row = screen.row
    if row is not None and row.link is not None:
        screen.do(edit.flip(screen.session.debate, row.link))


def join(screen: "MapScreen") -> None:
    """Joins the marked claims with the selected one."""
    row = screen.row
    if row is not None and row.link is not None:
        marked = _marked_in_order(screen, row.claim)
        screen.do(edit.join_premises(screen.session.debate, row.link, marked))
        screen.view.marked.clear()
        screen.select_claim(row.claim, row.link)


def part(screen: "MapScreen") -> None:
    """Parts the selected claim from its joint premises."""
    row = screen.row
    if row is not None and row.link is not None:
        change = edit.part_premise(screen.session.debate, row.link, row.claim)
        screen.do(change, select=row.claim)


def merge(screen: "MapScreen") -> None:
    """Merges the marked claims into the selected one, each as a step of its own."""
    row = screen.row
    if row is None:
        return
    for other in _marked_in_order(screen, row.claim):
        screen.do(edit.merge_claims(screen.session.debate, row.claim, other))
    screen.view.marked.clear()
    screen.select_claim(row.claim)


def thesis(screen: "MapScreen") -> None:
    """Makes the selected claim a thesis, or no thesis any more."""
    row = screen.row
    if row is None:
        return
    debate = screen.session.debate
    verb = edit.unmake_thesis if debate.is_thesis(row.claim) else edit.make_thesis
    screen.do(verb(debate, row.claim), select=row.claim)


def mark(screen: "MapScreen") -> None:
    """Marks the selected claim, or takes the mark away, and goes on."""
    if screen.row is not None:
        screen.view.toggle_mark([screen.row.claim])
        screen.view.move_to(screen.view.index + 1)


def mark_branch(screen: "MapScreen") -> None:
    """Marks the selected claim and all beneath it."""
    row = screen.row
    if row is not None:
        claims = queries.branch(screen.session.debate, [row.claim])[0]
        screen.view.mark(claims)
        screen.say(f"{len(screen.view.marked)} claims are marked.")


def unmark_all(screen: "MapScreen") -> None:
    """Takes all marks away."""
    screen.view.mark((), clear=True)


def _reorder(screen: "MapScreen", steps: int) -> None:
    row = screen.row
    if row is None:
        return
    debate = screen.session.debate
    if row.link is None:
        screen.do(edit.reorder_thesis(debate, row.claim, steps))
    else:
        screen.do(edit.reorder(debate, row.link, steps))


def _marked_in_order(screen: "MapScreen", besides: str) -> list[str]:
    """Returns the marked claims but one, in the order that they are shown in."""
    shown = [row.claim for row in screen.outline.rows if row.claim in screen.view.marked]
    marked = dict.fromkeys([*shown, *sorted(screen.view.marked)])
    return [claim for claim in marked if claim != besides]

"""Rearrange what is there: order, level, stance, joint premises, theses, marks."""

from typing import TYPE_CHECKING

from debatemap import edit
from debatemap.core import queries
from debatemap.tui.shown_order import in_shown_order
from debatemap.tui.widgets.clickable import linked

if TYPE_CHECKING:
    from debatemap.tui.context import MapContext

__all__ = [
    "demote",
    "flip",
    "join",
    "mark",
    "mark_branch",
    "move_down",
    "move_up",
    "part",
    "promote",
    "thesis",
    "unmark_all",
]


def move_up(context: "MapContext") -> None:
    """Moves the selected place up among its siblings."""
    _reorder(context, -1)


def move_down(context: "MapContext") -> None:
    """Moves the selected place down among its siblings."""
    _reorder(context, 1)


def promote(context: "MapContext") -> None:
    """Moves the selected place a level up."""
    row = context.row
    if row is None or row.link is None or row.parent is None:
        context.say("Step out first; the level above is not shown.", "warning")
        return
    if row.parent.link is None:
        top = "a thesis" if context.session.debate.is_thesis(row.parent.claim) else "a top claim"
        words = f"It stands right under {top}; {{key:thesis}} makes it a thesis itself."
        context.say(linked(context.keymap, words), "warning")
        return
    context.do(edit.promote(context.session.debate, row.link, row.parent.link))
    context.select_claim(row.claim, row.link)


def demote(context: "MapContext") -> None:
    """Moves the selected place a level down."""
    row = context.row
    if row is not None and row.link is not None:
        context.do(edit.demote(context.session.debate, row.link))
        context.select_claim(row.claim, row.link)


def flip(context: "MapContext") -> None:
    """Turns the selected pro into a con, or back."""
    row = context.row
    if row is not None and row.link is not None:
        context.do(edit.flip(context.session.debate, row.link))


def join(context: "MapContext") -> None:
    """Joins the marked claims with the selected one."""
    row = context.row
    if row is not None and row.link is not None:
        marked = _marked_in_order(context, row.claim)
        context.do(edit.join_premises(context.session.debate, row.link, marked))
        context.view.marked.clear()
        context.select_claim(row.claim, row.link)


def part(context: "MapContext") -> None:
    """Parts the selected claim from its joint premises."""
    row = context.row
    if row is not None and row.link is not None:
        change = edit.part_premise(context.session.debate, row.link, row.claim)
        context.do(change, select=row.claim)


def thesis(context: "MapContext") -> None:
    """Makes the selected claim a thesis, or no thesis any more."""
    row = context.row
    if row is None:
        return
    debate = context.session.debate
    verb = edit.unmake_thesis if debate.is_thesis(row.claim) else edit.make_thesis
    context.do(verb(debate, row.claim), select=row.claim)


def mark(context: "MapContext") -> None:
    """Marks the selected claim, or takes the mark away, and goes on."""
    if context.row is not None:
        context.view.toggle_mark([context.row.claim])
        context.start_command("next")


def mark_branch(context: "MapContext") -> None:
    """Marks the selected claim and all beneath it."""
    row = context.row
    if row is not None:
        claims = queries.branch(context.session.debate, [row.claim])[0]
        context.view.mark(claims)
        count = len(context.view.marked)
        context.say("1 claim is marked." if count == 1 else f"{count:,} claims are marked.")


def unmark_all(context: "MapContext") -> None:
    """Takes all marks away."""
    context.view.mark((), clear=True)


def _reorder(context: "MapContext", steps: int) -> None:
    row = context.row
    if row is None:
        return
    debate = context.session.debate
    if row.link is None:
        context.do(edit.reorder_thesis(debate, row.claim, steps))
    else:
        context.do(edit.reorder(debate, row.link, steps))


def _marked_in_order(context: "MapContext", besides: str) -> list[str]:
    """Returns the marked claims but one, in the order that they are shown in."""
    return [claim for claim in in_shown_order(context, context.view.marked) if claim != besides]

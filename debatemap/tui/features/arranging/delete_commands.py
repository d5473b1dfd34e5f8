"""Delete, cut, yank and paste; each says what goes and what stays elsewhere."""

from typing import TYPE_CHECKING

from textual.content import Content

from debatemap import edit
from debatemap.core.change import Change
from debatemap.core.node_names import name_of
from debatemap.tui.context import Carried
from debatemap.tui.dialogs.ask import Answer, AskScreen
from debatemap.tui.shown_order import in_shown_order
from debatemap.tui.widgets.clickable import linked
from debatemap.views.outline import Row

if TYPE_CHECKING:
    from debatemap.tui.context import MapContext

__all__ = ["cut", "delete_everywhere", "paste", "paste_copy", "unlink", "yank"]


async def cut(context: "MapContext") -> None:
    """Deletes the branch at this place; more than one claim is asked about."""
    row = context.row
    if row is None:
        return
    fragment, change = edit.cut_fragment(context.session.debate, row.claim, row.link)
    if len(fragment.claims) > 1 and not await _agreed(context, change):
        return
    _carry(context, fragment, [row.claim])
    context.do(change)
    keys = context.keymap.fill("{key:undo} undoes it, {key:paste} pastes it.")
    context.say(f"{change.sentence}; {keys}")


async def delete_everywhere(context: "MapContext") -> None:
    """Deletes the selected claim in every place."""
    row = context.row
    if row is None:
        return
    change = edit.delete_claim(context.session.debate, row.claim)
    if len(change.links) > 1 and not await _agreed(context, change):
        return
    context.do(change)


def unlink(context: "MapContext") -> None:
    """Removes the link at this place; the claim stays."""
    row = context.row
    if row is not None and row.link is not None:
        context.do(edit.unlink(context.session.debate, row.link))


def yank(context: "MapContext") -> None:
    """Keeps the selected claim to be pasted, and leaves it where it is."""
    row = context.row
    if row is None:
        return
    link = context.session.debate.links.get(row.link or "")
    stance = link.stance if link is not None else "supports"
    clipping = edit.Fragment(row.claim, stance, None, {}, {})
    marked = in_shown_order(context, context.view.marked)
    _carry(context, clipping, marked or [row.claim], whole=not marked)
    words = "{key:paste} gives it a second place, {key:paste_copy} pastes a copy."
    if marked:
        words = f"{words} In another map, {{key:paste}} pastes the marked claims."
    name = name_of(context.session.debate, row.claim)
    context.say(Content.assemble(f"Yanked {name}. ", linked(context.keymap, words)))


def paste(context: "MapContext") -> None:
    """Puts what was cut or yanked under the selected claim; from another map, a copy of it."""
    if _paste_from_another(context):
        return
    if context.clipping is not None:
        target = context.row.claim if context.row is not None else None
        debate, clipping = context.session.debate, context.clipping
        change = edit.paste_fragment(debate, clipping, target, clipping.stance)
        _open_for_reply(context, context.row)
        context.do(change, select=_new_top(change, clipping.top))


def paste_copy(context: "MapContext") -> None:
    """Puts a copy of what was cut or yanked under the selected claim."""
    if _paste_from_another(context):
        return
    clipping, row = context.clipping, context.row
    if clipping is None or row is None:
        return
    if clipping.top not in context.session.debate.claims:
        paste(context)
        return
    change = edit.copy_branch(context.session.debate, clipping.top, row.claim, clipping.stance)
    _open_for_reply(context, row)
    context.do(change, select=_new_top(change, clipping.top))


def _carry(
    context: "MapContext", clipping: edit.Fragment, claims: list[str], *, whole: bool = True
) -> None:
    """Keeps what was cut or yanked to be pasted here, and a copy of claims for other maps."""
    parcel = edit.pack(context.session.debate, claims, clipping.stance, whole=whole)
    context.clipping, context.app.carried = clipping, Carried(parcel, clipping)


def _paste_from_another(context: "MapContext") -> bool:
    """Pastes what was yanked or cut last, where that was in another map."""
    carried = context.app.carried
    if carried is None:
        return False
    # A copy of the map has the same id; where the map was closed since, only the copy is left.
    if carried.clipping is context.clipping:
        return False
    row = context.row
    change = edit.paste_parcel(
        context.session.debate, carried.parcel, row.claim if row is not None else None
    )
    _open_for_reply(context, row)
    context.do(change, select=_new_top(change, next(iter(change.claims))))
    return True


async def _agreed(context: "MapContext", change: Change) -> bool:
    yes = context.keymap.fill("yes; {key:undo} undoes it")
    answers = [Answer("y", yes), Answer("n", "no, leave it")]
    return await context.ask(AskScreen(change.question, answers)) == "y"


def _open_for_reply(context: "MapContext", row: Row | None) -> None:
    """Lets what comes beneath a row be seen."""
    if row is not None and not row.closes_cycle:
        context.outline.opened.add(row.key)
        context.outline.set_open(context.outline.rows.index(row), is_open=True)


def _new_top(change: Change, top: str) -> str:
    """Returns the claim that a paste has put under the selected one."""
    links = {key: after for key, (before, after) in change.links.items() if before is None}
    new = links.keys() | {key for key, (before, _) in change.claims.items() if before is None}
    tops = (link.premises[0] for link in links.values() if link and link.target not in new)
    return next(tops, top)

"""Delete, cut, yank and paste; each says what goes and what stays elsewhere."""

from typing import TYPE_CHECKING

from debatemap import edit
from debatemap.core.change import Change
from debatemap.tui.dialogs.ask import Answer, AskScreen
from debatemap.views.outline import Row

if TYPE_CHECKING:
    from debatemap.tui.map_screen import MapScreen

__all__ = ["cut", "delete_everywhere", "paste", "paste_copy", "unlink", "yank"]


async def cut(screen: "MapScreen") -> None:
    """Deletes the branch at this place; more than one claim is asked about."""
    row = screen.row
    if row is None:
        return
    fragment, change = edit.cut_fragment(screen.session.debate, row.claim, row.link)
    if len(fragment.claims) > 1 and not await _agreed(screen, change):
        return
    screen.hand = fragment
    screen.do(change)
    keys = screen.keymap.fill("{key:undo} undoes it, {key:paste} pastes it.")
    screen.say(f"{_sentence(change)}; {keys}")


async def delete_everywhere(screen: "MapScreen") -> None:
    """Deletes the selected claim in every place."""
    row = screen.row
    if row is None:
        return
    change = edit.delete_claim(screen.session.debate, row.claim)
    if len(change.links) > 1 and not await _agreed(screen, change):
        return
    screen.do(change)


def unlink(screen: "MapScreen") -> None:
    """Removes the link at this place; the claim stays."""
    row = screen.row
    if row is not None and row.link is not None:
        screen.do(edit.unlink(screen.session.debate, row.link))


def yank(screen: "MapScreen") -> None:
    """Takes the selected claim into the hand, and leaves it where it is."""
    row = screen.row
    if row is None:
        return
    link = screen.session.debate.links.get(row.link or "")
    stance = link.stance if link is not None else "supports"
    screen.hand = edit.Fragment(row.claim, stance, None, {}, {})
    words = "In the hand. {key:paste} gives it a second place, {key:paste_copy} pastes a copy."
    screen.say(screen.keymap.fill(words))


def paste(screen: "MapScreen") -> None:
    """Puts what is in the hand under the selected claim."""
    if screen.hand is not None:
        target = screen.row.claim if screen.row is not None else None
        debate, hand = screen.session.debate, screen.hand
        change = edit.paste_fragment(debate, hand, target, hand.stance)
        _open_for_reply(screen, screen.row)
        screen.do(change, select=_new_top(change, hand.top))


def paste_copy(screen: "MapScreen") -> None:
    """Puts a copy of what is in the hand under the selected claim."""
    hand, row = screen.hand, screen.row
    if hand is None or row is None:
        return
    if hand.top not in screen.session.debate.claims:
        paste(screen)
        return
    change = edit.copy_branch(screen.session.debate, hand.top, row.claim, hand.stance)
    _open_for_reply(screen, row)
    screen.do(change, select=_new_top(change, hand.top))


async def _agreed(screen: "MapScreen", change: Change) -> bool:
    yes = screen.keymap.fill("yes; {key:undo} undoes it")
    answers = [Answer("y", yes), Answer("n", "no, leave it")]
    return await screen.app.push_screen_wait(AskScreen(f"{_sentence(change)}?", answers)) == "y"


def _sentence(change: Change) -> str:
    return f"{change.said[:1].upper()}{change.said[1:]}"


def _open_for_reply(screen: "MapScreen", row: Row | None) -> None:
    """Lets what comes beneath a row be seen."""
    if row is not None and not row.ring:
        screen.outline.opened.add(row.key)
        screen.outline.set_open(screen.outline.rows.index(row), is_open=True)


def _new_top(change: Change, top: str) -> str:
    """Returns the claim that a paste has put under the selected one."""
    links = {key: after for key, (before, after) in change.links.items() if before is None}
    new = links.keys() | {key for key, (before, _) in change.claims.items() if before is None}
    tops = (link.premises[0] for link in links.values() if link and link.target not in new)
    return next(tops, top)

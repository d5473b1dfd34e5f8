"""Write claims: new ones in their place, the words of one that stands there."""

import asyncio
import os
import subprocess
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from textual.app import SuspendNotSupported
from textual.content import Content

from debatemap import edit
from debatemap.core.change import Change
from debatemap.core.model import Stance
from debatemap.core.platform import split_command
from debatemap.core.text import clean, excerpt
from debatemap.tui.dialogs.ask import Answer, AskScreen
from debatemap.tui.dialogs.prompt import PromptScreen
from debatemap.tui.features.writing.claim_writer import Draught
from debatemap.tui.widgets.drawing import sign_of
from debatemap.tui.widgets.lines import Gap
from debatemap.views.outline import Row

if TYPE_CHECKING:
    from debatemap.tui.map_screen import MapScreen

__all__ = [
    "add_backing",
    "add_con",
    "add_pro",
    "add_sibling",
    "add_thesis",
    "add_undercut",
    "add_unplaced",
    "edit_in_place",
    "edit_outside",
    "insert_between",
    "split",
]

_EDITORS = ("VISUAL", "EDITOR")


def add_pro(screen: "MapScreen") -> None:
    """Begins to write claims that support the selected one."""
    _reply(screen, "supports", "pro of", "+")


def add_con(screen: "MapScreen") -> None:
    """Begins to write claims that attack the selected one."""
    _reply(screen, "attacks", "con of", "−")


def add_undercut(screen: "MapScreen") -> None:
    """Begins to write claims that attack the selected step."""
    _reply_to_step(screen, "attacks", "undercut of", "⊣")


def add_backing(screen: "MapScreen") -> None:
    """Begins to write claims that support the selected step."""
    _reply_to_step(screen, "supports", "why it follows:", "⊢")


def add_sibling(screen: "MapScreen") -> None:
    """Begins to write claims beside the selected one, of the same stance."""
    row = screen.row
    if row is None:
        return
    if row.link is None or row.parent is None:
        add_thesis(screen)
        return
    link = screen.session.debate.links[row.link]
    is_pro = link.stance == "supports"
    heading = _heading(screen, "+" if is_pro else "−", "beside", row)
    screen.desk.begin(_sibling_draught(screen, row, row.link, row.parent, heading))


def add_thesis(screen: "MapScreen") -> None:
    """Begins to write theses."""
    if screen.outline.trail:
        screen.outline.trail.clear()
        screen.outline.rebuild()
        screen.view.update_rows()
    row = screen.row
    top = row
    while top is not None and top.parent is not None:
        top = top.parent
    after = top.claim if top is not None else None
    index = screen.outline.end(screen.outline.rows.index(top)) - 1 if top is not None else 0
    heading = Content.styled("◆ thesis", "$accent")

    def apply(text: str) -> Change:
        return edit.add_thesis(screen.session.debate, text, after=after, signed=screen.signature)

    screen.desk.begin(Draught(heading, apply, Gap(index, 0), then=_select_new(screen)))


def add_unplaced(screen: "MapScreen") -> None:
    """Begins to write a claim for the inbox."""
    screen.desk.begin(unplaced(screen))


def unplaced(screen: "MapScreen") -> Draught:
    """Returns a claim for the inbox, yet to be written."""
    heading = Content.styled("○ a claim for later, unplaced", "$quiet")

    def apply(text: str) -> Change:
        return edit.add_unplaced(screen.session.debate, text, signed=screen.signature)

    last = max(0, len(screen.outline.rows) - 1)
    return Draught(heading, apply, Gap(last, 0))


def insert_between(screen: "MapScreen") -> None:
    """Begins to write a claim between the selected one and the one above."""
    row = screen.row
    if row is None or row.link is None:
        return
    link = row.link
    heading = _heading(screen, "+", "between the claim above and", row)

    def apply(text: str) -> Change:
        return edit.insert_between(screen.session.debate, link, text, signed=screen.signature)

    gap = Gap(max(0, screen.view.index - 1), row.depth)
    screen.desk.begin(Draught(heading, apply, gap, then=_select_new(screen)))


def edit_in_place(screen: "MapScreen") -> None:
    """Begins to change the selected claim's words."""
    row = screen.row
    if row is None:
        return
    claim = row.claim
    sign, colour = sign_of(screen.outline, row)
    noun = "" if row.parent is None else f"{sign} {'pro' if colour == 'pro' else 'con'} of "
    above = excerpt(_above(screen, row), 200)
    places = len(screen.session.debate.links_from(claim)) + screen.session.debate.is_thesis(claim)
    everywhere = f"in all of its {places} places: " if places > 1 else ""
    heading = Content.assemble((everywhere, "$accent"), (noun or f"{sign} ", f"${colour}"), above)
    words = screen.session.debate.claims[claim].text

    def apply(text: str) -> Change:
        return edit.reword(screen.session.debate, claim, text)

    screen.desk.begin(
        Draught(heading, apply, Gap(screen.view.index, row.depth, instead=True), text=words)
    )


async def edit_outside(screen: "MapScreen") -> None:
    """Changes the selected claim's words in the user's own editor."""
    row = screen.row
    if row is None:
        return
    before = clean(screen.session.debate.claims[row.claim].text)
    command = next((os.environ[name] for name in _EDITORS if os.environ.get(name)), "")
    if not command:
        screen.say("No editor is named in $VISUAL or $EDITOR.", "warning")
        return
    after, failure = before, ""
    try:
        with screen.app.suspend():
            # An exception that left this block would leave the program suspended.
            try:
                after = _edited(command, before)
            except subprocess.CalledProcessError as error:
                failure = f"it ended with status {error.returncode}"
            except (OSError, ValueError) as error:
                failure = str(error)
    except SuspendNotSupported:
        failure = screen.keymap.fill("it cannot open here; {key:edit_in_place} edits in place")
    if failure:
        screen.say(f"{command} failed: {failure}; the claim is as it was.", "warning")
    if after.strip() != before.strip():
        screen.do(edit.reword(screen.session.debate, row.claim, after))
    await asyncio.sleep(0)


async def split(screen: "MapScreen") -> None:
    """Makes two claims of the selected one."""
    row = screen.row
    if row is None:
        return
    claim = row.claim
    words = clean(screen.session.debate.claims[claim].text)
    first = await screen.app.push_screen_wait(
        PromptScreen("The first claim says", words, "Enter goes on to the second, Escape leaves")
    )
    if not first:
        return
    rest = words.removeprefix(first).strip() if words.startswith(first) else ""
    second = await screen.app.push_screen_wait(PromptScreen("The second claim says", rest))
    if not second:
        return
    how = await screen.app.push_screen_wait(
        AskScreen(
            "How do the two stand?",
            [
                Answer("s", "as siblings: each counts by itself"),
                Answer("j", "as joint premises: they hold only together"),
                Answer("c", "cancel"),
            ],
        )
    )
    if how != "c":
        debate = screen.session.debate
        screen.do(edit.split_claim(debate, claim, first, second, joint=how == "j"))


def _reply(screen: "MapScreen", stance: Stance, noun: str, sign: str) -> None:
    row = screen.row
    if row is not None:
        _begin_reply(screen, row, row.claim, stance, _heading(screen, sign, noun, row))


def _reply_to_step(screen: "MapScreen", stance: Stance, noun: str, sign: str) -> None:
    row = screen.row
    if row is not None and row.link is not None:
        heading = _heading(screen, sign, f"{noun} the step from", row)
        _begin_reply(screen, row, row.link, stance, heading)


def _begin_reply(
    screen: "MapScreen", row: Row, target: str, stance: Stance, heading: Content
) -> None:
    """Opens the editor at the end of what is said of a claim or a step."""
    if row.ring and target == row.claim:
        screen.say(
            screen.keymap.fill("This is a reference; {key:step_in} goes to the claim itself."),
            "warning",
        )
        return
    index = screen.view.index
    if not row.open and screen.outline.has_beneath(row):
        screen.outline.set_open(index, is_open=True)
        screen.view.update_rows()
    end = screen.outline.end(index) - 1 if target == row.claim else index

    def apply(text: str) -> Change:
        debate = screen.session.debate
        return edit.add_reply(debate, target, stance, text, signed=screen.signature)

    def then(change: Change) -> Draught | None:
        _open_place(screen, row)
        return _next_sibling_draught(screen, change, row, heading)

    screen.desk.begin(Draught(heading, apply, Gap(end, row.depth + 1), then=then))


def _open_place(screen: "MapScreen", row: Row) -> None:
    """Unfolds a row that has just got its first reply, where it is shown still."""
    here = screen.outline.rows.find(row.claim, row.key)
    if here is not None and not here.open:
        screen.outline.set_open(screen.outline.rows.index(here), is_open=True)
        screen.view.update_rows()


def _next_sibling_draught(
    screen: "MapScreen", change: Change, parent: Row, heading: Content
) -> Draught | None:
    """Selects the claim that was just written and goes on after it."""
    link = next(link for link, (before, _) in change.links.items() if before is None)
    claim = screen.session.debate.links[link].premises[0]
    # The rows may have been made anew while it was written.
    here = screen.outline.rows.find(parent.claim, parent.key)
    row = screen.outline.rows.under(here, link, claim) if here is not None else None
    if row is None:
        return _select_new(screen)(change)
    parent = row.parent or parent
    screen.view.move_to(screen.outline.rows.index(row))
    return _sibling_draught(screen, row, link, parent, heading)


def _sibling_draught(
    screen: "MapScreen", row: Row, link: str, parent: Row, heading: Content
) -> Draught:
    def apply(text: str) -> Change:
        return edit.add_sibling(screen.session.debate, link, text, signed=screen.signature)

    def then(change: Change) -> Draught | None:
        return _next_sibling_draught(screen, change, parent, heading)

    end = screen.outline.end(screen.outline.rows.index(row)) - 1
    return Draught(heading, apply, Gap(end, row.depth), then=then)


def _select_new(screen: "MapScreen") -> Callable[[Change], Draught | None]:
    """Returns what selects the claim that a change has added, and ends the writing."""

    def then(change: Change) -> Draught | None:
        screen.select_claim(
            next(claim for claim, (before, _) in change.claims.items() if before is None)
        )
        return None

    return then


def _above(screen: "MapScreen", row: Row) -> str:
    """Returns the words of the claim that a row stands under, or what it is at the top."""
    if row.parent is not None:
        return screen.session.debate.claims[row.parent.claim].text
    return "thesis" if screen.session.debate.is_thesis(row.claim) else "unplaced claim"


def _heading(screen: "MapScreen", sign: str, noun: str, row: Row) -> Content:
    colour = "$pro" if sign in "+⊢" else "$con"
    words = excerpt(screen.session.debate.claims[row.claim].text, 200)
    return Content.assemble((f"{sign} {noun} ", colour), words)


def _edited(command: str, text: str) -> str:
    """Returns what the user's editor makes of a text."""
    handle, name = tempfile.mkstemp(prefix="claim-", suffix=".txt")
    path = Path(name)
    try:
        os.close(handle)
        path.write_text(text + "\n", encoding="utf-8")
        subprocess.run([*split_command(command), name], check=True)  # noqa: S603  (the user's own)
        return path.read_text(encoding="utf-8", errors="replace")
    finally:
        path.unlink(missing_ok=True)

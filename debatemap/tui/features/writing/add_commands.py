"""Write claims: new ones in their place, the words of one that stands there."""

import asyncio
import os
import subprocess
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Final

from textual.app import SuspendNotSupported
from textual.content import Content

from debatemap import edit
from debatemap.core.change import Change
from debatemap.core.model import Stance
from debatemap.core.platform import split_command
from debatemap.core.text import clean, excerpt
from debatemap.tui.features.writing.claim_writer import ClaimWriter, Draft, unplaced
from debatemap.tui.features.writing.editor import Editor
from debatemap.tui.features.writing.first_thesis import ask_for_thesis, is_without_claims
from debatemap.tui.widgets.lines import Gap
from debatemap.tui.widgets.row_drawing import places_of, sign_of
from debatemap.views.outline import Row

if TYPE_CHECKING:
    from debatemap.tui.context import MapContext

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
]

_EDITORS = ("VISUAL", "EDITOR")
_NOUNS: Final = {
    "+": "pro of", "−": "con of",
    "⊢": "why it follows: the step from", "⊣": "undercut of the step from",
}  # fmt: skip
"""What a claim with a sign is of the claim that it stands under."""


def add_pro(context: "MapContext") -> None:
    """Begins to write claims that support the selected one."""
    _reply(context, "supports", "+")


def add_con(context: "MapContext") -> None:
    """Begins to write claims that attack the selected one."""
    _reply(context, "attacks", "−")


def add_undercut(context: "MapContext") -> None:
    """Begins to write claims that attack the selected step."""
    _reply_to_step(context, "attacks", "⊣")


def add_backing(context: "MapContext") -> None:
    """Begins to write claims that support the selected step."""
    _reply_to_step(context, "supports", "⊢")


def add_sibling(context: "MapContext") -> None:
    """Begins to write claims beside the selected one, of the same stance."""
    row = context.row
    if row is None:
        return
    if row.link is None or row.parent is None:
        add_thesis(context)
        return
    link = context.session.debate.links[row.link]
    sign = "+" if link.stance == "supports" else "−"
    heading = _heading(sign, "beside", context.session.debate.claims[row.claim].text)
    context.feature(ClaimWriter).begin(_sibling_draft(context, row, row.link, row.parent, heading))


def add_thesis(context: "MapContext") -> None:
    """Begins to write theses; the first of a map is asked for, and the map's title after it."""
    if is_without_claims(context):
        ask_for_thesis(context)
        return
    if context.outline.trail:
        context.view.reshape(lambda outline: outline.step_out_of_all())
    row = context.row
    top = row
    while top is not None and top.parent is not None:
        top = top.parent
    after = top.claim if top is not None else None
    rows = context.outline.rows
    # What is selected on the card or in the table may stand in a place that is not shown here.
    shown = (row for row in rows.showing(after) if row.parent is None) if after else iter(())
    shown_top = next(shown, None)
    index = context.outline.end(rows.index(shown_top)) - 1 if shown_top is not None else 0
    heading = Content.styled("◆ thesis", "$accent")

    def apply(text: str) -> Change:
        return edit.add_thesis(context.session.debate, text, after=after, signed=context.signature)

    context.feature(ClaimWriter).begin(
        Draft(heading, apply, Gap(index, 0), then=_select_new(context))
    )


def add_unplaced(context: "MapContext") -> None:
    """Begins to write a claim for the inbox."""
    context.feature(ClaimWriter).begin(unplaced(context))


def edit_in_place(context: "MapContext") -> None:
    """Begins to change the selected claim's words."""
    row = context.row
    if row is None:
        return
    claim = row.claim
    debate = context.session.debate
    sign, colour = sign_of(context.outline, row)
    if row.parent is None:
        what = "thesis" if debate.is_thesis(claim) else "unplaced claim"
        heading = Content.assemble((f"{sign} ", f"${colour}"), what)
    else:
        heading = _heading(sign, _NOUNS[sign], debate.claims[row.parent.claim].text)
    heading = Content.assemble((_everywhere(places_of(debate, claim)), "$accent"), heading)
    words = debate.claims[claim].text

    def apply(text: str) -> Change:
        return edit.reword(context.session.debate, claim, text)

    context.feature(ClaimWriter).begin(
        Draft(heading, apply, Gap(context.view.index, row.depth, instead=True), text=words)
    )
    if words in context.session.samples:
        context.part(Editor).offer()


async def edit_outside(context: "MapContext") -> None:
    """Changes the selected claim's words in the user's own editor."""
    row = context.row
    if row is None:
        return
    before = clean(context.session.debate.claims[row.claim].text)
    command = next((os.environ[name] for name in _EDITORS if os.environ.get(name)), "")
    if not command:
        context.say("No editor is named in $VISUAL or $EDITOR.", "warning")
        return
    after, failure = before, ""
    try:
        with context.app.suspend():
            # An exception that left this block would leave the program suspended.
            try:
                after = _edited(command, before)
            except subprocess.CalledProcessError as error:
                failure = f"it ended with status {error.returncode}"
            except (OSError, ValueError) as error:
                failure = str(error)
    except SuspendNotSupported:
        failure = context.keymap.fill("it cannot open here; {key:edit_in_place} edits in place")
    if failure:
        context.say(f"{command} failed: {failure}; the claim is as it was.", "warning")
    if after.strip() != before.strip():
        context.do(edit.reword(context.session.debate, row.claim, after))
    await asyncio.sleep(0)


def _reply(context: "MapContext", stance: Stance, sign: str) -> None:
    row = context.row
    if row is not None:
        _begin_reply(context, row, row.claim, stance, sign)


def _reply_to_step(context: "MapContext", stance: Stance, sign: str) -> None:
    row = context.row
    if row is not None and row.link is not None:
        _begin_reply(context, row, row.link, stance, sign)


def _begin_reply(context: "MapContext", row: Row, target: str, stance: Stance, sign: str) -> None:
    """Opens the editor at the end of what is said of a claim or a step."""
    heading = _heading(sign, _NOUNS[sign], context.session.debate.claims[row.claim].text)
    if row.closes_cycle and target == row.claim:
        context.say(
            context.keymap.fill("This is a reference; {key:step_in} goes to the claim itself."),
            "warning",
        )
        return
    index = context.view.index
    if not row.open and context.outline.has_beneath(row):
        context.view.set_open(index, is_open=True)
    end = context.outline.end(index) - 1 if target == row.claim else index

    def apply(text: str) -> Change:
        debate = context.session.debate
        return edit.add_reply(debate, target, stance, text, signed=context.signature)

    def then(change: Change) -> Draft | None:
        _open_place(context, row)
        return _next_sibling_draft(context, change, row, heading)

    context.feature(ClaimWriter).begin(
        Draft(heading, apply, Gap(end, row.depth + 1), then=then, target=(target, stance))
    )


def _open_place(context: "MapContext", row: Row) -> None:
    """Unfolds a row that has just got its first reply, where it is shown still."""
    here = context.outline.rows.find(row.claim, row.key)
    if here is not None and not here.open:
        context.view.set_open(context.outline.rows.index(here), is_open=True)


def _next_sibling_draft(
    context: "MapContext", change: Change, parent: Row, heading: Content
) -> Draft | None:
    """Selects the claim that was just written and goes on after it."""
    link = next(link for link, (before, _) in change.links.items() if before is None)
    claim = context.session.debate.links[link].premises[0]
    # The rows may have been made anew while it was written.
    here = context.outline.rows.find(parent.claim, parent.key)
    row = context.outline.rows.under(here, link, claim) if here is not None else None
    if row is None:
        return _select_new(context)(change)
    parent = row.parent or parent
    context.view.move_to(context.outline.rows.index(row))
    return _sibling_draft(context, row, link, parent, heading)


def _sibling_draft(
    context: "MapContext", row: Row, link: str, parent: Row, heading: Content
) -> Draft:
    def apply(text: str) -> Change:
        return edit.add_sibling(context.session.debate, link, text, signed=context.signature)

    def then(change: Change) -> Draft | None:
        return _next_sibling_draft(context, change, parent, heading)

    end = context.outline.end(context.outline.rows.index(row)) - 1
    known = context.session.debate.links[link]
    target = known.target, known.stance
    return Draft(heading, apply, Gap(end, row.depth), then=then, target=target)


def _select_new(context: "MapContext") -> Callable[[Change], Draft | None]:
    """Returns what selects the claim that a change has added, and ends the writing."""

    def then(change: Change) -> Draft | None:
        context.select_claim(
            next(claim for claim, (before, _) in change.claims.items() if before is None)
        )
        return None

    return then


def _everywhere(places: int) -> str:
    """Returns that a claim is changed in all of its places, where it has several."""
    if places < 2:  # noqa: PLR2004  (in one place it needs no word)
        return ""
    return "in both its places: " if places == 2 else f"in all its {places} places: "  # noqa: PLR2004


def _heading(sign: str, noun: str, claim: str) -> Content:
    colour = "$pro" if sign in "+⊢" else "$con"
    return Content.assemble((f"{sign} {noun} ", colour), f"“{excerpt(claim, 200)}”")


def _edited(command: str, text: str) -> str:
    """Returns what the user's editor makes of a text.

    Raises:
        ValueError: It has saved something else than UTF-8, which stays where it is.
    """
    handle, name = tempfile.mkstemp(prefix="claim-", suffix=".txt")
    path, stays = Path(name), False
    try:
        os.close(handle)
        path.write_text(text + "\n", encoding="utf-8")
        subprocess.run([*split_command(command), name], check=True)  # noqa: S603  (the user's own)
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        stays = True
        problem = f"what it saved is no text in UTF-8 (byte {error.start:,}), and stays in {name}"
        raise ValueError(problem) from None
    finally:
        if not stays:
            path.unlink(missing_ok=True)

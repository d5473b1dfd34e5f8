"""Open the editor again with a text that was being written when a program ended."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from debatemap.store.journal import Writing
from debatemap.tui.commands.command import COMMAND
from debatemap.tui.commands.command_table import BY_ID
from debatemap.tui.features.writing.citing import cite, mend
from debatemap.tui.features.writing.claim_writer import ClaimWriter
from debatemap.tui.features.writing.editor import Editor
from debatemap.tui.features.writing.field_commands import RESUMED, write_field
from debatemap.tui.features.writing.source_form import fields_kept

if TYPE_CHECKING:
    from debatemap.tui.context import MapContext

__all__ = ["reopen"]

_BY_COMMAND: Final = frozenset(
    {
        *("add_pro", "add_con", "add_undercut", "add_backing", "add_sibling", "add_thesis"),
        *("add_unplaced", "edit_in_place"),
    }
)
"""The commands that open the editor."""
_FORMS: Final = frozenset({"quote", "sources"})
"""The commands that open the form of a source for a claim of the map."""


def reopen(context: "MapContext", writing: Writing) -> None:
    """Opens the editor with a text that was being written.

    It stands where it stood, where that is still there; else it is to be an unplaced claim.
    """
    name, claim, link = (writing.place.get(key, "") for key in ("command", "claim", "link"))
    debate = context.session.debate
    is_there = claim in debate.claims and (not link or link in debate.links)
    fields = fields_kept(writing.place)
    if name in _FORMS and fields is not None and is_there and not context.session.read_only:
        context.select_claim(claim)
        context.run_beside(_reopened_form(context, writing, fields))
        return
    if name in RESUMED and is_there and not context.session.read_only:
        context.select_claim(claim, link or None)
        context.run_beside(write_field(context, name, RESUMED[name], writing.text))
        return
    if name == "insert_between" and is_there and not context.session.read_only:
        from debatemap.tui.features.shaping.form_commands import insert_between  # noqa: PLC0415  (a map opens without it)

        context.select_claim(claim, link or None)
        context.run_beside(insert_between(context, writing.text))
        return
    if name in _BY_COMMAND and is_there:
        context.select_claim(claim, link or None)
        if not BY_ID[name].reason(context.situation()):
            context.start_command(name)
    if context.feature(ClaimWriter).draft is None:
        context.start_command("add_unplaced")
    context.feature(ClaimWriter).quote_again(writing.place)
    context.part(Editor).resume(writing.place.get("words", writing.text))
    if fields is not None and "words" in writing.place:
        # The editor is open, which work beside the keyboard would wait for.
        context.run_beside(context.feature(ClaimWriter).quote(fields), COMMAND)


async def _reopened_form(
    context: "MapContext", writing: Writing, fields: Mapping[str, str]
) -> None:
    """Opens the form of a source again; where what it was to mend is gone, to cite anew."""
    claim, index = writing.place["claim"], writing.place.get("index", "")
    cited = len(context.session.debate.claims[claim].sources)
    if index.isdecimal() and int(index) < cited:
        await mend(context, claim, int(index), fields)
    else:
        await cite(context, claim, resumed=fields)

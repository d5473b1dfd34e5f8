"""Say more of a claim: note, tags, author, sources."""

from typing import TYPE_CHECKING

from debatemap import edit
from debatemap.core.text import excerpt
from debatemap.tui.dialogs.prompt import PromptScreen, WriteScreen
from debatemap.tui.features.writing.sources_screen import SourcesScreen

if TYPE_CHECKING:
    from debatemap.tui.context import MapContext

__all__ = ["author", "note", "sources", "tags"]


async def note(context: "MapContext") -> None:
    """Changes the note on the selected claim."""
    await write_note(context)


async def write_note(context: "MapContext", resumed: str | None = None) -> None:
    """Changes the note on the selected claim.

    Args:
        context: The open map.
        resumed: What was written of it already, at another time.
    """
    row = context.row
    if row is None:
        return
    claim = context.session.debate.claims[row.claim]
    question = f"A note on “{excerpt(claim.text, 60)}”"
    place = {"command": "note", "claim": row.claim, "link": row.link or ""}
    asked = WriteScreen(question, claim.note, place=place, resumed=resumed)
    text = await context.ask(asked)
    if text is not None and text.rstrip() != claim.note:
        context.do(edit.set_note(context.session.debate, row.claim, text))


async def tags(context: "MapContext") -> None:
    """Changes the selected claim's tags."""
    row = context.row
    if row is None:
        return
    claim = context.session.debate.claims[row.claim]
    text = await context.ask(PromptScreen("Tags, with commas between", ", ".join(claim.tags)))
    if text is not None:
        context.do(edit.set_tags(context.session.debate, row.claim, text.split(",")))


async def author(context: "MapContext") -> None:
    """Says who the selected claim is by."""
    row = context.row
    if row is None:
        return
    claim = context.session.debate.claims[row.claim]
    text = await context.ask(PromptScreen("Who is the claim by?", claim.by))
    if text is not None:
        context.do(edit.set_author(context.session.debate, row.claim, text))


async def sources(context: "MapContext") -> None:
    """Shows the selected claim's sources, to add to them and to change them."""
    if context.row is not None:
        await context.ask(SourcesScreen(context, context.row.claim))

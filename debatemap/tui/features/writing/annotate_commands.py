"""Say more of a claim: note, tags, author, sources and quotes."""

from typing import TYPE_CHECKING

from debatemap.core.fields import field_of
from debatemap.tui.features.writing.citing import cite
from debatemap.tui.features.writing.field_commands import write_field
from debatemap.tui.features.writing.sources_screen import SourcesScreen

if TYPE_CHECKING:
    from debatemap.tui.context import MapContext

__all__ = ["author", "note", "quote", "sources", "tags"]


async def note(context: "MapContext") -> None:
    """Changes the note on the selected claim."""
    await write_field(context, "note", field_of("claims", "note"))


async def tags(context: "MapContext") -> None:
    """Changes the selected claim's tags."""
    await write_field(context, "tags", field_of("claims", "tags"))


async def author(context: "MapContext") -> None:
    """Says who the selected claim is by."""
    await write_field(context, "author", field_of("claims", "by"))


async def sources(context: "MapContext") -> None:
    """Shows the selected claim's sources, to add to them and to change them."""
    if context.row is not None:
        await context.ask(SourcesScreen(context, context.row.claim))


async def quote(context: "MapContext") -> None:
    """Cites a source for the selected claim, with a quote, in one form."""
    if context.row is not None:
        await cite(context, context.row.claim)

"""Say more of a claim: note, tags, author, sources."""

from typing import TYPE_CHECKING

from debatemap import edit
from debatemap.core.text import excerpt
from debatemap.tui.dialogs.prompt import PromptScreen, WriteScreen
from debatemap.tui.features.writing.sources_screen import SourcesScreen

if TYPE_CHECKING:
    from debatemap.tui.map_screen import MapScreen

__all__ = ["author", "note", "sources", "tags"]


async def note(screen: "MapScreen") -> None:
    """Changes the note on the selected claim."""
    await write_note(screen)


async def write_note(screen: "MapScreen", resumed: str | None = None) -> None:
    """Changes the note on the selected claim.

    Args:
        screen: The map.
        resumed: What was written of it already, at another time.
    """
    row = screen.row
    if row is None:
        return
    claim = screen.session.debate.claims[row.claim]
    question = f"A note on “{excerpt(claim.text, 60)}”"
    place = {"command": "note", "claim": row.claim, "link": row.link or ""}
    asked = WriteScreen(question, claim.note, place=place, resumed=resumed)
    text = await screen.app.push_screen_wait(asked)
    if text is not None and text.rstrip() != claim.note:
        screen.do(edit.set_note(screen.session.debate, row.claim, text))


async def tags(screen: "MapScreen") -> None:
    """Changes the selected claim's tags."""
    row = screen.row
    if row is None:
        return
    claim = screen.session.debate.claims[row.claim]
    text = await screen.app.push_screen_wait(
        PromptScreen("Tags, with commas between", ", ".join(claim.tags))
    )
    if text is not None:
        screen.do(edit.set_tags(screen.session.debate, row.claim, text.split(",")))


async def author(screen: "MapScreen") -> None:
    """Says who the selected claim is by."""
    row = screen.row
    if row is None:
        return
    claim = screen.session.debate.claims[row.claim]
    text = await screen.app.push_screen_wait(PromptScreen("Who is the claim by?", claim.by))
    if text is not None:
        screen.do(edit.set_author(screen.session.debate, row.claim, text))


async def sources(screen: "MapScreen") -> None:
    """Shows the selected claim's sources, to add to them and to change them."""
    if screen.row is not None:
        await screen.app.push_screen_wait(SourcesScreen(screen, screen.row.claim))

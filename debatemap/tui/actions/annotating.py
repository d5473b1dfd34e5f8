"""Say more of a claim: note, tags, author, sources, rating."""

from typing import TYPE_CHECKING

from debatemap import edit
from debatemap.text import excerpt
from debatemap.tui.screens.prompt import PromptScreen, WriteScreen
from debatemap.tui.screens.sources import SourcesScreen

if TYPE_CHECKING:
    from debatemap.tui.screens.map import MapScreen

__all__ = ["author", "note", "rate", "sources", "tags"]


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


async def rate(screen: "MapScreen") -> None:
    """Records how far the user holds the selected claim."""
    row = screen.row
    if row is None:
        return
    name = screen.app.settings.name or screen.app.asked_name
    if not name:
        question = "Under which name? (`name` in the settings saves this question)"
        answer = await screen.app.push_screen_wait(PromptScreen(question))
        name = screen.app.asked_name = (answer or "").strip()
    if not name.strip():
        return
    held = screen.session.debate.stances.get(name, {}).get(row.claim)
    question = f"How far do you hold “{excerpt(screen.session.debate.claims[row.claim].text, 50)}”?"
    text = await screen.app.push_screen_wait(
        PromptScreen(
            question,
            f"{held:g}" if held is not None else "",
            "0 not at all, 100 fully; nothing takes the rating back",
        )
    )
    if text is not None:
        screen.do(edit.rate(screen.session.debate, row.claim, name, _number(text)))


def _number(text: str) -> float | None:
    """Returns a rating as it was typed, or None for nothing.

    Raises:
        edit.EditRefusedError: It is no number.
    """
    text = text.strip().removesuffix("%").strip()
    try:
        number = float(text) if text else None
    except ValueError:
        raise edit.EditRefusedError(f"{excerpt(text)} is no number from 0 to 100") from None
    return int(number) if number is not None and number.is_integer() else number

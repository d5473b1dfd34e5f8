"""Maps with texts beside them, and users who map these by keys that are counted."""

import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import Final, NamedTuple

from debatemap.tui.views.text.text_view import TextView
from tests.tui.driver import Driver

__all__ = ["FIXTURE", "Mapped", "copied", "map_text", "shown_text", "view_of"]

FIXTURE: Final = Path(__file__).parents[1] / "texts/fixture"


class Mapped(NamedTuple):
    """How a passage becomes a claim.

    Attributes:
        keys: The keys that select it and say what it is.
        words: The words of the claim.
        quote: The words that it quotes.
        place: Where they stand.
    """

    keys: Sequence[str]
    words: str
    quote: str
    place: str


def copied(folder: Path, name: str = "ferry.json") -> Path:
    """Returns a copy of a map of the fixture, with its texts."""
    shutil.copytree(FIXTURE / "texts", folder / "texts")
    shutil.copy(FIXTURE / name, folder / name)
    return folder / name


def view_of(user: Driver) -> TextView:
    """Returns the text that the keys go to."""
    view = user.map.views.active
    assert isinstance(view, TextView)
    return view


def shown_text(user: Driver) -> str:
    """Returns what is selected in the text, on one line."""
    view = view_of(user)
    assert view.page is not None
    return " ".join(view.page.text.text[view.selection.start : view.selection.end].split())


async def map_text(user: Driver, mapped: Sequence[Mapped]) -> int:
    """Maps passages of a text, which is not shown yet; returns how many keys that took.

    The letters of the claims are not counted, all else is: the keys that show the text as well.
    """
    shows = ("%", "x")
    await user.press(*shows)
    await user.until(lambda: view_of(user).page is not None, "the text")
    pressed = len(shows)
    for each in mapped:
        await user.press(*each.keys)
        assert user.writing, f"{each.keys} open no editor:\n{user.text}"
        await user.type(each.words)
        await user.press("enter")
        pressed += len(each.keys) + 1
        assert user.words == each.words
        await user.until(lambda: _is_found(user), "what is quoted now")
    return pressed


def _is_found(user: Driver) -> bool:
    """Tells whether it is known what the selected claim quotes."""
    row = user.map.row
    return row is not None and bool(view_of(user).quoted.passages.of_claim(row.claim))

"""The card as text, alone and beside the outline, next to what was looked at and found good."""

from pathlib import Path
from typing import Final

import pytest

from debatemap.config import Config
from debatemap.core.glyphs import Glyphs
from debatemap.workspace.session import Session
from tests.tui.driver import opened
from tests.tui.golden import golden_file, looked_at, looks_as_it_did, names_of
from tests.tui.test_screens import MAPS

FOLDER: Final = Path(__file__).with_name("cards")
SHOTS: Final[dict[str, tuple[tuple[int, int], tuple[str, ...], Glyphs]]] = {
    "alone at 40 by 10": ((40, 10), ("j", "F", "j"), "auto"),
    "alone at 80 by 24": ((80, 24), ("j", "F", "j"), "auto"),
    "alone at 120 by 40": ((120, 40), ("j", "j", "F", "j", "l"), "auto"),
    "alone in ascii": ((80, 24), ("j", "F", "j", "enter"), "ascii"),
    "an undercut is written": ((100, 30), ("j", "F", "j", "_", *"That"), "auto"),
    "beside at 160 by 45": ((160, 45), ("j",), "auto"),
    "beside with the cursor": ((160, 45), ("j", "F", "j", "l"), "auto"),
    "three at 200 by 60": ((200, 60), ("j",), "auto"),
    "three with why": ((200, 60), ("j", "I"), "auto"),
}


LOOKED_AT: Final = looked_at(
    SHOTS, "alone at 80 by 24", "beside at 160 by 45", "three at 200 by 60"
)


@pytest.mark.parametrize("name", LOOKED_AT)
async def test_the_card_looks_as_it_did(name: str) -> None:
    size, keys, glyphs = SHOTS[name]
    settings = Config(glyphs=glyphs)
    async with opened(Session(MAPS["essay"]()), size=size, settings=settings) as user:
        await user.press(*keys)
        if not user.writing:
            await user.rest()
        await looks_as_it_did(user, golden_file(FOLDER, name))


def test_no_screen_is_left_over() -> None:
    assert set(FOLDER.iterdir()) == names_of(FOLDER, *SHOTS)

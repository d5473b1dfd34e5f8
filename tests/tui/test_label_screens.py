"""Labels and letters as text, next to what was looked at and found good."""

from pathlib import Path
from typing import Final

import pytest

from debatemap.config import Config
from debatemap.core.glyphs import Glyphs
from debatemap.workspace.session import Session
from tests.tui.driver import opened
from tests.tui.golden import WHOLE, golden_file, looked_at, looks_as_it_did, names_of
from tests.tui.test_screens import MAPS

FOLDER: Final = Path(__file__).with_name("labels")
SHOTS: Final[dict[str, tuple[tuple[int, int], tuple[str, ...], Glyphs]]] = {
    "outline at 80 by 24": ((80, 24), ("H",), "auto"),
    "outline in ascii": ((80, 24), ("H",), "ascii"),
    "outline at 120 by 40": ((120, 40), ("z", "o", "H"), "auto"),
    "outline at 200 by 60": ((200, 60), ("z", "o", "H"), "auto"),
    "two letters at 80 by 60": ((80, 60), ("%", "t", "H", "m"), "auto"),
    "prose at 80 by 24": ((80, 24), ("%", "r", "H"), "auto"),
    "table at 80 by 24": ((80, 24), ("%", "t", "H"), "auto"),
    "card at 80 by 24": ((80, 24), ("F", "H"), "auto"),
    "a letter is asked for": ((80, 24), ("j", "$", "a", "j", "$"), "auto"),
}


LOOKED_AT: Final = looked_at(SHOTS, "outline at 80 by 24", "outline at 120 by 40")


@pytest.mark.parametrize("name", LOOKED_AT)
async def test_labels_look_as_they_did(name: str) -> None:
    size, keys, glyphs = SHOTS[name]
    async with opened(Session(MAPS["essay"]()), size=size, settings=Config(glyphs=glyphs)) as user:
        await user.rest()
        for key in keys:
            # A view that has just come in has its rows after its first layout.
            await user.press(key)
        await looks_as_it_did(user, golden_file(FOLDER, name), WHOLE)


def test_no_screen_is_left_over() -> None:
    assert set(FOLDER.iterdir()) == names_of(FOLDER, *SHOTS)

"""The options side by side as text, at the sizes that people have."""

from pathlib import Path
from typing import Final

import pytest

from debatemap import edit, load
from debatemap.config import Config
from debatemap.store.locations import samples
from debatemap.workspace.session import Session
from tests.tui.driver import opened
from tests.tui.golden import golden_file, looked_at, looks_as_it_did, names_of

FOLDER: Final = Path(__file__).parent / "options"
TRAFFIC: Final = "inner-city-traffic.json"
STORAGE: Final = "shipment-storage.json"
SCREENS: Final[dict[str, tuple[str, tuple[int, int], str]]] = {
    "traffic at 40 by 10": (TRAFFIC, (40, 10), "down"),
    "traffic at 80 by 24": (TRAFFIC, (80, 24), "right"),
    "traffic at 120 by 40": (TRAFFIC, (120, 40), "right down"),
    "traffic at 200 by 60": (TRAFFIC, (200, 60), "right right down down"),
    "storage at 80 by 24": (STORAGE, (80, 24), "end"),
    "storage at 200 by 60": (STORAGE, (200, 60), "end"),
    "storage in ascii": (STORAGE, (80, 24), ""),
    "storage in words": (STORAGE, (80, 24), "down"),
    "what divides them in words": (STORAGE, (80, 24), "end"),
}


LOOKED_AT: Final = looked_at(
    SCREENS,
    *("traffic at 120 by 40", "storage at 200 by 60", "storage in words"),
)


@pytest.mark.parametrize("name", LOOKED_AT)
async def test_the_options_look_as_they_did(name: str) -> None:
    file, size, keys = SCREENS[name]
    debate = load(next(path for path in samples() if path.name == file))
    debate.apply(edit.set_question(debate, "What shall we do?"))
    settings = Config(
        glyphs="ascii" if "ascii" in name else "unicode", plain=name.endswith("in words")
    )
    async with opened(Session(debate), size=size, settings=settings) as user:
        await user.press("%", "c")
        await user.until_shown("4 options")
        await user.press(*keys.split())
        await looks_as_it_did(user, golden_file(FOLDER, name))


def test_no_screen_is_kept_that_nothing_compares() -> None:
    assert set(FOLDER.iterdir()) == names_of(FOLDER, *SCREENS)

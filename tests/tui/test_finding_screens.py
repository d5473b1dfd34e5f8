"""Screens of the filter and of the list of finds, beside those that were found good."""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pytest

from debatemap import load
from debatemap.config import Config
from debatemap.core.debate import Debate
from debatemap.store.locations import samples
from debatemap.workspace.session import Session
from tests.extent import share
from tests.tui.driver import opened
from tests.tui.golden import golden_file, looked_at, looks_as_it_did, names_of

FOLDER: Final = Path(__file__).with_name("finding")
SIZES: Final = ((80, 24), (120, 40), (200, 60))
FILTERED: Final = ("f", *"weights", "enter")
LISTED: Final = ("|", *"weights", "down")
USUAL: Final = Config()


@dataclass(frozen=True)
class Shot:
    """A screen to look at: how large, and the keys that lead there."""

    size: tuple[int, int]
    keys: tuple[str, ...]
    settings: Config = USUAL
    no_colour: bool = False


def _sizes(name: str, keys: tuple[str, ...]) -> dict[str, Shot]:
    return {f"{name} at {size[0]} by {size[1]}": Shot(size, keys) for size in SIZES}


SHOTS: Final[dict[str, Shot]] = {
    **_sizes("a filter is typed", FILTERED[:-1]),
    **_sizes("a filter", FILTERED),
    **_sizes("a list of finds", LISTED),
    "a filter at 40 by 10": Shot((40, 10), FILTERED),
    "a list of finds at 40 by 10": Shot((40, 10), LISTED),
    "a filter read on": Shot((80, 24), (*FILTERED, "N", "l", "l", "j")),
    "a filter in ascii": Shot((80, 24), FILTERED, Config(glyphs="ascii")),
    "a list of finds in ascii": Shot((80, 24), LISTED, Config(glyphs="ascii")),
    "a filter in light": Shot((80, 24), FILTERED, Config(theme="debatemap-light")),
    "a list of finds in light": Shot((120, 40), LISTED, Config(theme="debatemap-light")),
    "a filter without colours": Shot((80, 24), FILTERED, no_colour=True),
    "a list of finds without colours": Shot((120, 40), LISTED, no_colour=True),
    "a filter in words": Shot((80, 24), FILTERED, Config(plain=True)),
    "a list of finds in words": Shot((80, 24), LISTED, Config(plain=True)),
}


def essay() -> Debate:
    return load(next(path for path in samples() if path.name == "open-source-ai.json"))


LOOKED_AT: Final = looked_at(
    SHOTS,
    *("a filter is typed at 80 by 24", "a filter is typed at 200 by 60"),
    *("a filter at 120 by 40", "a filter at 200 by 60"),
    *("a list of finds at 80 by 24", "a list of finds at 120 by 40"),
)
"""Each at one size, and another one at another size."""


@pytest.mark.parametrize("name", share([*LOOKED_AT], 0, 2))
async def test_a_screen_looks_as_it_did(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    shot = SHOTS[name]
    if shot.no_colour:
        monkeypatch.setenv("NO_COLOR", "1")
    async with opened(Session(essay()), size=shot.size, settings=shot.settings) as user:
        await user.press(*shot.keys[:1])
        await user.rest_of_details()
        await user.press(*shot.keys[1:])
        await user.rest_of_details()
        await looks_as_it_did(user, golden_file(FOLDER, name), with_attributes=shot.no_colour)


def test_no_screen_is_left_over() -> None:
    assert set(FOLDER.iterdir()) == names_of(FOLDER, *SHOTS)

"""The picture of the map as text, beside what was looked at and found good."""

from collections.abc import Mapping
from pathlib import Path
from typing import Final, NamedTuple

import pytest

from debatemap import load
from debatemap.config import Config
from debatemap.core.debate import Debate
from debatemap.core.glyphs import Glyphs
from debatemap.workspace.session import Session
from tests.extent import share
from tests.tui.driver import opened
from tests.tui.golden import golden_file, looked_at, looks_as_it_did, names_of
from tests.tui.maps import rain

FOLDER: Final = Path(__file__).with_name("pictures")
MAPS: Final = Path(__file__).parents[2] / "maps"
SIZES: Final = ((80, 24), (120, 40), (200, 60))


class Shot(NamedTuple):
    """A screen to look at: which map, how large, and the keys that lead there."""

    map: str
    size: tuple[int, int]
    keys: tuple[str, ...] = ()
    glyphs: Glyphs = "auto"
    theme: str = "debatemap-dark"
    is_plain: bool = False


def _shots() -> Mapping[str, Shot]:
    found = {}
    for size in SIZES:
        at = f"at {size[0]} by {size[1]}"
        found[f"essay {at}"] = Shot("open-source-ai", size)
        found[f"essay in ascii {at}"] = Shot("open-source-ai", size, ("l",), "ascii")
        found[f"essay in light {at}"] = Shot(
            "open-source-ai", size, ("l",), theme="debatemap-light"
        )
        lines = ("z", "o", *["%", "-"] * (2 if size[1] > 30 else 1))
        found[f"traffic as lines {at}"] = Shot("inner-city-traffic", size, lines)
        dots = (*lines, "%", "-")
        found[f"traffic as dots {at}"] = Shot("inner-city-traffic", size, dots)
    return found | {
        "rain": Shot("rain", (138, 40), ("l",)),
        "rain in ascii": Shot("rain", (138, 40), ("l",), "ascii"),
        "rain at 40 by 10": Shot("rain", (40, 10), ("l",)),
        "rain in sentences": Shot("rain", (80, 24), ("l",), is_plain=True),
        "rain while a con is written": Shot("rain", (138, 40), ("l", "-", "N", "o")),
        "a branch": Shot("open-source-ai", (120, 40), ("l", "enter")),
    }


SHOTS: Final = _shots()


def map_of(name: str) -> Debate:
    return rain() if name == "rain" else load(MAPS / f"{name}.json")


LOOKED_AT: Final = looked_at(
    SHOTS,
    *("essay at 80 by 24", "essay at 200 by 60"),
    *("essay in ascii at 120 by 40", "essay in ascii at 200 by 60"),
    *("essay in light at 80 by 24", "essay in light at 120 by 40"),
    *("traffic as lines at 80 by 24", "traffic as lines at 200 by 60"),
    *("traffic as dots at 120 by 40", "traffic as dots at 80 by 24"),
)
"""Each at one size, and another one at another size."""


@pytest.mark.parametrize("name", share([*LOOKED_AT], 0, 2))
async def test_a_picture_looks_as_it_did(name: str) -> None:
    shot = SHOTS[name]
    settings = Config(glyphs=shot.glyphs, theme=shot.theme, plain=shot.is_plain)
    async with opened(Session(map_of(shot.map)), size=shot.size, settings=settings) as user:
        await user.press("%", "g")
        await user.rest()
        await user.press(*shot.keys)
        await user.rest()
        await looks_as_it_did(user, golden_file(FOLDER, name))


def test_no_picture_is_left_over() -> None:
    assert set(FOLDER.iterdir()) == names_of(FOLDER, *SHOTS)

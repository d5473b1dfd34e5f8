"""The screens as text, beside those that were looked at and found good."""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pytest

from debatemap import load
from debatemap.config import Config
from debatemap.core.debate import Debate
from debatemap.core.glyphs import Glyphs
from debatemap.store.locations import samples
from debatemap.workspace.session import Session
from tests.extent import share
from tests.tui.driver import opened
from tests.tui.golden import golden_file, looks_as_it_did, names_of
from tests.tui.maps import disputed, empty, rain

FOLDER: Final = Path(__file__).with_name("screens")
EDITOR: Final = ("Editor", "HintBar")
CHORDS: Final = ("ChordMenu",)
DETAILS: Final = ("Details",)


def essay() -> Debate:
    return load(next(path for path in samples() if path.name == "open-source-ai.json"))


@dataclass(frozen=True)
class Shot:
    """A screen to look at: what is open, how large, the keys that lead there, and which part."""

    debate: str
    size: tuple[int, int]
    keys: tuple[str, ...] = ()
    glyphs: Glyphs = "auto"
    parts: tuple[str, ...] = ()


MAPS: Final = {"essay": essay, "rain": rain, "empty": empty, "disputed": disputed}
SHOTS: Final[dict[str, Shot]] = {
    "essay at 80 by 24": Shot("essay", (80, 24), ("j",)),
    "essay at 160 by 45": Shot("essay", (160, 45), ("j", "l", "j", "j")),
    "essay at 40 by 10": Shot("essay", (40, 10), ("j", "k")),
    "essay unfolded at 110 by 40": Shot("essay", (110, 40), ("z", "o", "j", "j", "j", "j")),
    "essay searched": Shot("essay", (100, 30), ("/", *"weights")),
    "essay stepped into": Shot("essay", (100, 24), ("j", "l", "j", "enter")),
    "details below": Shot("rain", (80, 24), ("j",), parts=DETAILS),
    "details beside": Shot("rain", (110, 24), ("j", "l"), parts=DETAILS),
    "a con is written": Shot("rain", (80, 24), ("j", "-", *"But"), parts=EDITOR),
    "words are changed": Shot("rain", (80, 20), ("j", "j", "e", *" Now"), parts=EDITOR),
    "what was written is asked about": Shot("rain", (80, 20), ("j", "-", *"But", "escape")),
    "the picker": Shot("rain", (100, 24), ("j", "L", *"o")),
    "the picker at 40 by 12": Shot("rain", (40, 12), ("j", "L", *"o")),
    "a delete is asked about": Shot("rain", (80, 20), ("j", "D")),
    "the palette": Shot("rain", (100, 24), (":", *"add")),
    "the help": Shot("rain", (100, 30), ("?",)),
    "the chords of z": Shot("rain", (80, 20), ("z",), parts=CHORDS),
    "the sources": Shot("rain", (100, 24), ("j", "s")),
    "the figures": Shot("rain", (80, 30), ("g", "i")),
    "a prompt": Shot("rain", (80, 20), ("j", "t")),
    "a note": Shot("rain", (80, 24), ("j", "c")),
    "marked to be joined": Shot("rain", (60, 14), ("j", "v", "v")),
    "an empty map": Shot("empty", (80, 14)),
    "conflicts wait": Shot("disputed", (80, 14)),
    "conflicts at 80 by 24": Shot("disputed", (80, 24), ("C", "j", "j")),
    "conflicts at 130 by 24": Shot("disputed", (130, 24), ("C", "j")),
    "conflicts at 40 by 10": Shot("disputed", (40, 10), ("C", "j", "j")),
    "all conflicts are settled": Shot("disputed", (60, 12), ("C", "1", "1", "1", "1")),
    "the chords of w": Shot("rain", (80, 24), ("j", "w"), parts=CHORDS),
    "a what-if at 80 by 24": Shot("rain", (80, 24), ("j", "j", "w", "w", "k", "w", "F")),
    "a what-if at 110 by 34": Shot("rain", (110, 34), ("j", "j", "w", "w", "k", "w", "T")),
    "a what-if at 40 by 10": Shot("rain", (40, 10), ("j", "w", "w")),
    "what is assumed": Shot("rain", (80, 24), ("j", "w", "a", "j", "w", "w", "w", "F", "w", "l")),
    "a what-if is to be applied": Shot("rain", (80, 24), ("j", "w", "a", "w", "p")),
    "essay in ascii": Shot("essay", (80, 24), ("j", "l", "j"), "ascii"),
    "joint premises in ascii": Shot("rain", (80, 24), ("z", "o", "j", "v", "j", "j"), "ascii"),
    "essay in ascii at 40 by 10": Shot("essay", (40, 10), ("j",), "ascii"),
    "the crux in ascii at 40 by 10": Shot("rain", (40, 10), ("j", "g", "x"), "ascii"),
    "the picker in ascii at 60 by 16": Shot("rain", (60, 16), ("j", "L", *"o"), "ascii"),
    "the chords of w at 40 by 10": Shot("rain", (40, 10), ("j", "w")),
    "a long message at 40 by 10": Shot("rain", (40, 10), ("j", "g", "D")),
    "a filter": Shot("rain", (80, 14), ("f", *"roots", "enter")),
}


@pytest.mark.parametrize("name", share([*SHOTS], 0, 2))
async def test_a_screen_looks_as_it_did(name: str) -> None:
    shot = SHOTS[name]
    settings = Config(glyphs=shot.glyphs)
    async with opened(Session(MAPS[shot.debate]()), size=shot.size, settings=settings) as user:
        await user.press(*shot.keys[:1])
        await user.rest_of_details()
        await user.press(*shot.keys[1:])
        await user.rest_of_details()
        await looks_as_it_did(user, golden_file(FOLDER, name), *shot.parts)


def test_no_screen_is_left_over() -> None:
    assert set(FOLDER.iterdir()) == names_of(FOLDER, *SHOTS)

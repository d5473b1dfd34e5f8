"""Emoji of several characters, pasted in a terminal into every field, arrive whole."""

from collections.abc import Callable
from pathlib import Path
from typing import Final, NamedTuple

import pytest

from debatemap import edit, load, save
from debatemap.core.debate import Debate
from debatemap.core.scenarios import scenarios_in
from debatemap.store.locations import config_file
from tests.extent import share
from tests.tui.maps import rain
from tests.tui.terminal import Terminal, loaded, pasted

FAMILY: Final = "\U0001f468\u200d\U0001f469\u200d\U0001f467\u200d\U0001f466"
FLAG: Final = "\U0001f1e9\U0001f1ea"
THUMB: Final = "\U0001f44d\U0001f3fd"
WORDS: Final = f"a{FAMILY}{FLAG}{THUMB}z"


class Field(NamedTuple):
    """A field: the keys that open it, those that accept, and where its text goes."""

    opens: str
    accepts: str
    held: Callable[[Debate], object]


FIELDS: Final[dict[str, Field]] = {
    "a new claim": Field(
        "O", "\r\r", lambda d: next(c.text for c in d.claims.values() if c.text[0] == "a")
    ),
    "a claim": Field("Ge\x15", "\r", lambda d: d.claims["snow"].text),
    "a note": Field("c", "\x13", lambda d: d.claims["rain"].note),
    "tags": Field("t", "\r", lambda d: d.claims["rain"].tags[0]),
    "an author": Field("@", "\r", lambda d: d.claims["rain"].by),
    "the title": Field("gt\x15", "\r", lambda d: d.header.title),
    "a scenario": Field("wtwk", "\r", lambda d: next(iter(scenarios_in(d.header)))),
}
SEARCHED: Final = {"search": "/", "a filter": "f", "the picker": "jL"}


@pytest.fixture
def file(tmp_path: Path) -> Path:
    debate = rain()
    debate.apply(edit.reword(debate, "floods", f"Streets {WORDS} flood."))
    save(debate, tmp_path / "rain.json")
    config_file().parent.mkdir(parents=True, exist_ok=True)
    config_file().write_text('name = "zoe"\n')
    return tmp_path / "rain.json"


def is_shown(terminal: Terminal) -> None:
    terminal.wait_for("Rain is good.", "move")


@pytest.mark.parametrize("field", share([*FIELDS], 1, 2))
def test_emoji_that_are_pasted_arrive_whole(file: Path, field: str) -> None:
    opens, accepts, held = FIELDS[field]
    with loaded(file) as terminal:
        is_shown(terminal)
        terminal.press(f"{opens}{pasted(WORDS)}{accepts}")
        terminal.press("\x13")
        terminal.wait_for("Saved to")
    assert held(load(file)) == WORDS


@pytest.mark.parametrize("field", share([*FIELDS], 0, 2))
def test_backspace_takes_one_emoji_away_and_leaves_the_others_whole(file: Path, field: str) -> None:
    opens, accepts, held = FIELDS[field]
    with loaded(file) as terminal:
        is_shown(terminal)
        terminal.press(f"{opens}{pasted(WORDS)}\x7f\x7f{accepts}")
        terminal.press("\x13")
        terminal.wait_for("Saved to")
    assert held(load(file)) == f"a{FAMILY}{FLAG}"


@pytest.mark.parametrize("field", SEARCHED)
def test_emoji_that_are_pasted_are_searched_for(file: Path, field: str) -> None:
    with loaded(file) as terminal:
        is_shown(terminal)
        terminal.press(f"{SEARCHED[field]}{pasted(f'{FAMILY}{FLAG}{THUMB}')}")
        if field == "the picker":
            terminal.wait_until_gone("Snow is white.")
        else:
            terminal.wait_for("1 of 9" if field == "a filter" else "1 found")
        # The emulator puts what follows such emoji in other cells than a terminal does.
        terminal.wait_for("Streets")

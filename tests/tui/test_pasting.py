"""What is pasted arrives once, whole, clean and in order, in a terminal."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest

from debatemap import load, save
from debatemap.core.debate import Debate
from debatemap.core.text import clean
from debatemap.store.locations import config_file
from tests.extent import some
from tests.tui.maps import rain
from tests.tui.terminal import Terminal, loaded, pasted

WORDS: Final = {
    "one line": "alpha beta",
    "several lines": "alpha\n\nbeta\ngamma",
    "tabs": "alpha\tbeta\t\tgamma",
    "CRLF": "alpha\r\nbeta\r\ngamma",
    "CR, as most terminals send it": "alpha\rbeta\rgamma",
    "emoji": "alpha \U0001f600 \U0001f469\u200d\U0001f52c \U0001f1e9\U0001f1ea e\u0301",
    "controls": "alpha\x1b]2;PWNED\x07 be\x00ta\x9b",
    "markup": "[@click=app.quit]alpha[/] [b",
    "keys": "alpha :q! dd xx",
    "a letter": "a",
}
AS_ONE_LINE: Final = {"CR, as most terminals send it", "CRLF", "several lines", "tabs"}


@pytest.fixture
def file(tmp_path: Path) -> Path:
    save(rain(), tmp_path / "rain.json")
    config_file().parent.mkdir(parents=True, exist_ok=True)
    config_file().write_text('name = "zoe"\n')
    return tmp_path / "rain.json"


def is_shown(terminal: Terminal) -> None:
    """Waits until the map is shown and takes keys."""
    terminal.wait_for("Rain is good.", "move")


def saved(terminal: Terminal) -> None:
    terminal.press("\x13")
    terminal.wait_for("Saved to")


def kept(file: Path, opens: str, accepts: str) -> Iterator[tuple[str, Debate]]:
    """Pastes all words into one field in turn; yields of which kind they are, and what is saved."""
    with loaded(file) as terminal:
        is_shown(terminal)
        for kind, words in WORDS.items():
            terminal.press(f"{opens}<{pasted(words)}>{accepts}")
            terminal.wait_for("● unsaved")
            saved(terminal)
            terminal.wait_until_gone("● unsaved")
            yield kind, load(file)
            terminal.press("u")
            terminal.wait_until_gone("Saved to")
            terminal.wait_for("● unsaved")


def test_a_paste_into_the_editor_arrives_once(file: Path) -> None:
    before = {claim.text for claim in rain().claims.values()}
    for kind, debate in kept(file, "G-", "\r\r"):
        added = {claim.text for claim in debate.claims.values()} - before
        assert added == {clean(f"<{WORDS[kind]}>")}, kind


def test_a_paste_into_a_note_arrives_once(file: Path) -> None:
    for kind, debate in kept(file, "c", "\x13"):
        assert debate.claims["rain"].note == clean(f"<{WORDS[kind]}>"), kind


def test_a_paste_into_a_line_arrives_once_on_one_line(file: Path) -> None:
    for kind, debate in kept(file, "@", "\r"):
        words = clean(WORDS[kind])
        words = " ".join(words.split()) if kind in AS_ONE_LINE else words
        assert debate.claims["rain"].by == f"<{words}>", kind


FIELDS: Final = (
    "-", "e", "c", "/", "f", "L", "m", "t", "@", "s", "s\r", ":", "?", "r", "gt", "gs", "gm", "gc",
    "gi", "go", "gb",
)  # fmt: skip
"""Keys that lead to each field; `test_typed_ahead.py` pastes into most of them in one terminal."""


@pytest.mark.parametrize("keys", some(FIELDS, "-", "/", "L", "s\r", "gm"))
def test_a_paste_in_one_read_with_its_key_arrives_once(file: Path, keys: str) -> None:
    with loaded(file) as terminal:
        is_shown(terminal)
        terminal.press(f"j{keys}{pasted('zeb')}ra{pasted('xyz')}")
        terminal.wait_for("zebraxyz")
        terminal.read(0.2)
        assert terminal.text.count("zeb") == terminal.text.count("zebraxyz")


def test_a_paste_onto_the_map_runs_no_command(file: Path) -> None:
    with loaded(file) as terminal:
        is_shown(terminal)
        terminal.press(f"{pasted('xdd:Oxx')}G-words\r\r")
        terminal.wait_for("words")
        saved(terminal)
    assert len(load(file).claims) == len(rain().claims) + 1


def test_a_paste_of_a_megabyte_arrives_whole(file: Path) -> None:
    text = "".join(f"line {number} of many\n" for number in range(48_000)).strip()
    with loaded(file) as terminal:
        is_shown(terminal)
        terminal.press(f"c{pasted(text)}!\x13")
        terminal.wait_for("● unsaved")
        saved(terminal)
    assert load(file).claims["rain"].note == f"{text}!"

"""What is pasted arrives once, whole, clean and in order, in a terminal."""

from pathlib import Path
from typing import Final

import pytest

from debatemap import load, save
from debatemap.core.text import clean
from debatemap.store.locations import config_file
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


@pytest.mark.parametrize("kind", WORDS)
def test_a_paste_into_the_editor_arrives_once(file: Path, kind: str) -> None:
    with loaded(file) as terminal:
        is_shown(terminal)
        terminal.press(f"G-<{pasted(WORDS[kind])}>\r\r")
        terminal.wait_for("● unsaved")
        saved(terminal)
    added = {claim.text for claim in load(file).claims.values()} - {
        claim.text for claim in rain().claims.values()
    }
    assert added == {clean(f"<{WORDS[kind]}>")}


@pytest.mark.parametrize("kind", WORDS)
def test_a_paste_into_a_note_arrives_once(file: Path, kind: str) -> None:
    with loaded(file) as terminal:
        is_shown(terminal)
        terminal.press(f"c<{pasted(WORDS[kind])}>\x13")
        terminal.wait_for("Wrote the note on")
        saved(terminal)
    assert load(file).claims["rain"].note == clean(f"<{WORDS[kind]}>")


@pytest.mark.parametrize("kind", WORDS)
def test_a_paste_into_a_line_arrives_once_on_one_line(file: Path, kind: str) -> None:
    with loaded(file) as terminal:
        is_shown(terminal)
        terminal.press(f"@<{pasted(WORDS[kind])}>\r")
        terminal.wait_for("● unsaved")
        saved(terminal)
    words = clean(WORDS[kind])
    words = " ".join(words.split()) if kind in AS_ONE_LINE else words
    assert load(file).claims["rain"].by == f"<{words}>"


@pytest.mark.parametrize(
    "keys",
    ["-", "e", "c", "/", "f", "L", "m", "t", "@", "s", "s\r", ":", "?", "r", "gt", "gs", "gm", "gc",
     "gi", "go", "gb"],
)  # fmt: skip
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

"""Keys that come in one read with the key that opens something, in a terminal."""

from collections.abc import Callable
from pathlib import Path
from typing import Final

import pytest

from debatemap import load, save
from debatemap.core.debate import Debate
from debatemap.core.model import Claim, Header
from debatemap.store.locations import config_file
from tests.extent import is_long
from tests.tui.maps import rain
from tests.tui.terminal import Terminal, loaded, running

SAVED = "Saved to"
SAVE = "\x13"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    save(rain(), tmp_path / "rain.json")
    config_file().parent.mkdir(parents=True, exist_ok=True)
    config_file().write_text('name = "zoe"\n')
    return tmp_path / "rain.json"


def texts(file: Path) -> list[str]:
    return [claim.text for claim in load(file).claims.values()]


def is_shown(terminal: Terminal) -> None:
    """Waits until the map is shown and takes keys."""
    terminal.wait_for("Rain is good.", "move")


def saved(terminal: Terminal) -> None:
    terminal.press(SAVE)
    terminal.wait_for(SAVED)


def test_the_words_behind_a_key_reach_the_editor(file: Path) -> None:
    known = texts(file)
    with loaded(file, size=(100, 60)) as terminal:
        is_shown(terminal)
        for keys, added in (
            ("G-delays\r\r", ["delays"]),
            ("G-x\r\r", ["x"]),
            ("G-text\r+more\r\r", ["text", "+more"]),
            ("G+dd\rqq\r\r", ["dd", "qq"]),
            ("jGO:q!\r\r", [":q!"]),
            ("G-one\r\r+two\r\r", ["one", "two"]),
            ("zoG-u\r\rgg+uu\r\r", ["u", "uu"]),
            ("G-a\x0a\x0ay\r\r", ["a\n\ny"]),
            ("?\x1bG-after help\r\r", ["after help"]),
            ("G-\x1b-after an editor\r\r", ["after an editor"]),
            ("gg/hotel\x1b\x1bG+after a search\r\r", ["after a search"]),
            ("Gg\x1b-after a chord\r\r", ["after a chord"]),
        ):
            terminal.press(keys)
            terminal.wait_for("● unsaved", *added[-1].split())
            terminal.press(SAVE)
            terminal.wait_until_gone("● unsaved")
            known += added
            assert sorted(texts(file)) == sorted(known), keys


def _tags(debate: Debate) -> object:
    return debate.claims["rain"].tags


@pytest.mark.parametrize(
    ("keys", "seen", "held"),
    [
        ("tcost\r", _tags, ("cost",)),
        ("gtdq\r", lambda debate: debate.header.title, "The weatherdq"),
        ("@jkl\r", lambda debate: debate.claims["rain"].by, "jkl"),
        ("cdelete\x13", lambda debate: debate.claims["rain"].note, "delete"),
        ("r80\r", lambda debate: [*debate.stances.values()], [{"rain": 80}]),
        ("gtA\rgtB\r", lambda debate: debate.header.title, "The weatherAB"),
        ("tcost\r-x\r\r", lambda debate: len(debate.claims), 10),
        ("s\r\x1b[Z\x1b[A\tjk\tdd\txx\tqq\tuuq\t\t7\r\x1b", lambda debate: len(debate.sources), 2),
    ],
)
def test_the_words_behind_a_key_reach_the_dialog(
    file: Path, keys: str, seen: Callable[[Debate], object], held: object
) -> None:
    with loaded(file) as terminal:
        is_shown(terminal)
        terminal.press(keys)
        terminal.wait_for("● unsaved")
        saved(terminal)
    assert seen(load(file)) == held


LINES: Final = {
    "/": "flood",
    "f": "drink",
    ":": "figures",
    "?": "flip",
    "L": "wells",
    "m": "jdrink",
    "gs": "dd.json",
    "gc": "dark",
    "gi": "zz",
    "go": "dd",
}
"""Keys that lead to a line in which one types, and words in it that no screen shows before."""


def test_the_words_behind_a_key_reach_the_line(file: Path) -> None:
    before = file.read_bytes()
    with loaded(file) as terminal:
        is_shown(terminal)
        for keys, words in LINES.items():
            terminal.press(f"ggj{keys}{words}")
            terminal.wait_for(f"{words} ")
            terminal.press("\x1b")
            # It is asked once before what was typed is dropped.
            terminal.wait_for("Escape again")
            terminal.press("\x1b")
            terminal.wait_until_gone("Escape again")
        terminal.press("q")
        assert terminal.wait_for_end() == 0, "nothing is unsaved: no key ran as a command"
    assert file.read_bytes() == before


def test_a_long_text_is_pasted_into_each_field_once(file: Path) -> None:
    words = "many words " * (2**20 // 11) + "the_end"
    fewer = words if is_long() else words[-(2**17) :]
    with loaded(file) as terminal:
        is_shown(terminal)
        for field in (
            "/",
            "f",
            ":",
            "?",
            "L",
            "m",
            "t",
            "@",
            "gt",
            "gs",
            "gm",
            "gi",
            "go",
            "c",
            "-",
        ):
            terminal.press(field)
            terminal.paste(words if field == "-" else fewer)
            terminal.wait_for("the_end")
            if field == "-":
                break
            terminal.press("\x1b")
            terminal.read(0.05)
            terminal.press("\x1b")
            terminal.wait_until_gone("the_end")
        terminal.press("\r\r")
        terminal.wait_until_gone("Escape leaves")
        saved(terminal)
    assert [text for text in texts(file) if "the_end" in text] == [words]


def test_keys_that_are_typed_as_the_program_starts_are_not_lost(file: Path) -> None:
    before = texts(file)
    with running(file) as terminal:
        while b"\x1b[?2004h" not in terminal.sent:
            terminal.read()
        terminal.press("G-tdxq\r\r")
        terminal.wait_for("tdxq")
        saved(terminal)
    assert sorted(texts(file)) == sorted([*before, "tdxq"])


def test_enter_that_is_typed_before_the_program_takes_the_terminal_is_enter(file: Path) -> None:
    before = texts(file)
    with running(file) as terminal:
        terminal.press("G-early\r\r")
        terminal.wait_for("early", "unsaved")  # The second Enter may take "Added" away at once.
        saved(terminal)
    assert sorted(texts(file)) == sorted([*before, "early"])


def large(count: int = 40_000) -> Debate:
    """Returns a map that is read while the screen says so."""
    claims = {f"c{n:09}": Claim(f"Claim {n:,}: {'so many words ' * 6}") for n in range(count)}
    return Debate(Header("large000001", "Large"), claims)


def test_keys_that_are_typed_while_a_map_is_read_wait_for_it(tmp_path: Path) -> None:
    file = tmp_path / "large.json"
    save(large(), file)
    with loaded(file) as terminal:
        terminal.wait_for("Escape stops")
        terminal.press("Oqdx\r\r")
        terminal.wait_for("qdx")
        saved(terminal)
    assert "qdx" in texts(file)


def test_a_map_that_is_read_can_be_stopped_at_once(tmp_path: Path) -> None:
    file = tmp_path / "large.json"
    save(large(120_000), file)  # No key may come so late that the map is shown.
    for key in ("q", "Oabc\x1b", "\x03"):
        with loaded(file) as terminal:
            terminal.wait_for("Escape stops")
            terminal.press(key)
            assert terminal.wait_for_end() == 0


def test_a_click_behind_a_key_keeps_its_place(file: Path) -> None:
    before = texts(file)
    with loaded(file) as terminal:
        is_shown(terminal)
        terminal.press("G-ab\x1b[<0;20;6M\x1b[<0;20;6m\x1b[<0;20;6M\x1b[<0;20;6mdx\r\r")
        terminal.wait_for("abdx")
        saved(terminal)
    assert sorted(texts(file)) == sorted([*before, "abdx"])


@pytest.mark.parametrize(
    "keys", ["gtNew\r\r", "gtNew\r\r\r\x1b\x1b", "gtNew\rq\x1b", "gtNew\rqcc", "gtNew\r:gui\r\r"]
)
def test_what_comes_behind_an_answer_goes_to_the_map(file: Path, keys: str) -> None:
    with loaded(file) as terminal:
        is_shown(terminal)
        terminal.press(keys)
        terminal.wait_for("New")
        if ":" in keys:
            # A list asks before it drops what was typed.
            terminal.wait_for("No command has such a name.")
            terminal.press("\x1b")
            terminal.wait_for("Escape again leaves")
        terminal.press("\x1b")
        terminal.read(0.3)
        terminal.press("G-still here\r\r")
        terminal.wait_for("still here")
        saved(terminal)
    assert load(file).header.title == "The weatherNew"


def test_the_other_ways_to_end_a_question_in_one_read(file: Path) -> None:
    with loaded(file) as terminal:
        is_shown(terminal)
        terminal.press("gtNew\r")
        terminal.wait_for("New")
        terminal.press("qdj")
        assert terminal.wait_for_end() == 0
    assert load(file).header.title == "The weather"


def test_rating_many_claims_in_one_read(file: Path) -> None:
    with loaded(file) as terminal:
        is_shown(terminal)
        terminal.press("R60\rs80\r\x1b")
        terminal.wait_for("You rated 2")
        terminal.press("\x1b")
        terminal.wait_until_gone("You rated 2")
        saved(terminal)
    ((_, ratings),) = load(file).stances.items()
    assert sorted(ratings.values()) == [60, 80]

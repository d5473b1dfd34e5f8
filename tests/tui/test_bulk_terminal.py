"""Edits of many claims in a terminal; what is saved tells what came."""

from pathlib import Path

import pytest

from debatemap import edit, load, save
from debatemap.core.debate import Debate
from tests.posix import pty
from tests.tui.maps import rain
from tests.tui.terminal import Terminal, loaded

pytestmark = pytest.mark.skipif(pty is None, reason="it needs a pseudo-terminal")


def _selected(terminal: Terminal, words: str) -> None:
    """Waits until the row with the bar of the cursor says something."""
    terminal.wait_until(
        lambda: any(line.startswith("▌") and words in line for line in terminal.screen.display),
        f"{words} is not selected",
    )


def _go(terminal: Terminal, claim: str, words: str) -> None:
    """Goes to an id."""
    terminal.press("g/")
    terminal.wait_for("Go to which id")
    terminal.paste(claim)
    terminal.press("\r")
    _selected(terminal, words)


def _mark(terminal: Terminal, **claims: str) -> None:
    for claim, words in claims.items():
        _go(terminal, claim, words)
        terminal.press("v")


def _saved(terminal: Terminal, file: Path) -> Debate:
    """Saves the map, and returns what the file holds then."""
    before = file.read_bytes()
    terminal.press("\x13")
    terminal.wait_until(lambda: file.read_bytes() != before, "nothing is saved")
    return load(file)


@pytest.fixture(name="file")
def _file(tmp_path: Path) -> Path:
    debate = rain()
    for words in ("One more.", "Two more.", "Three more."):
        debate.apply(edit.add_unplaced(debate, words))
    save(debate, tmp_path / "rain.json")
    return tmp_path / "rain.json"


def test_verbs_for_marked_and_for_found_claims(file: Path, tmp_path: Path) -> None:
    with loaded(file, size=(110, 40), XDG_STATE_HOME=str(tmp_path / "state")) as terminal:
        terminal.wait_for("Rain is good.", "move")
        terminal.press("zo")
        _mark(terminal, plants="Plants grow.", floods="Streets flood.")
        terminal.press("tlaw\r\r")
        terminal.wait_for("Tagged 2 claims")
        terminal.press("@")
        terminal.wait_for("Who are the 2 marked claims by?")
        terminal.paste("zoe")
        terminal.press("\r\r")
        terminal.wait_for("Named the author of 2 claims")
        terminal.press("gv")
        _mark(terminal, roots="Roots drink.", winter="Not in winter.")
        terminal.press("~\r")
        terminal.wait_for("Turned the stance of")
        terminal.press("gv")
        terminal.press("fplants or roots\r")
        terminal.wait_for("filter plants or roots")
        terminal.press("ry")
        terminal.wait_for("Under which name do you rate?")
        terminal.press("\x15")
        terminal.paste("zoe")
        terminal.press("\r")
        terminal.wait_for("How far do you hold")
        terminal.press("70\r\r")
        terminal.wait_for("Rated 2 claims 70")
        terminal.press("gFgreen\r")
        terminal.wait_for("Kept as")
        terminal.press("\x1b")
        terminal.wait_until_gone("filter plants or roots")
        terminal.press("gf")
        terminal.wait_for("plants or roots")
        terminal.press("green\r")
        terminal.wait_for("filter plants or roots")
        terminal.press("\x1b")
        now = _saved(terminal, file)
    assert now.claims["plants"].tags == ("nature", "law")
    assert now.claims["floods"].tags == ("law",)
    assert {now.claims[key].by for key in ("plants", "floods")} == {"zoe"}
    assert now.links["l-roots"].stance == "attacks"
    assert now.stances["zoe"] == {"plants": 70, "roots": 70}


def test_found_claims_are_joined_and_marked_ones_move_and_go(file: Path, tmp_path: Path) -> None:
    with loaded(file, size=(110, 40), XDG_STATE_HOME=str(tmp_path / "state")) as terminal:
        terminal.wait_for("Rain is good.", "move")
        terminal.press("zo")
        terminal.press("fplants or wells\r")
        terminal.wait_for("filter plants or wells")
        _go(terminal, "fill", "Wells fill.")
        terminal.press("&")
        terminal.wait_for("Join all 3 claims")
        terminal.press("y\r")
        terminal.wait_for("Joined 1 claim")
        terminal.press("\x1b")
        terminal.wait_until_gone("filter plants or wells")
        _mark(terminal, roots="Roots drink.", snow="Snow is white.")
        terminal.press("m")
        terminal.wait_for("Move the 2 marked claims under")
        terminal.paste("Sun is good.")
        terminal.press("\r\r")
        terminal.wait_for("Moved 2 claims")
        terminal.press("gv")
        _mark(terminal, winter="Not in winter.")
        terminal.press("d\r")
        terminal.wait_for("Deleted 1 claim")
        now = _saved(terminal, file)
    assert now.links["l-wells"].premises == ("fill", "need", "plants")
    assert len(now.links_into("sun")) == 3
    assert "winter" not in now.claims

"""Edits of many claims in a terminal; what is saved tells what came."""

from pathlib import Path

import pytest

from tests.posix import pty
from tests.tui.terminal import loaded
from tests.tui.terminal_edits import go, mark, saved, with_inbox

pytestmark = pytest.mark.skipif(pty is None, reason="it needs a pseudo-terminal")


@pytest.fixture(name="file")
def _file(tmp_path: Path) -> Path:
    return with_inbox(tmp_path)


def test_verbs_for_marked_and_for_found_claims(file: Path, tmp_path: Path) -> None:
    with loaded(file, size=(110, 40), XDG_STATE_HOME=str(tmp_path / "state")) as terminal:
        terminal.wait_for("Rain is good.", "move")
        terminal.press("zo")
        mark(terminal, plants="Plants grow.", floods="Streets flood.")
        terminal.press("tlaw\r\r")
        terminal.wait_for("Tagged 2 claims")
        terminal.press("@")
        terminal.wait_for("Who are the 2 marked claims by?")
        terminal.paste("zoe")
        terminal.press("\r\r")
        terminal.wait_for("Named the author of 2 claims")
        terminal.press("gv")
        mark(terminal, roots="Roots drink.", winter="Not in winter.")
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
        now = saved(terminal, file)
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
        go(terminal, "fill", "Wells fill.")
        terminal.press("&")
        terminal.wait_for("Join all 3 claims")
        terminal.press("y\r")
        terminal.wait_for("Joined 1 claim")
        terminal.press("\x1b")
        terminal.wait_until_gone("filter plants or wells")
        mark(terminal, roots="Roots drink.", snow="Snow is white.")
        terminal.press("m")
        terminal.wait_for("Move the 2 marked claims under")
        terminal.paste("Sun is good.")
        terminal.press("\r\r")
        terminal.wait_for("Moved 2 claims")
        terminal.press("gv")
        mark(terminal, winter="Not in winter.")
        terminal.press("d\r")
        terminal.wait_for("Deleted 1 claim")
        now = saved(terminal, file)
    assert now.links["l-wells"].premises == ("fill", "need", "plants")
    assert len(now.links_into("sun")) == 3
    assert "winter" not in now.claims

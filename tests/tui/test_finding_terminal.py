"""A filter in a real terminal: typed in one write, pasted, gone on with, kept, ended."""

from pathlib import Path

import pytest

from debatemap import edit, save
from debatemap.core.debate import Debate
from tests.posix import pty
from tests.strategies import star
from tests.tui.maps import rain
from tests.tui.terminal import loaded

pytestmark = pytest.mark.skipif(pty is None, reason="it needs a pseudo-terminal")


@pytest.fixture(name="file")
def _file(tmp_path: Path) -> Path:
    path = tmp_path / "rain.json"
    debate = rain()
    debate.apply(edit.set_note(debate, "floods", "There was a misuse of water."))
    save(debate, path)
    return path


def large() -> Debate:
    """Returns a map of many screens in which one claim has the word that is looked for."""
    debate = star(600)
    debate.apply(edit.reword(debate, list(debate.claims)[400], "A needle among claims."))
    return debate


def test_a_filter_is_typed_refined_kept_and_ended(file: Path, tmp_path: Path) -> None:
    with loaded(file, size=(80, 24), XDG_STATE_HOME=str(tmp_path / "state")) as terminal:
        terminal.wait_for("Rain is good.")
        terminal.press("fgood\r")
        terminal.wait_for("filter good   2 of 9", "Escape ends")
        terminal.press("j")
        terminal.press("f sun\r")
        terminal.wait_for("filter good sun   1 of 9")
        terminal.press("gF\x15Sunny\r")
        terminal.wait_for("Kept as “Sunny”")
        terminal.press("\x1b")
        terminal.wait_for("Streets flood.")
        terminal.wait_until_gone("1 of 9")
        terminal.press("gfsunny\r")
        terminal.wait_for("filter good sun   1 of 9")
        terminal.press("q")
        assert terminal.wait_for_end() == 0
    with loaded(file, size=(80, 24), XDG_STATE_HOME=str(tmp_path / "state")) as terminal:
        terminal.wait_for("Rain is good.")
        terminal.press("gf")
        terminal.wait_for("Sunny", "Asked last")
        terminal.press("\x1b")
        terminal.wait_until_gone("Asked last")
        terminal.press("q")
        assert terminal.wait_for_end() == 0


def test_a_paste_into_the_line_is_one_query(file: Path, tmp_path: Path) -> None:
    with loaded(file, size=(80, 24), XDG_STATE_HOME=str(tmp_path / "state")) as terminal:
        terminal.wait_for("Rain is good.")
        terminal.press("f")
        terminal.wait_for("Enter keeps")
        terminal.paste("misuse\nof water")
        terminal.wait_for("1 of 9")
        terminal.press("\r")
        terminal.wait_for("filter misuse of water   1 of 9", "in note:")


def test_two_enters_at_once_keep_the_filter_and_step_in(tmp_path: Path) -> None:
    path = tmp_path / "large.json"
    save(large(), path)
    with loaded(path, size=(80, 24), XDG_STATE_HOME=str(tmp_path / "state")) as terminal:
        terminal.wait_for("Claim")
        terminal.press("fneedle\r\r")
        terminal.wait_for("filter needle   1 of 601")
        terminal.press("\x7f")
        terminal.wait_for("A needle among claims.")


def test_the_list_of_finds_goes_to_one(file: Path, tmp_path: Path) -> None:
    with loaded(file, size=(120, 40), XDG_STATE_HOME=str(tmp_path / "state")) as terminal:
        terminal.wait_for("Rain is good.")
        terminal.press("|good")
        terminal.wait_for("2 of 9", "Enter goes there")
        terminal.press("\x1b[B\r")
        terminal.wait_until_gone("Enter goes there")
        terminal.press("e!\r")
        terminal.wait_for("Sun is good.!")

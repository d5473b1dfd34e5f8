"""A file of another program, from opening it to a map that was saved, updated and exported."""

from pathlib import Path

import pytest

from debatemap import load
from tests.posix import pty
from tests.tui.terminal import loaded

pytestmark = pytest.mark.skipif(pty is None, reason="it needs a pseudo-terminal")
TALK = "[T]: Trains should run.\n  + <Use>: Many would use them.\n  - [C]: They lose money.\n"


def test_a_file_becomes_a_map_is_updated_and_goes_out_again(tmp_path: Path) -> None:
    talk, made, out = (tmp_path / name for name in ("my talk.argdown", "my talk.json", "out.csv"))
    talk.write_text(TALK, encoding="utf-8")
    with loaded(talk, size=(100, 30), XDG_STATE_HOME=str(tmp_path / "state")) as terminal:
        terminal.wait_for("Make the map my talk.json of", "Enter makes the map")
        terminal.press("\r")
        terminal.wait_for("my talk.json", "map 2 of 2")
        terminal.press("je")
        terminal.wait_for("accepts")
        terminal.press("\x05 Really.\r")
        terminal.wait_for("Many would use them. Really.")
        terminal.press("\x13")
        terminal.wait_until(lambda: "Really." in made.read_text(encoding="utf-8"), "saved")
        talk.write_text(TALK.replace("money.", "a great deal of money."), encoding="utf-8")
        terminal.press("Bi")
        terminal.wait_for("type to find")
        terminal.paste(f"'{talk}'")
        terminal.press("\r")
        terminal.wait_for("Enter updates the map")
        terminal.press("\r")
        terminal.wait_for("They lose a great deal of money.")
        terminal.press("Be")
        terminal.wait_for("Export in which format?")
        terminal.press("csv\r")
        terminal.wait_for("Export the whole map as CSV")
        terminal.press("\r")
        terminal.wait_for("Into which new file?")
        terminal.press("\x01\x0b" + f"{out}\r")
        terminal.wait_for("Exported to")
        terminal.press("\x13")
        terminal.wait_until(lambda: "deal" in made.read_text(encoding="utf-8"), "saved")
    texts = {claim.text for claim in load(made).claims.values()}
    assert texts == {"Trains should run.", "Many would use them. Really.",
                     "They lose a great deal of money."}  # fmt: skip
    assert all(text in out.read_text(encoding="utf-8-sig") for text in texts)

"""What tests in a terminal do to a map again and again: go, mark, save."""

from pathlib import Path

from debatemap import edit, load, save
from debatemap.core.debate import Debate
from tests.tui.maps import rain
from tests.tui.terminal import Terminal

__all__ = ["go", "mark", "saved", "selected", "with_inbox"]


def with_inbox(folder: Path) -> Path:
    """Returns the file of a map with three claims more that have no place."""
    debate = rain()
    for words in ("One more.", "Two more.", "Three more."):
        debate.apply(edit.add_unplaced(debate, words))
    save(debate, folder / "rain.json")
    return folder / "rain.json"


def selected(terminal: Terminal, words: str) -> None:
    """Waits until the row with the bar of the cursor says something."""
    terminal.wait_until(
        lambda: any(line.startswith("▌") and words in line for line in terminal.screen.display),
        f"{words} is not selected",
    )


def go(terminal: Terminal, claim: str, words: str) -> None:
    """Goes to an id."""
    terminal.press("g/")
    terminal.wait_for("Go to which id")
    terminal.paste(claim)
    terminal.press("\r")
    selected(terminal, words)


def mark(terminal: Terminal, **claims: str) -> None:
    """Marks claims, each by its id and the words of its row."""
    for claim, words in claims.items():
        go(terminal, claim, words)
        terminal.press("v")


def saved(terminal: Terminal, file: Path) -> Debate:
    """Saves the map, and returns what the file holds then."""
    before = file.read_bytes()
    terminal.press("\x13")
    terminal.wait_until(lambda: file.read_bytes() != before, "nothing is saved")
    return load(file)

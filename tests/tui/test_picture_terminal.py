"""The picture of the map in a real terminal: argued in and saved, with and without colours."""

import json
import shutil
from pathlib import Path

import pytest

from debatemap.store.locations import samples
from tests.tui.terminal import Terminal, loaded

SAMPLE = next(path for path in samples() if path.name == "open-source-ai.json")
UP, DOWN, RIGHT = "\x1b[A", "\x1b[B", "\x1b[C"
CTRL_DOWN, SHIFT_RIGHT = "\x1b[1;5B", "\x1b[1;2C"


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    return Path(shutil.copy(SAMPLE, tmp_path / "map.json"))


def begun(terminal: Terminal) -> None:
    terminal.wait_for("Open source AI", "The most capable")
    terminal.press("%g")
    terminal.wait_for("┏━ ◆", "▸17")


def test_a_con_is_added_in_the_picture_and_saved(sample: Path) -> None:
    before = json.loads(sample.read_bytes())
    with loaded(sample, size=(120, 40)) as terminal:
        begun(terminal)
        terminal.press(RIGHT + RIGHT)
        terminal.wait_for("│ If we")
        terminal.press("-")
        terminal.wait_for("con of “An open")
        terminal.press("Closed ones have more money.\r")
        terminal.wait_for("┃ Closed ones have")
        terminal.press("\r")
        terminal.wait_for("L link")  # of the hints: the editor is closed
        terminal.press("\x13")
        terminal.wait_for("Saved")
        terminal.press("q")
        assert terminal.wait_for_end() == 0
    after = json.loads(sample.read_bytes())
    new = after["claims"].keys() - before["claims"].keys()
    assert [after["claims"][claim]["text"] for claim in new] == ["Closed ones have more money."]


def test_it_zooms_pans_steps_in_and_leads_back(sample: Path) -> None:
    with loaded(sample, size=(120, 40)) as terminal:
        begun(terminal)
        terminal.press(CTRL_DOWN)
        terminal.wait_for("The first words of each claim.")
        terminal.press("zo")
        terminal.wait_for("┌────", "█")
        terminal.press(SHIFT_RIGHT)
        terminal.wait_until_gone("┏━ ◆")
        terminal.press(RIGHT + "\r")
        terminal.wait_for("A branch:")
        terminal.press("\x7f")
        terminal.wait_until_gone("A branch:")
        terminal.press("%g")
        terminal.wait_for("▸ + An open ecosystem")
        terminal.press("q")
        assert terminal.wait_for_end() == 0


def test_without_colours_the_selected_box_is_thick_and_reversed(sample: Path) -> None:
    with loaded(sample, size=(120, 40), NO_COLOR="1") as terminal:
        begun(terminal)
        y, line = next(
            (y, line) for y, line in enumerate(terminal.screen.display) if "┃ The most" in line
        )
        x = line.index("The most")
        assert terminal.screen.buffer[y][x].reverse
        assert not terminal.screen.buffer[y][x + 60].reverse
        cells = [cell for row in terminal.screen.buffer.values() for cell in row.values()]
        assert {cell.fg for cell in cells} == {"default"}

"""Keys that come in one read with the key that brings up a view, where layouts take long."""

from pathlib import Path

import pytest

from debatemap import save
from tests.tui.maps import rain
from tests.tui.terminal import Terminal, running


@pytest.fixture
def file(tmp_path: Path) -> Path:
    save(rain(), tmp_path / "rain.json")
    return tmp_path / "rain.json"


def _is_on(terminal: Terminal, words: str) -> None:
    terminal.wait_until(
        lambda: any("▌" in line and words in line for line in terminal.screen.display),
        f"{words} is not selected",
    )


def test_what_needs_places_waits_for_the_layout(file: Path) -> None:
    # Textual lays a screen out five times a second at most.
    with running(file, TEXTUAL_FPS="5") as terminal:
        terminal.wait_for("Rain is good.", "move")
        for view, keys, selected in (
            ("%t", "Hd", "Not in winter."),
            ("%r", "Hd", "Not in winter."),
            ("F", "Hd", "Not in winter."),
            ("%t", "\x1b[6~", "Snow is white."),
        ):
            _is_on(terminal, "Rain is good.")
            terminal.press(f"{view}{keys}")
            _is_on(terminal, selected)
            terminal.press(f"{view}gg")

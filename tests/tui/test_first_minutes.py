"""The installed program in an empty folder: the sample, its first steps, and a map beside it."""

from pathlib import Path

from tests.tui.terminal import is_as_it_was, loaded, running


def test_the_sample_is_tried_and_another_map_is_opened_beside_it(tmp_path: Path) -> None:
    with running(size=(80, 24), folder=tmp_path) as terminal:
        terminal.wait_for("In this folder: no map yet", "+ begin a new map")
        # All of it is typed ahead: it must not go to the list, or past the map.
        terminal.press("first-steps\rjl")
        terminal.wait_for("Try this", "2 of 8")
        terminal.press("gotraffic in the old centre\r")
        terminal.wait_for("map 2 of 2")
        terminal.press("g[")
        terminal.wait_for("First steps", "map 1 of 2", "2 of 8")
        terminal.press("gh")
        terminal.wait_until_gone("Try this")
        terminal.press("~q")
        terminal.wait_for("has unsaved edits")
        terminal.press("d")
        assert terminal.wait_for_end() == 0
        assert is_as_it_was(terminal)
    with loaded(size=(80, 24), folder=tmp_path) as terminal:
        terminal.wait_for("+ begin a new map")
        terminal.press("first-steps\r")
        terminal.wait_for("First steps", "Keyboard-driven")
        assert "Try this" not in terminal.text

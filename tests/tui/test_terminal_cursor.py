"""The terminal's own cursor stands on the selected row or field, in every view and dialog."""

import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from debatemap.store.locations import samples
from tests.tui.terminal import Terminal, loaded

STEPS = next(path for path in samples() if path.name == "first-steps.json")
DOWN, RIGHT, ESCAPE = "\x1b[B", "\x1b[C", "\x1b"


@contextmanager
def steps_in_terminal(folder: Path, size: tuple[int, int] = (100, 30)) -> Iterator[Terminal]:
    path = shutil.copy(STEPS, folder / "map.json")
    with loaded(path, size=size) as terminal:
        terminal.wait_for("Keyboard-driven programs are")
        yield terminal


def stands_on(terminal: Terminal, words: str, column: int | None = None) -> None:
    """Waits until the cursor is at a line with some words, right before or within them."""

    def is_there() -> bool:
        cursor = terminal.screen.cursor
        line = terminal.screen.display[cursor.y][cursor.x :]
        return words in line and (column is None or line.index(words) == column)

    terminal.wait_until(is_there, f"cursor elsewhere than on {words!r}")


def stands_behind(terminal: Terminal, words: str) -> None:
    """Waits until the cursor is right behind some words that are typed."""

    def is_there() -> bool:
        cursor = terminal.screen.cursor
        return terminal.screen.display[cursor.y][: cursor.x].endswith(words)

    terminal.wait_until(is_there, f"cursor not behind {words!r}")


def test_it_goes_with_the_rows_of_the_outline_and_into_the_editor(tmp_path: Path) -> None:
    with steps_in_terminal(tmp_path) as terminal:
        stands_on(terminal, "◆ Keyboard-driven programs", 0)
        terminal.press(DOWN)
        stands_on(terminal, "+ Hands that stay", 0)
        terminal.press(RIGHT)
        terminal.press(DOWN)
        stands_on(terminal, "⊣ Saved seconds", 0)
        terminal.press("-")
        terminal.wait_for("Enter accepts")
        terminal.press("No, they")
        stands_behind(terminal, "No, they")
        terminal.press("\x7f" * len("No, they") + "\r")
        terminal.wait_until_gone("Enter accepts")
        stands_on(terminal, "⊣ Saved seconds", 0)
        terminal.press("/habit")
        stands_behind(terminal, "habit")
        terminal.press("\r")
        stands_on(terminal, "With daily practice", 2)


def test_it_goes_with_the_entries_of_a_card_and_the_rows_of_a_table(tmp_path: Path) -> None:
    with steps_in_terminal(tmp_path) as terminal:
        terminal.press("F")
        terminal.wait_for("for 3")
        stands_on(terminal, "◆ Keyboard-driven programs", 0)
        terminal.press(DOWN)
        stands_on(terminal, "+ Hands that stay", 0)
        terminal.press(DOWN * 2)
        stands_on(terminal, "+ With daily practice", 0)
        terminal.press("%t")
        terminal.wait_for("All claims as a table")
        stands_on(terminal, "With daily practice", 0)
        terminal.press(DOWN)
        terminal.wait_until(lambda: terminal.screen.cursor.x == 3, "another column")


def test_it_goes_from_what_is_typed_to_the_rows_of_a_list_and_back(tmp_path: Path) -> None:
    with steps_in_terminal(tmp_path) as terminal:
        terminal.press(":")
        terminal.wait_for("Escape leaves")
        terminal.press("save")
        stands_behind(terminal, "save")
        terminal.press(DOWN)
        stands_on(terminal, "g s                Save under", 0)
        terminal.press("x")
        stands_behind(terminal, "savex")
        terminal.press(ESCAPE)
        terminal.wait_for("Escape again leaves")
        terminal.press(ESCAPE)
        terminal.wait_until_gone("Escape again leaves")
        stands_on(terminal, "◆ Keyboard-driven programs", 0)
        terminal.press("\t")
        stands_on(terminal, "Keyboard-driven programs are")


def test_it_goes_with_the_maps_of_the_start_screen(tmp_path: Path) -> None:
    for title in ("alpha", "beta"):
        words = STEPS.read_text(encoding="utf-8").replace("First steps", title)
        (tmp_path / f"{title}.json").write_text(words, encoding="utf-8")
    with loaded(folder=tmp_path) as terminal:
        terminal.wait_for("alpha  ", "beta  ")
        titles = re.findall("alpha  |beta  ", terminal.text)[:2]
        for title in titles:
            terminal.press(DOWN)
            stands_on(terminal, title, 0)

"""The mouse, by the sequences that a terminal sends for it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from debatemap import load, save
from tests.tui.maps import rain
from tests.tui.terminal import Terminal, loaded

WHEEL_DOWN = 65


@pytest.fixture
def terminal(tmp_path: Path) -> Iterator[Terminal]:
    save(rain(), tmp_path / "rain.json")
    with loaded(tmp_path / "rain.json", size=(100, 24)) as terminal:
        terminal.wait_for("Rain is good.", "move")
        yield terminal


def place(terminal: Terminal, words: str) -> tuple[int, int]:
    """Returns the column and the line of some words, from 1, below the title and the path."""
    lines = terminal.screen.display
    line = next(n for n, text in enumerate(lines) if words in text and n > 1)
    return lines[line].index(words) + 1, line + 1


def click(terminal: Terminal, words: str, times: int = 1, button: int = 0) -> None:
    """Presses and releases a button on some words."""
    terminal.wait_for(words)
    column, line = place(terminal, words)
    at = f"{button};{column};{line}"
    terminal.press(f"\x1b[<{at}M\x1b[<{at}m" * times)


def test_a_click_selects_a_row_and_keys_go_there(terminal: Terminal, tmp_path: Path) -> None:
    click(terminal, "Streets flood.")
    terminal.press("~\x13")
    terminal.wait_for("Saved to")
    assert load(tmp_path / "rain.json").links["l-floods"].stance == "supports"


def test_a_click_on_a_fold_mark_unfolds_and_folds(terminal: Terminal) -> None:
    click(terminal, "▸ + Plants")
    terminal.wait_for("Roots drink.")
    click(terminal, "▾ + Plants")
    terminal.wait_until_gone("Roots drink.")


def test_a_click_takes_a_choice_of_a_list(terminal: Terminal) -> None:
    terminal.press(":title")
    choice, hint = "Change the title of the map", "Enter accepts"

    def is_alone() -> bool:
        """Tells whether all letters have come: before, it stands in a longer list."""
        lines = terminal.screen.display
        at = [n for n, line in enumerate(lines) if choice in line or hint in line]
        return len(at) == 2 and at[1] - at[0] == 2

    terminal.wait_until(is_alone, "more than one choice")
    click(terminal, choice)
    terminal.wait_for("The title of the map", "Enter accepts")


def test_the_wheel_scrolls_a_list(terminal: Terminal) -> None:
    terminal.press("?")
    terminal.wait_for("Next claim")
    column, line = place(terminal, "Next claim")

    def is_scrolled() -> bool:
        # The list is laid out anew once it knows its width.
        terminal.press(f"\x1b[<{WHEEL_DOWN};{column};{line}M" * 12)
        return "Next claim" not in terminal.text

    terminal.wait_until(is_scrolled, "the list stays")


def test_a_click_beside_a_list_closes_it(terminal: Terminal) -> None:
    terminal.press(":")
    terminal.wait_for("Escape leaves")
    terminal.press("\x1b[<0;1;1M\x1b[<0;1;1m")
    terminal.wait_until_gone("Escape leaves")


def test_a_click_on_an_answer_gives_it(terminal: Terminal) -> None:
    terminal.press("j~q")
    terminal.wait_for("has unsaved edits", "keep on working")
    click(terminal, "cancel, and keep on working")
    terminal.wait_until_gone("has unsaved edits")
    terminal.press("q")
    terminal.wait_for("has unsaved edits")
    click(terminal, "drop them")
    assert terminal.wait_for_end() == 0


def test_clicks_beside_everything_and_with_the_middle_button_do_no_harm(
    terminal: Terminal,
) -> None:
    for line in (1, 2, 3, 24):
        at = f"1;6;{line}"
        terminal.press(f"\x1b[<{at}M\x1b[<{at}m")
    click(terminal, "Streets flood.", button=1)
    terminal.press("\x1b[<0;500;400M\x1b[<0;500;400m")
    terminal.press("O")
    terminal.wait_for("Escape leaves")

"""The terminal is sent what a frame changes, and shows what it would if all of it were sent."""

from pathlib import Path
from typing import Any

import pyte
from hypothesis import example, given
from hypothesis import strategies as st
from rich.color import ColorSystem
from rich.console import Console
from rich.control import Control
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from debatemap import edit, save
from debatemap.tui.system.terminal_rows import TerminalRows
from tests.tui.maps import rain
from tests.tui.terminal import Terminal, loaded

WIDTH, HEIGHT = 24, 2
CONSOLE = Console(force_terminal=True, color_system="truecolor")
STYLES = Style.null(), Style(bold=True), Style(bgcolor="#102030")

Put = tuple[int, int, list[tuple[str, int]]]

puts = st.tuples(
    st.integers(0, WIDTH - 1),
    st.integers(0, HEIGHT - 1),
    st.lists(
        st.tuples(st.text("ab é─漢", min_size=1, max_size=6), st.integers(0, len(STYLES) - 1)),
        min_size=1,
        max_size=4,
    ),
)


def strip_of(put: Put) -> Strip:
    x, _, runs = put
    return Strip([Segment(text, STYLES[style]) for text, style in runs]).crop(0, WIDTH - x)


def whole(put: Put) -> str:
    x, y, _ = put
    return Control.move_to(x, y).segment.text + strip_of(put).render(CONSOLE)


def cells(screen: pyte.Screen) -> list[list[Any]]:
    return [[screen.buffer[y][x] for x in range(screen.columns)] for y in range(screen.lines)]


@given(st.lists(puts, max_size=12))
@example([(0, 0, [("ab", 0), ("漢", 1), ("b", 0)]), (3, 0, [("a", 0)]), (0, 0, [("ab漢b", 0)])])
@example([(0, 0, [("a" * 6, 0)]), (2, 0, [("b", 1)]), (0, 0, [("a" * 6, 0)])])
def test_rows_are_changed_as_if_all_of_each_strip_were_written(given: list[Put]) -> None:
    assert CONSOLE._color_system is ColorSystem.TRUECOLOR
    rows, ours, plain = TerminalRows(), pyte.Screen(WIDTH, HEIGHT), pyte.Screen(WIDTH, HEIGHT)
    here, there = pyte.Stream(ours), pyte.Stream(plain)
    for put in given:
        x, y, _ = put
        here.feed(rows.put(x, y, strip_of(put), CONSOLE))
        there.feed(whole(put))
        assert cells(ours) == cells(plain)
        assert rows.put(x, y, strip_of(put), CONSOLE) == ""


def test_only_the_runs_that_differ_are_written() -> None:
    rows = TerminalRows()
    rows.put(2, 1, Strip([Segment("one "), Segment("two "), Segment("three")]), CONSOLE)
    after = Strip([Segment("one "), Segment("2   "), Segment("three")])
    assert rows.put(2, 1, after, CONSOLE) == Control.move_to(6, 1).segment.text + "2   "
    rows.forget()
    assert rows.put(2, 1, after, CONSOLE).endswith("one 2   three")


def redrawn(terminal: Terminal) -> None:
    """Has the program draw all of its screen, and waits until that shows what was shown.

    In the last line are hints after the key, where a message was before it.
    """
    while terminal.read(0.3):
        pass
    before = cells(terminal.screen)[:-1]
    terminal.screen.erase_in_display(2)
    terminal.press("\x0c")
    terminal.wait_until(lambda: cells(terminal.screen)[:-1] == before, "another screen")


def test_what_was_sent_in_parts_is_what_all_of_the_screen_shows(tmp_path: Path) -> None:
    debate = rain()
    debate.apply(edit.reword(debate, "floods", "道が水に沈む。 Streets."))
    save(debate, tmp_path / "rain.json")
    with loaded(tmp_path / "rain.json", size=(120, 30)) as terminal:
        terminal.wait_for("Rain is good.", "move")
        for keys, words in (
            ("j", "a longer remark"),
            ("/good\r", "2 found"),
            ("n", "Match"),
            ("\x1b", "no longer highlighted"),
            ("+Ponds fill.\r\r", "Ponds fill."),
            ("%t", "stance"),
            ("%t", "Ponds fill."),
            ("k", "together with"),
        ):
            terminal.press(keys)
            terminal.wait_for(words)
            redrawn(terminal)


def test_to_open_a_search_sends_a_part_of_the_screen(tmp_path: Path) -> None:
    save(rain(), tmp_path / "rain.json")
    with loaded(tmp_path / "rain.json", size=(120, 30)) as terminal:
        terminal.wait_for("Rain is good.", "move")
        terminal.read(0.5)
        redrawn(terminal)
        terminal.read(0.5)
        begin = len(terminal.sent)
        redrawn(terminal)
        everything, begin = len(terminal.sent) - begin, len(terminal.sent)
        terminal.press("/")
        terminal.wait_for("Enter keeps it")
        assert len(terminal.sent) - begin < everything / 4

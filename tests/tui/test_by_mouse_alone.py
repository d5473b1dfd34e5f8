"""A decision that is made with the mouse alone, but for its words: from the list of maps on."""

import re
from pathlib import Path

from tests.tui.decision import (
    AGAINST_HOME,
    CONS,
    FOR_HOME,
    HOME,
    OFFICE,
    PROS,
    SOURCE,
    TITLE,
    assert_decided,
    fill,
)
from tests.tui.terminal import Terminal, loaded

SIZE = (90, 56)
"""Narrow enough for details below the rows, whose words are found first; high enough for all."""
COLUMNS, LINES = map(str, SIZE)
"""The same for the environment, where the tests' own process may have other ones."""
LEFT, RIGHT, HELD, WHEEL_DOWN = 0, 2, 32, 65

_LINES_OF_QUIT = len(("", "quit", "", "heading", "quit", "", "keys"))
"""Lines below the head of the list of commands, where `quit` is all that it shows."""


class Mouse:
    """The mouse of a terminal, as the sequences that it sends."""

    def __init__(self, terminal: Terminal) -> None:
        self.terminal = terminal

    def place(self, words: str, *, first: int = 0) -> tuple[int, int]:
        """Waits until some words are shown below a line; returns their column and line, from 1.

        What is being drawn may move yet: the screen has to stay as it is for a moment.
        """
        seen = -1

        def is_there() -> bool:
            nonlocal seen
            is_drawn, seen = len(self.terminal.sent) == seen, len(self.terminal.sent)
            return is_drawn and bool(self._find(words, first))

        self.terminal.wait_until(is_there, f"no {words!r}")
        return self._find(words, first)[0]

    def _find(self, words: str, first: int) -> list[tuple[int, int]]:
        lines = enumerate(self.terminal.screen.display)
        return [(text.index(words) + 1, n + 1) for n, text in lines if words in text and n >= first]

    def click(self, words: str, *, first: int = 0, button: int = LEFT, times: int = 1) -> None:
        """Clicks on words."""
        column, line = self.place(words, first=first)
        self.click_at(column, line, button=button, times=times)

    def click_at(self, column: int, line: int, *, button: int = LEFT, times: int = 1) -> None:
        """Clicks on a cell."""
        at = f"{button};{column};{line}"
        self.terminal.press(f"\x1b[<{at}M\x1b[<{at}m" * times)

    def drag(self, what: str, target: str) -> None:
        """Drags a row to another one."""
        (x, y), (_, end) = self.place(what, first=3), self.place(target, first=3)
        moves = range(y, end + (1 if end > y else -1), 1 if end > y else -1)
        moved = "".join(f"\x1b[<{LEFT + HELD};{x};{line}M" for line in moves)
        self.terminal.press(f"\x1b[<{LEFT};{x};{y}M{moved}\x1b[<{LEFT};{x};{end}m")

    def menu(self, row: str, command: str) -> None:
        """Chooses a command from the menu of a row."""
        self.click(row, first=3, button=RIGHT)
        # The list is drawn after its keys: where it was turned before that, the row that is
        # clicked would have moved on by then. So each turn waits for the one before.
        self.terminal.wait_for("Escape leaves", "choose", "Edit the words")
        column, line = self.place("Escape leaves")
        while command not in self.terminal.text:
            self._turn(column, line - 4)
        self.click(command)
        self.terminal.wait_until_gone("choose")

    def _turn(self, column: int, line: int) -> None:
        """Turns the wheel by a step, and waits until that has moved something."""
        before = self.terminal.text
        self.terminal.press(f"\x1b[<{WHEEL_DOWN};{column};{line}M")
        self.terminal.wait_until(lambda: self.terminal.text != before, "nothing is turned")

    def is_list_short(self) -> bool:
        """Tells whether all that was typed has come, so that the keys below a list stay there."""
        top, keys = self._find("Commands", 0), self._find("Enter accepts", 0)
        return bool(top and keys) and keys[0][1] - top[0][1] <= _LINES_OF_QUIT

    def write(self, *claims: str) -> None:
        """Types claims into the editor, which is open, and accepts each by a click; leaves it."""
        for claim in claims:
            self.terminal.wait_for("Enter accepts", "Escape leaves")
            self.terminal.press(claim)
            self.terminal.wait_for(claim)
            self.click("Enter accepts")
            self.terminal.wait_for("Added the")


def _reply(mouse: Mouse, row: str, command: str, *claims: str) -> None:
    mouse.menu(row, command)
    mouse.write(*claims)
    mouse.click("Escape leaves")
    mouse.terminal.wait_until_gone("Added the")
    mouse.terminal.wait_for("? keys")


def _rate(mouse: Mouse, row: str) -> None:
    """Rates a claim at about 80, on the scale; a name is asked for where none is known."""
    terminal = mouse.terminal
    mouse.menu(row, "Rate: how far")
    asked = ("Under which name", "0 not at all")
    terminal.wait_until(lambda: any(words in terminal.text for words in asked), "no question")
    if asked[0] in terminal.text:
        terminal.press("ann")
        mouse.click("Enter accepts")
    while _number(terminal) != "80":  # what the first click is meant for may move just then
        _click_at_80(mouse)
    mouse.click("Enter accepts")
    terminal.wait_until_gone("0 not at all")


def _click_at_80(mouse: Mouse) -> None:
    """Clicks on the scale, and waits for another number."""
    before = _number(mouse.terminal)
    column, line = mouse.place("0 not at all")
    mouse.click_at(column + 40, line - 1)
    mouse.terminal.wait_until(lambda: _number(mouse.terminal) != before, "no other number")


def _number(terminal: Terminal) -> str:
    """Returns what stands at the end of the scale."""
    found = re.search(r"(\?|\d+) *\n[^\n]*0 not at all", terminal.text)
    return found[1] if found else ""


def _cite(mouse: Mouse, row: str) -> None:
    """Cites a source with its words for a claim."""
    terminal = mouse.terminal
    mouse.menu(row, "Sources")
    mouse.click("+ add a source")
    fill(terminal, SOURCE, "“Rents rise.”", mouse.click)
    terminal.wait_for("Sources of", "Escape leaves")
    mouse.click("Escape leaves")
    terminal.wait_until_gone("Sources of")


def _begin(mouse: Mouse, thesis: str) -> None:
    """Writes the thesis of a map that has nothing in it yet."""
    terminal = mouse.terminal
    terminal.wait_for("thesis", "Enter accepts")
    terminal.press(thesis)
    terminal.wait_for(thesis)
    mouse.click("Enter accepts")
    # The keys of the editor behind it are drawn before those of the question.
    terminal.wait_for("The title of the map", "Enter accepts   Escape leaves")
    terminal.press(TITLE)
    mouse.click("Enter accepts")
    terminal.wait_until_gone("The title of the map")


def _save(mouse: Mouse) -> None:
    """Clicks on the mark of unsaved edits; again, where the verdict beside it has moved it."""
    terminal, ends = mouse.terminal, ("Saved to", "Escape leaves")
    while "Saved to" not in terminal.text:
        mouse.click("● unsaved")
        terminal.wait_until(lambda: any(end in terminal.text for end in ends), "no answer")
        if "under which name" in terminal.text:
            mouse.click("Enter accepts")
            terminal.wait_for("Saved to")
        elif "Escape leaves" in terminal.text:
            mouse.click("Escape leaves")
            terminal.wait_until_gone("Escape leaves")


def _begin_new(mouse: Mouse) -> None:
    """Begins an empty map from the list that the program opens with."""
    mouse.click("+ begin a new map")
    mouse.terminal.wait_for("What does the new map begin as?")
    mouse.click("+ empty")


def test_a_decision_is_made_saved_and_read_again_by_mouse(tmp_path: Path) -> None:
    path = tmp_path / "where-we-work.json"
    with loaded(size=SIZE, folder=tmp_path, COLUMNS=COLUMNS, LINES=LINES) as terminal:
        mouse = Mouse(terminal)
        _begin_new(mouse)
        _begin(mouse, OFFICE)
        _reply(mouse, OFFICE, "Add a pro", *PROS)
        _reply(mouse, OFFICE, "Add a con", *CONS)
        mouse.menu(OFFICE, "Add a sibling")
        mouse.write(HOME)
        _reply(mouse, HOME, "Add a pro", *FOR_HOME)
        _reply(mouse, HOME, "Add a con", *AGAINST_HOME)
        _reply(mouse, "People meet.", "Add an undercut", "They meet in a cafe too.")
        _reply(mouse, "Rent is dear.", "Add a con", "The suburbs are cheap.", "It falls this year.")
        # Two claims get a second place each: one is dragged, as con and as pro.
        mouse.drag("Commutes are long.", HOME)
        terminal.wait_for("What is", "to be for")
        mouse.click("a pro of it")
        terminal.wait_for("×2")
        mouse.drag("People meet.", HOME)
        terminal.wait_for("What is", "to be for")
        mouse.click("a con of it")
        terminal.wait_until(lambda: len(re.findall("×2", terminal.text)) >= 4, "no second one")
        _cite(mouse, "Rent is dear.")
        # Rated on the scale; the words changed by two clicks.
        _rate(mouse, "Rent is dear.")
        mouse.click("Nobody commutes.", first=3, times=2)
        terminal.wait_for("Escape leaves")
        terminal.press(" Ever.")
        mouse.click("Enter accepts")
        # Its keys must be gone: what is clicked in their place later would be other ones.
        terminal.wait_until_gone("Enter accepts")
        terminal.wait_for("Nobody commutes. Ever.")
        _save(mouse)
        mouse.click("Saved to")
        mouse.click(": commands")
        terminal.wait_for("Escape leaves")
        terminal.press("quit")
        terminal.wait_until(mouse.is_list_short, "the list goes on")
        mouse.click("Enter accepts")
        assert terminal.wait_for_end() == 0
    assert_decided(path)
    with loaded(size=SIZE, folder=tmp_path, COLUMNS=COLUMNS, LINES=LINES) as terminal:
        terminal.wait_for("20 claims")
        Mouse(terminal).click(TITLE)
        terminal.wait_for(TITLE, OFFICE, HOME, "Nobody commutes. Ever.")

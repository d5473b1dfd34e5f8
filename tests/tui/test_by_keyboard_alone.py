"""A decision from an empty folder in few keys, each of which the screen or the README names."""

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Final

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

README: Final = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
NAMES: Final = {
    "\r": "enter", "\x1b": "escape", "\t": "tab", "\x13": "ctrl+s",
    "\x1b[A": "arrows",
}  # fmt: skip
"""What keys are called where they are told of."""
UP: Final = "\x1b[A"
VIM: Final = set("hjkl")
MOST_KEYS: Final = 85
"""Keys beside the words: for 20 claims, of which two have a second place each."""


class Keyboard:
    """A person at the keyboard who presses only keys that are told of, and counts them."""

    def __init__(self, terminal: Terminal) -> None:
        self.terminal, self.keys = terminal, 0
        self.told = set(re.findall(r"`([^`\s]+)`", README)) | set(
            re.findall(r"[\w+]+", README.lower())
        )

    def press(self, *keys: str) -> None:
        """Presses keys of commands; the screen or the README must have told of each."""
        for key in keys:
            self.look()
            assert key not in VIM
            assert NAMES.get(key, key) in self.told, f"{key!r} is not told:\n{self.terminal.text}"
            self.keys += 1
            self.terminal.press(key)

    def look(self) -> None:
        """Takes in the keys that the screen names: in its last line, and in those of dialogs."""
        lines = [line for line in self.terminal.screen.display if line.strip()]
        named = [line for line in lines if re.search("accepts|leaves?|choose", line)]
        self.told |= {
            word.strip(",.;").lower() for line in named + lines[-1:] for word in line.split()
        }

    def write(self, *claims: str) -> None:
        """Writes claims in the editor, which is open, and ends there with nothing written."""
        self.terminal.wait_for("Enter accepts")
        for claim in claims:
            self.terminal.press(claim)
            self.terminal.wait_for(claim)
            self.press("\r")
            self.terminal.wait_until(partial(self._is_accepted, claim), "not accepted")
        self.press("\r")

    def _is_accepted(self, claim: str) -> bool:
        return not self.is_writing or claim not in self.line

    def reply(self, key: str, *claims: str) -> None:
        """Adds replies to what is selected; the cursor is on the last of them then."""
        self.press(key)
        self.write(*claims)
        self.terminal.wait_until(lambda: not self.is_writing, "still writing")

    @property
    def is_writing(self) -> bool:
        """Whether the editor is open: its heading stands above the cursor."""
        y = self.terminal.screen.cursor.y
        above = self.terminal.screen.display[max(0, y - 1)]
        return bool(re.search(r"(pro|con|undercut) of |◆ thesis", above))

    def find(self, words: str) -> None:
        """Goes to the first claim with some words."""
        self.press("/")
        self.terminal.wait_for("Escape")
        self.terminal.press(words)
        self.terminal.wait_until(
            lambda: self.line.rstrip().endswith(words) or words in self.line, words
        )
        self.press("\r")
        self.terminal.wait_until(lambda: words in self.line, f"cursor not on {words}")

    def run(self, words: str, title: str) -> None:
        """Runs a command by its name."""
        self.press(":")
        self.terminal.wait_for("Commands", "Enter accepts")
        self.terminal.press(words)
        self.terminal.wait_until(lambda: title in self.terminal.text, title)
        self.press("\r")

    @property
    def line(self) -> str:
        """The line that the cursor is on."""
        return self.terminal.screen.display[self.terminal.screen.cursor.y]

    def fill(self, answers: Mapping[str, str], until: str) -> None:
        """Answers what is asked, and goes on by the key that the screen tells for that."""

        def go_on(words: str) -> None:
            self.press("\t" if words.startswith("Tab") else "\r")

        fill(self.terminal, answers, until, go_on)


@contextmanager
def at_home(folder: Path, *arguments: str) -> Iterator[Terminal]:
    """Runs the program in a folder that is the user's home as well, with no settings anywhere."""
    home = str(folder)
    with loaded(
        *arguments, size=(100, 40), folder=folder, HOME=home, XDG_CONFIG_HOME=home,
        XDG_STATE_HOME=home, XDG_DATA_HOME=home, COLUMNS="100", LINES="40",
    ) as terminal:  # fmt: skip
        yield terminal


def decide(user: Keyboard) -> None:
    """Makes a map of a decision with twenty claims."""
    terminal = user.terminal
    terminal.wait_for("thesis", "Enter accepts")
    terminal.press(OFFICE)
    terminal.wait_for(OFFICE)
    user.press("\r")
    terminal.wait_for("The title of the map")
    terminal.press(TITLE)
    user.press("\r")
    terminal.wait_until_gone("The title of the map")
    user.reply("+", *PROS)
    user.press(UP)
    terminal.wait_for("? keys")
    user.find("We rent")
    user.reply("-", *CONS)
    user.find("People meet")
    user.reply("_", "They meet in a cafe too.")
    user.run("thesis", "Add a thesis")
    user.write(HOME)
    user.reply("+", *FOR_HOME)
    user.find("We all work")
    user.reply("-", *AGAINST_HOME)
    user.find("Rent is dear")
    user.reply("-", "The suburbs are cheap.", "It falls this year.")


def share(user: Keyboard, claim: str) -> None:
    """Gives a claim a second place under the other thesis, in the way that README tells."""
    user.find(claim)
    user.press("L")
    user.terminal.wait_for("supports …")
    user.terminal.press("work from home")
    user.terminal.wait_for("a thesis")
    user.press("\r")
    user.terminal.wait_for("×2", "Linked “")


def test_a_decision_is_made_saved_and_read_again_by_keyboard(tmp_path: Path) -> None:
    with at_home(tmp_path) as terminal:
        terminal.wait_for("begin a new map")
        user = Keyboard(terminal)
        user.press("\r")
        terminal.wait_for("What does the new map begin as?")
        user.press("\r")
        decide(user)
        share(user, "Commutes are long")
        share(user, "People meet")
        # A source with its words, a rating, and what it does to the verdict.
        user.find("Rent is dear")
        user.run("sources", "Sources")
        terminal.wait_for("a source")
        user.press("\r")
        user.fill(SOURCE, "“Rents rise.”")
        terminal.wait_for("Sources of", "Escape leaves")
        user.press("\x1b")
        terminal.wait_until_gone("Sources of")
        user.press("r")
        user.fill({"Under which name": "ann"}, "How far do you hold")
        terminal.press("80")
        terminal.wait_for("  80")
        user.press("\r")
        terminal.wait_until_gone("How far do you hold")
        user.press("!")
        terminal.wait_for("80", "goes there")
        user.press("\x1b")
        terminal.wait_until_gone("goes there")
        user.press("\x13")
        terminal.wait_for("Enter accepts")
        user.press("\r")
        terminal.wait_for("Saved to")
        user.press("q")
        assert terminal.wait_for_end() == 0
    (path,) = tmp_path.glob("*.json")
    assert_decided(path)
    with at_home(tmp_path, path.name) as terminal:
        terminal.wait_for(TITLE, OFFICE, HOME)
    assert user.keys <= MOST_KEYS, user.keys

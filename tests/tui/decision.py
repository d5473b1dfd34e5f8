"""A decision with twenty claims that is made in a terminal, and the questions on the way there."""

import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

from debatemap import load
from tests.tui.terminal import Terminal

__all__ = [
    "AGAINST_HOME", "CONS", "FOR_HOME", "HOME", "OFFICE", "PROS", "SOURCE", "TITLE",
    "assert_decided", "fill",
]  # fmt: skip

TITLE, OFFICE, HOME = "Where we work", "We rent an office.", "We all work from home."
PROS = "People meet.", "Mail has an address.", "Guests can come.", "Desks are good.", "It is quiet."
CONS = "Rent is dear.", "Commutes are long.", "Leases bind us.", "It is loud in summer."
FOR_HOME = "Nobody commutes.", "We can hire anywhere.", "It costs little."
AGAINST_HOME = "New people are lost.", "Flats are small.", "Work never ends."
SOURCE: Final = {
    "Author": "Ann Author", "Title": "Rents", "Address": "", "Date": "", "Its own": "Rents rise.",
    "Quote": "Rents rise.", "Where": "", "Which kind": "", "Kind": "",
}  # fmt: skip
"""What to write for each question about a source, by how it begins; nothing to pass it over."""
_ABOVE: Final = 4
"""Lines above the cursor in which its question stands."""
_GO_ON: Final = re.compile("Enter (?:accepts|goes on)")


def fill(
    terminal: Terminal, answers: Mapping[str, str], until: str, go_on: Callable[[str], None]
) -> None:
    """Answers what is asked, one question after the other.

    Args:
        terminal: The terminal.
        answers: What to write for each question, by how it begins; nothing to pass it over.
        until: What is shown when all is answered.
        go_on: Goes on as the screen says, in the words that it is given.
    """
    left = dict(answers)
    while question := _next_question(terminal, left, until):
        words = left.pop(question)
        if words:
            terminal.press(words)
            terminal.wait_for(words)
        text = terminal.text
        is_more = "next field" in text and any(f" {name} " in text for name in left)
        found = _GO_ON.search(text)
        assert found is not None, text
        go_on("Tab next field" if is_more else found[0])


def _next_question(terminal: Terminal, left: Mapping[str, str], until: str) -> str:
    """Waits until one of the questions is asked; returns none once some words are shown."""
    found, seen = "", -1

    def is_there() -> bool:
        nonlocal found, seen
        lines = _asked(terminal)
        found = next((name for line in lines for name in left if line.startswith(name)), "")
        found = found if _GO_ON.search(terminal.text) else ""
        # While a screen is being drawn its cursor passes by other fields.
        is_drawn, seen = len(terminal.sent) == seen, len(terminal.sent)
        return is_drawn and (bool(found) or until in terminal.text)

    terminal.wait_until(is_there, f"asks for none of {list(left)}")
    return "" if until in terminal.text else found


def _asked(terminal: Terminal) -> list[str]:
    """Returns the lines of a dialog above the cursor, or in a form what stands before it."""
    screen, y = terminal.screen, terminal.screen.cursor.y
    if "next field" in terminal.text:
        return [_inside(screen.display[y][: screen.cursor.x])]
    return [_inside(screen.display[line]) for line in range(y - 1, max(0, y - _ABOVE), -1)]


def _inside(line: str) -> str:
    """Returns what stands right of the line beside a dialog."""
    return line.rpartition("▌")[2].strip()


def assert_decided(path: Path) -> None:
    """Asserts that a file holds the decision: its claims, shared ones, source and rating."""
    debate = load(path)
    assert debate.header.title == TITLE
    assert len(debate.claims) == 20
    shared = {key for key in debate.claims if len(debate.links_from(key)) > 1}
    assert {debate.claims[key].text for key in shared} == {"Commutes are long.", "People meet."}
    quotes = [each.quote for claim in debate.claims.values() for each in claim.sources]
    assert quotes == ["Rents rise."]
    assert [value for rated in debate.stances.values() for value in rated.values()] == [80]

"""What the terminal says of itself when it is asked: whether it shows sixels, and how large ones.

It is only asked when somebody wants to see an image, and may never answer. Its answers come among
the keys, where they would be taken for some.
"""

import re
from collections.abc import Callable
from typing import Final, NamedTuple, Protocol, runtime_checkable

from textual.geometry import Size

__all__ = ["QUESTION", "SIZES", "Answering", "TerminalAnswer", "TerminalAnswers"]

QUESTION: Final = "\x1b[c"
"""What are you (DA1)? All terminals know that."""
SIZES: Final = f"\x1b[16t\x1b[?2;1;0S{QUESTION}"
"""How large is a cell, and how large may sixels be? What all know comes last, and marks the end."""
_ANSWER: Final = re.compile(
    r"\x1b\[(?:\?(?P<kinds>[\d;]{1,99})c|6;(?P<high>\d{1,4});(?P<wide>\d{1,4})t"
    r"|\?2;0;(?P<most_wide>\d{1,5});(?P<most_high>\d{1,5})S|\?2;[1-3][\d;]{0,20}S)"
)
_BEGUN: Final = re.compile(r"\x1b(?:\[(?:\?[\d;]{0,99}|6[\d;]{0,10})?)?\Z")
_SIXEL: Final = "4"


class TerminalAnswer(NamedTuple):
    """What a terminal has said.

    Attributes:
        has_sixel: Whether it shows sixels.
        cell: How many pixels a cell has; nothing where that was not said.
        most: How many pixels sixels may have; nothing where that was not said.
    """

    has_sixel: bool = False
    cell: Size = Size()
    most: Size = Size()


@runtime_checkable
class Answering(Protocol):
    """What can ask the terminal."""

    async def ask_terminal(self) -> TerminalAnswer:
        """Returns what the terminal says of itself; that it can do nothing if it says nothing."""


class TerminalAnswers:
    """Takes the answers out of what a terminal sends.

    Args:
        tell: Is called with what it has said, once it has said it.
    """

    def __init__(self, tell: Callable[[TerminalAnswer], object]) -> None:
        self._tell = tell
        self.is_awaited = False
        """Whether it was asked, and has not answered."""
        self._said = TerminalAnswer()
        self._held = ""

    def taken_from(self, text: str) -> str:
        """Returns a text without answers; what may be the beginning of one is held for a moment."""
        text, self._held = self._held + text, ""
        if "\x1b" not in text:
            return text
        for answer in _ANSWER.finditer(text):
            self._take(answer)
        text = _ANSWER.sub("", text)
        if self.is_awaited and (begun := _BEGUN.search(text)) is not None:
            self._held, text = begun[0], text[: begun.start()]
        return text

    def rest(self) -> str:
        """Returns what is held, as nothing has followed: it was no answer."""
        held, self._held = self._held, ""
        return held

    def _take(self, answer: re.Match[str]) -> None:
        if answer["wide"] is not None:
            self._said = self._said._replace(cell=Size(int(answer["wide"]), int(answer["high"])))
        elif answer["most_wide"] is not None:
            most = Size(int(answer["most_wide"]), int(answer["most_high"]))
            self._said = self._said._replace(most=most)
        elif answer["kinds"] is not None and self.is_awaited:
            self.is_awaited = False
            # The first number is the terminal's class.
            has_sixel = _SIXEL in answer["kinds"].split(";")[1:]
            self._tell(self._said._replace(has_sixel=has_sixel))

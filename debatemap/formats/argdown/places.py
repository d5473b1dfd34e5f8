"""Lines and columns of an Argdown text, and errors that name them."""

import re
from bisect import bisect_right
from typing import Final

from debatemap.core.errors import MapError
from debatemap.formats.text_input import at

__all__ = ["Places"]

_OTHER: Final = re.compile(r"^[ \t]*(?:\(\[#|\[#[^\]\n]+\][ \t]+\S)", re.MULTILINE)
"""How a line begins in the other grammar whose files end in `.argdown`."""
_ANOTHER: Final = (
    "it is written in another grammar that only shares the ending: lines such as `[#id] …` and "
    "`([#a]) -> [#b].`"
)


class Places:
    """The lines of a text.

    Attributes:
        text: The text.
        name: The file, for errors.
    """

    def __init__(self, text: str, name: str) -> None:
        self.text, self.name = text, name
        self._breaks: list[int] | None = None

    def line(self, start: int) -> int:
        """Returns the line of an offset, counted from 1."""
        if self._breaks is None:
            self._breaks = [found.start() for found in re.finditer("\n", self.text)]
        return bisect_right(self._breaks, start - 1) + 1

    def of(self, start: int) -> tuple[int, int]:
        """Returns the line and the column of an offset, counted from 1."""
        return self.line(start), start - self.text.rfind("\n", 0, start)

    def short(self, start: int) -> str:
        """Returns the line of an offset in words, for a report."""
        return f"line {self.line(start)}"

    def error(self, start: int, problem: str) -> MapError:
        """Returns an error at an offset.

        A file of the other grammar breaks this one somewhere; its error says what it is.
        """
        other = _OTHER.search(self.text)
        if other is not None:
            start, problem = other.end() - 1, _ANOTHER
        line, column = self.of(start)
        return MapError(self.name, problem, place=at(line, column), advice="Nothing was written.")

"""Content in lines of so many cells, with what belongs together in one of them."""

import re
from collections.abc import Iterator
from typing import Final

from textual.content import Content

from debatemap.core.cells import graphemes, width

__all__ = ["TOGETHER", "in_lines_of", "kept_together", "wrapped"]

TOGETHER: Final = "\N{NO-BREAK SPACE}"
"""The blank at which a line is broken only where there is no room without; it is drawn as one."""
_PIECE: Final = re.compile(r"[^ ]+(?: …[^ ]*)*")
"""Words that stand in one line: the dots that end an excerpt stay with the word before them."""


def kept_together(words: str) -> str:
    """Returns words that stay in one line where they fit in one."""
    return words.replace(" ", TOGETHER)


def in_lines_of(content: Content, cells: int) -> Content:
    """Returns content of any number of lines, each within so many cells."""
    lines = content.split("\n", allow_blank=True)
    return Content("\n").join([part for line in lines for part in wrapped(line, cells)])


def wrapped(line: Content, cells: int) -> list[Content]:
    """Returns a line in as many as it takes, none of which begins with what ends an excerpt.

    Args:
        line: What to show, of safe text.
        cells: The width of a line, at least 1.

    Examples:
        >>> [part.plain for part in wrapped(Content("Many eyes find “faults …”"), 21)]
        ['Many eyes find', '“faults …”']
    """
    lines = line.divide(list(_breaks(line.plain, max(1, cells))))
    return [_with_blanks(part).rstrip() for part in lines]


def _breaks(text: str, cells: int) -> Iterator[int]:
    """Yields where each line but the first begins."""
    start = 0
    for piece in _PIECE.finditer(text):
        first, end = piece.span()
        if first > start and width(text[start:end]) > cells and text[start:first].strip():
            start = first
            yield start
        while width(text[start:end]) > cells:
            start = _cut(text, start, end, cells)
            if start >= end:
                break
            yield start


def _cut(text: str, start: int, end: int, cells: int) -> int:
    """Returns where a piece that is too long for a line is broken: behind a blank, or anywhere."""
    fits, taken = start, 0
    for grapheme in graphemes(text[start:end]):
        taken += width(grapheme)
        if taken > cells and fits > start:
            break
        fits += len(grapheme)
    blank = max(text.rfind(TOGETHER, start + 1, fits), text.rfind(" ", start + 1, fits))
    return blank + 1 if blank > start else fits


def _with_blanks(line: Content) -> Content:
    if TOGETHER not in line.plain:
        return line
    return Content(line.plain.replace(TOGETHER, " "), list(line.spans))

"""A text as lines of cells: made safe to be shown, wrapped where it is looked at, no sooner.

A text is cut into blocks, which are its lines; one that is very long is cut into several. Only the
blocks near the place that is looked at are ever wrapped.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

import wcwidth

from debatemap.core.text import SafeText, safe, width, wrap
from debatemap.views.outline.heights import Heights

__all__ = ["ShownLine", "ShownText", "blocks_of"]

_BLOCK: Final = 4_000
"""Characters of a block at the most."""
_CACHED: Final = 500
"""Blocks that are kept wrapped."""


class ShownLine(NamedTuple):
    """A line as it is shown, and which characters of the text stand in it.

    Attributes:
        words: What is shown.
        start: The offset of its first character.
        end: The offset behind its last one.
        offsets: The offset of each character shown; None where they follow one another.
    """

    words: SafeText
    start: int
    end: int
    offsets: Sequence[int] | None = None

    def index_of(self, offset: int) -> int:
        """Returns the index of the first character that stands at an offset or behind it."""
        if self.offsets is None:
            return max(0, min(offset - self.start, len(self.words)))
        return bisect_left(self.offsets, offset)

    def offset_at(self, cell: int) -> int:
        """Returns the offset of the character at a cell; of the last one beyond the end."""
        taken = 0
        for index, grapheme in _graphemes(self.words):
            taken += width(grapheme)
            if taken > cell:
                return self.start + index if self.offsets is None else self.offsets[index]
        return max(self.start, self.end - 1)


class ShownText:
    """The lines of a text in some width.

    Args:
        text: The text.
        blocks: Where its blocks begin, as `blocks_of` gives them, and where the last one ends.
        cells: The width of a line.

    Examples:
        >>> shown = ShownText("One two three.", blocks_of("One two three."), 8)
        >>> shown.height, [line.words for line in shown.lines(0)]
        (2, ['One two', 'three.'])
    """

    def __init__(self, text: str, blocks: Sequence[int], cells: int) -> None:
        self._text, self._blocks, self._cells = text, blocks, max(1, cells)
        self._wrapped: dict[int, list[ShownLine]] = {}
        self._heights = Heights()
        sizes = (blocks[n + 1] - blocks[n] for n in range(len(blocks) - 1))
        guesses = [1 + size // self._cells for size in sizes]
        self._heights.replace(0, 0, guesses, exact=False)
        if guesses:
            self.measure(0, 0)

    @property
    def height(self) -> int:
        """The lines of the whole text, of which those that nobody has looked at are a guess."""
        return self._heights.total

    def line_of(self, offset: int) -> int:
        """Returns the number of the line in which an offset is shown."""
        block = self._block_of(offset)
        self.measure(block, block)
        lines = self.lines(block)
        inner = bisect_right([line.start for line in lines], offset) - 1
        return self._heights.line_of(block) + max(0, inner)

    def line(self, number: int) -> ShownLine | None:
        """Returns a line by its number; None beyond the end."""
        if not 0 <= number < self._heights.total:
            return None
        block = self._heights.row_at(number)
        lines = self.lines(block)
        inner = number - self._heights.line_of(block)
        return lines[inner] if inner < len(lines) else None

    def offset_of(self, number: int) -> int:
        """Returns the offset at which a line begins, or its block where that is a guess."""
        line = self.line(max(0, min(number, self._heights.total - 1)))
        if line is not None:
            return line.start
        return self._blocks[self._heights.row_at(max(0, number))] if len(self._heights) else 0

    def settle(self, offset: int, lines: int) -> None:
        """Wraps what stands within so many lines of an offset, so that these are no guess."""
        block = self._block_of(offset)
        first = last = block
        above = below = 0
        while first > 0 and above < lines:
            first -= 1
            above += len(self.lines(first))
        while last < len(self._heights) - 1 and below < lines:
            below += len(self.lines(last))
            last += 1
        self.measure(first, last)

    def measure(self, first: int, last: int) -> None:
        """Wraps some blocks, up to and with the last one, so that their heights are no guess."""
        if not self._heights.are_exact(first, last):
            numbers = (n for n in range(first, last + 1) if not self._heights.is_exact(n))
            self._heights.correct([(n, len(self.lines(n))) for n in numbers])

    def lines(self, block: int) -> list[ShownLine]:
        """Returns the lines of a block."""
        found = self._wrapped.get(block)
        if found is None:
            if len(self._wrapped) >= _CACHED:
                self._wrapped.clear()
            start, end = self._blocks[block], self._blocks[block + 1]
            found = self._wrapped[block] = list(_lines(self._text, start, end, self._cells))
        return found

    def _block_of(self, offset: int) -> int:
        return max(0, min(bisect_right(self._blocks, offset) - 1, len(self._heights) - 1))


def blocks_of(text: str) -> list[int]:
    r"""Returns where the lines of a text begin, long ones cut in parts, and where it ends.

    Examples:
        >>> blocks_of("One.\n\nTwo.")
        [0, 5, 6, 10]
    """
    starts = [0]
    at = text.find("\n") + 1
    while at > 0:
        _cut_long(text, starts, at)
        starts.append(at)
        at = text.find("\n", at) + 1
    if starts[-1] < len(text) or len(starts) == 1:
        _cut_long(text, starts, len(text))
        starts.append(len(text))
    return starts


def _cut_long(text: str, starts: list[int], end: int) -> None:
    """Cuts a line that is too long for a block, at blanks where it has any."""
    while end - starts[-1] > _BLOCK:
        start = starts[-1]
        blank = text.rfind(" ", start + 1, start + _BLOCK)
        starts.append(blank + 1 if blank > 0 else start + _BLOCK)


def _lines(text: str, start: int, end: int, cells: int) -> Iterator[ShownLine]:
    raw = text[start:end].rstrip("\r\n")
    words, offsets = _shown(raw, start)
    at = 0
    for part in wrap(words, cells):
        stop = at + len(part)
        first = start + at if offsets is None else _nth(offsets, at, end)
        last = start + stop if offsets is None else _nth(offsets, stop, end)
        yield ShownLine(part, first, last, None if offsets is None else offsets[at:stop])
        at = stop + (words[stop : stop + 1] == " ")


def _nth(offsets: Sequence[int], index: int, end: int) -> int:
    return offsets[index] if index < len(offsets) else end


def _shown(raw: str, start: int) -> tuple[str, Sequence[int] | None]:
    """Returns a line as it may be shown, and the offset of each of its characters."""
    if raw.isprintable() and safe(raw) == raw:
        return raw, None
    parts, offsets = [], []
    for index, grapheme in _graphemes(raw):
        # Blanks stay as they are: a line that is indented is not to be moved.
        part = "    " if grapheme == "\t" else " " if grapheme.isspace() else safe(grapheme)
        parts.append(part)
        offsets += [start + index] * len(part)
    return "".join(parts), offsets


def _graphemes(text: str) -> Iterator[tuple[int, str]]:
    """Yields what takes a place of its own, and at which index it begins."""
    if text.isascii():
        yield from enumerate(text)
        return
    index = 0
    for grapheme in wcwidth.iter_graphemes(text):
        yield index, grapheme
        index += len(grapheme)

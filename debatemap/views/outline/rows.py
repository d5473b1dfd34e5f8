"""The rows that are shown, in order, with what is needed to find and to replace them."""

import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import islice
from typing import overload

from debatemap.core.model import Claim
from debatemap.core.text import SafeText
from debatemap.views.outline.heights import Heights
from debatemap.views.outline.row import Row
from debatemap.views.outline.row_layout import Layout

__all__ = ["Rows"]

_AT_ONCE = 1000
"""How many new rows are measured at once; of more, the heights are estimated at first."""

_SAMPLE = 500
"""How many rows are measured for an estimate; their heights stand for those of the others."""


class Rows(Sequence[Row]):
    """A list of rows that knows how high each is and which of them show a claim.

    Attributes:
        layout: Where the parts of a row stand.
        heights: How high each row is.
        wording: What a row says; the claim's text, unless a view says more.
    """

    def __init__(self, claims: Mapping[str, Claim], layout: Layout) -> None:
        self._claims = claims
        self._rows: list[Row] = []
        self._showing: dict[str, Row | list[Row]] = {}
        self.layout = layout
        self.heights = Heights()
        self.wording: Callable[[Row], str] = self._text

    def __len__(self) -> int:
        return len(self._rows)

    @overload
    def __getitem__(self, index: int) -> Row: ...
    @overload
    def __getitem__(self, index: slice) -> list[Row]: ...
    def __getitem__(self, index: int | slice) -> Row | list[Row]:
        return self._rows[index]

    def __iter__(self) -> Iterator[Row]:
        return iter(self._rows)

    def index(self, value: Row, start: int = 0, stop: int = sys.maxsize) -> int:
        """Returns a row's index, sooner the less came and went above it since the last time.

        Raises:
            ValueError: The row is not among these, or not between `start` and `stop`.
        """
        reach = 64
        while True:
            low, high = max(start, value.near - reach), min(stop, value.near + reach)
            try:
                value.near = self._rows.index(value, low, max(low, high))
            except ValueError:
                if low <= start and high >= min(stop, len(self._rows)):
                    raise
                reach *= 8
            else:
                return value.near

    def end(self, index: int) -> int:
        """Returns the index after the last row beneath a row."""
        depth = self._rows[index].depth
        below = islice(self._rows, index + 1, None)
        ends = (end for end, row in enumerate(below, index + 1) if row.depth <= depth)
        return next(ends, len(self._rows))

    def showing(self, claim: str) -> Sequence[Row]:
        """Returns the rows that show a claim, in no special order."""
        shown = self._showing.get(claim, ())
        return (shown,) if isinstance(shown, Row) else shown

    def find(self, claim: str, key: int) -> Row | None:
        """Returns the row of a claim's place, or None where it is not shown."""
        return next((row for row in self.showing(claim) if row.key == key), None)

    def under(self, parent: Row | None, link: str | None, claim: str) -> Row | None:
        """Returns the row by which a link puts a claim under another row."""
        found = (row for row in self.showing(claim) if row.parent is parent and row.link == link)
        return next(found, None)

    def replace(self, start: int, end: int, rows: Sequence[Row]) -> None:
        """Puts other rows in the place of the rows from `start` up to `end`."""
        self._forget(start, end)
        self._rows[start:end] = rows
        showing = self._showing
        for place, row in enumerate(rows, start):
            row.near = place
            others = showing.setdefault(row.claim, row)
            if isinstance(others, list):
                others.append(row)
            elif others is not row:
                showing[row.claim] = [others, row]
        self._take_heights(start, end, rows)

    def lay_out(self, layout: Layout) -> None:
        """Measures all rows for another width."""
        if layout != self.layout:
            self.layout = layout
            self._take_heights(0, len(self._rows), self._rows)

    def remeasure(self, row: Row) -> None:
        """Measures a row again, whose words have changed."""
        index = self.index(row)
        self.heights.correct([(index, self._height(row))])

    def settle(self, index: int, lines: int) -> int:
        """Measures the rows near one, so many lines up and down, where they were estimated.

        Returns:
            By how many lines the row itself moved.
        """
        heights = self.heights
        if heights.are_exact(index - lines, index + lines):
            return 0  # Every row has a line at least, so these are all that could be in reach.
        before = heights.line_of(index)
        measured: dict[int, int] = {}
        for way in (range(index, len(self._rows)), range(index - 1, -1, -1)):
            room = lines
            for near in way:
                if not heights.is_exact(near):
                    measured[near] = self._height(self._rows[near])
                room -= measured.get(near, heights[near])
                if room < 0:
                    break
        if measured:
            heights.correct(measured.items())
        return heights.line_of(index) - before

    def lines(self, row: Row) -> list[SafeText]:
        """Returns the lines of what a row says."""
        return self.layout.lines(self.wording(row), row.depth)

    def word_plainly(self) -> None:
        """Has each row say the text of its claim, and no more."""
        self.wording = self._text

    def _text(self, row: Row) -> str:
        return self._claims[row.claim].text

    def _height(self, row: Row) -> int:
        return self.layout.height(self.wording(row), row.depth)

    def _take_heights(self, start: int, end: int, rows: Sequence[Row]) -> None:
        if len(rows) <= _AT_ONCE:
            self.heights.replace(start, end, [self._height(row) for row in rows])
            return
        sample = [self._height(row) for row in rows[:: len(rows) // _SAMPLE]]
        guesses = sample * (len(rows) // len(sample) + 1)
        self.heights.replace(start, end, guesses[: len(rows)], exact=False)

    def _forget(self, start: int, end: int) -> None:
        if end - start == len(self._rows):
            self._showing.clear()
            return
        for row in self._rows[start:end]:
            shown = self._showing[row.claim]
            if isinstance(shown, list) and len(shown) > 1:
                shown.remove(row)
            else:
                del self._showing[row.claim]

"""The rows that are shown, in order, with what is needed to find and to replace them."""

import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import islice
from typing import overload

from debatemap.core import collector
from debatemap.core.model import Claim
from debatemap.core.text import SafeText
from debatemap.views.outline.heights import Heights
from debatemap.views.outline.row import Row
from debatemap.views.outline.row_layout import Layout

__all__ = ["Rows"]

_AT_ONCE = 1000
"""How many new rows are made at once."""

_MEASURED = 200
"""How many new rows are measured at once; of more, the heights are estimated at first."""

_MANY = 10_000

_SAMPLE, _EACH = 500, 16
"""How many rows are measured for an estimate at most, and which of fewer."""


class Rows(Sequence[Row]):
    """A list of rows that knows how high each is and which of them show a claim.

    After `restart` the first are there, and the others are made as soon as one of them, or how many
    they are, is asked for. Nobody who reads the list can tell, but by the time that it takes.

    Attributes:
        layout: Where the parts of a row stand.
        heights: How high each row is.
        at_once: How many rows `restart` makes, and how many more whatever needs one.
        revision: Another number after each `replace` and `restart`.
        wording: What a row says; the claim's text, unless a view says more.
    """

    def __init__(self, claims: Mapping[str, Claim], layout: Layout) -> None:
        self._claims = claims
        self._rows: list[Row] = []
        self._rest: Iterator[Row] | None = None
        self._left_over: list[Row] = []
        self.at_once = _AT_ONCE
        self.revision = 0
        self._showing: dict[str, Row | list[Row]] = {}
        self.layout = layout
        self.heights = Heights()
        self.wording: Callable[[Row], str] = self._text

    def __len__(self) -> int:
        self.complete()
        return len(self._rows)

    def __bool__(self) -> bool:
        return self.has(0)

    @overload
    def __getitem__(self, index: int) -> Row: ...
    @overload
    def __getitem__(self, index: slice) -> list[Row]: ...
    def __getitem__(self, index: int | slice) -> Row | list[Row]:
        if isinstance(index, slice):
            self.complete()
        else:
            self.has(index)
        return self._rows[index]

    def __iter__(self) -> Iterator[Row]:
        start = 0
        while self._rest is not None:
            made, start = self._rows[start:], len(self._rows)
            yield from made
            self.make(self.at_once)
        yield from islice(self._rows, start, None)

    @property
    def made(self) -> int:
        """How many rows there are by now."""
        return len(self._rows)

    @property
    def is_complete(self) -> bool:
        """Whether all rows there are have been made."""
        return self._rest is None

    def has(self, index: int) -> bool:
        """Tells whether there is a row of an index, and makes the rows up to it."""
        while self._rest is not None and not 0 <= index < len(self._rows):
            self.make(self.at_once)
        return index < len(self._rows)

    def clamp(self, index: int) -> int:
        """Returns an index, or that of the last row where there are fewer; 0 without any."""
        return max(0, index if self.has(index) else len(self._rows) - 1)

    def restart(self, rows: Iterator[Row]) -> None:
        """Puts other rows in the place of all, of which the first are made at once."""
        self._rest = None
        if len(self._rows) > _MANY:
            self._left_over, self._rows, self._showing = self._rows, [], {}
            self.heights.replace(0, len(self.heights), [])
        self.replace(0, len(self._rows), [])
        self._rest = rows
        self.make(self.at_once)

    @property
    def has_left_over(self) -> bool:
        """Whether rows are still to be let go, as others have taken the place of all."""
        return bool(self._left_over)

    def let_go(self, count: int) -> None:
        """Gives back the memory of so many rows that others have taken the place of.

        That of 100,000 takes a tenth of a second, for which no key is to wait.
        """
        del self._left_over[max(0, len(self._left_over) - count) :]

    def complete(self) -> None:
        """Makes all rows that are still to be made."""
        self.make(sys.maxsize)

    def drop_rest(self) -> None:
        """Makes no more rows, as others will take the place of all."""
        self._rest = None

    def make(self, count: int) -> None:
        """Makes so many more rows, or all that are still to be made."""
        rest = self._rest
        if rest is None:
            return
        # Rows point up and never down, so none of them is garbage that only the collector could
        # find. It would look through them for a tenth of a second, every few keys, while 100,000
        # are shown; so it rests while they are made, and leaves many of them alone for good.
        with collector.paused() as keep:
            self._rest = None
            end, rows = len(self._rows), list(islice(rest, count))
            self._put(end, end, rows, guess=end + len(rows) > _MEASURED)
            self._rest = rest if len(rows) == count else None
            keep(self._rest is None and len(self._rows) > _MANY)

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
        self.has(index)
        depth, start = self._rows[index].depth, index + 1
        while True:
            below = islice(self._rows, start, None)
            ends = (end for end, row in enumerate(below, start) if row.depth <= depth)
            end = next(ends, None)
            if end is not None or self._rest is None:
                return len(self._rows) if end is None else end
            start = len(self._rows)
            self.make(self.at_once)

    def showing(self, claim: str) -> Sequence[Row]:
        """Returns the rows that show a claim, in no special order."""
        self.complete()
        return self._made_for(claim)

    def _made_for(self, claim: str) -> Sequence[Row]:
        shown = self._showing.get(claim, ())
        return (shown,) if isinstance(shown, Row) else shown

    def find(self, claim: str, key: int) -> Row | None:
        """Returns the row of a claim's place, or None where it is not shown."""
        while True:
            found = next((row for row in self._made_for(claim) if row.key == key), None)
            if found is not None or self._rest is None:
                return found
            self.make(self.at_once)

    def under(self, parent: Row | None, link: str | None, claim: str) -> Row | None:
        """Returns the row by which a link puts a claim under another row."""
        found = (row for row in self.showing(claim) if row.parent is parent and row.link == link)
        return next(found, None)

    def replace(self, start: int, end: int, rows: Sequence[Row]) -> None:
        """Puts other rows in the place of the rows from `start` up to `end`."""
        self.revision += 1
        self._put(start, end, rows, guess=len(rows) > _MEASURED)

    def _put(self, start: int, end: int, rows: Sequence[Row], *, guess: bool) -> None:
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
        self._take_heights(start, end, rows, guess=guess)

    def lay_out(self, layout: Layout) -> None:
        """Measures all rows for another width."""
        if layout != self.layout:
            self.layout = layout
            count = len(self._rows)
            self._take_heights(0, count, self._rows, guess=count > _MEASURED)

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

    def _take_heights(self, start: int, end: int, rows: Sequence[Row], *, guess: bool) -> None:
        """Measures rows, or some of them, whose heights then stand for those of the others."""
        if not guess or not rows:
            self.heights.replace(start, end, [self._height(row) for row in rows])
            return
        sample = [self._height(row) for row in rows[:: max(_EACH, len(rows) // _SAMPLE)]]
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

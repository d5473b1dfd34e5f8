"""The heights of rows, and which row stands at which line.

Sums are kept for blocks of rows, so that a row that comes or goes at 100,000 rows costs a
few hundred additions at the speed of `sum`, and a look-up one bisection and one short scan.
A height may be an estimate until somebody looks near it.
"""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate

__all__ = ["Heights"]

_BLOCK = 512


class Heights:
    """The height of every row, in lines.

    Examples:
        >>> heights = Heights()
        >>> heights.replace(0, 0, [1, 3, 2])
        >>> heights.total, heights.line_of(2), heights.row_at(3)
        (6, 4, 1)
    """

    def __init__(self) -> None:
        self._heights: list[int] = []
        self._exact = bytearray()
        self._ends: list[int] = []

    def __len__(self) -> int:
        return len(self._heights)

    def __getitem__(self, row: int) -> int:
        return self._heights[row]

    @property
    def total(self) -> int:
        """The lines of all rows."""
        return self._ends[-1] if self._ends else 0

    def is_exact(self, row: int) -> bool:
        """Tells whether a row's height was measured."""
        return bool(self._exact[row])

    def are_exact(self, start: int, end: int) -> bool:
        """Tells whether the heights of the rows from `start` up to and with `end` were measured."""
        return self._exact.find(0, max(0, start), end + 1) < 0

    def line_of(self, row: int) -> int:
        """Returns the first line of a row."""
        block = row // _BLOCK
        start = self._ends[block - 1] if block else 0
        return start + sum(self._heights[block * _BLOCK : row])

    def row_at(self, line: int) -> int:
        """Returns the row that a line belongs to; the last row for a line beyond the end."""
        block = bisect_right(self._ends, line)
        if block == len(self._ends):
            return len(self._heights) - 1
        here = self._ends[block - 1] if block else 0
        row = block * _BLOCK
        while here + self._heights[row] <= line:
            here += self._heights[row]
            row += 1
        return row

    def replace(self, start: int, end: int, heights: Sequence[int], *, exact: bool = True) -> None:
        """Puts other rows in the place of the rows from `start` up to `end`."""
        self._heights[start:end] = heights
        self._exact[start:end] = bytes([exact]) * len(heights)
        self._renew(start // _BLOCK)

    def doubt(self) -> None:
        """Takes all heights for estimates, as what rows say may have changed."""
        self._exact = bytearray(len(self._heights))

    def correct(self, measured: Iterable[tuple[int, int]]) -> None:
        """Takes (row, height) pairs in the place of estimates."""
        first = len(self._heights)
        for row, height in measured:
            self._heights[row] = height
            self._exact[row] = 1
            first = min(first, row)
        self._renew(first // _BLOCK)

    def _renew(self, block: int) -> None:
        """Adds up the blocks anew, from one that has changed."""
        heights = self._heights
        sums = (sum(heights[i : i + _BLOCK]) for i in range(block * _BLOCK, len(heights), _BLOCK))
        before = self._ends[block - 1] if block else 0
        self._ends[block:] = [before + end for end in accumulate(sums)]

"""Rows and columns of cells that are free for edges."""

from bisect import bisect_right, insort
from collections.abc import Hashable, Iterable, Sequence
from itertools import count

from debatemap.views.map.picture import Box

__all__ = ["Lanes", "Tracks", "tracks"]


class Lanes:
    """The rows on which an edge can pass a column of boxes, and meets no other edge.

    Left of each column is a channel. What enters it at the left and what leaves it at the right
    stand on different rows: between them, one would run along the other.

    Args:
        columns: The boxes of each column.
    """

    def __init__(self, columns: Sequence[Iterable[Box]]) -> None:
        self._boxes = [sorted((box.y, box.bottom) for box in boxes) for boxes in columns]
        self._taken: list[set[int]] = [set() for _ in columns]
        self._entering: dict[tuple[int, int], set[Hashable]] = {}
        self._leaving: dict[tuple[int, int], set[Hashable]] = {}
        """By channel and row, the edges."""

    def take(self, column: int, row: int) -> None:
        """Notes that a row of a column is taken by an edge."""
        if column < len(self._taken):
            self._taken[column].add(row)

    def enter(self, channel: int, row: int, edge: Hashable) -> None:
        """Notes that an edge comes into a channel at the left."""
        self._entering.setdefault((channel, row), set()).add(edge)

    def leave(self, channel: int, row: int, edge: Hashable) -> None:
        """Notes that an edge goes out of a channel at the right."""
        self._leaving.setdefault((channel, row), set()).add(edge)

    def pass_through(self, edge: Hashable, column: int, here: int, goal: int, *, late: bool) -> int:
        """Returns a free row that is little out of the way between two rows, and takes it.

        Args:
            edge: What passes.
            column: The column to pass.
            here: The row that the edge comes from.
            goal: The row that it goes to.
            late: Whether the edge changes its row after the column, not before it.
        """
        found = {
            self._next(edge, column, start, step) for start in (here, goal) for step in (-1, 1)
        }
        near = here if late else goal
        row = min(found, key=lambda row: (abs(row - here) + abs(row - goal), abs(row - near), row))
        self._taken[column].add(row)
        self.leave(column, row, edge)
        self.enter(column + 1, row, edge)
        return row

    def free_row(self, channel: int, near: int) -> int:
        """Returns a row on which no edge comes into a channel or goes out of it, and takes it."""
        for away in count():
            for row in (near - away, near + away):
                here = channel, row
                if not self._entering.get(here) and not self._leaving.get(here):
                    self._entering[here] = {here}
                    return row
        raise AssertionError

    def _next(self, edge: Hashable, column: int, row: int, step: int) -> int:
        """Returns the first free row from one on, going up or down."""
        boxes, taken = self._boxes[column], self._taken[column]
        while True:
            place = bisect_right(boxes, (row, row + 10**9)) - 1
            if place >= 0 and row < boxes[place][1]:
                row = boxes[place][0] - 1 if step < 0 else boxes[place][1]
            elif row in taken or self._meets(edge, column, row):
                row += step
            else:
                return row

    def _meets(self, edge: Hashable, column: int, row: int) -> bool:
        """Tells whether on a row another edge runs on in one of the channels beside a column."""
        sides = (self._entering, self._leaving)
        others = (side.get((column + n, row), set()) for side in sides for n in (0, 1))
        return any(edges - {edge} for edges in others)


def tracks(spans: Sequence[tuple[int, int]], least: Sequence[int] | None = None) -> list[int]:
    """Returns a track for each span of rows, so that no two on one track share a row.

    Args:
        spans: The first and the last row of each.
        least: The first track that each may have.

    Examples:
        >>> tracks([(0, 4), (2, 3), (5, 9)])
        [0, 1, 0]
    """
    taken = Tracks()
    firsts = least if least is not None else [0] * len(spans)
    return [taken.place(*span, first) for span, first in zip(spans, firsts, strict=True)]


class Tracks:
    """Columns of cells for spans of rows; no two on one track share a row."""

    def __init__(self) -> None:
        self._used: list[list[tuple[int, int]]] = []

    def place(self, start: int, end: int, least: int) -> int:
        """Returns the first free track from some one on for a span of rows, and takes it."""
        first, last, track = min(start, end), max(start, end), least
        while track < len(self._used) and _meets(self._used[track], first, last):
            track += 1
        while track >= len(self._used):
            self._used.append([])
        insort(self._used[track], (first, last))
        return track


def _meets(spans: Sequence[tuple[int, int]], start: int, end: int) -> bool:
    """Tells whether any of some sorted spans, none of which meet, shares a row with another."""
    after = bisect_right(spans, (end, end + 10**9))
    return after > 0 and spans[after - 1][1] >= start

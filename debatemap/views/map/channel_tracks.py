"""Tracks for the vertical parts of edges in a channel, so that no edge runs along another one."""

from collections.abc import Callable, Sequence
from heapq import heapify, heappop, heappush
from typing import NamedTuple

from debatemap.views.map.lanes import Tracks

__all__ = ["Part", "PlacedPart", "place_parts"]


class Part(NamedTuple):
    """A vertical part of an edge, from the row at which it comes to the one at which it goes on.

    Attributes:
        first: The row at which it comes.
        last: The row at which it goes on.
        comes_right: Whether it comes from the right side of the channel, not from the left.
        goes_right: Whether it goes on to the right side.
    """

    first: int
    last: int
    comes_right: bool
    goes_right: bool

    @property
    def length(self) -> int:
        """How many rows it goes up or down."""
        return abs(self.last - self.first)

    def rows(self, *, right: bool) -> set[int]:
        """Returns the rows at which it is joined with what is at one side of the channel."""
        ends = ((self.first, self.comes_right), (self.last, self.goes_right))
        return {row for row, is_right in ends if is_right is right}


class PlacedPart(NamedTuple):
    """The tracks of a part: one, or where it has to change over, two with the row between them.

    Attributes:
        tracks: From where it comes to where it goes on.
        between: The row on which it changes from the first track to the second.
    """

    tracks: tuple[int, ...]
    between: int | None = None


def place_parts(parts: Sequence[Part], free_row: Callable[[int], int]) -> list[PlacedPart]:
    """Returns the tracks of the vertical parts of a channel, from left to right.

    Where one edge comes in at the left on the row on which another one goes out at the right, the
    first must be left of the second: between their tracks, one would run along the other. Where
    such demands go round in a circle, a part changes its track on the way.

    Args:
        parts: The parts.
        free_row: Returns a row near another one on which no edge runs, and takes it.
    """
    return _Placing(parts, free_row).placed()


class _Placing:
    """Takes part after part, each when all that must be left of it have their tracks."""

    def __init__(self, parts: Sequence[Part], free_row: Callable[[int], int]) -> None:
        self._parts, self._free_row = parts, free_row
        self._after = _after(parts)
        """By part, those that must be right of it."""
        self._before: list[set[int]] = [set() for _ in parts]
        """By part, those left of it that have no track yet."""
        for number, others in enumerate(self._after):
            for other in others:
                self._before[other].add(number)
        self._least = [0] * len(parts)
        self._halves: dict[int, tuple[int, int]] = {}
        """Of parts that change over: the row, and the track at the left."""
        self._tracks = Tracks()
        # The shortest next to the boxes that they leave, so that they cross few others.
        self._ready = [(part.length, n) for n, part in enumerate(parts) if not self._before[n]]
        heapify(self._ready)
        self._found: dict[int, PlacedPart] = {}

    def placed(self) -> list[PlacedPart]:
        while len(self._found) < len(self._parts):
            if self._ready:
                self._place(heappop(self._ready)[1])
            else:
                self._split(self._in_circle())
        return [self._found[number] for number in range(len(self._parts))]

    def _place(self, number: int) -> None:
        part, least = self._parts[number], self._least[number]
        if number not in self._halves:
            track = self._tracks.place(part.first, part.last, least)
            self._found[number] = PlacedPart((track,))
            self._release(number, track)
            return
        between, left = self._halves[number]
        end = part.first if part.comes_right else part.last
        right = self._tracks.place(end, between, least)
        both = (right, left) if part.comes_right else (left, right)
        self._found[number] = PlacedPart(both, between)

    def _split(self, number: int) -> None:
        """Has a part change its track, so that what is right of it need not wait for the rest."""
        part = self._parts[number]
        between = self._free_row((part.first + part.last) // 2)
        end = part.last if part.comes_right else part.first
        track = self._tracks.place(end, between, 0)
        self._halves[number] = between, track
        self._release(number, track)

    def _release(self, number: int, track: int) -> None:
        for other in self._after[number]:
            self._least[other] = max(self._least[other], track + 1)
            self._before[other].discard(number)
            if not self._before[other]:
                heappush(self._ready, (self._parts[other].length, other))

    def _in_circle(self) -> int:
        """Returns a part that is to be both left and right of others."""
        here, seen = next(n for n, before in enumerate(self._before) if before), set[int]()
        while here not in seen:
            seen.add(here)
            here = min(self._before[here])
        return here


def _after(parts: Sequence[Part]) -> list[set[int]]:
    """Returns by part which others must be right of it."""
    going_out: dict[int, list[int]] = {}
    for number, part in enumerate(parts):
        for row in part.rows(right=True):
            going_out.setdefault(row, []).append(number)
    return [
        {other for row in part.rows(right=False) for other in going_out.get(row, ())} - {number}
        for number, part in enumerate(parts)
    ]

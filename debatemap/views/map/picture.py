"""The picture of a graph: boxes and edges by cells, found by the rows that they stand in."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from debatemap.core.model import Stance

__all__ = ["Box", "Mark", "Picture", "Point", "Route", "Size"]

_BUCKET = 16
"""Rows that are looked up at once."""

Point = tuple[int, int]
"""A cell: its column and its row, from 0."""


class Size(NamedTuple):
    """How large a box is.

    Attributes:
        w: Columns.
        h: Rows.
        is_framed: Whether a frame takes its first and its last row.
    """

    w: int
    h: int
    is_framed: bool


class Box(NamedTuple):
    """Where a claim stands."""

    claim: str
    x: int
    y: int
    w: int
    h: int
    is_framed: bool

    @property
    def row(self) -> int:
        """The row at which edges meet it: that of its first words."""
        return self.y + (1 if self.is_framed else 0)

    @property
    def right(self) -> int:
        """The first column right of it."""
        return self.x + self.w

    @property
    def bottom(self) -> int:
        """The first row below it."""
        return self.y + self.h


class Route(NamedTuple):
    """How an edge runs: from the cell beside what it is for to the cell beside its premise.

    Attributes:
        link: The link.
        claim: The premise that it ends at.
        target: The claim, or the link, that it begins at.
        points: Its corners; each differs from the one before in one direction alone.
        stance: What the link says.
        is_extra: Whether it is none of the forest's.
        sign: The cell for the sign of the link, or None where there is none.
    """

    link: str
    claim: str
    target: str
    points: tuple[Point, ...]
    stance: Stance
    is_extra: bool
    sign: Point | None


class Mark(NamedTuple):
    """The cell of a link's edge at which other edges end: what is said of it, further premises."""

    link: str
    x: int
    y: int


class Picture:
    """Boxes, edges and marks, and how much room they take.

    Attributes:
        boxes: By claim.
        routes: The edges.
        marks: Where edges end at edges, by link.
        columns: The boxes that begin at a column of cells, from top to bottom.
        routes_of: The edges of a claim, and those that end at the edge of a link.
        width: Columns.
        height: Rows.
    """

    def __init__(
        self, boxes: Mapping[str, Box], routes: Sequence[Route], marks: Mapping[str, Mark]
    ) -> None:
        self.boxes, self.routes, self.marks = boxes, routes, marks
        self.width = max((box.right for box in boxes.values()), default=0)
        self.height = max((box.bottom for box in boxes.values()), default=0)
        self.columns: dict[int, list[Box]] = {}
        self.routes_of: dict[str, list[Route]] = {}
        self._boxes: dict[int, list[Box]] = {}
        self._routes: dict[int, list[tuple[int, int, int, int, Route]]] = {}
        for box in sorted(boxes.values(), key=lambda box: box.y):
            self.columns.setdefault(box.x, []).append(box)
            for bucket in range(box.y // _BUCKET, (box.bottom - 1) // _BUCKET + 1):
                self._boxes.setdefault(bucket, []).append(box)
        for route in routes:
            for end in {route.claim, route.target}:
                self.routes_of.setdefault(end, []).append(route)
            rows, columns = [y for _, y in route.points], [x for x, _ in route.points]
            entry = (min(rows), max(rows), min(columns), max(columns), route)
            self.height = max(self.height, max(rows) + 1)
            for bucket in range(min(rows) // _BUCKET, max(rows) // _BUCKET + 1):
                self._routes.setdefault(bucket, []).append(entry)
        for found in self._boxes.values():
            found.sort(key=lambda box: (box.x, box.y))

    def boxes_in(self, y: int) -> Iterator[Box]:
        """Yields the boxes that a row crosses, from left to right."""
        for box in self._boxes.get(y // _BUCKET, ()):
            if box.y <= y < box.bottom:
                yield box

    def boxes_within(self, x: int, y: int, w: int, h: int) -> list[Box]:
        """Returns the boxes that have a cell in a part of the picture."""
        buckets = range(y // _BUCKET, (y + h - 1) // _BUCKET + 1)
        found = {box for bucket in buckets for box in self._boxes.get(bucket, ())}
        return [
            box
            for box in found
            if box.y < y + h and box.bottom > y and box.x < x + w and box.right > x
        ]

    def routes_in(self, y: int, left: int, right: int) -> list[Route]:
        """Returns the edges that may have a cell in a part of a row."""
        return [
            route
            for first, last, start, end, route in self._routes.get(y // _BUCKET, ())
            if first <= y <= last and start < right and end >= left
        ]

    def box_at(self, x: int, y: int) -> Box | None:
        """Returns the box at a cell."""
        return next((box for box in self.boxes_in(y) if box.x <= x < box.right), None)

"""Lay a forest out: rows first, then the channels of the edges, then the columns."""

from collections.abc import Iterator, Mapping, Sequence

from debatemap.core.model import Stance
from debatemap.views.map.column_edges import Steps, take_steps
from debatemap.views.map.detours import Detour, Detours, find_detours
from debatemap.views.map.forest import Forest
from debatemap.views.map.picture import Box, Mark, Picture, Point, Route, Size
from debatemap.views.map.tidy import Spacing, tidy

__all__ = ["lay_out"]

_TRACK = 2
"""Cells from one track to the next."""
_SIGN = 3
"""Cells from the vertical of the tree's edges to the sign."""


def lay_out(
    forest: Forest,
    sizes: Mapping[str, Size],
    stances: Mapping[str, Stance],
    spacing: Spacing,
) -> Picture:
    """Returns where the boxes stand and how the edges run.

    Args:
        forest: What stands under what, and the edges that are left over.
        sizes: How large the box of each claim is.
        stances: What each link says.
        spacing: The cells between boxes.
    """
    heights = {claim: sizes[claim].h for claim in forest.via}
    tops = tidy(forest, heights, _padded(forest), spacing)
    boxes = {
        claim: Box(claim, forest.column[claim], tops[claim], *sizes[claim])
        for claim in forest.walk()
    }
    columns = _columns(boxes)
    steps = take_steps(forest, boxes, len(columns))
    detours = find_detours(forest, boxes, columns, steps)
    return _Layout(forest, boxes, steps, detours, stances=stances, spacing=spacing).picture()


def _padded(forest: Forest) -> dict[str, int]:
    """Returns the boxes above which an edge comes to that of their link."""
    return {forest.host[extra.target]: 1 for extra in forest.extras if extra.ends_at_edge}


def _columns(boxes: Mapping[str, Box]) -> list[list[Box]]:
    columns: list[list[Box]] = [
        [] for _ in range(max((b.x for b in boxes.values()), default=-1) + 1)
    ]
    for box in boxes.values():
        columns[box.x].append(box)
    return columns


class _Layout:
    """Puts rows, tracks and widths together."""

    def __init__(
        self,
        forest: Forest,
        boxes: Mapping[str, Box],
        steps: Steps,
        detours: Detours,
        *,
        stances: Mapping[str, Stance],
        spacing: Spacing,
    ) -> None:
        self._forest, self._steps, self._detours = forest, steps, detours
        self._stances, self._spacing = stances, spacing
        self._starts: list[int] = []
        """Where each channel begins."""
        self._lefts: list[int] = []
        """Where the boxes of each column begin."""
        self._spread(_columns(boxes))
        lanes = [row for way in detours.ways for _, *rows in way.verticals for row in rows]
        up = min([*(box.y for box in boxes.values()), *lanes], default=0)
        self._boxes = {
            claim: box._replace(x=self._lefts[box.x], y=box.y - up) for claim, box in boxes.items()
        }
        self._up = up

    def _spread(self, columns: Sequence[Sequence[Box]]) -> None:
        x, widths = 0, self._detours.widths
        for number, boxes in enumerate(columns):
            self._starts.append(x)
            strands, bracket = self._steps.strands[number], number in self._steps.brackets
            if number or widths[0] or strands or bracket:
                x += 1 + _TRACK * widths[number] + self._spacing.lead
                x += _TRACK * (strands + bracket)
            self._lefts.append(x)
            x += max(box.w for box in boxes)
        self._starts.append(x)

    def picture(self) -> Picture:
        """Returns the picture."""
        routes = [*self._tree(), *self._extras()]
        ended_at = {route.target for route in routes} & self._steps.row.keys()
        marks = {link: Mark(link, *self._mark(link)) for link in sorted(ended_at)}
        return Picture(self._boxes, routes, marks)

    def _vertical(self, channel: int) -> int:
        """Returns the column of the vertical of the tree's edges in a channel."""
        return self._starts[channel] + 1 + _TRACK * self._detours.widths[channel]

    def _strand(self, channel: int, track: int) -> int:
        return self._vertical(channel) + self._spacing.lead + _TRACK * track

    def _mark(self, link: str) -> Point:
        """Returns where others end at a link's edge."""
        channel = self._forest.column[self._forest.host[link]]
        return self._strand(channel, self._steps.strand[link]), self._steps.row[link] - self._up

    def _tree(self) -> Iterator[Route]:
        forest = self._forest
        for link, premises in forest.premises.items():
            for claim in premises:
                start, sign = self._start(link)
                y = start[-1][1]
                box = self._boxes[claim]
                if len(premises) > 1:
                    channel = forest.column[claim]
                    bracket = self._strand(channel, self._steps.strands[channel])
                    start += [(bracket, y), (bracket, box.row)]
                end = (box.x - 1, box.row)
                yield self._route(link, claim, forest.target[link], [*start, end], sign)

    def _start(self, link: str) -> tuple[list[Point], Point]:
        """Returns how the edge of a link comes to its row, and where its sign stands."""
        target, row = self._forest.target[link], self._steps.row[link] - self._up
        box = self._boxes.get(target)
        if box is None:
            x, y = self._mark(target)
            return [(x, y), (x, row)], (x + 1, row)
        x = self._vertical(self._forest.column[target] + 1)
        return [(box.right, box.row), (x, box.row), (x, row)], (x + _SIGN, row)

    def _extras(self) -> Iterator[Route]:
        for way, lanes in zip(self._detours.ways, self._detours.tracks, strict=True):
            extra, box = way.extra, self._boxes[way.extra.claim]
            channel = self._forest.column[extra.claim]
            port = self._steps.ports[extra.link, extra.claim] - self._up
            points = [(box.x - 1, port), *self._verticals(way, lanes)]
            if extra.ends_at_edge:
                mark = self._mark(extra.target)
                if points[0][1] == points[-1][1] and len(way.verticals) == 1:
                    # It is there already, and has no way to go to a track and back.
                    del points[1:]
                points += [(mark[0], points[-1][1]), mark]
            else:
                target = self._boxes[extra.target]
                points.append((target.right, target.row))
            sign = (self._vertical(channel) + _SIGN, port)
            yield self._route(
                extra.link, extra.claim, extra.target, points[::-1], sign, is_extra=True
            )

    def _verticals(self, way: Detour, lanes: Sequence[int]) -> Iterator[Point]:
        for (channel, first, last), track in zip(way.verticals, lanes, strict=True):
            x = self._starts[channel] + 1 + _TRACK * track
            yield x, first - self._up
            yield x, last - self._up

    def _route(
        self,
        link: str,
        claim: str,
        target: str,
        points: Sequence[Point],
        sign: Point,
        *,
        is_extra: bool = False,
    ) -> Route:
        seen = self._spacing.lead > _SIGN
        shown = sign if seen else None
        return Route(link, claim, target, _corners(points), self._stances[link], is_extra, shown)


def _corners(points: Sequence[Point]) -> tuple[Point, ...]:
    """Returns a way without points that are no corners of it."""
    kept: list[Point] = []
    for point in points:
        if kept and kept[-1] == point:
            continue
        if len(kept) > 1 and _are_in_line(kept[-2], kept[-1], point):
            kept.pop()
        kept.append(point)
    return tuple(kept)


def _are_in_line(first: Point, middle: Point, last: Point) -> bool:
    (a, b), (c, d), (e, f) = first, middle, last
    if a == c == e:
        return (b <= d <= f) or (b >= d >= f)
    return b == d == f and ((a <= c <= e) or (a >= c >= e))

"""Rows of a picture as strips, each kept until something in it changes."""

from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from typing import Final

from rich.segment import Segment
from textual.geometry import Region
from textual.strip import Strip

from debatemap.tui.views.map.edge_drawing import Cell, EdgeRow, edge_row, straight_lines
from debatemap.tui.widgets.row_styles import RowStyles
from debatemap.views.map import Box, DrawnMap, Picture

__all__ = ["PictureRows"]

_CACHED: Final = 4000
_NONE: Final = frozenset[int]()
_BLANK: Final = "row"


class PictureRows:
    """Joins boxes and edges to rows. What the cursor does not change is drawn once.

    Args:
        styles: The styles of the parts.
        draw: Draws a box.
    """

    def __init__(self, styles: RowStyles, draw: Callable[[Box, DrawnMap], list[Strip]]) -> None:
        self._styles, self._draw = styles, draw
        self._boxes: dict[str, list[Strip]] = {}
        self._edges: dict[int, EdgeRow] = {}
        self._rows: dict[int, tuple[str | None, Strip]] = {}
        """By row: the claim whose edges stand out in it, if any do, and what is drawn."""
        self._straight: dict[Hashable, EdgeRow] = {}
        """What edges draw in rows in which none turns, which are most of a large picture."""
        self._bare: dict[tuple[int, str | None], Strip] = {}
        """Rows without a box, by what edges draw in them and by the claim whose edges stand out."""
        self._span = (0, 0)
        """The columns that the rows are of."""

    def clear(self) -> None:
        """Forgets all that was drawn."""
        self._boxes.clear()
        self.forget_rows()

    def forget_rows(self) -> None:
        """Forgets the rows, as they begin or end elsewhere now."""
        for kept in (self._edges, self._straight, self._rows, self._bare):
            kept.clear()

    def forget(self, picture: Picture, claims: Sequence[str], rows: range) -> Iterator[Region]:
        """Has boxes, and the edges that stand out with them, drawn anew.

        Args:
            picture: The picture.
            claims: The claims of the boxes: the one that had the cursor, and the one that has it.
            rows: The rows in sight.

        Yields:
            What of these rows has changed, in cells of the picture.
        """
        for claim in claims:
            box = picture.boxes.get(claim)
            if box is not None:
                self._boxes.pop(claim, None)
                for y in range(box.y, box.bottom):
                    self._rows.pop(y, None)
                yield Region(box.x, box.y, box.w, box.h)
        columns_of: dict[int, frozenset[int]] = {}
        # Whether edges stand out in other rows as they are drawn is asked when these are in sight.
        for y in filter(self._edges.__contains__, rows):
            edges = self._edges[y]
            columns = columns_of.get(id(edges))
            if columns is None:
                columns = columns_of[id(edges)] = _changed(edges, claims)
            if columns:
                yield Region(min(columns), y, max(columns) - min(columns) + 1, 1)

    def row(
        self,
        drawn: DrawnMap,
        y: int,
        columns: range,
        selected: str | None,
        signs: Mapping[str, str],
    ) -> Strip:
        """Returns a row of the picture.

        Args:
            drawn: The picture and what it is of.
            y: The row.
            columns: The columns in sight.
            selected: The claim that the cursor is on.
            signs: The sign of each link.
        """
        span = columns.start, columns.stop
        if span != self._span or len(self._rows) > _CACHED:
            self._span = span
            self.forget_rows()
        edges = self._edges_of(drawn.picture, y, signs)
        lit = selected if selected in edges.lit else None
        kept = self._rows.get(y)
        if kept is not None and kept[0] == lit:
            return kept[1]
        strip = self._strip_of(drawn, y, edges, lit)
        self._rows[y] = lit, strip
        return strip

    def _strip_of(self, drawn: DrawnMap, y: int, edges: EdgeRow, lit: str | None) -> Strip:
        left, right = self._span
        boxes = [box for box in drawn.picture.boxes_in(y) if left < box.right and box.x < right]
        look = id(edges), lit
        strip = self._bare.get(look) if not boxes else None
        if strip is None:
            segments = [*self._segments(drawn, y, boxes, edges.seen_from(lit))]
            strip = Strip(segments, right - left)
            if not boxes:
                self._bare[look] = strip
        return strip

    def _edges_of(self, picture: Picture, y: int, signs: Mapping[str, str]) -> EdgeRow:
        edges = self._edges.get(y)
        if edges is None:
            routes = picture.routes_in(y, *self._span)
            lines = straight_lines(picture, y, routes)
            edges = self._straight.get(lines) if lines is not None else None
            if edges is None:
                edges = edge_row(picture, y, *self._span, signs, routes)
                if lines is not None:
                    self._straight[lines] = edges
            self._edges[y] = edges
        return edges

    def _segments(
        self, drawn: DrawnMap, y: int, boxes: Sequence[Box], cells: Mapping[int, Cell]
    ) -> Iterator[Segment]:
        """Yields a row: its boxes, and between them its edges."""
        at, right = self._span
        for box in boxes:
            yield from self._between(cells, at, box.x)
            strip = self._strip(box, drawn)[y - box.y]
            yield from strip.crop(max(0, at - box.x), min(box.w, right - box.x))
            at = box.right
        yield from self._between(cells, at, right)

    def _between(self, cells: Mapping[int, Cell], left: int, right: int) -> Iterator[Segment]:
        """Yields what stands between two boxes: with each edge the blanks up to the next one."""
        signs, name, at = "", _BLANK, left
        for x in sorted(filter(range(left, right).__contains__, cells)):
            sign, its = cells[x]
            if sign == " ":
                continue
            signs += " " * (x - at)
            if name not in (its, _BLANK):
                yield Segment(signs, self._styles.style(name))
                signs = ""
            signs, name, at = signs + sign, its, x + 1
        if left < right:
            yield Segment(signs + " " * (right - at), self._styles.style(name))

    def _strip(self, box: Box, drawn: DrawnMap) -> list[Strip]:
        strips = self._boxes.get(box.claim)
        if strips is None:
            if len(self._boxes) > _CACHED:
                self._boxes.clear()
            strips = self._boxes[box.claim] = self._draw(box, drawn)
        return strips


def _changed(edges: EdgeRow, claims: Sequence[str]) -> frozenset[int]:
    """Returns the columns in which edges look otherwise as the cursor goes from claim to claim."""
    lit = [edges.lit.get(claim, _NONE) for claim in claims]
    # What all of them have in common, as the edge of their target, stands out as before.
    return _NONE.union(*lit).difference(_NONE.union(*lit[:1]).intersection(*lit))

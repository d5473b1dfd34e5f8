"""How a picture is shown: only the cells in sight are drawn, and drawn again where they change."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, ClassVar, Final

from rich.segment import Segment
from textual.geometry import Offset, Region, Size
from textual.strip import Strip

from debatemap.core.debate import Debate
from debatemap.core.text import width
from debatemap.tui.views.map.box_drawing import BoxLook, draw_box
from debatemap.tui.views.map.edge_drawing import Cell, edge_cells
from debatemap.tui.views.map.minimap import Minimap
from debatemap.tui.views.map.picture_words import picture_sentences
from debatemap.tui.views.view import MapView, Marking
from debatemap.tui.widgets.drawing import sign_at
from debatemap.tui.widgets.row_styles import PARTS, RowStyles
from debatemap.views.map import Box, DrawnMap

if TYPE_CHECKING:
    from textual import getters

    from debatemap.tui.context import Program

__all__ = ["PicturePane"]

_MARGIN: Final = Size(2, 1)
"""Cells around a picture."""
_AROUND: Final = Size(8, 1)
"""Cells beside the cursor that stay in sight."""
_CACHED: Final = 4000
_BLANK: Final = Cell(" ", "row")


class PicturePane(MapView):
    """Draws a picture and its cursor, and scrolls both ways."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {f"outline--{part}" for part in PARTS}

    if TYPE_CHECKING:
        app = getters.app(Program)

    def __init__(self, debate: Debate) -> None:
        super().__init__()
        self._debate = debate
        self._marking = Marking(lambda _: None, {}, (), None)
        self._styles = RowStyles(self)
        self._drawn: DrawnMap | None = None
        self._claim: str | None = None
        self._minimap: Minimap | None = None
        self._signs: dict[str, str] = {}
        self._boxes: dict[str, list[Strip]] = {}
        self._lines: dict[tuple[int, int, int], Strip] = {}

    @property
    def claim(self) -> str | None:
        """The claim that the cursor is on, or None where none is shown."""
        return self._claim

    @property
    def drawn(self) -> DrawnMap | None:
        """What is shown."""
        return self._drawn

    @property
    def box(self) -> Box | None:
        """The box that the cursor is on, where it is drawn."""
        return self._drawn.picture.boxes.get(self._claim or "") if self._drawn is not None else None

    @property
    def origin(self) -> Offset:
        """The cell of the virtual screen where the picture begins: one that is small is centred."""
        if self._drawn is None:
            return Offset(0, 0)
        picture = self._drawn.picture
        return Offset(
            max(_MARGIN.width, (self.size.width - picture.width) // 2),
            max(_MARGIN.height, (self.size.height - picture.height) // 2),
        )

    @property
    def is_plain(self) -> bool:
        """Whether the picture is told in sentences."""
        return self.is_attached and self.app.settings.plain

    def cell_at(self, x: int, y: int) -> Offset:
        """Returns the cell of the picture at a cell of the widget."""
        return Offset(x, y) + self.scroll_offset - self.origin

    def box_at(self, x: int, y: int) -> Box | None:
        """Returns the box at a cell of the widget."""
        if self._drawn is None or self.is_plain:
            return None
        return self._drawn.picture.box_at(*self.cell_at(x, y))

    def mark(self, marking: Marking) -> None:
        """Shows strengths, signs, marks and matches as they are now."""
        if marking != self._marking:
            self._marking = marking
            self.redraw()

    def outdate_strengths(self) -> None:
        """Draws the strengths that are known now."""
        self.redraw()

    def redraw(self) -> None:
        """Draws all that is in sight again."""
        self._boxes.clear()
        self._lines.clear()
        self.refresh()

    def notify_style_update(self) -> None:
        """Takes up the colours of another theme."""
        self._styles.clear()
        self.redraw()
        super().notify_style_update()

    def on_resize(self) -> None:
        """Keeps the cursor in sight at the new size."""
        self._measure()
        self.bring_into_sight()

    def show_drawn(self, drawn: DrawnMap) -> None:
        """Shows another picture; the cursor stays where it is on the screen, if it can."""
        before = self._place_on_screen()
        self._drawn = drawn
        self._signs = {
            link: sign_at(self._debate, link, "")[0]
            for link in drawn.forest.target
            if link in self._debate.links
        }
        self._measure()
        box = self.box
        if before is not None and box is not None:
            place = Offset(box.x, box.row) + self.origin - before
            self.scroll_to(x=max(0, place.x), y=max(0, place.y), animate=False)
        self.redraw()
        self.bring_into_sight()

    def _place_on_screen(self) -> Offset | None:
        box = self.box
        if box is None:
            return None
        place = Offset(box.x, box.row) + self.origin - self.scroll_offset
        is_seen = 0 <= place.x < self.size.width and 0 <= place.y < self.size.height
        return place if is_seen else None

    def _measure(self) -> None:
        """Takes up how large the picture and the widget are."""
        self._lines.clear()
        self._minimap = None
        if self._drawn is None or not self.size.width:
            return
        picture, size = self._drawn.picture, self.size
        self.virtual_size = Size(
            max(size.width, picture.width + 2 * _MARGIN.width),
            max(size.height, picture.height + 2 * _MARGIN.height),
        )
        if Minimap.is_wanted(picture, size) and not self.is_plain:
            self._minimap = Minimap(picture, size)

    def bring_into_sight(self) -> None:
        """Scrolls as little as it takes to show the box of the cursor."""
        box, size = self.box, self.size
        if box is None or not size.width:
            return
        at = self.origin + Offset(box.x, box.y)
        x = _scrolled(self.scroll_offset.x, at.x, box.w, size.width, _AROUND.width)
        y = _scrolled(self.scroll_offset.y, at.y, box.h, size.height, _AROUND.height)
        if (x, y) != self.scroll_offset:
            self.scroll_to(x=x, y=y, animate=False)

    def refresh_boxes(self, *claims: str | None) -> None:
        """Draws boxes again, and the edges that stand out with them."""
        for claim in claims:
            self._boxes.pop(claim or "", None)
        drawn, at = self._drawn, self.scroll_offset
        if drawn is None or self.is_plain:
            self.redraw()
            return
        top = self.cell_at(0, 0).y
        lines = {row - top for row in _rows_of(drawn, claims, top, top + self.size.height)}
        if self._minimap is not None:
            lines |= {*range(self._minimap.size.height)}
            lines |= {*range(self.size.height - self._minimap.size.height, self.size.height)}
        self._lines = {
            key: strip
            for key, strip in self._lines.items()
            if key[1:] == tuple(at) and key[0] not in lines
        }
        self.refresh(*(Region(0, y, self.size.width, 1) for y in sorted(lines)))

    def cursor_offset(self) -> Offset:
        """Returns where on the screen the words of the selected claim begin."""
        box = self.box
        if box is None or self.is_plain:
            return self.region.offset
        inside = 2 if box.h > 2 and box.w > 2 else min(1, box.w - 1)  # noqa: PLR2004  (a frame)
        place = Offset(box.x + inside, box.y + (1 if inside > 1 else 0))
        place = place + self.origin - self.scroll_offset
        return self.region.offset + Offset(
            max(0, min(place.x, self.size.width - 1)), max(0, min(place.y, self.size.height - 1))
        )

    def render_line(self, y: int) -> Strip:
        """Returns a line of the widget."""
        blank = self._styles.style("row")
        if self._drawn is None:
            return Strip.blank(self.size.width, blank)
        if self.is_plain:
            return self._sentence(y, self._drawn)
        key = (y, *self.scroll_offset)
        strip = self._lines.get(key)
        if strip is None:
            if len(self._lines) > _CACHED:
                self._lines.clear()
            strip = self._with_status(y, self._with_minimap(y, self._row(y, self._drawn)))
            self._lines[key] = strip
        return strip

    def _sentence(self, y: int, drawn: DrawnMap) -> Strip:
        claim = self._claim or ""
        lines = []
        if claim in drawn.picture.boxes and claim in self._debate.claims:
            lines = picture_sentences(self._debate, drawn, claim, self._marking, self.size.width)
        words = lines[y] if y < len(lines) else ""
        row = self._styles.style("row")
        return Strip([Segment(words, row)]).adjust_cell_length(self.size.width, row)

    def _row(self, y: int, drawn: DrawnMap) -> Strip:
        """Returns a row of the picture: its boxes, and between them its edges."""
        left, row = self.cell_at(0, y)
        right, blank = left + self.size.width, self._styles.style("row")
        cells = edge_cells(drawn.picture, row, left, right, self._claim, self._signs)
        strips, at = [], left
        for box in drawn.picture.boxes_in(row):
            if box.right <= left or box.x >= right:
                continue
            if box.x > at:
                strips.append(self._edges(cells, at, box.x))
            strip = self._strip(box, drawn)[row - box.y]
            strips.append(strip.crop(max(0, at - box.x), min(box.w, right - box.x)))
            at = box.right
        if at < right:
            strips.append(self._edges(cells, at, right))
        return Strip.join(strips).adjust_cell_length(self.size.width, blank)

    def _edges(self, cells: dict[int, Cell], left: int, right: int) -> Strip:
        style = self._styles.style
        parts: list[tuple[str, str]] = [cells.get(x, _BLANK) for x in range(left, right)]
        segments = [
            Segment("".join(sign for sign, _ in run), style(name))
            for name, run in groupby(parts, key=itemgetter(1))
        ]
        return Strip(segments, right - left)

    def _strip(self, box: Box, drawn: DrawnMap) -> list[Strip]:
        strips = self._boxes.get(box.claim)
        if strips is None:
            if len(self._boxes) > _CACHED:
                self._boxes.clear()
            strips = self._boxes[box.claim] = self._draw(box, drawn)
        return strips

    def _draw(self, box: Box, drawn: DrawnMap) -> list[Strip]:
        row, forest = self._styles.style("row"), drawn.forest
        link = forest.via[box.claim]
        is_there = box.claim in self._debate.claims
        if not is_there or (link is not None and link not in self._debate.links):
            # It is gone, and the next picture is on its way.
            return [Strip.blank(box.w, row) for _ in range(box.h)]
        hidden, is_selected = forest.hidden.get(box.claim, 0), box.claim == self._claim
        zoom = drawn.asked.zoom
        look = BoxLook(self._debate, link, hidden, is_selected, self._marking, zoom)
        lines = draw_box(box, look, self._styles)
        return [Strip(line).adjust_cell_length(box.w, row) for line in lines]

    def _with_minimap(self, y: int, strip: Strip) -> Strip:
        region = self.minimap_region
        if self._minimap is None or not region.y <= y < region.bottom:
            return strip
        view = Region(*self.cell_at(0, 0), *self.size)
        box = self.box
        selected = (box.x, box.row) if box is not None else None
        segments = self._minimap.line(y - region.y, view, selected, self._styles)
        return Strip.join([strip.crop(0, region.x), Strip(segments), strip.crop(region.right)])

    @property
    def minimap_region(self) -> Region:
        """Where the small picture stands: in a corner that does not hide the cursor."""
        if self._minimap is None:
            return Region()
        size, screen, box = self._minimap.size, self.size, self.box
        below = Region(*(screen - size), *size)
        if box is not None:
            at = self.origin + Offset(box.x, box.y) - self.scroll_offset
            if below.overlaps(Region(*at, box.w, box.h)):
                return below.at_offset(Offset(below.x, 0))
        return below

    def _with_status(self, y: int, strip: Strip) -> Strip:
        """Says in the last line what of the map is shown, where that is not all of it."""
        drawn = self._drawn
        if drawn is None or y != self.size.height - 1:
            return strip
        shown, there = len(drawn.picture.boxes), len(self._debate.claims)
        words = ""
        if drawn.is_part:
            words = f" {shown:,} of {there:,} claims: those around the cursor "
        elif drawn.asked.top is not None:
            words = f" A branch: {shown:,} of {there:,} claims "
        if not words or width(words) > self.size.width:
            return strip
        said = Strip([Segment(words, self._styles.style("quiet"))])
        return Strip.join([said, strip.crop(width(words))])


def _rows_of(drawn: DrawnMap, claims: Sequence[str | None], first: int, end: int) -> Iterator[int]:
    """Yields the rows of some boxes and of their edges, from one row on up to another."""
    picture = drawn.picture
    for claim in claims:
        box = picture.boxes.get(claim or "")
        if box is not None:
            yield from range(max(first, box.y), min(end, box.bottom))
            for route in picture.routes_of.get(box.claim, ()):
                rows = [y for _, y in route.points]
                yield from range(max(first, min(rows)), min(end, max(rows) + 1))


def _scrolled(now: int, start: int, length: int, room: int, spare: int) -> int:
    """Returns from where on to show a line of cells, so that a part of it is in sight."""
    spare = max(0, min(spare, (room - length) // 2))
    if start - spare < now or length > room:
        return max(0, start - spare)
    return max(now, start + length + spare - room)

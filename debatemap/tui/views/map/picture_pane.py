"""How a picture is shown: only the cells in sight are drawn, and drawn again where they change."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, ClassVar, Final, NamedTuple

from rich.segment import Segment
from textual.geometry import Offset, Region, Size
from textual.strip import Strip

from debatemap.core.debate import Debate
from debatemap.core.text import width
from debatemap.tui.views.map.box_drawing import BoxLook, draw_box
from debatemap.tui.views.map.minimap import Minimap
from debatemap.tui.views.map.picture_rows import PictureRows
from debatemap.tui.views.map.picture_words import picture_sentences
from debatemap.tui.views.view import MapView, Marking
from debatemap.tui.widgets.bare_lines import BareLines
from debatemap.tui.widgets.row_drawing import sign_at
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


class _Seen(NamedTuple):
    """What of a picture is in sight: from which cell on, and where the small picture stands."""

    left: int
    top: int
    width: int
    height: int
    is_plain: bool
    small_region: Region
    small: Sequence[Strip]


class PicturePane(MapView, BareLines):
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
        self._rows = PictureRows(self._styles, self._draw)
        """What is in sight, while lines are drawn."""
        self._small: tuple[Region, Sequence[Strip]] = (Region(), ())
        """Where the small picture stands, and its lines, as they were drawn last."""
        self._small_of: tuple[Minimap | None, Region, str | None] | None = None
        """What of a picture was drawn small last: what is in sight, and the claim of the cursor."""
        self._small_drawn: tuple[Region, Sequence[Strip]] = self._small

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
        self._rows.clear()
        if self._minimap is not None:
            self._minimap.forget()
        self._small_of = None
        self._small = self._small_picture()
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
        self._rows.forget_rows()
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

    def show_move(self, *claims: str | None) -> None:
        """Brings the cursor into sight, and draws again what its move has changed.

        Args:
            claims: The claim that had it, and the one that has it.
        """
        before = self.scroll_offset
        self.bring_into_sight()
        self.refresh_boxes(*claims, is_drawn=before != self.scroll_offset)

    def refresh_boxes(self, *claims: str | None, is_drawn: bool = False) -> None:
        """Draws boxes again, and the edges that stand out with them.

        Args:
            claims: The claims of the boxes.
            is_drawn: Whether all that is in sight is drawn again anyway, as after it was scrolled.
        """
        drawn = self._drawn
        if drawn is None or self.is_plain:
            self.redraw()
            return
        corner, size = self.cell_at(0, 0), self.size
        named = [claim for claim in claims if claim is not None]
        rows = range(corner.y, corner.y + (0 if is_drawn else size.height))
        changed = [*self._rows.forget(drawn.picture, named, rows)]
        small = self._changed_in_small()
        if is_drawn:
            return
        here = [region.translate(-corner).intersection(size.region) for region in changed]
        regions = [region for region in (*here, *small) if region]
        if regions:
            self.refresh(*regions)

    def _changed_in_small(self) -> list[Region]:
        """Returns where the small picture differs from what is drawn."""
        before, self._small = self._small, self._small_picture()
        (was, old), (now, new) = before, self._small
        if was != now:
            return [was, now]
        pairs = zip(now.line_range, old, new, strict=True)
        return [Region(now.x, y, now.width, 1) for y, strip, other in pairs if strip != other]

    def cursor_offset(self) -> Offset:
        """Returns where on the screen the words of the selected claim begin."""
        box = self.box
        if box is None or self.is_plain:
            return self.region.offset
        inside = 2 if box.is_framed else min(1, box.w - 1)
        place = Offset(box.x + inside, box.row)
        place = place + self.origin - self.scroll_offset
        return self.region.offset + Offset(
            max(0, min(place.x, self.size.width - 1)), max(0, min(place.y, self.size.height - 1))
        )

    def render_line(self, y: int) -> Strip:
        """Returns a line of the widget."""
        return self._line(y, self._seen())

    def lines_at(self, rows: Iterable[int]) -> Iterable[Strip]:
        """Returns lines of the widget."""
        seen = self._seen()
        return [self._line(y, seen) for y in rows]

    def _line(self, y: int, seen: _Seen) -> Strip:
        """Returns a line of the widget, of what is in sight of the picture."""
        if self._drawn is None:
            return Strip.blank(seen.width, self._styles.style("row"))
        if seen.is_plain:
            return self._sentence(y, self._drawn)
        columns = range(seen.left, seen.left + seen.width)
        strip = self._rows.row(self._drawn, seen.top + y, columns, self._claim, self._signs)
        region = seen.small_region
        if region.y <= y < region.bottom:
            small = seen.small[y - region.y]
            strip = Strip.join([strip.crop(0, region.x), small, strip.crop(region.right)])
        return self._with_status(strip) if y == seen.height - 1 else strip

    def _seen(self) -> _Seen:
        """Returns what of the picture is in sight now."""
        left, top = self.cell_at(0, 0)
        return _Seen(left, top, *self.size, self.is_plain, *self._small_picture())

    def _sentence(self, y: int, drawn: DrawnMap) -> Strip:
        claim = self._claim or ""
        lines = []
        if claim in drawn.picture.boxes and claim in self._debate.claims:
            lines = picture_sentences(self._debate, drawn, claim, self._marking, self.size.width)
        words = lines[y] if y < len(lines) else ""
        row = self._styles.style("row")
        return Strip([Segment(words, row)]).adjust_cell_length(self.size.width, row)

    def _draw(self, box: Box, drawn: DrawnMap) -> list[Strip]:
        row, forest = self._styles.style("row"), drawn.forest
        link = forest.via[box.claim]
        above = link if link is not None else drawn.step_above(box.claim)
        is_there = box.claim in self._debate.claims
        if not is_there or (above is not None and above not in self._debate.links):
            # It is gone, and the next picture is on its way.
            return [Strip.blank(box.w, row) for _ in range(box.h)]
        hidden, is_selected = forest.hidden.get(box.claim, 0), box.claim == self._claim
        zoom = drawn.asked.zoom
        look = BoxLook(self._debate, link, hidden, is_selected, self._marking, zoom, above)
        lines = draw_box(box, look, self._styles)
        return [Strip(line).adjust_cell_length(box.w, row) for line in lines]

    def _small_picture(self) -> tuple[Region, Sequence[Strip]]:
        """Returns where the small picture stands, and its lines."""
        if self._minimap is None:
            return Region(), ()
        view, box = Region(*self.cell_at(0, 0), *self.size), self.box
        if self._small_of != (self._minimap, view, self._claim):
            self._small_of = self._minimap, view, self._claim
            selected = (box.x, box.row) if box is not None else None
            lines = self._minimap.strips(view, selected, self._styles)
            self._small_drawn = self.minimap_region, lines
        return self._small_drawn

    @property
    def minimap_region(self) -> Region:
        """Where the small picture stands: in the corner where it hides the fewest boxes.

        It never hides the cursor where another corner would not.
        """
        drawn = self._drawn
        if self._minimap is None or drawn is None:
            return Region()
        size, free = self._minimap.size, self.size - self._minimap.size
        corners = [(free.width, free.height), (free.width, 0), (0, 0)]
        # In the last line, at the left, a part of a map is told to be one.
        corners += [] if self._status(drawn) else [(0, free.height)]
        regions = [Region(*corner, *size) for corner in corners]
        return min(regions, key=lambda region: self._hidden_by(region, drawn))

    def _hidden_by(self, region: Region, drawn: DrawnMap) -> tuple[bool, int]:
        """Returns whether a part of the widget covers the cursor, and how many boxes it covers."""
        corner = self.cell_at(region.x, region.y)
        boxes = drawn.picture.boxes_within(*corner, *region.size)
        return any(box.claim == self._claim for box in boxes), len(boxes)

    def _with_status(self, strip: Strip) -> Strip:
        """Says in the last line what of the map is shown, where that is not all of it."""
        words = self._status(self._drawn) if self._drawn is not None else ""
        if not words or width(words) > self.size.width:
            return strip
        said = Strip([Segment(words, self._styles.style("quiet"))])
        return Strip.join([said, strip.crop(width(words))])

    def _status(self, drawn: DrawnMap) -> str:
        """Returns what of the map is shown; nothing where that is all of it."""
        shown, there = len(drawn.picture.boxes), len(self._debate.claims)
        words = ""
        if drawn.is_part:
            words = f" {shown:,} of {there:,} claims: those around the cursor "
        elif drawn.asked.top is not None:
            folded = drawn.whole - shown
            hidden = f", {folded:,} folded" if folded > 0 else ""
            words = f" A branch: {drawn.whole:,} of {there:,} claims{hidden} "
        return words


def _scrolled(now: int, start: int, length: int, room: int, spare: int) -> int:
    """Returns from where on to show a line of cells, so that a part of it is in sight."""
    spare = max(0, min(spare, (room - length) // 2))
    if start - spare < now or length > room:
        return max(0, start - spare)
    return max(now, start + length + spare - room)

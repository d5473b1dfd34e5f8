"""The options side by side, drawn line by line, with a cursor that goes from claim to claim."""

from typing import TYPE_CHECKING, ClassVar, Final

from rich.segment import Segment
from textual import events
from textual.geometry import Offset, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from debatemap.core.debate import Debate
from debatemap.tui.features.judging.options_in_words import arrange_in_words
from debatemap.tui.features.judging.options_layout import (
    Arranged,
    Compared,
    Item,
    Piece,
    Role,
    arrange,
)
from debatemap.tui.widgets.row_pointing import MENU
from debatemap.tui.widgets.row_styles import PARTS, RowStyles

if TYPE_CHECKING:
    from textual import getters

    from debatemap.tui.context import Program

__all__ = ["OptionsPane"]

_AIRY: Final = 28
"""Lines from which there is room for headings and gaps."""
_NOTHING: Final = Arranged([], [], 1)


class OptionsPane(ScrollView, can_focus=False):
    """Draws a comparison of options; the screen that it is on has the keys."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {f"outline--{part}" for part in PARTS}

    if TYPE_CHECKING:
        app = getters.app(Program)

    class Chosen(Message):
        """A claim was clicked, which the cursor is on by now."""

    def __init__(self) -> None:
        super().__init__()
        self._styles = RowStyles(self)
        self._shown = _NOTHING
        self._given: tuple[Debate, Compared] | None = None
        self._cursor = 0

    @property
    def item(self) -> Item | None:
        """What the cursor is on."""
        items = self._shown.items
        return items[self._cursor] if self._cursor < len(items) else None

    def show(self, debate: Debate, found: Compared) -> None:
        """Shows options; the cursor stays on the same claim where that is there still."""
        self._given = debate, found
        self._lay_out()

    def step(self, way: int) -> None:
        """Goes down (1) or up (-1): within an option, to the one below it, or out of them."""
        item, items = self.item, self._shown.items
        if item is None:
            return
        if item.role is Role.DIVIDED:
            is_first = way < 0 and items[self._cursor - 1].role is not Role.DIVIDED
            last = max(each.option for each in items if each.role is not Role.DIVIDED)
            self._go(self._last_of(last) if is_first else self._cursor + way)
            return
        beside = self._cursor + way
        if 0 <= beside < len(items) and items[beside].option == item.option:
            self._go(beside)
            return
        option = item.option + way * self._shown.columns
        divided = [n for n, each in enumerate(items) if each.role is Role.DIVIDED]
        if any(each.option == option for each in items if each.role is not Role.DIVIDED):
            self._go(self._first_of(option) if way > 0 else self._last_of(option))
        elif way > 0 and divided:
            self._go(divided[0])

    def turn(self, way: int) -> None:
        """Goes to the next (1) or the previous (-1) option, there to what is the same of it."""
        item, items = self.item, self._shown.items
        if item is None or item.role is Role.DIVIDED:
            return
        option = item.option + way
        same = [n for n, each in enumerate(items) if each[::3] == (item.role, option)]
        others = [n for n, each in enumerate(items) if each[::3] == (Role.THESIS, option)]
        self._go(next(iter([*same, *others]), self._cursor))

    def end(self, way: int) -> None:
        """Goes to the last (1) or the first (-1) claim."""
        self._go(len(self._shown.items) - 1 if way > 0 else 0)

    def render_line(self, y: int) -> Strip:
        """Returns a line of the widget."""
        line = y + self.scroll_offset.y
        row = self._styles.style("row")
        if line >= len(self._shown.lines):
            return Strip.blank(self.size.width, row)
        strips = [self._drawn(piece) for piece in self._shown.lines[line]]
        return Strip.join(strips).adjust_cell_length(self.size.width, row)

    def cursor_offset(self) -> Offset:
        """Returns where on the screen the words at the cursor begin."""
        span = self._shown.span(self._cursor)
        if not span:
            return self.region.offset
        left = 1
        for piece in self._shown.lines[span.start]:
            if piece.item == self._cursor:
                break
            left += piece.cells
        line = max(0, min(span.start - self.scroll_offset.y, self.size.height - 1))
        return self.region.offset + Offset(left, line)

    def on_resize(self) -> None:
        """Lays the options out for the new size."""
        self._lay_out()

    def notify_style_update(self) -> None:
        """Takes up the colours of another theme."""
        self._styles.clear()
        super().notify_style_update()

    def on_click(self, event: events.Click) -> None:
        """Puts the cursor on what is clicked, and tells of it."""
        item = self._item_at(event.x, event.y + self.scroll_offset.y)
        if item is not None and event.button != MENU:
            event.stop()
            self._go(item)
            self.post_message(self.Chosen())

    def _item_at(self, x: int, line: int) -> int | None:
        left = 0
        for piece in self._shown.lines[line] if line < len(self._shown.lines) else ():
            if left <= x < left + piece.cells:
                return piece.item
            left += piece.cells
        return None

    def _drawn(self, piece: Piece) -> Strip:
        is_selected = piece.item is not None and piece.item == self._cursor
        styles = self._styles.on("selected" if is_selected else "row")
        segments = [Segment(words, styles(part)) for words, part in piece.parts]
        if piece.cells > 1:
            segments.insert(0, Segment("▌" if is_selected else " ", styles("cursor")))
        background = styles("selected" if is_selected else "row")
        return Strip(segments).adjust_cell_length(piece.cells, background)

    def _lay_out(self) -> None:
        """Arranges the options for the size that there is, with the cursor on its claim."""
        cells = self.scrollable_content_region.width
        if self._given is None or cells < 1:
            return
        before, airy = self.item, self.size.height >= _AIRY
        if self.app.settings.plain:
            self._shown = arrange_in_words(*self._given, cells)
        else:
            self._shown = arrange(*self._given, cells, airy=airy)
        self.virtual_size = Size(cells, len(self._shown.lines))
        items = self._shown.items
        same = [n for n, each in enumerate(items) if before and each[:3] == before[:3]]
        self._cursor = same[0] if same else min(self._cursor, max(0, len(items) - 1))
        self.refresh()
        self.call_after_refresh(self._bring_into_sight)

    def _first_of(self, option: int) -> int:
        return next(n for n, each in enumerate(self._shown.items) if each.option == option)

    def _last_of(self, option: int) -> int:
        items = self._shown.items
        found = [n for n, each in enumerate(items) if each.option == option]
        return found[-1]

    def _go(self, index: int) -> None:
        if self._shown.items:
            self._cursor = max(0, min(index, len(self._shown.items) - 1))
            self.refresh()
            self._bring_into_sight()

    def _bring_into_sight(self) -> None:
        """Scrolls as little as it takes to show the cursor."""
        span, first, page = self._shown.span(self._cursor), self.scroll_offset.y, self.size.height
        if not span or not page:
            return
        top = first
        if self._cursor == 0:
            top = 0
        elif span.start < first:
            top = span.start
        elif span.stop > first + page:
            top = min(span.start, span.stop - page)
        if top != first:
            self.scroll_to(y=top, animate=False)

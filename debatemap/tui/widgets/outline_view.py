"""The outline on the screen: one widget that draws only the lines that are in sight."""

from collections.abc import Callable, Collection, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import TypeVar

from textual import events
from textual.geometry import Offset, Region
from textual.message import Message

from debatemap.core.change import Change
from debatemap.core.search_query import Query
from debatemap.tui.widgets.lines import Gap
from debatemap.tui.widgets.outline_drawing import Elsewhere, Standings
from debatemap.tui.widgets.outline_scrolling import OutlineScrolling
from debatemap.tui.widgets.row_pointing import Place
from debatemap.views.outline import Outline, Row, follow
from debatemap.views.outline.outline import Step
from debatemap.views.outline.row_layout import NUMBER
from debatemap.views.outline.row_parts import RowPart, part_at

__all__ = ["OutlineView"]

Result = TypeVar("Result")


class OutlineView(OutlineScrolling):
    """Shows an outline and its cursor.

    The cursor is a row, not a line: it stays on its claim when rows come and go. Keys are
    not handled here; the screen moves the cursor by `move_to`.
    """

    DEFAULT_CSS = """
    OutlineView {
        background: $background;
        scrollbar-size-vertical: 1;
        overflow-x: hidden;
        overflow-y: scroll;
    }
    """
    """The styles of the parts stand in `map_screen.tcss`."""

    @dataclass
    class Selected(Message):
        """Another row is selected, or what is selected has changed."""

        row: Row | None

    @dataclass
    class Laid(Message):
        """The rows have new widths or places; what stands over them must follow."""

    @property
    def row(self) -> Row | None:
        """The selected row, or None in an empty map."""
        return self._cursor

    @property
    def index(self) -> int:
        """The index of the selected row; 0 in an empty map."""
        return self._index

    def take(self, outline: Outline) -> None:
        """Shows another outline."""
        self._lines.take(outline)
        self._word_rows()
        outline.resize(self._layout)
        self.marked &= outline.debate.claims.keys()
        self._update_rows()

    def open_at(self, index: int) -> None:
        """Selects a row as a map is opened: until the next move, no row is cut off at the top."""
        self.move_to(index)
        self._is_opened = True

    def move_to(self, index: int, *, top: bool = False, spare: int = 1) -> None:
        """Selects a row and brings it into sight.

        Args:
            index: The row; an index beyond either end selects the last or the first.
            top: Whether to bring it near the top, and not just into sight.
            spare: Lines beyond it that are to be in sight.
        """
        self._is_opened = False
        rows = self.outline.rows
        if not rows:
            self._cursor = None
            self.post_message(self.Selected(None))
            return
        before, self._index = self._index, rows.clamp(index)
        self._cursor = rows[self._index]
        self._bring_into_sight(top=top, spare=spare)
        for changed in {before, self._index}:
            self.refresh_row(changed)
        self.post_message(self.Selected(self._cursor))

    def follow(self, change: Change) -> None:
        """Takes up a change of the debate."""
        follow(self.outline, change)
        self.marked &= self.outline.debate.claims.keys()
        self._update_rows()

    def reshape(self, act: Callable[[Outline], Result], *, select: Row | None = None) -> Result:
        """Folds, filters or steps in the outline, and shows the rows as they are then.

        Args:
            act: Changes what the outline shows.
            select: The row to select, or the nearest one above it that is shown; without it, the
                one that was selected, or one near to it.

        Returns:
            What `act` returns.
        """
        result = act(self.outline)
        while select is not None and self.outline.rows.find(select.claim, select.key) is None:
            select = select.parent
        self._update_rows(select.key if select is not None else None)
        return result

    def set_open(self, index: int, *, is_open: bool) -> None:
        """Unfolds or folds a row."""
        self.reshape(lambda outline: outline.set_open(index, is_open=is_open))

    def set_query(self, query: Query | None, elsewhere: Elsewhere | None = None) -> None:
        """Highlights the words of a query, and shows where they stand beside the texts."""
        is_longer = self._elsewhere is not None or elsewhere is not None
        super().set_query(query, elsewhere)
        if is_longer:
            self._word_rows()
            self._measure_anew()

    def _word_rows(self) -> None:
        """Has the rows say what they say now: a line more where the words stand elsewhere."""
        if self._elsewhere is not None:
            self.outline.rows.wording = self._worded
        else:
            self.outline.rows.word_plainly()

    def _worded(self, row: Row) -> str:
        text, beside = self.outline.debate.claims[row.claim].text, self._beside(row)
        return text if beside is None else f"{text}\n{beside.line}"

    def _measure_anew(self) -> None:
        """Measures what is in sight; the selected row stays where it is on the screen."""
        if not self.is_mounted or not self.outline.rows:
            return
        self.outline.heights.doubt()
        self._settle(self.index)
        top = self.row_of_line(0)
        if top is not None:
            self.outline.rows.settle(top, 2 * max(1, self.size.height))
            self._set_height()
        self.refresh()

    def set_filter(
        self, claims: Collection[str] | None, above: AbstractSet[str] | None = None
    ) -> None:
        """Shows only some claims, and what stands above them; None shows all again."""
        self.reshape(lambda outline: outline.set_filter(claims, above))

    def reveal(self, path: Sequence[Step]) -> None:
        """Unfolds a path and selects its end."""
        before = self.outline.rows.revision
        index = self.outline.reveal(path)
        if self.outline.rows.revision != before:
            self._update_rows()
        self.move_to(index)

    def _update_rows(self, key: int | None = None) -> None:
        """Draws the rows again after they changed, with the cursor on the same place.

        Args:
            key: The place to select, where it is not the one that was.
        """
        self.end_drag()
        self._strips.clear()
        self._lines.keep_gap()
        rows = self.outline.rows
        self._cursor, self._index = self._lines.find(self._cursor, self._index, key)
        self._set_height()
        if rows:
            self._bring_into_sight()
        self.refresh()
        self.post_message(self.Selected(self._cursor))
        self.post_message(self.Laid())
        self._fill()

    def set_standings(
        self,
        standings: Standings | None,
        *,
        labelled: bool = False,
        spread: bool = False,
        form: str = NUMBER,
    ) -> None:
        """Shows how each claim stands in a column at the right, or nothing there."""
        self._standing, self._labelled, self._spread = standings, labelled, spread
        self._form = form
        if self.is_mounted and self._layout != self.outline.rows.layout:
            self.on_resize()
        self.refresh_standings()

    def set_gap(self, gap: Gap | None) -> None:
        """Makes or removes the room for the editor."""
        self._lines.set_gap(gap)
        self.make_room(gap.lines if gap is not None else 0)

    def make_room(self, lines: int) -> None:
        """Makes the room for the editor so many lines high."""
        self._lines.make_room(lines)
        self._set_height()
        self.refresh()
        if self._lines.gap is not None:
            self._scroll_to_region(self._lines.line_of_gap(), lines)
        self.post_message(self.Laid())

    def gap_region(self) -> Region | None:
        """Returns where the editor stands in this widget, or None where it does not."""
        gap = self._lines.gap
        if gap is None:
            return None
        layout = self.outline.rows.layout
        left = layout.CURSOR + layout.indent(gap.depth) + layout.FOLD
        line = self._lines.line_of_gap() - self.scroll_offset.y
        return Region(left, line, max(1, self._width - left - 1), gap.lines)

    def row_of_line(self, y: int) -> int | None:
        """Returns the index of the row at a line of the widget, or None beneath them all."""
        found = self._lines.locate(y + self.scroll_offset.y)
        return found[0] if found else None

    def cursor_offset(self) -> Offset:
        """Returns where on the screen the selected row's words begin."""
        if self._cursor is None:
            return self.region.offset
        line = self._lines.line_of(self._index) - self.scroll_offset.y
        layout = self.outline.rows.layout
        left = layout.CURSOR + layout.indent(self._cursor.depth) + layout.FOLD
        return self.region.offset + Offset(left, max(0, min(line, self.size.height - 1)))

    @property
    def is_in_reading_order(self) -> bool:
        """Whether its claims stand in reading order, as they always do."""
        return True

    def claims_in_sight(self) -> Sequence[str]:
        """Returns the claims of the rows in sight, from top to bottom."""
        heights, rows = self.outline.heights, self.outline.rows
        if not rows or not self.size.height:
            return []
        first = self._lines.locate(self.scroll_offset.y)
        index = first[0] if first is not None else self._index
        line, found = -(first[1] if first is not None else 0), []
        while line < self.size.height and rows.has(index):
            found.append(rows[index].claim)
            line += heights[index]
            index += 1
        return found

    def places_in_sight(self) -> Iterator[tuple[Sequence[Step], Offset]]:
        """Yields the path to each row in sight, and where on the screen its fold mark stands."""
        layout, seen = self.outline.rows.layout, -1
        for y in range(self.size.height):
            found = self._lines.locate(y + self.scroll_offset.y)
            if found is not None and found[0] != seen:
                seen = found[0]
                row = self.outline.rows[seen]
                left = layout.CURSOR + layout.indent(row.depth)
                yield self.outline.path(row), self.region.offset + Offset(left, y)

    def page(self) -> int:
        """Returns how many lines are in sight."""
        return max(1, self.size.height)

    def row_near(self, lines: int) -> int:
        """Returns the index of the row so many lines below (or above) the selected one."""
        self._settle(self._index)
        target = self.outline.heights.line_of(self._index) + lines
        index = self.outline.heights.row_at(max(0, target))
        if index == self._index:
            index += 1 if lines > 0 else -1
        return index

    def on_mount(self) -> None:
        """Tells what is selected at the start."""
        self.post_message(self.Selected(self._cursor))
        self._fill()

    def on_resize(self) -> None:
        """Lays the rows out for the new width, with the selected row or the editor in sight."""
        if self.text_selection is not None:
            # Other words stand there now.
            self.screen.clear_selection()
        self.outline.resize(self._layout)
        self._strips.clear()
        self._set_height()
        if (gap := self._lines.gap) is not None:
            self._scroll_to_region(self._lines.line_of_gap(), gap.lines)
        elif self._cursor is not None:
            self._bring_into_sight()
            self._begin_with_a_row()
        self.refresh()
        self.post_message(self.Laid())

    @property
    def can_drag(self) -> bool:
        """Whether rows can be dragged now: nothing is written among them."""
        return self._lines.gap is None

    def part_of(self, index: int, x: int, y: int) -> str:
        """Returns what of a row stands at a cell of the widget."""
        found, row = self._lines.locate(y + self.scroll_offset.y), self.outline.rows[index]
        part = part_at(self.outline.rows.layout, row.depth, x)
        is_first = found is not None and not found[1]
        return part if is_first or part is RowPart.LEFT else RowPart.WORDS

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Scrolls; the cursor stays where it is."""
        self._wheel(3, event)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Scrolls; the cursor stays where it is."""
        self._wheel(-3, event)

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Lets what stands over the rows follow."""
        super().watch_scroll_y(old_value, new_value)
        self.post_message(self.Laid())

    def _wheel(self, lines: int, event: events.MouseEvent) -> None:
        event.stop()
        event.prevent_default()
        self._is_opened = False
        top = self.row_of_line(0)
        if top is not None:
            self._settle(top)
            self.scroll_to(y=self.scroll_offset.y + lines, animate=False)

    def place_of(self, index: int) -> Place:
        """Returns which claim stands in a row, and by which link."""
        row = self.outline.rows[index]
        return Place(row.claim, row.link)

    def select_row(self, index: int) -> None:
        """Selects a row, as a click does: it stays under the mouse."""
        self.move_to(index, spare=0)

    def refresh_row(self, index: int) -> None:
        """Draws a row again."""
        if self.outline.rows.has(index):
            self.refresh_lines(self._lines.line_of(index), self.outline.heights[index])

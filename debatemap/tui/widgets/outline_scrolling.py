"""Which lines of the outline are in sight: the selected row, whole, as its rows are measured."""

from asyncio import Event, sleep
from typing import Final

from textual.geometry import Size
from textual.scroll_view import ScrollView

from debatemap.tui.widgets.outline_drawing import OutlineDrawing
from debatemap.tui.widgets.whole_first import whole_first
from debatemap.views.outline import Outline

__all__ = ["OutlineScrolling"]

_SOME: Final = 500
"""Rows that are made between two keys, which takes less than a key may wait."""
_LET_GO: Final = 2_000
"""Rows that are let go between two keys."""
_SHOWN: Final = 10_000
"""Rows after which the scrollbar is drawn anew."""
_PAUSE: Final = 0.002


class OutlineScrolling(OutlineDrawing):
    """Scrolls to the selected row of an outline, whose rows are made while keys are answered."""

    def __init__(self, outline: Outline, *, id: str | None = None) -> None:  # noqa: A002  (Textual's name)
        super().__init__(outline, id=id)
        self._index = 0
        self._is_opened = False
        self._filled = Event()
        self._filled.set()

    async def filled(self) -> None:
        """Waits until all rows have been made."""
        await self._filled.wait()

    def _fill(self) -> None:
        """Makes the rows that are still to be made, some at a time, so that keys come between."""
        rows = self.outline.rows
        is_done = rows.is_complete and not rows.has_left_over
        if self._filled.is_set() and self.is_running and not is_done:
            self._filled.clear()
            self.run_worker(self._fill_rest(), group="rows")

    async def _fill_rest(self) -> None:
        while not (rows := self.outline.rows).is_complete:
            await sleep(_PAUSE)
            rows.make(_SOME)
            if rows.made % _SHOWN < _SOME:
                self._set_height()
        self._set_height()
        self._filled.set()
        while rows.has_left_over:
            await sleep(_PAUSE)
            rows.let_go(_LET_GO)

    def _bring_into_sight(self, *, top: bool = False, spare: int = 1) -> None:
        self._settle(self._index)
        line, height = self._lines.line_of(self._index), self.outline.heights[self._index]
        if self._is_opened:
            self.scroll_to(y=self._start_above(line, height), animate=False)
        elif top:
            self.scroll_to(y=max(0, line - self.size.height // 4), animate=False)
        else:
            self._scroll_to_region(line, height, spare)

    def _begin_with_a_row(self) -> None:
        """Scrolls to the beginning of the row that is cut off at the top, or of the next one."""
        found, heights = self._lines.locate(self.scroll_offset.y), self.outline.heights
        if found is not None and found[1]:
            start, line = self.scroll_offset.y - found[1], self._lines.line_of(self._index)
            cut, held = (start, start + heights[found[0]]), (line, line + heights[self._index])
            self.scroll_to(y=whole_first(cut, held, max(1, self.size.height)), animate=False)

    def _start_above(self, line: int, height: int) -> int:
        """Returns the first line of a row from which on the selected row is in sight, whole."""
        page = max(1, self.size.height)
        first = self.outline.heights.row_at(max(0, line - page // 4))
        starts = map(self._lines.line_of, range(first, self._index))
        return next((start for start in starts if line + height <= start + page), line)

    def _scroll_to_region(self, line: int, height: int, spare: int = 1) -> None:
        """Scrolls as little as it takes to show some lines, with so many to spare."""
        first, page = self.scroll_offset.y, max(1, self.size.height)
        spare = spare if page > height + 2 else 0
        if line - spare < first:
            self.scroll_to(y=max(0, line - spare), animate=False)
        elif line + height + spare > first + page:
            self.scroll_to(y=min(line, line + height + spare - page), animate=False)

    def _settle(self, index: int) -> None:
        """Measures the rows within two pages; what is in sight stays where it is."""
        # Each row has a line at least, so these are all that can come into sight.
        self.outline.rows.has(index + 3 * max(1, self.size.height))
        moved = self.outline.rows.settle(index, 2 * max(1, self.size.height))
        self._set_height()
        if moved:
            self.scroll_to(y=max(0, self.scroll_offset.y + moved), animate=False)

    def _set_height(self) -> None:
        size = Size(self.outline.rows.layout.width, self._lines.total)
        if size != self.virtual_size:
            # To set it plainly would lay the whole screen out anew, for each row that is measured.
            self.set_reactive(ScrollView.virtual_size, size)
            self.vertical_scrollbar.window_virtual_size = size.height

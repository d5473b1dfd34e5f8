"""All claims as rows with columns, sorted by any of them; it draws only what is in sight."""

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Offset, Region, Size
from textual.strip import Strip

from debatemap.core.change import Change
from debatemap.core.claim_columns import COLUMNS, Column, Depends
from debatemap.core.debate import Debate
from debatemap.core.reading_order import way_to
from debatemap.core.text import excerpt, width
from debatemap.tui.views.line_view import LineView
from debatemap.tui.views.table_words import (
    cell_words,
    lines_of_words,
    stance_parts,
    table_head,
    table_sentences,
)
from debatemap.tui.views.view import Marking
from debatemap.tui.widgets.row_pointing import MENU, Place, RowPointing
from debatemap.tui.widgets.row_styles import drop_target
from debatemap.views.table.table import Sorting, Table

if TYPE_CHECKING:
    from debatemap.views.outline.outline import Step

__all__ = ["SHOWN", "TableView"]

SHOWN: Final = tuple(
    column
    for column in COLUMNS
    if column.name in {
        "text", "stance", "depth", "replies", "places", "strength", "sources", "author", "date",
    }
)  # fmt: skip
"""The columns, from left to right."""

Styles = Callable[[str], Style]
"""Returns the style of a part of a row."""

_FIRST_TO_GO: Final = "date", "author", "places", "depth", "sources", "replies", "stance"
"""The columns that give way where the words of the claims have too little room."""
_WORDS: Final = 32
"""Cells that the words of a claim have at least."""
_MARKS: Final = 2
"""Cells of the marks before the words, which the letters of a label take."""
_CURSOR: Final = _MARKS + 1
_EDGE: Final = 1
"""Cells behind the last column, so that its numbers do not run into what stands beside it."""
_CACHED: Final = 4000
_MOST_LINES: Final = 3
"""Lines of the words of a claim at most, where rows are sentences."""
_SPREAD: Final = "apart"
"""The head of the strengths while it is told how many points people are apart."""
_HEAD: Final = 1
"""Lines of the heads of the columns, which stay in sight."""


class TableView(LineView, RowPointing):
    """Shows every claim once, in one line, with what there is to say of it in columns."""

    NAME = "table"

    def __init__(self, debate: Debate) -> None:
        super().__init__()
        self._marking = Marking(lambda _: None, {}, (), None)
        self._table = Table(debate, self._strength)
        self._claim = self._table[0] if len(self._table) else None
        self._index = 0
        self._strips: dict[tuple[str, bool], Sequence[Strip]] = {}
        self._lines_of_words = 1
        """Lines that the words of a claim take, where a row is read."""

    @property
    def _high(self) -> int:
        """The lines of a row: words and facts where it is read, and a free one where asked for."""
        is_spaced = self.is_attached and self.app.settings.density == "comfortable"
        return 1 + (self._lines_of_words if self._is_plain else 0) + is_spaced

    @property
    def claim(self) -> str | None:
        """The claim that the cursor is on, or None where none is shown."""
        return self._claim

    @property
    def sorting(self) -> Sorting:
        """How the rows are sorted."""
        return self._table.sorting

    def sort(self, sorting: Sorting) -> None:
        """Sorts the rows; the cursor stays on its claim."""
        self._table.sort(sorting)
        self._update()

    def take(self, debate: Debate) -> None:
        """Shows another debate, sorted and filtered as this one."""
        sorting = self._table.sorting
        self._table = Table(debate, self._strength)
        self._table.kept = self._kept
        self._table.sort(sorting)
        self._update()

    def follow(self, change: Change) -> None:
        """Takes up a change; a cursor whose claim is gone stays at its line."""
        self._table.follow(change)
        self._update()

    def take_kept(self) -> None:
        """Takes up which claims a filter lets through."""
        self._table.set_filter(self._kept)
        self._update()

    def reveal(self, claim: str) -> bool:
        """Puts the cursor on a claim; tells whether it is shown."""
        index = self._table.index(claim)
        if index is None:
            return False
        self._go(index)
        return True

    def move(self, command: str) -> bool:
        """Moves the cursor by rows; tells whether the command moves it here."""
        page = max(1, (self.size.height - _HEAD) // self._high)
        steps = {
            "next": 1,
            "previous": -1,
            "half_page_down": page // 2,
            "half_page_up": -(page // 2),
            "page_down": page - 1,
            "page_up": 1 - page,
            "first": -len(self._table),
            "last": len(self._table),
        }
        if command not in steps:
            return False
        self._go(self._index + steps[command])
        self.post_message(self.Moved())
        return True

    def mark(self, marking: Marking) -> None:
        """Shows strengths, signs, marks and matches as they are now."""
        if marking != self._marking:
            self._marking = marking
            self._strips.clear()
            self.refresh()

    def outdate_strengths(self) -> None:
        """Sorts anew where the rows are sorted by strength."""
        self._table.outdate_strengths()
        self._update()

    def writing_region(self, lines: int, command: str = "") -> Region:  # noqa: ARG002  (all stand alike)
        """Returns where the editor stands: right below the selected row, or above it at the end."""
        below = (self._index + 1) * self._high - self.scroll_offset.y + _HEAD
        top = min(below, max(_HEAD, self.size.height - lines))
        return Region(_CURSOR, top, max(1, self._width - _CURSOR - 1), lines)

    def cursor_offset(self) -> Offset:
        """Returns where on the screen the words of the selected claim begin."""
        line = self._index * self._high - self.scroll_offset.y + _HEAD
        left = 0 if self._is_plain else _CURSOR
        return self.region.offset + Offset(left, max(0, min(line, self.size.height - 1)))

    @property
    def is_in_reading_order(self) -> bool:
        """Whether the rows are not sorted by a column."""
        return not self.sorting.column

    def claims_in_sight(self) -> Sequence[str]:
        """Returns the claims of the rows in sight, from top to bottom."""
        first = self.scroll_offset.y // self._high
        last = min(len(self._table), first + self.size.height // self._high)
        return [self._table[index] for index in range(first, last)]

    def places_in_sight(self) -> "Iterator[tuple[Sequence[Step], Offset]]":
        """Yields a path to each claim in sight, and where on the screen its row begins."""
        for y in range(_HEAD, self.size.height, self._high):
            index = self.row_of_line(y)
            if index is not None:
                path = way_to(self._table.debate, self._table[index])
                yield path, self.region.offset + Offset(0, y)

    def render_line(self, y: int) -> Strip:
        """Returns a line of the widget: the heads, a claim, or nothing."""
        if y < _HEAD:
            return self._heads()
        index, line = divmod(y - _HEAD + self.scroll_offset.y, self._high)
        if index >= len(self._table):
            return Strip.blank(self._width, self._styles.style("row"))
        strip = self._row(index)[line]
        return drop_target(strip, self._styles) if self.is_target(index) else strip

    def on_resize(self) -> None:
        """Keeps the cursor in sight at the new size."""
        self._update()

    def forget_drawn(self) -> None:
        """Forgets the rows that were drawn."""
        self._strips.clear()

    def on_click(self, event: events.Click) -> None:
        """Sorts by the column whose head is clicked."""
        if event.y < _HEAD and event.button != MENU:
            event.stop()
            event.prevent_default()
            column = self._column_at(event.x)
            if column is not None:
                self.post_message(self.SortAsked(column.name))

    def row_of_line(self, y: int) -> int | None:
        """Returns the index of the claim at a line of the widget, or None where there is none."""
        index = (y - _HEAD + self.scroll_offset.y) // self._high
        return index if y >= _HEAD and index < len(self._table) else None

    def part_of(self, index: int, x: int, y: int) -> str:  # noqa: ARG002  (each row is one line)
        """Returns the name of the column that stands at a cell of the widget."""
        column = self._column_at(x)
        return column.name if column is not None else ""

    def place_of(self, index: int) -> Place:
        """Returns which claim stands in a row; the table knows no links."""
        return Place(self._table[index])

    def select_row(self, index: int) -> None:
        """Selects a row, as a click does."""
        self._go(index)
        self.post_message(self.Moved())

    def refresh_row(self, index: int) -> None:
        """Draws a row again."""
        self.refresh_lines(index * self._high + _HEAD, self._high)

    @property
    def _top(self) -> int:
        return _HEAD

    def _strength(self, claim: str) -> float | None:
        strength = self._marking.number(claim)
        return round(100 * strength) if strength is not None else None

    @property
    def _columns(self) -> list[tuple[Column, int, int]]:
        """The columns that there is room for, with the cells of each and those left free before."""
        shown = list(SHOWN)
        for name in (*_FIRST_TO_GO, None):
            free = _free_before(shown)
            taken = sum(column.width for column in shown) + sum(free) + _EDGE
            rest = self._width - taken
            if rest >= _WORDS or name is None:
                break
            shown = [column for column in shown if column.name != name]
        return [
            (column, column.width or max(1, rest), before)
            for column, before in zip(shown, free, strict=True)
        ]

    def _column_at(self, x: int) -> Column | None:
        left = 0
        for column, cells, before in self._columns:
            left += before
            if left <= x < left + cells:
                return column
            left += cells
        return None

    def _go(self, index: int) -> None:
        before = self._index
        if len(self._table):
            self._index = max(0, min(index, len(self._table) - 1))
            self._claim = self._table[self._index]
        else:
            self._index, self._claim = 0, None
        first, page = self.scroll_offset.y, max(1, self.size.height - _HEAD)
        line, end = self._index * self._high, (self._index + 1) * self._high
        if line < first:
            self.scroll_to(y=line, animate=False)
        elif end > first + page:
            self.scroll_to(y=end - page, animate=False)
        for changed in {before, self._index}:
            self.refresh_row(changed)

    def _update(self) -> None:
        """Draws the rows again after they changed, with the cursor on its claim."""
        self.end_drag()
        if self._is_plain:
            self._lines_of_words = lines_of_words(self._table.debate, self._width, _MOST_LINES)
        self._strips.clear()
        self.refresh()
        self.virtual_size = Size(self._width, len(self._table) * self._high + _HEAD)
        here = self._table.index(self._claim) if self._claim is not None else None
        self._go(self._index if here is None else here)

    def _heads(self) -> Strip:
        quiet, accent = self._styles.style("quiet"), self._styles.style("accent")
        if self._is_plain:
            head = Strip([Segment(table_head(len(self._table), self.sorting), accent)])
            return head.adjust_cell_length(self._width, quiet)
        segments: list[Segment] = []
        for column, cells, before in self._columns:
            is_sorted = column.name == self.sorting.column
            arrow = ("▾" if self.sorting.descending else "▴") if is_sorted else ""
            title = _SPREAD if self._tells_spread(column) else column.title
            words = _fitted(f"{title}{arrow}", cells, is_number=column.is_number)
            style = accent if is_sorted else quiet
            segments += [Segment(" " * before, quiet), Segment(words, style)]
        return Strip(segments).adjust_cell_length(self._width, quiet)

    def _tells_spread(self, column: Column) -> bool:
        return self._marking.is_spread and column.name == "strength"

    def _row(self, index: int) -> Sequence[Strip]:
        claim, is_selected = self._table[index], index == self._index
        strips = self._strips.get((claim, is_selected))
        if strips is None:
            if len(self._strips) > _CACHED:
                self._strips.clear()
            strips = [*self._drawn(claim, is_selected=is_selected)]
            blank = Strip.blank(
                self._width, self._styles.style("selected" if is_selected else "row")
            )
            strips += [blank] * (self._high - len(strips))
            self._strips[claim, is_selected] = strips
        return strips

    def _drawn(self, claim: str, *, is_selected: bool) -> Sequence[Strip]:
        """Returns the lines of a row: one, or two of sentences where those are asked for."""
        styles = self._styles.on("selected" if is_selected else "row")
        if self._is_plain:
            words, facts = table_sentences(
                self._table, SHOWN, self._marking, claim, self._width, self._lines_of_words
            )
            lines = [self._words(line, styles) for line in words]
            lines.append([Segment(facts, styles("quiet"))])
            row = styles("row")
            return [Strip(line).adjust_cell_length(self._width, row) for line in lines]
        sign = self._marking.signs.get(claim)
        mark = "▌" if is_selected else " "
        segments = [
            Segment(mark, styles("cursor")),
            Segment("•", styles("marks"))
            if claim in self._marking.marked
            else Segment(sign.sign, styles(sign.style))
            if sign is not None
            else Segment(" ", styles("row")),
        ]
        for column, cells, before in self._columns:
            blank = Segment(
                " " * (before - _MARKS if column is SHOWN[0] else before), styles("row")
            )
            segments += [blank, *self._cell(claim, column, cells, styles)]
        return [Strip(segments).adjust_cell_length(self._width, styles("row"))]

    def _cell(self, claim: str, column: Column, cells: int, styles: Styles) -> Sequence[Segment]:
        value = self._table.value(claim, column)
        said, is_text = cell_words(value, column, cells), column is SHOWN[0]
        words = _fitted(said, cells, is_number=column.is_number, at_a_word=is_text)
        if column.depends is Depends.STRENGTHS and isinstance(value, int | float):
            side = "for" if value > 50 else "against" if value < 50 else "quiet"  # noqa: PLR2004
            return [Segment(words, styles(side))]
        if column.name == "stance":
            return [Segment(part, styles(style)) for part, style in stance_parts(words)]
        if not is_text:
            return [Segment(words, styles("quiet"))]
        return self._words(words, styles)

    def _words(self, words: str, styles: Styles) -> Sequence[Segment]:
        """Returns the words of a claim with what is searched for highlighted."""
        query = self._marking.query
        segments, end = [], 0
        for start, stop in query.spans(words) if query is not None else ():
            segments += [
                Segment(words[end:start], styles("words")),
                Segment(words[start:stop], styles("match")),
            ]
            end = stop
        return [*segments, Segment(words[end:], styles("words"))]


def _free_before(columns: Sequence[Column]) -> list[int]:
    """Returns the cells left free before each column.

    One more where words follow a number or other words, and after those of the claim: they may be
    cut, and the sign of that may take a cell more.
    """
    more = (not right.is_number or not left.width for left, right in pairwise(columns))
    return [_CURSOR, *(1 + each for each in more)]


def _fitted(words: str, cells: int, *, is_number: bool, at_a_word: bool = True) -> str:
    """Returns words on one line in so many cells, at their right where they are a number."""
    shown = excerpt(words, cells, at_a_word=at_a_word)
    blank = " " * max(0, cells - width(shown))
    return blank + shown if is_number else shown + blank

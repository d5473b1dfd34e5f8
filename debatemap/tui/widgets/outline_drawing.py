"""How the lines of the outline are drawn: rows, guides, marks, signs and strengths."""

from collections.abc import Callable, Iterable, Mapping
from typing import ClassVar, Final

from rich.segment import Segment
from textual.selection import Selection
from textual.strip import Strip

from debatemap.core.search_query import Query
from debatemap.tui.widgets.bare_lines import BareLines
from debatemap.tui.widgets.lines import Lines
from debatemap.tui.widgets.row_drawing import Beside, Look, Sign, draw_row
from debatemap.tui.widgets.row_pointing import RowPointing
from debatemap.tui.widgets.row_styles import PARTS, RowStyles, drop_target
from debatemap.tui.widgets.strength_bar import Standing
from debatemap.views.outline import Layout, Outline, Row
from debatemap.views.outline.row_layout import NUMBER

__all__ = ["Elsewhere", "OutlineDrawing", "Standings"]

Elsewhere = Callable[[str, int], Beside | None]
"""Tells in what a claim was found beside its text, in a line of so many cells."""
Standings = Callable[[str, str | None], Standing | None]
"""Tells how a claim stands, where that is known."""

_CACHED: Final = 4000
_NO_SIGN: Final = Sign(" ", "row")
_WITHIN: Final = Sign("…", "within")
"""Beside a folded row: something beneath it has a sign."""


class OutlineDrawing(RowPointing, BareLines, can_focus=True):
    """Draws the lines of an outline that are in sight.

    Attributes:
        marked: The claims that are marked.
        query_words: The words that are highlighted.
        signs: What differs or is unseen, by claim.
        is_spaced: Whether a free line stands below each row.
    """

    is_spaced = False

    ALLOW_SELECT = True
    COMPONENT_CLASSES: ClassVar[set[str]] = {f"outline--{part}" for part in PARTS}

    def __init__(self, outline: Outline, *, id: str | None = None) -> None:  # noqa: A002  (Textual's name)
        super().__init__(id=id)
        self._lines = Lines(outline)
        self.marked: set[str] = set()
        self.query_words: Query | None = None
        self._elsewhere: Elsewhere | None = None
        self.signs: Mapping[str, Sign] = {}
        self._within: frozenset[str] = frozenset()
        self._cursor: Row | None = outline.rows[0] if outline.rows else None
        self._strips: dict[tuple[int, bool, bool], list[Strip]] = {}
        self._styles = RowStyles(self)
        self._standing: Standings | None = None
        self._labelled = self._spread = False
        self._form = NUMBER

    @property
    def outline(self) -> Outline:
        """The outline that is shown."""
        return self._lines.outline

    def toggle_mark(self, claims: Iterable[str]) -> None:
        """Marks claims, or takes their marks away."""
        self.marked ^= set(claims)
        self.refresh()

    def mark(self, claims: Iterable[str], *, clear: bool = False) -> None:
        """Marks claims besides those that are marked, or instead of them."""
        self.marked = set(claims) | (set() if clear else self.marked)
        self.refresh()

    def set_query(self, query: Query | None, elsewhere: Elsewhere | None = None) -> None:
        """Highlights the words of a query.

        Args:
            query: The words; None highlights nothing.
            elsewhere: Tells of what was found where else than in its text it has them.
        """
        self.query_words, self._elsewhere = query, elsewhere
        self._strips.clear()
        self.refresh()

    def set_signs(self, signs: Mapping[str, Sign], within: frozenset[str]) -> None:
        """Shows signs at the right edge of the rows of claims, and of what hides such rows."""
        self.signs, self._within = signs, within
        self.refresh_standings()

    def refresh_standings(self) -> None:
        """Draws the rows again, as strengths have changed."""
        self._strips.clear()
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """Returns a line of the widget."""
        return self._line(y + self.scroll_offset.y, self.text_selection)

    def lines_at(self, rows: Iterable[int]) -> Iterable[Strip]:
        """Returns lines of the widget."""
        first, selection = self.scroll_offset.y, self.text_selection
        return [self._line(first + y, selection) for y in rows]

    def _line(self, line: int, selection: Selection | None) -> Strip:
        """Returns a line of the outline, with what the mouse has selected of it marked."""
        found = self._lines.locate(line)
        if found is None:
            return self._strip_between(line)
        index, offset = found
        strips = self._row_strips(index)
        strip = strips[min(offset, len(strips) - 1)]
        if self.is_target(index):
            strip = drop_target(strip, self._styles)
        span = selection.get_span(line) if selection is not None else None
        if span is not None:
            strip = self._with_selected(strip, *span)
        return strip.apply_offsets(0, line)

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """Returns the words that were selected with the mouse."""
        return self._lines.words_in(selection), "\n"

    def selection_updated(self, selection: Selection | None) -> None:  # noqa: ARG002  (Textual's hook)
        """Draws the rows with what is selected now."""
        self.refresh()

    def notify_style_update(self) -> None:
        """Takes up the colours of another theme."""
        self._styles.clear()
        self._strips.clear()
        super().notify_style_update()

    @property
    def _layout(self) -> Layout:
        judged = self._standing is not None
        return Layout(self._width, judged, self._labelled, self._spread, self._form, self.is_spaced)

    @property
    def _width(self) -> int:
        """The cells of a row: the widget's, less the scrollbar's."""
        return max(1, self.scrollable_content_region.width)

    def _strip_between(self, line: int) -> Strip:
        """Returns a line beneath all rows, or one of the gap, where the guides go on."""
        gap, row = self._lines.gap, self._styles.style("row")
        if gap is None or line >= self._lines.total:
            return Strip.blank(self._width, row)
        # Rows that stand deeper than there is room for have a number in place of guides.
        levels = gap.depth if gap.depth <= self.outline.rows.layout.deepest else 0
        guides = Segment(" " + "│ " * levels, self._styles.style("guide"))
        return Strip([guides]).adjust_cell_length(self._width, row)

    def _row_strips(self, index: int) -> list[Strip]:
        row = self.outline.rows[index]
        key = (row.key, row is self._cursor, row.claim in self.marked)
        strips = self._strips.get(key)
        if strips is None:
            if len(self._strips) > _CACHED:
                self._strips.clear()
            strips = self._strips[key] = self._draw(row, self._look(row))
        return strips

    def _look(self, row: Row) -> Look:
        standing = self._standing(row.claim, row.link) if self._standing else None
        is_above = self.outline.is_above_matches(row)
        return Look(
            row is self._cursor,
            row.claim in self.marked,
            None if is_above else self.query_words,
            self._sign_of(row),
            standing,
            is_above,
            self._beside(row),
        )

    def _beside(self, row: Row) -> Beside | None:
        """Returns where the words of the query stand, where that is beside the row's text."""
        if self._elsewhere is None:
            return None
        return self._elsewhere(row.claim, self.outline.rows.layout.words(row.depth))

    def _draw(self, row: Row, look: Look) -> list[Strip]:
        styles = self._styles.on("selected" if look.selected else "row")
        return draw_row(self.outline, row, look, styles)

    def _sign_of(self, row: Row) -> Sign | None:
        """Returns what stands at a row's right edge; None where no row has a sign."""
        if not self.signs:
            return None
        hides = not (row.open or row.closes_cycle) and row.claim in self._within
        return self.signs.get(row.claim, _WITHIN if hides else _NO_SIGN)

    def _with_selected(self, strip: Strip, start: int, end: int) -> Strip:
        """Returns a line with some of its cells marked; an end of -1 is that of the line."""
        cells = strip.cell_length
        end = cells if end == -1 else min(end, cells)
        # The mouse may have been beyond the line, or the line longer than it is.
        if start >= end:
            return strip
        style = self.screen.get_component_rich_style("screen--selection")
        left, middle, right = strip.divide([start, end, cells])
        return Strip.join([left, middle.apply_style(style), right])

"""Which row stands at which line of the screen, with room for the editor among them."""

from dataclasses import dataclass, replace

from textual.selection import Selection

from debatemap.views.outline import Outline, Row

__all__ = ["Gap", "Lines"]


@dataclass(frozen=True, slots=True)
class Gap:
    """Room among the rows for the editor.

    Attributes:
        index: The row that the editor stands after, or in the place of.
        depth: How deep the claim will stand that is written there.
        instead: Whether it takes the row's place.
        lines: How high it is.
    """

    index: int
    depth: int
    instead: bool = False
    lines: int = 2


class Lines:
    """The lines of an outline, counted with the gap."""

    def __init__(self, outline: Outline) -> None:
        self.outline = outline
        self.gap: Gap | None = None
        self._begun: Gap | None = None
        self._places: list[Row] = []

    def take(self, outline: Outline) -> None:
        """Counts the lines of another outline; the gap stands at the same place there."""
        self.outline = outline
        self.keep_gap()

    def set_gap(self, gap: Gap | None) -> None:
        """Makes or removes the gap, which goes with its row from then on."""
        self.gap = self._begun = gap
        rows = self.outline.rows
        row = rows[gap.index] if gap is not None and rows.has(gap.index) else None
        self._places = []
        while row is not None:
            self._places.append(row)
            row = row.parent

    def make_room(self, lines: int) -> None:
        """Makes the gap so many lines high."""
        if self.gap is not None and self._begun is not None:
            self.gap, self._begun = (
                replace(self.gap, lines=lines),
                replace(self._begun, lines=lines),
            )

    def keep_gap(self) -> None:
        """Lets the gap follow its row; of one that is gone, what stood above it.

        A row that comes back gets the gap back.
        """
        gap, rows = self._begun, self.outline.rows
        if gap is None:
            return
        for place in self._places:
            row = rows.find(place.claim, place.key)
            if row is not None:
                index = rows.index(row)
                is_there = place is self._places[0]
                end = index if is_there else self.outline.end(index) - 1
                self.gap = replace(gap, index=end, instead=gap.instead and is_there)
                return
        self.gap = replace(gap, index=max(0, len(rows) - 1), instead=False)

    @property
    def total(self) -> int:
        """How many lines there are."""
        return self.outline.heights.total + self._added

    def line_of(self, index: int) -> int:
        """Returns the first line of a row."""
        line = self.outline.heights.line_of(index)
        return line + self._added if self.gap is not None and index > self.gap.index else line

    def line_of_gap(self) -> int:
        """Returns the first line of the gap; 0 where there is none."""
        gap = self.gap
        if gap is None or not self.outline.rows:
            return 0
        line = self.outline.heights.line_of(gap.index)
        return line if gap.instead else line + self.outline.heights[gap.index]

    def locate(self, line: int) -> tuple[int, int] | None:
        """Returns the row at a line, and which of the row's lines it is.

        None stands for a line of the gap, or one beneath all rows.
        """
        gap, heights = self.gap, self.outline.heights
        if gap is not None:
            start = self.line_of_gap()
            if start <= line < start + gap.lines:
                return None
            if line >= start:
                line -= self._added
        if not 0 <= line < heights.total:
            return None
        index = heights.row_at(line)
        return index, line - heights.line_of(index)

    def words_at(self, line: int) -> tuple[int, str] | None:
        """Returns the column at which a line's words begin, and the words."""
        found = self.locate(line)
        if found is None:
            return None
        row, layout = self.outline.rows[found[0]], self.outline.rows.layout
        left = layout.CURSOR + layout.indent(row.depth) + layout.FOLD + layout.SIGN
        words = self.outline.rows.lines(row)
        if layout.spaced and found[1] >= len(words):
            return left, ""
        return left, words[min(found[1], len(words) - 1)]

    def words_in(self, selection: Selection) -> str:
        """Returns the words that a selection holds, without what is drawn around them."""
        start = selection.start.y if selection.start else 0
        end = selection.end.y if selection.end else self.outline.heights.total - 1
        texts = []
        for line in range(start, end + 1):
            span, words = selection.get_span(line), self.words_at(line)
            if span is None or words is None:
                continue
            left, text = words
            stop = len(text) if span[1] == -1 else max(0, span[1] - left)
            texts.append(text[max(0, span[0] - left) : stop])
        return "\n".join(texts)

    @property
    def _added(self) -> int:
        """The lines of the gap, less those of a row whose place it takes."""
        gap = self.gap
        if gap is None:
            return 0
        replaced = gap.instead and self.outline.rows.has(gap.index)
        return gap.lines - (self.outline.heights[gap.index] if replaced else 0)

    def find(self, cursor: Row | None, index: int, key: int | None) -> tuple[Row | None, int]:
        """Returns the row to select after the rows changed, and its index.

        Args:
            cursor: The row that was selected.
            index: Its index, which is kept where its place is gone.
            key: The place to select, where it is not the one that was.
        """
        rows = self.outline.rows
        if not rows:
            return None, 0
        wanted = key if key is not None else cursor.key if cursor else None
        if cursor is not None:
            row = rows.find(cursor.claim, wanted) if wanted is not None else None
            if row is not None:
                return row, rows.index(row)
        if key is not None:
            for place, row in enumerate(rows):
                if row.key == key:
                    return row, place
        index = rows.clamp(index)
        return rows[index], index

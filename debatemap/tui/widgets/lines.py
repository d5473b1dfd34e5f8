"""Which row stands at which line of the screen, with room for the editor among them."""

from dataclasses import dataclass

from debatemap.outline import Outline

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
        words = layout.lines(self.outline.debate.claims[row.claim].text, row.depth)
        return left, words[min(found[1], len(words) - 1)]

    @property
    def _added(self) -> int:
        """The lines of the gap, less those of a row whose place it takes."""
        gap = self.gap
        if gap is None:
            return 0
        replaced = gap.instead and gap.index < len(self.outline.rows)
        return gap.lines - (self.outline.heights[gap.index] if replaced else 0)

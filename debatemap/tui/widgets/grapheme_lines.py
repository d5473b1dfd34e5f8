"""A document wrapped into lines, none of which begins within a grapheme."""

from textual.document._document import Location
from textual.document._wrapped_document import WrappedDocument

from debatemap.tui.widgets import graphemes

__all__ = ["GraphemeLines"]


class GraphemeLines(WrappedDocument):
    """A wrapped document in which line ends and columns lie between graphemes."""

    def wrap(self, width: int, tab_width: int | None = None) -> None:
        """Wraps the whole document."""
        super().wrap(width, tab_width)
        self._keep_whole(0, len(self._wrap_offsets))

    def wrap_range(self, start: Location, old_end: Location, new_end: Location) -> None:
        """Wraps what an edit has changed."""
        super().wrap_range(start, old_end, new_end)
        first, last = min(start[0], new_end[0]), max(start[0], new_end[0])
        self._keep_whole(max(0, first), min(last + 1, len(self._wrap_offsets)))

    def _keep_whole(self, first: int, end: int) -> None:
        """Moves line ends that lie within graphemes to the beginning of these.

        A line is folded by the width of single code points, which makes an emoji family several
        times as wide as it is: of line ends within one grapheme, one is left.
        """
        changed = False
        for row in range(first, end):
            line, offsets = self.document[row], self._wrap_offsets[row]
            if offsets and not line.isascii():
                whole = sorted({graphemes.floor(line, offset) for offset in offsets} - {0})
                changed = changed or len(whole) != len(offsets)
                self._wrap_offsets[row] = whole
        if changed:
            self._number_lines()

    def _number_lines(self) -> None:
        """Notes anew which line of the screen shows which part of the document."""
        info: list[tuple[int, int]] = []
        lines: list[list[int]] = []
        for row, offsets in enumerate(self._wrap_offsets):
            lines.append([*range(len(info), len(info) + len(offsets) + 1)])
            info += [(row, section) for section in range(len(offsets) + 1)]
        self._offset_to_line_info, self._line_index_to_offsets = info, lines

    def get_target_document_column(self, line_index: int, x_offset: int, y_offset: int) -> int:
        """Returns the column of the grapheme that stands at a cell of a wrapped line."""
        column = super().get_target_document_column(line_index, x_offset, y_offset)
        line = self.document[line_index]
        if line.isascii() or "\t" in line:
            return graphemes.floor(line, column)
        sections = self.get_sections(line_index)
        y = y_offset % len(sections)
        start = sum(map(len, sections[:y]))
        within = graphemes.place_at(sections[y], x_offset)
        if y < len(sections) - 1 and within == len(sections[y]):
            # There the next line begins.
            within = graphemes.previous_place(sections[y], within)
        return start + within

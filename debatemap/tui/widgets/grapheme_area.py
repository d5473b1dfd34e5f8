"""An area to write in that never takes a grapheme apart."""

from collections.abc import Iterable

from rich.containers import Lines
from rich.text import Span, Text
from textual import events
from textual.document._document import EditResult, Location, Selection
from textual.document._document_navigator import DocumentNavigator
from textual.document._edit import Edit
from textual.widgets import TextArea

from debatemap.core.text import clean
from debatemap.tui.widgets import graphemes
from debatemap.tui.widgets.grapheme_lines import GraphemeLines

__all__ = ["GraphemeArea"]


class _Line(graphemes.WholeText):
    """A line of an area, which is divided into its rows once for all of them.

    Textual divides it for each row that it draws: one of a megabyte, for each key, two dozen times
    into 20,000 parts.
    """

    area: "GraphemeArea"

    def divide(self, offsets: Iterable[int]) -> Lines:
        """Returns the parts of the line between some places."""
        asked = (self.plain, [*self.spans], [*offsets])
        if self.area.divided is None or self.area.divided[0] != asked:
            self.area.divided = asked, super().divide(asked[2])
        return self.area.divided[1]


class GraphemeArea(TextArea):
    """An area in which the cursor, the mouse, deletions and line ends go by whole graphemes.

    Right after something was typed the cursor stands behind it, even where it joins with what
    follows: the next key may be the rest of a flag or of an emoji.

    Attributes:
        divided: The line that was divided last, its styles, where it was divided, and its parts.
    """

    _is_replacing = False
    divided: tuple[tuple[str, list[Span], list[int]], Lines] | None = None

    def check_consume_key(self, key: str, character: str | None = None) -> bool:
        """Tells whether a key is text."""
        is_text = not self.read_only and graphemes.is_typed(character)
        return super().check_consume_key(key, character) or is_text

    async def _on_key(self, event: events.Key) -> None:
        character, start = event.character, min(self.selection)
        before = self.document[start[0]][: start[1]]
        # What is printable, the class above types.
        if not event.is_printable and graphemes.is_typed(character, before):
            event.stop()
            event.prevent_default()
            self._replace_via_keyboard(character or "", *self.selection)

    def action_paste(self) -> None:
        """Puts what was copied last, made safe, in the place of what is selected."""
        if not self.read_only:
            self._replace_via_keyboard(clean(self.app.clipboard), *self.selection)

    def _recompute_cursor_offset(self) -> None:
        # Undo lays the area out before the cursor goes back to a line that is there still.
        if self.cursor_location[0] < self.document.line_count:
            super()._recompute_cursor_offset()  # type: ignore[no-untyped-call]  # Textual's own

    def edit(self, edit: Edit) -> EditResult:
        """Performs an edit; the cursor stands right behind it."""
        self._is_replacing = True
        try:
            return super().edit(edit)
        finally:
            self._is_replacing = False

    def _validate_selection(self, selection: Selection) -> Selection:
        wanted = super()._validate_selection(selection)
        if self._is_replacing:
            return wanted
        return Selection._make(self._snap(place) for place in wanted)

    def _snap(self, place: Location) -> Location:
        if place in self.selection:
            return place
        row, column = place
        snap = graphemes.ceil if place > self.selection.end else graphemes.floor
        return row, snap(self.document[row], column)

    def get_cursor_left_location(self) -> Location:
        """Returns where the grapheme before the cursor begins."""
        row, column = self.cursor_location
        if column == 0:
            return super().get_cursor_left_location()
        return row, graphemes.previous_place(self.document[row], column)

    def get_cursor_right_location(self) -> Location:
        """Returns where the grapheme at the cursor ends."""
        row, column = self.cursor_location
        line = self.document[row]
        if column >= len(line):
            return super().get_cursor_right_location()
        return row, graphemes.next_place(line, column)

    def get_cursor_line_end_location(self) -> Location:
        """Returns the end of the line, or the last grapheme of it where it is wrapped."""
        row, column = super().get_cursor_line_end_location()
        return row, graphemes.floor(self.document[row], column)

    def get_cursor_word_left_location(self) -> Location:
        """Returns where the word before the cursor begins."""
        row, column = self.cursor_location
        if column == 0:
            return super().get_cursor_left_location()
        return row, graphemes.run_left(self.document[row], column)

    def get_cursor_word_right_location(self) -> Location:
        """Returns where the word after the cursor ends."""
        row, column = self.cursor_location
        line = self.document[row]
        if column >= len(line):
            return super().get_cursor_right_location()
        return row, graphemes.run_right(line, column)

    def action_delete_word_right(self) -> None:
        """Deletes what is selected, or up to the end of a word."""
        start, end = self.selection
        to = end if start != end else self.get_cursor_word_right_location()
        if start != to:
            self._delete_via_keyboard(start, to)

    def get_line(self, line_index: int) -> Text:
        """Returns a line whose graphemes are each drawn as one."""
        line = _Line(self.document.get_line(line_index), end="", no_wrap=True)
        line.area = self
        return line

    def _set_document(self, text: str, language: str | None) -> None:
        super()._set_document(text, language)
        self.divided = None
        self.wrapped_document = GraphemeLines(self.document, self.wrap_width, self.indent_width)
        self.navigator = DocumentNavigator(self.wrapped_document)

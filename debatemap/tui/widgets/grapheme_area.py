"""An area to write in that never takes a grapheme apart."""

from rich.text import Text
from textual import events
from textual.document._document import EditResult, Location, Selection
from textual.document._document_navigator import DocumentNavigator
from textual.document._edit import Edit
from textual.widgets import TextArea

from debatemap.tui.widgets import graphemes
from debatemap.tui.widgets.grapheme_lines import GraphemeLines

__all__ = ["GraphemeArea"]


class GraphemeArea(TextArea):
    """An area in which the cursor, the mouse, deletions and line ends go by whole graphemes.

    Right after something was typed the cursor stands behind it, even where it joins with what
    follows: the next key may be the rest of a flag or of an emoji.
    """

    _is_replacing = False

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
        return graphemes.WholeText(self.document.get_line(line_index), end="", no_wrap=True)

    def _set_document(self, text: str, language: str | None) -> None:
        super()._set_document(text, language)
        self.wrapped_document = GraphemeLines(self.document, self.wrap_width, self.indent_width)
        self.navigator = DocumentNavigator(self.wrapped_document)

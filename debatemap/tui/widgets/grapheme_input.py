"""A line to type in that never takes a grapheme apart."""

from rich.text import Text
from textual import events
from textual.geometry import Region
from textual.widgets import Input
from textual.widgets._input import Selection

from debatemap.tui.widgets import graphemes

__all__ = ["GraphemeInput"]


class GraphemeInput(Input):
    """A line in which the cursor, the mouse and deletions go by whole graphemes.

    Right after something was typed the cursor stands behind it, even where it joins with what
    follows: the next key may be the rest of a flag or of an emoji.
    """

    _is_replacing = False

    def check_consume_key(self, key: str, character: str | None) -> bool:
        """Tells whether a key is text."""
        return super().check_consume_key(key, character) or graphemes.is_typed(character)

    async def _on_key(self, event: events.Key) -> None:
        character = event.character
        start, end = sorted(self.selection)
        # What is printable, the class above types.
        if not event.is_printable and graphemes.is_typed(character, self.value[:start]):
            event.stop()
            event.prevent_default()
            self.replace(character or "", start, end)

    def validate_selection(self, selection: Selection) -> Selection:
        """Puts both ends of a selection at boundaries."""
        wanted = super().validate_selection(selection)
        if self._is_replacing:
            return wanted
        return Selection._make(self._snap(place) for place in wanted)

    def _snap(self, place: int) -> int:
        if place in self.selection:
            return place
        is_ahead = place > self.cursor_position
        return (graphemes.ceil if is_ahead else graphemes.floor)(self.value, place)

    def replace(self, text: str, start: int, end: int) -> None:
        """Puts a text in the place of a range; the cursor stands right behind it."""
        is_first, self._is_replacing = self._initial_value, True
        try:
            super().replace(text, start, end)
        finally:
            self._is_replacing = False
        if is_first:
            # The class above leaves a first text at its beginning, however long it is.
            self.call_after_refresh(self._show_cursor)

    def _show_cursor(self) -> None:
        place = Region(self._cursor_offset, 0, width=1, height=1)
        self.scroll_to_region(place, force=True, animate=False)

    def action_delete_left(self) -> None:
        """Deletes what is selected, or the grapheme before the cursor."""
        here = self.cursor_position
        self._delete_to(graphemes.previous_place(self.value, here))

    def action_delete_right(self) -> None:
        """Deletes what is selected, or the grapheme at the cursor."""
        self._delete_to(graphemes.next_place(self.value, self.cursor_position))

    def action_delete_left_word(self) -> None:
        """Deletes what is selected, or back to the beginning of a word."""
        self._delete_to(graphemes.word_left(self.value, self.cursor_position))

    def action_delete_right_word(self) -> None:
        """Deletes what is selected, or up to the next word."""
        self._delete_to(graphemes.word_right(self.value, self.cursor_position))

    def _delete_to(self, place: int) -> None:
        if self.selection.is_empty:
            self.delete(*sorted((self.cursor_position, place)))
        else:
            self.delete_selection()

    def action_cursor_left_word(self, select: bool = False) -> None:  # noqa: FBT001, FBT002  (Textual's)
        """Goes back to the beginning of a word."""
        self._go_to(graphemes.word_left(self.value, self.cursor_position), select=select)

    def action_cursor_right_word(self, select: bool = False) -> None:  # noqa: FBT001, FBT002  (Textual's)
        """Goes to the next word."""
        self._go_to(graphemes.word_right(self.value, self.cursor_position), select=select)

    def _go_to(self, place: int, *, select: bool) -> None:
        start = self.selection.start if select else place
        self.selection = Selection._make((start, place))

    def _cell_offset_to_index(self, offset: int) -> int:
        return graphemes.place_at(self.value, offset + self.scroll_offset.x)

    @property
    def _value(self) -> Text:
        return graphemes.WholeText(self.value, no_wrap=True, overflow="ignore", end="")

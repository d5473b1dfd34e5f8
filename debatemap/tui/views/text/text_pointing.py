"""The mouse in a text: one click selects a sentence, two a word, three a paragraph."""

from abc import abstractmethod
from typing import Final

from textual import events
from textual.message import Message

from debatemap.tui.views.line_view import WheelView
from debatemap.tui.widgets.row_pointing import MENU
from debatemap.views.text.page import Quoted, TextPage
from debatemap.views.text.selection import TextSelection, selected_at
from debatemap.views.text.units import Unit

__all__ = ["TextPointing"]

_LEFT: Final = 1
_UNITS: Final = {1: Unit.SENTENCE, 2: Unit.WORD}


class TextPointing(WheelView):
    """What the mouse selects in a text.

    Attributes:
        page: The text, or None where there is none.
        quoted: What of it is quoted.
    """

    ALLOW_SELECT = False
    page: TextPage | None
    quoted: Quoted
    _pressed: int | None = None
    _is_dragged = False

    class PassageClicked(Message):
        """A passage that claims quote was clicked."""

    @abstractmethod
    def offset_at(self, x: int, y: int) -> int | None:
        """Returns the offset of the character at a cell of the widget; None where there is none."""

    @abstractmethod
    def select(self, selection: TextSelection) -> None:
        """Selects a part of the text."""

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Notes where a selection would begin."""
        self._is_dragged = False
        if event.button == _LEFT and not event.shift:
            self._pressed = self.offset_at(event.x, event.y)
            if self._pressed is not None:
                self.capture_mouse()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Selects the words from where the button was pressed up to here."""
        if self._pressed is None or event.button != _LEFT:
            return
        event.stop()
        if event.y >= self.size.height or event.y < 0:
            self.scroll_to(y=self.scroll_offset.y + (1 if event.y > 0 else -1), animate=False)
        y = max(0, min(event.y, self.size.height - 1))
        offset = self.offset_at(event.x, y)
        if (
            offset is None
            or self.page is None
            or (offset == self._pressed and not self._is_dragged)
        ):
            return
        self._is_dragged = True
        units = self.page.units
        first = selected_at(units, Unit.WORD, min(offset, self._pressed))
        last = selected_at(units, Unit.WORD, max(offset, self._pressed))
        self.select(TextSelection(first.start, max(first.end, last.end), Unit.WORD))

    def on_mouse_up(self, event: events.MouseUp) -> None:
        """Ends a selection."""
        if self._pressed is not None:
            event.stop()
            self._pressed = None
            self.release_mouse()

    def on_click(self, event: events.Click) -> None:
        """Selects what is clicked: a quoted passage, a sentence, a word, or a paragraph."""
        if event.button == MENU:
            return
        event.stop()
        event.prevent_default()
        was_dragged, self._is_dragged = self._is_dragged, False
        offset = self.offset_at(event.x, event.y)
        if was_dragged or offset is None or self.page is None:
            return
        passages = self.quoted.passages.within(offset, offset + 1)
        if passages and event.chain == 1:
            found = min(passages, key=lambda each: each.end - each.start)
            self.select(TextSelection(found.start, found.end, Unit.WORD))
            self.post_message(self.PassageClicked())
        else:
            unit = _UNITS.get(event.chain, Unit.PARAGRAPH)
            self.select(selected_at(self.page.units, unit, offset))

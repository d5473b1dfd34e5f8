"""A scale from 0 to 100, on which a click gives a number."""

from dataclasses import dataclass
from typing import Final

from textual import events
from textual.content import Content
from textual.geometry import Offset
from textual.message import Message
from textual.widget import Widget

from debatemap.tui.widgets.strength_bar import bar

__all__ = ["Scale", "value_at"]

_FULL: Final = 100
_STEP: Final = 5
_MOST: Final = 50
"""Cells of the bar: more would be harder to read."""
_NUMBER: Final = 6
"""Cells of the number beside the bar."""
_BEFORE_NUMBER: Final = 2
_LOW, _HIGH = "0 not at all", "100 fully"


def value_at(column: int, cells: int) -> int:
    """Returns the number at a cell of a scale, in steps of 5.

    Examples:
        >>> [value_at(column, 50) for column in (0, 12, 25, 49, 60)]
        [0, 25, 50, 100, 100]
    """
    share = max(0, min(column, cells - 1)) / max(1, cells - 1)
    return round(share * _FULL / _STEP) * _STEP


class Scale(Widget):
    """Shows a number from 0 to 100 and takes one by a click; where signs are words, says it."""

    ALLOW_SELECT = False
    DEFAULT_CSS = "Scale { height: 2; width: 1fr; }"

    @dataclass
    class Picked(Message):
        """A number was clicked."""

        value: int

    def __init__(self, *, plain: bool) -> None:
        super().__init__()
        self._value: float | None = None
        self._plain = plain

    def show(self, value: float | None) -> None:
        """Shows a number, or that there is none yet."""
        self._value = value
        self.refresh()

    @property
    def _cells(self) -> int:
        return max(len(_LOW) + 1, min(_MOST, self.size.width - _NUMBER))

    def render(self) -> Content:
        """Returns the bar, the number, and what its ends mean."""
        value, cells = self._value, self._cells
        full, empty = bar((value or 0) / _FULL, cells)
        number = f"{value:g}" if value is not None else "?"
        if self._plain:
            number = f"{number} of 100" if value is not None else "no number yet"
            return Content.assemble((number, "bold"), (f": {_LOW}, {_HIGH}", "$quiet"))
        gap = " " * _BEFORE_NUMBER
        ends = _LOW + _HIGH.rjust(max(0, cells - len(_LOW)))
        return Content.assemble(
            (full, "$accent"), (empty, "$guide"), (f"{gap}{number}\n", "bold"), (ends, "$quiet")
        )

    def cursor_offset(self) -> Offset:
        """Returns where on the screen the number stands."""
        column = 0 if self._plain else self._cells + _BEFORE_NUMBER
        return self.content_region.offset + Offset(column, 0)

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Takes the number under the mouse."""
        event.stop()
        self.on_mouse_move(event)

    def on_mouse_move(self, event: events.MouseEvent) -> None:
        """Takes other numbers while the button is held; a sentence has none to point at."""
        if event.button and not self._plain:
            self.post_message(self.Picked(value_at(event.x, self._cells)))

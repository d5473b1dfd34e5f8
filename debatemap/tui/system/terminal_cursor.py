"""Where the terminal's own cursor stands; screen readers, magnifiers and input methods follow it.

It is worked out each time that something is drawn, from what the screen in front shows by then, so
that no view or dialog has to tell where it should be.
"""

from collections.abc import Hashable
from typing import Final, NamedTuple, Protocol, TypeVar, runtime_checkable
from weakref import WeakKeyDictionary

from textual.geometry import Offset
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Input, OptionList, Static, TextArea

__all__ = ["HIDE_CURSOR", "SHOW_CURSOR", "TerminalCursor", "WithCursor"]

HIDE_CURSOR: Final = "\x1b[?25l"
SHOW_CURSOR: Final = "\x1b[?25h"
Kind = TypeVar("Kind", bound=Widget)


@runtime_checkable
class WithCursor(Protocol):
    """A widget that has a cursor of its own."""

    def cursor_offset(self) -> Offset:
        """Returns where on the screen its cursor is."""


class _Looked(NamedTuple):
    """What a list that one can type in showed when it was drawn last."""

    typed: Hashable
    highlighted: int | None
    is_in_list: bool


class TerminalCursor:
    """Finds the cell of the selected row, or of the field that is typed in.

    A list that one can type in has both: the cursor stands where the last key did something.
    """

    def __init__(self) -> None:
        self._looked: WeakKeyDictionary[Screen[object], _Looked] = WeakKeyDictionary()

    def place(self, screen: Screen[object]) -> Offset:
        """Returns the cell of a screen where the cursor belongs."""
        focused = screen.focused
        own = _own_cursor(focused)
        if own is not None:
            return own
        options = _first(screen, OptionList) if screen.is_modal else None
        if isinstance(focused, Input | TextArea):
            if options is not None and self._is_in_list(screen, focused, options):
                return _row_in(options)
            return _place_in(focused)
        if options is not None and options.highlighted is not None:
            return _row_in(options)
        return _start_of(screen, focused)

    def _is_in_list(
        self, screen: Screen[object], field: Input | TextArea, options: OptionList
    ) -> bool:
        """Tells whether the highlight has moved since something was typed."""
        typed = (field.value if isinstance(field, Input) else field.text), *field.selection
        highlighted = options.highlighted
        before = self._looked.get(screen, _Looked(typed, highlighted, is_in_list=False))
        has_moved = None not in (highlighted, before.highlighted) and highlighted != before[1]
        is_in_list = highlighted is not None and (has_moved or before.is_in_list)
        is_in_list = is_in_list and typed == before.typed
        self._looked[screen] = _Looked(typed, highlighted, is_in_list)
        return is_in_list


def _first(screen: Screen[object], kind: type[Kind]) -> Kind | None:
    """Returns the first widget of a kind that is in sight."""
    return next((each for each in screen.query(kind) if each.display and each.region), None)


def _own_cursor(widget: object) -> Offset | None:
    """Returns where a widget's own cursor is, where it has one."""
    return widget.cursor_offset() if isinstance(widget, WithCursor) else None


def _place_in(field: Input | TextArea) -> Offset:
    """Returns where the next letter will stand."""
    # At its end a line tells of one cell further, so that it scrolls that far.
    is_beyond = isinstance(field, Input) and field.cursor_at_end
    return field.cursor_screen_offset - Offset(int(is_beyond), 0)


def _row_in(options: OptionList) -> Offset:
    """Returns where the highlighted row of a list begins."""
    # The lines as they were drawn: to ask for them anew would lay the list out, amid drawing.
    line = options._line_cache.index_to_line.get(options.highlighted or 0, 0)  # noqa: SLF001  (no other way)
    region, left = options.content_region, _padding(options)
    top = max(0, min(line - options.scroll_offset.y, region.height - 1))
    return region.offset + Offset(left, top)


def _padding(options: OptionList) -> int:
    return options.get_component_styles("option-list--option").padding.left


def _start_of(screen: Screen[object], focused: Widget | None) -> Offset:
    """Returns where reading begins: in what has the focus, at a cursor, or at the first words."""
    if focused is not None:
        return focused.content_region.offset
    places = (_own_cursor(each) for each in screen.query("*") if each.display and each.region)
    own = next(filter(None, places), None)
    if own is not None:
        return own
    words = _first(screen, Static)
    return words.content_region.offset if words is not None else Offset(0, 0)

"""Rows under the mouse: clicks on their parts, and dragging one to another."""

from abc import abstractmethod
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple

from textual import events
from textual.geometry import Offset
from textual.message import Message
from textual.scroll_view import ScrollView

if TYPE_CHECKING:
    from textual.timer import Timer

__all__ = ["HEAD", "MENU", "Place", "RowPointing"]

MENU: Final = 3
"""The button that opens a menu: the right one."""
HEAD: Final = "head"
"""The part of a view above its rows."""
_DRAGS: Final = 1
_TICK: Final = 0.06
"""Seconds between two lines that are scrolled while the mouse is beyond the edge."""


class Place(NamedTuple):
    """What stands in a row: a claim, and the link by which it does, where that is known."""

    claim: str
    link: str | None = None


class RowPointing(ScrollView):
    """A view of rows that tells what of them is clicked, and which is dragged to which.

    A row is named by its index. With shift held, dragging selects words, as it does elsewhere.
    """

    @dataclass
    class Clicked(Message):
        """A row, or what is beneath all rows, was clicked.

        Attributes:
            index: The row, or None beneath them all.
            part: What of the row stands there, as the view names it; above all rows, `HEAD`.
            sign: The character that is drawn there.
            times: How often it was clicked.
            is_menu: Whether it asks for the menu.
            at: Where that was on the screen.
        """

        index: int | None
        part: str
        sign: str
        times: int
        is_menu: bool
        at: Offset

    @dataclass
    class Dragged(Message):
        """A row is being dragged.

        Attributes:
            index: The row.
            target: The row under the mouse; None where a release would do nothing.
        """

        index: int
        target: int | None

    @dataclass
    class Dropped(Message):
        """The drag has ended: on a row, or on nothing, as where it was left."""

        what: Place
        target: Place | None

    _pressed: int | None = None
    _held: int | None = None
    """The row that is dragged."""
    _target: int | None = None
    _beyond = 0
    """Which way the mouse is beyond an edge: -1 above, 1 below."""
    _was_dragged = False
    _clicked: tuple[int | None, str, str] | None = None
    """What was clicked last, where nothing else was clicked before within a moment."""
    _ticking: "Timer | None" = None

    @abstractmethod
    def row_of_line(self, y: int) -> int | None:
        """Returns the index of the row at a line of the widget, or None where there is none."""

    @abstractmethod
    def part_of(self, index: int, x: int, y: int) -> str:
        """Returns what of a row stands at a cell of the widget."""

    @abstractmethod
    def place_of(self, index: int) -> Place:
        """Returns which claim stands in a row, and by which link."""

    @abstractmethod
    def select_row(self, index: int) -> None:
        """Selects a row, as a click does."""

    @abstractmethod
    def refresh_row(self, index: int) -> None:
        """Draws a row again."""

    @property
    def can_drag(self) -> bool:
        """Whether rows can be dragged now."""
        return True

    @property
    def held_row(self) -> int | None:
        """The row that is being dragged, or None."""
        return self._held

    def is_target(self, index: int) -> bool:
        """Tells whether a release would drop what is dragged on a row."""
        return self._target == index

    def end_drag(self) -> bool:
        """Ends the drag and drops nothing; tells whether there was one."""
        held = self._held
        self._pressed = None
        if held is None:
            return False
        self._stop()
        self.post_message(self.Dropped(Place(""), None))
        return True

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Notes where a drag would begin."""
        self.end_drag()
        self._was_dragged = False
        if event.button == _DRAGS and not event.shift:
            # Words are selected with shift held, so that rows can be dragged without.
            self.screen.clear_selection()
            self._pressed = self.row_of_line(event.y) if self.can_drag else None

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Drags: from the moment on that the mouse is on another row."""
        if self._pressed is None or event.button != _DRAGS:
            return
        event.stop()
        row = self.row_of_line(event.y)
        if self._held is None and row == self._pressed:
            return
        if self._held is None:
            self._begin(self._pressed)
        self._beyond = -1 if event.y < self._top else 1 if event.y >= self.size.height else 0
        self._aim(row if self._is_within(event) else None)

    def on_mouse_up(self, event: events.MouseUp) -> None:
        """Drops what is dragged."""
        self._pressed = None
        held, target = self._held, self._target
        if held is None:
            return
        event.stop()
        self._was_dragged = True
        self._stop()
        is_there = target is not None and self._is_within(event)
        place = self.place_of(target) if target is not None and is_there else None
        self.post_message(self.Dropped(self.place_of(held), place))

    def on_click(self, event: events.Click) -> None:
        """Tells what is clicked."""
        event.stop()
        # Not what Textual does with it: two clicks would select all words.
        event.prevent_default()
        # Where words were selected just now, it is the end of that and no click.
        if self._was_dragged or self.text_selection is not None:
            self._was_dragged = False
            return
        if event.chain == 1 or self._clicked is None:
            self._clicked = self._under(event)
        # The first of several clicks may have scrolled: all of them are meant for its row.
        index, part, text = self._clicked
        is_menu = event.button == MENU
        if is_menu or event.button == _DRAGS:
            at = event.screen_offset
            self.post_message(self.Clicked(index, part, text, event.chain, is_menu, at))

    def _under(self, event: events.MouseEvent) -> tuple[int | None, str, str]:
        """Returns the row under the mouse, which part of it, and the character there."""
        index = self.row_of_line(event.y)
        part = HEAD if event.y < self._top else ""
        part = self.part_of(index, event.x, event.y) if index is not None else part
        return index, part, self.render_line(event.y).crop(event.x, event.x + 1).text

    @property
    def _top(self) -> int:
        """The first line of the widget where a row can stand."""
        return 0

    def _is_within(self, event: events.MouseEvent) -> bool:
        return 0 <= event.x < self.size.width and self._top <= event.y < self.size.height

    def _begin(self, index: int) -> None:
        self._held = index
        self.select_row(index)
        self.post_message(self.Dragged(index, None))
        self.capture_mouse()
        self._ticking = self.set_interval(_TICK, self._scroll_on)

    def _stop(self) -> None:
        held, self._held, self._beyond = self._held, None, 0
        self._aim(None)
        self.release_mouse()
        if self._ticking is not None:
            self._ticking.stop()
        if held is not None:
            self.refresh_row(held)

    def _aim(self, row: int | None) -> None:
        """Shows on which row a release would drop what is dragged."""
        target = row if row != self._held else None
        before, self._target = self._target, target
        if before != target:
            for changed in {before, target} - {None}:
                self.refresh_row(changed or 0)
            if self._held is not None:
                self.post_message(self.Dragged(self._held, target))

    def _scroll_on(self) -> None:
        """Scrolls while the mouse is beyond an edge."""
        if self._held is not None and self._beyond:
            self.scroll_to(y=self.scroll_offset.y + self._beyond, animate=False)

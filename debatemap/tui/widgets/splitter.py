"""Lines between two panes, which the mouse moves."""

from dataclasses import dataclass

from textual import events
from textual.content import Content
from textual.geometry import Offset
from textual.message import Message
from textual.widget import Widget

__all__ = ["CardSplit", "Draggable", "Splitter", "ThirdSplit"]


class Draggable(Widget):
    """A widget with a line that the mouse drags; it tells where to, and moves nothing itself."""

    @dataclass
    class Dragged(Message):
        """The mouse drags the line.

        Attributes:
            widget: Whose line it is.
            to: The place on the screen that it is dragged to.
            is_done: Whether the mouse has let go of it.
        """

        widget: Widget
        to: Offset
        is_done: bool

    def is_line(self, x: int, y: int) -> bool:
        """Tells whether the line stands at a cell of the widget."""
        raise NotImplementedError

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Takes hold of the line."""
        if self.is_line(event.x, event.y):
            event.stop()
            # Textual has begun to select words, before any widget is told of the button.
            self.screen.clear_selection()
            self.capture_mouse()
            self.add_class("-dragged")

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Tells where the line is dragged."""
        if self.has_class("-dragged"):
            event.stop()
            self.post_message(self.Dragged(self, event.screen_offset, is_done=False))

    def on_mouse_up(self, event: events.MouseUp) -> None:
        """Lets go of the line."""
        if self.has_class("-dragged"):
            event.stop()
            self.release_mouse()
            self.remove_class("-dragged")
            self.post_message(self.Dragged(self, event.screen_offset, is_done=True))


class Splitter(Draggable):
    """A line between two panes."""

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    Splitter {
        width: 1; height: 1fr; background: $background; color: $rule; display: none;
        &:hover { color: $accent; }
        &.-dragged { color: $accent; }
    }
    """

    def render(self) -> Content:
        """Returns the line."""
        return Content("\n".join("│" * max(1, self.size.height)))

    def is_line(self, x: int, y: int) -> bool:  # noqa: ARG002  (it is nothing else)
        """Tells that the whole widget is the line."""
        return True


class CardSplit(Splitter):
    """The line between the outline and the card."""

    DEFAULT_CSS = "CardSplit { layer: rows; }"


class ThirdSplit(Splitter):
    """The line between the card and the third column."""

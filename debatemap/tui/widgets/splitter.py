"""A line between two panes, which the mouse moves."""

from dataclasses import dataclass

from textual import events
from textual.content import Content
from textual.message import Message
from textual.widget import Widget

__all__ = ["CardSplit", "Splitter", "ThirdSplit"]


class Splitter(Widget):
    """A line between two panes; it tells where the mouse drags it, and moves nothing itself."""

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    Splitter {
        width: 1; height: 1fr; background: $background; color: $rule; display: none;
        &:hover { color: $accent; }
        &.-dragged { color: $accent; }
    }
    """

    @dataclass
    class Dragged(Message):
        """The mouse drags the line.

        Attributes:
            splitter: The line.
            column: The column of the screen that it is dragged to.
            is_done: Whether the mouse has let go of it.
        """

        splitter: "Splitter"
        column: int
        is_done: bool

    def render(self) -> Content:
        """Returns the line."""
        return Content("\n".join("│" * max(1, self.size.height)))

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Takes hold of the line."""
        event.stop()
        self.capture_mouse()
        self.add_class("-dragged")

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Tells where the line is dragged."""
        if self.has_class("-dragged"):
            event.stop()
            self.post_message(self.Dragged(self, event.screen_x, is_done=False))

    def on_mouse_up(self, event: events.MouseUp) -> None:
        """Lets go of the line."""
        if self.has_class("-dragged"):
            event.stop()
            self.release_mouse()
            self.remove_class("-dragged")
            self.post_message(self.Dragged(self, event.screen_x, is_done=True))


class CardSplit(Splitter):
    """The line between the outline and the card."""

    DEFAULT_CSS = "CardSplit { layer: rows; }"


class ThirdSplit(Splitter):
    """The line between the card and the third column."""

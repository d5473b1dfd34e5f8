"""A view that draws its lines itself, and scrolls over them."""

from typing import TYPE_CHECKING, ClassVar, Final

from textual import events
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.widget import Widget

from debatemap.tui.views.view import MapView
from debatemap.tui.widgets.bare_lines import BareLines
from debatemap.tui.widgets.row_styles import PARTS, RowStyles

if TYPE_CHECKING:
    from textual import getters

    from debatemap.tui.context import Program

__all__ = ["LineView", "WheelView"]

_WHEEL: Final = 3
"""Lines that the wheel scrolls at a time."""


class LineView(MapView, BareLines):
    """A view of lines as wide as the screen allows; what stands in them is its own matter."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {f"outline--{part}" for part in PARTS}
    DEFAULT_CSS = """
    LineView {
        background: $background; width: 1fr; height: 1fr; layer: rows;
        scrollbar-size-vertical: 1; overflow-x: hidden; overflow-y: scroll;
    }
    """

    if TYPE_CHECKING:
        app = getters.app(Program)

    def __init__(self) -> None:
        super().__init__()
        self._styles = RowStyles(self)

    def notify_style_update(self) -> None:
        """Takes up the colours of another theme."""
        self._styles.clear()
        self.forget_drawn()
        super().notify_style_update()

    def forget_drawn(self) -> None:
        """Forgets what was drawn in other colours, where any of it is kept."""

    @property
    def _is_plain(self) -> bool:
        """Whether what is shown reads as sentences."""
        return self.is_attached and self.app.settings.plain

    @property
    def _width(self) -> int:
        """The cells of a line; before it is laid out, those that what it stands in has for it."""
        width = self.scrollable_content_region.width
        if not width and isinstance(self.parent, Widget):
            width = self.parent.content_size.width - self.styles.scrollbar_size_vertical
        return max(1, width)

    def _set_lines(self, lines: int) -> None:
        """Takes up how many lines there are."""
        size = Size(self._width, lines)
        if size != self.virtual_size:
            # To set it plainly would lay the whole screen out anew, for each part that is measured.
            self.set_reactive(ScrollView.virtual_size, size)
            if self.is_mounted:
                self.vertical_scrollbar.window_virtual_size = lines


class WheelView(LineView):
    """A view over which the wheel scrolls line by line, while the cursor stays where it is."""

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Scrolls down."""
        self._wheel(_WHEEL, event)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Scrolls up."""
        self._wheel(-_WHEEL, event)

    def _wheel(self, lines: int, event: events.MouseEvent) -> None:
        event.stop()
        event.prevent_default()
        self.scroll_to(y=self.scroll_offset.y + lines, animate=False)

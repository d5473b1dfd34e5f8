"""The map as an image that the terminal draws over this screen, to zoom into and to move."""

from typing import ClassVar, Final

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.geometry import Offset, Region
from textual.widgets import Static

from debatemap.tui.dialogs.dialog import DialogScreen
from debatemap.tui.features.views.image_part import ImagePart
from debatemap.tui.system.key_bindings import bound
from debatemap.tui.system.terminal_images import pixels_of, placed, removed, sent
from debatemap.tui.widgets.bars import HintBar

__all__ = ["ImageScreen"]

_STEP: Final = 1.5
_FOOT: Final = 1
_HINTS: Final = (
    ("image_nearer", "nearer"), ("image_farther", "farther off"), ("image_fit", "all of it"),
    ("image_down", "down"), ("image_leave", "back"),
)  # fmt: skip


class ImageScreen(DialogScreen[None]):
    """Shows an image; what is in sight of it is moved and zoomed by keys and by the wheel."""

    DEFAULT_CSS = """
    ImageScreen { background: $background; }
    ImageScreen > Static { height: 1fr; width: 1fr; background: $background; }
    ImageScreen HintBar { height: 1; padding: 0 1; }
    """
    BINDINGS: ClassVar[list[BindingType]] = bound(
        {
            "image_left": "pan(-1, 0)",
            "image_right": "pan(1, 0)",
            "image_up": "pan(0, -1)",
            "image_down": "pan(0, 1)",
            "image_nearer": "zoom(1)",
            "image_farther": "zoom(-1)",
            "image_fit": "fit",
            "image_leave": "leave",
        },
        is_written_in=False,
    )

    def __init__(self, png: bytes) -> None:
        super().__init__()
        self._png = png
        self._is_sent = False
        self.part = ImagePart(pixels_of(png), self.app.size)

    def compose(self) -> ComposeResult:
        """Makes the parts: room for the image, and the keys."""
        yield Static()
        yield HintBar()

    def on_mount(self) -> None:
        """Shows the keys."""
        self.query_one(HintBar).show(self.app.keymap.hints(*_HINTS))

    def on_resize(self, event: events.Resize) -> None:
        """Shows the image at the new size."""
        room = event.size - (0, _FOOT)
        self._show(self.part.fitted(room))

    def on_unmount(self) -> None:
        """Takes the image off the screen, however it is left."""
        self._write(removed())

    def on_mouse_scroll_down(self) -> None:
        """Moves down."""
        self.action_pan(0, 1)

    def on_mouse_scroll_up(self) -> None:
        """Moves up."""
        self.action_pan(0, -1)

    def action_pan(self, right: int, down: int) -> None:
        """Moves what is in sight by a third of the screen."""
        self._show(self.part.moved(right, down))

    def action_zoom(self, way: int) -> None:
        """Shows the image nearer, or farther off."""
        self._show(self.part.zoomed(self.part.zoom * _STEP**way))

    def action_fit(self) -> None:
        """Shows all of the image."""
        self._show(self.part.zoomed(self.part.farthest))

    def action_leave(self) -> None:
        """Goes back to the map."""
        self.dismiss(None)

    def _show(self, part: ImagePart) -> None:
        self.part = part
        if not self._is_sent:
            self._is_sent = True
            for message in sent(self._png):
                self._write(message)
        self._write(placed(part.pixels, Region.from_offset(Offset(0, 0), part.cells)))

    def _write(self, message: str) -> None:
        driver = self.app._driver  # noqa: SLF001  (Textual has no other way to the terminal)
        if driver is not None:
            driver.write(message)
            driver.flush()

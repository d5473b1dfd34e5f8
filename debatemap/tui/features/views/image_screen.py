"""The map as an image that the terminal draws over this screen, to zoom into and to move."""

from collections.abc import Sequence
from typing import ClassVar, Final

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Static

from debatemap.tui.dialogs.dialog import DialogScreen
from debatemap.tui.features.views.image_part import ImagePart
from debatemap.tui.features.views.shown_images import ShownImage
from debatemap.tui.system.key_bindings import bound
from debatemap.tui.widgets.bars import HintBar
from debatemap.workspace.background import run

__all__ = ["ImageScreen"]

_STEP: Final = 1.5
_FOOT: Final = 1
_HINTS: Final = (
    ("image_nearer", "nearer"), ("image_farther", "farther off"), ("image_fit", "all of it"),
    ("image_down", "down"), ("image_leave", "back"),
)  # fmt: skip


class ImageScreen(DialogScreen[None]):
    """Shows an image; what is in sight of it is moved and zoomed by keys and by the wheel.

    Args:
        image: The image.
    """

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

    def __init__(self, image: ShownImage) -> None:
        super().__init__()
        self._image = image
        self.part = ImagePart(image.size, self.app.size)

    def compose(self) -> ComposeResult:
        """Makes the parts: room for the image, and the keys."""
        yield Static()
        yield HintBar()

    def on_mount(self) -> None:
        """Shows the keys, and listens for the end of a stop."""
        self.query_one(HintBar).show(self.app.keymap.hints(*_HINTS))
        self.app.app_resume_signal.subscribe(self, self._resume)

    def on_resize(self, event: events.Resize) -> None:
        """Shows the image at the new size."""
        room = self._image.room(event.size - (0, _FOOT))
        self._show(self.part.fitted(room))

    def on_unmount(self) -> None:
        """Takes the image off the screen, however it is left."""
        self._write(self._image.removal)

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

    def _resume(self, _: object) -> None:
        """Shows the image again after the program was stopped and goes on."""
        self._image.send_again()
        self._show(self.part)

    def _show(self, part: ImagePart) -> None:
        self.part = part
        if self._image.is_slow:
            self.run_worker(self._draw(part), exclusive=True)
        else:
            self._write(*self._image.messages(part))

    async def _draw(self, part: ImagePart) -> None:
        """Shows a part when its messages are made, unless another one is wanted by then."""
        messages = await run(self._image.messages, part)
        # What is drawn of the screen's own cells would be drawn over it.
        self.call_after_refresh(self._put, part, messages)

    def _put(self, part: ImagePart, messages: Sequence[str]) -> None:
        if part is self.part and self.is_current:
            self._write(*messages)

    def _write(self, *messages: str) -> None:
        driver = self.app._driver  # noqa: SLF001  (Textual has no other way to the terminal)
        if driver is not None:
            for message in messages:
                driver.write(message)
            self.app.forget_frames()
            driver.flush()

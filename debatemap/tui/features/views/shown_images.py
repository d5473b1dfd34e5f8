"""An image as a terminal shows it, by whichever protocol it has: kitty's, or sixels."""

from collections.abc import Sequence
from typing import Final, Protocol

from textual.geometry import Offset, Region, Size

from debatemap.pictures.picture_part import PicturePart, pixels_of_part
from debatemap.pictures.png_format import renderer, size_of
from debatemap.pictures.sixel import sixel_of
from debatemap.tui.features.views.image_part import CELL, ImagePart
from debatemap.tui.system.kitty_images import pixels_of, placed, removed, sent

__all__ = ["KittyImage", "ShownImage", "SixelImage"]

_MOST: Final = 4_000_000
"""Pixels of an image in sixels."""
_ZOOM: Final = 2
"""Pixels of the image for one of the picture, as many as PNG has."""


class ShownImage(Protocol):
    """An image that parts are shown of.

    Attributes:
        size: How large it is, in pixels.
        is_slow: Whether messages take long to make, and are to be made beside the keyboard.
        removal: The message that takes it off the screen, where drawing over it does not.
    """

    size: Size
    is_slow: bool
    removal: str

    def room(self, screen: Size) -> Size:
        """Returns how many of some cells it can fill."""

    def messages(self, part: ImagePart) -> Sequence[str]:
        """Returns what shows a part, in the place of the part before."""

    def send_again(self) -> None:
        """Has all of it sent with the next part: the terminal has forgotten what it was sent."""


class KittyImage:
    """An image by kitty's protocol: the terminal has all of it, and cuts out what is shown."""

    is_slow = False

    def __init__(self, png: bytes) -> None:
        self.size, self.removal = pixels_of(png), removed()
        self._png = png
        self._unsent = [*sent(png)]

    def room(self, screen: Size) -> Size:
        """Returns all of the cells."""
        return screen

    def messages(self, part: ImagePart) -> Sequence[str]:
        """Returns what shows a part; the first time, the whole image goes before it."""
        before, self._unsent = self._unsent, []
        return [*before, placed(part.pixels, Region.from_offset(Offset(0, 0), part.cells))]

    def send_again(self) -> None:
        """Has the image sent again: a terminal drops it with the other screen, at a stop."""
        self._unsent = [*sent(self._png)]


class SixelImage:
    """An image in sixels: each part is drawn anew, as large as the screen.

    Args:
        svg: The picture.
        cell: How many pixels a cell of the terminal has.
        most: How many pixels it takes; nothing where it does not say so.

    Raises:
        MapError: What makes pixels is not installed.
    """

    is_slow, removal = True, ""

    def __init__(self, svg: bytes, cell: Size, most: Size) -> None:
        renderer()
        self._svg, self._cell = svg.decode(), cell
        self._most = Size(most.width // cell.width or 999, most.height // cell.height or 999)
        """Cells."""
        self.size = Size(*(round(length * _ZOOM) for length in size_of(svg)))

    def room(self, screen: Size) -> Size:
        """Returns so many cells that their pixels are not too many."""
        most = max(1, _MOST // self._cell.area)
        width = min(screen.width, self._most.width, most)
        return Size(width, min(screen.height, self._most.height, most // max(1, width)))

    def messages(self, part: ImagePart) -> Sequence[str]:
        """Returns what draws a part over all cells that there are for it."""
        columns, rows = part.screen
        scale = part.zoom * _ZOOM
        seen = PicturePart(
            part.x / _ZOOM,
            part.y / _ZOOM,
            columns * CELL.width / scale,
            rows * CELL.height / scale,
        )
        width, height = columns * self._cell.width, rows * self._cell.height
        # The cursor of the terminal is put back: it stands where the program has it.
        return [f"\x1b7\x1b[H{sixel_of(pixels_of_part(self._svg, seen, width, height))}\x1b8"]

    def send_again(self) -> None:
        """Does nothing, as each part is all that there is to send."""

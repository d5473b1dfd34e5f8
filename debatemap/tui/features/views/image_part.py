"""Which part of an image is in sight: how near, and where."""

from typing import Final, NamedTuple

from textual.geometry import Region, Size

__all__ = ["CELL", "ImagePart"]

CELL: Final = Size(16, 32)
"""Pixels of the image that a cell shows where it is neither near nor far: its letters are as large
as those of the terminal then. Most cells are twice as high as they are wide."""
_NEAREST: Final = 2.0


class ImagePart(NamedTuple):
    """A part of an image.

    Attributes:
        image: The size of the whole, in pixels.
        screen: The cells that there are for it.
        zoom: How much nearer than at the usual size of letters.
        x: Pixels of the image left of it.
        y: Pixels above it.
    """

    image: Size
    screen: Size
    zoom: float = 1.0
    x: int = 0
    y: int = 0

    @property
    def farthest(self) -> float:
        """The zoom at which the whole image is in sight."""
        wide = self.screen.width * CELL.width / max(1, self.image.width)
        high = self.screen.height * CELL.height / max(1, self.image.height)
        return min(wide, high)

    @property
    def pixels(self) -> Region:
        """The part, in pixels of the image."""
        wide = min(self.image.width, round(self.screen.width * CELL.width / self.zoom))
        high = min(self.image.height, round(self.screen.height * CELL.height / self.zoom))
        return Region(self.x, self.y, max(1, wide), max(1, high))

    @property
    def cells(self) -> Size:
        """The cells that it fills: fewer than there are where all of the image is in sight."""
        pixels = self.pixels
        wide = round(pixels.width * self.zoom / CELL.width)
        high = round(pixels.height * self.zoom / CELL.height)
        return Size(max(1, min(wide, self.screen.width)), max(1, min(high, self.screen.height)))

    def moved(self, right: int, down: int) -> "ImagePart":
        """Returns the part that is so many thirds of the screen further on."""
        step = self.pixels.size
        x, y = self.x + right * step.width // 3, self.y + down * step.height // 3
        return _within(self, x, y)

    def zoomed(self, zoom: float) -> "ImagePart":
        """Returns the part around the same middle, nearer or farther, within what makes sense."""
        least = min(1.0, self.farthest)
        nearer = self._replace(zoom=max(least, min(zoom, _NEAREST)))
        before, after = self.pixels, nearer.pixels
        x = before.x + (before.width - after.width) // 2
        y = before.y + (before.height - after.height) // 2
        return _within(nearer, x, y)

    def fitted(self, screen: Size) -> "ImagePart":
        """Returns the part for a screen of another size."""
        return self._replace(screen=screen).zoomed(self.zoom)


def _within(part: ImagePart, x: int, y: int) -> ImagePart:
    """Returns a part at another place, or as near to that as the edges of the image allow."""
    size = part.pixels.size
    most_x, most_y = part.image.width - size.width, part.image.height - size.height
    return part._replace(x=max(0, min(x, most_x)), y=max(0, min(y, most_y)))

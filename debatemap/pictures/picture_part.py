"""A part of the picture of a map in pixels, as large as it is shown."""

import re
from typing import Final, NamedTuple

from debatemap.pictures.png_format import rendered
from debatemap.pictures.png_pixels import lines_of_pixels

__all__ = ["PicturePart", "pixels_of_part"]

_SIZE: Final = re.compile(r'width="[^"]*" height="[^"]*" viewBox="[^"]*"')


class PicturePart(NamedTuple):
    """A part of a picture, in units of its SVG; it may go beyond the edges."""

    x: float
    y: float
    width: float
    height: float


def pixels_of_part(svg: str, part: PicturePart, width: int, height: int) -> list[bytes]:
    """Returns lines of pixels of a part, four bytes a pixel; there is no other part in memory.

    Args:
        svg: The picture.
        part: What of it is in sight.
        width: How many pixels wide it is shown; it is stretched to that.
        height: How many pixels high.

    Raises:
        MapError: What makes pixels is not installed.
    """
    view = f"{part.x:g} {part.y:g} {part.width:g} {part.height:g}"
    size = f'width="{width}" height="{height}" viewBox="{view}" preserveAspectRatio="none"'
    return lines_of_pixels(rendered(_SIZE.sub(size, svg, count=1), 1.0, background="#ffffff"))

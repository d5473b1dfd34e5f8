"""How large claims are drawn: a cell, a line, a few words, all of them."""

from enum import IntEnum
from typing import Final

from debatemap.core.text import SafeText, excerpt, wrap
from debatemap.views.map.picture import Size
from debatemap.views.map.tidy import Spacing

__all__ = ["SPACING", "WIDTH", "Zoom", "lines_of", "size_of"]


class Zoom(IntEnum):
    """The steps from far to near."""

    DOTS = 0
    LINES = 1
    WORDS = 2
    TEXT = 3


WIDTH: Final = {Zoom.DOTS: 1, Zoom.LINES: 34, Zoom.WORDS: 28, Zoom.TEXT: 36}
"""Cells of a box."""
SPACING: Final = {
    Zoom.DOTS: Spacing(0, 0, 2, 2),
    Zoom.LINES: Spacing(0, 1, 2, 6),
    Zoom.WORDS: Spacing(0, 1, 2, 6),
    Zoom.TEXT: Spacing(1, 1, 3, 6),
}
_FEW: Final = 2
"""Lines of the words of a claim, where not all of them are shown."""
_FRAME: Final = 4
"""Cells that the frame takes, with a blank at both sides."""


def lines_of(text: str, zoom: Zoom) -> list[SafeText]:
    """Returns the lines of a claim's words, as a framed box shows them."""
    cells = WIDTH[zoom] - _FRAME
    lines = wrap(text, cells)
    if zoom is Zoom.WORDS and len(lines) > _FEW:
        rest = " ".join(lines[_FEW - 1 :])
        return [*lines[: _FEW - 1], excerpt(rest, cells)]
    return lines


def size_of(text: str, zoom: Zoom, ports: int) -> Size:
    """Returns how large the box of a claim is.

    Args:
        text: Its words.
        zoom: How large it is drawn.
        ports: How many rows extra edges need that begin there; so none meets another.
    """
    if zoom in {Zoom.DOTS, Zoom.LINES}:
        return Size(WIDTH[zoom], 1 + ports, is_framed=False)
    return Size(WIDTH[zoom], max(len(lines_of(text, zoom)), 1 + ports) + 2, is_framed=True)

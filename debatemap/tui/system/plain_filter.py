"""A screen without drawing characters: blanks stand for lines, frames and bars."""

import re
from typing import Final

from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

__all__ = ["PLAIN_STYLES", "PlainFilter", "has_drawing"]

PLAIN_STYLES: Final = """
* { border: none !important; scrollbar-size: 0 0 !important; }
#title, #path, #hints { height: 1 !important; }
#title.-two-lines { height: 2 !important; }
MapScreen #details { padding: 1 0 0 1 !important; }
#find-place, ConflictView { padding: 1 1 0 1 !important; }
.-below #start-preview { padding: 1 0 0 0 !important; }
DialogScreen { background: $background !important; }
DialogScreen > Vertical {
    width: 100% !important; max-width: 100% !important; max-height: 100% !important;
    margin: 0 !important; padding: 0 !important; background: $background !important;
}
"""
"""Styles for all screens: no frames and scroll bars, no lines for those, no map behind a dialog.

A free line stands where one with a frame parted what is shown from what stands above it.
"""

_DRAWN: Final = re.compile(r"[\u2500-\u259f⎧⎨⎪⎩]")


def has_drawing(sign: str) -> bool:
    """Tells whether a blank stands in the place of a part of a sign."""
    return bool(_DRAWN.search(sign))


class PlainFilter(LineFilter):
    """Puts a blank in the place of every character that only draws."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002  (Textual's signature)
        """Returns the segments without lines, frames and bars."""
        return [
            Segment(_DRAWN.sub(" ", text), style, control)
            if not control and not text.isascii()
            else Segment(text, style, control)
            for text, style, control in segments
        ]

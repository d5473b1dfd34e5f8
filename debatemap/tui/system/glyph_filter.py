"""Signs in ASCII, for a terminal that shows no others."""

import sys
from typing import Final

from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

from debatemap.core.glyphs import Glyphs, are_plain, encoding_of, for_encoding, in_ascii

__all__ = ["ASCII_STYLES", "GlyphFilter", "filters_for"]

ASCII_STYLES: Final = "DialogScreen > Vertical { border-left: tall $accent !important; }"
"""Styles for such a terminal: another line beside a dialog, as that has the sign of the cursor."""


def filters_for(setting: Glyphs) -> list[LineFilter]:
    """Returns the filter that the terminal needs, which the screen is drawn on, if any."""
    encoding = getattr(sys.__stderr__, "encoding", None)
    if not are_plain(setting, encoding, terminal=True):
        return []
    return [GlyphFilter(encoding_of(encoding))]


class GlyphFilter(LineFilter):
    """Puts an ASCII sign in the place of every other, in as many cells."""

    def __init__(self, encoding: str) -> None:
        super().__init__()
        self._encoding = encoding

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002  (Textual's signature)
        """Returns the segments with nothing in them that the terminal cannot show."""
        if all(segment.text.isascii() for segment in segments):
            return segments
        # As one: what stands for a sign depends on those beside it, which may have another style.
        line = in_ascii("".join(segment.text for segment in segments if not segment.control))
        shown: list[Segment] = []
        start = 0
        for segment in segments:
            if segment.control:
                shown.append(segment)
                continue
            end = start + len(segment.text)
            shown.append(Segment(for_encoding(line[start:end], self._encoding), segment.style))
            start = end
        return shown

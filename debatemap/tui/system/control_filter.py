"""The last line of defence: no control character leaves in a drawn line."""

import re

from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

__all__ = ["ControlFilter"]

_CONTROLS = re.compile("[\x00-\x1f\x7f-\x9f]")


class ControlFilter(LineFilter):
    """Puts a replacement character in the place of every control character."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002  (Textual's signature)
        """Returns the segments with nothing in them that a terminal would obey."""
        if not any(_CONTROLS.search(segment.text) for segment in segments):
            return segments
        return [
            segment
            if segment.control or not _CONTROLS.search(segment.text)
            else Segment(_CONTROLS.sub("\ufffd", segment.text), segment.style)
            for segment in segments
        ]

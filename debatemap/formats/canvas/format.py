"""JSON Canvas 1.0: a card a claim, an edge from each premise to what it is for or against.

Labels and colours of edges say pro or con. What cards and edges have no place for, stands by their
ids in a table `debatemap` beside them. The format: https://jsoncanvas.org/spec/1.0.
"""

import re
from typing import ClassVar, Final

from debatemap.core.debate import Debate
from debatemap.formats.features import ALL_CARRIED, Carries
from debatemap.formats.format import Format, Imported, Progress, Written

__all__ = ["Canvas"]

_SIGNS: Final = tuple(
    re.compile(pattern)
    for pattern in (
        rb'^(?:\xef\xbb\xbf)?\s*\{', rb'"type"\s*:\s*"(?:text|file|link|group)"',
        rb'"width"\s*:\s*[\d.]', rb'"x"\s*:\s*-?[\d.]',
    )
)  # fmt: skip


class Canvas(Format):
    """A canvas, as Obsidian and others have it."""

    name: ClassVar[str] = "canvas"
    title: ClassVar[str] = "JSON Canvas"
    suffixes: ClassVar[tuple[str, ...]] = (".canvas",)
    reads: ClassVar[bool] = True
    writes: ClassVar[bool] = True
    carries: ClassVar[Carries] = ALL_CARRIED

    def sniff(self, head: bytes) -> bool:
        """Tells whether a file begins with cards that have a type and a place."""
        return all(sign.search(head) for sign in _SIGNS)

    def read(self, data: bytes, name: str, progress: Progress) -> Imported:
        """Reads a canvas, of this program or another."""
        from debatemap.formats.canvas.reader import read_canvas  # noqa: PLC0415  (names of formats are asked for without it)

        progress("reading")
        return read_canvas(data, name)

    def write(self, debate: Debate, *, crlf: bool = False) -> Written:  # noqa: ARG002  (JSON has LF)
        """Writes a canvas, its cards laid out from left to right."""
        from debatemap.formats.canvas.writer import write_canvas  # noqa: PLC0415  (as above)

        return write_canvas(debate)

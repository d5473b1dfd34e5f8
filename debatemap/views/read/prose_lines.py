"""The prose of a map as lines of text."""

from collections.abc import Iterable, Iterator
from typing import Final

from debatemap.core.debate import Debate
from debatemap.core.text import SafeText, wrap
from debatemap.views.read.numbering import Row
from debatemap.views.read.paragraph_words import Kind, Piece, pieces_of
from debatemap.views.read.prose import paragraphs_of

__all__ = ["prose_text"]

_CELLS: Final = 78
_INDENT: Final = "    "
_BARS: Final = {Kind.QUOTE: "> ", Kind.SOURCE: "> "}


def prose_text(
    debate: Debate, rows: Iterable[Row] | None = None, cells: int = _CELLS
) -> Iterator[SafeText]:
    """Yields the lines of a map as numbered prose, an empty one between two paragraphs.

    Args:
        debate: The debate.
        rows: The numbered rows to write; without them, the whole map.
        cells: The width of a line.
    """
    begun = False
    for paragraph in paragraphs_of(debate, rows):
        for piece in pieces_of(debate, paragraph):
            if begun and piece.kind in {Kind.HEADING, Kind.STEP, Kind.CLAIM, Kind.SEE}:
                yield SafeText("")
            begun = True
            yield from _lines(piece, cells)


def _lines(piece: Piece, cells: int) -> Iterator[SafeText]:
    if piece.number:
        words = " ".join(filter(None, (f"{piece.number}.", piece.opening, piece.words)))
        yield from wrap(words, cells)
    elif piece.kind is Kind.HEADING:
        yield piece.words
    else:
        lead = _INDENT + _BARS.get(piece.kind, "")
        words = " ".join(filter(None, (piece.opening, piece.words)))
        for line in words.split("\n"):
            for part in wrap(line, cells - len(lead)):
                yield SafeText((lead + part).rstrip())

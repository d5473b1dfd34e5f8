"""The places of a text as citations name them: a time, a heading, a line."""

import re
from collections.abc import Sequence
from typing import Final

from debatemap.core.folding import fold
from debatemap.texts.found import Place
from debatemap.texts.load import LoadedText

__all__ = ["fitting", "place_name"]

_TIME: Final = re.compile(r"(?<![\d:])(?:(\d{1,3}):)?(\d{1,2}):(\d{2})(?![\d:])")
_LINES: Final = re.compile(
    r"\b(?:l|ll|line|lines)\.? ?(\d{1,7})(?: ?[-\u2013] ?(\d{1,7}))?", re.IGNORECASE
)
_SECONDS: Final = 5
"""How far a time that somebody wrote down may be from the one of the words."""


def place_name(text: LoadedText, offset: int) -> str:
    r"""Returns how a citation names a place: the time, the heading, or the line.

    Examples:
        >>> place_name(LoadedText("One.\nTwo."), 6)
        'line 2'
    """
    named = text.mark_at(offset)
    return named or f"line {text.line_at(offset)}"


def fitting(text: LoadedText, at: str, places: Sequence[Place]) -> list[Place] | None:
    """Returns the places that are where a citation says; None where that cannot be told.

    Args:
        text: The text.
        at: What the citation says of the place.
        places: Where the quote is found.
    """
    if text.is_transcript:
        times = [_seconds(*match.groups()) for match in _TIME.finditer(at)]
        if not times:
            return None
        first, last = min(times) - _SECONDS, max(times) + _SECONDS
        return [place for place in places if _is_said_within(text, place, first, last)]
    lines = _LINES.search(at)
    if lines:
        first, last = int(lines[1]), int(lines[2] or lines[1])
        return [place for place in places if _has_line(text, place, first, last)]
    folded = fold(at)
    named = {mark for _, mark in text.marks if mark and fold(mark) in folded}
    if not named:
        return None
    longest = {mark for mark in named if not any(mark != n and mark in n for n in named)}
    return [place for place in places if text.mark_at(place.start) in longest]


def _seconds(hours: str | None, minutes: str, seconds: str) -> int:
    return int(hours or 0) * 3600 + int(minutes) * 60 + int(seconds)


def _is_said_within(text: LoadedText, place: Place, first: int, last: int) -> bool:
    """Tells whether words are said in a time, or in a cue that runs into it."""
    said = [_of_mark(text.mark_at(offset)) for offset in (place.start, max(place.end - 1, 0))]
    return said[0] <= last and first <= said[1]


def _of_mark(time: str) -> int:
    match = _TIME.fullmatch(time)
    return _seconds(*match.groups()) if match else 0


def _has_line(text: LoadedText, place: Place, first: int, last: int) -> bool:
    begins, ends = text.line_at(place.start), text.line_at(max(place.start, place.end - 1))
    return begins <= last and first <= ends

"""Grapheme boundaries, words and typed characters, as the fields for text need them.

A grapheme is what a reader takes for one character: a flag, an emoji with its skin tone, a letter
with its accents. A place in a text is an index of code points, as everywhere in Python.
"""

import unicodedata
from typing import Final

from rich.style import Style
from rich.text import Text

from debatemap.core.text import clean

__all__ = [
    "WholeText",
    "ceil",
    "floor",
    "is_typed",
    "next_place",
    "place_at",
    "previous_place",
    "run_left",
    "run_right",
    "word_left",
    "word_right",
]

_FLAG: Final = "\U0001f3f4"
_NEVER_TYPED: Final = frozenset({"Cc", "Cs", "Zl", "Zp"})
"""Categories of characters that are no text of their own: controls, halves, separators."""


def floor(text: str, place: int) -> int:
    """Returns the boundary at a place or next before it.

    Examples:
        >>> floor("ae\u0301", 2), floor("ae\u0301", 1)
        (1, 1)
    """
    if place <= 0 or place >= len(text) or text.isascii():
        return max(0, min(place, len(text)))
    import wcwidth  # noqa: PLC0415  (it takes long, and few texts need it)

    return wcwidth.grapheme_boundary_before(text, place + 1)


def ceil(text: str, place: int) -> int:
    """Returns the boundary at a place or next after it.

    Examples:
        >>> ceil("e\u0301a", 1), ceil("e\u0301a", 2)
        (2, 2)
    """
    start = floor(text, place)
    return start if start >= place else next_place(text, start)


def previous_place(text: str, place: int) -> int:
    """Returns where the grapheme begins that ends at a place, or that the place is within."""
    if place <= 0:
        return 0
    if text.isascii():
        return place - 1
    import wcwidth  # noqa: PLC0415  (as above)

    return wcwidth.grapheme_boundary_before(text, place)


def next_place(text: str, place: int) -> int:
    """Returns where the grapheme ends that begins at a place, or that the place is within."""
    if place >= len(text):
        return len(text)
    if text.isascii():
        return place + 1
    import wcwidth  # noqa: PLC0415  (as above)

    start = floor(text, place)
    return start + len(next(wcwidth.iter_graphemes(text, start)))


def place_at(text: str, cells: int) -> int:
    """Returns the beginning of the grapheme that so many cells lead into.

    Examples:
        >>> place_at("\U0001f468\u200d\U0001f469x", 1), place_at("\U0001f468\u200d\U0001f469x", 2)
        (0, 3)
    """
    if text.isascii():
        return max(0, min(cells, len(text)))
    import wcwidth  # noqa: PLC0415  (as above)

    place = taken = 0
    for grapheme in wcwidth.iter_graphemes(text):
        taken += max(0, wcwidth.wcswidth(grapheme))
        if taken > cells:
            break
        place += len(grapheme)
    return place


def word_left(text: str, place: int) -> int:
    """Returns the beginning of the word before a place, or of the one that it is within."""
    while place and _kind(text, previous_place(text, place)) != "word":
        place = previous_place(text, place)
    return run_left(text, place)


def word_right(text: str, place: int) -> int:
    """Returns the beginning of the next word, or the end."""
    while place < len(text) and _kind(text, place) == "word":
        place = next_place(text, place)
    while place < len(text) and _kind(text, place) != "word":
        place = next_place(text, place)
    return place


def run_left(text: str, place: int) -> int:
    """Returns where the word or the run of signs before a place begins, spaces passed over."""
    while place and _kind(text, previous_place(text, place)) == "space":
        place = previous_place(text, place)
    kind = _kind(text, previous_place(text, place)) if place else ""
    while place and _kind(text, previous_place(text, place)) == kind:
        place = previous_place(text, place)
    return place


def run_right(text: str, place: int) -> int:
    """Returns where the word or the run of signs after a place ends, spaces passed over."""
    while place < len(text) and _kind(text, place) == "space":
        place = next_place(text, place)
    kind = _kind(text, place) if place < len(text) else ""
    while place < len(text) and _kind(text, place) == kind:
        place = next_place(text, place)
    return place


def _kind(text: str, place: int) -> str:
    """Tells what a grapheme is by its first character, whatever marks follow that."""
    first = text[place]
    return "word" if first.isalnum() or first == "_" else "space" if first.isspace() else "sign"


def is_typed(character: str | None, before: str = "") -> bool:
    r"""Tells whether a character of a key is text, and what a map keeps of text.

    What Python calls printable is not enough: that leaves out the joiners that Persian, Indic
    scripts and emoji need, wide and no-break spaces, and all that is newer than this Python.

    Args:
        character: The character, or None for a key that makes none.
        before: The text up to where it comes.

    Examples:
        >>> is_typed("\u200c"), is_typed("\u3000"), is_typed("\x1b"), is_typed("\u202e")
        (True, True, False, False)
    """
    if not character or len(character) != 1 or unicodedata.category(character) in _NEVER_TYPED:
        return False
    if "\U000e0020" <= character <= "\U000e007f":
        # The name of a region, one letter after the other, makes the flag before it that region's.
        return before[previous_place(before, len(before)) :].startswith(_FLAG)
    return character.isprintable() or bool(clean(character))


class WholeText(Text):
    """Text whose graphemes each have one style, as a terminal draws each as one.

    A cursor on the first code point of a flag covers the flag.
    """

    def stylize(self, style: str | Style, start: int = 0, end: int | None = None) -> None:
        """Styles the graphemes that a range touches."""
        super().stylize(style, *self._whole(start, end))

    def stylize_before(self, style: str | Style, start: int = 0, end: int | None = None) -> None:
        """Styles the graphemes that a range touches, beneath the styles that they have."""
        super().stylize_before(style, *self._whole(start, end))

    def _whole(self, start: int, end: int | None) -> tuple[int, int | None]:
        if start < 0 or end is None or end <= start:
            return start, end
        text = self.plain
        return floor(text, start), ceil(text, end)

"""How many cells of a terminal text takes, and its graphemes.

The width of most texts is their length, and that is told without the tables of wcwidth, which take
longer to import than a small map takes to print.
"""

import re
from collections.abc import Iterable
from typing import Final

__all__ = ["graphemes", "is_narrow", "width"]

_RANGES: Final = (
    (0x20, 0x7E),
    (0xA0, 0xAC),
    (0xAE, 0x2FF),
    (0x2010, 0x2027),
    (0x2190, 0x22FF),
    (0x2500, 0x25FC),
)
"""First and last codes of characters that take one cell and make no grapheme together.

None of them combines with another one, so that the normal form C leaves a text of them alone."""
_NARROW: Final = re.compile(f"[{''.join(f'{chr(a)}-{chr(b)}' for a, b in _RANGES)}]*")

_SIMPLE: Final = re.compile(r"[ -\u08ff\u1e00-\u200a\u2010-\u3029\u3030-\ua4ff\uac00-\ud7af]*")
"""Text of scripts where each character has a width of its own, whatever stands before it."""


def is_narrow(text: str) -> bool:
    """Tells whether each character of a text is known to be a grapheme of one cell.

    Examples:
        >>> is_narrow("“Café” − yes …"), is_narrow("漢字")
        (True, False)
    """
    return text.isascii() or _NARROW.fullmatch(text) is not None


def width(text: str) -> int:
    """Returns how many terminal cells a line of safe text takes.

    Examples:
        >>> width("abc"), width("漢字")
        (3, 4)
        >>> width("க்ட்ட")  # Three characters, the first two with a sign above them.
        3
    """
    if is_narrow(text):
        return len(text)
    import wcwidth  # noqa: PLC0415  (as above)

    if _SIMPLE.fullmatch(text):
        return max(0, wcwidth.wcswidth(text))
    # The width of a whole text takes what follows a sign that kills a vowel for a part of one
    # character, also in scripts where the two stand beside each other (Tamil, Sinhala).
    return sum(max(0, wcwidth.wcswidth(each)) for each in wcwidth.iter_graphemes(text))


def graphemes(text: str) -> Iterable[str]:
    """Returns what a reader takes for the characters of a line of safe text.

    Examples:
        >>> [len(grapheme) for grapheme in graphemes("e" + chr(0x301) + "a")]
        [2, 1]
    """
    if is_narrow(text):
        return text
    import wcwidth  # noqa: PLC0415  (as above)

    return wcwidth.iter_graphemes(text)

"""How wide text is in a picture, whose font is not known: wider than most fonts have it."""

from typing import Final

from debatemap.core.text import width

__all__ = ["text_element"]

_NARROW: Final = frozenset("iljtfrI.,;:'|!()[]{}/\\- ’·")
_BROAD: Final = frozenset("mwMWOQGD@%—…")


def text_element(words: str, x: float, y: float, size: float, most: float, kind: str) -> str:
    """Returns a line of text, squeezed where it might not fit.

    Args:
        words: The words, escaped for XML where they need it after `width` was taken.
        x: Where it begins.
        y: Its base line.
        size: The size of the font.
        most: How wide it may be.
        kind: Its class.
    """
    from debatemap.formats.markup_text import markup_line  # noqa: PLC0415  (names are asked for without it)

    fits = _wide(words) * size <= most
    squeezed = "" if fits else f' textLength="{most:g}" lengthAdjust="spacingAndGlyphs"'
    return f'<text class="{kind}" x="{x:g}" y="{y:g}"{squeezed}>{markup_line(words)}</text>'


def _wide(words: str) -> float:
    """Returns the width of a line in ems, at least what usual fonts have."""
    return sum(_em(letter) for letter in words)


def _em(letter: str) -> float:
    if letter in _NARROW:
        return 0.4
    if letter in _BROAD:
        return 0.99
    if letter.isascii():
        return 0.72 if letter.isupper() else 0.63
    return 1.0 if width(letter) > 1 else 0.72

"""Fold text for search: letters that a reader takes for one become one.

A folded text has one case, one spelling of each letter (an accented letter is the letter and then
its marks), and none of the forms that only a typesetter tells apart: ligatures, full-width forms,
curly quotes, kinds of dashes, characters that join or break a line. Folding two texts and joining
them is the same as folding them joined, as long as no grapheme is cut; so a place in a folded line
can be brought back to a place in the line.
"""

import re
import unicodedata
from functools import cache
from typing import Final

from debatemap.core.cells import graphemes

__all__ = ["fold", "fold_line", "marks", "without_marks"]

_STROKE: Final = "\u0338"
"""The mark that stands for a stroke through a letter, which Unicode does not take apart."""

_DOT: Final = "\u0307"

_TYPESET: Final = {
    **dict.fromkeys("\u2018\u2019\u201a\u201b\u02bc\u2032", "'"),
    **dict.fromkeys("\u201c\u201d\u201e\u201f\u2033", '"'),
    **dict.fromkeys("\u2010\u2012\u2013\u2014\u2015\u2212", "-"),
    # They say where a line may break, not what the word is.
    **dict.fromkeys("\u00ad\u200b\u2060\ufeff", ""),
    # A letter of its own in Cyrillic, and no accented one.
    "\u0438\u0306": "\u0439",
    "æ": "ae",
    "œ": "oe",
    "ø": f"o{_STROKE}",
    "đ": f"d{_STROKE}",
    "ħ": f"h{_STROKE}",
    "ł": f"l{_STROKE}",
    "ŧ": f"t{_STROKE}",
    "ƀ": f"b{_STROKE}",
    "ǥ": f"g{_STROKE}",
    "ɨ": f"i{_STROKE}",
    "ƶ": f"z{_STROKE}",
}
_JOINERS: Final = re.compile("[\u200c\u200d\ufe00-\ufe0f]+")
"""They say how a letter is drawn. They go first: one may stand between a letter and its marks."""

_VOWELS: Final = frozenset({0, 8, 9, 84, 91, 103, 118, 129, 130, 132})
"""Classes of combining characters without which a word is another word: the vowels of Thai, Lao,
Telugu and Tibetan, the virama, and the voicing mark of kana. No letter is accented by them."""

_LONGEST_RUN: Final = 30
"""Marks in a row that are looked at: beyond it no script goes, and putting them in order takes
quadratic time."""

_USUAL: Final = "\u0300-\u034e\u0350-\u036f"
"""The marks of Latin, Greek and Cyrillic letters. A pattern of these few is much the faster one."""


def fold(text: str) -> str:
    r"""Returns a text as it is searched, an accented letter as the letter and its marks.

    Examples:
        >>> fold("Stra\u00dfe \ufb01nden"), fold("CAF\u00c9")
        ('strasse finden', 'cafe\u0301')
    """
    if text.isascii():
        return text.lower()
    other = _has_other(text)
    if other:
        text = _JOINERS.sub("", text)
    if _too_long(all_marks=other).search(text):
        text = _too_long(all_marks=other).sub(_cut, text)
    text = unicodedata.normalize("NFKD", text).casefold()
    text = _typeset().sub(_plainly, text)
    # Kana are put together again: one that is voiced is a letter of its own.
    return _VOICED.sub(_composed, text) if other else text


def without_marks(folded: str) -> str:
    r"""Returns a folded text without the marks of its accented letters.

    Examples:
        >>> without_marks(fold("Z\u00fcrich"))
        'zurich'
    """
    if folded.isascii():
        return folded
    return _marks(all_marks=_has_other(folded)).sub("", folded)


@cache
def marks() -> str:
    """Returns the ranges of all marks, to stand between the brackets of a pattern."""
    codes = range(0x300, 0x1F000)
    kinds = map(unicodedata.combining, map(chr, codes))
    found = [code for code, kind in zip(codes, kinds, strict=True) if kind and kind not in _VOWELS]
    known = set(found)
    starts = (code for code in found if code - 1 not in known)
    ends = (code for code in found if code + 1 not in known)
    return "".join(f"{chr(a)}-{chr(b)}" for a, b in zip(starts, ends, strict=True))


def fold_line(line: str) -> tuple[str, list[tuple[int, int]]]:
    """Returns a folded line and, of each of its characters, where the grapheme stands in the line.

    Examples:
        >>> fold_line("ﬁt")
        ('fit', [(0, 1), (0, 1), (1, 2)])
    """
    folded, places, here = [], [], 0
    for grapheme in graphemes(line):
        piece = fold(grapheme)
        folded.append(piece)
        places += [(here, here + len(grapheme))] * len(piece)
        here += len(grapheme)
    return "".join(folded), places


def _has_other(text: str) -> bool:
    """Tells whether a text may hold another mark than the usual ones, or a joiner, or kana."""
    return _other().search(text) is not None


@cache
def _other() -> re.Pattern[str]:
    # Made when it is first needed: a pattern of ranges this wide takes long to compile.
    return re.compile(
        "[^\x00-\u0482\u048a-\u0590\u1e00-\u200b\u200e-\u20cf\u2100-\u2cee\u2e00-\u3029\u3030-\u303f"
        "\u3100-\ua66e\uac00-\ufaff\U0001f000-\U0010ffff]"
    )


@cache
def _marks(*, all_marks: bool) -> re.Pattern[str]:
    return re.compile(f"[{marks() if all_marks else _USUAL}]+")


@cache
def _too_long(*, all_marks: bool) -> re.Pattern[str]:
    known = marks() if all_marks else _USUAL
    return re.compile(f"[{known}]{{{_LONGEST_RUN + 1},}}")


@cache
def _typeset() -> re.Pattern[str]:
    pairs = sorted((key for key in _TYPESET if len(key) > 1), key=len)
    single = "".join(key for key in _TYPESET if len(key) == 1)
    return re.compile("|".join((f"\u0131{_DOT}*|i{_DOT}+", *pairs, f"[{single}]")))


_VOICED: Final = re.compile("[\u3041-\u30fe][\u3099\u309a]")


def _plainly(match: re.Match[str]) -> str:
    # Turkish has an i with a dot and one without, each with a capital. The four are one letter: a
    # dot above an i is no mark.
    return "i" if match[0].startswith(("i", "\u0131")) else _TYPESET[match[0]]


def _cut(match: re.Match[str]) -> str:
    return match[0][:_LONGEST_RUN]


def _composed(match: re.Match[str]) -> str:
    return unicodedata.normalize("NFC", match[0])

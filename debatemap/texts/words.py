"""The words of a text, each with the form in which editors' habits make no difference.

Case, ligatures, apostrophes, soft hyphens and hyphenation at the end of a line are folded. Digits,
signs and accents are not: what they change is another word.
"""

import re
import unicodedata
from functools import cache
from typing import Final

from debatemap.core.text import thin_marks

__all__ = ["folded_word", "has_line_end", "signature", "word_pattern"]

_MARKS: Final = (
    "\u00ad\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc"
    "\u0900-\u0963\u0966-\u0dff\u0e00-\u109f\u200b-\u200d\u2060\ufe00-\ufe0f\ufeff"
)
"""Marks of letters, scripts that write vowels as marks, and characters that join or part words."""
_SINGLE: Final = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
"""Letters of scripts without blanks, each a word."""
_RUN: Final = rf"[^\W_{_SINGLE}]+(?:[{_MARKS}]+[^\W_{_SINGLE}]*)*"
_APOSTROPHES: Final = "'’ʼ＇‘`´"
_LINE_END: Final = r"(?:(?<=[^\W\d_])[-\u2010]|(?<=\u00ad))[ \t\r]{0,9}\n[ \t]{0,40}(?=[^\W\d_])"
_WORD: Final = (
    r"(?:(?<![^\s(\[“\"])[-\u2212\u2013](?=\d))?"
    rf"(?:\d+(?:[.,:/]\d+)+(?:{_RUN})?"
    rf"|{_RUN}(?:[{_APOSTROPHES}]{_RUN})*(?:{_LINE_END}{_RUN})*)"
    rf"|[{_SINGLE}]|[%‰$€£¥§&@+=<>°×÷±]"
)

_BROKEN: Final = re.compile(r"[-\u2010\u00ad]\s+")
_IGNORED: Final = re.compile("[\u00ad\u200b-\u200d\u2060\ufe00-\ufe0f\ufeff]")
_APOSTROPHE: Final = re.compile(f"[{_APOSTROPHES}]")
_SIGN: Final = re.compile("^[\u2212\u2013]")

_PASSED_OVER: Final = re.compile(
    "[\\s\\x00\\[\\]_*\"“”„‟«»‹›‘’‚‛'`´＂＇「」『』\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]+"
)
_DASHES: Final = re.compile("[-\u2010-\u2015\u2212\ufe58\ufe63\uff0d]+")
_ELLIPSIS: Final = re.compile(r"…|\.{3,}")


@cache
def word_pattern() -> re.Pattern[str]:
    """Returns what finds a word, a number with its sign, or a sign that stands for a word.

    To compile it takes longer than to start a command, and few maps have texts.
    """
    return re.compile(_WORD)


def folded_word(raw: str) -> str:
    r"""Returns the form of a word by which it is compared.

    Examples:
        >>> [folded_word(raw) for raw in ("It’s", "ﬁnd", "demo-\ncracy", "−5", "10²")]
        ["it's", 'find', 'democracy', '-5', '10²']
    """
    if raw.isascii() and raw.isalnum():
        return raw.lower()
    word = _SIGN.sub("-", _BROKEN.sub("", raw))
    # To put a run of marks in order takes the square of its length.
    word = thin_marks(_IGNORED.sub("", word))
    if not word.isascii():
        is_high = any(unicodedata.category(each) == "No" for each in word)
        word = unicodedata.normalize("NFC" if is_high else "NFKC", word)
        word = unicodedata.normalize("NFC", word.casefold())
    return _APOSTROPHE.sub("'", word.lower())


def has_line_end(raw: str) -> bool:
    """Tells whether a word is hyphenated at the end of a line."""
    return "\n" in raw


def signature(gap: str) -> str:
    """Returns the punctuation between two words, but for what editors change.

    Examples:
        >>> signature(" — "), signature("--"), signature(",” "), signature(" ")
        ('-', '-', ',', '')
    """
    if gap in (" ", "\n"):
        return ""
    bare = _ELLIPSIS.sub("…", _PASSED_OVER.sub("", gap))
    return _DASHES.sub("-", bare)

"""Words, signs and headings by which people say that a claim is for or against another."""

import re
from typing import Final, NamedTuple

from debatemap.core.model import Stance

__all__ = ["Marked", "marked", "stance_of_heading", "stance_of_words"]

_FOR: Final = r"pros?|supports?|supporting|supported by|for|agree|yes"
_AGAINST: Final = (
    r"cons?|contra|attacks?|attacking|attacked by|against|objections?|rebuttals?|rebuts?|opposes"
    r"|opposing|undercuts?|refutes?|disagree"
)
_WORDS: Final[tuple[tuple[Stance, re.Pattern[str]], ...]] = (
    ("supports", re.compile(rf"\s*(?:[+\u2795👍✅]|{_FOR})\s*", re.IGNORECASE)),
    ("attacks", re.compile(rf"\s*(?:[-−–\u2796👎❌]|{_AGAINST})\s*", re.IGNORECASE)),
)
_BEFORE: Final = re.compile(
    r"\s*(?:[*_]{0,3}(?P<word>pro|con|contra|undercut|thesis)[*_]{0,3}\s*[:\uff1a][*_]{0,3}|"
    r"[\[(](?P<boxed>pro|con|contra|undercut|[+−–-])[\])][:\uff1a]?|"
    r"(?P<sign>[+−–-])(?=\s)|(?P<picture>[\u2795\u2796👍👎✅❌]))\s*(?P<rest>.*)",
    re.IGNORECASE | re.DOTALL,
)
_HEADING: Final[tuple[tuple[Stance, re.Pattern[str]], ...]] = (
    ("supports", re.compile(
        r"(?:pros?|for|arguments? (?:for|in fav(?:o|ou)r)|advantages?|benefits"
        r"|supporting arguments?|reasons? for)\s*[:\uff1a]?", re.IGNORECASE)),
    ("attacks", re.compile(
        r"(?:cons?|contra|against|arguments? against|disadvantages?|drawbacks|opposing arguments?"
        r"|reasons? against|objections)\s*[:\uff1a]?", re.IGNORECASE)),
)  # fmt: skip


class Marked(NamedTuple):
    """A text without the mark in front of it, and what the mark says."""

    text: str
    stance: Stance | None = None
    is_undercut: bool = False
    is_thesis: bool = False


def stance_of_words(words: str) -> Stance | None:
    """Returns the stance that a label says and nothing else.

    Examples:
        >>> stance_of_words("Pro"), stance_of_words("attacks"), stance_of_words("see also")
        ('supports', 'attacks', None)
    """
    return next((stance for stance, pattern in _WORDS if pattern.fullmatch(words)), None)


def stance_of_heading(words: str) -> Stance | None:
    """Returns the stance of what stands under a heading such as "Arguments against".

    Examples:
        >>> stance_of_heading("Pros:"), stance_of_heading("Prospects")
        ('supports', None)
    """
    words = words.strip()
    return next((stance for stance, pattern in _HEADING if pattern.fullmatch(words)), None)


def marked(text: str) -> Marked:
    """Returns a text without the mark in front of it.

    Examples:
        >>> marked("Con: It rains.")
        Marked(text='It rains.', stance='attacks', is_undercut=False, is_thesis=False)
        >>> marked("Cons are rare.").text
        'Cons are rare.'
    """
    found = _BEFORE.match(text)
    if found is None:
        return Marked(text)
    word = next(filter(None, (found[name] for name in ("word", "boxed", "sign", "picture"))))
    word = word.lower()
    if word == "thesis":
        return Marked(found["rest"], is_thesis=True)
    return Marked(found["rest"], stance_of_words(word), word == "undercut")

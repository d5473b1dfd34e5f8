"""Words, signs and headings by which people say that a claim is for or against another."""

import re
from typing import Final, NamedTuple

from debatemap.core.model import Stance

__all__ = [
    "AGAINST",
    "FOR",
    "Marked",
    "begins_with_stance",
    "is_passive",
    "marked",
    "stance_of_heading",
    "stance_of_words",
]

FOR: Final = ("pro", "for", "support", "reason")
AGAINST: Final = (
    "con", "contra", "against", "undercut", "objection", "rebuttal", "counterargument",
)  # fmt: skip
"""Words that say with a colon behind them what the claim that follows is."""
_SAID: Final = "|".join((*FOR, *AGAINST))
_FOR: Final = (
    r"reasons?|pros?|supports?|supporting|supported by|because|for|agree|yes|why it follows"
)
_AGAINST: Final = (
    r"cons?|contra|counterarguments?|attacks?|attacking|against|objections?|rebuttals?|rebuts?|opposes"
    r"|opposing|undercuts?|refutes?|disagree"
    r"|(?:attacked|opposed|refuted|rebutted|undermined|contradicted|challenged) by"
)
_WORDS: Final[tuple[tuple[Stance, re.Pattern[str]], ...]] = (
    ("supports", re.compile(rf"\s*(?:[+\u2795👍✅]|{_FOR})\s*", re.IGNORECASE)),
    ("attacks", re.compile(rf"\s*(?:[-−–\u2796👎❌]|{_AGAINST})\s*", re.IGNORECASE)),
)
_BEFORE: Final = re.compile(
    rf"\s*(?:[*_]{{0,3}}(?P<word>{_SAID}|thesis)[*_]{{0,3}}\s*[:\uff1a]{{1,2}}[*_]{{0,3}}|"
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


_PASSIVE: Final = re.compile(r"ed[\s_-]*by\b|\bbecause\b", re.IGNORECASE)


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


def is_passive(words: str) -> bool:
    """Tells whether a label says what the second end of an edge does to the first.

    Examples:
        >>> is_passive("supported by"), is_passive("attackedBy"), is_passive("supports")
        (True, True, False)
    """
    return _PASSIVE.search(words) is not None


def stance_of_heading(words: str) -> Stance | None:
    """Returns the stance of what stands under a heading such as "Arguments against".

    Examples:
        >>> stance_of_heading("Pros:"), stance_of_heading("Prospects")
        ('supports', None)
    """
    words = words.strip(" \t*_")
    return next((stance for stance, pattern in _HEADING if pattern.fullmatch(words)), None)


def begins_with_stance(words: str) -> bool:
    """Tells whether a line says by a word with a colon what the claim behind that is.

    Examples:
        >>> begins_with_stance("**Con:** It rains."), begins_with_stance("Cons are rare.")
        (True, False)
    """
    found = _BEFORE.match(words)
    return found is not None and found["word"] is not None


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

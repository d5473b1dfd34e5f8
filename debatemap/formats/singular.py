"""What became of several things, as it is said of one."""

import re
from typing import Final

__all__ = ["of_one"]

_VERBS: Final = {
    "are": "is", "were": "was", "have": "has", "keep": "keeps", "name": "names", "begin": "begins",
    "run": "runs", "end": "ends", "lead": "leads", "stand": "stands", "support": "supports",
}  # fmt: skip
_NOUNS: Final = {
    "names": "a name", "replies": "a reply", "theses": "a thesis", "titles": "a title",
    "links": "a link", "cons": "a con", "claims": "a claim", "pros": "a pro",
    "further claims": "a further claim", "sources": "a source",
}  # fmt: skip
_VERB: Final = re.compile(rf"(^(?:that )?|, and )({'|'.join(_VERBS)})\b")
_SECOND_VERB: Final = re.compile(r"^(that supports )were\b")
_NOUN: Final = re.compile(rf"^((?:became|(?:read|kept) as) )({'|'.join(_NOUNS)})\b")
_THEIRS: Final = {
    "their texts": "its text",
    "their ids for texts": "its id for a text",
    "they are": "it is",
}


def of_one(becomes: str) -> str:
    """Returns what several things became as it is said of one.

    Examples:
        >>> of_one("have their ids for texts"), of_one("became replies to the premise")
        ('has its id for a text', 'became a reply to the premise')
        >>> of_one("that support were left out"), of_one("end early, and are whole")
        ('that supports was left out', 'ends early, and is whole')
    """
    words = _VERB.sub(lambda found: found[1] + _VERBS[found[2]], becomes)
    words = _SECOND_VERB.sub(r"\1was", words)
    words = _NOUN.sub(lambda found: found[1] + _NOUNS[found[2]], words)
    for several, one in _THEIRS.items():
        words = words.replace(several, one)
    return words

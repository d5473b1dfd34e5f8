"""The terms of a query beside plain words: one row for each.

What can be typed, completed and explained all comes from here.
"""

from enum import Enum
from typing import Final, NamedTuple

from debatemap.core.model import CITATION_KINDS

__all__ = ["BY_NAME", "FLAGS", "HELD", "NAMED", "TERMS", "Kind", "Term"]


class Kind(Enum):
    """What stands behind the name of a term."""

    FLAG = "nothing"
    WORDS = "words"
    NUMBER = "a number"
    CHOICE = "one of a few words"
    ID = "an id, or its beginning"


class Term(NamedTuple):
    """A term of the language.

    Attributes:
        name: How it is written; behind all but a flag stands a colon.
        kind: What stands behind the colon.
        about: Which claims it finds, as the end of a sentence: “claims …”.
        choices: What may stand behind the colon, with what that means.
    """

    name: str
    kind: Kind
    about: str
    choices: tuple[str, ...] = ()


HELD: Final = {
    "note": "a note",
    "source": "a source",
    "quote": "a quote from a source",
    "kind": "a source whose kind is named",
    "tag": "a tag",
    "author": "an author",
    "date": "a date",
    "rating": "a rating by anybody",
    "reply": "a reply",
    "pro": "a pro",
    "con": "a con",
    "undercut": "a step from it that is undercut",
}
"""What a claim may have, as `has:` and `no:` name it."""

FLAGS: Final = (
    Term("pro", Kind.FLAG, "that support another one"),
    Term("con", Kind.FLAG, "that attack another one"),
    Term("undercut", Kind.FLAG, "that attack a step"),
    Term("thesis", Kind.FLAG, "that the debate is about"),
    Term("unplaced", Kind.FLAG, "that have no place yet"),
    Term("unanswered", Kind.FLAG, "that object, and no answer to them holds"),
    Term("changed", Kind.FLAG, "that are new or other than you last saw them"),
    Term("stale", Kind.FLAG, "that were reworded after somebody rated them"),
)

NAMED: Final = (
    Term("by", Kind.WORDS, "whose author has these words"),
    Term("source", Kind.WORDS, "that cite a source with these words, or this id"),
    Term("kind", Kind.CHOICE, "that cite a source for this", CITATION_KINDS),
    Term("has", Kind.CHOICE, "that have one", tuple(HELD)),
    Term("no", Kind.CHOICE, "that have none", tuple(HELD)),
    Term("is", Kind.CHOICE, "that are this", tuple(flag.name for flag in FLAGS)),
    Term("replies", Kind.NUMBER, "with so many direct replies"),
    Term("depth", Kind.NUMBER, "so many steps beneath a thesis"),
    Term("places", Kind.NUMBER, "that stand in so many places"),
    Term("strength", Kind.NUMBER, "of this strength, 0 to 100"),
    Term("rated-by", Kind.WORDS, "that a person with this name has rated"),
    Term("under", Kind.ID, "beneath this one, near or far"),
    Term("id", Kind.ID, "with this id"),
    Term("tag", Kind.WORDS, "with exactly this tag"),
    Term("text", Kind.WORDS, "with these words in their text"),
    Term("note", Kind.WORDS, "with these words in their note"),
    Term("quote", Kind.WORDS, "with these words in a quote"),
)

TERMS: Final = (*FLAGS, *NAMED)
BY_NAME: Final = {(term.name, term.kind is Kind.FLAG): term for term in TERMS}
"""By how it is written, and whether nothing stands behind it."""

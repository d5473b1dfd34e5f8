"""What comes of looking for a quote in a text."""

from enum import Enum
from typing import Literal, NamedTuple

__all__ = ["Difference", "Found", "Grade", "Place", "Risk"]

Risk = Literal["", "negation", "number", "name", "punctuation"]
"""What a difference changes, where that is more than a word."""


class Grade(Enum):
    """How well a quote agrees with its text."""

    EXACT = "exact"
    FOLDED = "folded"
    NEAR = "near"
    ABSENT = "absent"


class Difference(NamedTuple):
    """One point in which a quote and a text differ.

    Attributes:
        quoted: The words of the quote; empty where it leaves words out.
        written: The words of the text; empty where the quote adds some.
        risk: What is changed by that.
        start: Where the words of the text begin, or would stand.
        end: Where they end.
    """

    quoted: str
    written: str
    risk: Risk
    start: int
    end: int


class Place(NamedTuple):
    """A passage of a text. Offsets count the characters of the text as it is.

    Attributes:
        start: Where it begins.
        end: Where it ends.
        pieces: Each piece of a quote with ellipses, in order; of any other, the whole.
        differences: In what the quote differs from it.
    """

    start: int
    end: int
    pieces: tuple[tuple[int, int], ...]
    differences: tuple[Difference, ...] = ()

    @property
    def risks(self) -> tuple[Risk, ...]:
        """What the differences change beside words, each once."""
        return tuple(dict.fromkeys(d.risk for d in self.differences if d.risk))


class Found(NamedTuple):
    """Where a quote stands in a text.

    Attributes:
        grade: How well it agrees with it.
        places: The passages that agree equally well; none for an absent quote.
        closest: For an absent quote, the one passage that is much like it, if there is one.
    """

    grade: Grade
    places: tuple[Place, ...] = ()
    closest: Place | None = None

    @property
    def place(self) -> Place | None:
        """The passage that is meant, where that is plain."""
        return self.places[0] if len(self.places) == 1 else None

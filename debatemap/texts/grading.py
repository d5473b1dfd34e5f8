"""The grade of a quote in its source's text, with the names of its places, and that in words."""

from typing import Final, NamedTuple

from debatemap.core.model import Citation
from debatemap.core.text import SafeText, excerpt
from debatemap.texts.found import Found, Grade, Place
from debatemap.texts.load import LoadedText
from debatemap.texts.named_places import fitting, place_name
from debatemap.texts.quote_finder import MOST_PLACES, find_quote

__all__ = ["Grading", "check_quote", "differences_in_words", "graded", "grading_in_words"]

_NAMED: Final = 3
"""Differences, or places, that are told one by one."""
_OF_WORDS: Final = {"negation": "a negation", "number": "a number", "name": "a name"}


class Grading(NamedTuple):
    """What the text of its source says of a citation's quote.

    Attributes:
        found: Where the quote stands; only where the citation says, if it stands there as well.
        is_misplaced: Whether it stands, but not where the citation says.
        named: How a citation would name each of the places.
        closest: How one would name the passage that is much like an absent quote.
    """

    found: Found
    is_misplaced: bool = False
    named: tuple[str, ...] = ()
    closest: str = ""

    @property
    def is_absent(self) -> bool:
        """Whether the quote stands nowhere in the text."""
        return self.found.grade is Grade.ABSENT

    @property
    def is_ambiguous(self) -> bool:
        """Whether several places are equally good."""
        return len(self.found.places) > 1

    @property
    def at(self) -> str:
        """How a citation would name the place; empty where there is none, or several."""
        return self.named[0] if len(self.named) == 1 else ""


def check_quote(text: LoadedText, cited: Citation) -> tuple[Found, bool]:
    """Looks for a quote, and tells whether it stands elsewhere than the citation says."""
    found = find_quote(cited.quote, text.index)
    fit = fitting(text, cited.at, found.places) if cited.at and found.places else None
    if fit:
        found = found._replace(places=tuple(fit))
    return found, fit == []


def graded(text: LoadedText, cited: Citation) -> Grading:
    r"""Returns the grade of a citation's quote.

    Examples:
        >>> graded(LoadedText("It rains.\nIt pours."), Citation("s", "it pours")).at
        'line 2'
    """
    found, is_misplaced = check_quote(text, cited)
    named = tuple(place_name(text, place.start) for place in found.places)
    closest = place_name(text, found.closest.start) if found.closest else ""
    return Grading(found, is_misplaced, named, closest)


def grading_in_words(grading: Grading, at: str = "") -> SafeText:
    r"""Returns where a quote stands, in what it differs, and whether it is cited from elsewhere.

    Args:
        grading: The grade; it is not named itself.
        at: What the citation says of the place.

    Examples:
        >>> text = LoadedText("It rains.\nBut it pours. It rains.")
        >>> grading_in_words(graded(text, Citation("s", "It rains")))
        'at 2 places that are equally good: line 1; line 2'
        >>> grading_in_words(graded(text, Citation("s", "It snows", "line 1")))
        'the text has no such words'
    """
    found = grading.found
    parts = [_places(grading)] if grading.named else []
    if found.places and found.places[0].differences:
        parts = [": ".join([*parts, differences_in_words(found.places[0])])]
    if grading.is_absent:
        parts.append("the text has no such words")
    if found.closest:
        differing = differences_in_words(found.closest)
        parts.append(f"the closest passage, at {excerpt(grading.closest)}, differs in {differing}")
    if grading.is_misplaced:
        parts.append(f"not at {excerpt(at)}")
    return SafeText("; ".join(parts))


def _places(grading: Grading) -> str:
    if not grading.is_ambiguous:
        return f"at {excerpt(grading.at)}"
    names = [excerpt(each) for each in dict.fromkeys(grading.named)]
    more = f" and {len(names) - _NAMED} more" if len(names) > _NAMED else ""
    number = len(grading.found.places)
    least = " or more" if number == MOST_PLACES else ""
    return f"at {number}{least} places that are equally good: {'; '.join(names[:_NAMED])}{more}"


def differences_in_words(place: Place) -> SafeText:
    """Returns in what a quote differs from a passage: “quoted” for “written”, and what that is."""
    told = []
    for difference in place.differences[:_NAMED]:
        quoted = f"“{excerpt(difference.quoted)}”" if difference.quoted else "nothing"
        written = f"“{excerpt(difference.written)}”" if difference.written else "nothing"
        risk = _OF_WORDS.get(difference.risk)
        told.append(f"{quoted} for {written}{f' ({risk})' if risk else ''}")
    more = len(place.differences) - _NAMED
    return SafeText(", ".join([*told, *([f"and {more} more"] if more > 0 else [])]))

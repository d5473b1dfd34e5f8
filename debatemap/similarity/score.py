"""How near two claims are to one point: stems, related words and runs of letters, no model.

Of the shorter claim, each word is looked for in the longer one: itself, a word that is spelled
nearly like it, or one that debates use for it. What share of its weight is found is how far the
longer claim covers it. A short key point so fits a long argument that makes it. Words of the parent
(or the topic) are in all of its replies, and weigh little.
"""

from collections.abc import Callable, Mapping
from typing import Final, NamedTuple

from debatemap.similarity.distinctions import difference
from debatemap.similarity.related_words import are_related
from debatemap.similarity.wording import Wording, trigrams, wording_of

__all__ = ["Likeness", "compare", "point_similarity"]

_TOPIC: Final = 0.1
"""How much of its weight a word keeps that the parent has too."""
_RELATED: Final = 0.6
_NEARLY: Final = 0.8
_ALIKE: Final = 0.6
"""Share of runs of three letters from which on two stems are spelled nearly alike."""
_SHORTEST: Final = 4
_DOUBT: Final = 2.0
"""Weight of words that is taken to be missing where one claim says much more than the other: a
match of one word proves less than one of four."""
_LETTERS: Final = 0.3
"""The share of the score that runs of letters have."""
_BACK: Final = 0.15
"""The share of the rest that is how far the shorter claim covers the longer one."""
_GUARDED: Final = 0.35
"""What is left of the score of two claims that differ in a negation, a number or a name."""

Rarity = Callable[[str], float]
"""Gives how much a stem tells in a map, from 0 to 1."""


class Likeness(NamedTuple):
    """How near two claims are to one point.

    Attributes:
        score: From 0 to 1.
        shared: The words that they have in common, as the first spells them, what tells most first.
        difference: What makes two points of them nevertheless, in words; or nothing.
    """

    score: float
    shared: tuple[str, ...]
    difference: str


def point_similarity(a: str, b: str, parent: str = "") -> float:
    """Returns how near two texts are to one point, from 0 to 1, whichever comes first.

    It needs no map, no model and no network: what a word tells is known by a built-in list. One of
    the two may be much longer, as an argument is beside the key point that it makes.

    Args:
        a: A claim, an argument or a key point.
        b: Another one.
        parent: What both are about or reply to, if known: its words weigh little.

    Examples:
        >>> point_similarity("Guns kill by accident.", "guns kill by ACCIDENT")
        1.0
        >>> near = point_similarity("Uniforms save money", "With uniforms families pay less.")
        >>> far = point_similarity("Uniforms save money", "Uniforms stop bullying.")
        >>> near > far
        True
    """
    return compare(
        wording_of(a), wording_of(b), wording_of(parent) if parent.strip() else None
    ).score


def compare(
    one: Wording, other: Wording, parent: Wording | None = None, rarity: Rarity | None = None
) -> Likeness:
    """Compares two claims.

    Args:
        one: A claim.
        other: Another one; the order does not matter.
        parent: What both reply to, whose words weigh little.
        rarity: How much a stem tells in their map; without it, all tell the same.
    """
    few, many = sorted(
        (_weighed(one, parent, rarity), _weighed(other, parent, rarity)),
        key=lambda weights: (sum(weights.values()), sorted(weights)),
    )
    covered, back = _covered(few, many), _covered(many, few)
    size = sum(few.values())
    sure = size / (size + _DOUBT * (1 - back)) if size else 0.0
    letters = 1.0 if few.keys() == many.keys() else _cosine(one, other)
    words = covered * sure * (1 - _BACK) + back * _BACK
    score = min(1.0, round((1 - _LETTERS) * words + _LETTERS * letters, 6))
    differs = difference(one, other, back)
    shared = sorted(few.keys() & many.keys(), key=lambda each: (-few[each], each))
    words_shared = tuple(one.spelled.get(each, each) for each in shared)
    return Likeness(score * _GUARDED if differs else score, words_shared, differs)


def _weighed(
    wording: Wording, parent: Wording | None, rarity: Rarity | None
) -> Mapping[str, float]:
    if parent is None and rarity is None:
        return wording.weights
    about = parent.weights if parent is not None else {}
    return {
        each: weight * (_TOPIC if each in about else 1.0) * (rarity(each) if rarity else 1.0)
        for each, weight in wording.weights.items()
    }


def _covered(sought: Mapping[str, float], known: Mapping[str, float]) -> float:
    """Returns the share of the weight of some words that others cover."""
    whole = sum(sought.values())
    if not whole:
        return 0.0
    found = sum(
        weight
        if each in known
        else weight * max((_nearness(each, other) for other in known), default=0.0)
        for each, weight in sought.items()
    )
    return found / whole


def _nearness(one: str, other: str) -> float:
    """Returns how near two different stems are: spelled nearly alike, or related."""
    if are_related(one, other):
        return _RELATED
    if one[0] != other[0] or min(len(one), len(other)) < _SHORTEST or not one.isalpha():
        return 0.0
    mine, theirs = trigrams(one), trigrams(other)
    alike = 2 * len(mine & theirs) / (len(mine) + len(theirs))
    return _NEARLY * alike if alike >= _ALIKE else 0.0


def _cosine(one: Wording, other: Wording) -> float:
    if not (one.length and other.length):
        return 0.0
    few, many = sorted((one.grams, other.grams), key=len)
    return sum(n * many[gram] for gram, n in few.items() if gram in many) / (
        one.length * other.length
    )

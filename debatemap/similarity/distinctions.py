"""What makes two points of two claims that are alike in words: a negation, a number, a name."""

from typing import Final

from debatemap.similarity.opposites import is_negated_form, opposites_of
from debatemap.similarity.wording import Wording

__all__ = ["difference"]

_MUCH_MORE: Final = 0.5
"""How much of the longer claim the shorter one covers where the two are about one thing alone.
Where it is less, what the longer claim says besides may hold any negation and any number."""


def difference(one: Wording, other: Wording, back: float = 1.0) -> str:
    """Returns in what two claims differ that are no one point for it, in words; or nothing.

    Args:
        one: A claim.
        other: Another one; the order does not matter.
        back: How much of the longer one the shorter one covers, from 0 to 1.

    Examples:
        >>> from debatemap.similarity.wording import wording_of
        >>> difference(wording_of("Bans work."), wording_of("Bans do not work."))
        'one is negated'
        >>> difference(wording_of("Bans work."), wording_of("A ban works."))
        ''
    """
    if _differ(one.numbers, other.numbers, back):
        return "other numbers"
    if _differ(one.names, other.names, back) and not (
        one.names <= other.weights.keys() and other.names <= one.weights.keys()
    ):
        return "other names"
    mine, theirs = one.weights.keys() - other.weights, other.weights.keys() - one.weights
    if any(opposites_of(each) & theirs for each in mine):
        return "opposite words"
    negated = any(is_negated_form(each, another) for each in mine for another in theirs)
    if back >= _MUCH_MORE and (one.negations + other.negations + negated) % 2:
        return "one is negated"
    return ""


def _differ(mine: frozenset[str], theirs: frozenset[str], back: float) -> bool:
    """Tells whether what two claims name is not the same, as far as both should name it."""
    if back >= _MUCH_MORE:
        return mine != theirs
    return bool(mine and theirs) and mine.isdisjoint(theirs)

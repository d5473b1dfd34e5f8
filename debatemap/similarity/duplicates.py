"""Pairs of claims of one map that may make the same point, the likeliest first."""

from collections.abc import Collection, Mapping
from heapq import nlargest
from typing import Final, NamedTuple

from debatemap.core.debate import Debate
from debatemap.core.reading_order import read
from debatemap.similarity.claim_index import ENOUGH, SimilarClaims
from debatemap.similarity.score import compare
from debatemap.similarity.wording import wording_of

__all__ = ["LikelyPair", "likely_pairs"]

_COMMON: Final = 60
"""Claims with a word, above which it makes no pair by itself."""
_RAREST: Final = 6
"""Words of a claim by which others are looked for."""
_PAIRS: Final = 40_000
"""Pairs that are compared as a whole, those that share most first, so that no map takes long."""
_SHARED: Final = 1.2
"""What two claims must share at least: more than one word, however rare."""
_FIRST: Final = 3
"""Of claims with the same words, as many as each later one makes a pair with: more than one, as the
first may be the one with a "not"."""


class LikelyPair(NamedTuple):
    """Two claims that may make the same point.

    Attributes:
        first: The id of one, the earlier in reading order.
        second: The id of the other.
        score: How near they are, from 0 to 1.
        why: The words that they have in common.
    """

    first: str
    second: str
    score: float
    why: str


def likely_pairs(
    debate: Debate,
    *,
    enough: float = ENOUGH,
    without: Collection[tuple[str, str]] = (),
    index: SimilarClaims | None = None,
) -> list[LikelyPair]:
    """Returns pairs of claims that may make the same point, the likeliest first.

    Args:
        debate: The debate.
        enough: The score from which on a pair is returned.
        without: Pairs that are known to be two points, each sorted.
        index: The claims by their words, where it is made already.
    """
    index = index or SimilarClaims(debate)
    place = read(debate).order
    shared = _sharing(debate, index, place)
    known = set(without)
    found = []
    for one, other in nlargest(_PAIRS, shared, key=lambda pair: (shared[pair], pair)):
        if (min(one, other), max(one, other)) in known or _are_opposed(debate, one, other):
            continue
        mine, theirs = (wording_of(debate.claims[each].text) for each in (one, other))
        likeness = compare(mine, theirs, None, index.rarity)
        if likeness.score >= enough:
            why = ", ".join(likeness.shared[:4])
            found.append(LikelyPair(one, other, round(likeness.score, 3), why))
    return sorted(found, key=lambda each: (-each.score, place[each.first], place[each.second]))


def _are_opposed(debate: Debate, one: str, other: str) -> bool:
    """Tells whether one of two claims attacks the other, or a step from it: no one point."""
    for claim, against in ((one, other), (other, one)):
        for link in map(debate.links.__getitem__, debate.links_from(claim)):
            step = debate.links.get(link.target)
            meant = (link.target,) if step is None else step.premises
            if link.stance == "attacks" and against in meant:
                return True
    return False


def _sharing(
    debate: Debate, index: SimilarClaims, place: Mapping[str, int]
) -> dict[tuple[str, str], float]:
    """Returns pairs that share enough words to be compared, each with what they share."""
    shared: dict[tuple[str, str], float] = {}
    same: dict[frozenset[str], list[str]] = {}
    for claim_id in sorted(debate.claims, key=place.__getitem__):
        text = debate.claims[claim_id].text
        stems = frozenset(index.stems_in(text))
        first = same.setdefault(stems, [])
        shared.update({(earlier, claim_id): float(len(stems)) for earlier in first if stems})
        if len(first) < _FIRST:
            first.append(claim_id)
        for other, weight in index.sharing(text, _RAREST, _COMMON).items():
            if place[other] < place[claim_id] and weight >= _SHARED:
                shared[other, claim_id] = weight
    return shared

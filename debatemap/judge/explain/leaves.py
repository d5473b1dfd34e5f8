"""Which unargued claim to look into: the one that moves most within what people might hold of it.

What people might hold is that of `held_opinions`, as for intervals. A claim that has replies rests
on them, so that to flip it says no more than that a branch counts. What a debate rests on in the
end are the claims that nothing is said for or against.
"""

from collections.abc import Sequence
from typing import NamedTuple

from debatemap.judge.bearing import Bearing, bearing_on
from debatemap.judge.explain.effects import within_effort
from debatemap.judge.explain.sensitivity import slopes_of
from debatemap.judge.held_opinions import span_of
from debatemap.judge.judgement import Judgement
from debatemap.judge.verdict import Side, Verdict

__all__ = ["Leaf", "Leaves", "leaves"]

_SHOWN = 0.005
_DIGITS = 12
"""Moves that differ later than here are the same, but for rounding."""


class Leaf(NamedTuple):
    """An unargued claim.

    Attributes:
        claim: Its id.
        low: The lowest base that people might hold of it, 0 to 1.
        high: The highest.
        at_low: The verdict on the thesis if that were its base.
        at_high: The verdict if the highest were.
        moves: How far the thesis goes from the one to the other, 0 to 1.
        turns: Whether one of the two is on another side than the verdict as it is.
        raters: Who has rated it.
    """

    claim: str
    low: float
    high: float
    at_low: Verdict
    at_high: Verdict
    moves: float
    turns: bool
    raters: tuple[str, ...]


class Leaves(NamedTuple):
    """Unargued claims by what they do to a thesis.

    Attributes:
        thesis: Its id.
        verdict: The verdict on it as it is.
        found: What moves the thesis most first; none that moves nothing.
        considered: How many were tried.
        of: How many bear on the thesis.
        people: Everybody who has rated something.
    """

    thesis: str
    verdict: Verdict
    found: tuple[Leaf, ...]
    considered: int
    of: int
    people: tuple[str, ...]

    @property
    def exact(self) -> bool:
        """Whether every one was tried."""
        return self.considered == self.of

    @property
    def telling(self) -> tuple[Leaf, ...]:
        """Those that move the thesis by half a point of 100 at least, as figures can show."""
        return tuple(leaf for leaf in self.found if leaf.moves >= _SHOWN)

    def next_for(self, person: str) -> Leaf | None:
        """Returns the leaf that a person should look into next: the first they have not rated."""
        return next((leaf for leaf in self.found if person not in leaf.raters), None)


def leaves(judgement: Judgement, thesis: str) -> Leaves:
    """Returns the unargued claims that move a thesis most when opinion on them moves.

    Of each leaf the lowest and the highest that people might hold of it are tried, all else as it
    is. Where a claim speaks for the thesis one way and against it another, it may move farther in
    between.

    Args:
        judgement: Whose method, person and assumptions count.
        thesis: The claim whose verdict it is.

    Raises:
        KeyError: There is no such claim.

    Examples:
        >>> from debatemap.core.debate import Debate
        >>> from debatemap.core.model import Claim, Header, Link
        >>> debate = Debate(Header("m", theses=("t",)), {"t": Claim("T."), "c": Claim("C.")},
        ...     {"l": Link(("c",), "attacks", "t")})
        >>> (leaf,) = leaves(Judgement(debate), "t").found
        >>> leaf.claim, leaf.at_low.words, leaf.at_high.words
        ('c', 'open, 47 of 100', 'against, 32 of 100')
    """
    bearing = bearing_on(judgement, thesis)
    candidates = _unargued(bearing)
    found, tried = [], 0
    for claim in within_effort(bearing, _ranked(judgement, bearing, candidates)):
        tried += 1
        leaf = _leaf(judgement, bearing, claim)
        if round(leaf.moves, _DIGITS):
            found.append(leaf)
    found.sort(key=lambda leaf: (-round(leaf.moves, _DIGITS), leaf.claim))
    people = tuple(name for name, ratings in judgement.debate.stances.items() if ratings)
    return Leaves(thesis, bearing.verdict, tuple(found), tried, len(candidates), people)


def _unargued(bearing: Bearing) -> list[str]:
    pros, cons = bearing.pros, bearing.cons
    return [c for c, number in bearing.candidates.items() if not pros[number] and not cons[number]]


def _ranked(judgement: Judgement, bearing: Bearing, claims: Sequence[str]) -> list[str]:
    """Returns claims by how far the thesis would go if its curve were a straight line."""
    slopes = slopes_of(bearing)
    scores = {}
    for claim in claims:
        low, high = _span(judgement, claim)
        scores[claim] = abs(slopes[bearing.candidates[claim]]) * (high - low)
    return sorted(claims, key=lambda claim: (-scores[claim], claim))


def _leaf(judgement: Judgement, bearing: Bearing, claim: str) -> Leaf:
    number, side = bearing.candidates[claim], bearing.verdict.side
    low, high = _span(judgement, claim)
    # What nothing is said for or against is as strong as its base.
    at_low, at_high = (bearing.verdict_if({number: end}) for end in (low, high))
    sides: set[Side] = {at_low.side, at_high.side}
    raters = tuple(judgement.framework.opinions.ratings(claim))
    moves = abs(at_high.strength - at_low.strength)
    return Leaf(claim, low, high, at_low, at_high, moves, sides != {side}, raters)


def _span(judgement: Judgement, claim: str) -> tuple[float, float]:
    opinions = judgement.framework.opinions
    return span_of(opinions, claim, judgement.base(claim), is_link=False)

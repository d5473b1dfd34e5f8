"""What would turn the verdict on a thesis: the smallest sets of flips, the most plausible first.

To flip a claim is to grant it or to doubt it, whichever pulls the thesis to another side. How
plausible that is, its own strength says: σ(v) for a claim that is granted, 1 − σ(v) for one that is
doubted. A set is as plausible as its least plausible flip.
"""

from collections.abc import Mapping
from typing import Final, NamedTuple

from debatemap.judge.bearing import Bearing, bearing_on
from debatemap.judge.explain.branches import Branches
from debatemap.judge.explain.flips import WAYS, Flip, sets_of
from debatemap.judge.explain.many_flips import many_flips
from debatemap.judge.judgement import Judgement
from debatemap.judge.verdict import Verdict

__all__ = ["BUDGET", "Turn", "Turner", "Turning", "turning"]

BUDGET: Final = 20_000
"""Sets that are tried; half a second's work at most."""
_KEPT: Final = 1_000
"""Sets among which the most plausible ones are looked for."""
_SAME: Final = 12
"""Digits beyond which two figures are the same, but for rounding."""


class Turner(NamedTuple):
    """A claim that is granted or doubted.

    Attributes:
        claim: Its id.
        to: True if it is granted, False if it is doubted.
        strength: Where the claim stands, 0 to 1.
        plausibility: How plausible the flip is by that, 0 to 1.
    """

    claim: str
    to: bool
    strength: float
    plausibility: float


class Turn(NamedTuple):
    """A set of flips that turns the verdict.

    Attributes:
        flips: In the order of the ids.
        after: The verdict then.
        plausibility: That of the least plausible flip, 0 to 1.
    """

    flips: tuple[Turner, ...]
    after: Verdict
    plausibility: float


class Turning(NamedTuple):
    """What would turn a verdict.

    Attributes:
        thesis: The claim whose verdict it is.
        verdict: The verdict on it as it is.
        size: How many claims it takes at least; 0 where no set of up to three was found.
        turns: The sets of that size, the most plausible first, and of those the one that moves
            the thesis farthest.
        claims: How many claims bear on the thesis, but for those of which something is assumed.
        could: How many single flips could pull the thesis to another side, by the signs of their
            ways to it.
        complete: Whether no smaller set turns it, and every set of this size that does is here.
        tried: How many sets were tried.
        whole: How many sets of up to this size there are.
        together: Where no three claims turn it, more that do: those that move it farthest, as many
            as it takes of them; None where it takes three at most, or not even all of them do.
    """

    thesis: str
    verdict: Verdict
    size: int
    turns: tuple[Turn, ...]
    claims: int
    could: int
    complete: bool
    tried: int
    whole: int
    together: Turn | None = None


def turning(judgement: Judgement, thesis: str, *, budget: int = BUDGET) -> Turning:
    """Returns what would turn the verdict on a thesis: one claim, or two or three together.

    Args:
        judgement: Whose method, person and assumptions count.
        thesis: The claim whose verdict it is.
        budget: How many sets are tried.

    Raises:
        KeyError: There is no such claim.

    Examples:
        >>> from debatemap.core.debate import Debate
        >>> from debatemap.core.model import Claim, Header, Link
        >>> debate = Debate(Header("m", theses=("t",)), {"t": Claim("T."), "c": Claim("C.")},
        ...     {"l": Link(("c",), "attacks", "t")})
        >>> found = turning(Judgement(debate), "t")
        >>> found.size, found.turns[0].flips, found.turns[0].after.words
        (1, (Turner(claim='c', to=False, strength=0.5, plausibility=0.5),), 'open, 50 of 100')
    """
    bearing = bearing_on(judgement, thesis)
    branches = Branches(bearing)
    found = sets_of(bearing, most=_KEPT, budget=budget, branches=branches)
    turns = [_turn(bearing, flips) for flips in found.sets]
    before = bearing.verdict.strength
    turns.sort(
        key=lambda turn: (
            -round(turn.plausibility, _SAME),
            -round(abs(turn.after.strength - before), _SAME),
            turn.flips,
        )
    )
    many = () if turns else many_flips(bearing, branches)
    complete = found.complete and len(turns) < _KEPT
    return Turning(
        thesis,
        bearing.verdict,
        found.size,
        tuple(turns),
        len(bearing.candidates),
        _could(bearing, branches.pulls),
        complete,
        found.tried,
        found.whole,
        _turn(bearing, many) if many else None,
    )


def _turn(bearing: Bearing, flips: tuple[Flip, ...]) -> Turn:
    numbers = bearing.candidates
    after = bearing.verdict_if({numbers[flip.claim]: float(flip.to) for flip in flips})
    turners = []
    for claim, to in flips:
        strength = bearing.strengths[numbers[claim]]
        turners.append(Turner(claim, to, strength, strength if to else 1.0 - strength))
    return Turn(tuple(turners), after, min(turner.plausibility for turner in turners))


def _could(bearing: Bearing, pulls: Mapping[str, int]) -> int:
    """Counts the flips that could pull the thesis to another side."""
    ways = WAYS[bearing.verdict.side]
    ends = {
        pull: {float(pull * way > 0) for way in ways} if pull and 0 not in ways else {0.0, 1.0}
        for pull in (-1, 0, 1)
    }
    count = 0
    for claim, number in bearing.candidates.items():
        flips = ends[pulls[claim]]
        count += len(flips) - (bearing.strengths[number] in flips)
    return count

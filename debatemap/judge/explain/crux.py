"""What the verdict on a thesis turns on.

x is the strength of the thesis and V the side that its verdict is on. A claim decides if V
changes once it is doubted, do(v = 0), or granted, do(v = 1); the crux is the one among those
that moves x farthest. Where none decides, one still moves it most.
"""

from typing import Final, NamedTuple

from debatemap.judge.bearing import bearing_on
from debatemap.judge.explain.double_crux import Dispute, Disputes, differences, double_crux
from debatemap.judge.explain.effects import DOUBTED, Effect, effect_of, most_telling, within_effort
from debatemap.judge.explain.flips import Flip, Sets, smallest_sets
from debatemap.judge.explain.needed_opinion import needed_opinion
from debatemap.judge.explain.sensitivity import sensitivities
from debatemap.judge.judgement import Judgement
from debatemap.judge.verdict import Verdict

__all__ = [
    "Cruxes",
    "Dispute",
    "Disputes",
    "Effect",
    "Flip",
    "Robustness",
    "Sets",
    "cruxes",
    "differences",
    "double_crux",
    "needed_opinion",
    "robustness",
    "sensitivities",
    "smallest_sets",
]

_DECIDERS: Final = 50
_DIGITS: Final = 12
"""Impacts that differ later than here are the same, but for rounding."""


class Cruxes(NamedTuple):
    """Claims by what they do to a thesis.

    Attributes:
        thesis: Its id.
        verdict: The verdict on it as it is.
        effects: Those that decide first, then the others, what moves the thesis farthest first;
            none that moves nothing.
        exact: Whether every claim that bears on the thesis was tried.
        considered: How many were.
        of: How many bear on it, but for those of which something is assumed.
        decide: How many of those that were tried decide.
    """

    thesis: str
    verdict: Verdict
    effects: tuple[Effect, ...]
    exact: bool
    considered: int
    of: int
    decide: int

    @property
    def crux(self) -> Effect | None:
        """The claim that the verdict turns on, or None where no single one decides."""
        first = next(iter(self.effects), None)
        return first if first is not None and first.decides else None


class Robustness(NamedTuple):
    """How well a verdict stands up to doubt.

    Attributes:
        survived: How many single doubts, do(v = 0), leave the verdict on its side.
        of: How many were tried.
        complete: Whether every claim that bears on the thesis was.
        whole: How many claims bear on it, but for those of which something is assumed.
    """

    survived: int
    of: int
    complete: bool
    whole: int


def cruxes(judgement: Judgement, thesis: str, *, most: int = 10) -> Cruxes:
    """Returns the claims on which the verdict on a thesis turns, and those that move it most.

    Args:
        judgement: Whose method, person and assumptions count.
        thesis: The claim whose verdict it is.
        most: How many effects are returned; of those that decide, 50 and this many at least.

    Raises:
        KeyError: There is no such claim.

    Examples:
        >>> from debatemap.core.debate import Debate
        >>> from debatemap.core.model import Claim, Header, Link
        >>> debate = Debate(Header("m", theses=("t",)), {"t": Claim("T."), "c": Claim("C.")},
        ...     {"l": Link(("c",), "attacks", "t")})
        >>> crux = cruxes(Judgement(debate), "t").crux
        >>> crux.claim, crux.doubted.words, crux.granted.words
        ('c', 'open, 50 of 100', 'against, 25 of 100')
    """
    bearing = bearing_on(judgement, thesis)
    tried = [effect_of(bearing, claim) for claim in within_effort(bearing, most_telling(bearing))]
    moving = [effect for effect in tried if round(effect.impact, _DIGITS) or effect.decides]
    moving.sort(key=lambda one: (not one.decides, -round(one.impact, _DIGITS), one.claim))
    count, decide = len(bearing.candidates), sum(effect.decides for effect in moving)
    effects = tuple(moving[: max(most, min(decide, _DECIDERS))])
    exact = len(tried) == count
    return Cruxes(thesis, bearing.verdict, effects, exact, len(tried), count, decide)


def robustness(judgement: Judgement, thesis: str) -> Robustness:
    """Counts the single doubts that leave the verdict on a thesis on its side.

    Raises:
        KeyError: There is no such claim.
    """
    bearing = bearing_on(judgement, thesis)
    side = bearing.verdict.side
    survived = tried = 0
    for claim in within_effort(bearing, most_telling(bearing, every=True)):
        doubted = bearing.verdict_if({bearing.candidates[claim]: DOUBTED})
        survived += doubted.side is side
        tried += 1
    count = len(bearing.candidates)
    return Robustness(survived, tried, tried == count, count)

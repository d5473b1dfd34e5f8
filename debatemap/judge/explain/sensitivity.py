"""How much a thesis would move if one strength moved a little: all of them in one sweep back."""

from typing import Final

from debatemap.judge.bearing import Bearing, bearing_on
from debatemap.judge.judgement import Judgement
from debatemap.judge.methods import QUADRATIC_ENERGY

__all__ = ["sensitivities", "slopes_of"]

_ROUNDS: Final = 500
_DAMPING: Final = 0.3
_AT_REST: Final = 1e-12
_LOUDEST: Final = 1e100
"""Echoes that grow beyond it never die away."""


def sensitivities(judgement: Judgement, thesis: str) -> dict[str, float]:
    """Returns ∂σ(r)/∂σ(v) of every claim, and every link with a relevance, that bears on r.

    Where a curve bends, as at an aggregate of 0 or between two weakest premises, it is the slope
    on one side. Within a cycle it is how far the thesis goes in the end if v comes out a little
    higher than its arguments have it, with the echoes round the cycle: the adjoint of the fixed
    point. Where they do not die away, it is what has come of them when the rounds end, and where
    something does not settle, it is taken at the middle of the range: a hint at most.

    Args:
        judgement: Whose method and assumptions count.
        thesis: The claim that moves, r.

    Raises:
        KeyError: There is no such claim.

    Examples:
        >>> from debatemap.core.debate import Debate
        >>> from debatemap.core.model import Claim, Header, Link
        >>> debate = Debate(Header("m", theses=("t",)), {"t": Claim("T."), "c": Claim("C.")},
        ...     {"l": Link(("c",), "attacks", "t")})
        >>> sensitivities(Judgement(debate), "t")
        {'c': -0.32}
    """
    bearing = bearing_on(judgement, thesis)
    framework = bearing.evaluation.framework
    slopes = dict(zip(bearing.indices, slopes_of(bearing), strict=True))
    return {name: slopes[index] for name, index in framework.of(slopes) if name != thesis}


def slopes_of(bearing: Bearing) -> list[float]:
    """Returns ∂σ(r)/∂σ(v) by number, r being the thesis."""
    slopes = [0.0] * len(bearing)
    slopes[bearing.thesis] = 1.0
    ends = {cycle[-1]: cycle for cycle in bearing.cycles}
    number = len(bearing) - 1
    while number >= 0:
        cycle = ends.get(number)
        if cycle is None:
            here = slopes[number]
            for other, slope in _parts(bearing, number) if here else ():
                slopes[other] += here * slope
            number -= 1
            continue
        parts = [_parts(bearing, member) for member in cycle]
        _echo(cycle, parts, slopes)
        for member, arguments in zip(cycle, parts, strict=True):
            for other, slope in arguments:
                if other < cycle[0]:
                    slopes[other] += slopes[member] * slope
        number = cycle[0] - 1
    return slopes


def _parts(bearing: Bearing, number: int) -> list[tuple[int, float]]:
    """Returns what bears on a number right away, and how fast it goes with each of that."""
    strengths, index = bearing.strengths, bearing.indices[number]
    pros, cons = bearing.pros[number], bearing.cons[number]
    if not pros and not cons:
        return []
    evaluation = bearing.evaluation
    framework = evaluation.framework
    if index in framework.steps:
        relevance, *premises = pros
        weakest = min(premises, key=strengths.__getitem__)
        return [(relevance, strengths[weakest]), (weakest, strengths[relevance])]
    method = QUADRATIC_ENERGY if index in framework.relevances else evaluation.method
    supporters = [strengths[other] for other in pros]
    attackers = [strengths[other] for other in cons]
    rising, falling = method.argument_slopes(framework.base_scores[index], supporters, attackers)
    return [*zip(pros, rising, strict=True), *zip(cons, falling, strict=True)]


def _echo(cycle: list[int], parts: list[list[tuple[int, float]]], slopes: list[float]) -> None:
    """Puts the slopes of a cycle in place, given what goes from it straight to the thesis.

    Solves λ = b + Jᵀλ by damped rounds: they come to rest where the cycle itself would.
    """
    straight = {member: slopes[member] for member in cycle}
    for _ in range(_ROUNDS):
        aims = straight.copy()
        for member, arguments in zip(cycle, parts, strict=True):
            for other, slope in arguments:
                if other in aims:
                    aims[other] += slopes[member] * slope
        moved = 0.0
        for member, aim in aims.items():
            step = _DAMPING * (aim - slopes[member])
            slopes[member] += step
            moved = max(moved, abs(step))
        if not _AT_REST < moved < _LOUDEST:
            return

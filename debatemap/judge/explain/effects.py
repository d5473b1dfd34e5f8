"""What doubting or granting one claim would do to a thesis."""

from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from debatemap.judge.bearing import Bearing
from debatemap.judge.explain.sensitivity import slopes_of
from debatemap.judge.verdict import Verdict

__all__ = [
    "DOUBTED",
    "EFFORT",
    "GRANTED",
    "Effect",
    "effect_of",
    "most_telling",
    "untold_by_slopes",
    "within_effort",
]

DOUBTED: Final = 0.0
GRANTED: Final = 1.0
EFFORT: Final = 600_000
"""Strengths that are computed for one answer, about half a second's; only cycles need so many."""
_ALL: Final = 20_000
"""Up to so many claims each is tried; beyond it, those that the slopes speak for."""
_BEST: Final = 32


class Effect(NamedTuple):
    """What a claim does to a thesis.

    Attributes:
        claim: Its id.
        doubted: The verdict on the thesis if the claim is taken for false: do(v = 0).
        granted: The verdict if it is taken for true: do(v = 1).
        impact: How far the strength of the thesis moves by the larger of the two, 0 to 1; the
            middle of the range stands for one that does not settle.
        decides: Whether one of the two changes the side of the verdict.
        checking: How far the thesis is expected to move when somebody finds out which of the
            two it is: σ(v) · |x₁ − x| + (1 − σ(v)) · |x₀ − x|.
    """

    claim: str
    doubted: Verdict
    granted: Verdict
    impact: float
    decides: bool
    checking: float


def effect_of(bearing: Bearing, claim: str) -> Effect:
    """Returns what a candidate does to the thesis."""
    number, verdict = bearing.candidates[claim], bearing.verdict
    doubted = bearing.verdict_if({number: DOUBTED})
    granted = bearing.verdict_if({number: GRANTED})
    falls = abs(doubted.strength - verdict.strength)
    rises = abs(granted.strength - verdict.strength)
    strength = bearing.strengths[number]
    return Effect(
        claim,
        doubted,
        granted,
        max(falls, rises),
        doubted.side is not verdict.side or granted.side is not verdict.side,
        strength * rises + (1.0 - strength) * falls,
    )


def most_telling(bearing: Bearing, *, every: bool = False) -> list[str]:
    """Returns the candidates that are worth trying, what is quick to try and likely to tell first.

    The score is |∂σ(r)/∂σ(v)| · max(σ, 1 − σ): how far the thesis would go if its curve were a
    straight line. Of very many claims only the best by it are returned, and those in cycles,
    where no line says much; but all, where every slope is 0.

    Args:
        bearing: What bears on the thesis.
        every: Return all, however many there are.
    """
    slopes, strengths, through_cycles = (
        slopes_of(bearing),
        bearing.strengths,
        bearing.through_cycles,
    )
    scores = {
        claim: abs(slopes[number]) * max(strengths[number], 1.0 - strengths[number])
        for claim, number in bearing.candidates.items()
    }
    numbers = bearing.candidates
    ranked = sorted(numbers, key=lambda claim: (-scores[claim], -numbers[claim]))
    if not every and len(ranked) > _ALL and any(scores.values()):
        cyclic_numbers = {number for cycle in bearing.cycles for number in cycle}
        cyclic = (claim for claim in ranked[_BEST:] if numbers[claim] in cyclic_numbers)
        ranked = [*ranked[:_BEST], *cyclic]
    return sorted(ranked, key=lambda claim: numbers[claim] in through_cycles)


def untold_by_slopes(bearing: Bearing) -> list[str]:
    """Returns the candidates of which no slope tells what they do to the thesis.

    These are those that bear on it by one of several premises of a step, of which only the
    weakest counts, and those with a slope of 0, as where the pros and cons of a claim between
    them and the thesis are in balance. Those that are quick to try come first, and of them what
    is nearest to the thesis.
    """
    steps, candidates = bearing.evaluation.framework.steps, bearing.candidates
    found: set[int] = set()
    for number in reversed(range(len(bearing))):
        _, *premises = bearing.pros[number] or (0,)
        if bearing.indices[number] in steps and len(premises) > 1:
            found.update(premises)
        if not found.isdisjoint(bearing.targets[number]):
            found.add(number)
    slow, slopes = bearing.through_cycles, slopes_of(bearing)
    untold = [claim for claim, n in candidates.items() if n in found or not slopes[n]]
    return sorted(untold, key=lambda claim: (candidates[claim] in slow, -candidates[claim]))


def within_effort(bearing: Bearing, claims: Iterable[str], effort: int = EFFORT) -> Iterator[str]:
    """Yields claims until more strengths have been computed than is worth while."""
    limit = bearing.effort + effort
    for claim in claims:
        if bearing.effort > limit:
            return
        yield claim

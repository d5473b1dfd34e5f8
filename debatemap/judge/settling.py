"""Strengths within a ring, where every claim bears on itself.

Three ways are tried in turn, from the bases on: round after round; the same with small steps;
the continuous system dσ/dt = influence − σ, which comes to rest where rounds go to and fro
(Potyka, KR 2018; Mossakowski and Neuhaus, 2018). Where none comes to rest, the range that was
seen is told, and no last round is taken for a result.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import Final, NamedTuple

__all__ = ["FULL", "Effort", "Range", "settle"]

Range = tuple[float, float]
"""The lowest and the highest strength that were seen, 0 to 1."""


class Effort(NamedTuple):
    """How long to go on.

    Attributes:
        rounds: Rounds of plain and of damped iteration.
        steps: Steps of the continuous system.
        most: Strengths reckoned in all, however large the ring is: the rest is not tried.
    """

    rounds: int = 500
    steps: int = 5_000
    most: int = 8_000_000


FULL: Final = Effort()
_AT_REST: Final = 1e-9
"""A round that changes no strength by more has settled."""
_EXACT: Final = 1e-13
"""Rounds go on until none changes by more, as long as they come closer."""
_DAMPING: Final = 0.3
_DELTA: Final = 0.1


def settle(
    knot: Sequence[int],
    reckon: Callable[[int], float],
    strengths: list[float],
    start: Sequence[float],
    effort: Effort = FULL,
) -> list[Range] | None:
    """Finds strengths for a ring that agree with each other, and puts them in place.

    Args:
        knot: The slots of the ring.
        reckon: Returns a slot's strength by those that are in place.
        strengths: By slot; those of the ring are replaced. Where they do not settle, by the
            middle of the range seen.
        start: Where each slot of the ring begins.
        effort: How long to go on.

    Returns:
        None where they settled; else the range seen, of each slot.
    """
    left = effort.most // len(knot)
    for weight in (1.0, _DAMPING):
        rounds = min(effort.rounds, left)
        left -= rounds
        _put(strengths, knot, start)
        if _iterate(knot, reckon, strengths, rounds, weight):
            return None
    _put(strengths, knot, start)
    steps = min(effort.steps, left // 4)
    lowest, highest = [1.0] * len(knot), [0.0] * len(knot)
    moved = 1.0
    for step, moved in enumerate(_flow(knot, reckon, strengths, steps)):
        if moved <= _EXACT:
            return None
        if step >= steps // 2:
            for place, slot in enumerate(knot):
                lowest[place] = min(lowest[place], strengths[slot])
                highest[place] = max(highest[place], strengths[slot])
    if moved <= _AT_REST:
        return None
    ranges = [(min(low, high), max(low, high)) for low, high in zip(lowest, highest, strict=True)]
    _put(strengths, knot, [(low + high) / 2 for low, high in ranges])
    return ranges


def _put(strengths: list[float], knot: Sequence[int], values: Sequence[float]) -> None:
    for slot, value in zip(knot, values, strict=True):
        strengths[slot] = value


def _iterate(
    knot: Sequence[int],
    reckon: Callable[[int], float],
    strengths: list[float],
    rounds: int,
    weight: float,
) -> bool:
    """Goes round until nothing moves; tells whether it came to rest."""
    moved = 1.0
    for _ in range(rounds):
        aims = [reckon(slot) for slot in knot]
        moved = 0.0
        for slot, aim in zip(knot, aims, strict=True):
            step = weight * (aim - strengths[slot])
            strengths[slot] += step
            moved = max(moved, abs(step))
        if moved <= _EXACT:
            return True
    return moved <= _AT_REST


def _flow(
    knot: Sequence[int], reckon: Callable[[int], float], strengths: list[float], steps: int
) -> Iterator[float]:
    """Follows the continuous system by Runge and Kutta's fourth order; yields the speed."""
    for _ in range(steps):
        here = [strengths[slot] for slot in knot]
        slopes: list[list[float]] = []
        for reach in (0.0, 0.5, 0.5, 1.0):
            if slopes:
                ahead = zip(here, slopes[-1], strict=True)
                _put(strengths, knot, [value + reach * _DELTA * way for value, way in ahead])
            aims = zip(knot, [reckon(slot) for slot in knot], strict=True)
            slopes.append([aim - strengths[slot] for slot, aim in aims])
        ways = [(a + 2 * b + 2 * c + d) / 6 for a, b, c, d in zip(*slopes, strict=True)]
        _put(
            strengths,
            knot,
            [value + _DELTA * way for value, way in zip(here, ways, strict=True)],
        )
        yield max(map(abs, slopes[0]))

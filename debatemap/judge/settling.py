"""Strengths within a cycle, where every claim bears on itself.

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
        most: Strengths computed in all, however large the cycle is: the rest is not tried. One of
            very many arguments counts for several.
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
_NEARER: Final = 0.99
_IN_VAIN: Final = 100
"""Rounds of which none moves less than those before: what goes on like that goes to and fro."""
_DELTA: Final = 0.1


def settle(
    cycle: Sequence[int],
    evaluate: Callable[[int], float],
    strengths: list[float],
    start: Sequence[float],
    effort: Effort = FULL,
    cost: int = 1,
) -> list[Range] | None:
    """Finds strengths for a cycle that agree with each other, and puts them in place.

    Args:
        cycle: The arguments of the cycle.
        evaluate: Returns an argument's strength by those that are in place.
        strengths: By index; those of the cycle are replaced. Where they do not settle, by the
            middle of the range seen.
        start: Where each argument of the cycle begins.
        effort: How long to go on.
        cost: For how many strengths one of this cycle counts.

    Returns:
        None where they settled; else the range seen, of each argument.
    """
    left = effort.most // (len(cycle) * cost)
    for weight in (1.0, _DAMPING):
        rounds = min(effort.rounds, left // 2)
        _put(strengths, cycle, start)
        is_at_rest, gone = _iterate(cycle, evaluate, strengths, rounds, weight)
        left -= gone
        if is_at_rest:
            return None
    _put(strengths, cycle, start)
    steps = min(effort.steps, left // 4)
    lowest, highest = [1.0] * len(cycle), [0.0] * len(cycle)
    moved = 1.0
    for step, moved in enumerate(_flow(cycle, evaluate, strengths, steps)):
        if moved <= _EXACT:
            return None
        if step >= steps // 2:
            for place, index in enumerate(cycle):
                lowest[place] = min(lowest[place], strengths[index])
                highest[place] = max(highest[place], strengths[index])
    if moved <= _AT_REST:
        return None
    ranges = [(min(low, high), max(low, high)) for low, high in zip(lowest, highest, strict=True)]
    _put(strengths, cycle, [(low + high) / 2 for low, high in ranges])
    return ranges


def _put(strengths: list[float], cycle: Sequence[int], values: Sequence[float]) -> None:
    for index, value in zip(cycle, values, strict=True):
        strengths[index] = value


def _iterate(
    cycle: Sequence[int],
    evaluate: Callable[[int], float],
    strengths: list[float],
    rounds: int,
    weight: float,
) -> tuple[bool, int]:
    """Goes round until nothing moves, or moves ever on.

    Returns:
        Whether it came to rest, and after how many rounds.
    """
    moved = least = 1.0
    since = gone = 0
    for gone in range(1, rounds + 1):
        aims = [evaluate(index) for index in cycle]
        moved = 0.0
        for index, aim in zip(cycle, aims, strict=True):
            step = weight * (aim - strengths[index])
            strengths[index] += step
            moved = max(moved, abs(step))
        if moved <= _EXACT:
            return True, gone
        since = 0 if moved < _NEARER * least else since + 1
        least = min(least, moved)
        if since > _IN_VAIN and least > _AT_REST:
            break
    return moved <= _AT_REST, gone


def _flow(
    cycle: Sequence[int], evaluate: Callable[[int], float], strengths: list[float], steps: int
) -> Iterator[float]:
    """Follows the continuous system by Runge and Kutta's fourth order; yields the speed."""
    for _ in range(steps):
        here = [strengths[index] for index in cycle]
        slopes: list[list[float]] = []
        for reach in (0.0, 0.5, 0.5, 1.0):
            if slopes:
                ahead = zip(here, slopes[-1], strict=True)
                _put(strengths, cycle, [value + reach * _DELTA * way for value, way in ahead])
            aims = zip(cycle, [evaluate(index) for index in cycle], strict=True)
            slopes.append([aim - strengths[index] for index, aim in aims])
        ways = [(a + 2 * b + 2 * c + d) / 6 for a, b, c, d in zip(*slopes, strict=True)]
        _put(
            strengths,
            cycle,
            [value + _DELTA * way for value, way in zip(here, ways, strict=True)],
        )
        yield max(map(abs, slopes[0]))

"""How supporters are weighed against attackers, and how fast that goes with each of them."""

from collections.abc import Callable, Iterable, Sequence
from itertools import accumulate
from operator import mul
from typing import Final

__all__ = ["SLOPES", "Aggregate", "energy", "product", "strongest"]

Aggregate = Callable[[Iterable[float], Iterable[float]], float]
"""From the contributions of supporters and of attackers to one number."""


def energy(supporters: Iterable[float], attackers: Iterable[float]) -> float:
    """Returns the sum of the supporters less that of the attackers."""
    total = 0.0
    for contribution in supporters:
        total += contribution
    for contribution in attackers:
        total -= contribution
    return total


def product(supporters: Iterable[float], attackers: Iterable[float]) -> float:
    """Returns how much is left over by the attackers, less what is by the supporters."""
    against = beside = 1.0
    for contribution in attackers:
        against *= 1.0 - contribution
    for contribution in supporters:
        beside *= 1.0 - contribution
    return against - beside


def strongest(supporters: Iterable[float], attackers: Iterable[float]) -> float:
    """Returns the strongest supporter less the strongest attacker."""
    return max(supporters, default=0.0) - max(attackers, default=0.0)


def _each_alike(contributions: Sequence[float]) -> list[float]:
    return [1.0] * len(contributions)


def _left_over(contributions: Sequence[float]) -> list[float]:
    """Returns, for each, what all the others leave over: by prefix and suffix products."""
    if not contributions:
        return []
    left = [1.0 - contribution for contribution in contributions]
    before = accumulate(left[:-1], mul, initial=1.0)
    after = [*accumulate(left[:0:-1], mul, initial=1.0)][::-1]
    return [a * b for a, b in zip(before, after, strict=True)]


def _only_strongest(contributions: Sequence[float]) -> list[float]:
    """Returns 1 for the strongest, the first of them where several are, and 0 for the others."""
    place = contributions.index(max(contributions)) if contributions else -1
    return [float(n == place) for n in range(len(contributions))]


SLOPES: Final[dict[Aggregate, Callable[[Sequence[float]], list[float]]]] = {
    energy: _each_alike,
    product: _left_over,
    strongest: _only_strongest,
}
"""By aggregate, how fast it grows with each supporter; with an attacker it falls as fast."""

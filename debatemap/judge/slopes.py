"""How fast a claim's strength goes with each of its arguments: the derivatives of the methods."""

from collections.abc import Callable, Sequence
from itertools import accumulate
from math import exp
from operator import mul
from typing import Final

from debatemap.judge import methods
from debatemap.judge.methods import Method

__all__ = ["argument_slopes"]

_MOST: Final = 700.0
"""The largest energy that e can be raised to; beyond it all is flat."""


def argument_slopes(
    method: Method, base: float, supporters: Sequence[float], attackers: Sequence[float]
) -> tuple[list[float], list[float]]:
    """Returns ∂σ/∂s of each supporter, and ∂σ/∂a of each attacker.

    Where the curve bends, it is the slope on one side.

    Args:
        method: How the claim is weighed.
        base: What is held of it by itself, 0 to 1.
        supporters: The contributions of its pros, 0 to 1 each.
        attackers: The contributions of its cons, 0 to 1 each.

    Examples:
        >>> argument_slopes(methods.QUADRATIC_ENERGY, 0.5, [], [0.5])
        ([], [-0.32])
        >>> argument_slopes(methods.DF_QUAD, 0.5, [0.5, 0.75], [])
        ([0.125, 0.25], [])
    """
    aggregate = method.aggregate(supporters, attackers)
    slope = _INFLUENCES[method.id](base, aggregate)
    if method.aggregate is methods.energy:
        return [slope] * len(supporters), [-slope] * len(attackers)
    along = _left_over if method.aggregate is methods.product else _strongest
    return [slope * p for p in along(supporters)], [-slope * p for p in along(attackers)]


def _left_over(contributions: Sequence[float]) -> list[float]:
    """Returns, for each, what all the others leave over: by prefix and suffix products."""
    if not contributions:
        return []
    left = [1.0 - contribution for contribution in contributions]
    before = accumulate(left[:-1], mul, initial=1.0)
    after = [*accumulate(left[:0:-1], mul, initial=1.0)][::-1]
    return [a * b for a, b in zip(before, after, strict=True)]


def _strongest(contributions: Sequence[float]) -> list[float]:
    """Returns 1 for the strongest, the first of them where several are, and 0 for the others."""
    place = contributions.index(max(contributions)) if contributions else -1
    return [float(n == place) for n in range(len(contributions))]


def _quadratic(base: float, aggregate: float) -> float:
    left = 1.0 - base if aggregate > 0.0 else base
    return left * 2.0 * abs(aggregate) / (1.0 + aggregate * aggregate) ** 2


def _linear(base: float, aggregate: float) -> float:
    return 1.0 - base if aggregate >= 0.0 else base


def _damped(base: float, aggregate: float) -> float:
    return _linear(base, aggregate) / (1.0 + abs(aggregate)) ** 2


def _euler(base: float, aggregate: float) -> float:
    growth = base * exp(min(aggregate, _MOST))
    return (1.0 - base * base) * (growth / (1.0 + growth)) / (1.0 + growth)


def _logistic(base: float, aggregate: float) -> float:
    strength = methods.LOG_ODDS.influence(base, aggregate)
    return strength * (1.0 - strength)


_INFLUENCES: Final[dict[str, Callable[[float, float], float]]] = {
    methods.QUADRATIC_ENERGY.id: _quadratic,
    methods.DF_QUAD.id: _linear,
    methods.EULER.id: _euler,
    methods.LOG_ODDS.id: _logistic,
    methods.SQUARED_DF_QUAD.id: _damped,
    methods.EULER_TOP.id: _euler,
}
"""∂ influence / ∂ aggregate by the method, from a base and an aggregate."""

"""Gradual strength: how what supports and attacks a claim moves it from its base.

σ(a) = influence(β(a), aggregate), where β is what people hold of the claim by itself and the
aggregate is taken over the contributions of its arguments, all within 0 to 1. The frame is
that of Mossakowski and Neuhaus (2018) and Potyka (AAAI 2019).
"""

from collections.abc import Callable, Iterable, Sequence
from math import exp, log
from typing import Final, NamedTuple

from debatemap.judge.aggregates import SLOPES, Aggregate, energy, product, strongest

__all__ = [
    "BY_ID",
    "DEFAULT",
    "DF_QUAD",
    "DIFFERING",
    "EULER",
    "EULER_TOP",
    "LOG_ODDS",
    "METHODS",
    "QUADRATIC_ENERGY",
    "SQUARED_DF_QUAD",
    "VOTING",
    "Influence",
    "Method",
    "quadratic",
]

Influence = Callable[[float, float], float]
"""From a base and an aggregate to a strength, or to how fast it grows with the aggregate."""

_MOST: Final = 700.0
"""The largest energy that e can be raised to; what is beyond it makes no difference."""


class Method(NamedTuple):
    """One way to compute strengths.

    Attributes:
        id: Names it on the command line.
        name: Names it on the screen.
        aggregate: Weighs supporters against attackers.
        influence: Moves the base by that; it never falls as the aggregate grows.
        slope: ∂ influence / ∂ aggregate; where the curve bends, the slope on one side.
        source: Where the formula comes from.
    """

    id: str
    name: str
    aggregate: Aggregate
    influence: Influence
    slope: Influence
    source: str

    def strength(
        self, base: float, supporters: Iterable[float] = (), attackers: Iterable[float] = ()
    ) -> float:
        """Returns the strength of a claim, 0 to 1.

        Args:
            base: What is held of the claim by itself, 0 to 1.
            supporters: The contributions of its pros, 0 to 1 each.
            attackers: The contributions of its cons, 0 to 1 each.

        Examples:
            One con of .5; three of them; ten pros of .1; ten pros of .5 against a con of 1.

            >>> for method in VOTING:
            ...     one = method.strength(0.5, [], [0.5])
            ...     three = method.strength(0.5, [], [0.5] * 3)
            ...     weak = method.strength(0.5, [0.1] * 10)
            ...     many = method.strength(0.5, [0.5] * 10, [1.0])
            ...     print(f"{method.name:17}{one:.4f} {three:.4f} {weak:.4f} {many:.4f}")
            quadratic energy 0.4000 0.1538 0.7500 0.9706
            DF-QuAD          0.2500 0.0625 0.8257 0.4995
            Euler-based      0.4245 0.3253 0.6821 0.9735
            log-odds         0.3775 0.1824 0.7311 0.9820
        """
        return self.influence(base, self.aggregate(supporters, attackers))

    def argument_slopes(
        self, base: float, supporters: Sequence[float], attackers: Sequence[float]
    ) -> tuple[list[float], list[float]]:
        """Returns ∂σ/∂s of each supporter, and ∂σ/∂a of each attacker.

        Args:
            base: What is held of the claim by itself, 0 to 1.
            supporters: The contributions of its pros, 0 to 1 each.
            attackers: The contributions of its cons, 0 to 1 each.

        Examples:
            >>> QUADRATIC_ENERGY.argument_slopes(0.5, [], [0.5])
            ([], [-0.32])
            >>> DF_QUAD.argument_slopes(0.5, [0.5, 0.75], [])
            ([0.125, 0.25], [])
        """
        slope = self.slope(base, self.aggregate(supporters, attackers))
        along = SLOPES[self.aggregate]
        return [slope * p for p in along(supporters)], [-slope * p for p in along(attackers)]


def quadratic(base: float, aggregate: float) -> float:
    """Moves a base towards 1 or 0 by E² / (1 + E²), slowly near balance (Potyka, KR 2018).

    Examples:
        >>> quadratic(0.5, 0.5)
        0.6
    """
    if aggregate > 0.0:
        square = aggregate * aggregate
        return base + (1.0 - base) * (square / (1.0 + square))
    if aggregate < 0.0:
        square = aggregate * aggregate
        return base - base * (square / (1.0 + square))
    return base


def _quadratic_slope(base: float, aggregate: float) -> float:
    left = 1.0 - base if aggregate > 0.0 else base
    return left * 2.0 * abs(aggregate) / (1.0 + aggregate * aggregate) ** 2


def _linear(base: float, aggregate: float) -> float:
    if aggregate >= 0.0:
        return base + (1.0 - base) * aggregate
    return base + base * aggregate


def _linear_slope(base: float, aggregate: float) -> float:
    return 1.0 - base if aggregate >= 0.0 else base


def _damped(base: float, aggregate: float) -> float:
    return _linear(base, aggregate / (1.0 + abs(aggregate)))


def _damped_slope(base: float, aggregate: float) -> float:
    return _linear_slope(base, aggregate) / (1.0 + abs(aggregate)) ** 2


def _euler(base: float, aggregate: float) -> float:
    return 1.0 - (1.0 - base * base) / (1.0 + base * exp(min(aggregate, _MOST)))


def _euler_slope(base: float, aggregate: float) -> float:
    growth = base * exp(min(aggregate, _MOST))
    return (1.0 - base * base) * (growth / (1.0 + growth)) / (1.0 + growth)


def _logistic(base: float, aggregate: float) -> float:
    if base <= 0.0 or base >= 1.0:
        return base
    odds = log(base / (1.0 - base)) + aggregate
    return 1.0 / (1.0 + exp(min(-odds, _MOST)))


def _logistic_slope(base: float, aggregate: float) -> float:
    strength = _logistic(base, aggregate)
    return strength * (1.0 - strength)


QUADRATIC_ENERGY: Final = Method(
    "quadratic-energy", "quadratic energy", energy, quadratic, _quadratic_slope, "Potyka, KR 2018"
)
"""The default: symmetric in pro and con, can leave 0 and 1, and does not saturate."""

DF_QUAD: Final = Method(
    "df-quad",
    "DF-QuAD",
    product,
    _linear,
    _linear_slope,
    "Rago, Toni, Aurisicchio, Baroni, KR 2016",
)
"""Multiplies what each argument leaves over, so that a certain one outweighs all others."""

EULER: Final = Method(
    "euler", "Euler-based", energy, _euler, _euler_slope, "Amgoud and Ben-Naim, 2018"
)
"""Never falls below the square of the base."""

LOG_ODDS: Final = Method(
    "log-odds", "log-odds", energy, _logistic, _logistic_slope, "Potyka, AAAI 2021"
)
"""Adds arguments up as evidence; a base of 0 or 1 stays what it is."""

SQUARED_DF_QUAD: Final = Method(
    "squared-df-quad", "squared DF-QuAD", product, _damped, _damped_slope, "Potyka, AAAI 2019"
)
EULER_TOP: Final = Method(
    "euler-top", "Euler-based, strongest only", strongest, _euler, _euler_slope, "Potyka, AAAI 2019"
)

VOTING: Final = (QUADRATIC_ENERGY, DF_QUAD, EULER, LOG_ODDS)
"""The methods that are offered, the default first."""
DIFFERING: Final = (QUADRATIC_ENERGY, DF_QUAD, EULER_TOP)
"""The methods whose agreement a verdict is tried by: they differ in what they count.

One adds all arguments up, one multiplies what each leaves open, one takes the strongest alone.
Euler-based and log-odds add up the same energy as the first, so that their agreement with it says
little.
"""
METHODS: Final = (*VOTING, SQUARED_DF_QUAD, EULER_TOP)
BY_ID: Final = {method.id: method for method in METHODS}
DEFAULT: Final = QUADRATIC_ENERGY

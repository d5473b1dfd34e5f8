"""What every way to compute strengths must do, and what only some do."""

from math import isfinite
from random import Random
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from debatemap.judge.methods import (
    DF_QUAD,
    EULER,
    EULER_TOP,
    LOG_ODDS,
    METHODS,
    QUADRATIC_ENERGY,
    SQUARED_DF_QUAD,
    VOTING,
    Method,
)

CLOSE: Final = 1e-12
MANY: Final = 100_000
SYMMETRIC: Final = (QUADRATIC_ENERGY, DF_QUAD, SQUARED_DF_QUAD, LOG_ODDS)
"""Those to which a pro is to a claim what a con is to its denial."""

unit = st.floats(0, 1)
arguments = st.lists(unit, max_size=5)
methods = pytest.mark.parametrize("method", METHODS, ids=lambda method: method.id)


@methods
@given(base=unit, pros=arguments, cons=arguments)
def test_a_strength_lies_within_0_and_1(
    method: Method, base: float, pros: list[float], cons: list[float]
) -> None:
    assert 0 <= method.strength(base, pros, cons) <= 1


@methods
@given(base=unit)
def test_a_claim_that_nothing_speaks_to_is_what_is_held_of_it(method: Method, base: float) -> None:
    assert method.strength(base) == pytest.approx(base, abs=CLOSE)
    assert method.strength(base, [0.0], [0.0]) == pytest.approx(base, abs=CLOSE)


@methods
@given(bases=st.tuples(unit, unit), pros=arguments, cons=arguments)
def test_a_strength_rises_with_the_base(
    method: Method, bases: tuple[float, float], pros: list[float], cons: list[float]
) -> None:
    low, high = (method.strength(base, pros, cons) for base in sorted(bases))
    assert low <= high + CLOSE


@methods
@given(base=unit, ends=st.tuples(unit, unit), pros=arguments, cons=arguments)
def test_a_strength_rises_with_its_pros_and_falls_with_its_cons(
    method: Method, base: float, ends: tuple[float, float], pros: list[float], cons: list[float]
) -> None:
    low, high = sorted(ends)
    weaker, stronger = [method.strength(base, [*pros, end], cons) for end in (low, high)]
    assert weaker <= stronger + CLOSE
    weaker, stronger = [method.strength(base, pros, [*cons, end]) for end in (high, low)]
    assert weaker <= stronger + CLOSE


@pytest.mark.parametrize("method", SYMMETRIC, ids=lambda method: method.id)
@given(base=unit, pros=arguments, cons=arguments)
def test_what_speaks_for_a_claim_speaks_against_its_denial(
    method: Method, base: float, pros: list[float], cons: list[float]
) -> None:
    claim, denial = method.strength(base, pros, cons), method.strength(1 - base, cons, pros)
    assert claim + denial == pytest.approx(1, abs=1e-9)


@pytest.mark.parametrize("method", [EULER, EULER_TOP], ids=lambda method: method.id)
def test_the_euler_based_ones_are_not_symmetric(method: Method) -> None:
    assert method.strength(0.5, [0.5]) + method.strength(0.5, [], [0.5]) > 1.01


@methods
@given(base=unit, pros=arguments, cons=arguments, order=st.randoms(use_true_random=False))
def test_the_order_of_arguments_makes_no_difference(
    method: Method, base: float, pros: list[float], cons: list[float], order: Random
) -> None:
    strength = method.strength(base, pros, cons)
    order.shuffle(pros)
    order.shuffle(cons)
    assert method.strength(base, pros, cons) == pytest.approx(strength, abs=1e-9)


@methods
@pytest.mark.parametrize("base", [0.0, 5e-324, 1e-300, 1e-17, 0.5, 1 - 2**-53, 1.0])
@pytest.mark.parametrize("weight", [5e-324, 1e-9, 0.5, 1.0])
def test_however_many_arguments_a_strength_is_a_number(
    method: Method, base: float, weight: float
) -> None:
    crowd = [weight] * MANY
    for strength in (method.strength(base, crowd), method.strength(base, [], crowd)):
        assert isfinite(strength)
        assert 0 <= strength <= 1
    assert method.strength(base, crowd, crowd) == pytest.approx(base, abs=CLOSE)
    assert method.strength(base, crowd) >= base - CLOSE
    assert method.strength(base, [], crowd) <= base + CLOSE


@pytest.mark.parametrize("sign", [-1, 1])
@pytest.mark.parametrize("size", [699.9, 700.0, 700.1, 710.0, 1e5, 1e150])
@pytest.mark.parametrize("base", [1e-300, 1e-17, 0.5, 1 - 2**-53, 1.0])
def test_no_energy_is_too_large(base: float, size: float, sign: int) -> None:
    for method in (QUADRATIC_ENERGY, EULER, LOG_ODDS):
        assert 0 <= method.influence(base, sign * size) <= 1
    ends = [method.influence(0.5, sign * size) for method in (QUADRATIC_ENERGY, EULER, LOG_ODDS)]
    assert ends == pytest.approx([1, 1, 1] if sign > 0 else [0, 0.25, 0], abs=1e-5)


def test_what_can_leave_0_and_1() -> None:
    leaves = [method for method in VOTING if method.strength(0, [1.0]) > 0]
    assert leaves == [QUADRATIC_ENERGY, DF_QUAD]
    leaves = [method for method in VOTING if method.strength(1, [], [1.0]) < 1]
    assert leaves == [QUADRATIC_ENERGY, DF_QUAD]


@given(base=unit, pros=arguments, cons=arguments)
def test_the_euler_based_one_never_falls_below_the_square_of_the_base(
    base: float, pros: list[float], cons: list[float]
) -> None:
    assert EULER.strength(base, pros, cons) >= base * base - CLOSE

"""Slopes by one sweep back, against nudging each claim."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from debatemap.core.debate import Debate
from debatemap.judge.bearing import bearing_on
from debatemap.judge.evaluation import Evaluation
from debatemap.judge.explain.sensitivity import sensitivities
from debatemap.judge.judgement import TRUE, Judgement
from debatemap.judge.methods import DF_QUAD, METHODS, QUADRATIC_ENERGY, Method
from tests.judge.arguments import PERSON, THESIS, bearing_claims, layered
from tests.strategies import sketch

NUDGE = 1e-6
CLOSE = 1e-4


def rated_anyhow(debate: Debate, seed: int) -> Debate:
    """Returns a debate in which no two strengths are alike, so that no curve bends there."""
    chance = Random(seed)  # noqa: S311  (the same every time)
    nodes = (*debate.claims, *debate.links)
    held = {PERSON: {node: chance.uniform(10, 90) for node in nodes}}
    return Debate(debate.header, debate.claims, debate.links, stances=held)


@given(layered(most=10), st.sampled_from(METHODS), st.integers(0, 10_000))
def test_a_slope_is_how_far_a_nudge_moves_the_thesis(
    debate: Debate, method: Method, seed: int
) -> None:
    judgement = Judgement(rated_anyhow(debate, seed), method, PERSON)
    found = sensitivities(judgement, THESIS)
    bearing = bearing_on(judgement, THESIS)
    assert found.keys() & debate.claims.keys() == bearing_claims(debate, THESIS)
    for claim, number in bearing.candidates.items():
        strength = bearing.strengths[number]
        above, below = (bearing.verdict_if({number: strength + way}) for way in (NUDGE, -NUDGE))
        slope = (above.strength - below.strength) / (2 * NUDGE)
        assert abs(found[claim] - slope) < CLOSE, claim


def test_a_link_has_a_slope_where_something_speaks_to_it() -> None:
    found = sensitivities(Judgement(sketch("T", p="P + T", u="U - p", q="Q + T")), "T")
    assert found.keys() == {"P", "p", "U", "Q"}
    assert found["U"] < 0 < found["p"]


def test_of_joint_premises_the_weakest_counts() -> None:
    debate = sketch("T", p="P Q + T", q="R + Q")
    found = sensitivities(Judgement(debate), "T")
    assert found["Q"] == found["R"] == 0
    assert found["P"] > 0


def test_nothing_goes_through_what_is_assumed() -> None:
    debate = sketch("T", p="P + T", q="Q + P")
    assert sensitivities(Judgement(debate, assumed={"P": TRUE}), "T").keys() == {"P"}


@pytest.mark.parametrize("method", [QUADRATIC_ENERGY, DF_QUAD])
@pytest.mark.parametrize("thesis", ["T", "A"])
def test_in_a_cycle_echoes_count(method: Method, thesis: str) -> None:
    debate = sketch("T", t="A + T", a="B - A", b="C + B", c="A + C", d="D - C", s="B + B")
    judgement = Judgement(rated_anyhow(debate, 3), method, PERSON)
    found = sensitivities(judgement, thesis)
    for claim in found:
        above, below = (_lifted(judgement, claim, way)[thesis] for way in (NUDGE, -NUDGE))
        assert abs(found[claim] - (above - below) / (2 * NUDGE)) < CLOSE, claim


def _lifted(judgement: Judgement, node: str, lift: float) -> dict[str, float]:
    """Returns the strengths where one comes out a little higher than its arguments have it."""
    evaluation = Evaluation(judgement.framework, judgement.method)
    for _ in range(300):
        for index in range(len(judgement.framework)):
            comes_out = evaluation.evaluate(index)
            lifted = judgement.framework.names[index] == node
            evaluation.strengths[index] = comes_out + lift * lifted
    return {
        name: evaluation.strengths[index]
        for name, index in judgement.framework.of(range(index + 1))
    }


def test_echoes_that_never_die_away_end() -> None:
    around = {f"r{n}-{m}": f"R{n} + R{m}" for n in range(8) for m in range(8)}
    debate = sketch("T", t="R0 + T", **around)
    assert all(slope >= 0 for slope in sensitivities(Judgement(debate, DF_QUAD), "T").values())

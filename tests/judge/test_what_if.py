"""What comes of a what-if; and that what is absent in it may as well be deleted."""

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from debatemap import edit
from debatemap.core.debate import Debate
from debatemap.core.scenarios import ABSENT, FALSE, TRUE, Assumptions
from debatemap.judge.explain.what_if import suppose
from debatemap.judge.judgement import Judgement
from debatemap.judge.methods import DF_QUAD, EULER, QUADRATIC_ENERGY, Method
from tests.soundness import fresh
from tests.strategies import debates, sketch

CLOSE = 1e-7
"""Cycles are weighed until they change by less than 1e-9 a round."""


def goes_on_without(debate: Debate, assumed: Assumptions) -> bool:
    """Tells whether a joint step loses one premise and keeps another: there the two differ."""
    return any(
        any(premise in assumed for premise in link.premises)
        and any(p in debate.claims and p not in assumed for p in link.premises)
        for key, link in debate.links.items()
        if key not in assumed
    )


@settings(suppress_health_check=list(HealthCheck))
@given(
    st.data(),
    debates(least_claims=3),
    st.sampled_from([QUADRATIC_ENERGY, DF_QUAD, EULER]),
)
def test_what_is_absent_may_as_well_be_deleted(
    data: st.DataObject, debate: Debate, method: Method
) -> None:
    nodes = st.sampled_from(sorted({*debate.claims, *debate.links}))
    assumed = dict.fromkeys(data.draw(st.lists(nodes, min_size=1, max_size=3)), ABSENT)
    assume(not goes_on_without(debate, assumed))
    supposed = Judgement(debate, method, assumed=assumed)
    after = fresh(debate)
    after.apply(edit.apply_assumptions(debate, assumed))
    applied = Judgement(after, method)
    for node in (*after.claims, *after.links):
        if applied.range(node) is None and supposed.range(node) is None:
            assert abs(supposed.strength(node) - applied.strength(node)) < CLOSE, node


def test_a_joint_step_goes_on_without_a_deleted_premise_and_not_without_an_absent_one() -> None:
    debate = sketch("T", j="P Q - T")
    assumed: Assumptions = {"P": ABSENT}
    assert Judgement(debate, assumed=assumed).strength("T") == 0.5
    debate.apply(edit.apply_assumptions(debate, assumed))
    assert debate.links["j"].premises == ("Q",)
    assert Judgement(debate).strength("T") == 0.4


@settings(suppress_health_check=list(HealthCheck))
@given(st.data(), debates(least_claims=2))
def test_an_outcome_is_the_difference_of_two_judgements(
    data: st.DataObject, debate: Debate
) -> None:
    nodes = st.sampled_from(sorted({*debate.claims, *debate.links}))
    worlds = st.dictionaries(nodes, st.sampled_from([TRUE, FALSE, ABSENT]), max_size=2)
    own, assumed = data.draw(worlds), data.draw(worlds)
    judgement = Judgement(debate, assumed=own)
    before = Judgement(debate, assumed=own)
    after = Judgement(debate, assumed={**own, **assumed})
    outcome = suppose(judgement, assumed)
    theses = [claim for claim in dict.fromkeys(debate.header.theses) if claim in debate.claims]
    assert [each.claim for each in outcome.theses] == theses
    told = {each.claim for each in (*outcome.theses, *outcome.moved)}
    for each in (*outcome.theses, *outcome.moved):
        assert abs(each.before.strength - before.strength(each.claim)) < CLOSE
        assert abs(each.after.strength - after.strength(each.claim)) < CLOSE
    for claim in debate.claims.keys() - told - assumed.keys():
        assert abs(before.strength(claim) - after.strength(claim)) < CLOSE
    assert not told & assumed.keys() - set(theses)
    moves = [each.by for each in outcome.moved]
    assert moves == sorted(moves, reverse=True)
    assert judgement.assumed == own
    for claim in debate.claims:
        assert abs(judgement.strength(claim) - before.strength(claim)) < CLOSE

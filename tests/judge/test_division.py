"""What divides two people, against debates in which they do agree."""

from hypothesis import given
from hypothesis import strategies as st

from debatemap.core.debate import Debate
from debatemap.core.model import Ratings
from debatemap.judge.explain.division import division
from debatemap.judge.judgement import Judgement
from debatemap.judge.methods import METHODS, Method
from tests.judge.arguments import PERSON, THESIS, bearing_claims, layered
from tests.strategies import sketch, star

CLOSE = 1e-6
OTHER = "bo"
methods = st.sampled_from(METHODS)


def rated(debate: Debate, **stances: Ratings) -> Debate:
    return Debate(debate.header, debate.claims, debate.links, stances=stances)


def apart(debate: Debate, method: Method, agreed: tuple[str, ...]) -> float:
    """Returns how far apart two people are who hold the mean of some claims."""
    views = {}
    for person in (PERSON, OTHER):
        views[person] = dict(debate.stances.get(person, {}))
        for claim in agreed:
            held = [debate.stances.get(name, {}).get(claim, 50.0) for name in (PERSON, OTHER)]
            views[person][claim] = sum(held) / 2
    judged = [Judgement(rated(debate, **views), method, name) for name in views]
    return abs(judged[0].strength(THESIS) - judged[1].strength(THESIS))


@given(st.data(), layered(), methods)
def test_each_step_brings_them_as_near_as_one_can(
    data: st.DataObject, debate: Debate, method: Method
) -> None:
    values = st.sampled_from([0.0, 20.0, 50.0, 90.0, 100.0])
    held = st.dictionaries(st.sampled_from(sorted(debate.claims)), values)
    debate = rated(debate, ann=data.draw(held), bo=data.draw(held))
    found = division(debate, THESIS, PERSON, OTHER, method)
    views = [Judgement(debate, method, name) for name in (PERSON, OTHER)]
    bears = {THESIS, *bearing_claims(debate, THESIS)}
    differ = {claim for claim in bears if views[0].base(claim) != views[1].base(claim)}
    assert (found.differ, found.exact) == (len(differ), True)
    assert found.verdicts == tuple(view.sure_verdict(THESIS) for view in views)
    agreed: tuple[str, ...] = ()
    for step in found.steps:
        assert abs(step.alone - apart(debate, method, (step.claim,))) < CLOSE
        gaps = [apart(debate, method, (*agreed, claim)) for claim in differ - {*agreed}]
        agreed = (*agreed, step.claim)
        assert abs(step.together - apart(debate, method, agreed)) < CLOSE
        assert step.together < min(gaps) + CLOSE
        assert step.is_unargued is (not debate.links_into(step.claim))
        assert (step.first, step.second) == tuple(
            view.base(step.claim) if step.claim in debate.stances[name] else None
            for view, name in zip(views, (PERSON, OTHER), strict=True)
        )
    assert bool(found.steps) is (found.agreed < found.distance)
    mine, theirs = (debate.stances[name].keys() & bears for name in (PERSON, OTHER))
    assert tuple(map(set, found.unrated)) == (theirs - mine, mine - theirs)


def test_one_claim_that_divides_them_and_two_that_do_so_together() -> None:
    debate = sketch("c0", a="A + c0", b="B - c0")
    one = division(rated(debate, ann={"A": 90.0}, bo={"A": 10.0}), "c0", "ann", "bo")
    assert [(step.claim, step.together) for step in one.steps] == [("A", 0.0)]
    held = {"A": 90.0, "B": 10.0}
    two = division(rated(debate, ann=held, bo={"A": 10.0, "B": 90.0}), "c0", "ann", "bo")
    assert [step.claim for step in two.steps] == ["A", "B"]
    assert two.distance > two.steps[0].together > two.agreed == 0.0
    same = division(rated(debate, ann=held, bo=held), "c0", "ann", "bo")
    assert (same.steps, same.distance, same.differ) == ((), 0.0, 0)


def test_in_a_cycle_too() -> None:
    debate = sketch("c0", t="A + c0", a="B - A", b="A - B")
    debate = rated(debate, ann={"A": 90.0, "B": 20.0}, bo={"A": 10.0, "B": 80.0})
    found = division(debate, "c0", "ann", "bo")
    assert found.steps
    agreed = tuple(step.claim for step in found.steps)
    method = Judgement(debate).method
    assert abs(found.agreed - apart(debate, method, agreed)) < CLOSE


def test_what_divides_many_claims_is_looked_for_within_a_limit_and_it_is_told() -> None:
    debate = star(5_000)
    ann, bo = (dict.fromkeys(debate.claims, held) for held in (30.0, 40.0))
    found = division(rated(debate, ann=ann, bo=bo), "c0", "ann", "bo")
    assert found.differ == 5_001
    assert 0 < found.considered < 5_001
    assert not found.exact

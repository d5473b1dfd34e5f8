"""What parts two people, and how far an opinion must move."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from debatemap.core.debate import Debate
from debatemap.core.model import STANCES, Claim, Header, Link, Ratings
from debatemap.judge.explain.crux import cruxes, double_crux, needed_opinion
from debatemap.judge.judgement import TRUE, Judgement
from debatemap.judge.methods import METHODS, Method
from tests.judge.arguments import PERSON, THESIS, bearing_claims, layered
from tests.strategies import sketch, star

OTHER = "bo"
methods = st.sampled_from(METHODS)


def rated(debate: Debate, **stances: Ratings) -> Debate:
    return Debate(debate.header, debate.claims, debate.links, stances=stances)


def verdict_side(debate: Debate, method: Method, held: Ratings) -> object:
    return Judgement(rated(debate, **{PERSON: held}), method, PERSON).verdict(THESIS).side


@given(st.data(), layered(), methods)
def test_the_double_crux_equals_what_each_view_says(
    data: st.DataObject, debate: Debate, method: Method
) -> None:
    values = st.sampled_from([0.0, 20.0, 50.0, 90.0, 100.0])
    held = st.dictionaries(st.sampled_from(sorted(debate.claims)), values)
    debate = rated(debate, ann=data.draw(held), bo=data.draw(held))
    views = [Judgement(debate, method, person) for person in (PERSON, OTHER)]
    effects = [{e.claim: e for e in cruxes(view, THESIS, most=99).effects} for view in views]
    wanted = {}
    for claim in effects[0].keys() & effects[1].keys():
        pair = [each[claim] for each in effects]
        bases = [view.base(claim) for view in views]
        if bases[0] != bases[1] and all(effect.decides for effect in pair):
            impact = min(effect.impact for effect in pair)
            wanted[claim] = (*bases, impact, abs(bases[0] - bases[1]) * impact)
    found, considered, of = double_crux(debate, THESIS, PERSON, OTHER, method)
    assert considered == of
    assert {d.claim: (d.first, d.second, d.effect.impact, d.weight) for d in found} == wanted
    weights = [dispute.weight for dispute in found]
    assert weights == sorted(weights, reverse=True)
    mirrored = double_crux(debate, THESIS, OTHER, PERSON, method).found
    assert [(d.claim, d.first, d.second) for d in mirrored] == [
        (d.claim, d.second, d.first) for d in found
    ]


def test_where_nothing_decides_for_both_there_is_none() -> None:
    debate = sketch("T", a="A + T", b="B - T")
    ann, bo = {"T": 100.0, "A": 90.0, "B": 0.0}, {"T": 0.0, "A": 10.0, "B": 0.0}
    assert double_crux(rated(debate, ann=ann, bo=bo), "T", "ann", "bo").found == ()
    assert double_crux(rated(debate, ann=ann, bo=ann), "T", "ann", "bo").found == ()


def test_what_parts_two_people_is_looked_for_within_a_limit_and_it_is_told() -> None:
    debate = star(5_000)
    ann, bo = (dict.fromkeys(debate.claims, held) for held in (30.0, 40.0))
    found = double_crux(rated(debate, ann=ann, bo=bo), "c0", "ann", "bo")
    assert found.of == 5_000
    assert 0 < found.considered < 5_000
    assert not found.exact


@given(st.data(), layered(), methods)
def test_the_needed_opinion_is_where_the_verdict_changes(
    data: st.DataObject, debate: Debate, method: Method
) -> None:
    held = dict(debate.stances[PERSON])
    judgement = Judgement(debate, method, PERSON)
    claim = data.draw(st.sampled_from(sorted(debate.claims)))
    base, side = judgement.base(claim), judgement.verdict(THESIS).side
    needed = needed_opinion(judgement, THESIS, claim).base
    if needed is not None:
        assert verdict_side(debate, method, {**held, claim: 100 * needed}) is not side
        nearer = needed + (1e-5 if needed < base else -1e-5)
        if min(needed, base) < nearer < max(needed, base):
            assert verdict_side(debate, method, {**held, claim: 100 * nearer}) is side
    if claim != THESIS and claim not in bearing_claims(debate, THESIS):
        assert needed is None
    # Nothing nearer changes it: looked at where the search itself does not look.
    far = 1.0 if needed is None else abs(needed - base) - 1e-5
    for step in range(1, 21):
        for way in (-1, 1):
            opinion = base + way * far * step / 21
            if 0 <= opinion <= 1 and far > 0 and _is_one_way(debate, claim):
                assert verdict_side(debate, method, {**held, claim: 100 * opinion}) is side


def _is_one_way(debate: Debate, claim: str) -> bool:
    """Tells whether nothing is linked twice, so that a strength goes one way with a base."""
    return all(len(debate.links_from(one)) <= 1 for one in (*debate.claims,)) or claim == THESIS


@pytest.mark.parametrize("claim", ["A", "B", "no such", "T"])
def test_opinion_on_what_bears_on_nothing_or_is_assumed_changes_nothing(claim: str) -> None:
    debate = sketch("T", "B", a="A + T")
    assert (
        needed_opinion(Judgement(debate, assumed={"A": TRUE, "T": TRUE}), "T", claim).base is None
    )


def test_in_a_cycle_opinion_counts_too() -> None:
    debate = sketch("T", t="A + T", a="B - A", b="A - B")
    judgement = Judgement(debate)
    needed = needed_opinion(judgement, "T", "B").base
    assert needed is not None
    held = {"A": 50.0, "T": 50.0, "B": 100 * needed}
    side = Judgement(rated(debate, ann=held), person="ann").verdict("T").side
    assert side is not judgement.verdict("T").side


@pytest.mark.parametrize("ask", [cruxes, lambda view, of: needed_opinion(view, of, "A")])
def test_there_must_be_such_a_thesis(ask: object) -> None:
    assert callable(ask)
    with pytest.raises(KeyError, match="gone"):
        ask(Judgement(sketch("T", a="A + T")), "gone")


def test_in_a_dense_cycle_the_needed_opinion_is_not_looked_for_for_ever() -> None:
    names = [f"c{n}" for n in range(40)]
    links = {f"{a}-{b}": Link((a,), STANCES[1], b) for a in names for b in ("T", *names) if a != b}
    debate = Debate(Header("m"), {name: Claim(name) for name in ("T", *names)}, links)
    assert not needed_opinion(Judgement(debate), "T", "c0").complete

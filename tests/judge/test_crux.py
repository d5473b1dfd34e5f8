"""What a verdict turns on, against judgements made anew for each claim."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from debatemap.core.debate import Debate
from debatemap.core.model import Link
from debatemap.judge.bearing import bearing_on
from debatemap.judge.explain.crux import cruxes, robustness
from debatemap.judge.explain.effects import within_effort
from debatemap.judge.explain.flips import Flip
from debatemap.judge.judgement import FALSE, TRUE, Assumption, Judgement
from debatemap.judge.methods import METHODS, Method
from debatemap.judge.verdict import Side
from tests.judge.arguments import PERSON, THESIS, bearing_claims, flipped, layered
from tests.strategies import PEOPLE, chain, debates, ladder, sketch, star

CLOSE = 1e-9
methods = st.sampled_from(METHODS)


@given(st.data(), debates(least_claims=2), methods, st.sampled_from(["", *PEOPLE]))
def test_what_if_equals_a_judgement_that_assumes_it(
    data: st.DataObject, debate: Debate, method: Method, person: str
) -> None:
    claims = st.sampled_from(sorted(debate.claims))
    assumed = data.draw(st.dictionaries(claims, st.sampled_from([TRUE, FALSE]), max_size=1))
    judgement = Judgement(debate, method, person, assumed)
    thesis = data.draw(claims)
    bearing = bearing_on(judgement, thesis)
    assert bearing.verdict == judgement.verdict(thesis)
    for _ in range(3 if bearing.candidates else 0):
        flips = data.draw(
            st.dictionaries(st.sampled_from(sorted(bearing.candidates)), st.booleans(), max_size=3)
        )
        found = bearing.verdict_if(
            {bearing.candidates[claim]: float(to) for claim, to in flips.items()}
        )
        held = {claim: TRUE if to else FALSE for claim, to in flips.items()}
        anew = Judgement(debate, method, person, {**assumed, **held}).verdict(thesis)
        assert found.side is anew.side
        assert abs(found.strength - anew.strength) < CLOSE
        assert (found.range is None) == (anew.range is None)
    assert bearing.verdict == judgement.verdict(thesis)


@pytest.mark.parametrize("method", METHODS, ids=lambda method: method.id)
@pytest.mark.parametrize(
    ("assumed", "links"),
    [
        ("", {"a": "A + T", "b": "B - A", "c": "A - B", "d": "D + B", "e": "E - D"}),
        ("", {"a": "A - A", "t": "A - T", "b": "B + A", "c": "C + T"}),
        ("", {"a": "A - T", "t": "T - A", "b": "B + A", "c": "C + T"}),
        ("", {"a": "A + T", "b": "B C - T", "u": "U - a", "v": "A - b", "w": "B - u"}),
        ("A", {"a": "A + T", "b": "B - A", "c": "B + T", "d": "D + B"}),
        ("B", {"a": "A + T", "b": "B - A", "c": "A - B", "d": "D + B", "e": "D - T"}),
    ],
)
def test_what_if_one_after_the_other_in_cycles_and_behind_assumptions(
    method: Method, assumed: str, links: dict[str, str]
) -> None:
    held: dict[str, Assumption] = {assumed: TRUE} if assumed else {}
    debate = sketch("T", **links)
    judgement = Judgement(debate, method, assumed=held)
    bearing = bearing_on(judgement, "T")
    for first, second in product(bearing.candidates, repeat=2):
        for ways in product((FALSE, TRUE), repeat=2):
            given = dict(zip((first, second), ways, strict=True))
            clamped = {bearing.candidates[n]: float(way == TRUE) for n, way in given.items()}
            found = bearing.verdict_if(clamped)
            anew = Judgement(debate, method, assumed={**held, **given}).verdict("T")
            assert found.side is anew.side
            assert abs(found.strength - anew.strength) < CLOSE


@given(layered(most=12), methods)
def test_every_effect_equals_brute_force(debate: Debate, method: Method) -> None:
    judgement = Judgement(debate, method, PERSON)
    found = cruxes(judgement, THESIS, most=100)
    bearing = bearing_claims(debate, THESIS)
    assert (found.exact, found.considered, found.of) == (True, len(bearing), len(bearing))
    verdict = judgement.verdict(THESIS)
    assert found.verdict == verdict
    impacts = {}
    for effect in found.effects:
        doubted = flipped(judgement, THESIS, [Flip(effect.claim, to=False)])
        granted = flipped(judgement, THESIS, [Flip(effect.claim, to=True)])
        assert (effect.doubted, effect.granted) == (doubted, granted)
        falls, rises = (abs(after.strength - verdict.strength) for after in (doubted, granted))
        assert effect.impact == max(falls, rises)
        assert effect.decides == ({doubted.side, granted.side} != {verdict.side})
        strength = judgement.strength(effect.claim)
        assert abs(effect.checking - (strength * rises + (1 - strength) * falls)) < CLOSE
        impacts[effect.claim] = effect.impact
    for claim in bearing - impacts.keys():
        for to in (False, True):
            assert (
                abs(flipped(judgement, THESIS, [Flip(claim, to)]).strength - verdict.strength)
                < CLOSE
            )
    ranks = [(not effect.decides, -round(effect.impact, 12)) for effect in found.effects]
    assert ranks == sorted(ranks)
    assert (found.crux is None) == (not any(effect.decides for effect in found.effects))


@given(layered(most=12), methods)
def test_robustness_equals_brute_force(debate: Debate, method: Method) -> None:
    judgement = Judgement(debate, method, PERSON)
    side = judgement.verdict(THESIS).side
    bearing = bearing_claims(debate, THESIS)
    doubts = [flipped(judgement, THESIS, [Flip(claim, to=False)]) for claim in bearing]
    survived = sum(doubt.side is side for doubt in doubts)
    assert robustness(judgement, THESIS) == (survived, len(bearing), True, len(bearing))


def test_an_assumption_takes_a_claim_and_what_is_behind_it_out() -> None:
    debate = sketch("T", a="A + T", b="B + A", c="C - T")
    judgement = Judgement(debate, assumed={"A": TRUE})
    assert {effect.claim for effect in cruxes(judgement, "T").effects} == {"C"}
    assert cruxes(Judgement(debate, assumed={"T": TRUE}), "T").of == 0


def test_without_a_claim_that_decides_there_is_no_crux() -> None:
    found = cruxes(Judgement(star(12)), "c0")
    assert found.verdict.side is Side.AGAINST
    assert found.crux is None
    assert len(found.effects) == 10
    assert [effect.claim for effect in found.effects] == sorted(f"c{n}" for n in range(1, 13))[:10]


def test_balance_where_every_slope_is_zero_still_has_a_crux() -> None:
    debate = sketch("T", a="A + T", b="B - T")
    found = cruxes(Judgement(debate), "T")
    assert [effect.claim for effect in found.effects if effect.decides] == ["A", "B"]


def test_of_very_many_claims_as_many_are_tried_as_the_limit_allows() -> None:
    # What is held at 30 has less far to go than what is held at next to nothing.
    debate = star(4_500)
    ratings = dict.fromkeys(debate.claims, 0.01) | {"c3210": 30.0, "c0": 90.0}
    debate = Debate(debate.header, debate.claims, debate.links, stances={"ann": ratings})
    found = cruxes(Judgement(debate, person="ann"), "c0", most=50)
    assert (found.exact, found.of) == (False, 4_500)
    assert 1_000 < found.considered < 4_500
    assert found.crux is not None
    assert "c3210" not in {effect.claim for effect in found.effects}
    assert robustness(Judgement(debate, person="ann"), "c0").of > 3_000


def test_what_no_slope_tells_of_is_tried_all_the_same() -> None:
    debate = star(2_500)
    ratings = dict.fromkeys(debate.claims, 0.0) | {"c0": 50.0}
    debate = Debate(debate.header, debate.claims, debate.links, stances={"ann": ratings})
    found = cruxes(Judgement(debate, person="ann"), "c0")
    assert (found.exact, found.considered) == (True, 2_500)
    assert found.crux is not None


def test_a_claim_of_many_arguments_is_weighed_as_often_as_the_limit_allows() -> None:
    bearing = bearing_on(Judgement(star(3_200)), "c0")
    weighed = 0
    for claim in within_effort(bearing, bearing.candidates, 10_000):
        bearing.verdict_if({bearing.candidates[claim]: 0.0})
        weighed += len(bearing.cons[bearing.thesis])
    assert 100_000 < weighed < 500_000, "and not 3,200 times 3,200"
    assert bearing.effort * 31 < weighed < bearing.effort * 33


@pytest.mark.parametrize("joint", [False, True])
def test_a_partial_answer_says_how_partial_it_is(*, joint: bool) -> None:
    debate = star(6_000)
    if joint:
        premises = tuple(sorted(debate.claims.keys() - {"c0"}))
        links = {"l": Link(premises, "supports", "c0")}
        debate = Debate(debate.header, debate.claims, links)
    found = robustness(Judgement(debate), "c0")
    assert not found.complete
    assert found.survived <= found.of < found.whole == 6_000


def test_long_and_crossed_ways_take_no_time() -> None:
    for debate in (chain(3_000), ladder(100)):
        thesis = debate.header.theses[0]
        found = cruxes(Judgement(debate), thesis)
        assert found.effects
        assert robustness(Judgement(debate), thesis).of == found.of


def test_cycles_that_take_too_long_are_cut_off_and_it_is_told() -> None:
    around = {f"r{n}-{m}": f"R{n} + R{(n + m) % 200}" for n in range(200) for m in (1, 7)}
    debate = sketch("T", t="R0 + T", c="C - T", **around)
    found = cruxes(Judgement(debate), "T", most=400)
    assert found.of == 201
    assert 1 < found.considered < 201
    assert not found.exact
    assert {effect.claim for effect in found.effects} >= {"C", "R0"}
    doubts = robustness(Judgement(debate), "T")
    assert not doubts.complete
    assert doubts.survived <= doubts.of < 201

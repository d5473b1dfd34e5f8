"""Intervals of strengths: against brute force, against drawing, and as ratings come in."""

from itertools import product
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from debatemap.core.debate import Debate
from debatemap.core.model import Header
from debatemap.judge.evaluation import Evaluation
from debatemap.judge.held_opinions import half_width, span_of
from debatemap.judge.interval import intervals
from debatemap.judge.judgement import TRUE, Judgement
from debatemap.judge.methods import METHODS, QUADRATIC_ENERGY, Method
from debatemap.judge.settling import Range
from debatemap.judge.verdict import Interval, Side, side_of
from tests.judge.arguments import THESIS, layered
from tests.strategies import chain, debates, ladder, sketch

_CORNERS = 4
"""Claims of a tree whose every combination of ends is tried, with those of its steps."""
_NEAR = 1e-9


def _with_steps(debate: Debate, method: Method = QUADRATIC_ENERGY) -> Judgement:
    """Returns a judgement in which each step has arguments of its own, so that it can be set."""
    judgement = Judgement(debate, method)
    for link in debate.links:
        judgement.framework.expose(link)
    return judgement


def _spans(judgement: Judgement) -> dict[int, Range]:
    framework = judgement.framework
    return {
        index: span_of(
            framework.opinions,
            name,
            framework.base_scores[index],
            is_link=index in framework.relevances,
        )
        for name, index in framework.of(range(len(framework)))
    }


def _strengths_if(judgement: Judgement, bases: dict[int, float]) -> Evaluation:
    framework = judgement.framework
    before = framework.base_scores
    framework.base_scores = [bases.get(index, base) for index, base in enumerate(before)]
    found = Evaluation(framework, judgement.method)
    framework.base_scores = before
    return found


def _interval(judgement: Judgement, claim: str = THESIS) -> Interval:
    found = judgement.sure_verdict(claim).interval
    assert found is not None
    return found


@given(layered(most=_CORNERS, ways=1), st.sampled_from(METHODS))
def test_the_bounds_of_a_tree_are_its_lowest_and_its_highest(
    debate: Debate, method: Method
) -> None:
    judgement = _with_steps(debate, method)
    index = judgement.framework.index(THESIS)
    assert index is not None
    spans = _spans(judgement)
    corners = [
        _strengths_if(judgement, dict(zip(spans, ends, strict=True))).strengths[index]
        for ends in product(*spans.values())
    ]
    found = _interval(Judgement(debate, method))
    assert found.least == pytest.approx(min(corners), abs=_NEAR)
    assert found.most == pytest.approx(max(corners), abs=_NEAR)


@given(debates(), st.sampled_from(METHODS), st.integers(0, 2**32))
def test_no_opinion_that_might_be_held_leads_out_of_the_bounds(
    debate: Debate, method: Method, seed: int
) -> None:
    judgement, chance = Judgement(debate, method), Random(seed)  # noqa: S311
    steps = _with_steps(debate, method)
    drawn = {index: chance.uniform(*span) for index, span in _spans(steps).items()}
    tried = _strengths_if(steps, drawn)
    for claim in debate.claims:
        index = judgement.framework.index(claim)
        verdict = judgement.sure_verdict(claim)
        found = verdict.interval
        if found is None:
            assert verdict.side is Side.UNSETTLED
            continue
        assert 0.0 <= found.least <= found.low <= verdict.strength <= found.high <= found.most
        assert found.most <= 1.0
        assert found.leans_for + found.is_open + found.leans_against == pytest.approx(1.0)
        assert index is not None
        if index not in tried.ranges:
            assert found.least - 1e-6 <= tried.strengths[index] <= found.most + 1e-6


@given(debates(), st.sampled_from(METHODS))
def test_what_everybody_is_sure_of_has_an_interval_of_no_width(
    debate: Debate, method: Method
) -> None:
    assumed = dict.fromkeys(debate.claims, TRUE)
    judgement = Judgement(debate, method, assumed=assumed)
    for claim in debate.claims:
        found = _interval(judgement, claim)
        assert (found.low, found.high) == (found.least, found.most) == (1.0, 1.0)


@given(layered())
def test_the_draws_of_what_is_held_exactly_are_the_strength(debate: Debate) -> None:
    held = dict.fromkeys(debate.claims, 50.0) | dict.fromkeys(debate.links, 100.0)
    sure = {f"p{n}": held for n in range(2_000)}
    judgement = Judgement(Debate(Header("m"), debate.claims, debate.links, stances=sure))
    for claim in debate.claims:
        found, strength = _interval(judgement, claim), judgement.strength(claim)
        assert found.low == pytest.approx(strength, abs=0.01)
        assert found.high == pytest.approx(strength, abs=0.01)


@given(st.lists(st.floats(0, 100, width=16), max_size=12))
def test_one_who_agrees_never_widens_what_might_be_held(ratings: list[float]) -> None:
    mean = sum(ratings) / len(ratings) if ratings else 50.0
    assert half_width([*ratings, mean]) < half_width(ratings)


@given(layered(), st.data())
def test_ratings_that_agree_never_widen_the_bounds_of_a_verdict(
    debate: Debate, data: st.DataObject
) -> None:
    """A rating that says what is held already takes room away at both sides, and moves nothing."""
    claim = data.draw(st.sampled_from(sorted(debate.claims)))
    before = Judgement(debate)
    rating = 100 * before.base(claim)
    stances = {**debate.stances, "bo": {claim: rating}}
    after = Judgement(Debate(debate.header, debate.claims, debate.links, stances=stances))
    if not before.framework.opinions.is_rated(claim):
        assert after.strength(THESIS) == pytest.approx(before.strength(THESIS))
        wide, narrow = _interval(before), _interval(after)
        assert wide.least - _NEAR <= narrow.least <= narrow.most <= wide.most + _NEAR


@pytest.mark.parametrize("many", [2, 8, 32])
def test_more_people_who_agree_make_a_verdict_surer(many: int) -> None:
    debate = sketch("T", a="A + T", b="B - T", c="C - B", d="D - A")
    few, more = (
        Judgement(
            Debate(
                debate.header,
                debate.claims,
                debate.links,
                stances={f"p{n}": dict.fromkeys(debate.claims, 60.0) for n in range(count)},
            )
        )
        for count in (many // 2, many)
    )
    wide, narrow = _interval(few, "T"), _interval(more, "T")
    assert narrow.most - narrow.least < wide.most - wide.least
    unrated = _interval(Judgement(debate), "T")
    assert narrow.high - narrow.low < unrated.high - unrated.low


def test_nine_in_ten_of_many_other_draws_lie_within() -> None:
    debate = sketch("T", a="A + T", b="B - T", c="C - B", d="D - A", e="E + T", f="F - e")
    judgement, chance = Judgement(debate), Random(1)  # noqa: S311
    steps = _with_steps(debate)
    spans, index = _spans(steps), steps.framework.index("T")
    assert index is not None
    found = _interval(judgement, "T")
    drawn = [
        _strengths_if(
            steps, {each: chance.uniform(*span) for each, span in spans.items()}
        ).strengths[index]
        for _ in range(2_000)
    ]
    within = sum(found.low <= strength <= found.high for strength in drawn) / len(drawn)
    assert 0.87 < within < 0.93
    fors = sum(side_of(strength) is Side.FOR for strength in drawn) / len(drawn)
    assert found.leans_for == pytest.approx(fors, abs=0.04)


def test_an_interval_is_the_same_however_the_map_came_to_be() -> None:
    debate = sketch("T", a="A + T", b="B - T", c="C - B")
    turned = Debate(
        debate.header,
        dict(list(debate.claims.items())[::-1]),
        dict(list(debate.links.items())[::-1]),
    )
    for claim in debate.claims:
        one, other = _interval(Judgement(debate), claim), _interval(Judgement(turned), claim)
        assert one == pytest.approx(other)


def test_a_dense_cycle_is_drawn_less_often_and_takes_no_longer_for_that() -> None:
    names = [f"c{n}" for n in range(40)]
    links = {f"l{a}-{b}": f"{a} - {b}" for a in names for b in names if a != b}
    judgement = Judgement(sketch(" ".join(names), **links))
    index = judgement.framework.index("c0")
    assert index is not None
    paused: list[None] = []
    found = intervals(judgement.evaluation(), [index], lambda: paused.append(None))
    assert found[index].draws < 200
    assert len(paused) < 400, "rounds are counted"


@given(layered())
def test_a_step_with_arguments_of_its_own_is_drawn_as_any_other(debate: Debate) -> None:
    steps = _with_steps(debate)
    evaluation = Evaluation(steps.framework, steps.method)
    index = steps.framework.index(THESIS)
    assert index is not None
    found = intervals(evaluation, [index])[index]
    assert found == pytest.approx(_interval(Judgement(debate)))


def test_what_is_asked_to_stop_stops() -> None:
    judgement = Judgement(chain(50))
    top = next(iter(judgement.debate.claims))

    def stop() -> None:
        raise InterruptedError

    with pytest.raises(InterruptedError):
        judgement.find_out([top], stop)
    assert not judgement.is_found_out(top)
    assert judgement.sure_verdict(top).interval is not None


def test_links_that_are_argued_about_and_joint_premises_have_their_part() -> None:
    judgement = Judgement(ladder(5), QUADRATIC_ENERGY)
    for claim in judgement.debate.claims:
        assert _interval(judgement, claim).draws == 200

"""What people hold of claims and links by themselves."""

from statistics import pstdev, quantiles
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from debatemap import edit
from debatemap.core.debate import Debate
from debatemap.core.errors import MapError
from debatemap.formats.native.codec import parse
from debatemap.judge.judgement import Judgement
from debatemap.judge.ratings import CLAIM, LINK, Opinions, mean, spread
from tests.edit.verbs import VERBS, attempt, changes, steady_ids
from tests.strategies import PEOPLE, debates, sketch

CLOSE: Final = 1e-12

ratings = st.lists(st.floats(0, 100), max_size=6)


@given(ratings=ratings, usual=st.floats(0, 1))
def test_a_base_lies_within_0_and_1(ratings: list[float], usual: float) -> None:
    assert 0 <= mean(ratings, usual) <= 1


@given(ratings=ratings, usual=st.floats(0, 1))
def test_two_more_people_who_hold_the_usual_make_it_the_mean_of_all(
    ratings: list[float], usual: float
) -> None:
    everybody = [*ratings, 100 * usual, 100 * usual]
    assert mean(ratings, usual) == pytest.approx(sum(everybody) / len(everybody) / 100, abs=CLOSE)


@given(ratings=ratings, one=st.floats(0, 100), other=st.floats(0, 100))
def test_a_base_rises_with_a_rating(ratings: list[float], one: float, other: float) -> None:
    low, high = sorted((one, other))
    assert mean([*ratings, low]) <= mean([*ratings, high]) + CLOSE


@given(ratings=st.lists(st.floats(0, 100), min_size=1, max_size=6))
def test_a_spread_holds_every_rating(ratings: list[float]) -> None:
    found = spread(ratings)
    assert found is not None
    assert found[:2] == (min(ratings), max(ratings))
    assert found.people == len(ratings)
    ordered = [found.lowest, found.lower, found.upper, found.highest]
    assert ordered == pytest.approx(sorted(ordered), abs=1e-9)
    assert min(ratings) - 1e-9 <= found.mean <= max(ratings) + 1e-9
    if len(ratings) > 1:
        quarters = quantiles(ratings, n=4, method="inclusive")
        assert [found.lower, found.upper] == pytest.approx([quarters[0], quarters[2]], abs=1e-9)
    assert found.deviation == pytest.approx(pstdev(ratings), abs=1e-9)


def test_nobody_is_no_spread() -> None:
    assert spread([]) is None
    assert mean([]) == CLAIM
    assert mean([], LINK) == LINK


@given(data=st.data(), debate=debates(), person=st.sampled_from(["", *PEOPLE, "nobody"]))
@steady_ids()
def test_opinions_that_follow_are_those_made_anew(
    data: st.DataObject, debate: Debate, person: str
) -> None:
    kept = Opinions(debate.stances, person)
    rating = st.sampled_from(["rate", "rate", "rate", *sorted(VERBS)])
    for _ in range(data.draw(st.integers(1, 6))):
        change = attempt(data.draw(changes(debate, data.draw(rating))))
        if isinstance(change, str):
            continue
        before = {node: dict(kept.ratings(node)) for node in _rated(debate)}
        debate.apply(change)
        touched = kept.follow(change)
        for node in before.keys() | _rated(debate):
            assert (before.get(node, {}) != kept.ratings(node)) == (node in touched)
    anew = Opinions(debate.stances, person)
    for node in (*debate.claims, *debate.links, *_rated(debate)):
        assert kept.ratings(node) == anew.ratings(node)
        assert kept.is_rated(node) == anew.is_rated(node)
        for usual in (CLAIM, LINK):
            assert kept.base(node, usual) == pytest.approx(anew.base(node, usual), abs=CLOSE)


def _rated(debate: Debate) -> set[str]:
    return {node for ratings in debate.stances.values() for node in ratings}


def test_one_persons_view_is_their_own_and_the_mean_is_everybodys() -> None:
    debate = sketch("T", c="C - T")
    for person, value in (("ann", 90), ("bo", 20)):
        debate.apply(edit.rate(debate, "C", person, value))
    assert Judgement(debate).base("C") == pytest.approx((0.9 + 0.2 + 1) / 4)
    assert Judgement(debate, person="ann").base("C") == 0.9
    assert Judgement(debate, person="cy").base("C") == CLAIM
    assert Judgement(debate, person="cy").base("c") == LINK
    rated = [Opinions(debate.stances, person).is_rated("C") for person in ("", "ann", "cy")]
    assert rated == [True, True, False]


def test_a_rating_of_0_is_a_rating() -> None:
    debate = sketch("T", c="C - T")
    for node in ("C", "c"):
        debate.apply(edit.rate(debate, node, "ann", 0))
    assert Judgement(debate, person="ann").strength("T") == 0.5
    assert Judgement(debate, person="ann").base("C") == 0
    assert Judgement(debate).base("c") == pytest.approx(2 / 3)
    assert Opinions(debate.stances, "ann").is_rated("c")


@pytest.mark.parametrize("rating", ["-1", "101", "1e308", "1e999", "NaN", '"80"', "null", "[80]"])
def test_no_file_holds_a_rating_beyond_0_to_100(rating: str) -> None:
    head = (
        '{"format": "debatemap", "version": 1, "map": {"id": "m"}, "claims": {"a": {"text": "A."}}'
    )
    with pytest.raises(MapError):
        parse(f'{head}, "stances": {{"ann": {{"a": {rating}}}}}}}'.encode())
    assert parse(f'{head}, "stances": {{"ann": {{"a": 80}}}}}}'.encode()).debate.stances

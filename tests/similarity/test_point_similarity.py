"""Two texts and whether they make one point, without a map."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from debatemap.similarity import point_similarity
from debatemap.similarity.distinctions import difference
from debatemap.similarity.related_words import are_related
from debatemap.similarity.wording import wording_of

_WORDS = """
uniforms uniform save money cost families parents students bullying reduce prevents not never the
of by unfair fair 12 40 Norway France schools Ärger 猫 don't (sic) increase lower government
"""
_texts = st.lists(st.sampled_from(_WORDS.split()), max_size=9).map(" ".join) | st.text(max_size=30)


@given(_texts, _texts, _texts)
def test_a_score_is_a_share_and_the_same_both_ways(a: str, b: str, parent: str) -> None:
    score = point_similarity(a, b, parent)
    assert 0 <= score <= 1
    assert score == point_similarity(b, a, parent)


@given(_texts)
def test_a_text_makes_its_own_point(text: str) -> None:
    if wording_of(text).weights:
        assert point_similarity(text, text) == 1
        assert point_similarity(text, f"  {text.upper()}. ") >= 0.3


@given(st.lists(st.sampled_from(_WORDS.split()), min_size=1, max_size=7).map(" ".join))
def test_one_not_makes_another_point(text: str) -> None:
    assert difference(wording_of(text), wording_of(f"{text} not")) == "one is negated"
    assert point_similarity(text, f"{text} not") < 0.5


@pytest.mark.parametrize(
    ("one", "other", "differs"),
    [
        ("Guns make us safe.", "Guns don’t make us safe.", "one is negated"),
        ("The tax is fair to the poor.", "The tax is unfair to the poor.", "one is negated"),
        ("Bans always work well there.", "Bans never work well there.", "one is negated"),
        ("Prices rose by 5 % since 2010.", "Prices rose by 5 % since 2020.", "other numbers"),
        ("In the study France did well.", "In the study Spain did well.", "other names"),
        ("Taxes raise wages in cities.", "Taxes lower wages in cities.", "opposite words"),
        ("Legal cannabis helps the young.", "Legal cannabis harms the young.", "opposite words"),
        ("The US has many jobs.", "There are many jobs in America.", ""),
        ("many jobs are in the us", "The U.S.A. has many American jobs.", ""),
        ("Guns protect us in cities.", "Guns protect America in cities.", "other names"),
        ("It cost 1,000 crowns.", "It cost 1000 crowns.", ""),
        ("It isn't unfair to the poor.", "It is fair to the poor.", ""),
    ],
)
def test_what_makes_two_points_of_like_words(one: str, other: str, differs: str) -> None:
    assert difference(wording_of(one), wording_of(other)) == differs
    assert (point_similarity(one, other) < 0.4) == bool(differs)


def test_a_long_argument_may_hold_any_negation_and_number_besides() -> None:
    long = (
        "We should not abolish them because they cost families less than other clothes, of which "
        "no child needs fewer than 12 in a year, and nobody in Denmark can save that money."
    )
    assert difference(wording_of("Uniforms save money"), wording_of(long), back=0.2) == ""


@pytest.mark.parametrize(
    ("argument", "point", "another"),
    [
        (
            "Families on a budget need not buy expensive clothing each season when all wear one.",
            "A common dress saves money",
            "A common dress improves discipline",
        ),
        (
            "Pupils who wear the same concentrate on their lessons.",
            "Dress codes help students focus",
            "Dress codes limit expression",
        ),
        (
            "Juries have sent innocent people to their death and no court can give a life back.",
            "An execution is irreversible and kills the innocent",
            "An execution costs too much",
        ),
    ],
)
def test_an_argument_is_nearer_to_its_own_point(argument: str, point: str, another: str) -> None:
    assert point_similarity(argument, point) > point_similarity(argument, another)


def test_words_of_the_parent_weigh_little() -> None:
    parent = "School uniforms should be abolished"
    a, b = "School uniforms save money", "School uniforms stop bullying"
    assert point_similarity(a, b, parent) < point_similarity(a, b)
    same = "School uniforms let families save"
    assert point_similarity(a, same, parent) > point_similarity(a, b, parent)


def test_related_words_are_related_both_ways() -> None:
    assert are_related("cost", "expens")
    assert are_related("expens", "cost")
    assert not are_related("cost", "notaword")

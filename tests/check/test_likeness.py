"""Near-duplicates: what is one, what is none, and how long it takes to tell."""

import random

import pytest

from debatemap.check.likeness import near_duplicates
from debatemap.core.debate import Debate
from debatemap.core.model import Claim, Header
from tests.growth import assert_grows_at_most


def pairs(*texts: str) -> list[str]:
    claims = {f"c{index:05}": Claim(text) for index, text in enumerate(texts)}
    return [finding.place for finding in near_duplicates.find(Debate(Header("m"), claims))]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Many eyes find faults sooner.", "many eyes find faults sooner"),
        ("Many eyes find faults sooner.", "Many eyes find the fualts sooner!"),
        ("Releasing model weights makes AI safer.", "Release of model weights makes AI safer."),
        ("Open weights make every model safe.", "Open weights make every model safer."),
        ("Ça coûte cher à la longue.", "Ça coûtera cher à la longue."),
        ("Ça coûte cher – à la “longue”.", "ça COÛTE cher à la longue"),
        ("猫が好き。", "猫が好き"),
    ],
)
def test_a_slip_or_an_ending_makes_no_other_claim(one: str, other: str) -> None:
    assert pairs(one, other) == ["claims.c00001.text"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Many eyes find faults sooner.", "Many eyes do not find faults sooner."),
        ("Nuclear power is safe for people.", "Nuclear power is unsafe for people."),
        ("Open weights help small firms everywhere.", "Open weights harm small firms everywhere."),
        ("Emissions fell in all of Europe in 2023.", "Emissions fell in all of Europe in 2024."),
        ("Open models are safer than closed models.", "Closed models are safer than open models."),
        ("This strategy works for states.", "This strategy is worthless for states."),
        ("It rains.", "It snows."),
        ("", " "),
    ],
)
def test_the_opposite_is_another_claim(one: str, other: str) -> None:
    assert pairs(one, other) == []


def test_each_claim_is_named_once() -> None:
    same = "Many eyes find faults sooner."
    assert pairs(same, same, same) == ["claims.c00001.text", "claims.c00002.text"]


@pytest.mark.parametrize("few", [3, 400])
def test_ten_times_the_claims_take_no_hundred_times_the_time(few: int) -> None:
    chance = random.Random(7)  # noqa: S311  (no secret)
    letters = "abcdefghijklmnop"
    words = ["".join(chance.choices(letters, k=chance.randint(2, 9))) for _ in range(few)]
    texts = [
        " ".join([*chance.choices(words, k=10), "".join(chance.choices(letters, k=6))])
        for _ in range(10_000)
    ]
    assert_grows_at_most(60, lambda: pairs(*texts[:1_000]), lambda: pairs(*texts))

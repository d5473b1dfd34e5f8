"""Two rewordings of one text: put together by sentence, or by a spelling, or not at all."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from debatemap.sync.rewording import join_rewordings, sentence_numbers
from debatemap.sync.spelling_edits import is_spelling
from debatemap.sync.word_diff import hunks, words_of
from tests.strategies import AWKWARD_TEXTS, file_texts

SERVICES = "Six people are too few to own ten services."

texts = st.one_of(
    file_texts,
    st.sampled_from(AWKWARD_TEXTS),
    st.lists(st.sampled_from(("It", "rains.", "Not", "so.", "5", "recieve", "?")), max_size=9).map(
        " ".join
    ),
)


def spelling(before: str, after: str) -> bool:
    words = words_of(before)
    return is_spelling(words, hunks(words, words_of(after)))


def test_two_rewordings_of_one_sentence_are_never_one_that_nobody_wrote() -> None:
    ours = "Eight people are too few to own ten services."
    theirs = "Six people cannot be on call for ten services."
    joint = join_rewordings(SERVICES, ours, theirs)
    assert joint == ("Eight people cannot be on call for ten services.", False)
    assert joint == join_rewordings(SERVICES, theirs, ours)


@pytest.mark.parametrize(
    ("base", "ours", "theirs", "expected"),
    [
        (
            "It rains here. Take a coat.",
            "It snows here. Take a coat.",
            "It rains here. Take a hat.",
            ("It snows here. Take a hat.", True),
        ),
        (
            "It rains here. Take a coat.",
            "It rains here and take a coat.",
            "It rains here. Take a hat.",
            ("It rains here and take a hat.", False),
        ),
        (
            "It rains here. Take a coat.",
            "It rains there. Take a coat.",
            "It rains here. So it is. Take a coat.",
            None,
        ),
        (
            "It often rains here. Take a coat.",
            "It seldom rains here. Take a coat.",
            "It often rains here. So it is. Take a coat.",
            ("It seldom rains here. So it is. Take a coat.", True),
        ),
        (
            "It often rains here. Take a coat.",
            "It often rains here. But take a coat.",
            "It often rains here. Take a hat.",
            ("It often rains here. But take a hat.", False),
        ),
        (
            "It rains e.g. In May here. So be it.",
            "It snows e.g. In May here. So be it.",
            "It rains e.g. In May there. So be it.",
            ("It snows e.g. In May there. So be it.", False),
        ),
        (
            "We recieve mail all day long",
            "We receive mail all day long",
            "We recieve mail all week long",
            ("We receive mail all week long", True),
        ),
        (
            "So Eight people, all in all, own it",
            "So Eight people all in all own it",
            "So Eight people, all in all, run it",
            None,
        ),
        ("It rains.", "It snows.", "It pours.", None),
        ("It rains.", "It pours.", "It pours.", ("It pours.", True)),
    ],
)
def test_words_are_put_together_by_sentence(
    base: str, ours: str, theirs: str, expected: tuple[str, bool] | None
) -> None:
    assert join_rewordings(base, ours, theirs) == expected
    assert join_rewordings(base, theirs, ours) == expected


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("We recieve mail", "We receive mail"),
        ("It occured to us", "It occurred to us"),
        ("They organise it", "They organize it"),
        ("A colour fades", "A color fades"),
        ("It is seperate", "It is separate"),
        ("rain falls", "Rain falls"),
        ("Rain falls and stops", "Rain falls, and stops."),
        ("Its fine", "It's fine"),
        ("so  it is", "so it is"),
        ("the resumés", "the résumés"),
    ],
)
def test_spelling_and_punctuation_are_no_more_than_that(before: str, after: str) -> None:
    assert spelling(before, after)
    assert spelling(after, before)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("in 1998 it fell", "in 1989 it fell"),
        ("it grew 1.5 fold", "it grew 15 fold"),
        ("it is - 5 now", "it is 5 now"),
        ("a 5% rise", "a 5 rise"),
        ("we can do it", "we can't do it"),
        ("we dont know", "we don't know"),
        ("it is now so", "it is not so"),
        ("it is moral", "it is amoral"),
        ("that is legal", "that is illegal"),
        ("it could be", "it would be"),
        ("they export it", "they import it"),
        ("the costs fell", "the cost fell"),
        ("a casual remark", "a causal remark"),
        ("the county paid", "the country paid"),
        ("they say May rules", "they say may rules"),
        ("tell us now", "tell US now"),
        ("so Merkle said", "so Merkel said"),
        ("It rains.", "It rains?"),
        ("rain is good", "rain is very good"),
        ("it may be so", "it maybe so"),
    ],
)
def test_what_may_be_another_word_is_more_than_spelling(before: str, after: str) -> None:
    assert not spelling(before, after)
    assert not spelling(after, before)


def test_sentences_are_told_apart() -> None:
    text = 'He said "No!" Then J. Doe left. etc. and so on… (It rained.) 5 came'
    numbers = sentence_numbers(words_of(text))
    assert numbers == [0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1, 2, 2, 3, 3]


@given(texts, texts, texts)
def test_it_does_not_matter_whose_rewording_is_whose(base: str, one: str, other: str) -> None:
    assert join_rewordings(base, one, other) == join_rewordings(base, other, one)
    assert join_rewordings(base, one, base) == (one, True)
    assert join_rewordings(base, one, one) == (one, True)

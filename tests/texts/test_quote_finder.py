"""Quotes are found where they stand, however editors write them, and never where they do not."""

import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from debatemap.texts import Found, Grade, TextIndex, find_quote
from tests.texts.editors import CHANGED, HABITS, sentences

if TYPE_CHECKING:
    from collections.abc import Callable

ESSAY = (
    "The fears are far greater than anything we faced. The potential for misuse with AI is not "
    "just higher; it’s much scarier. Mark suggests that “the balance of power will be critical to "
    "AI safety…larger actors can check the power of smaller bad actors.” This is similar to having "
    "a larger military force to keep the peace. In 2024 Meta spent 10 % more. He did not regret it."
)
WORD = re.compile(r"\d+(?:[.,]\d+)+|\w+(?:['’-]\w+)*")


def found(quote: str, text: str = ESSAY) -> Found:
    return find_quote(quote, TextIndex(text))


def passages(quote: str, text: str = ESSAY) -> list[str]:
    return [text[place.start : place.end] for place in found(quote, text).places]


@pytest.mark.parametrize(
    ("quote", "grade"),
    [
        ("The potential for misuse", Grade.EXACT),
        ("tential for mis", Grade.EXACT),
        ("critical to AI safety…larger actors", Grade.EXACT),
        ("it's much scarier", Grade.FOLDED),
        ("[t]he potential for misuse with AI", Grade.FOLDED),
        ("THE POTENTIAL … much scarier", Grade.FOLDED),
        ("The fears are [...] greater", Grade.FOLDED),
        ("The fears ... much scarier. . . .", Grade.FOLDED),
        ("[Zuckerberg] did not regret it", Grade.FOLDED),
        ("The potential [sic] for misuse", Grade.FOLDED),
        ("the balance of power will be critical to AI safety", Grade.EXACT),
        ("The potential of misuse with AI is not just higher", Grade.NEAR),
        ("higher, it’s much scarier", Grade.NEAR),
        ("much scarier … The potential", Grade.ABSENT),
        ("nothing like that stands here", Grade.ABSENT),
        ("", Grade.ABSENT),
        (" … ", Grade.ABSENT),
        ("?!", Grade.ABSENT),
    ],
)
def test_a_quote_has_the_grade_of_what_was_done_to_it(quote: str, grade: Grade) -> None:
    assert found(quote).grade is grade


@pytest.mark.parametrize(
    ("quote", "risk", "quoted", "written"),
    [
        ("The potential for misuse with AI is just higher", "negation", "", "not"),
        ("In 2023 Meta spent 10 % more", "number", "2023", "2024"),
        ("In 2024 Meta spent 12 % more", "number", "12", "10"),
        ("In 2024 Google spent 10 % more", "name", "Google", "Meta"),
        ("having a smaller military force to keep the peace", "", "smaller", "larger"),
    ],
)
def test_what_a_changed_word_may_change_is_pointed_out(
    quote: str, risk: str, quoted: str, written: str
) -> None:
    near = found(quote)
    assert near.grade is Grade.NEAR
    assert near.place is not None
    (difference,) = near.place.differences
    assert (difference.risk, difference.quoted, difference.written) == (risk, quoted, written)
    assert ESSAY[difference.start : difference.end] == written


def test_a_negation_that_an_ellipsis_leaves_out_is_pointed_out() -> None:
    near = found("AI is … just higher")
    assert near.grade is Grade.NEAR
    assert [place.risks for place in near.places] == [("negation",)]


def test_an_editors_bracket_denies_nothing() -> None:
    near = found("The fears are [not] far greater than anything we faced")
    assert [place.risks for place in near.places] == [("negation",)]


def test_at_most_one_word_in_ten_differs() -> None:
    words = [f"word{number}" for number in range(40)]
    text = f"Before it. {' '.join(words)}. After it."
    for changed, grade in ((3, Grade.NEAR), (4, Grade.ABSENT)):
        quote = [*words[:39]]
        for place in range(changed):
            quote[4 + 9 * place] = f"other{place}"
        assert found(" ".join(quote), text).grade is grade


def test_an_absent_quote_has_the_passage_that_is_much_like_it() -> None:
    absent = found("This seems similar to a large military force that keeps the peace")
    assert absent.grade is Grade.ABSENT
    assert absent.closest is not None
    passage = ESSAY[absent.closest.start : absent.closest.end]
    assert "similar to having a larger military force" in passage


@pytest.mark.parametrize(
    ("quote", "closest"),
    [
        ("Mark has his opinion that the balance of power will be critical", "the balance of power"),
        ("Zuckerberg did not regret it. Nobody else did", "He did not regret it"),
        ("He did regret", "did not regret"),
        ("it is much of the time", ""),
        ("larger or smaller", ""),
    ],
)
def test_the_passage_that_is_much_like_a_quote_is_of_the_same_sentence(
    quote: str, closest: str
) -> None:
    like = found(quote).closest
    passage = ESSAY[like.start : like.end] if like else ""
    assert closest in passage
    assert bool(closest) == bool(passage)
    assert ". " not in passage


def test_a_near_passage_takes_no_words_of_the_sentences_around_it() -> None:
    words = " ".join(f"word{number}" for number in range(40))
    text = f"It all went badly. The {words} there. Nobody had known of it."
    for quote in (f"Anna Bell’s own {words} there", f"The {words} of a bridge"):
        near = found(quote, text)
        assert near.grade is Grade.NEAR
        assert [text[place.start : place.end].strip(".") for place in near.places] == [
            f"The {words} there"
        ]


def test_equally_good_places_are_all_named() -> None:
    text = "It is so. Power corrupts all. And again: power corrupts all."
    assert passages("corrupts all", text) == ["corrupts all"] * 2
    assert passages("POWER corrupts", text) == ["Power corrupts", "power corrupts"]
    assert passages("Power corrupts", text) == ["Power corrupts"]
    assert found("It … power", text).place is not None


def test_a_word_within_a_word_is_found_only_where_no_whole_one_stands() -> None:
    assert [place.start for place in found("port", "important port").places] == [10]
    assert [place.start for place in found("port", "important").places] == [2]


def test_hyphens_at_the_ends_of_lines_may_belong_to_the_word_or_not() -> None:
    text = "The demo-\ncracy of a well-\n known state, a well-known one."
    assert passages("the democracy of a well-known state", text) == [text[: text.index(",")]]
    assert found("The demo-\ncracy of a wellknown state", text).grade is Grade.FOLDED
    assert found("a well-\nknown one", text).grade is Grade.FOLDED


@pytest.mark.parametrize(
    ("quote", "text"),
    [
        ("pages 510 follow here", "pages 5-10 follow here"),
        ("it cost 5 pounds then", "it cost -5 pounds then"),
        ("an area of 102 units", "an area of 10² units"),
        ("they are now here again", "they are nowhere again"),
        ("what they resent is that", "what they re-sent is that"),
        ("it is 1000 to one", "it is 1,000 to one"),
        ("x < 5 in all of it", "x > 5 in all of it"),
    ],
)
def test_what_only_looks_alike_is_neither_exact_nor_folded(quote: str, text: str) -> None:
    assert found(quote, text).grade in (Grade.NEAR, Grade.ABSENT)


def _cut(data: st.DataObject, text: str, least: int = 1) -> tuple[int, int]:
    spans = [match.span() for match in WORD.finditer(text)]
    first = data.draw(st.integers(0, len(spans) - least))
    last = data.draw(st.integers(first + least - 1, len(spans) - 1))
    return spans[first][0], spans[last][1]


@given(sentences(), st.data())
def test_what_is_cut_from_a_text_is_found_there_to_the_letter(
    text: str, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(text) - 2))
    end = data.draw(st.integers(start + 1, len(text)))
    quote = text[start:end].strip()
    if WORD.search(quote):
        exact = found(quote, text)
        assert exact.grade is Grade.EXACT
        assert all(text[place.start : place.end] == quote for place in exact.places)


@given(sentences(), st.data())
def test_words_that_are_cut_from_a_text_are_found_at_their_offsets(
    text: str, data: st.DataObject
) -> None:
    start, end = _cut(data, text)
    exact = found(text[start:end], text)
    assert exact.grade is Grade.EXACT
    assert (start, end) in [place[:2] for place in exact.places] or len(exact.places) == 20


@given(sentences(), st.data(), st.lists(st.sampled_from([*HABITS]), max_size=4))
def test_what_editors_have_folded_is_found_at_its_true_offsets(
    text: str, data: st.DataObject, habits: list[str]
) -> None:
    start, end = _cut(data, text)
    quote = text[start:end]
    for habit in habits:
        edit: Callable[[str], str] = HABITS[habit]
        quote = edit(quote)
    folded = found(quote, text)
    assert folded.grade in (Grade.EXACT, Grade.FOLDED), folded
    places = [(place.start, place.end) for place in folded.places]
    assert (start, end) in places or len(places) == 20 or folded.grade is Grade.EXACT


@given(sentences(24), st.data())
def test_pieces_are_found_in_order(text: str, data: st.DataObject) -> None:
    spans = [match.span() for match in WORD.finditer(text)]
    a, b, c, d = sorted(data.draw(st.sets(st.integers(0, len(spans) - 1), min_size=4, max_size=4)))
    pieces = (spans[a][0], spans[b - 1][1]), (spans[c][0], spans[d - 1][1])
    left_out = text[pieces[0][1] : pieces[1][0]]
    quote = f"{text[slice(*pieces[0])]} […] {text[slice(*pieces[1])]}".upper()
    elided = found(quote, text)
    denies = any(word in left_out.casefold() for word in ("not", "n't", "n’t"))
    assert elided.grade is Grade.FOLDED or denies
    for place in elided.places:
        assert [text[start:end].upper().split() for start, end in place.pieces] == [
            text[start:end].upper().split() for start, end in pieces
        ]


@given(sentences(), st.data(), st.sampled_from([*CHANGED]))
def test_a_changed_negation_number_or_name_is_at_most_near(
    text: str, data: st.DataObject, kind: str
) -> None:
    start, end = _cut(data, text, 3)
    words = WORD.findall(text[start:end])
    place = data.draw(st.integers(1, len(words) - 1))
    new = data.draw(st.sampled_from(CHANGED[kind]))
    spans = [match.span() for match in WORD.finditer(text, start, end)]
    first, last = spans[place]
    put_in = data.draw(st.booleans())
    changed = f"{text[start:first]}{new} {text[first if put_in else last : end].lstrip()}"
    near = found(changed, text)
    assert near.grade in (Grade.NEAR, Grade.ABSENT)
    for passage in near.places:
        assert passage.differences
        # Beside "don't", a "not" may be read as another word for that.
        beside = words[max(place - 1, 0) : place + 2]
        if near.place and not any(word.lower().startswith("don") for word in beside):
            assert kind in passage.risks or "number" in passage.risks

"""What is offered while a query is typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from debatemap.core.debate import Debate
from debatemap.core.model import Claim, Header, Source
from debatemap.filtering import completions, parse_filter
from debatemap.filtering.query_parser import Parser
from tests.strategies import debates, typed_texts


def _debate() -> Debate:
    claims = {
        "a1": Claim("Trains.", by="Ann Lee", tags=("cost", "two words")),
        "a2": Claim("Buses.", by="Ann Lee", tags=("cost",)),
        "b1": Claim("Cars.", by="Bo"),
    }
    return Debate(Header("m"), claims, {}, {"s": Source("Maria Khan", "Cars")}, {"Bo": {"a1": 1.0}})


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("unan", "unanswered"),
        ("rain has:no", "has:note"),
        ("no:sour", "no:source"),
        ("is:und", "is:undercut"),
        ("by:l", 'by:"Ann Lee"'),
        ('by:"Ann L', 'by:"Ann Lee"'),
        ("#c", "#cost"),
        ("#tw", '#"two words"'),
        ("rated-by:b", "rated-by:Bo"),
        ("source:kh", 'source:"Maria Khan"'),
        ("id:a", "id:a1"),
        ("under:b", "under:b1"),
        ("kind:st", "kind:study"),
        ("stren", "strength:"),
        ("(unp", "unplaced"),
        ("-unp", "unplaced"),
        ("#", "#cost"),
        ("rain #", "#cost"),
        ("unansered", "unanswered"),
        ("strenght", "strength:"),
        ("", "pro"),
    ],
)
def test_what_is_offered_first(typed: str, first: str) -> None:
    offered = completions(typed, len(typed), _debate())
    assert offered[0].words == first
    taken = typed[: offered[0].start] + offered[0].words + typed[offered[0].end :]
    assert taken.endswith(first)


@pytest.mark.parametrize("typed", ["zzz", "rain ", "u", "by:", 'by:"Ann Lee" ', "by:bo", "#COST"])
def test_nothing_is_offered_or_what_there_is(typed: str) -> None:
    offered = completions(typed, len(typed), _debate())
    assert [each.words for each in offered] == (['by:"Ann Lee"', "by:Bo"] if typed == "by:" else [])


@given(debates(), typed_texts, st.integers(0, 40))
def test_what_is_taken_can_be_read(debate: Debate, text: str, place: int) -> None:
    cursor = min(place, len(text))
    before = len(Parser(text).faults)
    for each in completions(text, cursor, debate):
        assert 0 <= each.start <= each.end <= len(text)
        taken = text[: each.start] + each.words + text[each.end :]
        parse_filter(taken, is_whole=False)
    assert before == len(Parser(text).faults)

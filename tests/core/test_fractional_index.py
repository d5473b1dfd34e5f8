"""Keys between keys: always strictly between, short, and safe with what others write."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from debatemap.core.fractional_index import between, evenly, spread
from tests.strategies import POSITIONS

quick = settings(max_examples=300)
foreign = st.one_of(
    st.sampled_from(POSITIONS), st.text(max_size=4), st.text("09AZaz-~ ", max_size=5)
)
rooms = st.lists(st.integers(0, 10_000), max_size=60)


@quick
@given(rooms)
def test_keys_made_at_any_places_are_in_order_and_none_is_refused(places: list[int]) -> None:
    keys: list[str] = []
    for place in places:
        at = place % (len(keys) + 1)
        low = keys[at - 1] if at else None
        high = keys[at] if at < len(keys) else None
        keys.insert(at, between(low, high))
    assert all(one < other for one, other in pairwise(keys))


@quick
@given(foreign | st.none(), foreign | st.none())
def test_between_foreign_keys_is_strictly_between_or_refused(
    low: str | None, high: str | None
) -> None:
    try:
        key = between(low, high)
    except ValueError:
        return
    assert low is None or low < key
    assert high is None or key < high


@quick
@given(foreign)
def test_there_is_always_room_at_the_end(low: str) -> None:
    assert low < between(low, None)


@pytest.mark.parametrize(
    ("low", "high"), [("a1", "a0"), ("a0", "a0"), ("a", "a0"), (None, ""), ("", "")]
)
def test_where_no_key_fits_it_is_refused(low: str | None, high: str) -> None:
    with pytest.raises(ValueError, match="no key sorts between"):
        between(low, high)


@pytest.mark.parametrize("high", ["-", " ", "!0", "\x00"])
def test_before_a_key_that_sorts_before_all_of_ours_nothing_is_made_up(high: str) -> None:
    with pytest.raises(ValueError, match="no key sorts between"):
        between(None, high)


def test_ten_thousand_claims_appended_keep_keys_of_at_most_four_characters() -> None:
    keys = evenly(10_000)
    assert keys == sorted(set(keys))
    assert max(map(len, keys)) == 4


def test_ten_thousand_claims_prepended_keep_keys_of_at_most_four_characters() -> None:
    key, longest = between(None, None), 0
    for _ in range(10_000):
        before = between(None, key)
        assert before < key
        key, longest = before, max(longest, len(before))
    assert longest == 4


def test_a_thousand_claims_put_into_one_gap_cost_a_character_for_every_five() -> None:
    low, high = "a0", "a1"
    for _ in range(1000):
        high = between(low, high)
    assert len(high) <= 1000 / 5 + 3


def test_evenly_makes_as_many_keys_as_asked_for() -> None:
    assert [len(evenly(count)) for count in (0, 1, 63)] == [0, 1, 63]


@quick
@given(foreign | st.none(), foreign | st.none(), st.integers(0, 20))
def test_several_keys_between_foreign_ones_are_in_order_or_refused(
    low: str | None, high: str | None, count: int
) -> None:
    try:
        keys = spread(low, high, count)
    except ValueError:
        return
    assert len(keys) == count
    ends = [each for each in (low, *keys, high) if each is not None] if count else []
    assert all(one < other for one, other in pairwise(ends))


def test_ten_thousand_keys_between_two_have_at_most_five_characters() -> None:
    assert max(map(len, spread("a0", "a1", 10_000))) <= 5

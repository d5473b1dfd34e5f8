"""The Change as a value: inverse and combination."""

from typing import Any

from hypothesis import given

from debatemap.core.change import HEADER, TABLES, Change, combine
from debatemap.core.debate import Debate
from debatemap.core.model import Claim, Header
from tests.soundness import difference, fresh, picture, records
from tests.strategies import debates

RAIN, SUN = Claim("It rains."), Claim("The sun shines.")


@given(debates(), debates())
def test_a_change_turns_any_debate_into_any_other_and_back(one: Debate, other: Debate) -> None:
    change, first = difference(one, other), picture(one)
    one.apply(change)
    assert picture(one) == picture(other)
    one.apply(change.inverse())
    assert picture(one) == first


@given(debates(), debates(), debates())
def test_two_changes_combined_do_what_they_do_one_by_one(
    first: Debate, second: Debate, third: Debate
) -> None:
    both = combine([difference(first, second), difference(second, third)])
    debate = fresh(first)
    debate.apply(both)
    assert picture(debate) == picture(third)
    assert records(first) != records(third) or not both


@given(debates(), debates())
def test_a_change_and_its_inverse_are_nothing(one: Debate, other: Debate) -> None:
    change = difference(one, other)
    assert not combine([change, change.inverse()])
    assert change.inverse().inverse() == change


@given(debates(), debates())
def test_a_change_lists_each_record_once(one: Debate, other: Debate) -> None:
    edits = list(difference(one, other).edits())
    assert len({(table, key) for table, key, _, _ in edits}) == len(edits)
    assert all(before != after for _, _, before, after in edits)
    assert {table for table, _, _, _ in edits} <= set(TABLES)


def test_a_change_without_records_is_false_whatever_it_says() -> None:
    assert not Change("do nothing")
    assert Change("add", claims={"a": (None, RAIN)})
    assert Change("rename", header={HEADER: (Header("m"), Header("m", "Title"))})


def test_the_inverse_says_the_same_so_that_undo_can_tell_what_it_undid() -> None:
    assert Change("add “It rains.”", claims={"a": (None, RAIN)}).inverse().said == "add “It rains.”"


def test_combining_keeps_the_first_before_and_the_last_after() -> None:
    reword = Change("reword", claims={"a": (RAIN, SUN)})
    delete = Change("delete", claims={"a": (SUN, None)})
    both = combine([reword, delete])
    assert both.claims == {"a": (RAIN, None)}
    assert both.said == "reword"
    assert combine([reword, delete], "replace").said == "replace"


def test_combining_leaves_both_changes_as_they_were() -> None:
    one: Any = {"a": (None, RAIN)}
    first, second = Change("add", claims=one), Change("reword", claims={"a": (RAIN, SUN)})
    combine([first, second])
    assert first.claims == {"a": (None, RAIN)}
    assert second.claims == {"a": (RAIN, SUN)}

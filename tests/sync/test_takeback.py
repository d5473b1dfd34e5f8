"""Differences taken back: one by one and in any order, each leaves a sound debate."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from debatemap import edit
from debatemap.core.change import Change
from debatemap.core.debate import Debate
from debatemap.core.model import SourceText
from debatemap.core.text import safe_line
from debatemap.edit import EditRefusedError
from debatemap.sync.diff.difference import Difference
from debatemap.sync.diff.differences import differences
from debatemap.sync.diff.takeback import take_back
from tests.edit.verbs import VERBS, attempt, changes, steady_ids
from tests.soundness import assert_sound, fresh, picture, records
from tests.strategies import debates, sketch
from tests.tui.maps import rain

quick = settings(
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


def taken(debate: Debate, difference: Difference, before: Debate) -> Change | str:
    """Takes a difference back, or returns why not; whatever comes of it must be sound."""
    untouched = picture(debate)
    try:
        change = take_back(debate, difference, before)
    except EditRefusedError as error:
        reason = str(error)
    else:
        return applied(debate, change)
    assert reason
    assert reason == safe_line(reason)
    assert picture(debate) == untouched
    return reason


def applied(debate: Debate, change: Change) -> Change:
    """Puts a change into effect, and asserts that it leaves a sound debate."""
    assert change
    assert change.said == safe_line(change.said)
    earlier = fresh(debate)
    debate.apply(change)
    assert_sound(debate, earlier)
    return change


def take_all(data: st.DataObject, before: Debate, now: Debate) -> list[Difference]:
    """Takes differences back in any order until every one is refused; returns what is left."""
    for _ in range(60):
        found = differences(before, now)
        for difference in data.draw(st.permutations(found)) if found else ():
            if isinstance(taken(now, difference, before), Change):
                break
        else:
            return found
    raise AssertionError("it goes in a circle")


@quick
@given(st.data(), debates(least_claims=2), st.lists(st.sampled_from(sorted(VERBS)), max_size=4))
def test_what_verbs_did_is_taken_back(
    data: st.DataObject, before: Debate, verbs: list[str]
) -> None:
    now = fresh(before)
    with steady_ids():
        for verb in verbs:
            change = attempt(data.draw(changes(now, verb), label=verb))
            if isinstance(change, Change):
                now.apply(change)
        take_all(data, before, now)


@quick
@given(st.data(), debates(), debates())
def test_any_two_debates_come_together(data: st.DataObject, before: Debate, now: Debate) -> None:
    take_all(data, before, now)


@quick
@given(st.data(), debates(least_claims=2), debates(least_claims=2), debates())
def test_a_difference_that_is_out_of_date_does_no_harm(
    data: st.DataObject, before: Debate, then: Debate, now: Debate
) -> None:
    found = differences(before, then)
    for difference in data.draw(st.permutations(found)) if found else ():
        taken(now, difference, before)


def only(before: Debate, now: Debate) -> Difference:
    (found,) = differences(before, now)
    return found


@pytest.mark.parametrize(
    "made",
    [
        lambda d: edit.reword(d, "sun", "Sun is bad."),
        lambda d: edit.flip(d, "l-plants"),
        lambda d: edit.add_reply(d, "sun", "attacks", "It burns."),
        lambda d: edit.delete_claim(d, "snow"),
        lambda d: edit.make_thesis(d, "snow"),
        lambda d: edit.unmake_thesis(d, "sun"),
        lambda d: edit.set_note(d, "sun", "A note."),
        lambda d: edit.rate(d, "sun", "Ann", 40),
        lambda d: edit.uncite(d, "plants", 0),
        lambda d: edit.unlink(d, "l-too"),
        lambda d: edit.connect(d, "snow", "sun", "attacks"),
        lambda d: edit.set_title(d, "Weather"),
        lambda d: edit.set_source_text(d, "almanac", SourceText("texts/almanac.txt")),
        lambda d: edit.move(d, "roots", "l-roots", "sun"),
    ],
)
def test_one_thing_done_is_one_thing_taken_back(made: object) -> None:
    before, now = rain(), rain()
    now.apply(made(now))  # type: ignore[operator]
    change = taken(now, only(before, now), before)
    assert isinstance(change, Change)
    assert records(now) == records(before)


def test_a_new_branch_goes_whole_and_a_gone_one_comes_back_whole() -> None:
    with_branch, without = sketch("T", p="P + T", q="Q - P", r="R - p"), sketch("T")
    for before, after in ((without, with_branch), (with_branch, without)):
        now = fresh(after)
        head = next(found for found in differences(before, now) if found.id == "P")
        taken(now, head, before)
        assert records(now) == records(before)


def test_what_was_there_before_stays_where_a_new_claim_above_it_goes() -> None:
    before, now = sketch("T", p="P + T"), sketch("T", n="N + T", p="P + N")
    new = next(found for found in differences(before, now) if found.kind == "added")
    taken(now, new, before)
    assert "P" in now.claims
    assert "N" not in now.claims


def test_a_reply_waits_for_the_claim_that_it_stood_under() -> None:
    before, now = sketch("T", p="P + T", q="Q - P"), sketch("T")
    beneath = next(found for found in differences(before, now) if found.id == "Q")
    assert "bring that back first" in str(taken(now, beneath, before))


def test_words_that_were_changed_once_more_are_given_back_all_the_same() -> None:
    before, now = rain(), rain()
    now.apply(edit.reword(now, "sun", "Sun is bad."))
    found = only(before, now)
    now.apply(edit.reword(now, "sun", "Sun is awful."))
    change = taken(now, found, before)
    assert isinstance(change, Change)
    assert change.said == "give “Sun is awful.” its old words"
    assert now.claims["sun"].text == "Sun is good."
    assert taken(now, found, before) == "that is as it was before already"


@quick
@given(st.data(), st.lists(st.sampled_from(sorted(VERBS)), min_size=1, max_size=5))
def test_where_nothing_was_missing_nothing_is_left(data: st.DataObject, verbs: list[str]) -> None:
    before, now = rain(), rain()
    with steady_ids():
        for verb in verbs:
            change = attempt(data.draw(changes(now, verb), label=verb))
            if isinstance(change, Change):
                now.apply(change)
        assert take_all(data, before, now) == []

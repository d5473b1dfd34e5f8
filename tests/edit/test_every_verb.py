"""What holds for each verb, whatever the debate and the arguments."""

import inspect
from collections import Counter
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st

from debatemap import edit
from debatemap.core.debate import Debate, StaleChangeError
from debatemap.core.text import safe_line
from debatemap.formats.native.codec import dump
from tests.edit.verbs import VERBS, attempt, changes, steady_ids
from tests.extent import share
from tests.soundness import assert_sound, fresh, picture
from tests.strategies import debates

if TYPE_CHECKING:
    from debatemap.core.change import Change

quick = settings(
    max_examples=20,  # of more than fifty verbs each
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
some_debate = debates(least_claims=3)
_TRIES = 25
"""Times that a verb is tried until chance has found it something to do: few need a second."""


@pytest.mark.parametrize("verb", share([*VERBS], 0, 2))
def test_a_verb_leaves_a_sound_debate_and_its_inverse_takes_it_back(verb: str) -> None:
    outcomes: Counter[str] = Counter()

    @quick
    @given(some_debate, st.data())
    def check(debate: Debate, data: st.DataObject) -> None:
        untouched, bytes_before = picture(debate), dump(debate)
        change = attempt(data.draw(changes(debate, verb)))
        assert picture(debate) == untouched, "a verb writes to nothing"
        outcomes["called"] += 1
        if isinstance(change, str):
            event(f"refused: {change}")
            assert change == safe_line(change)
            return
        outcomes["done"] += bool(change)
        event(f"done: {bool(change)}")
        assert change.said
        assert change.said == safe_line(change.said)
        before = fresh(debate)
        debate.apply(change)
        assert_sound(debate, before)
        debate.apply(change.inverse())
        assert picture(debate) == untouched
        assert dump(debate) == bytes_before

    for _ in range(_TRIES):
        check()
        if outcomes["done"] * 30 >= outcomes["called"]:
            return
    assert outcomes["done"] * 100 >= outcomes["called"], "the verb nearly always refuses"


@quick
@given(some_debate, st.data())
def test_after_any_edits_the_graph_is_the_one_made_from_the_records(
    debate: Debate, data: st.DataObject
) -> None:
    first = fresh(debate)
    done: list[Change] = []
    with steady_ids():
        for verb in data.draw(st.lists(st.sampled_from(sorted(VERBS)), min_size=2, max_size=8)):
            change = attempt(data.draw(changes(debate, verb)))
            if isinstance(change, str):
                continue
            done.append(change)
            debate.apply(change)
            assert_sound(debate, first)
    for change in reversed(done):
        debate.apply(change.inverse())
    assert picture(debate) == picture(first)


@pytest.mark.parametrize("verb", share([*VERBS], 1, 2))
def test_a_change_made_for_another_state_is_refused_whole(verb: str) -> None:
    @settings(quick, max_examples=8)
    @given(some_debate, st.data())
    def check(debate: Debate, data: st.DataObject) -> None:
        change = attempt(data.draw(changes(debate, verb)))
        if isinstance(change, str) or not change:
            return
        debate.apply(change)
        after = picture(debate)
        with pytest.raises(StaleChangeError):
            debate.apply(change)
        assert picture(debate) == after

    check()


def test_every_verb_is_tried() -> None:
    public = {name: getattr(edit, name) for name in edit.__all__}
    verbs = {
        name
        for name, value in public.items()
        if inspect.isfunction(value) and "Change" in str(inspect.signature(value).return_annotation)
    }
    assert verbs <= VERBS.keys()
    assert len(verbs) > 30

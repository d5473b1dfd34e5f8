"""Settling conflicts: every one that a merge leaves can be settled either way, as one step."""

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from debatemap.core.debate import Debate
from debatemap.core.model import Claim, Header
from debatemap.core.text import safe_line
from debatemap.edit import EditRefusedError
from debatemap.formats.native.codec import dump
from debatemap.sync.merge.conflict import ABSENT, CONFLICTS, Conflict, canonical, conflicts_in
from debatemap.sync.merge.settle import choices, name_conflict, settle, standing
from debatemap.sync.merge.three_way import merge3
from tests.soundness import assert_sound, fresh, picture
from tests.strategies import debates, json_values, sketch

RAIN = Claim("It rains.")


def merged(ours: Claim | None, theirs: Claim | None, base: Claim | None = RAIN) -> Debate:
    debates = ({"a": claim} if claim else {} for claim in (base, ours, theirs))
    return merge3(*(Debate(Header("m"), claims) for claims in debates)).debate


def only(debate: Debate) -> Conflict:
    (conflict,) = conflicts_in(debate)
    return conflict


def test_either_side_can_be_chosen() -> None:
    for choice in ("It pours.", "It snows."):
        debate = merged(Claim("It pours."), Claim("It snows."))
        conflict = only(debate)
        assert choices(conflict) == ["It pours.", "It snows."]
        assert standing(debate, conflict) == "It pours."
        assert name_conflict(debate, conflict) == "the words of “It pours.”"
        debate.apply(settle(debate, conflict, choice))
        assert debate.claims["a"].text == choice
        assert CONFLICTS not in debate.header.beside


def test_another_value_can_be_written() -> None:
    debate = merged(Claim("It pours."), Claim("It snows."))
    change = settle(debate, only(debate), "It hails.")
    assert change.said == "settle the words of “It pours.”"
    debate.apply(change)
    assert debate.claims["a"].text == "It hails."


def test_what_was_deleted_and_edited_can_go_or_stay() -> None:
    for choice, left in ((ABSENT, {}), (None, {"a": Claim("It pours.")})):
        debate = merged(None, Claim("It pours."))
        conflict = only(debate)
        debate.apply(settle(debate, conflict, conflict.values[0] if choice is None else choice))
        assert dict(debate.claims) == left
        assert conflicts_in(debate) == []


def test_a_conflict_is_settled_once() -> None:
    debate = merged(Claim("It pours."), Claim("It snows."))
    conflict = only(debate)
    debate.apply(settle(debate, conflict, "It pours."))
    with pytest.raises(EditRefusedError, match="already"):
        settle(debate, conflict, "It pours.")


def test_edits_after_the_merge_are_kept() -> None:
    debate = merged(None, Claim("It pours."))
    conflict = only(debate)
    edited = Debate(debate.header, {"a": Claim("It pours a lot.")})
    edited.apply(settle(edited, conflict, conflict.values[0]))
    assert edited.claims["a"].text == "It pours a lot."


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (["claims", "a", "text"], 5),
        (["claims", "a", "tags"], "no list"),
        (["claims", "a", "sources"], [{"quote": "of nothing"}]),
        (["links", "p", "stance"], "wonders"),
        (["links", "p", "to"], "gone"),
        (["links", "p", "from"], "gone"),
        (["links", "p", "to"], "p"),
        (["map", "theses"], ["not an id!"]),
        (["stances", "Ada", "T"], 101),
    ],
)
def test_a_strangers_value_that_cannot_stand_there_is_refused(path: list[str], value: Any) -> None:  # noqa: ANN401  (any JSON)
    debate = sketch("T a", p="P + T")
    entry = {"path": path, "values": [value]}
    debate = Debate(
        debate.header._replace(beside={CONFLICTS: [entry]}), debate.claims, debate.links
    )
    before = picture(debate)
    with pytest.raises(EditRefusedError):
        settle(debate, only(debate), value)
    assert picture(debate) == before


def test_a_rating_of_what_another_choice_has_deleted_is_none() -> None:
    entry = {"path": ["stances", "Ada", "gone"], "values": [0, 21]}
    debate = sketch("T a")
    debate = Debate(debate.header._replace(beside={CONFLICTS: [entry]}), debate.claims)
    before = fresh(debate)
    debate.apply(settle(debate, only(debate), 21))
    assert_sound(debate, before)
    assert conflicts_in(debate) == []
    assert debate.stances == {}


@pytest.mark.parametrize("path", [[], ["Dry"], ["Dry", "gone"]])
def test_nothing_is_assumed_of_what_the_other_side_has_deleted(path: list[str]) -> None:
    scenarios: Any = {"Dry": {"a": "true", "gone": "true"}}
    for key in path:
        scenarios = scenarios[key]
    entry = {"path": ["scenarios", *path], "values": [scenarios]}
    debate = sketch("T a")
    debate = Debate(debate.header._replace(beside={CONFLICTS: [entry]}), debate.claims)
    before = fresh(debate)
    debate.apply(settle(debate, only(debate), scenarios))
    assert_sound(debate, before)
    assert conflicts_in(debate) == []


@settings(suppress_health_check=list(HealthCheck))
@given(debates(), debates(), debates(), st.data())
def test_all_conflicts_of_a_merge_can_be_settled(
    base: Debate, ours: Debate, theirs: Debate, data: st.DataObject
) -> None:
    debate = merge3(base, ours, theirs).debate
    for _ in range(len(conflicts_in(debate))):
        conflict = conflicts_in(debate)[0]
        name = name_conflict(debate, conflict)
        assert name == safe_line(name)
        before, untouched = fresh(debate), picture(debate)
        options = choices(conflict) or [ABSENT]
        value = data.draw(st.sampled_from(options))
        try:
            change = settle(debate, conflict, value)
        except EditRefusedError:
            change = settle(debate, conflict, standing(debate, conflict))
        debate.apply(change)
        assert_sound(debate, before)
        debate.apply(change.inverse())
        assert picture(debate) == untouched
        debate.apply(change)
    assert conflicts_in(debate) == []


@settings(suppress_health_check=list(HealthCheck))
@given(debates(least_claims=2), json_values, st.data())
def test_whatever_another_program_wrote_there_can_be_dismissed(
    debate: Debate,
    odd: Any,  # noqa: ANN401  (any JSON)
    data: st.DataObject,
) -> None:
    table = st.sampled_from(["claims", "links", "sources", "map", "stances", "x", ""])
    keys = st.sampled_from([*debate.claims, *debate.links, "text", "to", "title", "Ada", ""])
    entry = {
        "path": [data.draw(table), *data.draw(st.lists(keys, max_size=3))],
        "values": [odd, data.draw(json_values)],
        "deleted": data.draw(st.booleans()),
    }
    entries: list[Any] = data.draw(st.sampled_from([[entry], [odd], [odd, entry], [5, entry]]))
    beside = {CONFLICTS: entries}
    debate = Debate(**{**_records(debate), "header": debate.header._replace(beside=beside)})
    for conflict in conflicts_in(debate):
        assert name_conflict(debate, conflict)
        for value in [*choices(conflict), ABSENT]:
            try:
                settle(debate, conflict, value)
            except EditRefusedError:
                continue
    for conflict in conflicts_in(debate):
        debate.apply(settle(debate, conflict, standing(debate, conflict)))
    assert CONFLICTS not in debate.header.beside
    dump(debate)


def _records(debate: Debate) -> dict[str, Any]:
    tables = debate.tables()
    return {**tables, "header": debate.header}


def test_the_order_of_keys_makes_no_difference() -> None:
    assert canonical({"a": 1, "b": 2}) == canonical({"b": 2, "a": 1})

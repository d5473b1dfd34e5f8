"""Scenarios: kept and dropped, in the file and through edits of what they are about."""

import json
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from debatemap import edit
from debatemap.core.change import Change
from debatemap.core.debate import Debate
from debatemap.core.model import Header
from debatemap.core.scenarios import ABSENT, FALSE, SCENARIOS, TRUE, Assumption, scenarios_in
from debatemap.edit import EditRefusedError
from debatemap.formats.native.codec import dump, parse
from tests.soundness import fresh
from tests.strategies import debates, json_values, sketch


def after(debate: Debate, *changes: Change) -> Debate:
    made = fresh(debate)
    for change in changes:
        made.apply(change)
    return made


def having(debate: Debate, **scenarios: object) -> Debate:
    """Returns a debate with scenarios, or with what is none."""
    changed = Change(header={"map": (debate.header, Header("map", theses=("T",), beside={
        SCENARIOS: scenarios}))})  # fmt: skip
    return after(debate, changed)


def kept(debate: Debate) -> dict[str, dict[str, Assumption]]:
    return scenarios_in(debate.header)


plain = sketch("T", p="P + T", q="Q - T", u="U - p")


@given(debates(least_claims=2), st.data())
def test_what_is_kept_is_in_the_file_and_what_is_dropped_is_not(
    debate: Debate, data: st.DataObject
) -> None:
    nodes = st.sampled_from(sorted({*debate.claims, *debate.links}))
    worlds = st.sampled_from([TRUE, FALSE, ABSENT])
    assumed = data.draw(st.dictionaries(nodes, worlds, min_size=1))
    before = dump(debate)
    try:
        keep = edit.keep_scenario(debate, "Mine", assumed)
    except EditRefusedError:
        assert not isinstance(debate.header.beside[SCENARIOS], dict)
        return
    debate.apply(keep)
    data_kept = dump(debate)
    read = parse(data_kept).debate
    assert kept(read)["Mine"] == assumed
    assert dump(read) == data_kept
    drop = edit.drop_scenario(debate, "Mine")
    debate.apply(drop)
    assert "Mine" not in kept(parse(dump(debate)).debate)
    debate.apply(drop.inverse())
    assert dump(debate) == data_kept
    debate.apply(keep.inverse())
    assert dump(debate) == before


@given(json_values, st.one_of(json_values, st.dictionaries(st.text(max_size=3), json_values)))
def test_what_is_no_scenario_opens_and_survives_to_the_byte(other: object, odd: object) -> None:
    whole = json.loads(dump(plain)) | {"conflicts": [], SCENARIOS: odd, "zz": other}
    text = parse(json.dumps(whole).encode()).debate
    data = dump(text)
    assert json.loads(data)[SCENARIOS] == odd
    read = parse(data).debate
    assert dump(read) == data
    change = edit.reword(read, "T", "Another.")
    read.apply(change)
    assert json.loads(dump(read))[SCENARIOS] == odd
    read.apply(change.inverse())
    assert dump(read) == data


def test_a_scenario_stands_sorted_after_the_stances_and_takes_the_place_of_its_namesake() -> None:
    debate = after(plain, edit.rate(plain, "P", "Ada", 80))
    debate.apply(edit.keep_scenario(debate, "B", {"P": TRUE}))
    debate.apply(edit.keep_scenario(debate, " A\n\x1b ", {"q": ABSENT, "P": FALSE}))
    debate.apply(edit.keep_scenario(debate, "B", {"Q": FALSE}))
    shape = json.loads(dump(debate))
    assert list(shape)[-1] == SCENARIOS
    assert json.dumps(shape[SCENARIOS]) == json.dumps(
        {"A": {"P": "false", "q": "absent"}, "B": {"Q": "false"}}
    )
    assert edit.keep_scenario(debate, "B", {"Q": FALSE}) == Change("keep the scenario “B”")


def test_keeping_leaves_what_is_not_understood() -> None:
    debate = having(plain, Dry={"P": 0.7, "Q": "true"}, Wet=3)
    debate.apply(edit.keep_scenario(debate, "Dry", {"T": TRUE}))
    assert debate.header.beside[SCENARIOS] == {"Dry": {"P": 0.7, "T": "true"}, "Wet": 3}


def test_renaming_keeps_what_is_assumed() -> None:
    debate = having(plain, Dry={"P": "true"}, Wet={"Q": "true"})
    debate.apply(edit.rename_scenario(debate, "Dry", "Zed "))
    assert kept(debate) == {"Wet": {"Q": "true"}, "Zed": {"P": "true"}}


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda d: edit.keep_scenario(d, " \x1b", {"P": TRUE}), "a scenario needs a name"),
        (lambda d: edit.keep_scenario(d, "X", {}), "nothing is assumed"),
        (lambda d: edit.keep_scenario(d, "X", {"none": TRUE}), "there is no claim or link none"),
        (lambda d: edit.keep_scenario(d, "Odd", {"P": TRUE}), "something else under that name"),
        (lambda d: edit.drop_scenario(d, "Odd"), "there is no scenario “Odd”"),
        (lambda d: edit.rename_scenario(d, "None", "X"), "there is no scenario “None”"),
        (lambda d: edit.rename_scenario(d, "Dry", ""), "a scenario needs a name"),
        (lambda d: edit.rename_scenario(d, "Dry", "Odd"), "a scenario “Odd” already"),
        (lambda d: edit.apply_assumptions(d, {}), "nothing is assumed"),
        (lambda d: edit.apply_assumptions(d, {"P": TRUE}), "needs the name of a person"),
        (lambda d: edit.apply_assumptions(d, {"none": ABSENT}), "no claim or link none"),
    ],
)
def test_what_makes_no_sense_is_refused(change: Callable[[Debate], Change], said: str) -> None:
    with pytest.raises(EditRefusedError, match=said):
        change(having(plain, Dry={"P": "true"}, Odd=3))


def test_a_key_that_holds_something_else_is_left_alone() -> None:
    header = Header("m", beside={SCENARIOS: [1]})
    debate = Debate(header, plain.claims, plain.links)
    with pytest.raises(EditRefusedError, match="of a kind that is unknown"):
        edit.keep_scenario(debate, "Dry", {"P": TRUE})


def test_what_goes_is_assumed_no_more_and_undo_brings_it_back() -> None:
    debate = having(plain, Dry={"P": "true", "p": "false", "u": "absent"}, Wet={"P": "false"})
    for change in (edit.delete_claim(debate, "P"), edit.delete_branch(debate, "P", "p")):
        without = after(debate, change)
        assert kept(without) == {}
        assert SCENARIOS not in without.header.beside
        assert dump(after(without, change.inverse())) == dump(debate)
    assert kept(after(debate, edit.unlink(debate, "p"))) == {
        "Dry": {"P": "true"}, "Wet": {"P": "false"}
    }  # fmt: skip


def test_what_is_merged_takes_its_assumptions_along() -> None:
    debate = having(plain, Dry={"P": "true", "Q": "false"}, Wet={"Q": "absent"})
    change = edit.merge_claims(debate, "P", "Q")
    assert "what “Dry” assumes of the other, false, goes" in change.said
    assert kept(after(debate, change)) == {"Dry": {"P": "true"}, "Wet": {"P": "absent"}}


def test_a_link_that_becomes_another_takes_its_assumption_along() -> None:
    debate = having(sketch("T", p="P + T", q="Q + T"), Dry={"q": "false"})
    assert kept(after(debate, edit.merge_claims(debate, "P", "Q"))) == {"Dry": {"p": "false"}}


def test_what_is_cut_and_pasted_is_assumed_as_before() -> None:
    debate = having(plain, Dry={"P": "true", "U": "false", "Q": "absent"})
    fragment, cut = edit.cut_fragment(debate, "P", "p")
    between = after(debate, cut)
    assert kept(between) == {"Dry": {"Q": "absent"}}
    pasted = after(between, edit.paste_fragment(between, fragment, "Q", "supports"))
    assert kept(pasted) == kept(debate)


def test_applying_rates_and_deletes_in_one_step() -> None:
    debate = after(plain, edit.rate(plain, "P", "Ada", 30))
    debate.apply(edit.rate(debate, "P", "Bo", 40))
    change = edit.apply_assumptions(
        debate, {"P": TRUE, "p": FALSE, "Q": ABSENT, "u": ABSENT}, "Ada"
    )
    assert change.said == "apply 4 assumptions; 1 link deleted; 1 claim now unplaced"
    applied = after(debate, change)
    assert applied.stances == {"Ada": {"P": 100, "p": 0}, "Bo": {"P": 40}}
    assert applied.claims.keys() == {"T", "P", "U"}
    assert applied.links.keys() == {"p"}
    assert dump(after(applied, change.inverse())) == dump(debate)


def test_what_goes_with_something_absent_is_not_rated() -> None:
    change = edit.apply_assumptions(plain, {"P": ABSENT, "p": TRUE, "u": FALSE}, "Ada")
    assert not change.stances
    assert after(plain, change).links.keys() == {"q"}

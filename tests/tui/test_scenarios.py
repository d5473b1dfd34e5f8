"""What-ifs that are kept in the map, opened, dropped, applied; and left."""

from pathlib import Path
from typing import Final

import pytest
from hypothesis import given, reject
from hypothesis import strategies as st

from debatemap import edit
from debatemap.config import Config
from debatemap.core.debate import Debate
from debatemap.core.scenarios import scenarios_in
from debatemap.formats.native.codec import dump
from debatemap.judge.interval import LOOKS_OF_MANY
from debatemap.judge.judgement import ABSENT, FALSE, TRUE, Judgement
from debatemap.tui.features.what_if.assumptions import kept_as, outcomes
from debatemap.workspace.session import Session, open_session
from tests.soundness import records
from tests.strategies import debates
from tests.tui.driver import opened
from tests.tui.maps import rain
from tests.tui.supposed import assert_judged_as_assumed, until

ANN: Final = Config(name="ann")


async def test_a_what_if_is_kept_by_a_name_until_it_changes() -> None:
    async with opened(rain(), size=(100, 24)) as user:
        await user.go_to("Streets flood.")
        await user.press("w", "f", "w", "k")
        assert "Keep 1 assumption under which name?" in user.text
        await user.type("Dry")
        await user.press("enter")
        assert user.said == "Kept as “Dry”, in the map's file once that is saved."
        assert scenarios_in(user.debate.header) == {"Dry": {"floods": FALSE}}
        assert "what-if “Dry”" in user.lines[0]
        assert "● unsaved" in user.lines[0]
        await user.press("w", "F")
        assert "what-if: 2 assumed" in user.lines[0]
        await user.press("w", "k")
        await user.press("enter")
        assert "There is a scenario “Dry”, with 1 assumption." in user.text
        await user.press("escape")
        assert scenarios_in(user.debate.header) == {"Dry": {"floods": FALSE}}
        await user.press("w", "k")
        await user.press("enter")
        await user.press("r")
        both = {"floods": FALSE, "l-floods": FALSE}
        assert scenarios_in(user.debate.header) == {"Dry": both}
        await user.press("u")
        assert "what-if: 2 assumed" in user.lines[0], "it is not kept any more"
        await user.press("u")
        assert not user.session.dirty
        await assert_judged_as_assumed(user, both)
        await user.press("w", "k")
        await user.press("ctrl+u", "enter")
        assert user.said == "A scenario needs a name."


async def test_a_scenario_shows_its_verdict_and_is_opened_or_dropped() -> None:
    kept = {"Dry": {"floods": FALSE}, "Wet": {"floods": TRUE, "gone": TRUE}}
    plain = rain()
    header = plain.header._replace(beside={"scenarios": kept})
    debate = Debate(header, plain.claims, plain.links, plain.sources)
    judgements = [Judgement(debate, assumed={"floods": state}) for state in (FALSE, TRUE)]
    dry, wet = (each.sure_verdict("rain", LOOKS_OF_MANY).words for each in judgements)
    assert dry != wet
    async with opened(debate, size=(100, 24)) as user:
        await user.press("w", "o")
        await until(user, lambda: dry in user.text)
        assert wet in user.text
        assert "“Streets flood.” is false" in user.text
        await user.type("wet")
        await user.press("enter")
        await assert_judged_as_assumed(user, {"floods": TRUE})
        assert "what-if “Wet”" in user.lines[0]
        await user.press("w", "o")
        await until(user, lambda: "● Wet" in user.text)
        await user.press("ctrl+x")
        assert "Dropped the scenario “Dry”" in user.text
        await user.press("ctrl+x")
        assert not user.is_asked
        await user.press("w", "o")
        assert user.said.endswith("the map has no scenario; w k keeps what is assumed as one")
        await user.press("u", "u")
        assert set(scenarios_in(user.debate.header)) == {"Dry", "Wet"}


async def test_opening_a_scenario_asks_about_what_is_not_kept() -> None:
    debate = rain()
    debate.apply(edit.keep_scenario(debate, "Dry", {"floods": FALSE}))
    async with opened(debate, size=(100, 24)) as user:
        await user.go_to("Plants grow.")
        await user.press("w", "a", "w", "o")
        await user.press("enter")
        assert "The what-if with 1 assumption is not kept." in user.text
        await user.press("s")
        await assert_judged_as_assumed(user, {"plants": ABSENT})
        await user.press("w", "o")
        await user.press("enter")
        await user.press("k")
        await user.press(*"Bare", "enter")
        await assert_judged_as_assumed(user, {"floods": FALSE})
        assert set(scenarios_in(user.debate.header)) == {"Bare", "Dry"}
        await user.press("w", "o")
        await user.press("enter")
        assert not user.is_asked, "it was kept"
        await assert_judged_as_assumed(user, {"plants": ABSENT})


async def test_applying_it_says_what_it_does_and_is_one_step() -> None:
    async with opened(rain(), size=(100, 30), settings=ANN) as user:
        await user.go_to("Plants grow.")
        await user.press("w", "a")
        await user.go_to("Streets flood.")
        await user.press("w", "f")
        await user.go_to("Wells fill.")
        await user.press("w", "T", "w", "p")
        assert "Apply 3 assumptions to the map?" in user.text
        assert "“Plants grow.”: deleted everywhere" in user.text
        assert "3 links will go with it. 2 claims will be unplaced." in user.text
        assert "“Streets flood.”: rated 0 by ann" in user.text
        assert "the joint step from “Wells fill.”: rated 100 by ann" in user.text
        await user.press("escape")
        assert len(user.map.judging.assumed) == 3
        await user.press("w", "p")
        await user.press("y")
        assert user.said == "Applied 3 assumptions; 3 links deleted; 2 claims now unplaced"
        await assert_judged_as_assumed(user, {})
        assert user.debate.stances == {"ann": {"floods": 0, "l-wells": 100}}
        assert "plants" not in user.debate.claims
        await user.press("u")
        assert records(user.debate) == records(rain())
        assert not user.session.can_undo


async def test_a_name_is_asked_for_where_there_is_something_to_rate() -> None:
    async with opened(rain()) as user:
        await user.press("j", "w", "a", "w", "p")
        assert "deleted everywhere" in user.text
        await user.press("escape", "w", "f", "w", "p")
        assert "Under which name do you rate?" in user.text
        await user.press("escape")
        assert not user.is_asked
        await user.press("w", "p")
        await user.press(*"bo", "enter")
        await user.press("y")
        assert list(user.debate.stances) == ["bo"]


async def test_quitting_asks_about_a_what_if_that_is_not_kept() -> None:
    async with opened(rain()) as user:
        await user.press("j", "w", "w", "q")
        assert "The what-if with 1 assumption is not kept." in user.text
        await user.press("escape")
        assert not user.is_asked
        await user.press("q")
        await user.press("k")
        await user.press(*"Doubt", "enter")
        assert "has unsaved edits" in user.text
        await user.press("c")
        await user.press("q")
        assert "has unsaved edits" in user.text, "the what-if is kept by now"
        await user.press("c")
        await user.press("w", "t", "q")
        await user.press("d")
        await user.press("d")
        await user.rest_until_closed()
        assert user.app._exit


async def test_reading_the_file_again_asks_and_ends_it(tmp_path: Path) -> None:
    path = tmp_path / "rain.json"
    path.write_bytes(dump(rain()))
    async with opened(open_session(path)) as user:
        await user.press("j", "w", "w", "g", "r")
        await user.press("s")
        assert user.map.judging.assumed
        await user.press("g", "r")
        await user.press("d")
        await until(user, lambda: user.said == "Reloaded.")
        await assert_judged_as_assumed(user, {})
        assert "what-if" not in user.lines[0]


async def test_a_map_that_is_only_read_can_be_asked_but_keeps_nothing() -> None:
    session = Session(rain())
    session.read_only = "it was opened read-only"
    async with opened(session, size=(100, 20)) as user:
        await user.press("j", "w", "f")
        assert user.map.judging.assumed == {"plants": FALSE}
        for keys in ("wk", "wp"):
            await user.press(*keys)
            assert "read-only" in user.said
        await user.press("q")
        assert "drop it" in user.text
        assert "keep it" not in user.text
        await user.press("escape")
        assert not user.is_asked


@given(st.data(), debates())
def test_what_is_kept_is_known_to_be_and_leads_where_it_did(
    data: st.DataObject, debate: Debate
) -> None:
    nodes = [*debate.claims, *debate.links]
    if not debate.claims:
        return
    kinds = st.sampled_from([TRUE, FALSE, ABSENT])
    assumed = data.draw(st.dictionaries(st.sampled_from(nodes), kinds, min_size=1, max_size=4))
    try:
        change = edit.keep_scenario(debate, "what if", assumed)
    except edit.EditRefusedError:
        # What stands there is no scenario.
        reject()
    debate.apply(change)
    # One that assumes the same may stand before it.
    known = scenarios_in(debate.header)[kept_as(debate, assumed) or ""]
    assert known.items() >= assumed.items()
    assert not {node for node in known if node in nodes} - set(assumed)
    thesis = data.draw(st.sampled_from(sorted(debate.claims)))
    judgement = Judgement(debate)
    before = judgement.verdict(thesis)
    found = outcomes(judgement, thesis, scenarios_in(debate.header))
    anew = Judgement(debate, assumed=assumed).verdict(thesis)
    # Weighed in another order, the last digit may be another.
    kept = found["what if"]
    assert kept.side == anew.side
    assert [kept.strength, *(kept.range or ())] == pytest.approx(
        [anew.strength, *(anew.range or ())]
    )
    assert judgement.verdict(thesis) == before
    node = data.draw(st.sampled_from(sorted(assumed)))
    other = {**assumed, node: TRUE if assumed[node] != TRUE else FALSE}
    assert kept_as(debate, other) != "what if"

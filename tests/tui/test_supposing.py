"""What-ifs on the screen: what is assumed, what that changes, and what leads out of it."""

import threading
from collections.abc import Callable
from functools import partialmethod
from pathlib import Path
from typing import Final

import pytest

from debatemap import edit
from debatemap.config import Config
from debatemap.core.debate import Debate
from debatemap.core.model import Claim, Header, Link
from debatemap.formats.native.codec import dump
from debatemap.judge.judgement import ABSENT, FALSE, TRUE, Judgement
from debatemap.workspace.session import open_session
from tests.tui.driver import opened
from tests.tui.maps import rain
from tests.tui.supposed import assert_judged_as_assumed, column, until

ANN: Final = Config(name="ann")


async def test_a_key_doubts_a_claim_then_grants_it_then_leaves_it() -> None:
    async with opened(rain(), size=(100, 24)) as user:
        await user.go_to("Streets flood.")
        assert "for, " in user.lines[0]
        await user.press("w", "w")
        assert user.said == "What if “Streets flood.” is false: for, 59 → 74 of 100; w d leaves"
        assert "for, 59 → 74" in user.lines[0]
        assert user.lines[0].rstrip().endswith("what-if: 1 assumed")
        assert column(user, "Streets flood.") == "= false"
        assert column(user, "Rain is good.") == "59 → 74"
        await assert_judged_as_assumed(user, {"floods": FALSE})
        await user.press("w", "w")
        assert user.said == "What if “Streets flood.” is true: open, 59 → 50 of 100"
        await assert_judged_as_assumed(user, {"floods": TRUE})
        await user.press("w", "w")
        assert user.said == "As the map has it: “Streets flood.”: for, 50 → 59 of 100"
        assert "what-if" not in user.lines[0]
        await assert_judged_as_assumed(user, {})
        assert not user.session.dirty
        assert not user.session.can_undo


async def test_claims_and_steps_are_assumed_beside_each_other() -> None:
    async with opened(rain(), size=(100, 24)) as user:
        await user.go_to("Wells fill.")
        await user.press("w", "a")
        assert "“Wells fill.” is not there: " in user.said
        assert column(user, "Wells fill.") == "= absent"
        await user.go_to("Plants grow.")
        await user.press("w", "T")
        assert "the step from “Plants grow.” counts in full, with 1 more assumed: " in user.said
        assert column(user, "Plants grow.").endswith(" step on")
        await user.press("w", "t", "w", "F")
        assert "the step from “Plants grow.” does not count, with 2 more assumed: " in user.said
        assert column(user, "Plants grow.").endswith(" = true")
        await user.go_to("Rain is good.")
        await user.press("w", "f")
        assert "assumed false, " in user.lines[0]
        everything = {"fill": ABSENT, "l-plants": FALSE, "plants": TRUE, "rain": FALSE}
        await assert_judged_as_assumed(user, everything)
        await user.go_to("Plants grow.")
        await user.press("w", "u")
        await assert_judged_as_assumed(user, {"fill": ABSENT, "rain": FALSE})
        await user.press("w", "u")
        assert user.said == "As the map has it: nothing is assumed of it"
        await user.go_to("Rain is good.")
        await user.press("w", "F")
        assert user.said.endswith("the claim hangs on no link here")


async def test_the_details_say_what_is_assumed_and_what_the_map_has() -> None:
    async with opened(rain(), size=(110, 30)) as user:
        await user.go_to("Plants grow.")
        await user.press("w", "f", "w", "F")
        await user.rest_of_details()
        assert "assumed false, " in user.details
        assert "It is assumed to be false; as the map has it, " in user.details
        assert "It is assumed not to count; as the map has it, " in user.details
        await user.press("w", "d")
        await user.rest_of_details()
        assert "assumed" not in user.details


async def test_nothing_is_assumed_where_strengths_are_hidden_but_it_can_be_left() -> None:
    async with opened(rain()) as user:
        await user.press("j", "w", "w", "%", "%", "w", "t")
        assert user.said.endswith("strengths are hidden; % % shows them")
        assert "what-if: 1 assumed" in user.lines[0]
        await user.press("w", "d")
        assert user.said == "Dropped: 1 assumption. All is as the map has it."
        assert not user.map.judging.assumed


async def test_edits_undo_and_saving_go_on_and_the_file_knows_nothing_of_it(
    tmp_path: Path,
) -> None:
    path = tmp_path / "rain.json"
    path.write_bytes(dump(rain()))
    async with opened(open_session(path), size=(100, 24)) as user:
        await user.press("z", "o")
        await user.go_to("Streets flood.")
        await user.press("w", "f")
        await user.press("-", *"Dams", "enter", "escape", "~")
        await assert_judged_as_assumed(user, {"floods": FALSE})
        await user.go_to("Roots drink.")
        await user.press("~")
        await assert_judged_as_assumed(user, {"floods": FALSE})
        await user.press("u")
        await assert_judged_as_assumed(user, {"floods": FALSE})
        await user.press("ctrl+s")
        await until(user, lambda: not user.session.dirty)
        assert "what-if: 1 assumed" in user.lines[0]
        assert path.read_bytes() == dump(user.debate)
        assert not user.debate.header.beside
        await user.press("w", "d")


async def test_deleting_what_is_assumed_drops_that_assumption() -> None:
    async with opened(rain(), size=(100, 24)) as user:
        await user.press("z", "o")
        await user.go_to("Streets flood.")
        await user.press("w", "f", "w", "F")
        await user.go_to("Roots drink.")
        await user.press("w", "t", "D")
        await user.press(*(["y"] if user.is_asked else []))
        await assert_judged_as_assumed(user, {"floods": FALSE, "l-floods": FALSE})
        await user.go_to("Streets flood.")
        await user.press("x")
        await assert_judged_as_assumed(user, {"floods": FALSE})
        await user.press("u", "u")
        await assert_judged_as_assumed(user, {"floods": FALSE})
        assert "what-if: 1 assumed" in user.lines[0]


async def test_the_list_leads_to_what_is_assumed_and_drops_it() -> None:
    async with opened(rain(), size=(100, 24)) as user:
        await user.press("w", "l")
        assert user.said == "List what is assumed: nothing is assumed; w w doubts a claim"
        await user.go_to("Plants grow.")
        await user.press("w", "F")
        await user.go_to("Wells fill.")
        await user.press("w", "a")
        await user.press("z", "a", "w", "l")
        assert "the step from “Plants grow.” does not count" in user.text
        assert "“Wells fill.” is not there" in user.text
        await user.type("step")
        await user.press("enter")
        assert user.words == "Plants grow."
        await user.press("w", "l")
        await user.press("down", "ctrl+x")
        await assert_judged_as_assumed(user, {"l-plants": FALSE})
        assert "What is assumed" in user.text
        await user.press("ctrl+x")
        assert not user.is_asked
        await assert_judged_as_assumed(user, {})


async def test_the_list_unfilters_to_reach_a_claim() -> None:
    async with opened(rain()) as user:
        await user.go_to("Streets flood.")
        await user.press("w", "f")
        await user.press("f", *"roots", "enter")
        await user.press("w", "l")
        assert "What is assumed" in user.text
        await user.press("enter")
        assert user.words == "Streets flood."


class Gate:
    """Work that is done in a thread, held up until it is let through."""

    def __init__(self, work: Callable[..., object]) -> None:
        self._work = work
        self.begun, self.open = threading.Event(), threading.Event()

    def __call__(self, *args: object) -> object:
        done = self._work(*args)
        self.begun.set()
        self.open.wait(10)
        return done


async def test_what_is_assumed_while_the_map_is_judged_counts(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    claims = {f"c{number}": Claim(f"c{number} holds.") for number in range(2_500)}
    links = {f"l{name}": Link((name,), "attacks", "c0", "a0") for name in [*claims][1:]}
    debate = Debate(Header("star", theses=("c0",)), claims, links)
    async with opened(debate, size=(100, 20)) as user:
        judging = user.map.judging
        await until(user, lambda: judging.ready is not None)
        gate = Gate(Judgement)
        monkeypatch.setattr("debatemap.tui.features.judging.judging.Judgement", gate)
        judging.begin()
        await until(user, gate.begun.is_set)
        await user.press("G", "w", "f")
        assert judging.ready is None
        assert "is false;" in user.said, "where it leads is not known yet"
        gate.open.set()
        await until(user, lambda: judging.ready is not None)
        assert len(judging.assumed) == 1
        await assert_judged_as_assumed(user, judging.assumed)


async def test_what_is_assumed_while_a_long_way_down_is_weighed_counts(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    names = [f"c{number}" for number in range(2_500)]
    claims = {name: Claim(f"{name} holds.") for name in names}
    links = {
        f"l{number}": Link((name,), "supports", names[number], "a0")
        for number, name in enumerate(names[1:])
    }
    debate = Debate(Header("chain", theses=(names[0],)), claims, links)
    async with opened(debate, size=(100, 20)) as user:
        judging = user.map.judging
        await until(user, lambda: judging.ready is not None)
        user.map.select_claim(names[-1])
        gate = Gate(Judgement.weigh)
        monkeypatch.setattr(Judgement, "weigh", partialmethod(gate))
        await user.press("w", "f")
        await until(user, gate.begun.is_set)
        await user.press("w", "t")
        assert judging.ready is None
        gate.open.set()
        await until(user, lambda: judging.ready is not None)
        await assert_judged_as_assumed(user, {names[-1]: TRUE})
        assert "judging" not in user.lines[0]


@pytest.mark.parametrize("size", [(40, 10), (60, 20)])
async def test_small_screens_show_it_too(size: tuple[int, int]) -> None:
    debate = rain()
    debate.apply(edit.reword(debate, "plants", "[b]Plants[/b] \x1b[31mgrow\u202e " * 20))
    async with opened(debate, size=size, settings=ANN) as user:
        await user.press("j", "w", "f", "w", "F")
        assert "does not count, with 1 more assumed: " in user.said
        assert "what-if" in user.lines[0]
        for keys in ("wl", "wp"):
            await user.press(*keys)
            assert "[b]Plants" in user.text
            assert "\x1b" not in user.text
            await user.press("escape")
        await user.press("w", "k")
        await user.press(*"[b]Dry", "enter")
        await user.press("w", "o")
        await until(user, lambda: "[b]Dry" in user.text)
        await user.press("escape")


async def test_what_an_assumption_changes_is_told_in_words_where_signs_are_words() -> None:
    async with opened(rain(), size=(130, 30), settings=Config(plain=True)) as user:
        await user.rest()
        await user.press("j", "w", "f")
        assert ", before that " in user.said
        assert "→" not in user.said

"""Words that are near to what was sought are looked for beside the keyboard."""

from typing import Final

import pytest

from debatemap import edit
from debatemap.core.debate import Debate
from debatemap.core.model import Claim, Header
from debatemap.tui.features.finding import near_finds
from debatemap.tui.features.finding.search_bar import SearchBar
from tests.tui.driver import Driver, opened
from tests.tui.held import hold
from tests.tui.maps import rain

OFFER: Final = "Enter takes “flood”"


def is_open(user: Driver) -> bool:
    return user.map.part(SearchBar).is_open


@pytest.mark.parametrize("key", ["/", "f"])
async def test_keys_are_answered_while_near_words_are_looked_for(
    monkeypatch: pytest.MonkeyPatch, key: str
) -> None:
    held = hold(monkeypatch, near_finds, "near_words")
    async with opened(rain()) as user:
        await user.press(key, *"flods")
        await held.reached()
        assert "nothing found" in user.text
        await user.press(*["backspace"] * 5, *"good")
        assert ("2 found" if key == "/" else "2 of 9") in user.text
        held.let_go()
        await user.rest()
        assert ("2 found" if key == "/" else "2 of 9") in user.text
        assert OFFER not in user.text


async def test_only_what_is_sought_last_is_answered(monkeypatch: pytest.MonkeyPatch) -> None:
    held = hold(monkeypatch, near_finds, "near_words")
    async with opened(rain()) as user:
        await user.press("/", *"zzzzz")
        await held.reached()
        await user.press("ctrl+u", *"flods")
        held.let_go()
        await user.until_shown(OFFER)
        assert held.calls == 2, "one thread at a time, and none for letters in between"


async def test_an_edit_meanwhile_is_looked_through_as_well(monkeypatch: pytest.MonkeyPatch) -> None:
    held = hold(monkeypatch, near_finds, "near_words")
    async with opened(rain()) as user:
        await user.press("/", *"marbel")
        await held.reached()
        user.map.do(edit.add_unplaced(user.debate, "Marble lasts."))
        held.let_go()
        await user.until_shown("Enter takes “marble”")


async def test_a_search_that_was_left_takes_no_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    held = hold(monkeypatch, near_finds, "near_words")
    async with opened(rain()) as user:
        await user.press("/", *"flods")
        await held.reached()
        await user.press("escape", "escape")
        assert not is_open(user)
        held.let_go()
        await user.rest()
        await user.press("/")
        assert OFFER not in user.text
        await user.press("j")
        assert "nothing found" in user.text or "found" in user.text


async def test_enter_and_what_is_pressed_behind_it_wait_for_the_answer(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    held = hold(monkeypatch, near_finds, "near_words")
    async with opened(rain()) as user:
        user.send("/", *"flods", "enter", "enter", "e")
        await held.reached()
        held.let_go()
        await user.until(lambda: user.writing, "the editor")
        assert user.words == "Streets flood."


async def test_enter_ends_a_search_to_which_nothing_is_near(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    held = hold(monkeypatch, near_finds, "near_words")
    async with opened(rain()) as user:
        user.send("/", *"xyzxyz", "enter")
        await held.reached()
        held.let_go()
        await user.until(lambda: not is_open(user), "the end of the search")
        assert "Nothing matches “xyzxyz”" in user.said


async def test_a_search_that_fails_of_its_own_can_be_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> list[str]:
        raise ZeroDivisionError

    monkeypatch.setattr(near_finds, "near_words", broken)
    async with opened(rain()) as user:
        await user.press("/", *"flods", "enter")
        await user.until(lambda: not is_open(user), "the end of the search")


async def test_in_a_very_large_map_nothing_near_is_looked_for(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    held = hold(monkeypatch, near_finds, "near_words")
    monkeypatch.setattr(near_finds, "_WITHIN", 2)
    claims = {name: Claim(f"Claim {name}.") for name in "abc"}
    async with opened(Debate(Header("m", theses=("a",)), claims)) as user:
        await user.press("/", *"clam", "enter")
        assert not is_open(user)
        assert held.calls == 0

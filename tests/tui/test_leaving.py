"""ctrl+q in a dialog: what was typed and what is unsaved are asked about."""

import pytest

from tests.tui.driver import opened
from tests.tui.maps import rain


@pytest.mark.parametrize("keys", ["c", "t", "@", "gs", "gt"])
async def test_what_was_typed_in_a_dialog_is_asked_about(keys: str) -> None:
    async with opened(rain()) as user:
        await user.press("j", "~", *keys, *"wet", "ctrl+q")
        assert "What you wrote here is not accepted yet." in user.text
        await user.press("w")
        assert "wet" in user.text, "and the dialog is there still"
        await user.press("ctrl+q", "d")
        assert "has unsaved edits" in user.text
        assert not user.app._exit
        await user.press("c")
        assert user.screen is user.map


async def test_what_is_accepted_becomes_an_edit_that_is_asked_about() -> None:
    async with opened(rain()) as user:
        await user.press("c", *"dry", "ctrl+q", "a")
        assert user.debate.claims["rain"].note == "dry"
        assert "has unsaved edits" in user.text
        assert not user.app._exit
        await user.press("d")
        await user.rest_until_closed()


@pytest.mark.parametrize("keys", [":", "L", "s", "%p", "c", "t", "go"])
async def test_unsaved_edits_are_asked_about_from_any_dialog(keys: str) -> None:
    async with opened(rain()) as user:
        await user.press("j", "~", *keys, "ctrl+q")
        assert "has unsaved edits" in user.text
        await user.press("c")
        assert user.screen is user.map
        assert user.session.dirty


async def test_with_nothing_to_lose_the_program_ends() -> None:
    async with opened(rain()) as user:
        await user.press("c", "ctrl+q")
        await user.rest_until_closed()

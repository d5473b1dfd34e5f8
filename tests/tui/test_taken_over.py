"""A map that another window takes over while something is written: nothing is lost unsaid."""

import pytest

from debatemap.tui.dialogs.dialog import DialogScreen
from debatemap.tui.dialogs.prompt import WriteScreen
from debatemap.tui.features.rating.guided_screen import PassScreen
from debatemap.tui.features.sharing.conflicts_screen import ConflictsScreen
from debatemap.tui.features.writing.source_form import SourceForm
from tests.tui.driver import Driver, opened
from tests.tui.maps import disputed, rain


def take_over(user: Driver) -> None:
    user.map.session.read_only = "another window took over"


@pytest.mark.parametrize(
    ("keys", "dialog"), [("c", WriteScreen), ("Q", SourceForm)], ids=["a note", "a source"]
)
async def test_what_is_written_stays_in_its_dialog(
    keys: str, dialog: type[DialogScreen[object]]
) -> None:
    async with opened(rain(), size=(100, 40)) as user:
        await user.press("j", *keys)
        assert isinstance(user.screen, dialog)
        await user.type("my long remark")
        take_over(user)
        await user.press("ctrl+s")
        assert isinstance(user.screen, dialog)
        assert "No: another window took over." in user.text
        assert "my long remark" in user.text


async def test_a_rating_that_is_not_made_is_not_counted() -> None:
    async with opened(rain(), size=(100, 30)) as user:
        await user.press("R", *"ann", "enter")
        assert isinstance(user.screen, PassScreen)
        claim = user.screen._pass.turn.claim if user.screen._pass and user.screen._pass.turn else ""
        take_over(user)
        await user.press("7", "enter")
        assert isinstance(user.screen, PassScreen)
        assert user.screen._pass is not None
        assert user.screen._pass.turn is not None
        assert user.screen._pass.turn.claim == claim
        assert "another window took over" in user.text
        assert not user.debate.stances


async def test_what_was_settled_is_not_taken_back() -> None:
    async with opened(disputed(), size=(100, 30)) as user:
        await user.press("C")
        assert isinstance(user.screen, ConflictsScreen)
        await user.press("1")
        settled = user.map.session.revision
        take_over(user)
        await user.press("u")
        assert "That cannot be: another window took over." in user.text
        assert user.map.session.revision == settled

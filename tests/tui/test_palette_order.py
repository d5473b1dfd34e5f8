"""The order in the list of commands: what is named so comes before what is told of so."""

import pytest

from debatemap.config import Config
from debatemap.tui.widgets.choice_list import ChoiceList, ListOption
from tests.tui.driver import opened
from tests.tui.maps import rain


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("sibling", "Add a sibling"),
        ("thesis", "Add a thesis"),
        ("u", "Undo"),
        ("git", "Compare with another version"),
        ("backup", "Restore an earlier copy"),
        ("rate as", "Rate under another name"),
    ],
)
async def test_a_command_that_is_named_so_comes_first(typed: str, first: str) -> None:
    async with opened(rain(), size=(100, 30)) as user:
        await user.press("j", "~", ":")
        await user.type(typed)
        options = user.screen.query_one(ChoiceList)
        chosen = options.get_option_at_index(options.highlighted or 0)
        assert isinstance(chosen, ListOption)
        assert first in chosen.label.plain


@pytest.mark.parametrize(("typed", "first"), [("w", "Save"), ("wq", "Quit"), ("x", "Quit")])
async def test_what_vim_has_after_a_colon_comes_first(typed: str, first: str) -> None:
    async with opened(rain(), size=(100, 30), settings=Config(keymap="vim")) as user:
        await user.press("j", "~", ":")
        await user.type(typed)
        options = user.screen.query_one(ChoiceList)
        chosen = options.get_option_at_index(options.highlighted or 0)
        assert isinstance(chosen, ListOption)
        assert first in chosen.label.plain
        assert f":{typed} in vim" in chosen.label.plain


async def test_the_question_for_the_thesis_is_whole_beside_the_details() -> None:
    async with opened(None, size=(100, 30)) as user:
        await user.press(*"Where we work")
        await user.until_shown("+ begin a new map: “Where we work”")
        await user.press("enter")
        await user.until_shown("Say it as one sentence.")

"""The columns of the help and the palette: each wraps within itself, at every width."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.widgets import OptionList

from debatemap.core.text import width
from debatemap.tui.commands.conditions import Situation
from debatemap.tui.commands.key_presets import PRESETS
from debatemap.tui.commands.keymap import Keymap
from debatemap.tui.dialogs.command_list import help_screen
from debatemap.tui.dialogs.key_rows import KEYS, KeyListScreen, in_two_columns
from debatemap.tui.widgets.choice_list import ChoiceList, ListRow
from tests.extent import share
from tests.tui.driver import opened
from tests.tui.maps import rain

WIDTHS = 40, 60, 70, 80, 90, 110, 160, 200, 230
words = st.text("ab ←é漢", min_size=1, max_size=120)


@given(
    keys=st.lists(st.sampled_from(["j", "down", "ctrl+x ctrl+s", "shift+f10"]), max_size=4),
    told=st.lists(words, min_size=1, max_size=3),
    room=st.integers(24, 200),
)
def test_no_line_is_too_wide_and_keys_stand_alone_in_their_column(
    keys: list[str], told: list[str], room: int
) -> None:
    lines = in_two_columns(keys, "", [(each, "") for each in told], room).plain.split("\n")
    assert all(width(line) <= room for line in lines)
    column = KEYS if room >= 60 else 11
    beside = [line for line in lines if line[:column].strip() and line[column:].strip()]
    fits = width("  ".join(keys)) < column
    assert len(beside) <= 1 or not fits
    if fits:
        assert lines[0].startswith("  ".join(keys))
        assert all(not line[:column].strip() for line in lines[1:])


def lines_of(screen: KeyListScreen) -> int:
    """Returns how many lines the rows have; a heading that is too long for one is wrapped."""
    room = screen.query_one(ChoiceList).room
    rows = [choice.label.plain for choice in screen._choices if not choice.disabled]
    headings = [choice.label for choice in screen._choices if choice.disabled]
    wrapped = [ListRow(heading).get_height({}, room) for heading in headings]
    return sum(wrapped) + sum(len(row.split("\n")) for row in rows)


@pytest.mark.parametrize("preset", sorted(PRESETS))
async def test_the_help_is_as_high_as_its_rows_at_every_width(preset: str) -> None:
    async with opened(rain(), size=(40, 32)) as user:
        screen = help_screen(Keymap(preset=preset), Situation())
        await user.app.push_screen(screen)
        await user.rest_of_screen()
        assert isinstance(user.screen, KeyListScreen)
        options = screen.query_one(OptionList)
        for columns in share(WIDTHS, sorted(PRESETS).index(preset), len(PRESETS)):
            await user.pilot.resize_terminal(columns, 32)
            await user.rest_of_screen()
            assert options.virtual_size.height == lines_of(screen), f"wrapped once more: {columns}"


async def test_what_was_added_does_not_hide_the_keys_of_the_editor() -> None:
    async with opened(rain(), size=(80, 24)) as user:
        await user.press("-")
        for number in range(3):
            await user.type(f"Reason {number}.")
            await user.press("enter")
            assert "Enter again ends" in user.hints
            assert user.said == ""
            assert "Added the con" in user.text

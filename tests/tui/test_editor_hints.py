"""The keys of the editor: all of them are in sight on a screen of 80 columns."""

from tests.tui.driver import opened
from tests.tui.maps import rain


async def test_all_keys_of_the_editor_are_in_sight_at_80_columns() -> None:
    async with opened(rain(), size=(80, 24)) as user:
        await user.press("+")
        for hint in ("ctrl+j line", "ctrl+r quotes", "Enter accepts", "Enter again ends"):
            assert hint in user.lines[-1]
        assert "Escape leaves" in user.lines[-1]


async def test_a_claim_for_later_begins_no_series_to_end() -> None:
    async with opened(rain(), size=(80, 24)) as user:
        await user.press("a")
        assert "Enter accepts" in user.lines[-1]
        assert "again" not in user.lines[-1]


async def test_little_room_is_for_the_keys_that_end_it() -> None:
    async with opened(rain(), size=(40, 10)) as user:
        await user.press("+")
        assert user.lines[-1].split() == ["Enter", "accepts", "Escape", "leaves"]

"""A search without a hit: the map stays in sight, and what is near is offered."""

import pytest

from tests.tui.driver import opened
from tests.tui.maps import rain


@pytest.mark.parametrize("key", ["/", "f"])
async def test_what_is_near_is_offered_and_taken_with_enter(key: str) -> None:
    async with opened(rain()) as user:
        before = user.rows
        await user.press(key, *"flods")
        assert user.rows == before
        await user.until_shown("Enter takes “flood”")
        assert "nothing found" in user.text
        await user.press("enter")
        assert ("1 found" if key == "/" else "1 of 9") in user.text
        await user.press("enter")
        assert user.words == "Streets flood." or "  - Streets flood." in user.rows


async def test_nothing_near_leaves_the_map_in_sight() -> None:
    async with opened(rain()) as user:
        before = user.rows
        await user.press("f", *"xyzxyz")
        assert user.rows == before
        assert "nothing found" in user.text
        await user.press("enter")
        assert user.rows == before


async def test_what_was_found_stands_beside_the_typed_word() -> None:
    async with opened(rain(), size=(160, 20)) as user:
        await user.press("/", *"good")
        (line,) = [line for line in user.lines if "2 found" in line]
        assert line.index("2 found") < 60

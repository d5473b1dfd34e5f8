"""The keys of a search can be read and clicked on every screen."""

from typing import Final

import pytest

from debatemap.tui.dialogs.prompt import Line
from debatemap.tui.features.finding.search_bar import SearchBar
from tests.extent import some
from tests.tui.driver import Driver, opened
from tests.tui.maps import rain
from tests.tui.mouse import click

SIZES: Final = some(
    ((40, 10), (50, 15), (59, 20), (60, 20), (72, 20), (80, 24), (120, 40)),
    *((40, 10), (59, 20), (60, 20), (120, 40)),
)


def room(user: Driver) -> int:
    return user.map.part(SearchBar).query_one(Line).size.width


@pytest.mark.parametrize("size", SIZES)
async def test_both_keys_are_in_sight_and_work_by_a_click(size: tuple[int, int]) -> None:
    async with opened(rain(), size=size) as user:
        for key in "/f":
            await user.press("g", "g")
            await user.press(key, *"streets")
            told = ("1 found", "it") if key == "/" else ("1 of 9", "the filter")
            assert told[0] in user.text, key
            assert f"Enter keeps {told[1]}   Escape leaves" in user.text, key
            assert room(user) >= 10, key
            await click(user, "Escape leaves")
            await click(user, "Escape again leaves")
            assert not user.map.part(SearchBar).is_open, key
            assert user.words == "Rain is good.", key
            await user.press(key, *"streets")
            await click(user, "Enter keeps")
            assert not user.map.part(SearchBar).is_open, key
            assert "Streets flood." in user.text, key


@pytest.mark.parametrize("size", SIZES)
async def test_what_is_near_is_offered_in_full_and_taken_by_a_click(size: tuple[int, int]) -> None:
    async with opened(rain(), size=size) as user:
        await user.press("/", *"flods")
        await user.until_shown("Enter takes “flood”")
        assert "nothing found" in user.text
        assert "Escape leaves" in user.text
        assert room(user) >= 8
        await click(user, "Enter takes")
        assert "1 found" in user.text
        assert "Enter keeps it   Escape leaves" in user.text


async def test_the_keys_move_with_the_size_of_the_screen() -> None:
    async with opened(rain(), size=(100, 20)) as user:
        await user.press("/", *"good")
        bar = user.map.part(SearchBar)
        assert not bar.has_class("-narrow")
        await user.pilot.resize_terminal(45, 15)
        await user.until(lambda: bar.has_class("-narrow"), "a line for the keys")
        assert "Escape leaves" in user.text
        await user.pilot.resize_terminal(100, 20)
        await user.until(lambda: not bar.has_class("-narrow"), "one line")

"""Maps that are open but not shown: they follow their files, and are closed from the list."""

from pathlib import Path

import pytest

from debatemap import edit, load
from debatemap.store.locks import lock
from debatemap.sync.merge.conflict import conflicts_in
from debatemap.tui.features.keeping.maps_screen import MapsScreen
from debatemap.tui.map_screen import MapScreen
from debatemap.workspace.session import open_session
from tests.tui.driver import Driver, opened
from tests.tui.test_several_maps import both, folder, open_map, shows

__all__ = ["folder"]


def reword(path: Path, text: str) -> None:
    """Another program rewords a claim."""
    other = open_session(path)
    other.do(edit.reword(other.debate, "sun", text))
    other.save()


async def looked(user: Driver, hidden: MapScreen) -> None:
    """Lets the watcher of a map that is not shown look at its file."""
    await user.rest()
    hidden.watcher.poll()
    await user.rest()


async def test_a_hidden_map_takes_in_what_comes_to_its_file(folder: Path) -> None:
    async with opened(folder / "rain.json", size=(120, 24)) as user:
        first, _ = await both(user)
        reword(folder / "rain.json", "Sun is bad.")
        await looked(user, first)
        assert first.session.debate.claims["sun"].text == "Sun is bad."
        assert not first.session.dirty
        assert "Sun is bad." not in user.text
        await user.press("g", "O")
        assert "rain.json · 9 claims · changed by another program" in user.text
        await user.type("weather")
        await user.press("enter")
        await user.until_shown("Came in from outside: 1 claim changed.")
        assert "Sun is bad." in user.text
        await user.press("g", "O")
        assert "changed by another program" not in user.text


async def test_what_comes_to_a_hidden_map_is_merged_with_its_unsaved_edits(folder: Path) -> None:
    async with opened(folder / "rain.json", size=(120, 24)) as user:
        await user.rest()
        await user.press("j", "~")
        first, _ = await both(user)
        reword(folder / "rain.json", "Sun is bad.")
        await looked(user, first)
        debate = first.session.debate
        assert debate.claims["sun"].text == "Sun is bad."
        assert debate.links["l-plants"].stance == "attacks"
        assert first.session.dirty
        assert not conflicts_in(debate)
        await user.press("g", "]")
        await user.until_shown("beside your unsaved edits: 1 claim changed.")
        await user.press("u")
        assert debate.claims["sun"].text == "Sun is good.", "it is one step"
        await user.press("U", "ctrl+s")
        await user.rest()
    saved = load(folder / "rain.json")
    assert (saved.claims["sun"].text, saved.links["l-plants"].stance) == ("Sun is bad.", "attacks")


async def test_a_dialog_of_the_map_in_front_does_not_hold_a_hidden_one_up(folder: Path) -> None:
    async with opened(folder / "rain.json") as user:
        first, _ = await both(user)
        await user.press("g", "t")
        reword(folder / "rain.json", "Sun is bad.")
        first.watcher.poll()
        await user.until(lambda: first.session.debate.claims["sun"].text == "Sun is bad.", "it")
        assert "The title of the map" in user.text


async def test_the_list_closes_a_map_that_is_not_shown(folder: Path) -> None:
    async with opened(folder / "rain.json") as user:
        first, _ = await both(user)
        await user.press("g", "O")
        assert "ctrl+x closes it" in user.text
        assert "Open maps  2" in user.text
        await user.type("weather")
        await user.press("ctrl+x")
        await user.until_shown("Open maps  1")
        assert isinstance(user.screen, MapsScreen)
        await user.press("escape")
        assert shows(user, "tea_map")
        assert "map 1 of" not in user.text
        assert not lock(folder / "rain.json").holder
        await user.until(lambda: not first.is_attached, "the end of the screen")


async def test_closing_a_map_with_unsaved_edits_from_the_list_asks(folder: Path) -> None:
    async with opened(folder / "rain.json") as user:
        await user.rest()
        await user.press("j", "~")
        await both(user)
        await user.press("g", "O")
        await user.type("weather")
        await user.press("ctrl+x")
        assert "rain.json has unsaved edits" in user.text
        await user.press("c")
        await user.until_shown("Open maps  2")
        await user.type("weather")
        await user.press("ctrl+x", "s")
        await user.until_shown("Open maps  1")
        await user.press("escape")
        assert shows(user, "tea_map")
    assert load(folder / "rain.json").links["l-plants"].stance == "attacks"


@pytest.mark.parametrize("others", [True, False])
async def test_closing_the_map_that_is_shown_shows_another(
    folder: Path,
    others: bool,  # noqa: FBT001  (a parameter of the test)
) -> None:
    async with opened(folder / "rain.json") as user:
        await user.rest()
        if others:
            await open_map(user, "tea.json", "tea_map")
        await user.press("g", "O")
        await user.type("shown now")
        await user.press("ctrl+x")
        if others:
            await user.until(lambda: shows(user, "rain_map"), "the other map")
        else:
            await user.until_shown("Which map?")

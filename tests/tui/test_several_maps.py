"""Several maps open at once: each keeps its edits, its journal, and what it has to say."""

import signal
from pathlib import Path

import pytest

from debatemap import edit, load, save
from debatemap.core.debate import Debate
from debatemap.core.model import Claim, Header
from debatemap.store.journal import Origin
from debatemap.store.leftovers import left_behind
from debatemap.store.locks import lock
from debatemap.tui.dialogs.prompt import PromptScreen
from debatemap.tui.features.keeping.start_screen import StartScreen
from debatemap.tui.map_screen import MapScreen
from debatemap.workspace.session import new_session
from tests.tui.driver import Driver, opened
from tests.tui.maps import rain
from tests.tui.mouse import click
from tests.tui.terminal import is_as_it_was, loaded


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    here = tmp_path / "here"
    here.mkdir()
    monkeypatch.chdir(here)
    save(rain(), here / "rain.json")
    tea = Debate(Header("tea_map", "On tea", ("t",)), {"t": Claim("Tea is best.")})
    save(tea, here / "tea.json")
    return here


async def open_map(user: Driver, name: str, map_id: str) -> None:
    """Opens another map from the list."""
    await user.press("g", "o")
    await user.type(name)
    await user.press("enter")
    await user.until(lambda: shows(user, map_id), name)
    await user.rest()


def shows(user: Driver, map_id: str) -> bool:
    """Tells whether a map is the one in front."""
    front = user.app.screen
    return isinstance(front, MapScreen) and front.session.debate.header.id == map_id


async def both(user: Driver) -> tuple[MapScreen, MapScreen]:
    """Opens the second map beside the first, and returns both."""
    await user.rest()
    await open_map(user, "tea.json", "tea_map")
    first, second = user.app.open_maps
    assert isinstance(first, MapScreen)
    assert isinstance(second, MapScreen)
    return first, second


async def test_another_map_is_opened_beside_the_first_with_its_edits(folder: Path) -> None:
    async with opened(folder / "rain.json") as user:
        await user.rest()
        await user.press("j", "~")
        await open_map(user, "tea.json", "tea_map")
        assert "map 2 of 2" in user.text
        assert "● unsaved" not in user.text
        await user.press("g", "]")
        assert shows(user, "rain_map")
        assert "● unsaved" in user.text
        assert user.words == "Plants grow.", "the cursor is where it was"
        assert "The weather, map 1 of 2" in user.said
        await user.press("u")
        assert "● unsaved" not in user.text
        await user.press("ctrl+pageup")
        assert shows(user, "tea_map")


async def test_the_list_says_what_is_open_and_leads_there(folder: Path) -> None:
    async with opened(folder / "rain.json") as user:
        await user.rest()
        await user.press("j", "~")
        await open_map(user, "tea.json", "tea_map")
        await user.press("g", "O")
        assert "The weather  rain.json · 9 claims  ● unsaved" in user.text
        assert "On tea  tea.json · 1 claim · shown now" in user.text
        await user.type("weather")
        await user.press("enter")
        assert shows(user, "rain_map")


async def test_without_another_map_the_keys_say_how_to_open_one(folder: Path) -> None:
    async with opened(folder / "rain.json") as user:
        await user.press("g", "]")
        assert user.said == "Next open map: no other map is open; g o opens one beside this"


async def test_a_file_that_is_open_is_gone_to_and_not_opened_twice(folder: Path) -> None:
    (folder / "link.json").symlink_to("rain.json")
    async with opened(folder / "rain.json", size=(140, 30)) as user:
        await both(user)
        await open_map(user, "link.json", "rain_map")
        assert len(user.app.open_maps) == 2
        assert not user.session.read_only
        await user.press("g", "o")
        await user.type("tea is best")
        await user.until_shown("1 claim in 1 map")
        await user.press("enter")
        assert shows(user, "tea_map")


async def test_quitting_asks_for_each_map_with_unsaved_edits(folder: Path) -> None:
    async with opened(folder / "rain.json") as user:
        await user.rest()
        await user.press("j", "~")
        await open_map(user, "tea.json", "tea_map")
        await user.press("q")
        assert "rain.json has unsaved edits" in user.text
        assert shows_behind(user, "rain_map"), "the map that is asked about is in sight"
        await user.press("c")
        assert shows(user, "rain_map")
        await user.press("g", "]", "T", "q")
        assert "tea.json has unsaved edits" in user.text
        await user.press("d")
        assert "rain.json has unsaved edits" in user.text
        await user.press("s")
        await user.rest_until_closed()
    assert load(folder / "rain.json").links["l-plants"].stance == "attacks"
    assert load(folder / "tea.json").header.theses == ("t",)
    assert not list(left_behind(Origin(str(folder / "tea.json"), "tea_map")))


def shows_behind(user: Driver, map_id: str) -> bool:
    """Tells whether a map is shown behind a dialog."""
    return user.map.session.debate.header.id == map_id


async def test_closing_a_map_asks_and_shows_the_one_before(folder: Path) -> None:
    async with opened(folder / "rain.json") as user:
        _, tea = await both(user)
        await user.press("T", "g", "Q")
        assert "tea.json has unsaved edits" in user.text
        await user.press("c")
        assert shows(user, "tea_map")
        await user.press("g", "Q", "d")
        assert shows(user, "rain_map")
        await user.until(lambda: not tea.is_attached, "the end of the screen")
        assert "map 1 of" not in user.text
        assert not lock(folder / "tea.json").holder
        await user.press("g", "Q")
        await user.until_shown("Which map?")
        assert isinstance(user.screen, StartScreen)
        assert not user.app.open_maps
        await user.press("escape")
        await user.rest_until_closed()


async def test_a_map_that_is_not_shown_keeps_its_lock_and_its_journal(folder: Path) -> None:
    path = folder / "rain.json"
    async with opened(path) as user:
        await user.rest()
        await user.press("j", "~")
        await open_map(user, "tea.json", "tea_map")
        held = lock(path)
        assert held.holder is not None
        held.release()
        user.app.exit(return_code=143)
        await user.rest_until_closed()
    (left,) = left_behind(Origin(str(path), "rain_map"))
    assert len(left.changes) == 1
    assert lock(path).holder is None


async def test_a_note_that_is_written_in_one_map_is_in_no_journal_of_another(folder: Path) -> None:
    async with opened(folder / "rain.json") as user:
        first, second = await both(user)
        await user.press("c", *"wet")
        first.watcher.poll()
        second.watcher.poll()
        journals = [each.session.journal for each in (first, second)]
        assert [journal.length if journal else -1 for journal in journals] == [0, 1]
        await user.press("escape", "escape")


async def test_a_hidden_map_says_its_warnings_on_the_one_in_front(folder: Path) -> None:
    async with opened(folder / "rain.json") as user:
        first, _ = await both(user)
        (folder / "rain.json").unlink()
        first.watcher.poll()
        await user.press()
        assert "The weather: rain.json is gone" in user.said


async def test_a_question_of_a_hidden_map_waits_for_it(folder: Path) -> None:
    async def ask(context: MapScreen) -> None:
        await context.ask(PromptScreen("Which way?"))

    async with opened(folder / "rain.json") as user:
        first, _ = await both(user)
        first.run_beside(ask(first))
        await user.until(lambda: "it has a question for you; g O goes there" in user.said, "word")
        assert "Which way?" not in user.text
        await user.press("g", "]")
        await user.until_shown("Which way?")
        await user.press("escape")


async def test_a_hidden_map_follows_edits_colours_and_size_when_it_is_shown(folder: Path) -> None:
    async with opened(folder / "rain.json", size=(100, 20)) as user:
        first, _ = await both(user)
        place = user.app.cursor_position
        first.session.do(edit.reword(first.session.debate, "rain", "Rain is wet."))
        first.view.move_to(1)
        await user.rest()
        assert user.app.cursor_position == place, "the cursor of the terminal is the front's"
        assert "Rain is wet." not in user.text
        await user.pilot.resize_terminal(150, 40)
        user.app.theme = "debatemap-light"
        await user.press("g", "]")
        await user.until_shown("Rain is wet.")
        await user.until(lambda: user.map.has_class("-wider"), "the new size")
        assert "● unsaved" in user.text
        assert max(map(len, user.lines)) == 150


async def test_the_header_leads_to_the_open_maps_where_it_is_clicked(folder: Path) -> None:
    async with opened(folder / "rain.json") as user:
        await both(user)
        await click(user, "map 2 of 2")
        assert "Which of the open maps?" in user.text
        await click(user, "The weather")
        assert shows(user, "rain_map")


def test_a_signal_keeps_the_edits_of_every_open_map(folder: Path) -> None:
    with loaded("rain.json", size=(100, 24), folder=folder) as terminal:
        terminal.wait_for("Rain is good.", "move")
        terminal.press("j~")
        terminal.wait_for("● unsaved")
        terminal.press("gotea.json\r")
        terminal.wait_for("Tea is best.", "map 2 of 2")
        terminal.press("T")
        terminal.wait_for("● unsaved")
        terminal.signal(signal.SIGTERM)
        assert terminal.wait_for_end() == 128 + signal.SIGTERM
        assert is_as_it_was(terminal)
    for name, map_id in (("rain.json", "rain_map"), ("tea.json", "tea_map")):
        (left,) = left_behind(Origin(str(folder / name), map_id))
        assert len(left.changes) == 1


def test_escape_goes_back_from_the_list_of_maps_and_does_not_quit(folder: Path) -> None:
    with loaded("rain.json", size=(100, 24), folder=folder) as terminal:
        terminal.wait_for("Rain is good.", "move")
        terminal.press("j~")
        terminal.wait_for("● unsaved")
        for keys in ("go", "gotea\x1b"):
            terminal.press(keys)
            terminal.wait_for("On tea")
            terminal.press("\x1b")
            terminal.wait_until_gone("On tea")
            terminal.wait_for("● unsaved", "Rain is good.")
        terminal.press("u")
        terminal.wait_for("Undone:")
        terminal.press("q")
        assert terminal.wait_for_end() == 0


async def test_a_map_that_is_being_put_up_takes_no_dialog_yet() -> None:
    async with opened(rain()) as user:
        user.app.show_map(new_session("On tea"))
        assert isinstance(user.screen, MapScreen)
        assert not user.screen.children
        assert not user.app.is_free
        user.app.keep_focus()
        await user.press()

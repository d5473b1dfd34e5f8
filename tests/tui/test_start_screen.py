"""The list of maps to open: rows, previews, broken and hostile files, and the search in all."""

import os
import threading
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import pytest
from textual.widgets import Static

from debatemap import save
from debatemap.catalog.map_files import maps_among
from debatemap.catalog.map_summary import MapSummary
from debatemap.core.debate import Debate
from debatemap.core.model import Claim, Header, Link
from debatemap.core.text import width
from debatemap.judge.verdict import Side, Verdict
from debatemap.store.recent import note_opened, recent_maps
from debatemap.tui.features.keeping import start_screen
from debatemap.tui.features.keeping.map_facts import facts_within
from debatemap.tui.features.keeping.start_screen import StartScreen
from debatemap.tui.map_screen import MapScreen
from tests.tui.driver import PATIENCE, Driver, opened

WIDE = (140, 34)


def _tea() -> Debate:
    claims = {"t": Claim("Tea is best."), "p": Claim("It wakes."), "c": Claim("It stains teeth.")}
    links = {"lp": Link(("p",), "supports", "t", "a"), "lc": Link(("c",), "attacks", "t", "b")}
    return Debate(Header("tea_map", "On tea", ("t",)), claims, links)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    here = tmp_path / "here"
    here.mkdir()
    monkeypatch.chdir(here)
    save(_tea(), here / "tea.json")
    return here


def _preview(user: Driver) -> str:
    return user.plain(user.screen.query_one("#start-preview", Static))


@pytest.mark.usefixtures("folder")
async def test_a_row_says_title_claims_date_and_verdict() -> None:
    async with opened(None, size=WIDE) as user:
        await user.until_shown("On tea")
        row = next(line for line in user.lines if "On tea" in line)
        assert "3 claims" in row
        assert "open, about 50" in row
        assert "A debate as a map" in user.text


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("columns", [80, 110, 120, 200])
async def test_a_row_has_room_for_size_and_date_at_any_width(columns: int) -> None:
    today = datetime.now(UTC).astimezone()
    async with opened(None, size=(columns, 30)) as user:
        await user.until_shown("On tea")
        row = next(line for line in user.lines if "On tea" in line)
        assert "open, about 50 · 3 claims" in row
        assert f" · {today.day} " in row


def _are_read(user: Driver) -> bool:
    return user.text.count("On tea") == 3 and "first.js" in user.text


async def test_maps_with_one_title_are_told_apart_by_their_files(folder: Path) -> None:
    for name in ("first.json", "second.json"):
        save(_tea(), folder / name)
    for size in ((80, 24), (200, 60)):
        async with opened(None, size=size) as user:
            # All three are read, and none is taken for the only one with its title any more.
            await user.until(partial(_are_read, user))
            rows = [line for line in user.lines if "first.json" in line]
            assert [row.count("first.js") for row in rows] == [1], "once, whatever the room"


async def test_the_date_of_an_old_map_has_its_year(folder: Path) -> None:
    then = datetime(2019, 5, 4, 12, tzinfo=UTC).timestamp()
    os.utime(folder / "tea.json", (then, then))
    async with opened(None, size=WIDE) as user:
        await user.until_shown("2019-05-04")


@pytest.mark.usefixtures("folder")
async def test_the_preview_shows_the_first_lines() -> None:
    async with opened(None, size=WIDE) as user:
        await user.until_shown("On tea")
        await user.press("down")
        await user.until(lambda: "− It stains teeth." in _preview(user), "the preview")
        assert "+ It wakes." in user.text


async def test_a_broken_file_is_told_and_not_opened(folder: Path) -> None:
    whole = (folder / "tea.json").read_bytes()
    (folder / "tea.json").write_bytes(whole[:-30])
    async with opened(None, size=WIDE) as user:
        await user.until_shown("cannot be read")
        await user.press("down", "enter")
        assert isinstance(user.screen, StartScreen), "the program goes on"
        await user.until_shown("it is not JSON")


async def test_hostile_titles_and_names_are_text(folder: Path) -> None:
    title, name = "\x1b[31m[bold red]x[/]", "[link]\x1b]0;y.json"
    save(Debate(Header("bad", title, ("t",)), {"t": Claim("[b]\u202eleft")}), folder / name)
    async with opened(None, size=WIDE) as user:
        await user.until_shown("[bold red]x[/]")
        assert "\x1b" not in user.text
        await user.press("down")
        await user.until(lambda: "[b]" in _preview(user), "the preview")
        assert "\u202e" not in user.text


async def test_words_are_found_in_all_maps_and_lead_to_the_claim(folder: Path) -> None:
    away = folder.parent / "away.json"
    save(Debate(Header("o", "Mugs", ("m",)), {"m": Claim("A mug stains teeth, too.")}), away)
    note_opened(away)
    async with opened(None, size=WIDE) as user:
        await user.until_shown("Mugs")
        await user.type("stains teeth")
        await user.until_shown("2 claims in 2 maps")
        assert "A mug stains teeth, too." in user.text
        await user.press("enter")
        await user.until(lambda: isinstance(user.screen, MapScreen), "the map")
        await user.until(lambda: user.words == "It stains teeth.", "the claim")
        assert user.session.path is not None
        assert user.session.path.name == "tea.json"


@pytest.mark.usefixtures("folder")
async def test_a_search_goes_on_in_maps_that_are_read_later() -> None:
    async with opened(None, size=WIDE) as user:
        await user.type("teeth")
        await user.until_shown("1 claim in 1 map")


async def test_a_map_that_was_opened_elsewhere_is_listed(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with opened(folder / "tea.json", size=WIDE) as user:
        await user.rest()
        assert user.words == "Tea is best."
    assert [path.name for path in recent_maps()] == ["tea.json"]
    monkeypatch.chdir(folder.parent)
    async with opened(None, size=WIDE) as user:
        await user.until_shown("Opened lately, elsewhere")
        await user.until_shown("On tea")


@pytest.mark.usefixtures("folder")
async def test_the_highlight_stays_where_it_is_while_maps_are_read() -> None:
    async with opened(None, size=WIDE) as user:
        await user.press("down")
        await user.rest_of_screen()
        assert isinstance(user.screen, StartScreen)
        assert user.screen.highlighted is not None
        assert user.screen.highlighted.value == Path("tea.json")


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("size", [(40, 10), (80, 24), (200, 60)])
async def test_the_list_fits_every_screen(size: tuple[int, int]) -> None:
    async with opened(None, size=size) as user:
        await user.until_shown("On tea")
        assert "+ begin a new map" in user.text
        assert "Escape quits" in user.text


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 60)])
async def test_an_empty_folder_offers_a_new_map_and_the_samples(
    size: tuple[int, int], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    async with opened(None, size=size) as user:
        await user.until_shown("First steps  first-steps")
        assert "In this folder: no map yet" in user.text
        assert "+ begin a new map" in user.text
        assert "An empty map. Its first claim is the thesis" in user.text


@pytest.mark.usefixtures("folder")
async def test_a_map_is_chosen_with_the_mouse_alone() -> None:
    async with opened(None, size=WIDE) as user:
        await user.until_shown("On tea")
        line = next(n for n, words in enumerate(user.lines) if "On tea" in words)
        await user.pilot.click(offset=(8, line))
        await user.until(lambda: isinstance(user.screen, MapScreen), "the map")
        assert user.words == "Tea is best."


@pytest.mark.usefixtures("folder")
async def test_the_hints_are_keys_for_the_mouse() -> None:
    async with opened(None, size=WIDE) as user:
        await user.until_shown("Escape quits")
        line = next(n for n, words in enumerate(user.lines) if "Escape quits" in words)
        await user.pilot.click(offset=(user.lines[line].index("Escape quits"), line))
        await user.rest_until_closed()


async def test_a_folder_of_many_maps_is_looked_through_beside_the_keyboard(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = (folder / "tea.json").read_bytes()
    for number in range(499):
        (folder / f"m{number}.json").write_bytes(whole)
    (folder / "settings.json").write_text("{}", encoding="utf-8")
    gate = threading.Event()

    def held(files: list[Path]) -> list[Path]:
        assert threading.current_thread() is not threading.main_thread()
        assert gate.wait(PATIENCE)
        return maps_among(files)

    monkeypatch.setattr(start_screen, "maps_among", held)
    async with opened(None, size=WIDE) as user:
        assert "In this folder: looking through 501 files …" in user.text
        await user.press("down")
        assert "First steps" in _preview(user) or "reading" in _preview(user), "keys are answered"
        gate.set()
        await user.until_shown("On tea")
        await user.type("settings.json")
        await user.until_shown("No map has these words.")


async def test_a_map_that_is_open_is_marked(folder: Path) -> None:
    async with opened(folder / "tea.json", size=WIDE) as user:
        await user.rest()
        await user.press("g", "o")
        await user.until_shown("already open · open")


@pytest.mark.usefixtures("folder")
async def test_a_low_screen_has_the_list_and_no_preview() -> None:
    async with opened(None, size=(100, 20)) as user:
        await user.until_shown("On tea")
        await user.until_shown("First steps  first-steps")
        assert "An empty map." not in user.text
        assert "Escape quits" in user.text


def test_a_row_says_whole_parts_and_which_way_it_leans_the_longest() -> None:
    summary = MapSummary(Path("a.json"), claims=9, verdict=Verdict(Side.FOR, 0.6), theses=2)
    for room in range(80):
        said = facts_within(summary, room, is_open=False)
        assert "…" not in said
        assert said.startswith("for")
        assert width(said) <= max(room, 3)

"""Maps opened: from the start screen, as a copy of a sample, anew, and from a file."""

import time
from pathlib import Path

import pytest

from debatemap.formats.native.codec import dump
from debatemap.tui.app import DebateApp
from debatemap.tui.features.keeping import loading_screen
from debatemap.workspace.session import Session, open_session
from tests.strategies import star
from tests.tui.driver import Driver, opened
from tests.tui.maps import rain


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "rain.json"
    path.write_bytes(dump(rain()))
    return path


async def test_the_start_screen_lists_maps_here_and_samples_and_a_new_one(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(file.parent)
    (file.parent / "notes.json").write_text("{}")
    async with opened(None, size=(100, 30)) as user:
        assert "+ begin a new map" in user.text
        await user.press("down")
        await user.until_shown("+ Plants grow.")
        assert "rain.json" in user.text
        assert "notes.json" not in user.text
        assert "first-steps" in user.text
        await user.type("rain.json")
        await user.press("enter")
        await user.rest()
        assert user.words == "Rain is good."
        assert user.session.path is not None


async def test_a_sample_is_opened_as_a_copy(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    async with opened(None) as user:
        await user.type("first")
        await user.press("enter")
        await user.rest()
        assert user.session.path is None
        assert user.rows


async def test_a_new_map_is_begun(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    async with opened(None) as user:
        await user.press("enter", "enter", "escape")
        assert "Nothing is claimed yet." in user.text
        assert "/ find" not in user.lines[-1], "there is nothing to find"
        await user.press("r")
        assert user.said == "Rate: no claim is selected"
        await user.press("g", "o")
        assert "begin a new map" in user.text
        await user.press("escape")
        assert "Nothing is claimed yet." in user.text, "back at the map, and not at the shell"
        await user.press("q")
    assert user.app.return_value == 0


async def test_a_click_beside_the_first_list_of_maps_ends_nothing(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    async with opened(None) as user:
        await user.pilot.click(offset=(0, 19))
        await user.press("enter", "enter", "escape")
        assert "Nothing is claimed yet." in user.text
        await user.press("g", "o")
        await user.pilot.click(offset=(0, 19))
        await user.press("O")
        assert user.writing


async def test_opening_another_map_keeps_unsaved_edits(file: Path) -> None:
    async with opened(open_session(file)) as user:
        await user.press("j", "~", "g", "o", "enter", "enter")
        await user.until(lambda: user.writing, "the new map")
        await user.press("escape", "g", "[")
        assert user.words == "Plants grow."
        assert user.session.dirty


async def test_a_file_is_read_while_the_screen_says_so_and_can_be_stopped(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stages: list[str] = []

    def slow(path: Path, *, read_only: bool, progress: object) -> Session:
        for stage in range(10_000):
            stages.append(str(stage))
            progress("reading")  # type: ignore[operator]
            time.sleep(0.01)
        return open_session(path, read_only=read_only)

    monkeypatch.setattr(loading_screen, "open_session", slow)
    async with opened(file, until_read=False) as user:
        await user.until_shown("reading …")
        assert "rain.json" in user.text
        assert "Escape stops" in user.text
        await user.press("escape")
        await user.rest_until_closed()
    assert user.app.return_value == 0
    assert 0 < len(stages) < 10_000


async def test_a_large_file_is_read_and_shown(tmp_path: Path) -> None:
    path = tmp_path / "star.json"
    path.write_bytes(dump(star(3000)))
    async with opened(path) as user:
        await user.rest()
        await user.pilot.pause()
        assert user.words == "Claim 0."


async def test_a_file_that_is_no_map_ends_with_the_reason(tmp_path: Path) -> None:
    path = tmp_path / "bad.json"
    path.write_text("{")
    app = DebateApp(path)
    async with app.run_test() as pilot:
        await Driver(app, pilot).rest_until_closed()
    assert app.return_value == 2
    assert "bad.json" in app.failure


async def test_folds_and_cursor_are_as_they_were_left(file: Path) -> None:
    before = file.read_bytes()
    async with opened(open_session(file)) as user:
        await user.press("j", "l", "l", "j")
        rows = user.rows
        await user.press("q")
    async with opened(open_session(file)) as user:
        assert user.words == "Roots drink."
        assert user.rows == rows
    assert file.read_bytes() == before

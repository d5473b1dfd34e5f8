"""A map that is left while it is read, or that cannot be read: back to where it was chosen."""

import time
from pathlib import Path

import pytest

from debatemap import save
from debatemap.tui.features.keeping import loading_screen
from debatemap.tui.features.keeping.start_screen import StartScreen
from debatemap.workspace.session import Session, open_session
from tests.tui.driver import Driver, opened
from tests.tui.maps import rain


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    here = tmp_path / "here"
    here.mkdir()
    monkeypatch.chdir(here)
    save(rain(), here / "rain.json")
    save(rain(), here / "slow.json")
    return here


@pytest.fixture
def _slow(monkeypatch: pytest.MonkeyPatch) -> None:
    """Makes one of the maps take as long as it is let."""

    def slow(path: Path, *, read_only: bool, progress: object) -> Session:
        while path.name == "slow.json":
            progress("reading")  # type: ignore[operator]
            time.sleep(0.01)
        return open_session(path, read_only=read_only)

    monkeypatch.setattr(loading_screen, "open_session", slow)


async def _choose(user: Driver, name: str) -> None:
    await user.type(name)
    await user.press("enter")


@pytest.mark.usefixtures("_slow")
@pytest.mark.parametrize("key", ["escape", "ctrl+q"])
async def test_a_map_that_is_left_while_it_is_read_gives_back_the_one_before(
    folder: Path, key: str
) -> None:
    async with opened(folder / "rain.json") as user:
        await user.rest()
        await user.press("j", "~", "g", "o")
        await _choose(user, "slow.json")
        await user.until_shown("reading …")
        await user.press(key)
        await user.until(lambda: user.screen in user.app.open_maps, "the map before")
        assert user.words == "Plants grow."
        assert user.session.dirty
        assert user.said == "slow.json was not opened."
        await user.press("j")
        assert user.words == "Streets flood.", "the keys are the map's again"


@pytest.mark.usefixtures("folder", "_slow")
async def test_from_the_list_it_gives_back_the_list() -> None:
    async with opened(None) as user:
        await _choose(user, "slow.json")
        await user.until_shown("reading …")
        await user.press("escape")
        await user.until_shown("Which map?")
        await _choose(user, "rain.json")
        await user.until(lambda: bool(user.app.open_maps), "the map")


def _break(folder: Path) -> None:
    """Makes a file that begins as a map, and is so large that the list does not look into it."""
    head = '{"format": "debatemap", "version": 1, "map": '
    (folder / "broken.json").write_text(head + " " * 8_000_001, encoding="utf-8")


async def test_what_cannot_be_read_is_told_on_the_map_before(folder: Path) -> None:
    async with opened(folder / "rain.json") as user:
        await user.rest()
        _break(folder)
        await user.press("g", "o")
        await _choose(user, "broken.json")
        await user.until(lambda: user.screen in user.app.open_maps, "the map before")
        assert "it is not JSON" in user.said
        assert not user.app._exit


async def test_what_cannot_be_read_is_told_on_the_list(folder: Path) -> None:
    _break(folder)
    async with opened(None) as user:
        await _choose(user, "broken.json")
        await user.until_shown("it is not JSON")
        assert isinstance(user.screen, StartScreen)
        assert user.screen.is_current
        assert not user.app._exit

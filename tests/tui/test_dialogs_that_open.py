"""Dialogs that are looked at from beside the keyboard before they have all of their parts."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from debatemap import save
from debatemap.tui.features.writing.source_form import SourceForm
from debatemap.workspace.session import open_session
from tests.tui.dialogs import everything
from tests.tui.driver import Driver, opened


@asynccontextmanager
async def _opened(folder: Path) -> AsyncIterator[Driver]:
    save(everything(), folder / "rain.json")
    async with opened(open_session(folder / "rain.json")) as user:
        await user.go_to("Plants grow.")
        await user.rest()
        yield user


async def _open_while_polled(user: Driver, key: str) -> int:
    """Presses a key, and looks at what is written at every turn until a dialog is mounted."""
    user.send(key)
    looks = 0
    while not (user.screen is not user.map and user.screen.is_mounted):
        user.map.watcher.poll()
        looks += user.screen is not user.map
        await asyncio.sleep(0)
    user.map.watcher.poll()
    return looks


@pytest.mark.parametrize("key", ["Q", "c", "t"])
async def test_what_is_written_is_looked_at_while_a_dialog_opens(tmp_path: Path, key: str) -> None:
    async with _opened(tmp_path) as user:
        assert await _open_while_polled(user, key), "no look fell between"
        await user.press("escape")
        assert user.screen is user.map


async def test_a_form_has_its_parts_once_all_of_them_are_there(tmp_path: Path) -> None:
    async with _opened(tmp_path) as user:
        user.send("Q")
        while not isinstance(user.screen, SourceForm):
            await asyncio.sleep(0)
        form, was_partial = user.screen, False
        while not form.is_mounted:
            was_partial |= bool(form.query(".hint")) and not form.query("#field-author")
            assert not form.has_parts or form.query("#field-author")
            await asyncio.sleep(0)
        assert was_partial, "its parts came all at once"
        assert form.has_parts
        await user.press("escape")
        assert not form.has_parts

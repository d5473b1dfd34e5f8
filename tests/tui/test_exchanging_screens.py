"""The dialogs of import and export at three sizes, and what makes a map of another's file."""

from pathlib import Path
from typing import Final

import pytest

from debatemap.tui.dialogs.prompt import Line
from debatemap.workspace.session import Session
from tests.tui.driver import Driver, opened
from tests.tui.golden import golden_file, looks_as_it_did, names_of
from tests.tui.scenes import SIZES, essay, resize

FOLDER: Final = Path(__file__).parent / "exchanged"
TALK: Final = """\
===
title: Night trains
===

[Night]: Trains should run at night. #transport
  + <Use>: Many people would use them.
    - Few did when they ran.
  - <Noise>: They wake those who live by the line.
  >< [Day]: Trains should run by day alone.
"""
DIALOGS: Final = (
    "the files beside", "a file to import", "the formats", "an export", "an export of a branch",
    "the file of an export",
)  # fmt: skip


async def _looked_at(user: Driver, name: str) -> None:
    for size in SIZES:
        await resize(user, size)
        await looks_as_it_did(user, golden_file(FOLDER, f"{name} at {size[0]} by {size[1]}"))
    await resize(user, SIZES[0])


@pytest.fixture(name="talk")
def _talk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "talk.argdown"
    path.write_text(TALK, encoding="utf-8")
    return path


async def test_import_and_export_look_as_they_did(talk: Path) -> None:
    async with opened(Session(essay()), size=SIZES[0]) as user:
        await user.press("j", "B", "i")
        await user.until_shown("talk.argdown")
        user.screen.query_one(Line).cursor_blink = False
        await _looked_at(user, "the files beside")
        user.screen.query_one(Line).value = talk.name
        await user.press("enter")
        await user.until_shown("Import talk.argdown (Argdown) under")
        await _looked_at(user, "a file to import")
        await user.press("escape", "B", "e")
        await user.until_shown("Export in which format?")
        user.screen.query_one(Line).cursor_blink = False
        await _looked_at(user, "the formats")
        await user.type("csv")
        await user.press("enter")
        await user.until_shown("Export the whole map as CSV")
        await _looked_at(user, "an export")
        await user.press("t")
        await _looked_at(user, "an export of a branch")
        await user.press("enter")
        await user.until_shown("Into which new file?")
        user.screen.query_one(Line).cursor_blink = False
        await _looked_at(user, "the file of an export")
        await user.press("escape")


def test_no_screen_is_left_over() -> None:
    each = [f"{name} at {size[0]} by {size[1]}" for name in DIALOGS for size in SIZES]
    assert set(FOLDER.iterdir()) == names_of(FOLDER, *each)

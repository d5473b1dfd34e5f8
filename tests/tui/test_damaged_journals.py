"""Journals that are damaged or gone, and those of a map that was moved or replaced."""

import re
from pathlib import Path

import pytest

from debatemap import edit
from debatemap.formats.native.codec import dump
from debatemap.store.leftovers import left_behind
from debatemap.store.locations import state_folder
from debatemap.workspace.session import open_session
from tests.tui.driver import opened
from tests.tui.killed_programs import asked, die, left, shown
from tests.tui.maps import rain


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "rain.json"
    path.write_bytes(dump(rain()))
    return path


async def test_that_a_journal_is_gone_for_good_is_told_though_nothing_is_done(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with opened(open_session(file), size=(120, 20)) as user:
        await user.press("j", "~")
        (journal,) = state_folder().rglob("*.journal")
        journal.unlink()

        def full(*_: object) -> None:
            raise OSError(28, "No space left on device")

        with monkeypatch.context() as patch:
            patch.setattr("os.fdatasync", full)
            user.map.watcher.poll()
            await user.until(lambda: "the disk is full" in user.lines[0], "the title", 10)
        user.map.watcher.poll()
        await user.until(lambda: "not being kept" not in user.lines[0], "the title", 10)


def damage(file: Path) -> Path:
    """Damages the second of the edits that were left; returns the journal."""
    (found,) = left_behind(open_session(file).origin)
    lines = found.file.read_bytes().split(b"\n")
    lines[3] = lines[3].replace(b"Two", b"Twi")
    found.file.write_bytes(b"\n".join(lines))
    return found.file


async def test_what_can_be_read_of_a_damaged_journal_comes_back_and_the_rest_is_told(
    file: Path,
) -> None:
    die(open_session(file), "One.", "Two.", "Three.")
    journal = damage(file)
    async with opened(open_session(file), size=(140, 30)) as user:
        await asked(user, "2 edits of The weather rain.json were not saved")
        assert "Beside that, 1 line is damaged and cannot be read" in shown(user)
        await user.press("k")
        await user.rest()
        assert "1 line is damaged" in user.said
        assert user.debate.claims["roots"].text == "Three."
        await user.press("ctrl+s")
        await user.rest()
        await user.press("q")
    assert journal.exists(), "until the user drops it"
    async with opened(open_session(file), size=(140, 30)) as user:
        await asked(user, "1 line is damaged and cannot be read. What could be read of it is in")
        await user.press("s")
        await user.rest()
        assert user.said == f"The damaged journal is kept: {journal}"[: len(user.said)]
        await user.press("q")
    async with opened(open_session(file), size=(140, 30)) as user:
        await asked(user, "1 line is damaged")
        await user.press("d")
        await asked(user, "Drop what was not saved?")
        await user.press("y")
        await user.rest()
        assert not user.session.dirty
    assert not journal.exists()


async def test_the_edits_of_a_map_that_was_moved_are_offered_with_its_name(file: Path) -> None:
    session = open_session(file)
    session.do(edit.set_title(session.debate, "A \x1b[31mred[/] title"))
    session.save()
    die(session, "One.")
    moved = file.with_name("moved.json")
    file.rename(moved)
    async with opened(open_session(moved), size=(200, 30)) as user:
        await asked(user, "red")
        assert "\x1b" not in user.text
        assert re.search(r"red title moved\.json , which was at \S+rain\.json", shown(user)) or (
            "which was at" in shown(user) and "moved.json" in shown(user)
        )
        await user.press("k")
        await user.rest()
        assert user.debate.claims["roots"].text == "One."


async def test_another_map_in_the_file_is_not_offered_the_edits_but_told_of_them(
    file: Path,
) -> None:
    die(open_session(file), "One.")
    file.write_bytes(file.read_bytes().replace(b'"rain_map"', b'"another"', 1))
    async with opened(open_session(file), size=(140, 30)) as user:
        await user.rest()
        assert not user.is_asked
        assert user.said.startswith("Unsaved edits of another map that was in this file are kept")
        assert not user.session.dirty


async def test_a_journal_that_is_removed_under_the_window_is_written_anew(file: Path) -> None:
    async with opened(open_session(file), size=(120, 20)) as user:
        await user.press("j", "~")
        (journal,) = state_folder().rglob("*.journal")
        journal.unlink()
        user.map.watcher.poll()
        await user.until(lambda: any(state_folder().rglob("*.journal")), "the journal")
        assert left(file) == 0, "its program lives"
    assert left(file) == 1

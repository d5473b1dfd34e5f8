"""What a program left behind that ended without saving is offered, and comes back."""

import os
import re
from pathlib import Path

import pytest

from debatemap import edit
from debatemap.formats.native.codec import dump
from debatemap.store.journal import Writing
from debatemap.store.leftovers import left_behind
from debatemap.sync.merge.conflict import conflicts_in
from debatemap.tui.dialogs.chooser import ChooserScreen
from debatemap.tui.dialogs.prompt import WriteScreen
from debatemap.tui.features.writing.editor import Editor
from debatemap.workspace.session import new_session, open_session
from tests.tui.driver import Driver, opened
from tests.tui.killed_programs import asked, die, left, shown
from tests.tui.maps import rain


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "rain.json"
    path.write_bytes(dump(rain()))
    return path


async def test_edits_that_were_not_saved_are_offered_and_kept_as_steps(file: Path) -> None:
    die(open_session(file), "One.", "Two.", "Three.")
    async with opened(open_session(file), size=(100, 30)) as user:
        await asked(user)
        assert re.search(
            r"3 edits of The weather rain.json were not saved when the program ended on"
            r" \d{4}-\d\d-\d\d at"
            r" \d\d:\d\d\.",
            shown(user),
        )
        await user.press("k")
        await user.rest()
        assert user.said == "3 edits are back and not saved yet; u undoes."
        assert user.debate.claims["roots"].text == "Three."
        assert "● unsaved" in user.lines[0]
        await user.press("u")
        assert user.debate.claims["roots"].text == "Two."
        assert left(file) == 0
        await user.press("ctrl+s")
        await user.rest()
        await user.press("q")
    assert open_session(file).debate.claims["roots"].text == "Two."
    assert left(file) == 0


async def test_they_can_be_looked_at_first_and_dropped_only_on_purpose(file: Path) -> None:
    die(open_session(file), "One.")
    async with opened(open_session(file), size=(100, 30)) as user:
        await asked(user, "1 edit of The weather rain.json was not saved")
        await user.press("l")
        await asked(user, "What was not saved")
        assert "One." in user.text
        await user.press("escape")
        await asked(user)
        await user.press("d")
        await asked(user, "Drop what was not saved?")
        await user.press("escape")
        await asked(user)
        assert left(file) == 1
        await user.press("d", "y")
        await user.rest()
        assert user.said == "Dropped; the map is as its file has it."
        assert not user.session.dirty
        assert left(file) == 0


async def test_what_is_put_off_is_offered_again(file: Path) -> None:
    die(open_session(file), "One.")
    for _ in range(2):
        async with opened(open_session(file), size=(100, 30)) as user:
            await asked(user)
            await user.press("escape")
            await user.rest()
            assert user.said.startswith("They are kept")
            await user.press("q")
    assert left(file) == 1


async def test_each_of_several_programs_that_ended_is_asked_about(file: Path) -> None:
    place = {"command": "add_con", "claim": "rain", "link": ""}
    writing = Writing("Half a th", "a con", place)
    die(open_session(file), "One.", writing=writing)
    for first in left_behind(open_session(file).origin):
        os.utime(first.file, (1, 1))  # The two may end at one time of the disk's clock.
    die(open_session(file), "Two.")
    async with opened(open_session(file), size=(100, 30)) as user:
        await asked(user, "1 edit")
        await user.press("k")
        await user.until(lambda: user.writing, "the editor")
        await user.press("d", "escape", "escape")
        await user.until(lambda: not user.writing, "the editor to be left")
        await asked(user, "1 edit")
        await user.press("c")
        await user.until_shown("offered again when the map is opened next")
        await user.press("G")
        assert user.map.is_free
        assert user.words == "Snow is white.", "keys are heard"


async def test_what_the_file_holds_by_now_is_not_offered(file: Path) -> None:
    session = open_session(file)
    die(session, "One.")
    other = open_session(file)
    other.do(edit.reword(other.debate, "roots", "One."))
    other.save()
    async with opened(open_session(file)) as user:
        await user.rest()
        assert not user.is_asked
    assert left(file) == 0


async def test_with_a_file_that_was_changed_they_are_merged_and_conflicts_are_told(
    file: Path,
) -> None:
    die(open_session(file), "Mine.")
    other = open_session(file)
    other.do(edit.reword(other.debate, "roots", "Yours."))
    other.save()
    async with opened(open_session(file), size=(100, 30)) as user:
        await asked(user)
        await user.press("k")
        await user.rest()
        assert user.said.endswith("1 conflict: C shows.")
        assert len(conflicts_in(user.debate)) == 1
        await user.press("u")
        assert dump(user.debate) == file.read_bytes()


async def test_a_text_that_was_being_written_stands_in_the_editor_again(file: Path) -> None:
    async with opened(open_session(file), size=(100, 30)) as user:
        await user.press("j", "l", "+")
        await user.type("Half a th")
        user.map.watcher.poll()
        session = user.session
        assert session.journal is not None
        session.journal.close(keep=True)
        session.journal.record = session.journal.record_writing = lambda *_: None  # type: ignore[method-assign, assignment]
    async with opened(open_session(file), size=(100, 30)) as user:
        await asked(user, "A text that was being written in The weather rain.json was not saved")
        await user.press("k")
        await user.rest()
        assert user.writing
        assert user.heading.startswith("+ pro of ")
        await user.type("ought.")
        await user.press("enter")
        assert "Half a thought." in [claim.text for claim in user.debate.claims.values()]
        (link,) = [link for link in user.debate.links.values() if _is(user, link.premises[0])]
        assert link.target == "plants"


def _is(user: Driver, claim: str) -> bool:
    return user.debate.claims[claim].text == "Half a thought."


async def test_a_note_that_was_being_written_comes_back_too(file: Path) -> None:
    async with opened(open_session(file), size=(100, 30)) as user:
        await user.press("j", "c")
        await user.type("Half a no")
        user.map.watcher.poll()
        assert user.session.journal is not None
        user.session.journal.close(keep=True)
    async with opened(open_session(file), size=(100, 30)) as user:
        await asked(user, "A text that was being written")
        await user.press("k")
        await user.until(lambda: "A note on Plants grow." in shown(user), "the note")
        await user.type("te.")
        await user.press("ctrl+s")
        await user.rest()
        assert user.debate.claims["plants"].note.endswith("Half a note.")


def test_a_note_whose_screen_is_not_made_yet_says_what_it_begins_with() -> None:
    place = {"command": "note", "claim": "roots"}
    asked = WriteScreen("A note on …", "As it was.", place=place)
    assert (asked.text, asked.changed) == ("As it was.", False)
    resumed = WriteScreen("A note on …", "As it was.", place=place, resumed="Half a no")
    assert (resumed.text, resumed.changed) == ("Half a no", True)


async def test_where_its_place_is_gone_it_becomes_an_unplaced_claim(file: Path) -> None:
    place = {"command": "add_con", "claim": "gone", "link": "gone"}
    die(open_session(file), "One.", writing=Writing("A \x1b[31mthought.", "con of …", place))
    async with opened(open_session(file), size=(100, 30)) as user:
        await asked(user, "1 edit of The weather rain.json and a text being written were not saved")
        await user.press("k")
        await user.rest()
        assert "unplaced" in user.heading
        assert "\x1b" not in user.map.part(Editor).text
        await user.press("enter")
        assert any("thought." in claim.text for claim in user.debate.claims.values())


async def test_what_is_typed_is_kept_once_a_second_until_it_is_accepted_or_left(
    file: Path,
) -> None:
    async with opened(open_session(file)) as user:
        journal = user.session.journal
        assert journal is not None
        await user.press("j", "+")
        user.map.watcher.poll()
        assert journal.length == 0, "nothing is typed yet"
        await user.type("So")
        user.map.watcher.poll()
        user.map.watcher.poll()
        assert journal.length == 1, "only what has changed"
        await user.press("enter")
        assert journal.length == 3, "the claim, and that nothing is written any more"
        await user.type("Not this.")
        user.map.watcher.poll()
        await user.press("escape", "d")
        await user.rest()
        assert not user.writing
        session = user.session
    journal = session.journal
    again = open_session(file)
    (found,) = left_behind(again.origin)
    assert found.writing is None
    assert len(found.changes) == 1


async def test_quitting_and_closing_a_map_leave_no_journal(file: Path) -> None:
    for keys in (("q", "d"), ("g", "Q", "d")):
        async with opened(open_session(file)) as user:
            await user.press("j", "~", *keys)
            await user.until(lambda: left(file) == 0, "the journal to go")
        assert left(file) == 0, keys


async def test_a_program_that_ends_without_being_asked_to_leaves_its_journal(file: Path) -> None:
    async with opened(open_session(file)) as user:
        await user.press("j", "~")
    assert left(file) == 1


async def test_a_new_map_that_was_never_saved_is_offered_on_the_start_screen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    session = new_session()
    session.keep_journal()
    session.do(edit.add_thesis(session.debate, "Tea is good."))
    assert session.journal is not None
    session.journal.close(keep=True)
    async with opened(None, size=(100, 30)) as user:
        await user.until(lambda: "1 edit of a new map was not saved" in shown(user), "an offer")
        await user.press("k")
        await user.until(lambda: not isinstance(user.screen, ChooserScreen), "the map")
        await user.rest()
        assert user.words == "Tea is good."
        assert user.said.startswith("1 edit is back")
        assert user.session.dirty


async def test_that_edits_cannot_be_kept_stands_in_the_title(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with opened(open_session(file), size=(120, 20)) as user:

        def full(*_: object) -> None:
            raise OSError(28, "No space left on device")

        with monkeypatch.context() as patch:
            patch.setattr("os.fdatasync", full)
            await user.press("j", "~")
            assert "edits are not being kept: the disk is full" in user.lines[0]
        await user.press("u")
        assert "not being kept" not in user.lines[0]


async def test_a_read_only_map_keeps_no_journal_and_offers_none(file: Path) -> None:
    die(open_session(file), "One.")
    async with opened(open_session(file, read_only=True)) as user:
        await user.rest()
        assert not user.is_asked
        assert user.session.journal is None
    assert left(file) == 1

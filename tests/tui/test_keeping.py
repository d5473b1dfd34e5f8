import re
from pathlib import Path

import pytest

from debatemap import edit, load
from debatemap.formats.native.codec import dump
from debatemap.workspace.session import new_session, open_session
from tests.system import is_root
from tests.tui.driver import Driver, opened
from tests.tui.maps import rain


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "rain.json"
    path.write_bytes(dump(rain()))
    return path


async def test_saving_writes_the_file_and_says_so(file: Path) -> None:
    async with opened(open_session(file)) as user:
        assert "unsaved" not in user.text
        await user.press("ctrl+s")
        assert user.said == "Nothing has changed since it was saved."
        await user.press("j", "~")
        assert "● unsaved" in user.lines[0]
        await user.press("ctrl+s")
        await user.rest()
        assert user.said == f"Saved to {file}."
        assert "unsaved" not in user.lines[0]
        assert load(file).links["l-plants"].stance == "attacks"
        await user.press("u")
        assert "● unsaved" in user.lines[0]


async def test_a_new_map_is_saved_under_the_name_that_is_given(tmp_path: Path) -> None:
    async with opened(new_session("Fresh")) as user:
        await user.type("A")
        await user.press("enter", "ctrl+s")
        assert "Save the map under which name?" in user.text
        await user.press("ctrl+u")
        user.screen.query_one("Line").value = str(tmp_path / "fresh.json")  # type: ignore[attr-defined]
        await user.press("enter")
        await user.rest()
        assert load(tmp_path / "fresh.json").header.title == "Fresh"
        assert user.session.path == tmp_path / "fresh.json"


async def test_a_file_that_stands_there_is_not_replaced_by_a_save_under_its_name(
    file: Path,
) -> None:
    before = file.read_bytes()
    async with opened(new_session()) as user:
        await user.type("A")
        await user.press("enter", "escape", "g", "s", "ctrl+u")
        user.screen.query_one("Line").value = str(file)  # type: ignore[attr-defined]
        await user.press("enter")
        await user.rest()
        assert "a file stands there already" in user.said
        assert user.session.dirty
    assert file.read_bytes() == before


async def test_what_the_disk_refuses_stays_unsaved_and_another_way_is_offered(file: Path) -> None:
    async with opened(open_session(file)) as user:
        await user.press("j", "~", "g", "s", "ctrl+u")
        user.screen.query_one("Line").value = str(file.parent / "no" / "such.json")  # type: ignore[attr-defined]
        await user.press("enter")
        await user.rest_while_asked()
        assert "It is not saved." in user.text
        assert "its folder is not there" in user.text
        assert user.session.dirty
        assert user.session.path == file
        await user.press("t")
        await user.rest_while_asked()
        assert "It is not saved." in user.text, "it is as it was"
        (file.parent / "no").mkdir()
        await user.press("t")
        await user.rest()
        assert user.session.path == file.parent / "no" / "such.json"
        assert not user.session.dirty


async def test_a_full_disk_keeps_the_edits_and_says_why(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = file.read_bytes()

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    async with opened(open_session(file), size=(140, 24)) as user:
        await user.press("j", "~")
        with monkeypatch.context() as patch:
            patch.setattr("os.replace", full)
            await user.press("ctrl+s")
            await user.rest_while_asked()
            assert "the disk is full" in user.text
        await user.press("escape")
        await user.rest()
        assert "the disk is full" in user.said
        assert "● unsaved" in user.lines[0]
        assert file.read_bytes() == before
        assert [path.name for path in file.parent.iterdir()] == [file.name]
        await user.press("ctrl+s")
        await user.rest()
        assert user.said == f"Saved to {file}."


async def test_an_earlier_copy_is_restored_as_one_step(file: Path) -> None:
    async with opened(open_session(file), size=(140, 24)) as user:
        before = dump(user.debate)
        await user.press("j", "~", "ctrl+s")
        await user.rest()
        await user.press("g", "b")
        await user.until_shown("  then ")  # the older copy, which comes after the newer one
        await user.press("down", "enter")
        await user.rest()
        assert user.said.startswith("Restored the copy of ")
        assert dump(user.debate) == before
        await user.press("u")
        assert dump(user.debate) == file.read_bytes()
        await user.press("g", "b")
        await user.until_shown("nothing was changed after it")
        await user.press("enter")
        await user.rest()
        assert user.said == "The map says what it said then."


def change_outside(file: Path) -> None:
    session = open_session(file)
    session.do(edit.reword(session.debate, "sun", "Sun is bad."))
    session.save()


async def test_a_save_that_lost_the_race_merges_and_says_so(file: Path) -> None:
    async with opened(open_session(file), size=(140, 24)) as user:
        await user.press("j", "~")
        change_outside(file)
        await user.press("ctrl+s")
        await user.rest()
        assert user.said == "Another program saved it first. Merged: 1 claim changed. Saved."
        assert not user.session.dirty
        assert load(file).claims["sun"].text == "Sun is bad."
        assert load(file).links["l-plants"].stance == "attacks"
        await user.press("u")
        assert user.debate.claims["sun"].text == "Sun is good."


def write_another_map(file: Path) -> None:
    """Puts a map there that says nearly the same and is another one."""
    change_outside(file)
    own = f'"{load(file).header.id}"'.encode()
    file.write_bytes(file.read_bytes().replace(own, b'"another"', 1))


async def _meet_outside_change(user: Driver, file: Path) -> None:
    await user.press("j", "~")
    write_another_map(file)
    await user.press("ctrl+s")
    await user.rest_while_asked()
    # Where lines end depends on the name of the folder.
    said = " ".join(user.text.replace("▌", " ").split())
    assert "Another program has changed the file" in said
    assert "another map" in said
    assert "Nothing" in said
    assert "overwrite the file" in said


async def test_an_outside_change_can_be_taken_in_by_reading_again(file: Path) -> None:
    async with opened(open_session(file)) as user:
        await _meet_outside_change(user, file)
        await user.press("r")
        await user.rest()
        assert "* Sun is bad." in user.rows
        assert "  + Plants grow." in user.rows
        assert not user.session.dirty
        assert user.words == "Plants grow.", "the cursor stays"


async def test_an_outside_change_can_be_overwritten(file: Path) -> None:
    async with opened(open_session(file)) as user:
        await _meet_outside_change(user, file)
        await user.press("o")
        await user.rest()
        assert load(file).claims["sun"].text == "Sun is good."
        assert load(file).links["l-plants"].stance == "attacks"


async def test_an_outside_change_can_be_left_alone_by_saving_elsewhere(file: Path) -> None:
    async with opened(open_session(file)) as user:
        await _meet_outside_change(user, file)
        await user.press("e", "ctrl+u")
        other = file.with_name("other.json")
        user.screen.query_one("Line").value = str(other)  # type: ignore[attr-defined]
        await user.press("enter")
        await user.rest()
        assert load(file).claims["sun"].text == "Sun is bad."
        assert load(other).claims["sun"].text == "Sun is good."
        assert user.session.path == other


async def test_an_outside_change_can_be_thought_about(file: Path) -> None:
    async with opened(open_session(file)) as user:
        await _meet_outside_change(user, file)
        await user.press("escape")
        await user.rest()
        assert load(file).claims["sun"].text == "Sun is bad."
        assert user.session.dirty


async def test_reading_again_keeps_folds_and_cursor_and_asks_with_unsaved_edits(
    file: Path,
) -> None:
    async with opened(open_session(file)) as user:
        await user.press("j", "l", "l", "j")
        assert user.words == "Roots drink."
        rows = user.rows
        change_outside(file)
        await user.press("g", "r")
        await user.rest()
        assert user.words == "Roots drink."
        assert user.rows == [row.replace("Sun is good", "Sun is bad") for row in rows]
        await user.press("d", "g", "r")
        assert "unsaved edits" in user.text
        await user.press("k")
        assert "    + Roots drink." not in user.rows
        await user.press("g", "r", "r")
        await user.rest()
        assert "    + Roots drink." in user.rows


async def test_reading_again_what_is_no_map_any_more_says_so(file: Path) -> None:
    async with opened(open_session(file)) as user:
        file.write_text("{")
        await user.press("g", "r")
        await user.rest()
        assert "rain.json" in user.said
        assert user.words == "Rain is good."


async def test_quitting_without_unsaved_edits_is_at_once(file: Path) -> None:
    async with opened(open_session(file)) as user:
        await user.press("q")
    assert user.app.return_value == 0


@pytest.mark.parametrize("key", ["q", "ctrl+q"])
async def test_quitting_with_unsaved_edits_asks(file: Path, key: str) -> None:
    before = file.read_bytes()
    async with opened(open_session(file)) as user:
        await user.press("j", "~", key)
        assert "rain.json has unsaved edits." in user.text
        await user.press("c")
        assert not user.is_asked
        assert user.app.is_running
        await user.press(key, "escape")
        assert not user.is_asked, "Escape is harmless"
        await user.press(key, "d")
    assert user.app.return_value == 0
    assert file.read_bytes() == before


async def test_quitting_can_save_first(file: Path) -> None:
    async with opened(open_session(file)) as user:
        await user.press("j", "~", "q", "s")
        await user.rest_until_closed()
    assert load(file).links["l-plants"].stance == "attacks"


async def test_a_read_only_map_is_read_and_refuses_with_the_reason(file: Path) -> None:
    before = file.read_bytes()
    async with opened(open_session(file, read_only=True)) as user:
        assert "read-only" in user.lines[0]
        for key in ("+", "-", "e", "O", "a", "L", "m", "d", "D", "T", "c", "t", "@", "r", "S"):
            await user.press(key)
            assert user.said.endswith("read-only: it was opened read-only"), key
            assert not user.is_asked
            assert not user.writing
        await user.press("j", "l", "/")
        await user.type("roots")
        await user.press("enter")
        assert user.words == "Roots drink."
        await user.press("y", "p")
        assert "read-only" in user.said
        await user.press("s", "ctrl+x", "escape")
        assert not user.session.dirty
        await user.press("q")
    assert file.read_bytes() == before


async def test_a_read_only_map_stays_read_only_when_it_is_read_again(file: Path) -> None:
    async with opened(open_session(file, read_only=True)) as user:
        await user.press("g", "r")
        await user.rest()
        assert user.said == "Reloaded."
        assert "read-only" in user.lines[0]
        await user.press("j", "~")
        assert "read-only" in user.said


async def test_the_title_is_changed() -> None:
    async with opened(rain()) as user:
        await user.press("g", "t", "ctrl+u")
        await user.type("Wet")
        await user.press("enter")
        assert user.lines[0].strip().startswith("Wet")
        assert user.debate.header.title == "Wet"


async def test_the_figures_are_shown() -> None:
    async with opened(rain()) as user:
        await user.press("g", "i")
        for name, figure in (("claims", "9"), ("undercuts", "1"), ("claims with no place", "1")):
            assert re.search(rf"{name} +{figure} ", user.text)
        await user.press("escape")


@pytest.mark.skipif(is_root(), reason="root may write everywhere")
async def test_a_file_that_may_not_be_written_keeps_its_content(file: Path) -> None:
    file.chmod(0o400)
    async with opened(open_session(file)) as user:
        await user.press("j", "~", "ctrl+s")
        await user.rest_while_asked()
        assert "read-only" in user.text
        await user.press("c")
        await user.rest()
        assert "read-only" in user.said
        assert user.session.dirty

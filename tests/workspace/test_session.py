"""An open map: undo and redo without limit, and a file that is written only when it may be."""

import os
import stat
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

import debatemap
from debatemap import edit
from debatemap.core.change import Change
from debatemap.core.debate import StaleChangeError
from debatemap.core.errors import MapError, OutsideChangeError
from debatemap.formats.native.codec import dump
from debatemap.store.atomic import put_aside_for
from debatemap.workspace.session import ReadOnlyError, Session, new_session, open_session
from tests.soundness import fresh, picture
from tests.strategies import sketch
from tests.system import make_link, somebody


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Returns a map's file."""
    path = tmp_path / "map.json"
    path.write_bytes(dump(sketch("T", p="P + T")))
    return path


def add(session: Session, text: str = "New.") -> Change:
    """Does an edit."""
    change = edit.add_reply(session.debate, "T", "supports", text)
    session.do(change)
    return change


def names(folder: Path) -> list[str]:
    return sorted(file.name for file in folder.iterdir())


def test_undo_and_redo_tell_what_they_undid_and_redid(path: Path) -> None:
    session = open_session(path)
    change = add(session)
    assert session.undo() == change
    assert session.undo() is None
    assert session.redo() == change
    assert session.redo() is None


def test_a_new_edit_ends_what_could_be_redone(path: Path) -> None:
    session = open_session(path)
    add(session)
    session.undo()
    add(session, "Other.")
    assert not session.can_redo


def test_a_change_that_changes_nothing_is_no_step(path: Path) -> None:
    session = open_session(path)
    session.do(edit.reword(session.debate, "T", "T."))
    assert not session.can_undo
    assert not session.dirty


def test_a_stale_change_is_no_step(path: Path) -> None:
    session = open_session(path)
    stale = edit.reword(session.debate, "T", "Other.")
    session.do(edit.reword(session.debate, "T", "Better."))
    with pytest.raises(StaleChangeError):
        session.do(stale)
    assert session.undo() is not None
    assert not session.can_undo


def test_doing_the_same_change_again_is_another_step(path: Path) -> None:
    session = open_session(path)
    change = edit.reword(session.debate, "T", "Better.")
    session.do(change)
    session.save()
    add(session)
    session.do(change.inverse())
    session.do(change)
    assert session.dirty
    session.save()
    assert path.read_bytes() == dump(session.debate)


def test_listeners_are_told_of_every_change_and_of_an_undo_its_inverse(path: Path) -> None:
    session, told = open_session(path), list[Change]()
    session.subscribe(told.append)
    change = add(session)
    session.undo()
    session.redo()
    assert told == [change, change.inverse(), change]


def test_a_map_that_nobody_edited_is_never_written(path: Path) -> None:
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    os.utime(path, ns=(1, 1))
    data = path.read_bytes()
    session = open_session(path)
    session.save()
    add(session)
    session.undo()
    session.save()
    assert path.read_bytes() == data
    assert path.stat().st_mtime_ns == 1


def test_an_unedited_map_saved_elsewhere_is_written_there_in_canonical_form(path: Path) -> None:
    canonical = path.read_bytes()
    path.write_bytes(canonical.replace(b"\n", b"\r\n"))
    session = open_session(path)
    session.save(path.with_name("other.json"))
    assert path.with_name("other.json").read_bytes() == canonical


def test_a_save_keeps_the_ends_of_lines_of_the_file(path: Path) -> None:
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    session = open_session(path)
    for _ in range(2):
        add(session)
        session.save()
        assert path.read_bytes() == dump(session.debate, crlf=True)
    changed = path.read_bytes().replace(b"\r\n", b"\n")
    path.write_bytes(changed)
    session.took_in(changed, is_own_file=True)
    add(session)
    session.save()
    assert path.read_bytes() == dump(session.debate)


def test_saving_writes_what_the_map_says(path: Path) -> None:
    session = open_session(path)
    add(session)
    session.save()
    assert path.read_bytes() == dump(session.debate)
    assert not session.dirty
    assert names(path.parent) == ["map.json"]


def test_a_prepared_save_writes_the_map_as_it_was_and_leaves_later_edits_unsaved(
    path: Path,
) -> None:
    session = open_session(path)
    add(session)
    then = dump(session.debate)
    save = session.prepare_save()
    add(session, "Later.")
    save()
    assert path.read_bytes() == then
    assert session.dirty
    session.undo()
    assert not session.dirty


def test_an_outside_change_is_noticed_and_kept(path: Path) -> None:
    session = open_session(path)
    add(session)
    path.write_text("theirs")
    with pytest.raises(OutsideChangeError, match="another program has changed it") as refused:
        session.save()
    assert str(path) in str(refused.value)
    assert path.read_text() == "theirs"
    assert session.dirty
    assert names(path.parent) == ["map.json"]


def test_a_file_that_is_gone_is_an_outside_change(path: Path) -> None:
    session = open_session(path)
    add(session)
    path.unlink()
    with pytest.raises(OutsideChangeError):
        session.save()
    assert not path.exists()


def test_after_an_outside_change_the_map_is_saved_elsewhere_or_overwrites_by_name(
    path: Path,
) -> None:
    session = open_session(path)
    add(session)
    path.write_text("theirs")
    session.save(path.with_name("mine.json"))
    assert session.path == path.with_name("mine.json")
    assert path.read_text() == "theirs"
    session.save(path, overwrite=True)
    assert path.read_bytes() == dump(session.debate)
    assert session.path == path
    add(session)
    session.save()
    assert not session.dirty


def test_a_save_of_our_own_is_no_outside_change(path: Path) -> None:
    session = open_session(path)
    for _ in range(3):
        add(session)
        session.save()
    assert path.read_bytes() == dump(session.debate)


def test_saving_elsewhere_does_not_replace_a_file_that_stands_there(path: Path) -> None:
    session, other = open_session(path), path.with_name("other.json")
    other.write_text("precious")
    with pytest.raises(MapError, match="a file stands there already"):
        session.save(other)
    assert other.read_text() == "precious"
    assert session.path == path
    session.save(other, overwrite=True)
    assert other.read_bytes() == path.read_bytes()


def test_the_same_file_by_another_name_is_the_maps_own(path: Path) -> None:
    link = path.with_name("link.json")
    make_link(link, path)
    session = open_session(link)
    add(session)
    session.save(path)
    assert path.read_bytes() == dump(session.debate)
    assert link.is_symlink()


def test_a_new_map_asks_for_a_name_and_is_saved_under_it(tmp_path: Path) -> None:
    session = new_session("Title")
    assert session.debate.header.title == "Title"
    with pytest.raises(MapError, match="has no file yet"):
        session.save()
    session.save(tmp_path / "new.json")
    assert open_session(tmp_path / "new.json").debate.header == session.debate.header


def test_a_map_without_its_file_is_a_copy(path: Path) -> None:
    session = open_session(path)
    data = path.read_bytes()
    session.forget_file()
    add(session)
    with pytest.raises(MapError, match="has no file yet"):
        session.save()
    session.save(path.with_name("copy.json"))
    assert path.read_bytes() == data


def test_a_file_that_the_session_never_read_is_not_overwritten(path: Path) -> None:
    session, data = Session(sketch("T"), path), path.read_bytes()
    add(session)
    with pytest.raises(MapError, match="stands there already"):
        session.save()
    assert path.read_bytes() == data


def test_a_read_only_map_takes_no_edit_and_no_save(path: Path) -> None:
    session = open_session(path, read_only=True)
    data = path.read_bytes()
    with pytest.raises(ReadOnlyError, match="opened read-only"):
        add(session)
    with pytest.raises(ReadOnlyError):
        session.save(overwrite=True)
    assert not session.can_undo
    assert path.read_bytes() == data


def test_a_read_only_map_can_be_saved_elsewhere_and_is_edited_there(path: Path) -> None:
    session = open_session(path, read_only=True)
    session.save(path.with_name("copy.json"))
    add(session)
    session.save()
    assert path.with_name("copy.json").read_bytes() == dump(session.debate)
    assert path.read_bytes() != dump(session.debate)


def test_a_map_of_a_newer_version_opens_read_only_and_says_so(path: Path) -> None:
    newer = path.read_bytes().replace(b'"version": 1', b'"version": 7,\n  "later": true')
    path.write_bytes(newer)
    session = open_session(path)
    assert "version 7" in session.read_only
    assert set(session.debate.claims) == {"T", "P"}
    with pytest.raises(ReadOnlyError, match="a newer debatemap wrote this map"):
        add(session)
    assert path.read_bytes() == newer


def test_loading_tells_its_stages_and_can_be_stopped(path: Path) -> None:
    stages: list[str] = []
    open_session(path, progress=stages.append)
    assert stages == ["reading", "checking", "linking"]

    def stop(stage: str) -> None:
        raise KeyboardInterrupt(stage)

    with pytest.raises(KeyboardInterrupt):
        open_session(path, progress=stop)


def test_a_failed_save_leaves_the_map_unsaved_and_tells_the_way_out(path: Path) -> None:
    session = open_session(path)
    add(session)
    with pytest.raises(MapError, match="save it elsewhere") as refused:
        session.save(path.parent / "no such folder" / "map.json")
    assert "its folder is not there" in str(refused.value)
    assert session.dirty
    assert session.path == path
    session.save()
    assert not session.dirty


@pytest.mark.parametrize("name", ["x" * 300, "loop.json"])
def test_a_name_that_the_disk_refuses_is_a_map_error(path: Path, name: str) -> None:
    make_link(path.with_name("loop.json"), "loop.json")
    session = open_session(path)
    with pytest.raises(MapError):
        session.save(path.with_name(name))
    assert session.path == path


@pytest.fixture
def shared(path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Returns a map in a folder that everybody may use, as the state folder is."""
    with tempfile.TemporaryDirectory() as folder, tempfile.TemporaryDirectory() as state:
        Path(folder).chmod(0o777)
        Path(state).chmod(0o777)
        monkeypatch.setenv("XDG_STATE_HOME", state)
        shared = Path(folder) / "map.json"
        shared.write_bytes(path.read_bytes())
        shared.chmod(0o666)
        yield shared
        Path(folder).chmod(0o777)


def test_a_file_that_may_not_be_written_is_refused_though_its_folder_may(shared: Path) -> None:
    shared.chmod(0o444)
    data = shared.read_bytes()
    with somebody():
        session = open_session(shared)
        add(session)
        with pytest.raises(MapError, match="it is read-only") as refused:
            session.save()
    assert "save it elsewhere" in str(refused.value)
    assert session.dirty
    assert shared.read_bytes() == data
    assert stat.S_IMODE(shared.stat().st_mode) == 0o444
    assert names(shared.parent) == ["map.json"]


def test_in_a_folder_that_may_not_be_written_the_file_itself_is(shared: Path) -> None:
    shared.parent.chmod(0o555)
    with somebody():
        session = open_session(shared)
        add(session)
        session.save()
    assert not session.dirty
    assert shared.read_bytes() == dump(session.debate)
    assert not list(put_aside_for(shared).parent.iterdir())


def test_where_nothing_can_be_put_aside_nothing_is_overwritten(
    shared: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", "/proc/nowhere")
    shared.parent.chmod(0o555)
    data = shared.read_bytes()
    with somebody():
        session = open_session(shared)
        add(session)
        with pytest.raises(MapError, match="save it elsewhere"):
            session.save()
    assert session.dirty
    assert shared.read_bytes() == data


def test_in_a_folder_that_may_be_written_and_not_be_read_the_map_is_saved(shared: Path) -> None:
    shared.parent.chmod(0o333)
    with somebody():
        session = open_session(shared)
        add(session)
        session.save()
    assert not session.dirty
    assert shared.read_bytes() == dump(session.debate)


def test_the_functions_for_notebooks_load_and_save(path: Path) -> None:
    debate = debatemap.load(str(path))
    debate.apply(edit.reword(debate, "T", "Better."))
    debatemap.save(debate, path)
    assert picture(debatemap.load(path)) == picture(fresh(debate))

"""A save is all or nothing, and leaves nothing behind."""

import errno
import os
import stat
from pathlib import Path

import pytest

from debatemap.core.errors import MapError, OutsideChangeError
from debatemap.store import atomic
from debatemap.store.atomic import fingerprint, read_bytes, stands_there, write_bytes
from tests.system import make_link, with_modes


def names(folder: Path) -> list[str]:
    return sorted(file.name for file in folder.iterdir())


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Returns a file with something in it."""
    path = tmp_path / "map.json"
    path.write_bytes(b"old")
    return path


def test_the_file_is_replaced_and_nothing_else_is_left(path: Path) -> None:
    inode = path.stat().st_ino
    write_bytes(path, b"new")
    assert path.read_bytes() == b"new"
    assert path.stat().st_ino != inode, "a reader of the old file reads on"
    assert names(path.parent) == ["map.json"]


@pytest.mark.parametrize("size", [0, 1, 3_000_000])
def test_any_size_is_written_whole(path: Path, size: int) -> None:
    write_bytes(path, b"x" * size)
    assert read_bytes(path) == b"x" * size


@with_modes
def test_a_new_file_gets_the_mode_that_the_umask_leaves(path: Path) -> None:
    before = os.umask(0o027)
    try:
        write_bytes(path.with_name("new.json"), b"new")
    finally:
        os.umask(before)
    assert stat.S_IMODE(path.with_name("new.json").stat().st_mode) == 0o640


@with_modes
@pytest.mark.parametrize("mode", [0o600, 0o644, 0o664, 0o755])
def test_a_file_keeps_its_mode(path: Path, mode: int) -> None:
    path.chmod(mode)
    write_bytes(path, b"new")
    assert stat.S_IMODE(path.stat().st_mode) == mode


def test_a_symlink_stays_one_and_its_target_is_written(path: Path) -> None:
    folder = path.parent / "folder"
    folder.mkdir()
    link, chained = folder / "link.json", folder / "chained.json"
    make_link(link, "../map.json")
    make_link(chained, "link.json")
    write_bytes(chained, b"new", expected=fingerprint(b"old"))
    assert path.read_bytes() == b"new"
    assert link.readlink() == Path("../map.json")
    assert chained.readlink() == Path("link.json")
    assert names(folder) == ["chained.json", "link.json"]


def test_a_symlink_to_nothing_makes_the_file_that_it_names(path: Path) -> None:
    link = path.with_name("link.json")
    make_link(link, "later.json")
    write_bytes(link, b"new")
    assert link.is_symlink()
    assert path.with_name("later.json").read_bytes() == b"new"


@pytest.mark.parametrize("name", ["with space.json", "-rf", "line\nbreak", "é漢", "x" * 200])
def test_odd_names_are_written(path: Path, name: str) -> None:
    write_bytes(path.with_name(name), b"new")
    assert read_bytes(path.with_name(name)) == b"new"


def test_another_content_than_was_expected_is_left_alone(path: Path) -> None:
    with pytest.raises(OutsideChangeError):
        write_bytes(path, b"new", expected=fingerprint(b"other"))
    assert path.read_bytes() == b"old"
    write_bytes(path, b"new", expected=fingerprint(b"old"))
    assert path.read_bytes() == b"new"


@pytest.mark.parametrize("call", ["fsync", "replace", pytest.param("fchmod", marks=with_modes)])
def test_when_the_disk_fails_the_old_file_stays_and_nothing_is_left_behind(
    path: Path, call: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, call, full)
    with pytest.raises(MapError, match="the disk is full") as refused:
        write_bytes(path, b"new")
    assert "Nothing was written" in refused.value.advice
    assert path.read_bytes() == b"old"
    assert names(path.parent) == ["map.json"]


def test_when_a_save_is_interrupted_nothing_is_left_behind(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupted)
    with pytest.raises(KeyboardInterrupt):
        write_bytes(path, b"new")
    assert path.read_bytes() == b"old"
    assert names(path.parent) == ["map.json"]


def test_a_folder_is_not_replaced(tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    with pytest.raises(MapError):
        write_bytes(folder, b"new")
    assert names(tmp_path) == ["folder"]
    assert names(folder) == []


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(MapError, match="its folder is not there"):
        write_bytes(tmp_path / "nowhere" / "map.json", b"new")


def test_a_name_is_taken_by_a_file_and_a_folder_and_of_no_use_where_a_link_is_broken(
    path: Path,
) -> None:
    make_link(path.with_name("link.json"), "nowhere")
    assert stands_there(path)
    assert stands_there(path.parent)
    with pytest.raises(MapError, match="it is a link to nowhere, and no file is there"):
        stands_there(path.with_name("link.json"))
    assert not stands_there(path.with_name("free.json"))
    assert not stands_there(path / "beneath a file.json")


def test_a_fingerprint_tells_contents_apart() -> None:
    assert fingerprint(b"a") == fingerprint(b"a")
    assert len({fingerprint(bytes([n])) for n in range(256)}) == 256


def test_what_is_wrong_with_a_name_stands_beside_no_megabyte_of_it(tmp_path: Path) -> None:
    with pytest.raises(MapError) as caught:
        write_bytes(tmp_path / ("x" * 2**20), b"")
    assert "its name is too long for this disk" in str(caught.value)[:700]


def test_a_file_that_may_not_be_read_is_told_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_: Path) -> bytes:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))

    monkeypatch.setattr(atomic, "read_within", refuse)
    with pytest.raises(MapError, match="it may not be read"):
        read_bytes(tmp_path / "x.json")

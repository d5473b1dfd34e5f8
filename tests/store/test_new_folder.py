from pathlib import Path

import pytest

from debatemap.core.errors import MapError
from debatemap.store.new_folder import write_new_folder

FILES = {"a.md": b"one", "b.md": b"two"}


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_a_new_folder_is_made(tmp_path: Path) -> None:
    write_new_folder(tmp_path / "notes", FILES)
    assert contents(tmp_path / "notes") == FILES


def test_an_empty_folder_is_filled(tmp_path: Path) -> None:
    (tmp_path / "notes").mkdir()
    write_new_folder(tmp_path / "notes", FILES)
    assert contents(tmp_path / "notes") == FILES


def test_nothing_is_written_over(tmp_path: Path) -> None:
    (tmp_path / "own.md").write_bytes(b"mine")
    with pytest.raises(MapError, match="a folder with files in it stands there already"):
        write_new_folder(tmp_path, FILES)
    assert contents(tmp_path) == {"own.md": b"mine"}
    with pytest.raises(MapError, match="a file stands there already"):
        write_new_folder(tmp_path / "own.md", FILES)
    assert (tmp_path / "own.md").read_bytes() == b"mine"


def test_a_folder_of_which_a_part_fails_is_not_there(tmp_path: Path) -> None:
    files = FILES | {"x" * 300: b"three"}
    with pytest.raises(MapError, match="Nothing was written"):
        write_new_folder(tmp_path / "notes", files)
    assert not (tmp_path / "notes").exists()
    (tmp_path / "empty").mkdir()
    with pytest.raises(MapError, match="Nothing was written"):
        write_new_folder(tmp_path / "empty", files)
    assert contents(tmp_path / "empty") == {}


def test_a_name_leads_out_of_no_folder(tmp_path: Path) -> None:
    write_new_folder(tmp_path / "notes", {"../../out.md": b"x"})
    assert contents(tmp_path / "notes") == {"out.md": b"x"}


def test_a_folder_in_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(MapError, match="no such file or directory"):
        write_new_folder(tmp_path / "missing" / "notes", FILES)

"""The copies of a map that lie beside it."""

from pathlib import Path

import pytest

from debatemap import save
from debatemap.store.sync_copies import copies_beside, id_in, maps_beside
from tests.system import make_pipe
from tests.tui.maps import rain

LEFT_BY_SYNC_PROGRAMS = (
    "debate.sync-conflict-20260103-101500-K7Q20X9.json",
    "debate.sync-conflict-20260103-101500.json",
    "debate (conflicted copy 2026-01-03 101500).json",
    "debate (Ann's conflicted copy 2026-01-03).json",
    "debate (ann@example.org's conflicted copy).json",
    "debate_conflict-20260103-101500.json",
    "debate (SFConflict ann@example.org 2026-01-03-10-15-00).json",
    "debate.json (SFConflict 2026-01-03-10-15-00)",
    "debate.Conflict.json",
    "debate.Conflict2.json",
    "debate_Andy-PC_Jan-03-0901-2026_Conflict.json",
)
OTHERS = (
    "debate-2.json",
    "debates.json",
    "debate.sync-conflict.json",
    "debate (copy).json",
    "debate.json.bak",
    "other.sync-conflict-20260103-101500-K7Q20X9.json",
    "debate (conflicted copy 2026-01-03).txt",
)


@pytest.mark.parametrize("name", LEFT_BY_SYNC_PROGRAMS)
def test_what_a_sync_program_left_is_found(tmp_path: Path, name: str) -> None:
    for each in ("debate.json", name, *OTHERS):
        (tmp_path / each).touch()
    assert copies_beside(tmp_path / "debate.json") == [tmp_path / name]


def test_a_file_of_the_same_name_in_other_letters_is_no_copy(tmp_path: Path) -> None:
    for each in ("a[b.json", "ab.sync-conflict-20260103-101500.json"):
        (tmp_path / each).touch()
    assert copies_beside(tmp_path / "a[b.json") == []


def test_folders_and_pipes_are_no_copies(tmp_path: Path) -> None:
    (tmp_path / LEFT_BY_SYNC_PROGRAMS[0]).mkdir()
    make_pipe(tmp_path / LEFT_BY_SYNC_PROGRAMS[1])
    assert copies_beside(tmp_path / "debate.json") == []
    assert maps_beside(tmp_path / "debate.json") == []


def test_a_folder_that_cannot_be_read_has_none(tmp_path: Path) -> None:
    assert copies_beside(tmp_path / "no" / "debate.json") == []


def test_the_other_maps_are_told_by_their_id(tmp_path: Path) -> None:
    save(rain(), tmp_path / "rain.json")
    (tmp_path / "empty.json").touch()
    (tmp_path / "notes.json").write_text('{"a": {"id": "rain_map"}}')
    (tmp_path / "notes.txt").touch()
    others = maps_beside(tmp_path / "debate.json")
    assert [path.name for path in others] == ["empty.json", "notes.json", "rain.json"]
    assert [id_in(path) for path in others] == ["", "", "rain_map"]
    assert id_in(tmp_path / "none.json") == ""

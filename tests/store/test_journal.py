"""The journal: every change comes back, whatever a crash left of the file."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from debatemap.core.change import Change
from debatemap.core.debate import Debate
from debatemap.core.model import Claim
from debatemap.store.journal import Journal, Origin, Writing
from debatemap.store.leftovers import Left, left_behind, left_of_others
from debatemap.store.locations import state_folder
from tests.soundness import difference, fresh, picture
from tests.strategies import debates

ORIGIN = Origin("/maps/trains.json", "map_1", "00ff")
WRITING = Writing("Night trains ar", "a con of “Trains”", {"claim": "T"})


def full(*_: object) -> None:
    raise OSError(28, "No space left on device")


def said(words: str) -> Change:
    return Change(words, claims={"a": (None, Claim(words))})


def found(origin: Origin = ORIGIN) -> list[Left]:
    return list(left_behind(origin))


def die(journal: Journal) -> None:
    """Lets go of the lock, as the system does for a program that is killed."""
    journal.close(keep=True)


@settings(suppress_health_check=list(HealthCheck))
@given(st.lists(debates(), min_size=2, max_size=4))
def test_every_change_comes_back_and_applies(steps: list[Debate]) -> None:
    journal = Journal(ORIGIN)
    changes = [difference(one, other) for one, other in pairwise(steps)]
    for change in changes:
        journal.record(change)
    assert journal.trouble == ""
    die(journal)
    (left,) = found()
    assert left.origin == ORIGIN
    assert left.writing is None
    debate = fresh(steps[0])
    for change in left.changes:
        debate.apply(change)
    assert picture(debate) == picture(steps[-1])
    left.drop()
    assert found() == []


def test_a_journal_of_a_living_program_is_not_offered() -> None:
    journal = Journal(ORIGIN)
    journal.record(said("A."))
    assert found() == []
    die(journal)
    assert [left.changes[0].said for left in found()] == ["A."]


def test_reading_a_map_leaves_nothing() -> None:
    Journal(ORIGIN).close()
    assert not state_folder().exists()


def test_what_was_saved_is_forgotten_and_what_came_after_stays() -> None:
    journal = Journal(ORIGIN)
    for words in ("one", "two", "three"):
        journal.record(said(words))
    journal.cut(ORIGIN._replace(content="11"), 2)
    journal.record(said("four"))
    die(journal)
    (left,) = found()
    assert [change.said for change in left.changes] == ["three", "four"]
    assert left.origin.content == "11"


def test_after_everything_was_saved_there_is_no_file() -> None:
    journal = Journal(ORIGIN)
    journal.record(said("one"))
    journal.cut(ORIGIN, 1)
    assert not list(state_folder().rglob("*.journal"))


def test_the_last_text_that_was_being_written_comes_back() -> None:
    journal = Journal(ORIGIN)
    journal.record_writing(Writing("N", "a con", {}))
    journal.record_writing(WRITING)
    die(journal)
    assert found()[0].writing == WRITING


def test_a_text_that_was_accepted_does_not() -> None:
    journal = Journal(ORIGIN)
    journal.record_writing(WRITING)
    journal.record_writing(None)
    die(journal)
    assert found() == []


def test_journals_of_new_maps_stand_apart() -> None:
    new = Origin("", "new_1")
    journal = Journal(new)
    journal.record(said("A."))
    die(journal)
    assert found() == []
    assert [left.origin for left in found(new)] == [new]


def test_a_new_map_that_gets_a_file_takes_its_journal_along() -> None:
    journal = Journal(Origin("", "map_1"))
    journal.record(said("one"))
    journal.record(said("two"))
    journal.cut(ORIGIN, 1)
    die(journal)
    assert found(Origin("", "map_1")) == []
    assert [change.said for change in found()[0].changes] == ["two"]


def test_a_torn_tail_is_left_out_wherever_it_was_torn() -> None:
    journal = Journal(ORIGIN)
    journal.record(said("one"))
    journal.record(said("two"))
    die(journal)
    file = found()[0].file
    data = file.read_bytes()
    ends = [n + 1 for n, byte in enumerate(data) if byte == 10]
    for length in range(len(data)):
        file.write_bytes(data[:length])
        whole = sum(end <= length for end in ends)
        read = [change.said for left in found() for change in left.changes]
        assert read == ["one", "two"][: max(0, whole - 2)]


@pytest.mark.parametrize(("flip", "stride"), [(0x41, 1), (0x01, 7), (0x80, 5)])
def test_a_damaged_byte_gives_up_one_line_at_most_and_is_counted(flip: int, stride: int) -> None:
    journal = Journal(ORIGIN)
    words = ["one", "two", "three"]
    for each in words:
        journal.record(said(each))
    die(journal)
    file = found()[0].file
    data = file.read_bytes()
    for place in range(0, len(data), stride):
        file.write_bytes(data[:place] + bytes([data[place] ^ flip]) + data[place + 1 :])
        (left,) = found()
        read = [change.said for change in left.changes]
        assert read in (words, *(words[:n] + words[n + 1 :] for n in range(3))), place
        assert left.damaged or read == words, place
        assert left.origin == ORIGIN, place


def test_a_journal_of_which_nothing_can_be_read_is_left_and_counted() -> None:
    journal = Journal(ORIGIN)
    journal.record(said("one"))
    die(journal)
    file = found()[0].file
    file.write_bytes(re.sub(rb"[0-9a-f]{8} ", b"00000000 ", file.read_bytes()))
    (left,) = found()
    assert (left.changes, left.writing, left.damaged) == ([], None, 3)
    assert left.origin.path == ORIGIN.path
    left.drop()
    assert found() == []


def remove(file: Path) -> None:
    file.unlink()


def remove_folder(file: Path) -> None:
    shutil.rmtree(file.parents[2])


def replace(file: Path) -> None:
    file.rename(file.with_suffix(".bak"))
    file.write_text("")


def truncate(file: Path) -> None:
    os.truncate(file, 0)


def overwrite(file: Path) -> None:
    file.write_bytes(b"x" * file.stat().st_size)
    os.utime(file, ns=(0, 0))


@pytest.mark.parametrize("spoil", [remove, remove_folder, replace, truncate, overwrite])
@pytest.mark.parametrize("notice", [Journal.check, lambda journal: journal.record(said("two"))])
def test_a_journal_that_somebody_spoils_is_written_anew_in_full(
    spoil: Callable[[Path], None], notice: Callable[[Journal], None]
) -> None:
    journal = Journal(ORIGIN)
    journal.record(said("one"))
    (file,) = state_folder().rglob("*.journal")
    spoil(file)
    notice(journal)
    assert journal.trouble == ""
    die(journal)
    (left,) = found()
    assert [change.said for change in left.changes] == ["one", "two"][: len(left.changes)]
    assert left.changes


@pytest.mark.parametrize("spoil", [remove, remove_folder, replace, truncate, overwrite])
def test_what_somebody_spoils_is_on_the_disk_again_once_it_is_looked_at(
    spoil: Callable[[Path], None],
) -> None:
    journal = Journal(ORIGIN)
    journal.record(said("one"))
    (file,) = state_folder().rglob("*.journal")
    whole = file.read_bytes()
    spoil(file)
    journal.check()
    # Before the program ends: a killed one writes nothing more.
    assert whole in [each.read_bytes() for each in state_folder().rglob("*.journal")]
    die(journal)


def test_a_journal_that_is_intact_is_not_written_again() -> None:
    journal = Journal(ORIGIN)
    journal.record(said("one"))
    (file,) = state_folder().rglob("*.journal")
    before = file.stat()
    journal.check()
    assert os.path.samestat(before, file.stat())
    assert file.stat().st_mtime_ns == before.st_mtime_ns
    journal.close()


def test_where_it_cannot_be_written_anew_that_is_told_until_it_can(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    journal = Journal(ORIGIN)
    journal.record(said("one"))
    (file,) = state_folder().rglob("*.journal")
    file.unlink()

    with monkeypatch.context() as patch:
        patch.setattr(os, "write", full)
        for _ in range(3):
            journal.check()
            assert journal.trouble == "the disk is full"
    assert not list(state_folder().rglob("*.journal")), "no half of one is left each time"
    journal.check()
    assert journal.trouble == ""
    die(journal)
    assert [change.said for left in found() for change in left.changes] == ["one"]


def at(path: Path, map_id: str = "map_1") -> Origin:
    """Returns the origin of a map in a file, which is made."""
    path.write_text(f'{{"map": {{"id": "{map_id}"}}}}')
    return Origin(str(path), map_id, "00ff")


def test_what_was_left_of_a_map_is_found_where_it_was_moved_to(tmp_path: Path) -> None:
    old, new = tmp_path / "old.json", tmp_path / "new.json"
    journal = Journal(at(old))
    journal.record(said("one"))
    die(journal)
    old.rename(new)
    (left,) = found(Origin(str(new), "map_1"))
    assert left.origin.path == str(old)
    assert found(Origin(str(new), "map_2")) == []


def test_a_copy_is_not_offered_what_was_left_of_the_first(tmp_path: Path) -> None:
    journal = Journal(at(tmp_path / "map.json"))
    journal.record(said("one"))
    die(journal)
    assert found(at(tmp_path / "copy.json")) == []
    assert len(found(at(tmp_path / "map.json"))) == 1


def test_another_map_in_the_file_is_offered_nothing_and_the_first_is_wherever_it_is(
    tmp_path: Path,
) -> None:
    path, moved = tmp_path / "map.json", tmp_path / "moved.json"
    journal = Journal(at(path))
    journal.record(said("one"))
    die(journal)
    path.rename(moved)
    other = at(path, "map_2")
    assert found(other) == []
    assert left_of_others(other) == 1
    assert len(found(Origin(str(moved), "map_1"))) == 1


def test_a_full_disk_is_told_and_the_lines_follow_when_there_is_room(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    journal = Journal(ORIGIN)
    journal.record(said("one"))
    with monkeypatch.context() as patch:
        patch.setattr("debatemap.core.platform.sync_data", full)
        journal.record(said("two"))
        assert journal.trouble == "the disk is full"
    journal.record(said("three"))
    assert journal.trouble == ""
    die(journal)
    assert [change.said for left in found() for change in left.changes] == ["one", "two", "three"]


def test_a_folder_that_cannot_be_made_is_told() -> None:
    state_folder().parent.mkdir(parents=True, exist_ok=True)
    state_folder().write_text("a file where the folder should be")
    journal = Journal(ORIGIN)
    journal.record(said("one"))
    assert journal.trouble
    journal.close()


def test_other_files_in_the_folder_are_passed_over() -> None:
    journal = Journal(ORIGIN)
    journal.record(said("one"))
    die(journal)
    folder = found()[0].file.parent
    (folder / "notes.journal").write_text("mine")
    (folder / "empty.journal").touch()
    (folder / "folder.journal").mkdir()
    assert len(found()) == 1


KILLED = """
import os, signal
from debatemap.core.change import Change
from debatemap.core.model import Claim
from debatemap.store.journal import Journal, Origin
journal = Journal(Origin("/maps/trains.json", "map_1", "00ff"))
for n in range(5):
    journal.record(Change(str(n), claims={"a": (None, Claim(str(n)))}))
os.kill(os.getpid(), signal.SIGKILL)
"""


def test_a_killed_program_leaves_every_line(tmp_path: Path) -> None:
    subprocess.run([sys.executable, "-c", KILLED], check=False, cwd=tmp_path, env={**os.environ})
    assert [change.said for left in found() for change in left.changes] == list("01234")


def test_a_name_that_is_no_text_is_no_trouble() -> None:
    origin = ORIGIN._replace(path=os.fsdecode(b"/maps/\xff.json"))
    journal = Journal(origin)
    journal.record(said("one"))
    journal.close(keep=True)
    (left,) = left_behind(origin)
    assert left.origin == origin
    assert not journal.trouble


def test_that_a_full_disk_is_no_trouble_any_more_when_the_map_is_saved(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    journal = Journal(ORIGIN)
    journal.record(said("one"))
    with monkeypatch.context() as patch:
        patch.setattr(os, "write", full)
        journal.record(said("two"))
        assert journal.trouble == "the disk is full"
        journal.cut(ORIGIN, journal.length)
    assert journal.trouble == ""
    assert not list(state_folder().rglob("*.journal")), "what the map's file holds is not offered"
    journal.close()

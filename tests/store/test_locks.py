"""A lock is a courtesy: it is had by the living, can be taken over, and fails in silence."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from debatemap.core import platform
from debatemap.store.locations import state_folder
from debatemap.store.locks import lock
from tests.system import make_link

HOLD = (
    "import sys, time; from pathlib import Path; from debatemap.store.locks import lock;"
    "held = lock(Path(sys.argv[1])); print('held', flush=True); time.sleep(60)"
)


def test_the_first_has_it_and_the_second_hears_since_when(tmp_path: Path) -> None:
    path = tmp_path / "map.json"
    first = lock(path)
    second = lock(path)
    assert first.holder is None
    assert second.holder is not None
    assert second.holder.process == os.getpid()
    assert second.holder.words.startswith("since ")
    assert not first.is_lost
    first.release()
    assert lock(path).holder is None


def test_another_name_of_the_same_file_is_the_same_map(tmp_path: Path) -> None:
    path, link = tmp_path / "map.json", tmp_path / "link.json"
    path.write_text("{}")
    make_link(link, path)
    held = lock(path)
    assert lock(link).holder is not None
    held.release()


def test_who_takes_over_has_it_and_who_had_it_sees_that(tmp_path: Path) -> None:
    path = tmp_path / "map.json"
    first = lock(path)
    second = lock(path, by_force=True)
    assert first.is_lost
    assert not second.is_lost
    first.release()
    assert lock(path).holder is not None, "the loser takes nothing from the winner"
    second.release()
    assert not list((state_folder() / "locks").iterdir())


def test_the_dead_hold_nothing(tmp_path: Path) -> None:
    path = tmp_path / "map.json"
    program = [sys.executable, "-c", HOLD, str(path)]
    with subprocess.Popen(program, stdout=subprocess.PIPE) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == b"held\n"
        assert lock(path).holder is not None
        other.kill()
        other.wait()
    assert lock(path).holder is None


def test_what_stands_in_a_lock_is_not_trusted(tmp_path: Path) -> None:
    path = tmp_path / "map.json"
    held = lock(path)
    (file,) = (state_folder() / "locks").glob("*.lock")
    for content in (b"", b"{", b'{"process": [], "host": 1, "since": "never"}', b"\xff" * 9):
        file.write_bytes(content)
        holder = lock(path).holder
        assert holder is not None
        assert holder.words == ""
    held.release()


@pytest.mark.parametrize("number", [22, 38, 37, 95])
def test_where_there_are_no_locks_there_is_no_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(number, "no locks")

    monkeypatch.setattr(platform, "try_lock", refuse)
    for by_force in (False, True):
        got = lock(tmp_path / "map.json", by_force=by_force)
        assert got.holder is None
        assert not got.is_lost
        got.release()

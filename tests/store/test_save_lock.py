"""The lock of a save: one program at a time, bounded waits, and a save where there is none."""

import os
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from debatemap import load
from debatemap.core import platform
from debatemap.core.change import Change
from debatemap.core.errors import MapError
from debatemap.core.model import Claim
from debatemap.store.atomic import ABSENT, write_bytes
from debatemap.store.locations import state_folder
from debatemap.store.save_lock import BusyError, save_lock
from debatemap.workspace.session import new_session, open_session

WRITER = """
import sys
from pathlib import Path
from debatemap.core.change import Change
from debatemap.core.model import Claim
from debatemap.workspace.session import open_session
from debatemap.core.errors import OutsideChangeError
who, path, saves = sys.argv[1], Path(sys.argv[2]), int(sys.argv[3])
print("ready", flush=True)
sys.stdin.readline()
for n in range(saves):
    while True:
        session = open_session(path)
        session.do(Change("add", claims={f"{who}{n}": (None, Claim("x"))}))
        try:
            session.save()
            break
        except OutsideChangeError:
            pass
"""

HOLDER = """
import sys
from pathlib import Path
from debatemap.store.save_lock import save_lock
with save_lock(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.readline()
"""


def begun(script: str, *arguments: object) -> "subprocess.Popen[str]":
    program = subprocess.Popen(
        [sys.executable, "-c", script, *map(str, arguments)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert program.stdout is not None
    assert program.stdout.readline()
    return program


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "map.json"
    new_session().save(path)
    return path


def test_every_save_that_returned_is_in_the_file(path: Path) -> None:
    saves = 40
    with begun(WRITER, "a", path, saves) as one, begun(WRITER, "b", path, saves) as other:
        for writer in (one, other):
            assert writer.stdin is not None
            writer.stdin.write("go\n")
            writer.stdin.flush()
    assert (one.returncode, other.returncode) == (0, 0)
    assert load(path).claims.keys() == {f"{who}{n}" for who in "ab" for n in range(saves)}


def test_a_holder_that_hangs_is_waited_for_and_then_named(path: Path) -> None:
    with begun(HOLDER, path) as holder:
        holder.send_signal(signal.SIGSTOP)
        saving = "another program has been saving it"
        try:
            with pytest.raises(BusyError, match=saving) as raised, save_lock(path, 0.05):
                pass
        finally:
            holder.kill()
    assert "Nothing was written" in str(raised.value)
    with save_lock(path, 0.05) as note:
        assert note == "", "a dead one holds nothing"


def test_the_lock_is_of_the_file_whatever_its_name_and_whether_it_was_replaced(path: Path) -> None:
    link = path.with_name("link.json")
    link.symlink_to(path)
    with save_lock(path):
        path.rename(path.with_name("old.json"))
        path.write_bytes(b"another file")
        for name in (path, link, path.parent / ".." / path.parent.name / path.name):
            with pytest.raises(BusyError), save_lock(name, 0.0):
                pass
        with save_lock(path.with_name("other.json"), 0.0):
            pass


def test_one_that_waited_for_a_lock_whose_file_is_gone_takes_the_new_one(path: Path) -> None:
    entered, had = threading.Event(), threading.Event()

    def wait() -> None:
        entered.set()
        with save_lock(path):
            had.set()

    with save_lock(path):
        (file,) = (state_folder() / "locks").glob("*.save")
        waiting = threading.Thread(target=wait)
        waiting.start()
        entered.wait()
        file.unlink()
        with save_lock(path):
            # Who comes after the file is gone makes another one; the one that waits must take it.
            pass
    waiting.join()
    assert had.is_set()
    assert len(list((state_folder() / "locks").glob("*.save"))) == 1


def test_without_a_state_folder_the_folder_of_the_map_is_locked_and_it_is_said(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(path))  # A file where the folder should be.
    with save_lock(path) as note:
        assert "under a lock on its folder alone" in note
        assert str(state_folder()) in note
        with pytest.raises(BusyError), save_lock(path, 0.0):
            pass
    session = open_session(path)
    session.do(Change("add", claims={"a": (None, Claim("x"))}))
    session.save()
    assert "lock on its folder alone" in session.save_note
    assert load(path).claims.keys() == {"a"}


def test_where_there_are_no_locks_it_is_saved_and_said(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def none(*_: object) -> bool:
        raise OSError(38, os.strerror(38))

    monkeypatch.setattr(platform, "lock_within", none)
    assert "saved without a lock" in write_bytes(path, b"{}")
    assert path.read_bytes() == b"{}"


def test_a_file_that_came_meanwhile_is_not_replaced_by_a_new_one(tmp_path: Path) -> None:
    path = tmp_path / "new.json"
    save = new_session().prepare_save(path)
    path.write_bytes(b"another program's")
    with pytest.raises(MapError, match="a file stands there already"):
        save()
    with pytest.raises(MapError, match="a file stands there already"):
        write_bytes(path, b"mine", expected=ABSENT)
    assert path.read_bytes() == b"another program's"

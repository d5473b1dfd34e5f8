"""Edits, saves, loses and regains a map without a screen: `core.py MAP`."""

import os
import sys
from pathlib import Path

from debatemap import edit, load
from debatemap.core import platform
from debatemap.core.errors import OutsideChangeError
from debatemap.store.leftovers import left_behind
from debatemap.store.locks import lock
from debatemap.store.temp_files import passing_name, sweep
from debatemap.workspace.recovery import recover
from debatemap.workspace.session import Session, open_session


def _opened(path: Path) -> Session:
    session = open_session(path)
    session.keep_journal()
    return session


def saves(path: Path) -> None:
    session = _opened(path)
    session.do(edit.reword(session.debate, "T", "One."))
    assert session.journal is not None
    assert session.journal.trouble == ""
    assert list(left_behind(session.origin)) == [], "a live program's journal is offered to nobody"
    session.save()
    assert load(path).claims["T"].text == "One."
    session.do(edit.reword(session.debate, "T", "Two."))
    session.save()
    session.close()
    assert b"\r" not in path.read_bytes()
    assert not list(path.parent.glob(".debatemap-*"))


def recovers(path: Path) -> None:
    session = _opened(path)
    session.do(edit.reword(session.debate, "T", "Three."))
    assert session.journal is not None
    session.journal.close(keep=True)
    again = open_session(path)
    (left,) = left_behind(again.origin)
    assert recover(again, left) == 0
    assert again.debate.claims["T"].text == "Three."
    assert not list(left_behind(again.origin))


def refuses_an_outside_change(path: Path) -> None:
    session = _opened(path)
    session.do(edit.reword(session.debate, "T", "Four."))
    path.write_bytes(path.read_bytes().replace(b"Two.", b"Six."))
    try:
        session.save()
    except OutsideChangeError:
        session.close()
    else:
        raise AssertionError


def locks(path: Path) -> None:
    first = lock(path)
    second = lock(path)
    assert second.holder is not None
    assert second.holder.process == os.getpid()
    third = lock(path, by_force=True)
    assert third.holder is None
    assert first.is_lost
    assert not third.is_lost
    first.release()
    assert lock(path).holder is not None
    third.release()
    fourth = lock(path)
    assert fourth.holder is None
    fourth.release()


def sweeps(path: Path) -> None:
    mine = path.with_name(passing_name())
    mine.write_bytes(b"")
    sweep(path.parent)
    assert mine.exists(), "its process lives"
    mine.unlink()
    platform.sync_folder(path.parent)


if __name__ == "__main__":
    file = Path(sys.argv[1])
    for step in (saves, recovers, refuses_an_outside_change, locks, sweeps):
        step(file)
    sys.stdout.write(f"done, {os.environ.get('FULL_SYNCS', '0')} full syncs\n")

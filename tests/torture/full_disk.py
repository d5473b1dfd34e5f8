"""Save to a disk that fills up: what stood there stays, byte for byte, after each failure."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Final

from debatemap.core.errors import MapError
from debatemap.formats.native.codec import dump
from debatemap.workspace.session import Session, open_session
from tests.posix import resource
from tests.torture.naive import control
from tests.torture.recovering import recover
from tests.torture.report import Report, as_json, from_json
from tests.torture.sample import leftovers, put, write_map
from tests.torture.torture import QUICK, Torture

__all__ = ["full_disk"]

_MOUNT: Final = 'mount -t tmpfs -o size=512k tmpfs "$1" && shift && exec "$@"'
_ROOT: Final = Path(__file__).parents[2]
_LARGEST: Final = 40_000
"""Characters of the text that a map is given; with its copies it fills the disk at times."""
_ROOM: Final = 150_000
"""Bytes that are left free at most."""
_CLAIMS: Final = 3

Fill = Callable[[Path, Random], Iterator[None]]


def full_disk(torture: Torture) -> Report:
    """Fills a small disk, in a process that has it for itself, or else limits what is written."""
    with TemporaryDirectory(prefix="debatemap-disk-") as folder:
        for own in (["unshare", "-m"], ["unshare", "-r", "-m"]):
            command = [*own, "sh", "-c", _MOUNT, "sh", folder, sys.executable, "-m", __name__]
            command += [folder, str(torture.sizes.fillings), torture.control]
            try:
                done = subprocess.run(command, capture_output=True, text=True, cwd=_ROOT)  # noqa: PLW1510  (its code is looked at)
            except OSError:
                continue
            if done.returncode == 0:
                return from_json(done.stdout)[0]
    report = _saves(torture, "a limit on the size of files", _limited)
    report.skip("a disk that fills up, as none may be mounted here")
    return report


def _saves(torture: Torture, name: str, fill: Fill) -> Report:
    report = Report(name)
    report.counts.update({"saves acknowledged": 0, "ENOSPC failures": 0})
    filled = contextmanager(fill)
    for number in range(torture.sizes.fillings):
        with torture.home() as folder:
            path = folder / "map.json"
            write_map(path)
            if number % 3 == 2:
                # Such a file is written in place.
                path.with_name("other.json").hardlink_to(path)
            session = open_session(path)
            session.keep_journal()
            with filled(folder.parent, torture.random):
                mishap = _save(report, session, path, torture.random)
            mishap = mishap or _afterwards(session, path)
            report.must(f"save {number}: {mishap}", held=not mishap)
        _clear(folder.parent)
    return report


def _save(report: Report, session: Session, path: Path, random: Random) -> str:
    """Edits and saves; returns what must not be, or nothing."""
    old = path.read_bytes()
    text = "many eyes " * (random.randrange(_LARGEST) // 10)
    for key in ("c0", *(f"more-{n}" for n in range(random.randrange(_CLAIMS)))):
        session.do(put(session.debate, key, text))
    if session.journal and session.journal.trouble:
        report.count("edits that the journal could not take")
    try:
        session.save()
    except MapError as error:
        report.count("ENOSPC failures")
        is_told = "full" in str(error) or "too large" in str(error)
        left = leftovers(path.parent)
        told = "" if is_told else f"the reason is not told: {error}"
        told = told or ("" if session.dirty else "the map counts as saved")
        kept = path.read_bytes() == old
        return (told or (f"left behind: {left}" if left else "")) if kept else "the old is lost"
    report.count("saves acknowledged")
    return "" if path.read_bytes() == dump(session.debate) else "it was said to be saved"


def _afterwards(session: Session, path: Path) -> str:
    """Edits when there is room again, ends the program, and starts it again."""
    session.do(put(session.debate, "last", "There is room again."))
    if session.journal is None or session.journal.trouble:
        return "the journal stays in trouble"
    session.journal.close(keep=True)
    again = open_session(path)
    recover(again)
    return "" if dump(again.debate) == dump(session.debate) else "edits are lost"


def _short_of_room(folder: Path, random: Random) -> Iterator[None]:
    """Leaves a little room on the disk."""
    free = os.statvfs(folder).f_bavail * os.statvfs(folder).f_frsize
    ballast = folder / "ballast"
    ballast.write_bytes(bytes(max(0, free - random.randrange(_ROOM))))
    try:
        yield
    finally:
        ballast.unlink()


def _limited(_: Path, random: Random) -> Iterator[None]:
    """Lets no file grow beyond a size; the system then says that it is too large."""
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    before = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (random.randrange(_ROOM), limits[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
        signal.signal(signal.SIGXFSZ, before)


def _clear(folder: Path) -> None:
    for path in sorted(folder.rglob("*"), reverse=True):
        path.rmdir() if path.is_dir() else path.unlink()


def _main(folder: str, fillings: str, name: str) -> None:
    sizes = QUICK._replace(fillings=int(fillings))
    with control(name):
        torture = Torture(Path(folder), sizes, control=name)
        report = _saves(torture, "a disk of 512 KB that fills up", _short_of_room)
    sys.stdout.write(as_json([report]))


if __name__ == "__main__":
    _main(*sys.argv[1:])

"""Which window may write a map: the first one, until another takes over.

A lock is a courtesy, so that two windows do not surprise each other; what keeps edits safe is
the hash at each save, and the merge. It is a `flock` on a file in the state folder, named after
the map's real path, as the map itself is another file after each save. Who takes over puts
another file in its place: the former holder sees that its own is gone. A program that dies
leaves no lock; where there is none to be had, there is no error either.
"""

import contextlib
import os
import secrets
import socket
from datetime import UTC, datetime
from hashlib import blake2b
from pathlib import Path
from typing import Final, NamedTuple

import orjson

from debatemap.store import platform
from debatemap.store.paths import state_folder

__all__ = ["Holder", "Lock", "lock"]

_TRIES: Final = 5
_LONGEST: Final = 4_096


class Holder(NamedTuple):
    """Who writes a map.

    Attributes:
        process: The id of the process.
        host: The name of its machine.
        since: When it began, in the time zone of the machine.
    """

    process: int
    host: str
    since: datetime | None

    @property
    def words(self) -> str:
        """Since when and where, in words; empty where nothing is known."""
        words = ""
        if self.since is not None:
            is_today = self.since.date() == datetime.now(UTC).astimezone().date()
            words = f"since {self.since:{'%H:%M' if is_today else '%Y-%m-%d %H:%M'}}"
        elsewhere = f"on {self.host}" if self.host not in ("", socket.gethostname()) else ""
        return ", ".join(filter(None, (words, elsewhere)))


class Lock:
    """What came of asking for a lock.

    Attributes:
        holder: Who else holds it, or None.
    """

    def __init__(self, file: Path, handle: int | None = None, holder: Holder | None = None) -> None:
        self.holder = holder
        self._file, self._handle = file, handle

    @property
    def is_lost(self) -> bool:
        """Whether another window has taken over."""
        if self._handle is None:
            return False
        try:
            return not _is_same(self._handle, self._file)
        except OSError:
            # Somebody tidied up; nobody has taken over.
            return False

    def release(self) -> None:
        """Lets others have it."""
        if self._handle is None:
            return
        with contextlib.suppress(OSError):
            if _is_same(self._handle, self._file):
                self._file.unlink()
        with contextlib.suppress(OSError):
            os.close(self._handle)
        self._handle = None


def lock(path: Path, *, by_force: bool = False) -> Lock:
    """Asks to be the one who writes a map.

    Args:
        path: The map's file.
        by_force: Whether to take over from who is it now.
    """
    name = blake2b(os.fsencode(os.path.realpath(path)), digest_size=12).hexdigest()
    file = state_folder() / "locks" / f"{name}.lock"
    try:
        file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        return _taken_over(file) if by_force else _locked(file)
    except OSError:
        return Lock(file)


def _locked(file: Path) -> Lock:
    for _ in range(_TRIES):
        handle = os.open(file, platform.LOCK_FILE, 0o600)
        try:
            if not platform.try_lock(handle):
                holder = _holder(os.read(handle, _LONGEST))
                os.close(handle)
                return Lock(file, holder=holder)
            if _is_same(handle, file):
                _sign(handle)
                return Lock(file, handle)
        except FileNotFoundError:
            pass
        except OSError:
            os.close(handle)
            raise
        # It was let go of, or taken over, between the two calls.
        os.close(handle)
    return Lock(file)


def _taken_over(file: Path) -> Lock:
    passing = file.with_suffix(f".{secrets.token_hex(6)}")
    handle = os.open(passing, platform.CREATED, 0o600)
    try:
        platform.try_lock(handle)
        _sign(handle)
        passing.replace(file)
    except OSError:
        os.close(handle)
        passing.unlink(missing_ok=True)
        raise
    return Lock(file, handle)


def _sign(handle: int) -> None:
    since = datetime.now(UTC).isoformat(timespec="seconds")
    shape = {"process": os.getpid(), "host": socket.gethostname(), "since": since}
    os.ftruncate(handle, 0)
    os.write(handle, orjson.dumps(shape))


def _holder(data: bytes) -> Holder:
    try:
        shape = orjson.loads(data)
        since = datetime.fromisoformat(shape["since"]).astimezone()
        return Holder(int(shape["process"]), str(shape["host"]), since)
    except (ValueError, KeyError, TypeError, OverflowError):
        return Holder(0, "", None)


def _is_same(handle: int, file: Path) -> bool:
    mine, there = os.fstat(handle), file.lstat()
    return (mine.st_dev, mine.st_ino) == (there.st_dev, there.st_ino)

"""Which window may write a map: the first one, until another takes over.

A lock is a courtesy, so that two windows do not surprise each other; what keeps edits safe is
the hash at each save, and the merge. Each window that asks has a file of its own in the state
folder, locked for as long as the window lives; another file, named after the map's real path,
says whose it is, and is replaced by who takes over. The map itself cannot be locked, as it is
another file after each save, nor can a file that is to be replaced: Windows replaces none that is
open. A program that dies leaves no lock; where there is none to be had, there is no error either.
"""

import contextlib
import os
import re
import secrets
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from hashlib import blake2b
from pathlib import Path
from typing import Final, NamedTuple

import orjson

from debatemap.core import platform
from debatemap.store.folders import make_folder
from debatemap.store.locations import state_folder

__all__ = ["Holder", "Lock", "lock"]

_HELD: Final = re.compile("[0-9a-f]{24}-[0-9a-f]{12}\\.held")
_PATIENCE: Final = 1.0
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


class _Held(NamedTuple):
    """The file that is locked while its window lives."""

    file: Path
    handle: int

    def drop(self) -> None:
        with contextlib.suppress(OSError):
            platform.close_and_remove(self.handle, self.file)


class Lock:
    """What came of asking for a lock.

    Attributes:
        holder: Who else holds it, or None.
    """

    def __init__(self, file: Path, held: _Held | None = None, holder: Holder | None = None) -> None:
        self.holder = holder
        self._file, self._held = file, held

    @property
    def is_lost(self) -> bool:
        """Whether another window has taken over."""
        if self._held is None:
            return False
        # Where the file is gone, somebody tidied up; nobody has taken over.
        try:
            content = _content(self._file) or b""
        except OSError:
            return False
        return _named_in(content) not in ("", self._held.file.name)

    def release(self) -> None:
        """Lets others have it."""
        if self._held is None:
            return
        with contextlib.suppress(OSError), _guarded():
            if not self.is_lost:
                self._file.unlink()
        self._held.drop()
        self._held = None


def lock(path: Path, *, by_force: bool = False) -> Lock:
    """Asks to be the one who writes a map.

    Args:
        path: The map's file.
        by_force: Whether to take over from who is it now.
    """
    name = blake2b(os.fsencode(os.path.realpath(path)), digest_size=12).hexdigest()
    file = state_folder() / "locks" / f"{name}.lock"
    try:
        make_folder(file.parent)
        with _guarded():
            if not by_force and _is_held(file):
                return Lock(file, holder=_holder(_content(file) or b""))
            _remove_dead(file)
            return Lock(file, _taken(file))
    except OSError:
        return Lock(file)


@contextmanager
def _guarded() -> Iterator[None]:
    """Lets one window at a time look whose a lock is and change that."""
    handle = os.open(state_folder() / "locks.guard", platform.LOCK_FILE, 0o600)
    try:
        platform.lock_within(handle, _PATIENCE)
        yield
    finally:
        os.close(handle)


def _taken(file: Path) -> _Held:
    own = file.with_name(f"{file.stem}-{secrets.token_hex(6)}.held")
    held = _Held(own, os.open(own, platform.CREATED, 0o600))
    passing = own.with_suffix(".new")
    try:
        platform.try_lock(held.handle)
        passing.write_bytes(_signature(own.name))
        platform.replace(passing, file)
    except OSError:
        held.drop()
        passing.unlink(missing_ok=True)
        raise
    return held


def _is_held(file: Path) -> bool:
    """Tells whether the window lives that is named; where no name can be read, whether any does."""
    content = _content(file)
    if content is None:
        return False
    name = _named_in(content)
    return any(map(_is_locked, [file.with_name(name)] if name else _held_for(file)))


def _held_for(file: Path) -> list[Path]:
    return list(file.parent.glob(f"{file.stem}-*.held"))


def _is_locked(held: Path) -> bool:
    try:
        handle = os.open(held, platform.WRITTEN)
    except OSError:
        return False
    try:
        return not platform.try_lock(handle)
    finally:
        os.close(handle)


def _remove_dead(file: Path) -> None:
    """Removes what windows left that have died; that of a living one stays until it ends."""
    for held in _held_for(file):
        if not _is_locked(held):
            held.unlink(missing_ok=True)


def _signature(name: str) -> bytes:
    since = datetime.now(UTC).isoformat(timespec="seconds")
    return orjson.dumps(
        {"process": os.getpid(), "host": socket.gethostname(), "since": since, "held": name}
    )


def _content(file: Path) -> bytes | None:
    """Returns what stands in a file, and not too much of it, or None where there is none."""
    try:
        with file.open("rb") as opened:
            return opened.read(_LONGEST)
    except FileNotFoundError:
        return None


def _named_in(content: bytes) -> str:
    """Returns the name of the file that is locked, or empty where none can be made out."""
    try:
        name = orjson.loads(content)["held"]
    except (ValueError, KeyError, TypeError):
        return ""
    return name if isinstance(name, str) and _HELD.fullmatch(name) else ""


def _holder(data: bytes) -> Holder:
    try:
        shape = orjson.loads(data)
        since = datetime.fromisoformat(shape["since"]).astimezone()
        return Holder(int(shape["process"]), str(shape["host"]), since)
    except (ValueError, KeyError, TypeError, OverflowError):
        return Holder(0, "", None)

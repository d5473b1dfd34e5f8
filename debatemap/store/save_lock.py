"""A lock on one file for as long as a save compares and replaces it.

Two programs that both find the file as they know it would both replace it, and the first one's
save would be gone. So each save takes this lock, compares, and replaces. What is locked is a file
in the state folder, named after the map's real path: the map is another file after each save.
Where the state folder cannot be written, the map's folder is locked, and where there is no lock
to be had at all, the save goes on without one and says so.

It has nothing to do with the lock of a window (see `locks`), which is held while a map is open.
"""

import contextlib
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import blake2b
from pathlib import Path
from typing import Final

from debatemap.core import platform
from debatemap.core.errors import MapError
from debatemap.store.folders import make_folder
from debatemap.store.locations import state_folder

__all__ = ["BusyError", "save_lock"]

_PATIENCE: Final = 10.0
"""Seconds to wait: a save takes a tenth of one, and on a slow disk two or three."""
_HINT: Final = "a save by another program at the same moment could be lost"


class BusyError(MapError):
    """Another program is saving the file, and does not end."""


@contextmanager
def save_lock(path: Path, patience: float = _PATIENCE) -> Iterator[str]:
    """Lets one program at a time save a file.

    Args:
        path: The file.
        patience: How many seconds to wait for the others at most.

    Yields:
        What to tell the user where other programs may not be kept out; empty where they are.

    Raises:
        BusyError: Another program has held the lock for too long.
    """
    real = Path(os.path.realpath(path))
    end = time.monotonic() + patience
    handle, trouble = _locked(real, end)
    if handle is None and not trouble:
        advice = "Nothing was written. End that program, or wait for it, and save again."
        raise BusyError(
            path, f"another program has been saving it for {patience:.0f} seconds", advice=advice
        )
    try:
        yield trouble
    finally:
        if handle is not None:
            # What was saved is saved, whatever comes of the lock.
            with contextlib.suppress(OSError):
                os.close(handle)


def _locked(real: Path, end: float) -> tuple[int | None, str]:
    """Returns an open file that is locked, or None, and what there is to tell."""
    try:
        return _lock_own_file(_lock_file(real), end), ""
    except OSError as error:
        reason = error.strerror or str(error)
    why = f"the state folder cannot be used ({state_folder()}: {reason})"
    try:
        handle = os.open(real.parent, platform.READ)
    except OSError:
        return None, f"It was saved without a lock: {why}; {_HINT}."
    try:
        had = platform.lock_within(handle, max(0.0, end - time.monotonic()))
    except OSError:
        os.close(handle)
        return None, f"It was saved without a lock: {why}; {_HINT}."
    if had:
        return handle, f"It was saved under a lock on its folder alone: {why}."
    os.close(handle)
    return None, ""


def _lock_own_file(file: Path, end: float) -> int | None:
    """Returns the lock's file, open and locked, or None where it could not be had in time."""
    make_folder(file.parent)
    while True:
        handle = os.open(file, platform.LOCK_FILE, 0o600)
        try:
            had = platform.lock_within(handle, max(0.0, end - time.monotonic()))
            if had and _is_still(handle, file):
                return handle
        except BaseException:
            os.close(handle)
            raise
        os.close(handle)
        if not had:
            return None


def _is_still(handle: int, file: Path) -> bool:
    """Tells whether a file that is locked has its name still: somebody may have tidied up."""
    try:
        return os.path.samestat(os.fstat(handle), file.stat())
    except FileNotFoundError:
        return False


def _lock_file(real: Path) -> Path:
    name = blake2b(os.fsencode(real), digest_size=12).hexdigest()
    return state_folder() / "locks" / f"{name}.save"

"""Write a file so that a reader sees the old bytes or the new ones, and nothing between.

The data goes to a temporary file in the same folder, to the disk, and then into the old file's
place. Where that would take something from the file that it has (another name, its owner), or
where the folder is closed, it is written in place, after a copy of it was put aside.
"""

import contextlib
import errno
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from hashlib import blake2b
from pathlib import Path
from typing import Final

from debatemap.core import platform
from debatemap.core.errors import MapError, OutsideChangeError
from debatemap.core.text import excerpt
from debatemap.formats.limits import no_file, read_within
from debatemap.store.folders import make_folder
from debatemap.store.locations import state_folder
from debatemap.store.save_lock import save_lock
from debatemap.store.temp_files import passing_name, sweep

__all__ = [
    "ABSENT",
    "fingerprint",
    "put_aside_for",
    "read_bytes",
    "stands_there",
    "write_bytes",
]

ABSENT: Final = b""
"""The fingerprint of a file that is not there."""
_DEFAULT_MODE: Final = 0o666
_PRIVATE: Final = 0o600
_REASONS: Final = {
    errno.ENOSPC: "the disk is full",
    errno.EDQUOT: "your share of the disk is used up",
    errno.EROFS: "the disk can only be read",
    errno.EACCES: "it may not be written: its rights, or its folder's, forbid it",
    errno.EPERM: "it may not be written: its rights, or its folder's, forbid it",
    errno.ENAMETOOLONG: "its name is too long for this disk",
    errno.ENOENT: "its folder is not there",
    errno.EIO: "the disk failed",
}


def fingerprint(data: bytes) -> bytes:
    """Returns a BLAKE2b digest, by which a file's content is known again."""
    return blake2b(data, digest_size=16).digest()


def read_bytes(path: Path) -> bytes:
    """Returns a regular file's content.

    Raises:
        MapError: It is not there, is no regular file, or may not be read.
    """
    try:
        _refuse_link_to_nothing(path)
        if path.exists() and not path.is_file():
            raise no_file(path, path.stat().st_mode)
        return read_within(path)
    except FileNotFoundError:
        raise MapError(path, "there is no such file", advice="Check its name.") from None
    except (OSError, ValueError) as error:
        reason = _reason(error, is_read=True)
        raise MapError(path, reason, advice="Check its name and its rights.") from error


def stands_there(path: Path) -> bool:
    """Tells whether there is a file of that name.

    Raises:
        MapError: The system refuses the name: it is too long, or its folder is closed; or it is
            a link that leads to no file.
    """
    try:
        path.lstat()
        _refuse_link_to_nothing(path)
    except (FileNotFoundError, NotADirectoryError):
        return False
    except (OSError, ValueError) as error:
        raise MapError(path, _reason(error, is_read=True), advice="Choose another name.") from error
    return True


def _refuse_link_to_nothing(path: Path) -> None:
    if not path.is_symlink():
        return
    try:
        path.stat()
    except (FileNotFoundError, NotADirectoryError):
        problem = f"it is a link to {excerpt(str(path.readlink()), 200)}, and no file is there"
        raise MapError(path, problem, advice="Mend the link or remove it.") from None


def write_bytes(
    path: Path,
    data: bytes,
    *,
    expected: bytes | None = None,
    first: Callable[[], None] = lambda: None,
) -> str:
    """Replaces a file's content at once, or creates the file.

    A symbolic link stays one, and the file keeps its mode, its owner and its attributes. It is
    compared and replaced under a lock, so that no other program saves it in between.

    Args:
        path: The file.
        data: Its new content.
        expected: The fingerprint that the file must have now, `ABSENT` for one that must not be
            there, or None for a file that is to be replaced whatever it is.
        first: What to do under the lock before that.

    Returns:
        What to tell the user where other programs may not have been kept out; mostly empty.

    Raises:
        OutsideChangeError: The file is not the one that was expected.
        MapError: A file stands there where none was expected, or the disk refused; the old
            file is as it was.
        BusyError: Another program is saving it, and does not end.
    """
    try:
        with save_lock(path) as trouble:
            first()
            _compare_and_replace(path, data, expected)
    except (OSError, ValueError) as error:
        advice = "Nothing was written; save it elsewhere, or mend that and save again."
        raise MapError(path, _reason(error), advice=advice) from error
    return trouble


def put_aside_for(path: Path) -> Path:
    """Returns where the old content is kept while a file is written in place."""
    name = blake2b(os.fsencode(os.path.realpath(path)), digest_size=16).hexdigest()
    return state_folder() / "aside" / name


def _compare_and_replace(path: Path, data: bytes, expected: bytes | None) -> None:
    real = Path(os.path.realpath(path))
    if real.is_symlink():
        # It leads in a circle, and a rename would replace it.
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP))
    found = _fingerprint_of(real)
    if expected is not None and found != expected:
        if expected == ABSENT:
            raise MapError(path, "a file stands there already", advice="Choose another name.")
        advice = "Nothing was written; read it again, and then change it."
        raise OutsideChangeError(path, "another program has changed it", advice=advice)
    before = real.stat() if real.exists() else None
    if before is not None and not os.access(real, os.W_OK):
        advice = "Nothing was written; save it elsewhere, or give yourself the right."
        raise MapError(path, "it is read-only", advice=advice)
    if before is not None and not platform.may_replace(real, before):
        _write_in_place(real, data)
    else:
        _replace(real, data, before)


def _fingerprint_of(path: Path) -> bytes:
    try:
        return fingerprint(path.read_bytes())
    except FileNotFoundError:
        return ABSENT


def _replace(path: Path, data: bytes, before: os.stat_result | None) -> None:
    passing = path.with_name(passing_name())
    try:
        with _opened(passing, platform.CREATED) as handle:
            _write_all(handle, data)
            platform.make_alike(handle, path, before, _DEFAULT_MODE)
            platform.sync(handle)
        platform.replace(passing, path)
    except BaseException:
        with contextlib.suppress(OSError):
            passing.unlink()
        raise
    platform.sync_folder(path.parent)


def _write_in_place(path: Path, data: bytes) -> None:
    """Overwrites a file; whatever happens, its old content is in it or beside it, complete."""
    old, aside = path.read_bytes(), put_aside_for(path)
    make_folder(aside.parent)
    sweep(aside.parent)
    _replace(aside, old, None)
    try:
        with _opened(path, platform.WRITTEN) as handle:
            try:
                _overwrite(handle, data)
            except OSError:
                _overwrite(handle, old)
                raise
    finally:
        if path.read_bytes() in (old, data):
            aside.unlink()


def _overwrite(handle: int, data: bytes) -> None:
    os.lseek(handle, 0, os.SEEK_SET)
    _write_all(handle, data)
    os.ftruncate(handle, len(data))
    platform.sync(handle)


def _write_all(handle: int, data: bytes) -> None:
    """Writes all of the data: the system may take only a part of it at a time."""
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(handle, rest) :]


@contextmanager
def _opened(path: Path, flags: int) -> Iterator[int]:
    handle = os.open(path, flags, _PRIVATE)
    try:
        yield handle
    finally:
        os.close(handle)


def _reason(error: OSError | ValueError, *, is_read: bool = False) -> str:
    known = _REASONS.get(error.errno or 0) if isinstance(error, OSError) else None
    if is_read and isinstance(error, PermissionError):
        known = "it may not be read: its rights, or its folder's, forbid it"
    reason = known or getattr(error, "strerror", None) or str(error)
    return f"it cannot be used: {reason[:1].lower()}{reason[1:]}"

"""Write a file so that a reader sees the old bytes or the new ones, and nothing between."""

import contextlib
import os
import stat
import tempfile
from hashlib import blake2b
from pathlib import Path

from debatemap.store.errors import MapError, OutsideChangeError

__all__ = ["fingerprint", "read_bytes", "stands_there", "write_bytes"]

_DEFAULT_MODE = 0o666


def fingerprint(data: bytes) -> bytes:
    """Returns a BLAKE2b digest, by which a file's content is known again."""
    return blake2b(data, digest_size=16).digest()


def read_bytes(path: Path) -> bytes:
    """Returns a regular file's content.

    Raises:
        MapError: It is not there, is no regular file, or may not be read.
    """
    try:
        if path.exists() and not path.is_file():
            kind = "a folder" if path.is_dir() else "no regular file"
            raise MapError(path, f"expected a map, found {kind}", advice="Name a JSON file.")
        return path.read_bytes()
    except FileNotFoundError:
        advice = f"`debatemap new {path}` makes one."
        raise MapError(path, "there is no such file", advice=advice) from None
    except OSError as error:
        raise MapError(path, _reason(error), advice="Check its name and its rights.") from error


def stands_there(path: Path) -> bool:
    """Tells whether there is a file of that name.

    Raises:
        MapError: The system refuses the name: it is too long, or its folder is closed.
    """
    try:
        path.lstat()
    except (FileNotFoundError, NotADirectoryError):
        return False
    except OSError as error:
        raise MapError(path, _reason(error), advice="Choose another name.") from error
    return True


def write_bytes(path: Path, data: bytes, *, expected: bytes | None = None) -> None:
    """Replaces a file's content at once, or creates the file.

    The data goes to a temporary file in the same folder, to the disk, and then into the old
    file's place. A symbolic link stays one, and the file keeps its mode.

    Args:
        path: The file.
        data: Its new content.
        expected: The fingerprint that the file must have now; None for a file that is to be
            new or replaced whatever it is.

    Raises:
        OutsideChangeError: The file is not the one that was expected.
        MapError: The disk refused; the old file is as it was.
    """
    real = Path(os.path.realpath(path))
    try:
        if expected is not None and _fingerprint_of(real) != expected:
            raise OutsideChangeError(path, "another program has changed it since it was opened")
        if real.exists() and not os.access(real, os.W_OK):
            raise PermissionError(13, "the file is read-only")
        _replace(real, data)
    except OSError as error:
        advice = "Nothing was written; save it elsewhere, or mend that and save again."
        raise MapError(path, _reason(error), advice=advice) from error


def _fingerprint_of(path: Path) -> bytes | None:
    try:
        return fingerprint(path.read_bytes())
    except FileNotFoundError:
        return None


def _replace(path: Path, data: bytes) -> None:
    mode = stat.S_IMODE(path.stat().st_mode) if path.exists() else _DEFAULT_MODE & ~_umask()
    handle, name = tempfile.mkstemp(prefix=".debatemap-", suffix=".tmp", dir=path.parent)
    try:
        with open(handle, "wb") as file:  # noqa: PTH123  (a descriptor has no path)
            file.write(data)
            file.flush()
            os.fchmod(file.fileno(), mode)
            os.fsync(file.fileno())
        os.replace(name, path)  # noqa: PTH105  (the same call, with the name mkstemp gave)
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(name)  # noqa: PTH108
        raise
    _sync_folder(path.parent)


def _sync_folder(folder: Path) -> None:
    """Makes the new name last through a power cut, where the system can."""
    try:
        handle = os.open(folder, os.O_RDONLY)
    except PermissionError:  # One may be allowed to write into a folder and not to read it.
        return
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _reason(error: OSError) -> str:
    reason = error.strerror or str(error)
    return f"it cannot be used: {reason[:1].lower()}{reason[1:]}"

"""Maps that are read from standard input, a pipe or a device, and cannot be written back.

A pipe is waited for, and may never end: no more of it is read than the limit on a file's size.
"""

import os
import select
import stat
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import BinaryIO, Final

from debatemap.core.errors import MapError
from debatemap.core.platform import STREAM
from debatemap.formats.limits import limits
from debatemap.store.atomic import read_bytes

__all__ = ["STDIN", "input_name", "is_stdin", "is_stream", "read_input", "refuse_twice"]

STDIN: Final = Path("/dev/stdin")
"""Stands for standard input, on systems that have no such file too."""

_NAMES: Final = frozenset(map(Path, ("/dev/stdin", "/dev/fd/0", "/proc/self/fd/0")))
_CHUNK: Final = 1 << 20
_EXAMPLE: Final = "`git show HEAD:debate.json | debatemap show -`"


def is_stdin(path: Path) -> bool:
    """Tells whether a path stands for standard input."""
    return path in _NAMES


def is_stream(path: Path) -> bool:
    """Tells whether a path is one of what can be read once, and not written back."""
    if is_stdin(path):
        return True
    try:
        mode = path.stat().st_mode
    except (OSError, ValueError):
        return False
    return stat.S_ISFIFO(mode) or stat.S_ISCHR(mode) or stat.S_ISSOCK(mode)


def input_name(path: Path) -> str:
    """Returns what to call an input in an error."""
    return "standard input" if is_stdin(path) else str(path)


def read_input(path: Path) -> bytes:
    """Returns the content of a regular file, of standard input, a pipe or a device.

    Raises:
        MapError: It cannot be read, is a terminal, or has more bytes than may be read.
    """
    if not is_stream(path):
        return read_bytes(path)
    name = input_name(path)
    try:
        if is_stdin(path):
            return _read_stdin(name)
        handle = os.open(path, STREAM)
        with open(handle, "rb") as file:  # noqa: PTH123  (a handle has no path)
            return _read_within(file, name)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise MapError(name, f"it cannot be read: {reason[:1].lower()}{reason[1:]}") from error


def refuse_twice(paths: Iterable[Path]) -> None:
    """Raises a MapError where one stream stands twice: it would be empty the second time."""
    seen = set[object]()
    for path in paths:
        if not is_stream(path):
            continue
        key = STDIN if is_stdin(path) else (path.stat().st_dev, path.stat().st_ino)
        if key in seen:
            advice = "Save what comes through it in a file, and name that twice."
            raise MapError(
                input_name(path), "it is named twice, and can be read once", advice=advice
            )
        seen.add(key)


def _read_stdin(name: str) -> bytes:
    if sys.stdin is None:
        raise MapError(name, "it is closed", advice=f"Send a map into it, as in {_EXAMPLE}.")
    return _read_within(sys.stdin.buffer, name)


def _read_within(file: BinaryIO, name: str) -> bytes:
    """Returns all that comes, and never more than the limit."""
    if file.isatty():
        advice = f"Send a map into it, as in {_EXAMPLE}."
        raise MapError(name, "it is a terminal, and no map comes from there", advice=advice)
    most, data = limits().size, bytearray()
    while len(data) <= most:
        chunk: bytes | None = file.read(min(_CHUNK, most + 1 - len(data)))
        if chunk is None:
            # Another program made the pipe one that does not wait.
            select.select([file], [], [])
        elif chunk:
            data += chunk
        else:
            break
    limits().check_stream(len(data), name)
    return bytes(data)

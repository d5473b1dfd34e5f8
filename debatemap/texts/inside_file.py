"""Read a file that a map names, beneath its folder: through no link, and no device."""

import os
import stat
from contextlib import ExitStack
from pathlib import Path
from typing import Final

from debatemap.core.errors import MapError
from debatemap.core.platform import OPENS_BENEATH, READ, READ_FOLDER, READ_NO_LINK
from debatemap.core.source_text import is_inside

__all__ = ["LARGEST", "read_inside"]

LARGEST: Final = 50_000_000
"""Bytes of a text that are read."""


def read_inside(folder: Path, name: str) -> bytes:
    """Returns a regular file beneath a folder.

    Args:
        folder: The map's folder.
        name: A path from it, with slashes.

    Raises:
        MapError: The name leaves the folder or leads through a link; no regular file is there; it
            is too large, or cannot be read.
    """
    if not is_inside(name):
        raise MapError(name, "it is no path beneath the map’s folder, and is not opened")
    path = folder / name
    try:
        with ExitStack() as stack:
            handle = _opened(folder, name.split("/"), stack)
            return _read(handle, path)
    except FileNotFoundError:
        raise MapError(path, "the text is not there", advice="Put it there again.") from None
    except (OSError, ValueError) as error:
        if path.is_symlink() or any(each.is_symlink() for each in _between(folder, path)):
            raise MapError(path, "it leads through a link, and is not opened") from None
        reason = getattr(error, "strerror", None) or str(error)
        problem = f"it cannot be read: {reason[:1].lower()}{reason[1:]}"
        raise MapError(path, problem, advice="Check its name and its rights.") from error


def _between(folder: Path, path: Path) -> list[Path]:
    return [parent for parent in path.parents if folder in parent.parents]


def _opened(folder: Path, parts: list[str], stack: ExitStack) -> int:
    """Opens a file part by part, so that no link can be put in between."""
    if not OPENS_BENEATH:
        path = folder.joinpath(*parts)
        if path.is_symlink() or any(each.is_symlink() for each in _between(folder, path)):
            raise OSError("a link")
        handle = os.open(path, READ_NO_LINK)
        stack.callback(os.close, handle)
        return handle
    handle = os.open(folder, READ)
    stack.callback(os.close, handle)
    for number, part in enumerate(parts, 1):
        flags = READ_NO_LINK if number == len(parts) else READ_FOLDER
        handle = os.open(part, flags, dir_fd=handle)
        stack.callback(os.close, handle)
    return handle


def _read(handle: int, path: Path) -> bytes:
    state = os.fstat(handle)
    if not stat.S_ISREG(state.st_mode):
        kind = "a folder" if stat.S_ISDIR(state.st_mode) else "no regular file"
        raise MapError(path, f"expected a text, found {kind}")
    data = bytearray()
    while len(data) <= LARGEST:
        part = os.read(handle, min(1 << 20, LARGEST + 1 - len(data)))
        if not part:
            return bytes(data)
        data += part
    raise MapError(path, f"it has more than {LARGEST // 10**6} MB, and no larger text is read")

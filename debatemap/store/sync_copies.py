"""Other copies of a map in its folder: those that a sync program left, and any others.

Where two machines change a file at the same time, a sync program keeps one of the two under
the file's name and the other beside it, under a name that says so. Only names are looked at,
unless a file's beginning is asked for, and only so many of them.
"""

import os
import re
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Final

from debatemap.formats.registry import map_id_in, map_suffixes

__all__ = ["copies_beside", "id_in", "maps_beside"]

_MOST: Final = 5_000
"""Names in a folder that are looked at."""

_HEAD: Final = 4_096
"""Bytes at the beginning of a file, where this program writes a map's id."""

_MARKS: Final = re.compile(
    r"""
      \.sync-conflict-\d{8}-\d{6}(-\w+)?          # Syncthing
    | [ ]\([^()]*conflicted[ ]copy[^()]*\)        # Dropbox, Nextcloud, ownCloud
    | _conflict-\d{8}-\d{6}                       # ownCloud and Nextcloud of old
    | [ ]\(SFConflict[ ][^()]*\)                  # Seafile
    | (\.Conflict\d*)+                            # Resilio
    | _[^_]+_[^_]*\d{4}-\d{4}_\w*Conflict(_\d+)?  # Synology Drive
    """,
    re.VERBOSE,
)
"""What sync programs put between a file's name and its suffix; Seafile, also after both."""


def copies_beside(path: Path) -> list[Path]:
    """Returns the copies of a map that a sync program left in its folder, by name.

    Args:
        path: The map's file.
    """
    return [other for other in _files_beside(path) if _is_copy(path, other.name)]


def maps_beside(path: Path) -> list[Path]:
    """Returns the other files in a map's folder that may be maps of any format, by name."""
    endings = map_suffixes()
    return [other for other in _files_beside(path) if other.suffix.lower() in endings]


def id_in(path: Path) -> str:
    """Returns the id of the map in a file, from the file's beginning.

    Empty where it does not stand there, as in a file that is no map.
    """
    try:
        with path.open("rb") as file:
            return map_id_in(file.read(_HEAD), path.name)
    except OSError:
        return ""


def _is_copy(path: Path, name: str) -> bool:
    if not name.startswith(path.stem):
        return False
    rest = name.removeprefix(path.stem)
    marks = {rest.removesuffix(path.suffix), rest.removeprefix(path.suffix)} - {rest}
    return any(_MARKS.fullmatch(mark) for mark in marks)


def _files_beside(path: Path) -> list[Path]:
    try:
        with os.scandir(path.parent) as entries:
            return sorted(Path(e.path) for e in _regular(islice(entries, _MOST), path.name))
    except OSError:
        return []


def _regular(entries: Iterator["os.DirEntry[str]"], own: str) -> Iterator["os.DirEntry[str]"]:
    """Yields the files but the map's own; a pipe would keep its reader waiting for ever."""
    return (entry for entry in entries if entry.name != own and entry.is_file())

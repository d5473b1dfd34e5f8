"""A map's file that is gone or cannot be read: which map it was, and whether copies are kept."""

import re
from collections.abc import Iterator
from os.path import lexists, realpath
from pathlib import Path
from typing import Final

from debatemap.core.errors import MapError
from debatemap.core.text import shell_word
from debatemap.store.atomic import put_aside_for, read_bytes
from debatemap.store.backup_paths import maps_saved_at
from debatemap.store.backups import backups
from debatemap.store.journal import Origin
from debatemap.store.leftovers import left_behind

__all__ = ["map_id_of", "read_with_copies_named", "with_copies_named"]

_ID: Final = re.compile(rb'"id"\s*:\s*"([A-Za-z0-9_-]{1,64})"')
_MOST: Final = 50
"""Ids that are tried: those of claims stand elsewhere in a map, and of other formats anywhere."""

_HEAD: Final = 10_000_000
"""Bytes of a file in which ids are looked for: a map's own stands at its beginning."""


def map_id_of(path: Path) -> str:
    """Returns the id of the map that a file held and copies are kept of; or nothing.

    It is looked for in what is left of the file, in what was put aside while the file was written
    in place, in what a program left behind, and among the maps that were saved there.
    """
    return next((found for found in _ids(path) if backups(found)), "")


def read_with_copies_named(path: Path) -> bytes:
    """Returns a regular file's content.

    Raises:
        MapError: It cannot be read; where it is gone, earlier copies are told of.
    """
    try:
        return read_bytes(path)
    except MapError as error:
        # What is too large or closed is there still.
        raise (error if lexists(path) else with_copies_named(error, path)) from error


def with_copies_named(error: MapError, path: Path) -> MapError:
    """Returns an error about a damaged or missing file, with the way to its copies if any are."""
    if not map_id_of(path):
        return error
    advice = (
        f"{error.advice} `debatemap history {shell_word(path)}` lists earlier copies of it.".strip()
    )
    return MapError(error.file, error.problem, place=error.place, advice=advice)


def _head(file: Path) -> bytes:
    with file.open("rb") as opened:
        return opened.read(_HEAD)


def _ids(path: Path) -> Iterator[str]:
    for file in (path, put_aside_for(path)):
        try:
            # A pipe would keep its reader waiting for ever.
            data = _head(file) if file.is_file() else b""
        except OSError:
            continue
        for number, match in enumerate(_ID.finditer(data)):
            if number == _MOST:
                break
            yield match[1].decode("ascii")
    for left in left_behind(Origin(realpath(path), "")):
        yield left.origin.map_id
    yield from maps_saved_at(path)

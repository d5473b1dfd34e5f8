"""What programs left behind that ended without saving: their journals, read.

A journal is of a map and of a file. It is offered where both are the same, and where the map has
another name now. With another map in its file it is left alone, for the day when its own is back.

A line whose checksum is wrong gives up that line alone. A crash tears the last line of a journal,
which no edit counted on; every other damage is counted, and told.
"""

import contextlib
import json
import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final, NamedTuple

import orjson

from debatemap.core import platform
from debatemap.core.change import TABLES, Change
from debatemap.core.model import NO_EXTRA, Header
from debatemap.formats.native.numbers import json_exactly
from debatemap.formats.native.records import READERS
from debatemap.store.journal import JOURNALS, SUFFIX, Origin, Writing, checksum, folder_of
from debatemap.store.locations import state_folder
from debatemap.store.sync_copies import id_in

__all__ = ["Left", "left_behind", "left_of_others", "unsaved_edits"]

_CRC: Final = 8
_HEAD: Final = 64 * 1024
"""Bytes at the beginning of a journal, in which the name of its map stands."""
_START: Final = re.compile(rb'[0-9a-f]{8} \{"(?:origin|change|writing)":')
"""How a line begins; within the text of a claim, quotation marks are escaped."""


class Left(NamedTuple):
    """What a program left behind that ended without saving.

    Attributes:
        file: The journal.
        origin: What the edits began from.
        changes: The edits, in order.
        writing: What was being written, or None.
        damaged: How many lines could not be read.
    """

    file: Path
    origin: Origin
    changes: list[Change]
    writing: Writing | None
    damaged: int = 0

    def drop(self) -> None:
        """Removes the journal; it cannot be had again."""
        with contextlib.suppress(OSError):
            self.file.unlink()


class _Entries(NamedTuple):
    """The lines of a journal that can be read, and how many cannot."""

    values: list[dict[str, Any]]
    damaged: int


def left_behind(origin: Origin) -> Iterator[Left]:
    """Yields what dead programs left of a map, the oldest first.

    Args:
        origin: The map and its file. With no path, of maps that had no file yet; with no id, of
            whichever map stood in the file.
    """
    for file in _by_age([*_journals(folder_of(origin)), *_moved(origin)]):
        left = _read_dead(file, origin)
        if left is not None and (not origin.path or _is_of(left.origin, origin)):
            yield left


def unsaved_edits(origin: Origin) -> list[Change]:
    """Returns the edits of a map that were written down last and that its file has not.

    That is read from the newest journal that began from just this content of the file, whether the
    program lives that writes it or not; from none where a line of it is damaged.
    """
    for file in reversed(_by_age(_journals(folder_of(origin)))):
        try:
            entries = _entries(file.read_bytes())
            begun = _origin_in(entries)
        except (OSError, ValueError, TypeError):
            continue
        left = _left(file, begun, entries) if begun == origin else None
        if left is not None and left.changes and not left.damaged:
            return left.changes
    return []


def left_of_others(origin: Origin) -> int:
    """Returns how many dead programs left something of another map that stood in a map's file."""
    lefts = (_read_dead(file, origin) for file in _journals(folder_of(origin)))
    return sum(left is not None and not _is_of(left.origin, origin) for left in lefts)


def _journals(folder: Path) -> list[Path]:
    try:
        return list(folder.glob(f"*{SUFFIX}"))
    except OSError:
        return []


def _by_age(files: list[Path]) -> list[Path]:
    def written(file: Path) -> int:
        try:
            return file.stat().st_mtime_ns
        except OSError:
            return 0

    return sorted(files, key=written)


def _is_of(left: Origin, asked: Origin) -> bool:
    return not (left.map_id and asked.map_id) or left.map_id == asked.map_id


def _moved(asked: Origin) -> Iterator[Path]:
    """Yields the journals of a map in a file that is gone, or that is another map's now."""
    if not (asked.path and asked.map_id):
        return
    own = folder_of(asked)
    for file in sorted((state_folder() / JOURNALS).glob(f"*/*{SUFFIX}")):
        if file.parent == own:
            continue
        origin = _origin_of(file)
        if origin is not None and origin.path and origin.map_id == asked.map_id:
            there = Path(origin.path)
            if not there.exists() or (there.is_file() and id_in(there) not in ("", asked.map_id)):
                yield file


def _origin_of(file: Path) -> Origin | None:
    """Returns what a journal says of its origin, from its beginning."""
    try:
        with os.fdopen(os.open(file, platform.READ), "rb") as opened:
            return _origin_in(_entries(opened.read(_HEAD)))
    except (OSError, ValueError, TypeError):
        return None


def _origin_in(entries: _Entries) -> Origin | None:
    found = next((entry["origin"] for entry in entries.values if "origin" in entry), None)
    return Origin(*found) if found is not None else None


def _read_dead(file: Path, asked: Origin) -> Left | None:
    """Returns what a journal holds, or None where its program lives or it holds nothing."""
    try:
        handle = os.open(file, platform.WRITTEN)
        try:
            if not platform.try_lock(handle):
                return None
            entries = _entries(file.read_bytes())
        finally:
            os.close(handle)
        # A journal whose origin is damaged is known by the folder that it is in.
        origin = _origin_in(entries) or Origin(asked.path, "")
    except (OSError, ValueError, TypeError):
        return None
    return _left(file, origin, entries)


def _left(file: Path, origin: Origin, entries: _Entries) -> Left | None:
    changes, writing, damaged = [], None, entries.damaged
    for entry in entries.values:
        try:
            if "change" in entry:
                changes.append(_read_change(entry["change"]))
            elif "writing" in entry:
                writing = Writing(*entry["writing"]) if entry["writing"] else None
        except (ValueError, KeyError, TypeError, AttributeError):
            damaged += 1
    if not (changes or writing or damaged):
        return None
    return Left(file, origin, changes, writing, damaged)


def _entries(data: bytes) -> _Entries:
    """Returns the lines that are whole. The last one may be torn, and does not count then."""
    *lines, tail = data.split(b"\n")
    values: list[dict[str, Any]] = []
    damaged = 0
    for line in lines:
        value = _value(line)
        parts = [value] if value is not None else _salvaged(line)
        values += filter(None, parts)
        damaged += sum(part is None for part in parts)
    # The end of the last line itself may be what is damaged.
    last = _value(tail[:-1])
    return _Entries([*values, last] if last is not None else values, damaged + (last is not None))


def _salvaged(line: bytes) -> list[dict[str, Any] | None]:
    """Returns what is whole in a line that is not: others run into it where its end is damaged."""
    starts = [match.start() for match in _START.finditer(line)]
    if not starts:
        return [None]
    ends = [*starts[1:], len(line) + 1]
    found = [_value(line[start : end - 1]) for start, end in zip(starts, ends, strict=True)]
    # What stands between is no more than one byte, unless a beginning is damaged too.
    return found if starts[:1] == [0] and None not in found else [*filter(None, found), None]


def _value(line: bytes) -> dict[str, Any] | None:
    """Returns what a line says, or None where its checksum is wrong."""
    body = line[_CRC + 1 :]
    if not body or line[:_CRC] != checksum(body):
        return None
    try:
        value = json_exactly(body)
    except orjson.JSONDecodeError:
        try:
            value = json.loads(body)
        except ValueError:
            return None
    return value if isinstance(value, dict) else None


def _read_change(shape: dict[str, Any]) -> Change:
    tables: dict[str, Any] = {
        table: {
            key: (_read(table, before), _read(table, after))
            for key, (before, after) in shape.get(table, {}).items()
        }
        for table in TABLES
    }
    return Change(shape["said"], **tables)


def _read(table: str, shape: Any) -> Any:  # noqa: ANN401  (a record's JSON, or None)
    if shape is None or table == "stances":
        return shape
    if table == "header":
        fields, beside = shape
        header: Header = READERS["map"](fields)
        return header._replace(beside=beside or NO_EXTRA)
    return READERS[table](shape)

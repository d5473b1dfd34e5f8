"""What was done to a map and is in no file yet, line by line in the state folder.

Each line is the CRC-32 of the rest in eight hexadecimal digits, a space, and JSON. The first
line says which map and which content of it the edits began from; each further line is a change,
every record before and after, or a text that is being written. A line is on the disk before
the edit counts as made. A crash may tear the last line; reading stops there.

A journal is locked by the program that writes it, for as long as it lives. One that can be
locked is a dead program's.
"""

import contextlib
import errno
import json
import os
import secrets
import threading
import zlib
from collections.abc import Iterator
from hashlib import blake2b
from pathlib import Path
from typing import Any, Final, NamedTuple

import orjson

from debatemap.change import TABLES, Change
from debatemap.model import NO_EXTRA, Header
from debatemap.store import platform
from debatemap.store.atomic import make_folder
from debatemap.store.paths import state_folder
from debatemap.store.records import READERS, SHAPES, header_shape, number

__all__ = ["Journal", "Left", "Origin", "Writing", "left_behind"]

_SUFFIX: Final = ".journal"
_CRC: Final = 8
_REASONS: Final = {
    errno.ENOSPC: "the disk is full",
    errno.EDQUOT: "your share of the disk is used up",
    errno.EROFS: "the disk can only be read",
    errno.EIO: "the disk failed",
}


class Origin(NamedTuple):
    """What the edits in a journal began from.

    Attributes:
        path: The map's file with all links followed, or empty for a map that has none.
        map_id: The map's id.
        content: The fingerprint of the file, in hexadecimal, or empty.
    """

    path: str
    map_id: str
    content: str = ""


class Writing(NamedTuple):
    """A text that was being written in an editor.

    Attributes:
        text: As far as it was written.
        about: What it was to be, in words: "a con of “Many eyes …”".
        place: Where the editor stood, as the screen has it.
    """

    text: str
    about: str
    place: dict[str, str]


class Left(NamedTuple):
    """What a program left behind that ended without saving.

    Attributes:
        file: The journal.
        origin: What the edits began from.
        changes: The edits, in order.
        writing: What was being written, or None.
    """

    file: Path
    origin: Origin
    changes: list[Change]
    writing: Writing | None

    def drop(self) -> None:
        """Removes the journal; it cannot be had again."""
        with contextlib.suppress(OSError):
            self.file.unlink()


class Journal:
    """The journal of an open map. It makes no file before there is anything to write.

    Attributes:
        trouble: Why the last line could not be written, or empty.
    """

    def __init__(self, origin: Origin) -> None:
        self._origin = origin
        self._handle: int | None = None
        self._file = _file(origin)
        self._lines: list[bytes] = []
        self._lock = threading.Lock()
        self.trouble = ""

    def record(self, change: Change) -> None:
        """Writes a change down; after it, a crash does not lose the edit.

        An error of the disk is kept in `trouble`; the edit is made all the same.
        """
        self._append(_line({"change": _change_shape(change)}))

    def record_writing(self, writing: Writing | None) -> None:
        """Writes down what is being written, or that nothing is any more."""
        self._append(_line({"writing": list(writing) if writing else None}))

    @property
    def length(self) -> int:
        """How many lines were written since the journal was cut."""
        return len(self._lines)

    def cut(self, origin: Origin, saved: int) -> None:
        """Forgets the first lines, which a file holds now.

        Args:
            origin: What the rest begins from.
            saved: How many lines the file holds.
        """
        with self._lock:
            self._lines = self._lines[saved:]
            self._origin = origin
            self._begin_anew()

    def close(self, *, keep: bool = False) -> None:
        """Ends the journal; it is removed unless it is to be found by the next start."""
        with self._lock:
            # A save that is under way will cut it, and must bring nothing back.
            self._lines = []
            if self._handle is None:
                return
            with contextlib.suppress(OSError):
                if keep:
                    os.close(self._handle)
                else:
                    platform.close_and_remove(self._handle, self._file)
            self._handle = None

    def _append(self, line: bytes) -> None:
        # A save in a thread may cut the journal at any time.
        with self._lock:
            self._lines.append(line)
            if self._handle is None or self.trouble:
                # After an error nobody knows what the disk has.
                self._begin_anew()
            else:
                self._write(line)

    def _begin_anew(self) -> None:
        """Puts all lines into another file; the old one goes when they are on the disk."""
        handle, file = self._handle, self._file
        self._handle, self._file = None, _file(self._origin)
        if self._lines:
            self._write(b"".join((_line(_origin_shape(self._origin)), *self._lines)))
        if handle is not None:
            with contextlib.suppress(OSError):
                if self.trouble:
                    os.close(handle)
                else:
                    platform.close_and_remove(handle, file)

    def _write(self, data: bytes) -> None:
        try:
            if self._handle is None:
                self._handle = _opened(self._file)
            rest = memoryview(data)
            while rest:
                rest = rest[os.write(self._handle, rest) :]
            platform.sync_data(self._handle)
        except OSError as error:
            self.trouble = _REASONS.get(error.errno or 0) or error.strerror or str(error)
        else:
            self.trouble = ""


def left_behind(origin: Origin) -> Iterator[Left]:
    """Yields what dead programs left of a map, the oldest first; for no path, of new maps."""
    folder = _folder(origin)
    try:
        files = sorted(folder.glob(f"*{_SUFFIX}"), key=lambda file: file.stat().st_mtime_ns)
    except OSError:
        return
    for file in files:
        try:
            left = _read_dead(file)
        except (OSError, ValueError, KeyError, TypeError):
            continue
        if left is not None and left.origin.path == origin.path:
            yield left


def _read_dead(file: Path) -> Left | None:
    """Returns what a journal holds, or None where its program lives or it holds nothing."""
    handle = os.open(file, platform.WRITTEN)
    try:
        if not platform.try_lock(handle):
            return None
        entries = list(_entries(file.read_bytes()))
    finally:
        os.close(handle)
    if not entries:
        return None
    origin = Origin(*entries[0]["origin"])
    changes = [_read_change(entry["change"]) for entry in entries[1:] if "change" in entry]
    written = [entry["writing"] for entry in entries[1:] if "writing" in entry]
    writing = Writing(*written[-1]) if written and written[-1] else None
    return Left(file, origin, changes, writing) if changes or writing else None


def _entries(data: bytes) -> Iterator[dict[str, Any]]:
    """Yields the lines that are whole, up to the first that is not."""
    for line in data.split(b"\n")[:-1]:
        body = line[_CRC + 1 :]
        if line[:_CRC] != _crc(body):
            return
        try:
            yield orjson.loads(body)
        except orjson.JSONDecodeError:
            yield json.loads(body)


def _line(value: dict[str, Any]) -> bytes:
    try:
        body = orjson.dumps(value)
    except TypeError:
        # A file's name need not be UTF-8, and what is not stands in it as half a character.
        body = json.dumps(value).encode("ascii")
    return _crc(body) + b" " + body + b"\n"


def _crc(body: bytes) -> bytes:
    return b"%08x" % zlib.crc32(body)


def _folder(origin: Origin) -> Path:
    """Returns the folder of a map's journals: by its file, as its id may be in many files."""
    name = blake2b(os.fsencode(origin.path), digest_size=12).hexdigest() if origin.path else "new"
    return state_folder() / "journals" / name


def _file(origin: Origin) -> Path:
    return _folder(origin) / f"{os.getpid()}-{secrets.token_hex(6)}{_SUFFIX}"


def _opened(file: Path) -> int:
    make_folder(file.parent)
    handle = os.open(file, platform.APPENDED, 0o600)
    platform.try_lock(handle)
    platform.sync_folder(file.parent)
    return handle


def _origin_shape(origin: Origin) -> dict[str, Any]:
    return {"origin": list(origin)}


def _change_shape(change: Change) -> dict[str, Any]:
    shape: dict[str, Any] = {"said": change.said}
    for table, key, before, after in change.edits():
        shape.setdefault(table, {})[key] = [_shape(table, before), _shape(table, after)]
    return shape


def _read_change(shape: dict[str, Any]) -> Change:
    tables = {
        table: {
            key: (_read(table, before), _read(table, after))
            for key, (before, after) in shape.get(table, {}).items()
        }
        for table in TABLES
    }
    return Change(shape["said"], **tables)


def _shape(table: str, record: Any) -> Any:  # noqa: ANN401  (any record, or None)
    if record is None:
        return None
    if table == "header":
        return [header_shape(record), dict(record.beside)]
    if table == "stances":
        return {node: number(value) for node, value in record.items()}
    return SHAPES[table](record)


def _read(table: str, shape: Any) -> Any:  # noqa: ANN401  (a record's JSON, or None)
    if shape is None or table == "stances":
        return shape
    if table == "header":
        fields, beside = shape
        header: Header = READERS["map"](fields)
        return header._replace(beside=beside or NO_EXTRA)
    return READERS[table](shape)

"""What was done to a map and is in no file yet, line by line in the state folder.

Each line is the CRC-32 of the rest in eight hexadecimal digits, a space, and JSON. The first
line says which map and which content of it the edits began from, and stands there twice, in case
one is damaged; each further line is a change, every record before and after, or a text that is
being written. A line is on the disk before the edit counts as made. `leftovers` reads them.

A journal is locked by the program that writes it, for as long as it lives. One that can be
locked is a dead program's. All lines are kept in memory too: where the file is removed, replaced
or changed by somebody else, it is written anew.
"""

import contextlib
import errno
import json
import os
import secrets
import threading
import zlib
from hashlib import blake2b
from pathlib import Path
from typing import Any, Final, NamedTuple

import orjson

from debatemap.core import platform
from debatemap.core.change import Change
from debatemap.formats.native.numbers import as_written
from debatemap.formats.native.records import SHAPES, header_shape, number
from debatemap.store.folders import make_folder
from debatemap.store.locations import state_folder

__all__ = ["JOURNALS", "SUFFIX", "Journal", "Origin", "Writing", "checksum", "folder_of"]

SUFFIX: Final = ".journal"
JOURNALS: Final = "journals"
"""The folder of the folders of journals."""
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
        self._stamp: tuple[int, ...] = ()
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

    def check(self) -> None:
        """Writes all of it anew where the file is not as it was written last.

        Where that cannot be done, the reason stands in `trouble`.
        """
        with self._lock:
            if self._lines and (self.trouble or not self._is_intact()):
                self._begin_anew()

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
            if keep and self._lines and not self._is_intact():
                self._begin_anew()
            # A save that is under way will cut it, and must bring nothing back.
            self._lines = []
            is_ours = self._is_named()
            self._discard(self._handle, self._file if is_ours and not keep else None)
            self._handle = None

    def _append(self, line: bytes) -> None:
        # A save in a thread may cut the journal at any time.
        with self._lock:
            self._lines.append(line)
            if self._handle is None or self.trouble or not self._is_intact():
                # After an error, or where somebody touched it, nobody knows what the disk has.
                self._begin_anew()
            else:
                self._write(line)

    def _begin_anew(self) -> None:
        """Puts all lines into another file; the old one goes when they are on the disk."""
        handle, file, is_ours = self._handle, self._file, self._is_named()
        self._handle, self._file = None, _file(self._origin)
        if self._lines:
            origin = _line(_origin_shape(self._origin))
            self._write(b"".join((origin, origin, *self._lines)))
        else:
            # What could not be written down is in the map's file by now.
            self.trouble = ""
        if handle is not None and self.trouble:
            # The old one holds more than half of a new one does.
            self._discard(self._handle, self._file)
            self._handle, self._file = handle, file
        elif handle is not None:
            self._discard(handle, file if is_ours else None)

    @staticmethod
    def _discard(handle: int | None, file: Path | None) -> None:
        """Closes a file and removes it, unless its name is another file's by now."""
        with contextlib.suppress(OSError):
            if handle is not None:
                platform.close_and_remove(handle, file)

    def _write(self, data: bytes) -> None:
        try:
            if self._handle is None:
                self._handle = _opened(self._file)
            rest = memoryview(data)
            while rest:
                rest = rest[os.write(self._handle, rest) :]
            platform.sync_data(self._handle)
            self._stamp = _stamp(os.fstat(self._handle))
        except OSError as error:
            self.trouble = _REASONS.get(error.errno or 0) or error.strerror or str(error)
        else:
            self.trouble = ""

    def _is_named(self) -> bool:
        """Tells whether the file that is open is the one that has its name."""
        try:
            return self._handle is not None and os.path.samestat(
                os.fstat(self._handle), self._file.stat()
            )
        except OSError:
            return False

    def _is_intact(self) -> bool:
        """Tells whether the file is as it was written last."""
        try:
            return _stamp(self._file.stat()) == self._stamp
        except OSError:
            return False


def _stamp(found: os.stat_result) -> tuple[int, ...]:
    return found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns


def _line(value: dict[str, Any]) -> bytes:
    try:
        body = orjson.dumps(value, as_written)
    except TypeError:
        # A file's name need not be UTF-8, and what is not stands in it as half a character.
        body = json.dumps(value, default=float).encode("ascii")
    return checksum(body) + b" " + body + b"\n"


def checksum(body: bytes) -> bytes:
    """Returns the CRC-32 of a line, as it stands before it."""
    return b"%08x" % zlib.crc32(body)


def folder_of(origin: Origin) -> Path:
    """Returns the folder of a map's journals: by its file, as its id may be in many files."""
    name = blake2b(os.fsencode(origin.path), digest_size=12).hexdigest() if origin.path else "new"
    return state_folder() / JOURNALS / name


def _file(origin: Origin) -> Path:
    return folder_of(origin) / f"{os.getpid()}-{secrets.token_hex(6)}{SUFFIX}"


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


def _shape(table: str, record: Any) -> Any:  # noqa: ANN401  (any record, or None)
    if record is None:
        return None
    if table == "header":
        return [header_shape(record), dict(record.beside)]
    if table == "stances":
        return {node: number(value) for node, value in record.items()}
    return SHAPES[table](record)

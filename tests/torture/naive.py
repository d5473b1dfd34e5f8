"""Programs that lose edits, which every row of the torture must catch.

They are what one writes who has not thought of it: the torture is worth nothing if it lets
one of them pass.
"""

import contextlib
import json
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final
from unittest.mock import patch

from debatemap.core import platform
from debatemap.core.debate import Debate
from debatemap.core.errors import MapError
from debatemap.core.model import Header
from debatemap.formats.format import Imported, Progress
from debatemap.formats.registry import read_map
from debatemap.store import atomic, journal
from debatemap.workspace import session

__all__ = ["CONTROLS", "control"]

_BUFFER: Final = 8192
_FLAGS: Final = os.O_WRONLY | os.O_CREAT | os.O_TRUNC


def _truncate_and_write(path: Path, data: bytes, **_: object) -> str:
    """Saves as `json.dump(map, open(path, "w"), indent=2)` does."""
    pieces = json.JSONEncoder(indent=2, ensure_ascii=False).iterencode(json.loads(data))
    try:
        handle = os.open(path, _FLAGS, 0o666)
        try:
            _write_buffered(handle, pieces)
        finally:
            os.close(handle)
    except OSError as error:
        raise MapError(path, str(error)) from error
    return ""


def _write_buffered(handle: int, pieces: Iterator[str]) -> None:
    buffer = b""
    for piece in pieces:
        buffer += piece.encode()
        if len(buffer) >= _BUFFER:
            os.write(handle, buffer)
            buffer = b""
    os.write(handle, buffer + b"\n")


def _write_some_time(own: journal.Journal, data: bytes) -> None:
    """Keeps lines in the process, as a file object does that nobody flushes."""
    held: list[bytes] = own.__dict__.setdefault("held", [])
    held.append(data)
    if sum(map(len, held)) >= _BUFFER:
        _ORIGINAL_WRITE(own, b"".join(held))
        held.clear()


_ORIGINAL_WRITE: Final = journal.Journal._write


def _empty_on_error(
    data: bytes, name: str = "", format_name: str = "", progress: Progress = lambda _: None
) -> Imported:
    """Reads what can be read, and begins an empty map otherwise."""
    with contextlib.suppress(MapError):
        return read_map(data, name, format_name, progress)
    return Imported(Debate(Header("map")))


class _Hasty:
    """The module `os`, but for waiting for the disk."""

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401  (whatever `os` has)
        return (lambda _: None) if name in {"fsync", "fdatasync"} else getattr(os, name)


def _without_waiting() -> contextlib.AbstractContextManager[Any]:
    return patch.object(platform, "os", _Hasty())


CONTROLS: Final[dict[str, Callable[[], contextlib.AbstractContextManager[Any]]]] = {
    "truncate": lambda: patch.object(session, "write_bytes", _truncate_and_write),
    "unsynced": _without_waiting,
    "unflushed": lambda: patch.object(journal.Journal, "_write", _write_some_time),
    "unlocked": lambda: patch.object(atomic, "save_lock", lambda _: contextlib.nullcontext("")),
    "gullible": lambda: patch.object(session, "read_map", _empty_on_error),
}
"""Programs to put in the place of this one, by name."""


@contextmanager
def control(name: str) -> Iterator[None]:
    """Puts a naive program in the place of this one; with no name, this one stays."""
    with CONTROLS[name]() if name else contextlib.nullcontext():
        yield

"""Earlier contents of a map, kept in the state folder and never beside the map.

They are found by the map's id, wherever its file was: to compare with, and to merge with a
copy that somebody sends back. Each names the contents that it was made from, so that a common
ancestor of two can be found. The last ten are kept, and one a day for thirty days. They are
a courtesy: an error of the disk loses a backup, and never the save that it was taken at.
"""

import gzip
import os
import zlib
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from itertools import chain
from pathlib import Path
from typing import Final, NamedTuple

from debatemap.core.errors import MapError
from debatemap.store.atomic import fingerprint
from debatemap.store.folders import make_folder
from debatemap.store.locations import state_folder
from debatemap.store.temp_files import passing_name, sweep

__all__ = ["Backup", "backups", "find_backup", "keep_backup", "keep_what_stands", "read_backup"]

_LAST: Final = 10
_DAYS: Final = 30
_TIME: Final = "%Y%m%dT%H%M%S.%fZ"
_SUFFIX: Final = ".json.gz"
_MOST_PARENTS: Final = 4
"""As many as a file's name has room for."""
_LIGHTLY: Final = 1
"""Compression: a map shrinks to a third in a tenth of the time that the best would take."""


class Backup(NamedTuple):
    """An earlier content of a map.

    Attributes:
        path: Its file, compressed by gzip.
        taken: When it was kept, in the time zone of the machine.
        fingerprint: The content's, in hexadecimal.
        parents: The fingerprints of what it was made from, as far as that is known.
    """

    path: Path
    taken: datetime
    fingerprint: str
    parents: tuple[str, ...] = ()


def backups(map_id: str) -> list[Backup]:
    """Returns what is kept of a map, newest first."""
    found = filter(None, map(_named, _files(map_id)))
    return sorted(found, key=lambda backup: (backup.taken, backup.path.name), reverse=True)


def find_backup(map_id: str, content: str) -> Backup | None:
    """Returns the newest backup with a fingerprint, or None."""
    return next((backup for backup in backups(map_id) if backup.fingerprint == content), None)


def read_backup(backup: Backup) -> bytes:
    """Returns the content.

    Raises:
        MapError: The backup is gone or damaged.
    """
    try:
        data = gzip.decompress(backup.path.read_bytes())
    except (OSError, EOFError, ValueError, zlib.error) as error:
        raise MapError(backup.path, f"the backup cannot be read: {error}") from error
    if fingerprint(data).hex() != backup.fingerprint:
        raise MapError(backup.path, "the backup is damaged", advice="Take an older one.")
    return data


def keep_backup(map_id: str, data: bytes, parents: Iterable[str] = (), *, content: str = "") -> str:
    """Keeps a content, unless it is the one that was kept last, and lets old ones go.

    Args:
        map_id: The map's id.
        data: The content of its file.
        parents: The fingerprints of the contents that it was made from.
        content: Its own fingerprint, where it is known.

    Returns:
        Why it could not be kept, or nothing.
    """
    content = content or fingerprint(data).hex()
    known = backups(map_id)
    if known and known[0].fingerprint == content:
        return ""
    taken = datetime.now(UTC)
    folder = _folder(map_id)
    older = tuple(dict.fromkeys(p for p in parents if p != content))[:_MOST_PARENTS]
    backup = Backup(folder / _name(taken, content, older), taken, content, older)
    try:
        make_folder(folder)
        _write(backup.path, gzip.compress(data, _LIGHTLY, mtime=0))
        _let_go([backup, *known], taken.date())
    except OSError as error:
        return f"{folder}: {error.strerror or error}"
    return ""


def keep_what_stands(path: Path, map_id: str) -> str:
    """Keeps what a save is about to replace, where no backup has it yet.

    Returns:
        Why it could not be kept, or nothing.
    """
    try:
        data = path.read_bytes() if path.is_file() else b""
    except OSError as error:
        return f"{path}: {error.strerror or error}"
    content = fingerprint(data).hex() if data else ""
    if data and find_backup(map_id, content) is None:
        return keep_backup(map_id, data, content=content)
    return ""


def _name(taken: datetime, content: str, parents: Sequence[str]) -> str:
    return "-".join((taken.astimezone(UTC).strftime(_TIME), content, *parents)) + _SUFFIX


def _let_go(known: Sequence[Backup], today: date) -> None:
    """Deletes the backups that are not to stay; their parents become those of their children."""
    surplus = list(_surplus(known, today))
    gone = {backup.fingerprint: backup.parents for backup in surplus}
    for backup in surplus:
        backup.path.unlink(missing_ok=True)
    for backup in known if gone else ():
        if backup not in surplus and not gone.keys().isdisjoint(backup.parents):
            inherited = (gone.get(parent, (parent,)) for parent in backup.parents)
            parents = tuple(dict.fromkeys(chain.from_iterable(inherited)))
            name = _name(backup.taken, backup.fingerprint, parents[:_MOST_PARENTS])
            backup.path.rename(backup.path.with_name(name))


def _write(path: Path, data: bytes) -> None:
    """Writes a file under another name first, so that no half of one is taken for a backup."""
    sweep(path.parent)
    passing = path.with_name(passing_name())
    try:
        passing.write_bytes(data)
        passing.replace(path)
    finally:
        passing.unlink(missing_ok=True)


def _surplus(known: Sequence[Backup], today: date) -> Iterator[Backup]:
    """Yields the backups to let go of: neither among the last ones nor the last of its day."""
    days: set[date] = set()
    for place, backup in enumerate(known):
        day = backup.taken.astimezone(UTC).date()
        is_daily = day not in days and today - day <= timedelta(days=_DAYS)
        days.add(day)
        if place >= _LAST and not is_daily:
            yield backup


def _files(map_id: str) -> list[Path]:
    try:
        return [Path(entry.path) for entry in os.scandir(_folder(map_id))]
    except OSError:
        return []


def _named(path: Path) -> Backup | None:
    """Returns the backup that a file's name says it is, or None."""
    time, *contents = path.name.removesuffix(_SUFFIX).split("-")
    try:
        taken = datetime.strptime(time, _TIME).replace(tzinfo=UTC)
    except ValueError:
        return None
    return Backup(path, taken.astimezone(), contents[0], tuple(contents[1:])) if contents else None


def _folder(map_id: str) -> Path:
    # The format lets ids hold nothing that means more than a letter to a file system.
    return state_folder() / "backups" / map_id

"""Find what two copies of a map began as, where nobody kept it: among the local backups."""

from codecs import BOM_UTF8
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final, NamedTuple

import orjson

from debatemap.core.debate import Debate
from debatemap.core.errors import MapError
from debatemap.formats.registry import native_bytes, read_map
from debatemap.store.atomic import fingerprint
from debatemap.store.backups import Backup, backups, read_backup

__all__ = ["Ancestor", "likely_base"]

_TABLES: Final = ("claims", "sources")

_GONE: Final = 3
"""How much a missing record counts against a backup, beside one that is new or changed. People
delete less than they add, and a wrong guess that something was deleted costs the most."""

_LIKELY: Final = 1 / 3
"""The most of a content that a copy may lack. With more gone, it came from an older one."""


class Ancestor(NamedTuple):
    """What two copies probably began as.

    Attributes:
        debate: The earlier content.
        backup: Where it was kept, and when.
    """

    debate: Debate
    backup: Backup


def likely_base(map_id: str, ours: Iterable[str], theirs: bytes) -> Ancestor | None:
    """Returns what our copy of a map and one from elsewhere probably began as.

    Only contents that ours was made from are taken, so that nothing of theirs can look as if
    we had deleted it; where theirs is known here too, only those that both were made from.
    Of these it is the one that theirs is most like, and the newer of two.

    Args:
        map_id: The id of both.
        ours: The fingerprints of what our copy was made from, itself included.
        theirs: The other copy's file.

    Returns:
        None where nothing that ours was made from is kept.
    """
    known = backups(map_id)
    candidates = _lineage(known, ours)
    elsewhere = {backup.fingerprint for backup in _lineage(known, [fingerprint(theirs).hex()])}
    if elsewhere:
        candidates = [backup for backup in candidates if backup.fingerprint in elsewhere]
    try:
        copy = orjson.loads(native_bytes(theirs).removeprefix(BOM_UTF8))
    except (MapError, ValueError):
        return None
    best: tuple[int, Backup, bytes] | None = None
    for backup in candidates:
        try:
            data = read_backup(backup)
            steps = _distance(orjson.loads(native_bytes(data).removeprefix(BOM_UTF8)), copy)
        except (MapError, ValueError):
            continue
        if steps is not None and (best is None or steps < best[0]):
            best = steps, backup, data
    if best is None:
        return None
    _, backup, data = best
    return Ancestor(read_map(data, str(backup.path)).debate, backup)


def _lineage(known: Sequence[Backup], contents: Iterable[str]) -> list[Backup]:
    """Returns the backups of contents and of all that they were made from, newest first."""
    made_from: dict[str, set[str]] = {}
    for backup in known:
        made_from.setdefault(backup.fingerprint, set()).update(backup.parents)
    waiting, found = list(contents), set[str]()
    while waiting:
        content = waiting.pop()
        if content not in found:
            found.add(content)
            waiting.extend(made_from.get(content, ()))
    return [backup for backup in known if backup.fingerprint in found]


def _distance(one: Mapping[str, Any], other: Mapping[str, Any]) -> int | None:
    """Returns how far a copy is from a content, or None where it can hardly come from it.

    Records are counted that are not the same; links count with the claims that they stand in.
    """
    before, after = _records(one), _records(other)
    gone = len(before.keys() - after.keys())
    if gone > _LIKELY * len(before):
        return None
    return _GONE * gone + sum(bool(before.get(key) != record) for key, record in after.items())


def _records(whole: Mapping[str, Any]) -> dict[tuple[str, str], Any]:
    records = {("", key): value for key, value in whole.items() if key not in _TABLES}
    for table in _TABLES:
        records.update(((table, key), record) for key, record in (whole.get(table) or {}).items())
    return records

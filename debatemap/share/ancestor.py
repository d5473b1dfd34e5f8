"""Find what two copies of a map began as, where nobody kept it: among the local backups."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final, NamedTuple

import orjson

from debatemap.debate import Debate
from debatemap.store.atomic import fingerprint
from debatemap.store.backups import Backup, backups, read_backup
from debatemap.store.errors import MapError
from debatemap.store.native import parse

__all__ = ["Ancestor", "likely_base"]

_TABLES: Final = ("claims", "sources")

_GONE: Final = 3
"""How much a missing record counts against a backup, beside one that is new or changed. People
delete less than they add, and a wrong guess that something was deleted costs the most."""


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
        copy = orjson.loads(theirs)
    except ValueError:
        return None
    best: tuple[int, Backup, bytes] | None = None
    for backup in candidates:
        try:
            data = read_backup(backup)
            steps = _distance(orjson.loads(data), copy)
        except (MapError, ValueError):
            continue
        if best is None or steps < best[0]:
            best = steps, backup, data
    if best is None:
        return None
    _, backup, data = best
    return Ancestor(parse(data, str(backup.path)).debate, backup)


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


def _distance(one: Mapping[str, Any], other: Mapping[str, Any]) -> int:
    """Counts the records that are not the same, links with the claims that they stand in."""
    parts = [(one, other, (one.keys() | other.keys()) - set(_TABLES))]
    for table in _TABLES:
        before, after = one.get(table) or {}, other.get(table) or {}
        parts.append((before, after, before.keys() | after.keys()))
    return sum(
        (1 if key in after else _GONE) * (before.get(key) != after.get(key))
        for before, after, keys in parts
        for key in keys
    )

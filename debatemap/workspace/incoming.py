"""The one way by which what comes from outside becomes a change of an open map.

Each function makes a result of a snapshot, in any thread; `take` puts it into effect where the
session lives. `background.run_on_snapshot` does both, and sees to it that nothing changed between.
"""

from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from debatemap.core.change import Change
from debatemap.core.debate import Debate
from debatemap.core.errors import MapError
from debatemap.core.text import SafeText, safe_line
from debatemap.formats.registry import read_debate, read_map
from debatemap.store.atomic import fingerprint, read_bytes
from debatemap.store.backups import Backup, find_backup, read_backup
from debatemap.store.joined_words import note_joined
from debatemap.workspace.session import Session, open_session
from debatemap.workspace.snapshot import SessionSnapshot

__all__ = [
    "Other",
    "Reread",
    "Taken",
    "look_outside",
    "merge_in",
    "merge_outside",
    "merge_own_file",
    "read_other",
    "reread",
    "restore",
    "take",
]


class Other(NamedTuple):
    """A map from elsewhere.

    Attributes:
        path: Its file.
        data: What the file holds.
        debate: What that says.
    """

    path: Path
    data: bytes
    debate: Debate


class Taken(NamedTuple):
    """What a merge brings.

    Attributes:
        change: What makes the open map the merged one.
        conflicts: How many conflicts the merge added.
        has_base: Whether it is known what both began with.
        other: What was merged, or None where the change comes from elsewhere.
        is_own_file: Whether that is what the map's own file holds.
        joined: The texts that have the words of both, by claim.
    """

    change: Change
    conflicts: int
    has_base: bool = True
    other: Other | None = None
    is_own_file: bool = False
    joined: Mapping[str, str] = MappingProxyType({})

    def summary(self, key_of: Callable[[str], str], verb: str = "Merged") -> SafeText:
        """Returns what came in, and what was left to settle.

        Args:
            key_of: Returns what a sentence says for the key of a command.
            verb: What was done.
        """
        if not self.change:
            return SafeText("Nothing to merge: this map holds all of it.")
        parts = list(_counted(self.change)) or ["no claim is another"]
        if self.conflicts:
            key = key_of("conflicts")
            parts.append(f"{_number(self.conflicts, 'conflict')} ({key} shows them)")
        if self.joined:
            wordings, key = _number(len(self.joined), "wording"), key_of("next_unseen")
            parts.append(f"{wordings} joined of two ({key} goes there)")
        unseen = " Deletions could not be seen: no common ancestor is known."
        return SafeText(f"{verb}: {', '.join(parts)}.{'' if self.has_base else unseen}")


class Reread(NamedTuple):
    """What the map's file holds now, read anew.

    Attributes:
        session: The map as it was read.
        change: What makes the map as it was of it.
    """

    session: Session
    change: Change


def read_other(path: Path) -> Other:
    """Reads a map that is to be taken in.

    Raises:
        MapError: It cannot be read as a whole, or a newer version of the program wrote it.
    """
    data = read_bytes(path)
    return Other(path, data, read_debate(data, str(path), "take it in"))


def merge_in(now: SessionSnapshot, other: Other) -> Taken:
    """Merges another copy of a map; what both began with is looked for among the backups."""
    from debatemap.sync.merge.ancestor import likely_base  # noqa: PLC0415  (a map opens without it)

    found = likely_base(now.debate.header.id, list(now.contents), other.data)
    return _merged(now, found.debate if found is not None else None, other)


def merge_outside(now: SessionSnapshot, other: Other) -> Taken:
    """Merges what another program wrote to the map's own file.

    Raises:
        MapError: It wrote another map there.
    """
    _refuse_another_map(now, other.path, other.debate)
    merged = _merged(now, now.as_saved() or _kept(now), other)
    return merged._replace(is_own_file=True)


def merge_own_file(now: SessionSnapshot) -> Taken:
    """Reads what the map's own file holds now, and merges it."""
    return merge_outside(now, read_other(_file_of(now)))


def reread(now: SessionSnapshot) -> Reread:
    """Reads the map's file again, whatever is unsaved."""
    from debatemap.sync.change_between import compare  # noqa: PLC0415  (as above)

    path = _file_of(now)
    session = open_session(path)
    return Reread(session, compare(now.debate, session.debate))


def restore(now: SessionSnapshot, *, backup: Backup) -> Taken:
    """Gives the map back what it was at an earlier save."""
    from debatemap.sync.change_between import compare  # noqa: PLC0415  (as above)

    before = read_map(read_backup(backup), str(backup.path)).debate
    said = f"restore the copy of {backup.taken:%Y-%m-%d %H:%M:%S}"
    return Taken(compare(now.debate, before, said), 0)


def look_outside(now: SessionSnapshot) -> Reread | Taken | None:
    """Returns what came into the map's file from outside; None where nothing did.

    Where nothing is unsaved, the file is read again; else the two are merged.

    Raises:
        MapError: The file cannot be read, or it holds another map.
    """
    path = _file_of(now)
    if fingerprint(read_bytes(path)).hex() in now.contents[:1]:
        return None
    if now.dirty:
        return merge_own_file(now)
    again = reread(now)
    _refuse_another_map(now, path, again.session.debate)
    return again


def take(session: Session, taken: Taken) -> None:
    """Puts into effect what came in, as one step that can be undone.

    Raises:
        ReadOnlyError: The map is open for reading.
        StaleChangeError: The map is not what it was when the change was made.
    """
    # They are marked once the map says them, so that it is noted before the screen follows.
    note_joined(session.debate.header.id, taken.joined)
    session.do(taken.change)
    if taken.other is not None:
        session.took_in(taken.other.data, is_own_file=taken.is_own_file)


def _file_of(now: SessionSnapshot) -> Path:
    if now.path is None:
        raise MapError("the map", "it has no file yet", advice="Save it first.")
    return now.path


def _refuse_another_map(now: SessionSnapshot, path: Path, debate: Debate) -> None:
    if debate.header.id != now.debate.header.id:
        advice = "Save this one elsewhere."
        raise MapError(path, "another map stands there now", advice=advice)


def _merged(now: SessionSnapshot, base: Debate | None, other: Other) -> Taken:
    from debatemap.sync.change_between import compare  # noqa: PLC0415  (a map opens without them)
    from debatemap.sync.merge.conflict import Side  # noqa: PLC0415
    from debatemap.sync.merge.three_way import merge3  # noqa: PLC0415

    people = Side("this window"), Side(other.path.name)
    merged = merge3(base, now.debate, other.debate, people=people)
    said = f"merge {safe_line(other.path.name)}"
    change = compare(now.debate, merged.debate, said)
    conflicts, joined = len(merged.conflicts), merged.joined_texts
    return Taken(change, conflicts, base is not None, other, joined=joined)


def _kept(now: SessionSnapshot) -> Debate | None:
    """Returns the backup of the map as its file was read or written last."""
    kept = [find_backup(now.debate.header.id, content) for content in now.contents[:1]]
    try:
        return read_map(read_backup(kept[0])).debate if kept and kept[0] else None
    except MapError:
        return None


def _counted(change: Change) -> list[str]:
    """Returns how many claims come, go and change, and how many links, in words."""
    pairs = list(change.claims.values())
    added = sum(before is None for before, _ in pairs)
    deleted = sum(after is None for _, after in pairs)
    changed = len(pairs) - added - deleted
    counts = ((added, "added"), (deleted, "deleted"), (changed, "changed"))
    parts: list[str] = []
    for count, what in counts:
        if count:
            parts.append(f"{count:,} {what}" if parts else f"{_number(count, 'claim')} {what}")
    kept = sum(None not in pair for pair in change.links.values())
    return [*parts, *([f"{_number(kept, 'link')} changed"] if kept else [])]


def _number(count: int, noun: str) -> str:
    return f"{count:,} {noun}{'' if count == 1 else 's'}"

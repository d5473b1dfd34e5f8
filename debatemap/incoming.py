"""Merge what others made of a map into an open one, as one change."""

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from debatemap.change import Change
from debatemap.debate import Debate
from debatemap.session import Session
from debatemap.store.atomic import read_bytes
from debatemap.store.backups import find_backup, read_backup
from debatemap.store.errors import MapError
from debatemap.store.joined import note_joined
from debatemap.store.native import parse
from debatemap.text import SafeText, safe_line
from debatemap.tui.commands import BY_ID

if TYPE_CHECKING:
    from debatemap.tui.keymap import Keymap

__all__ = ["Other", "Taken", "merge_in", "merge_outside", "read_other"]


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
        is_told_apart: Whether it is known what both began with.
        joined: In how many claims the words of both were put together.
    """

    change: Change
    conflicts: int
    is_told_apart: bool
    joined: int = 0

    def told(self, keymap: "Keymap", verb: str = "Merged") -> SafeText:
        """Returns what came in, and what was left to settle."""
        if not self.change:
            return SafeText("Nothing to merge: this map holds all of it.")
        parts = list(_counted(self.change)) or ["no claim is another"]
        if self.conflicts:
            key = (*keymap.keys(BY_ID["conflicts"]), "the command")[0]
            parts.append(f"{_number(self.conflicts, 'conflict')} ({key} shows them)")
        if self.joined:
            key = (*keymap.keys(BY_ID["next_unseen"]), "the command")[0]
            parts.append(f"{_number(self.joined, 'wording')} joined of two ({key} goes there)")
        unseen = " Deletions could not be seen: no common ancestor is known."
        return SafeText(f"{verb}: {', '.join(parts)}.{'' if self.is_told_apart else unseen}")


def read_other(path: Path) -> Other:
    """Reads a map that is to be taken in.

    Raises:
        MapError: It cannot be read, or a newer version of the program wrote it.
    """
    data = read_bytes(path)
    parsed = parse(data, str(path))
    if parsed.newer:
        problem = f"a newer debatemap wrote it (version {parsed.version} of the format)"
        raise MapError(path, problem, advice="Install a newer debatemap to take it in.")
    return Other(path, data, parsed.debate)


def merge_in(session: Session, other: Other) -> Taken:
    """Merges another copy of a map; what both began with is looked for among the backups."""
    from debatemap.share.merging.ancestor import likely_base  # noqa: PLC0415  (a map opens without it)

    found = likely_base(session.debate.header.id, session.contents, other.data)
    return _merged(session, found.debate if found is not None else None, other)


def merge_outside(session: Session, other: Other) -> Taken:
    """Merges what another program wrote to the map's own file.

    Raises:
        MapError: It wrote another map there.
    """
    if other.debate.header.id != session.debate.header.id:
        advice = "Save this one elsewhere."
        raise MapError(other.path, "another map stands there now", advice=advice)
    return _merged(session, session.as_saved() or _kept(session), other)


def _merged(session: Session, base: Debate | None, other: Other) -> Taken:
    from debatemap.share.compare import compare  # noqa: PLC0415  (a map opens without them)
    from debatemap.share.merging.conflict import Side  # noqa: PLC0415
    from debatemap.share.merging.merge import merge3  # noqa: PLC0415

    people = Side("this window"), Side(other.path.name)
    merged = merge3(base, session.debate, other.debate, people=people)
    # They are marked once the map says them, whoever puts the change into effect.
    note_joined(session.debate.header.id, merged.joined_texts)
    said = f"merge {safe_line(other.path.name)}"
    change = compare(session.debate, merged.debate, said)
    return Taken(change, len(merged.conflicts), base is not None, len(merged.joined))


def _kept(session: Session) -> Debate | None:
    """Returns the backup of the map as its file was read or written last."""
    kept = [find_backup(session.debate.header.id, content) for content in session.contents[:1]]
    try:
        return parse(read_backup(kept[0])).debate if kept and kept[0] else None
    except MapError:
        return None


def _counted(change: Change) -> list[str]:
    """Returns how many claims come, go and change, and how many links, in words."""
    pairs = list(change.claims.values())
    added = sum(before is None for before, _ in pairs)
    deleted = sum(after is None for _, after in pairs)
    changed = len(pairs) - added - deleted
    counts = {"added": added, "deleted": deleted, "changed": changed}
    parts = [f"{count:,} {what}" for what, count in counts.items() if count]
    if parts:
        first, _, what = parts[0].partition(" ")
        parts[0] = f"{first} claim{'' if first == '1' else 's'} {what}"
    kept = sum(None not in pair for pair in change.links.values())
    return [*parts, *([f"{_number(kept, 'link')} changed"] if kept else [])]


def _number(count: int, noun: str) -> str:
    return f"{count:,} {noun}{'' if count == 1 else 's'}"

"""All versions of a map that can be found: commits, or the copies of saves; then unsaved edits."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from debatemap.core.change import Change, combine
from debatemap.core.debate import Debate
from debatemap.core.errors import MapError
from debatemap.core.map_version import MapVersion
from debatemap.store.backups import backups
from debatemap.sync.backup_history import read_earlier
from debatemap.sync.change_between import compare
from debatemap.sync.git.commit_history import history
from debatemap.sync.git.repository import GitError

__all__ = ["NOW", "copied_versions", "edited_versions", "map_versions"]

NOW: Final = "now"
"""What the version is called that is in no commit and no copy yet."""
_HASH: Final = 8
_EDITS: Final = 50
"""Unsaved edits that are a version each; those before them are one together."""


def edited_versions(now: Debate, edits: Sequence[Change]) -> Iterator[MapVersion]:
    """Yields a version for each edit that is in no file yet, the newest first.

    Args:
        now: What the map says, with all the edits.
        edits: The edits, the oldest first.
    """
    early = len(edits) - _EDITS
    parts = [(f"edit {n}", edit, edit.sentence) for n, edit in enumerate(edits, 1) if n > early]
    if early > 0:
        parts.insert(0, (f"edits 1 to {early}", combine(edits[:early]), ""))
    after = now
    for name, edit, words in reversed(parts):
        before = after.copy()
        before.apply(edit.inverse())
        yield MapVersion(name, "", "", words, before, after)
        after = before


def map_versions(path: Path, now: Debate) -> Iterator[MapVersion]:
    """Yields the versions of a map, the newest first: from git, or else from the copies.

    Each has what it was made of: of a commit that is its own parent's map, whatever else was
    committed meanwhile. What cannot be read is passed over.

    Args:
        path: The map's file.
        now: What it says now.
    """
    try:
        entries = history(path)
        first = next(entries, None)
    except GitError:
        first = None
    if first is None:
        yield from copied_versions(now)
        return
    if first.after is not None and compare(first.after, now):
        yield MapVersion(NOW, "", "", "", first.after, now)
    for entry in (first, *entries):
        if entry.after is not None:
            name = entry.commit[:_HASH]
            about = name, entry.when, entry.author, entry.subject
            yield MapVersion(*about, entry.before, entry.after, entry.is_cut)


def copied_versions(now: Debate) -> Iterator[MapVersion]:
    """Yields what is kept of a map's saves, the newest first, with what it says now before them."""
    newer, name, when = now, NOW, ""
    for number, backup in enumerate(backups(now.header.id), 1):
        try:
            older = read_earlier(backup)
        except MapError:
            continue
        # The newest copy is often what stands in the file.
        if compare(older, newer):
            yield MapVersion(name, when, "", "", older, newer)
        newer, name = older, f"copy {number}"
        when = backup.taken.isoformat(timespec="seconds")
    yield MapVersion(name, when, "", "", None, newer)

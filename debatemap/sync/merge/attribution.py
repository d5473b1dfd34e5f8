"""Who wrote a value, and when: the commit that first brought it, as far as git knows."""

from collections.abc import Iterable, Sequence
from typing import Any

from debatemap.core.debate import Debate
from debatemap.sync.git.commit_history import Entry
from debatemap.sync.merge.conflict import ABSENT, Conflict, canonical
from debatemap.sync.merge.settle import standing

__all__ = ["attribute"]


def attribute(
    entries: Iterable[Entry], conflict: Conflict, values: Sequence[Any]
) -> list[Entry | None]:
    """Returns the newest commit that gave a conflict's path each of some values.

    Args:
        entries: A map's history, newest first; it is read only as far as needed.
        conflict: What the values are of.
        values: The values, as the file has them, or ABSENT.

    Returns:
        A commit for each value, or None where no commit brought it.
    """
    wanted = list(map(canonical, values))
    found: dict[bytes, Entry] = {}
    for entry in entries:
        if entry.after is None:
            continue
        after = _at(entry.after, conflict)
        if after in wanted and after not in found and after != _at(entry.before, conflict):
            found[after] = entry
        if found.keys() >= set(wanted):
            break
    return [found.get(value) for value in wanted]


def _at(debate: Debate | None, conflict: Conflict) -> bytes:
    return canonical(ABSENT if debate is None else standing(debate, conflict))

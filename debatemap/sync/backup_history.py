"""Earlier copies of a map: which are kept, and what was done after each."""

from collections.abc import Iterator
from typing import NamedTuple

from debatemap.core.debate import Debate
from debatemap.core.errors import MapError
from debatemap.core.text import SafeText
from debatemap.formats.registry import read_map
from debatemap.store.backups import Backup, backups, read_backup
from debatemap.sync.diff.difference_text import short_line
from debatemap.sync.diff.differences import differences, weightiest

__all__ = ["Earlier", "earlier", "read_earlier"]


class Earlier(NamedTuple):
    """An earlier copy of a map.

    Attributes:
        backup: Where it is.
        debate: What it says, or None where it cannot be read.
        size: How many bytes its file had.
        since: What was done after it, up to the next copy; what weighs most comes first.
        problem: Why it cannot be read, or empty.
    """

    backup: Backup
    debate: Debate | None
    size: int
    since: list[SafeText]
    problem: str = ""

    @property
    def words(self) -> SafeText:
        """What was done after it, on one line."""
        if self.debate is None:
            return SafeText("it cannot be read")
        if not self.since:
            return SafeText("nothing was changed after it")
        more = f" (and {len(self.since) - 1:,} more)" if len(self.since) > 1 else ""
        return SafeText(f"then {self.since[0]}{more}")


def earlier(map_id: str, now: Debate | None) -> Iterator[Earlier]:
    """Yields the copies that are kept of a map, the newest first.

    Args:
        map_id: The map's id.
        now: What the map says now; None where nobody knows.
    """
    newer = now
    for backup in backups(map_id):
        try:
            data = read_backup(backup)
            debate = read_map(data, str(backup.path)).debate
        except MapError as error:
            yield Earlier(backup, None, 0, [], error.problem)
            continue
        since = [] if newer is None else _difference_lines(debate, newer)
        yield Earlier(backup, debate, len(data), since)
        newer = debate


def read_earlier(backup: Backup) -> Debate:
    """Reads a copy.

    Raises:
        MapError: It is gone or damaged.
    """
    return read_map(read_backup(backup), str(backup.path)).debate


def _difference_lines(before: Debate, after: Debate) -> list[SafeText]:
    found = weightiest(d for d in differences(before, after) if d.kind != "renumbered")
    return [short_line(difference, before, after) for difference in found]

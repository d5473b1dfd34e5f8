"""Choose an earlier copy of the map."""

from collections.abc import Sequence

from textual.content import Content

from debatemap.core.debate import Debate
from debatemap.core.search_query import Query
from debatemap.store.backups import Backup
from debatemap.sync.backup_history import Earlier, earlier
from debatemap.tui.background_work import report_failures
from debatemap.tui.dialogs.chooser import MOVES, Choice, ChooserScreen
from debatemap.workspace import background

__all__ = ["EarlierScreen"]

_HANG = len("2024-07-23 12:00:00  ")


class EarlierScreen(ChooserScreen[Backup]):
    """The copies that are kept of a map; ends with one of them.

    Args:
        map_id: The map's id.
        now: A snapshot of the map.
    """

    def __init__(self, map_id: str, now: Debate) -> None:
        super().__init__(
            "Restore which copy?",
            self._fitting,
            empty="Looking for earlier copies …",
            unfit="No earlier copy has these words.",
            hints=(
                MOVES,
                "{key:list_accept} restores; that can be undone",
                "{key:list_leave} leaves",
            ),
        )
        self._map_id, self._now = map_id, now
        self._found: list[Earlier] = []

    def on_mount(self) -> None:
        """Looks for the copies, in a thread: each is read."""
        self.run_worker(report_failures(self.tell, self._look()))

    async def _look(self) -> None:
        copies = earlier(self._map_id, self._now)
        while (found := await background.run(next, copies, None)) is not None:
            self._found.append(found)
            self.renew_in_place()
        if not self._found:
            self._empty = "No earlier copy is kept; one is, at each save."
            self.renew()

    def _fitting(self, query: str) -> Sequence[Choice[Backup]]:
        asked = Query(query)
        return [
            Choice(each.backup, label, disabled=each.debate is None, kind="Copies", hang=_HANG)
            for each, label in ((each, _label(each)) for each in self._found)
            if asked.fits(label.plain)
        ]


def _label(each: Earlier) -> Content:
    when = f"{each.backup.taken:%Y-%m-%d %H:%M:%S}"
    return Content.assemble(when, "  ", (each.words, "$quiet"))

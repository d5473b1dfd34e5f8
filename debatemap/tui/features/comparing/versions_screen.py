"""Choose what to compare the map with."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from textual.content import Content

from debatemap.core.search_query import Query
from debatemap.core.text import SafeText, excerpt
from debatemap.tui.background_work import report_failures
from debatemap.tui.commands.command import COMMAND
from debatemap.tui.dialogs.chooser import Choice, ChooserScreen
from debatemap.tui.features.comparing.versions import Version, typed_version, versions
from debatemap.workspace.background import run

__all__ = ["STOP", "VersionScreen"]

_NAME: Final = 34
_TYPED: Final = 60


def _nothing() -> None:
    raise NotImplementedError


STOP: Final = Version(SafeText("stop comparing"), SafeText(""), _nothing)  # type: ignore[arg-type]
"""What is chosen to end a comparison."""


class VersionScreen(ChooserScreen[Version]):
    """The versions of a map; what is typed may also name a file or a revision.

    Args:
        path: The map's file, if it has one.
        map_id: The map's id, by which its backups are known.
        compared: What the map is compared with now, or empty.
    """

    invites = "type to find, or a revision or a file"

    def __init__(self, path: Path | None, map_id: str, compared: SafeText | None) -> None:
        super().__init__(
            "Compare with which version?",
            self._found,
            empty="There is no other version. Type the name of a file.",
            hints=(
                "{key:list_accept} compares",
                "{key:list_leave} leaves",
            ),
        )
        self._path, self._map_id, self._compared = path, map_id, compared
        self._versions: list[Version] = []

    def on_mount(self) -> None:
        """Looks for versions, in a thread: git takes its time."""
        self.run_worker(report_failures(self.tell, self._look()), group=COMMAND)

    async def _look(self) -> None:
        self._versions = await run(versions, self._path, self._map_id)
        self.renew()

    def _found(self, query: str) -> Sequence[Choice[Version]]:
        asked = Query(query)
        choices = []
        if self._compared is not None and asked.fits(STOP.name):
            label = Content.assemble((STOP.name, "$accent"), f" with {self._compared}")
            choices.append(Choice(STOP, label))
        choices += [
            _choice(version, version.name)
            for version in self._versions
            if asked.fits(f"{version.name} {version.aside}")
        ]
        if query.strip():
            version = typed_version(self._path, query.strip())
            choices.append(_choice(version, SafeText(f"“{excerpt(query, _TYPED)}”")))
        return choices


def _choice(version: Version, name: SafeText) -> Choice[Version]:
    label = Content.assemble(name.ljust(_NAME), (f"  {version.aside}", "$quiet"))
    return Choice(version, label, kind=version.kind)

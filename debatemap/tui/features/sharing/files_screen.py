"""Choose a file beside the open map, or type the path of another one."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from textual.content import Content

from debatemap.core.search_query import Query
from debatemap.core.text import excerpt, safe_line
from debatemap.store.locations import is_there, pasted_path
from debatemap.store.sync_copies import copies_beside, id_in, maps_beside
from debatemap.tui.dialogs.chooser import MOVES, Choice, ChooserScreen
from debatemap.workspace.background import run

__all__ = ["FilesScreen", "Found", "copies_of", "other_maps"]

_NAME = 100


class Found(NamedTuple):
    """A file, and what to say of it."""

    path: Path
    about: str


class FilesScreen(ChooserScreen[Path]):
    """Files to choose from; what is typed finds one of them, or is a path.

    Args:
        title: What the file is for.
        found: The files to offer.
        beside: The open map's file, in whose folder a typed name is looked for as well.
    """

    invites = "type to find, or a path"

    def __init__(self, title: str, found: Sequence[Found], beside: Path | None) -> None:
        self._found, self._beside = found, beside
        super().__init__(
            title,
            self._fitting,
            empty="None was found beside this map. Type the path of one.",
            hints=(
                MOVES,
                "{key:list_accept} accepts",
                "{key:list_leave} leaves",
            ),
        )

    def _fitting(self, query: str) -> Sequence[Choice[Path]]:
        asked = Query(query)
        fitting = [
            Choice(found.path, _label(found), kind="Beside this map")
            for found in self._found
            if asked.fits(found.path.name)
        ]
        return [*fitting, *([self._typed_path(query.strip())] if query.strip() else [])]

    def _typed_path(self, query: str) -> Choice[Path]:
        path = pasted_path(query)
        if self._beside is not None and not path.is_absolute() and not is_there(path):
            beside = self._beside.parent / path
            path = beside if is_there(beside) else path
        return Choice(path, Content.assemble(("the file ", "$quiet"), excerpt(str(path), _NAME)))


async def copies_of(path: Path | None, map_id: str) -> list[Found]:
    """Returns other copies of a map in its folder, those of sync programs first."""
    return [] if path is None else await run(_copies_of, path, map_id)


async def other_maps(path: Path | None, map_id: str) -> list[Found]:
    """Returns the other maps in a map's folder, without copies of it."""
    return [] if path is None else await run(_other_maps, path, map_id)


def _copies_of(path: Path, map_id: str) -> list[Found]:
    left = copies_beside(path)
    others = [p for p in maps_beside(path) if p not in left and id_in(p) == map_id]
    return [
        *(Found(p, f"a sync copy, {_changed(p)}") for p in left),
        *(Found(p, f"the same id, {_changed(p)}") for p in others),
    ]


def _other_maps(path: Path, map_id: str) -> list[Found]:
    maps = [p for p in maps_beside(path) if id_in(p) not in {"", map_id}]
    return [Found(p, _changed(p)) for p in maps]


def _changed(path: Path) -> str:
    try:
        changed = datetime.fromtimestamp(path.stat().st_mtime).astimezone()
    except (OSError, OverflowError, ValueError):
        return "of an unknown date"
    return f"of {changed:%Y-%m-%d %H:%M}"


def _label(found: Found) -> Content:
    return Content.assemble(
        excerpt(found.path.name, _NAME), (f"   {safe_line(found.about)}", "$quiet")
    )

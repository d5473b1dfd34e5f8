"""Import a file of another program; make a map of one that was opened."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from debatemap.catalog.map_files import ClaimIn
from debatemap.core.text import safe_line
from debatemap.tui.background_work import bring_in
from debatemap.tui.features.sharing.files_screen import FilesScreen, Found
from debatemap.workspace.background import run

if TYPE_CHECKING:
    from debatemap.tui.context import MapContext
    from debatemap.workspace.foreign_file import ForeignChange, ForeignFile
    from debatemap.workspace.snapshot import SessionSnapshot

__all__ = ["import_file", "is_foreign", "offer_new_map"]

_MOST: Final = 200
"""Files of a folder that are offered."""
_HEAD: Final = 4_096
"""Bytes of a file that tell whose it is."""


async def import_file(context: "MapContext") -> None:
    """Asks for a file, shows what comes of it, and brings it into the map.

    Raises:
        MapError: It cannot be read.
    """
    from debatemap.tui.features.exchanging.import_screen import ImportScreen  # noqa: PLC0415  (a map opens without it)
    from debatemap.workspace.foreign_file import read_foreign  # noqa: PLC0415

    path = context.session.path
    found = await run(_files_beside, path)
    chosen = await context.ask(FilesScreen("Import which file of another program?", found, path))
    if chosen is None:
        return
    foreign = await run(read_foreign, chosen)
    updates = await run(foreign.updates, context.session.snapshot().debate)
    row = context.row
    screen = ImportScreen(context, foreign, row.claim if row is not None else None, updates=updates)
    if await context.ask(screen):
        context.run_beside(_bring_in(context, foreign, screen.target))


async def _bring_in(context: "MapContext", foreign: "ForeignFile", target: str | None) -> None:
    def take(made: "ForeignChange") -> None:
        context.do(made.change)

    made = await bring_in(context, partial(_made, foreign=foreign, target=target), take)
    told = f"{made.summary[:1].upper()}{made.summary[1:]}."
    if made.left_out:
        told = f"{told} Left out, as the map has another value: {'; '.join(made.left_out)}."
    if made.conflicts:
        count = len(made.conflicts)
        noun = "conflict" if count == 1 else "conflicts"
        told = f"{told} {count:,} {noun}: {context.keymap.name('conflicts')} settles them."
    context.say(told, "warning" if made.conflicts else "foreground")


def _made(
    snapshot: "SessionSnapshot", *, foreign: "ForeignFile", target: str | None
) -> "ForeignChange":
    return foreign.change_of(snapshot.debate, target)


def _files_beside(path: Path | None) -> list[Found]:
    """Returns the files beside a map that another program may have written."""
    from debatemap.formats.registry import foreign_suffixes  # noqa: PLC0415  (a map opens without it)

    folder = path.absolute().parent if path is not None else Path.cwd()
    endings = foreign_suffixes()
    try:
        names = sorted(each for each in folder.iterdir() if each.suffix.lower() in endings)
        return [Found(each, "") for each in names[:_MOST] if _is_of_another_program(each)]
    except OSError:
        return []


def _is_of_another_program(path: Path) -> bool:
    """Tells whether a file is none of this program's maps."""
    from debatemap.formats.registry import is_map  # noqa: PLC0415  (a map opens without it)

    if not path.is_file():
        return False
    with path.open("rb") as file:
        return not is_map(file.read(_HEAD))


def is_foreign(context: "MapContext") -> bool:
    """Tells whether the open file is one of another program, of which a map can be made."""
    session = context.session
    read = session.read
    return bool(
        session.path is not None
        and session.read_only
        and read is not None
        and not read.newer
        and (read.is_foreign or read.losses)
    )


async def offer_new_map(context: "MapContext") -> None:
    """Offers to make a map of a file of another program that was opened."""
    from debatemap.tui.features.exchanging.import_screen import NewMapScreen  # noqa: PLC0415  (a map opens without it)
    from debatemap.workspace.foreign_file import (  # noqa: PLC0415
        path_beside,
        read_foreign,
    )

    path = context.session.path
    if path is None or not is_foreign(context):
        return
    foreign, target = await run(read_foreign, path), await run(path_beside, path)
    if not await context.ask(NewMapScreen(context, foreign, target.name)):
        context.say(context.session.read_only)
        return
    await run(_write_new_map, foreign, target)
    said = f"{safe_line(target.name)} was made of {safe_line(path.name)}."
    context.app.open_chosen(ClaimIn(target, ""), None, said)


def _write_new_map(foreign: "ForeignFile", target: Path) -> None:
    from debatemap.workspace.foreign_file import write_new_map  # noqa: PLC0415  (a map opens without it)

    write_new_map(foreign.new_map(), target)

"""Get the map back: from another window that has it, or as it was earlier."""

from functools import partial
from typing import TYPE_CHECKING

from debatemap.tui.background_work import bring_in
from debatemap.tui.features.keeping.file_watcher import FileWatcher
from debatemap.tui.features.keeping.keep_commands import read_again
from debatemap.workspace import incoming

if TYPE_CHECKING:
    from debatemap.store.backups import Backup
    from debatemap.tui.context import MapContext

__all__ = ["restore", "take_over"]


def take_over(context: "MapContext") -> None:
    """Makes this window the one that writes the map; the other one can only read then."""
    context.feature(FileWatcher).take_over()
    context.run_beside(_take_over(context))


async def _take_over(context: "MapContext") -> None:
    await read_again(context, read_only="")
    context.say("This window writes the map now; the other one can only read it.")
    context.feature(FileWatcher).offer_recovery_soon()


async def restore(context: "MapContext") -> None:
    """Gives the map back what it was at an earlier save, as one step that can be undone."""
    from debatemap.tui.features.keeping.earlier_screen import EarlierScreen  # noqa: PLC0415  (a map opens without it)

    now = context.session.snapshot().debate
    backup = await context.ask(EarlierScreen(now.header.id, now))
    if backup is not None:
        context.run_beside(_restore(context, backup))


async def _restore(context: "MapContext", backup: "Backup") -> None:
    session = context.session
    work = partial(incoming.restore, backup=backup)
    taken = await bring_in(context, work, partial(incoming.take, session))
    context.say(taken.change.sentence if taken.change else "The map says what it said then.")

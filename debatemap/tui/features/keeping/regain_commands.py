"""Get the map back: from another window that has it, or as it was earlier."""

from functools import partial
from typing import TYPE_CHECKING

from debatemap.tui.background_work import bring_in
from debatemap.tui.features.keeping.keep_commands import read_again
from debatemap.workspace import incoming

if TYPE_CHECKING:
    from debatemap.store.backups import Backup
    from debatemap.tui.map_screen import MapScreen

__all__ = ["restore", "take_over"]


def take_over(screen: "MapScreen") -> None:
    """Makes this window the one that writes the map; the other one can only read then."""
    screen.guard.take_over()
    screen.run_beside(_take_over(screen))


async def _take_over(screen: "MapScreen") -> None:
    await read_again(screen, read_only="")
    screen.say("This window writes the map now; the other one can only read it.")
    screen.guard.look_again_for_what_is_left()


async def restore(screen: "MapScreen") -> None:
    """Gives the map back what it was at an earlier save, as one step that can be undone."""
    from debatemap.tui.features.keeping.earlier_screen import EarlierScreen  # noqa: PLC0415  (a map opens without it)

    now = screen.session.snapshot().debate
    backup = await screen.app.push_screen_wait(EarlierScreen(now.header.id, now))
    if backup is not None:
        screen.run_beside(_restore(screen, backup))


async def _restore(screen: "MapScreen", backup: "Backup") -> None:
    session = screen.session
    work = partial(incoming.restore, backup=backup)
    taken = await bring_in(screen, work, partial(incoming.take, session))
    said = taken.change.said
    screen.say(
        f"{said[:1].upper()}{said[1:]}" if taken.change else "The map says what it said then."
    )

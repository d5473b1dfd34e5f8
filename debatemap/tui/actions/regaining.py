"""Get the map back: from another window that has it, or as it was earlier."""

import asyncio
from typing import TYPE_CHECKING

from debatemap.tui.actions.keeping import read_again

if TYPE_CHECKING:
    from debatemap.tui.screens.map import MapScreen

__all__ = ["restore", "take_over"]


async def take_over(screen: "MapScreen") -> None:
    """Makes this window the one that writes the map; the other one can only read then."""
    screen.guard.take_over()
    await read_again(screen, read_only="")
    screen.say("This window writes the map now; the other one can only read it.")
    screen.guard.look_again_for_what_is_left()


async def restore(screen: "MapScreen") -> None:
    """Gives the map back what it was at an earlier save, as one step that can be undone."""
    from debatemap.share.compare import compare  # noqa: PLC0415  (a map opens without them)
    from debatemap.tui.findings import snapshot  # noqa: PLC0415
    from debatemap.tui.screens.earlier import EarlierScreen, read_earlier  # noqa: PLC0415

    debate = screen.session.debate
    backup = await screen.app.push_screen_wait(EarlierScreen(debate.header.id, snapshot(debate)))
    if backup is None:
        return
    before = await asyncio.to_thread(read_earlier, backup)
    change = compare(debate, before, f"restore the copy of {backup.taken:%Y-%m-%d %H:%M:%S}")
    if not change:
        screen.say("The map says what it said then.")
        return
    screen.do(change)

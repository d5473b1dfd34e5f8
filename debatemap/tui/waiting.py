"""What waits for the user when a map is opened: conflicts to settle, copies to merge."""

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING

from debatemap.debate import Debate
from debatemap.share.conflict import entries_of
from debatemap.store.siblings import copies_beside
from debatemap.text import SafeText
from debatemap.tui.commands import BY_ID

if TYPE_CHECKING:
    from debatemap.tui.screens.map import MapScreen

__all__ = ["conflicts_left", "tell_what_waits"]


def conflicts_left(debate: Debate) -> SafeText:
    """Returns how many conflicts a map holds, in words; empty for none."""
    count = len(entries_of(debate.header))
    return SafeText(f"{count:,} conflict{'' if count == 1 else 's'}" if count else "")


def tell_what_waits(screen: "MapScreen") -> None:
    """Says what waits; the folder is looked at after the first paint."""
    left = conflicts_left(screen.session.debate)
    if left:
        waits = "waits" if left.endswith("conflict") else "wait"
        screen.say(f"{left} {waits} to be settled; {_key(screen, 'conflicts')} shows them.")
    path = screen.session.path
    if path is not None and not screen.session.read_only:
        screen.call_after_refresh(lambda: screen.run_beside(_tell_of_copies(screen, path, left)))


async def _tell_of_copies(screen: "MapScreen", path: Path, left: str) -> None:
    count = len(await asyncio.to_thread(copies_beside, path))
    if not count:
        return
    lie = "A conflicted copy lies" if count == 1 else f"{count} conflicted copies lie"
    merges = f"{_key(screen, 'merge_copy')} merges {'it' if count == 1 else 'one'}."
    if left and screen.hints.message:
        # Both must fit on one line of 80.
        shows = f"{left} left: {_key(screen, 'conflicts')} shows them."
        screen.say(f"{shows} {lie} beside: {merges}")
    else:
        screen.say(f"{lie} beside this map; {merges}")


def _key(screen: "MapScreen", command: str) -> str:
    return (*screen.keymap.keys(BY_ID[command]), "the command")[0]

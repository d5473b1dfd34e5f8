"""What waits for the user when a map is opened: conflicts to settle, copies to merge."""

import shlex
from pathlib import Path
from typing import TYPE_CHECKING

from debatemap.core.debate import Debate
from debatemap.core.errors import MapError
from debatemap.core.text import SafeText
from debatemap.store.sync_copies import copies_beside
from debatemap.sync.merge.conflict import entries_of
from debatemap.workspace.background import run
from debatemap.workspace.recovery import is_any_left

if TYPE_CHECKING:
    from debatemap.tui.map_screen import MapScreen

__all__ = ["conflicts_left", "git_advice", "tell_what_waits"]


def conflicts_left(debate: Debate) -> SafeText:
    """Returns how many conflicts a map holds, in words; empty for none."""
    count = len(entries_of(debate.header))
    return SafeText(f"{count:,} conflict{'' if count == 1 else 's'}" if count else "")


async def git_advice(path: Path | None) -> str:
    """Returns what git waits for, where a merge of a map's file is open; else nothing."""

    def is_open() -> bool:
        from debatemap.sync.git.repository import repository_of  # noqa: PLC0415  (seldom needed)

        return path is not None and bool(repository_of(path).stages(path))

    try:
        waits = await run(is_open)
    except MapError:  # No git, or no repository.
        return ""
    name = "" if path is None else shlex.quote(path.name)
    lead = "./" if name.startswith("-") else ""
    return f"Then `git add {lead}{name}`." if waits else ""


def tell_what_waits(screen: "MapScreen") -> None:
    """Says how to move, or what waits; the folder is looked at after the first paint."""
    ways = ("next", "previous", "inward", "outward", "help")
    down, up, unfold, fold, keys = (_key(screen, name) for name in ways)
    screen.say(f"{down} and {up} move, {unfold} unfolds, {fold} folds; {keys} shows every key.")
    left = conflicts_left(screen.session.debate)
    if left:
        waits = "waits" if left.endswith("conflict") else "wait"
        screen.say(f"{left} {waits} to be settled; {_key(screen, 'conflicts')} shows them.")
    if screen.guard.holder:
        screen.say(f"Read-only: {screen.guard.holder}; {_key(screen, 'take_over')} takes over.")
    path = screen.session.path
    if path is not None and not screen.session.read_only:
        screen.call_after_refresh(lambda: screen.run_beside(_look_around(screen, path, left)))


async def _look_around(screen: "MapScreen", path: Path, left: str) -> None:
    await _tell_of_copies(screen, path, left)
    if await run(is_any_left, screen.session.origin):
        from debatemap.tui.features.keeping.recovering import offer_what_was_left  # noqa: PLC0415  (seldom needed)

        await offer_what_was_left(screen)


async def _tell_of_copies(screen: "MapScreen", path: Path, left: str) -> None:
    count = len(await run(copies_beside, path))
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
    return screen.keymap.name(command)

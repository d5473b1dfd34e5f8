"""Take in what another program wrote to the open map's file, while the map is open."""

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING

from debatemap.change import Change
from debatemap.debate import Debate
from debatemap.session import Session, open_session
from debatemap.share.compare import compare
from debatemap.store.atomic import fingerprint, read_bytes
from debatemap.store.errors import MapError
from debatemap.tui.findings import snapshot
from debatemap.tui.merging import Other, Taken, merge_outside, read_other

if TYPE_CHECKING:
    from debatemap.tui.screens.map import MapScreen

__all__ = ["take_in"]


async def take_in(screen: "MapScreen", *, is_last_try: bool) -> bool:
    """Takes in what the map's file holds now, where that is anything new.

    Where nothing is unsaved, the file is read again; else the two are merged, as one step.

    Args:
        screen: The map.
        is_last_try: Whether to say that the file cannot be read.

    Returns:
        Whether that is done with; otherwise the file is to be looked at again.
    """
    session = screen.session
    path = session.path
    if path is None:
        return True
    try:
        if await asyncio.to_thread(_content, path) in session.contents[:1]:
            return True
        take = _merge if session.dirty else _read_again
        return await take(screen, session, path)
    except MapError as error:
        if is_last_try:
            screen.say(f"Another program has changed the file, and {error}", "warning")
        return is_last_try


async def _read_again(screen: "MapScreen", session: Session, path: Path) -> bool:
    before = snapshot(session.debate)

    def read() -> tuple[Session, Change]:
        again = open_session(path)
        return again, compare(before(), again.debate)

    again, change = await asyncio.to_thread(read)
    _refuse_another_map(path, session, again.debate)
    if session.dirty or screen.session is not session or not screen.is_free:
        return False
    again.read_only = again.read_only or session.read_only
    screen.replace_session(again)
    screen.say(Taken(change, 0, is_told_apart=True).told(screen.keymap, "Came in from outside"))
    return True


async def _merge(screen: "MapScreen", session: Session, path: Path) -> bool:
    step = session.last_step

    def merge() -> tuple[Other, Taken]:
        other = read_other(path)
        return other, merge_outside(session, other)

    other, taken = await asyncio.to_thread(merge)
    if session.last_step is not step or screen.session is not session or not screen.is_free:
        return False
    session.do(taken.change)
    session.took_in(other.data, is_own_file=True)
    screen.say(taken.told(screen.keymap, "Came in from outside, beside your unsaved edits"))
    return True


def _content(path: Path) -> str:
    return fingerprint(read_bytes(path)).hex()


def _refuse_another_map(path: Path, session: Session, debate: Debate) -> None:
    if debate.header.id != session.debate.header.id:
        raise MapError(path, "another map stands there now", advice="Save this one elsewhere.")

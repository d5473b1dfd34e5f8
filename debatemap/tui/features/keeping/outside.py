"""Take in what another program wrote to the open map's file, while the map is open."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from debatemap.core.errors import MapError
from debatemap.core.text import SafeText
from debatemap.workspace import incoming
from debatemap.workspace.background import OutdatedError, run_on_snapshot
from debatemap.workspace.incoming import Reread, Taken, look_outside
from debatemap.workspace.session import Session

if TYPE_CHECKING:
    from debatemap.tui.context import MapContext

__all__ = ["take_in"]


async def take_in(context: "MapContext", tell: Callable[[str], None], *, is_last_try: bool) -> bool:
    """Takes in what the map's file holds now, where that is anything new.

    Where nothing is unsaved, the file is read again; else the two are merged, as one step.

    Args:
        context: The open map.
        tell: Is told what came in, in words.
        is_last_try: Whether to say that the file cannot be read.

    Returns:
        Whether that is done with; otherwise the file is to be looked at again.
    """
    session = context.session
    if session.path is None:
        return True

    def take(found: Reread | Taken | None) -> None:
        if found is not None:
            tell(_take(context, session, found))

    async def is_free() -> bool:
        # Nobody has asked for it, so it is in nobody's way: another look comes in a second.
        return context.session is session and context.is_free

    try:
        await run_on_snapshot(session, look_outside, take, ready=is_free, tries=1)
    except OutdatedError:
        return False
    except MapError as error:
        if is_last_try:
            context.say(f"Another program has changed the file, and {error}", "warning")
        return is_last_try
    return True


def _take(context: "MapContext", session: Session, found: Reread | Taken) -> SafeText:
    """Puts into effect what came in, and returns that in words."""
    key_of = context.keymap.name
    if isinstance(found, Taken):
        incoming.take(session, found)
        return found.summary(key_of, "Came in from outside, beside your unsaved edits")
    again = found.session
    again.read_only = again.read_only or session.read_only
    context.replace_session(again)
    return Taken(found.change, 0).summary(key_of, "Came in from outside")

"""The next start after a crash, as the program makes it."""

from debatemap.store.leftovers import left_behind
from debatemap.workspace import recovery
from debatemap.workspace.session import Session

__all__ = ["recover"]


def recover(session: Session) -> int:
    """Puts what dead programs left into a map, and returns how many of them there were."""
    found = list(left_behind(session.origin))
    for left in found:
        recovery.recover(session, left)
    return len(found)

"""The next start after a crash, as the program makes it."""

from debatemap import recovery
from debatemap.session import Session
from debatemap.store.leftovers import left_behind

__all__ = ["recover"]


def recover(session: Session) -> int:
    """Puts what dead programs left into a map, and returns how many of them there were."""
    found = list(left_behind(session.origin))
    for left in found:
        recovery.recover(session, left)
    return len(found)

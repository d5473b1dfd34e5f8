"""Finds threads that read or change the debate of an open map.

While it watches, every look at the live debate or its session from another thread than the
screen's raises, and is noted: work in a thread that fails is told to the user and ends nothing.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import get_ident
from unittest.mock import patch

from debatemap.core.debate import Debate
from debatemap.tui.map_screen import MapScreen
from debatemap.views.outline import Outline
from debatemap.workspace.session import Session

__all__ = ["watched"]


@contextmanager
def watched() -> Iterator[list[str]]:
    """Yields the attributes that a wrong thread has looked at, as they come."""
    found: list[str] = []
    take = MapScreen._take

    def own(screen: MapScreen, session: Session, outline: Outline) -> None:
        for thing in (session, session.debate):
            thing.__dict__["_owner"] = get_ident()
        take(screen, session, outline)

    with (
        patch.object(MapScreen, "_take", own),
        patch.object(Session, "__getattribute__", _guarded(found), create=True),
        patch.object(Debate, "__getattribute__", _guarded(found), create=True),
    ):
        yield found


def _guarded(found: list[str]) -> Callable[[object, str], object]:
    def look(self: object, name: str) -> object:
        held = object.__getattribute__(self, "__dict__")
        owner = held.get("_owner")
        is_own = owner in {None, get_ident()} or held.get("is_snapshot")
        # To tell what it is, a thread may ask.
        if not is_own and name not in {"__class__", "is_live", "is_snapshot"}:
            found.append(f"{type(self).__name__}.{name}")
            message = f"{name} of an open map was looked at by another thread"
            raise RuntimeError(message)
        return object.__getattribute__(self, name)

    return look

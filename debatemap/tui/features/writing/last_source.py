"""Which source of a map was cited last."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from debatemap.workspace.session import Session

__all__ = ["last_source"]


def last_source(session: "Session") -> str | None:
    """Returns the source that was cited last since the map was opened, else the newest one.

    Args:
        session: The open map.

    Returns:
        The id of a source of the map; None where it has none.
    """
    sources = session.debate.sources
    for change in reversed(session.steps):
        for before, after in change.claims.values():
            old = before.sources if before is not None else ()
            new = [each.ref for each in after.sources if each not in old] if after else []
            found = next((ref for ref in reversed(new) if ref in sources), None)
            if found is not None:
                return found
    return [*sources][-1] if sources else None

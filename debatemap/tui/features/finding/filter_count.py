"""How many of the claims that a filter found are there still, counted once an edit."""

from collections.abc import Set as AbstractSet
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from debatemap.workspace.session import Session

__all__ = ["FilterCount"]


class FilterCount:
    """Counts what was found, as often as something changes."""

    def __init__(self) -> None:
        self._of: tuple[AbstractSet[str], int] | None = None
        self._count = 0

    def of(self, hits: AbstractSet[str], session: "Session") -> int:
        """Returns how many of some claims a session's map has now."""
        of = self._of
        if of is None or of[0] is not hits or of[1] != session.revision:
            self._of = hits, session.revision
            self._count = sum(map(session.debate.claims.__contains__, hits))
        return self._count

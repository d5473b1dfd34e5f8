"""Follow a change of the map: first all that holds something of it, then one repaint."""

from collections.abc import Callable, Sequence
from typing import NamedTuple, Protocol

from debatemap.core.change import Change

__all__ = ["Follower", "Following", "Repaint"]


class Follower(Protocol):
    """What holds something of the map, and takes up each change of it."""

    def follow(self, change: Change) -> None:
        """Takes up a change, and paints nothing."""


class Repaint(NamedTuple):
    """What is to be painted beside the title and the hints.

    Attributes:
        signs: Whether other claims have signs than before.
        strengths: Whether other strengths are to be shown.
        details: Whether the details have something else to say.
    """

    signs: bool = False
    strengths: bool = False
    details: bool = False


class Following:
    """Takes up what goes through the session, and paints once everything has followed.

    What is painted in the middle would show, or ask for, what is gone already or not there yet.
    So a follower paints nothing: it posts a message, and the screen asks for a repaint.

    Args:
        followers: What takes up a change, in this order; later ones may ask earlier ones.
        call_later: Calls something as soon as what runs now is done.
        paint: Paints.
    """

    def __init__(
        self,
        followers: Sequence[Follower],
        call_later: Callable[[Callable[[], None]], object],
        paint: Callable[[Repaint], None],
    ) -> None:
        self._followers, self._call_later, self._paint = followers, call_later, paint
        self._due: Repaint | None = None

    def follow(self, change: Change) -> None:
        """Takes up a change."""
        for follower in self._followers:
            follower.follow(change)
        self.repaint()

    def repaint(self, what: Repaint = Repaint()) -> None:  # noqa: B008  (it cannot change)
        """Asks for one repaint, as soon as what runs now is done.

        Args:
            what: What is to be painted beside the title and the hints.
        """
        if self._due is None:
            self._call_later(self._paint_what_is_due)
        self._due = Repaint(*map(any, zip(self._due or Repaint(), what, strict=True)))

    def _paint_what_is_due(self) -> None:
        due, self._due = self._due, None
        if due is not None:
            self._paint(due)

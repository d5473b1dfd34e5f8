"""Follow a change of the map: first all that holds something of it, then one repaint."""

from typing import TYPE_CHECKING

from debatemap.core.change import Change
from debatemap.tui.dialogs.dialog import DialogScreen

if TYPE_CHECKING:
    from debatemap.tui.map_screen import MapScreen

__all__ = ["Following"]


class Following:
    """Takes up what goes through the session, and paints once everything has followed.

    What is painted in the middle would show, or ask for, what is gone already or not there yet.
    So a follower paints nothing: it asks for a repaint.
    """

    def __init__(self, screen: "MapScreen") -> None:
        self._screen = screen
        self._is_due = self._are_signs_due = False

    def follow(self, change: Change) -> None:
        """Takes up a change; the rows and the cursor come first, as the others ask for them."""
        screen = self._screen
        screen.outline.follow(change)
        screen.view.marked &= screen.session.debate.claims.keys()
        screen.view.update_rows()
        screen.desk.follow()
        screen.finder.follow(change)
        screen.review.follow(change)
        screen.comparing.follow()
        screen.judging.follow(change)
        self.repaint()

    def repaint(self, *, signs: bool = False) -> None:
        """Asks for one repaint, as soon as what runs now is done.

        Args:
            signs: Whether other claims have signs than before.
        """
        self._are_signs_due |= signs
        if not self._is_due:
            self._is_due = True
            self._screen.call_later(self._paint)

    def _paint(self) -> None:
        with_signs = self._are_signs_due
        self._is_due = self._are_signs_due = False
        if not self._screen.is_attached:
            return
        if with_signs:
            self._screen.show_signs(details=False)
        else:
            self._screen.show_state()
        for screen in self._screen.app.screen_stack:
            if isinstance(screen, DialogScreen) and screen.is_mounted:
                screen.follow_map()

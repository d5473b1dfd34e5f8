"""Which view shows the map: the outline, or another one in its place."""

from typing import TYPE_CHECKING, Final

from debatemap.core.reading_order import way_to
from debatemap.tui.features.finding.finder import Finder
from debatemap.tui.features.judging.judging import Judging
from debatemap.tui.messages import StateChanged
from debatemap.tui.views.view import MapView, Marking
from debatemap.tui.views.view_registry import VIEWS
from debatemap.views.outline import Row

if TYPE_CHECKING:
    from debatemap.core.change import Change
    from debatemap.tui.context import MapContext
    from debatemap.tui.widgets.strength_bar import Standing

__all__ = ["Views"]

_LEADS_BACK: Final = frozenset({"step_in"})
"""The commands that show the outline at the claim that is selected in another view."""


class Views:
    """The views beside the outline, made when they are first shown.

    The outline holds the place that commands work on. Another view moves a cursor of its own,
    and the outline is brought to it before a command runs.

    Attributes:
        active: The view in the outline's place, or None while the outline is shown.
    """

    def __init__(self, context: "MapContext") -> None:
        self._map = context
        self._made: dict[str, MapView] = {}
        self.active: MapView | None = None

    @property
    def row(self) -> Row | None:
        """The place that is selected in the active view, which need not be shown in the outline."""
        view, shown = self.active, self._map.view.row
        if view is None or (shown is not None and shown.claim == view.claim):
            return shown
        return self._place(view.claim) if view.claim is not None else None

    def show(self, name: str) -> None:
        """Shows a view in the outline's place, or the outline again where it is shown already."""
        view = self._made.get(name)
        if view is not None and view is self.active:
            self.show_outline()
            return
        claim = self._map.row.claim if self._map.row is not None else None
        if view is None:
            view = self._made[name] = VIEWS[name](self._map.session.debate)
            self._map.put_view(view)
        for other in self._made.values():
            other.display = other is view
        self.active = view
        self._map.view.display = False
        self.renew()
        if claim is not None:
            view.reveal(claim)
        self._map.focus_view()
        self._map.post_message(MapView.Moved())
        self._map.post_message(StateChanged())

    def show_outline(self) -> None:
        """Shows the outline, with the cursor on the claim that was selected."""
        self.bring_outline()
        if self.active is not None:
            self.active.display = False
        self.active = None
        self._map.view.display = True
        self._map.focus_view()
        self._map.post_message(StateChanged())

    def bring_outline(self) -> None:
        """Puts the outline's cursor where the active view's is, so that a command works on it."""
        claim = self.active.claim if self.active is not None else None
        row = self._map.view.row
        if claim is not None and (row is None or row.claim != claim):
            self._map.go_to(way_to(self._map.session.debate, claim))

    def begin(self, command: str) -> bool:
        """Prepares for a command; tells whether the active view has done it all."""
        if self.active is None:
            return False
        if self.active.move(command):
            return True
        if command in _LEADS_BACK:
            self.show_outline()
            return True
        self.bring_outline()
        return False

    def selected_in_outline(self) -> None:
        """Is told that a command or a search has selected something: the active view follows."""
        row = self._map.view.row
        if self.active is not None and row is not None and row.claim != self.active.claim:
            self.active.reveal(row.claim)

    def follow(self, change: "Change") -> None:
        """Takes up an edit."""
        for view in self._made.values():
            view.follow(change)

    def take(self) -> None:
        """Shows another session of the map in every view."""
        for view in self._made.values():
            view.take(self._map.session.debate)

    def renew(self, *, strengths: bool = True) -> None:
        """Shows signs, marks, matches and the filter as they are now.

        Args:
            strengths: Whether other strengths may be known than before.
        """
        if self.active is None:
            return
        outline, finder = self._map.view, self._map.feature(Finder)
        is_filtered = self._map.outline.kept is not None
        self.active.keep(finder.hits if is_filtered else None)
        self.active.mark(
            Marking(
                self._strength,
                outline.signs,
                frozenset(outline.marked),
                outline.query_words,
                self._map.feature(Judging).number,
            )
        )
        if strengths:
            self.active.outdate_strengths()

    def _strength(self, claim: str) -> "Standing | None":
        judging = self._map.feature(Judging)
        return judging.standing(claim) if judging.is_shown else None

    def _place(self, claim: str) -> Row | None:
        debate = self._map.session.debate
        if claim not in debate.claims:
            return None
        row: Row | None = None
        for link, each in way_to(debate, claim):
            depth, above = (row.depth + 1, row.key) if row is not None else (0, 0)
            row = Row(each, link, row, depth, hash((above, link, each)))
        return row

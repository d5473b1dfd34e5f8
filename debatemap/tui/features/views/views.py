"""Which view shows the map: the outline, or another one in its place."""

from typing import TYPE_CHECKING, Final

from textual.widget import Widget

from debatemap.core.reading_order import is_way, way_to
from debatemap.store.pane_state import PaneState
from debatemap.tui.commands.conditions import TEXT_WIDE, WIDE, WIDEST
from debatemap.tui.features.judging.judging import Judging
from debatemap.tui.messages import StateChanged
from debatemap.tui.views.view import MapView, Marking
from debatemap.views.outline import Row

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from textual.geometry import Region

    from debatemap.core.change import Change
    from debatemap.tui.context import MapContext
    from debatemap.tui.views.card.card_view import CardView
    from debatemap.tui.widgets.strength_bar import Standing
    from debatemap.views.outline.outline import Step

__all__ = ["Views", "row_at"]

_CARD: Final = "card"
_OF_TWO: Final = 33
"""Per cent that each of two texts has beside the outline."""
_LEADS_BACK: Final = frozenset({"step_in"})
"""The commands that show the outline at the claim that is selected in another view."""


class Views:
    """The views beside the outline, made when they are first shown.

    The outline holds the place that commands work on. Another view moves a cursor of its own,
    and the outline is brought to it before a command runs.

    Attributes:
        active: The view in the outline's place, or None while the outline is shown.
        writes: The command that opened the editor; empty while it is closed.
        companions: The names of the views that stand beside the outline where there is room.
        share: Per cent of the width that one view has beside the outline.
    """

    def __init__(self, context: "MapContext") -> None:
        self._map = context
        self._made: dict[str, MapView] = {}
        self.active: MapView | None = None
        self.writes = ""
        self.companions: tuple[str, ...] = (_CARD,)
        self.share = PaneState().card
        self._known_row: tuple[Sequence[Step], Row | None] = ((), None)

    @property
    def row(self) -> Row | None:
        """The place that is selected in the active view, which need not be shown in the outline."""
        view, shown = self.active, self._map.view.row
        if view is None or self._is_at(shown):
            return shown
        path = self._path
        if path is None:
            return None
        known, row = self._known_row
        if row is None or known != tuple(path):
            row = row_at(path)
            self._known_row = tuple(path), row
        return row

    @property
    def is_wide(self) -> bool:
        """Whether the screen has room for the card, or for a text, beside the outline."""
        least = WIDE if _CARD in self.companions else TEXT_WIDE
        return self._map.size.width >= least and not self._map.app.settings.plain

    @property
    def is_beside(self) -> bool:
        """Whether something stands beside the outline; a table takes the place of both."""
        return self.is_wide and (self.active is None or self.active.STANDS_BESIDE)

    @property
    def classes(self) -> "Mapping[str, bool]":
        """The classes of the screen that say which view is shown, and whether each holds."""
        return {
            "-card": self.card is not None and not self.is_beside,
            "-beside": self.is_beside,
            "-full": self.is_full,
            "-picture": self.is_picture,
            "-text": any(not view.SHOWS_CLAIMS for view in self.shown),
        }

    @property
    def is_full(self) -> bool:
        """Whether what is shown takes the place of the details too."""
        view = self.active
        is_alone = view is not None and (view.SHOWS_CLAIMS or not self._map.view.display)
        return (view is not None and view.FILLS and is_alone) or len(self.beside) > 1

    @property
    def card(self) -> "CardView | None":
        """The card, where it is shown."""
        card = self._made.get("card")
        if card is None:
            return None
        from debatemap.tui.views.card.card_view import CardView  # noqa: PLC0415  (a map opens without it)

        return card if isinstance(card, CardView) and card.display else None

    @property
    def beside(self) -> list[MapView]:
        """The views that are shown beside the outline, from the left to the right."""
        is_there = self._map.view.display
        return [view for view in self.shown if is_there and view.STANDS_BESIDE]

    @property
    def name(self) -> str:
        """The name of the active view; empty where that is the outline."""
        return self.active.NAME if self.active is not None else ""

    @property
    def folded(self) -> int | None:
        """How many claims the active view folds beneath the cursor; None where rows do."""
        return self.active.folded if self.active is not None else None

    @property
    def is_picture(self) -> bool:
        """Whether the map is shown as a picture, which takes the room of the details."""
        return self.name == "picture"

    @property
    def shown(self) -> list[MapView]:
        """The views that are shown, beside the outline or in its place."""
        return [view for view in self._made.values() if view.display]

    def show(self, name: str) -> None:
        """Shows a view in the outline's place, or the outline again where it is shown already."""
        view = self._made.get(name)
        if view is not None and view is self.active:
            if view.SHOWS_CLAIMS:
                self.show_outline()
            else:
                self.stand_beside()
            return
        row = self._map.row
        path = self._map.outline.path(row) if row is not None else None
        self.active = view = view or self._make(name)
        if view.STANDS_BESIDE and name not in self.companions:
            self.companions = (name,)
        self.arrange()
        if path is not None:
            view.open_at(path)
        self._map.focus_view()
        self._map.post_message(MapView.Moved())
        self._map.post_message(StateChanged())

    def show_outline(self) -> None:
        """Shows the outline, with the cursor on the claim that was selected."""
        self.bring_outline()
        self.active = None
        self.arrange()
        self._map.focus_view()
        self._map.post_message(MapView.Moved())
        self._map.post_message(StateChanged())

    def leave_text(self) -> None:
        """Gives the keys to the outline: beside a text, or in its place."""
        if self.active is not None and not self.active.SHOWS_CLAIMS:
            if self._map.view.display:
                self._map.view.focus()
            else:
                self.stand_beside()

    def get(self, name: str) -> MapView:
        """Returns a view, which is made where it was never shown."""
        return self._made.get(name) or self._make(name)

    def stand_beside(self, *names: str) -> None:
        """Puts these views beside the outline, where there is room; without any, the card."""
        if self.active is not None and self.active.STANDS_BESIDE:
            self.bring_outline()
            self.active = None
        self.companions = names or (_CARD,)
        self.arrange()
        self._map.focus_view()
        self._map.post_message(StateChanged())

    def arrange(self) -> None:
        """Shows what there is room for: a view in the outline's place, or some beside it."""
        is_beside = self.is_beside
        beside = self.companions if is_beside else ()
        if self._map.size.width < WIDEST:
            beside = beside[:1]
        shown = [self.get(name) for name in beside]
        if self.active is not None and is_beside and self.active not in shown:
            self.active = shown[0]
        for view in self._made.values():
            view.display = view is self.active or view in shown
        self._map.view.display = self.active is None or is_beside
        self._divide()
        self._show_who_has_the_cursor()
        self.renew()

    def _divide(self) -> None:
        """Gives what stands beside the outline its share, and what is in its place all there is."""
        beside = self.beside
        share = self.share if len(beside) == 1 else _OF_TWO
        for view in self.shown:
            if view.STANDS_BESIDE:
                view.styles.width = f"{share}%" if view in beside else "1fr"

    def _make(self, name: str) -> MapView:
        from debatemap.tui.views.view_registry import VIEWS  # noqa: PLC0415  (a map opens without it)

        session = self._map.session
        view = self._made[name] = VIEWS[name](session.debate)
        view.recall(session.path, session.debate.header.id)
        self._map.put_view(view)
        return view

    def take_focus(self, widget: "Widget") -> None:
        """Is told what has got the focus: of the outline and the card, that has the cursor then."""
        beside = self.beside
        taken = next((view for view in beside if view is widget), None)
        if taken is not None and self.active is not taken:
            row = self._map.row
            self.active = taken
            if row is not None and (row.claim != taken.claim or not taken.SHOWS_CLAIMS):
                taken.open_at(self._map.outline.path(row))
        elif widget is self._map.view and self.active in beside:
            self.bring_outline()
            self.active = None
        else:
            return
        self._show_who_has_the_cursor()
        self._map.post_message(MapView.Moved())
        self._map.post_message(StateChanged())

    def _show_who_has_the_cursor(self) -> None:
        outline = self._map.view
        for view in self.shown:
            view.follow_cursor(is_followed=self.active is view)
        is_along = self.active is not None
        if outline.has_class("-along") != is_along:
            outline.set_class(is_along, "-along")
            outline.notify_style_update()

    def bring_along(self) -> bool:
        """Lets an outline that is shown beside the active view follow; tells whether it moved."""
        row = self._map.view.row
        if self.active is None or not self._map.view.display or self._is_at(row):
            return False
        self.bring_outline()
        return True

    def rest(self) -> None:
        """Is told that the cursor rests: then what stands beside the outline follows it."""
        row = self._map.row
        for view in self.shown if row is not None else ():
            if view.STANDS_BESIDE and view is not self.active and row is not None:
                view.open_at(self._map.outline.path(row))

    def bring_outline(self) -> None:
        """Puts the outline's cursor where the active view's is, so that a command works on it."""
        path = self._path
        if path is None or self._is_at(self._map.view.row):
            return
        self._map.go_to(path)
        if self.active is not None and self.active.path is None:
            return
        if not self._is_at(self._map.view.row) and self._map.outline.kept is not None:
            # A filter hides it, and a command must never work on another claim.
            self._map.view.set_filter(None)
            self._map.go_to(path)

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

    def writing_region(self, lines: int) -> "Region | None":
        """Returns where the editor stands in the area of the outline, so many lines high."""
        view = self.active
        if view is None or (self._map.view.display and not view.SHOWS_CLAIMS):
            return self._map.view.gap_region()
        region = view.writing_region(lines, self.writes)
        area = view.parent
        corner = area.region.offset if isinstance(area, Widget) else view.region.offset
        return region.translate(view.region.offset - corner)

    def begin_writing(self, command: str) -> None:
        """Is told which command opens the editor."""
        self.writes = command

    def end_writing(self) -> None:
        """Is told that the editor closes."""
        self.writes = ""
        for view in self._made.values():
            view.end_writing()

    def selected_in_outline(self) -> None:
        """Is told that a command or a search has selected something: the active view follows."""
        row = self._map.view.row
        if self.active is not None and row is not None and not self._is_at(row):
            self.active.reveal_place(self._map.outline.path(row))

    def follow(self, change: "Change") -> None:
        """Takes up an edit."""
        for view in self._made.values():
            view.follow(change)

    def take(self) -> None:
        """Shows another session of the map in every view."""
        for view in self._made.values():
            view.take(self._map.session.debate)

    def remember(self) -> None:
        """Keeps how the map is looked at in each view, for the next time."""
        session = self._map.session
        for view in self._made.values():
            view.remember(session.path, session.debate.header.id)

    def renew(self, *, strengths: bool = True) -> None:
        """Shows signs, marks, matches and the filter as they are now.

        Args:
            strengths: Whether other strengths may be known than before.
        """
        outline, kept = self._map.view, self._map.outline.kept
        marking = Marking(
            self._strength,
            outline.signs,
            frozenset(outline.marked),
            outline.query_words,
            self._map.feature(Judging).number,
            self._map.outline.matches if kept is not None else None,
            self._map.feature(Judging).is_spread,
        )
        for view in self.shown:
            shown = kept if view.KEEPS_ABOVE else self._map.outline.matches
            view.keep(shown if kept is not None else None)
            view.mark(marking)
            if strengths:
                view.outdate_strengths()

    def _strength(self, claim: str) -> "Standing | None":
        judging = self._map.feature(Judging)
        return judging.standing(claim) if judging.is_shown else None

    @property
    def _path(self) -> "Sequence[Step] | None":
        """The path to what is selected in the active view."""
        view, debate = self.active, self._map.session.debate
        claim = view.claim if view is not None else None
        if view is None or claim is None or claim not in debate.claims:
            return None
        path = view.path
        # A view may name a place that an edit has taken away.
        return path if path is not None and is_way(debate, path) else way_to(debate, claim)

    def _is_at(self, row: Row | None) -> bool:
        """Tells whether a row of the outline is what is selected in the active view."""
        view = self.active
        if view is None or row is None or row.claim != view.claim:
            return False
        return view.path is None or tuple(self._map.outline.path(row)) == tuple(view.path)


def row_at(path: "Sequence[Step]") -> Row | None:
    """Returns a row for the end of a path, which need not be shown in the outline."""
    row: Row | None = None
    for link, claim in path:
        depth, above = (row.depth + 1, row.key) if row is not None else (0, 0)
        row = Row(claim, link, row, depth, hash((above, link, claim)))
    return row

"""The open map under the mouse: clicks, menus, and claims that are dragged."""

from typing import TYPE_CHECKING

from textual import events, on
from textual.geometry import Offset

from debatemap.core.node_names import quoted
from debatemap.tui.background_work import report_failures
from debatemap.tui.commands.command import COMMAND
from debatemap.tui.commands.command_table import BY_ID
from debatemap.tui.commands.pointer_table import (
    ON_A_CLAIM,
    ON_A_VERDICT,
    ON_THE_MAP,
    ON_THE_TABLE,
)
from debatemap.tui.features.finding.search_bar import SearchBar
from debatemap.tui.features.overview.overview_bar import OverviewBar
from debatemap.tui.features.pointing.clicks import command_of_part, follow_click
from debatemap.tui.features.texts.text_keys import show_claim_of_passage
from debatemap.tui.widgets.clickable import KEY, VERDICT, Asked, asked
from debatemap.tui.widgets.details import Details
from debatemap.tui.widgets.row_pointing import HEAD, MENU, RowPointing
from debatemap.tui.written_map import WrittenMap

if TYPE_CHECKING:
    from debatemap.tui.views.card.card_view import CardView
    from debatemap.tui.views.text.text_pointing import TextPointing

__all__ = ["PointedMap"]

_WHY = Asked(KEY, "why")
"""What the verdict in the details asks for."""
_LEFT = 1
_NAMED = 40


class PointedMap(WrittenMap):
    """Does what is asked for with the mouse; each of it has a key as well."""

    @property
    def pointed_view(self) -> RowPointing:
        """The view whose rows are shown."""
        active = self.views.active
        return active if isinstance(active, RowPointing) else self.view

    def on_click(self, event: events.Click) -> None:
        """Does what the words ask for that are clicked, or shows the menu of what is there."""
        if self.selections and event.button == _LEFT and event.chain == 1:
            # Words were selected just now, and not by two clicks: it is the end of that.
            return
        wanted = asked(event)
        if self._is_field_open:
            if wanted is not None and wanted.kind == KEY and wanted.value not in BY_ID:
                self.app.press(wanted.value)
            return
        self.hints.clear()
        self.chord.take(())
        if event.button == MENU:
            is_verdict = wanted is not None and (wanted.kind == VERDICT or wanted == _WHY)
            under = event.widget.ancestors_with_self if event.widget is not None else ()
            in_details = self.query_one(Details) in under
            place = ON_A_VERDICT if is_verdict else ON_A_CLAIM if in_details else ON_THE_MAP
            self._show_menu(place, event.screen_offset)
        elif event.button == _LEFT and wanted is not None:
            follow_click(self, wanted)

    @on(RowPointing.Clicked)
    def _row_clicked(self, event: RowPointing.Clicked) -> None:
        """Selects a row, and does what the part of it means that is clicked."""
        event.stop()
        if event.index is not None and not (event.is_menu and self._is_field_open):
            self.pointed_view.select_row(event.index)
        if self._is_field_open:
            return
        self.hints.clear()
        self.chord.take(())
        if event.is_menu:
            on_no_row = ON_THE_TABLE if event.part == HEAD else ON_THE_MAP
            self._show_menu(ON_A_CLAIM if event.index is not None else on_no_row, event.at)
        elif event.index is not None:
            name = command_of_part(event.part, event.sign, event.times)
            if name:
                self.run_command(BY_ID[name])

    @on(RowPointing.Dragged)
    def _row_dragged(self, event: RowPointing.Dragged) -> None:
        """Says what a release would do."""
        event.stop()
        view, claims = self.pointed_view, self.session.debate.claims
        places = [view.place_of(n) for n in (event.index, event.target) if n is not None]
        names = [quoted(claims[place.claim].text, _NAMED) for place in places]
        what = f"Drop {names[0]} on a claim to link or move it"
        if event.target is not None:
            what = f"Drop {names[0]} on {names[1]}"
        self.say(f"{what}; {self.keymap.name('drag_leave')} lets go.")

    @on(RowPointing.Dropped)
    def _row_dropped(self, event: RowPointing.Dropped) -> None:
        """Asks what is to become of a row where it was dropped."""
        event.stop()
        self.hints.clear()
        if event.target is not None and not self._is_field_open:
            from debatemap.tui.features.pointing.dropping import drop  # noqa: PLC0415  (a map opens without it)

            work = report_failures(self.warn, drop(self, event.what, event.target))
            self.run_worker(work, group=COMMAND)

    def lets_go(self, key: str) -> bool:
        """Ends a drag, as any key does; tells whether the key meant no more than that."""
        if not self.pointed_view.end_drag():
            return False
        return bool(self.keymap.in_dialog("drag_leave", key))

    def _show_menu(self, place: str, at: Offset) -> None:
        from debatemap.tui.features.pointing.pointer_commands import show_menu  # noqa: PLC0415  (a map opens without it)

        place = ON_THE_MAP if place != ON_THE_TABLE and self.row is None else place
        work = report_failures(self.warn, show_menu(self, place, at))
        self.run_worker(work, group=COMMAND)

    @property
    def _is_field_open(self) -> bool:
        """Whether an editor or the search takes what is typed."""
        return self.writer.draft is not None or self.query_one(SearchBar).is_open

    def on_text_pointing_passage_clicked(self, event: "TextPointing.PassageClicked") -> None:
        """Shows the claim that quotes a passage which was clicked."""
        event.stop()
        if not self.is_typed_in:
            show_claim_of_passage(self)

    def on_card_view_edit_asked(self, event: "CardView.EditAsked") -> None:
        """Edits the claim in focus, which was clicked twice."""
        event.stop()
        if not self.is_typed_in:
            self.run_command(BY_ID["edit_in_place"])

    @on(OverviewBar.Chosen)
    def _overview_chosen(self, event: OverviewBar.Chosen) -> None:
        event.stop()
        if not self.is_typed_in:
            self.overview.go_to(event.cell)

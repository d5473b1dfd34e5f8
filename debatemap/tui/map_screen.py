"""The map screen: an open map, its outline, and the way from a key to a command."""

from typing import TYPE_CHECKING, Final, TypeVar

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Container
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from debatemap.store.view_state import load_view
from debatemap.tui.commands.command_table import BY_ID
from debatemap.tui.commands.conditions import WIDE, WIDEST
from debatemap.tui.commands.keymap import Keymap
from debatemap.tui.dialogs.breakpoints import SHORT_OR_TALL
from debatemap.tui.dialogs.dialog import DialogScreen
from debatemap.tui.dialogs.prompt import Line
from debatemap.tui.features.command_state import empty_words, hints_of, states_of
from debatemap.tui.features.finding.filter_bar import FilterBar
from debatemap.tui.features.finding.search_bar import SearchBar
from debatemap.tui.features.finding.search_events import follow_search
from debatemap.tui.features.judging.verdict_head import verdict_head
from debatemap.tui.features.judging.verdict_text import described as described_standing
from debatemap.tui.features.keeping.waiting import tell_what_waits
from debatemap.tui.features.late_modules import load_late_modules
from debatemap.tui.features.learning.try_bar import TryBar
from debatemap.tui.features.overview.overview_bar import OverviewBar
from debatemap.tui.features.texts.text_keys import do_in_text
from debatemap.tui.features.views.views import row_at
from debatemap.tui.features.writing.editor import Editor, Writing
from debatemap.tui.features.writing.first_thesis import begin_where_empty
from debatemap.tui.following import Repaint
from debatemap.tui.messages import (
    JudgementReady,
    PanesChanged,
    SignsChanged,
    StateChanged,
    StrengthsChanged,
)
from debatemap.tui.pointed_map import PointedMap
from debatemap.tui.system.key_parser import key_name
from debatemap.tui.views.view import MapView
from debatemap.tui.widgets.bars import HintBar, PathBar
from debatemap.tui.widgets.chord_menu import ChordMenu
from debatemap.tui.widgets.details import Details, describe_rest
from debatemap.tui.widgets.outline_view import OutlineView
from debatemap.tui.widgets.plain_outline import PlainOutlineView
from debatemap.tui.widgets.row_drawing import described
from debatemap.tui.widgets.sign_words import SIGN_WORDS
from debatemap.tui.widgets.splitter import CardSplit, Draggable, ThirdSplit
from debatemap.tui.widgets.title_bar import TitleBar
from debatemap.views.outline import Outline, Row
from debatemap.views.outline.view_state import restore
from debatemap.workspace.session import Session

if TYPE_CHECKING:
    from textual.timer import Timer


__all__ = ["MapScreen"]

Answer = TypeVar("Answer")
Feature = TypeVar("Feature")
Part = TypeVar("Part", bound=Widget)

_DETAILS_AFTER = 0.08
"""Seconds that the cursor must rest before the details follow it, so that they never slow it."""


_CARD_EDGE: Final = 4
"""Cells of the card that are left free beside what it tells of its claim."""


class MapScreen(PointedMap):
    """Shows a map: its parts, what is painted in them, and the way from a key to a command."""

    HORIZONTAL_BREAKPOINTS = [  # noqa: RUF012  (Textual declares it)
        (0, "-narrow"), (60, "-medium"), (100, "-wide"), (WIDE, "-wider"), (WIDEST, "-widest"),
    ]  # fmt: skip
    VERTICAL_BREAKPOINTS = SHORT_OR_TALL
    CSS_PATH = "map_screen.tcss"

    def __init__(self, session: Session, keymap: Keymap, outline: Outline | None = None) -> None:
        super().__init__(session, keymap, outline)
        if self.app.settings.plain:
            # Nothing stands beside anything else.
            self.HORIZONTAL_BREAKPOINTS = self.HORIZONTAL_BREAKPOINTS[:2]
        self._details_timer: Timer | None = None
        self._titled: str | None = None

    def compose(self) -> ComposeResult:
        """Makes the parts."""
        yield TitleBar()
        yield PathBar()
        with Container(id="body"):
            with Container(id="outline-area"):
                kind = PlainOutlineView if self.app.settings.plain else OutlineView
                view = kind(self.outline, id="outline")
                view.is_spaced = self.app.settings.density == "comfortable"
                yield view
                yield OverviewBar()
                yield CardSplit(id="card-split")
                yield Editor(self._written)
                yield Static(id="empty")
            yield ThirdSplit()
            yield Details(self.keymap)
        yield ChordMenu(id="chords")
        yield TryBar()
        yield FilterBar()
        yield SearchBar()
        yield HintBar()

    def on_mount(self) -> None:
        """Shows the map as it was last looked at, or the first levels of it."""
        known = load_view(self.session.path, self.session.debate.header.id)
        if known is not None:
            self.view.open_at(self.view.reshape(lambda outline: restore(outline, known)))
        else:
            self.view.reshape(lambda outline: outline.open_to_level(2))
        self.view.focus()
        self.panes.arrange()
        self.judging.open(self.app.settings, tells_surety=self.panes.state.tells_surety)
        self.quotes.begin()
        self.finder.seeking.begin()
        self.call_after_refresh(self.review.begin)
        tell_what_waits(self)
        self.watcher.begin()
        begin_where_empty(self)
        self.first_steps.begin()
        self.run_beside(load_late_modules(self), group="modules")

    def on_resize(self) -> None:
        """Shows what there is room for."""
        if self.query(Details):
            self.panes.arrange()
            self.show_state()
            self.overview.renew()
            if self._details_timer is None:
                self._show_details_at_rest()

    @on(events.DescendantFocus)
    def _focus_moved(self, event: events.DescendantFocus) -> None:
        # By now another widget may have the focus, as after two keys in a row.
        if self.focused is event.widget:
            self.views.take_focus(event.widget)

    @on(Draggable.Dragged)
    def _split_dragged(self, event: Draggable.Dragged) -> None:
        event.stop()
        self.panes.drag(event)

    def on_unmount(self) -> None:
        """Lets go of the map."""
        self.watcher.end()

    def keep_focus(self) -> None:
        """Gives the focus to the field that is open, if any: no command runs meanwhile."""
        if self.writer.draft is not None:
            self.set_focus(self.query_one(Editor).query_one(Writing))
        elif (bar := self.query_one_optional(SearchBar)) is not None and bar.is_open:
            self.set_focus(bar.query_one(Line))

    def show_state(self) -> None:
        """Shows the title, whether it is saved, and the hints that fit."""
        if not self.session.dirty:
            self.review.note_saved()
        path, header = self.session.path, self.session.debate.header
        heads = [*filter(None, (header.question, header.title))]
        heads = heads or [path.name if path else "a new map"]
        is_other = any(
            self.has_class(k) != v for k, v in self.views.classes.items() if k != "-card"
        )
        for name, holds in self.views.classes.items():
            self.set_class(holds, name)
        if is_other:
            self.panes.arrange()
        changes = "set_question" if header.question else "rename_map"
        head = verdict_head(self.judging, plain=self.app.settings.plain)
        self.query_one(TitleBar).show(heads, [*states_of(self)], head, changes)
        self._titled = self.judging.thesis
        empty = self.query_one("#empty", Static)
        active = self.views.active
        shown = self.outline.rows if active is None else active.claim or not active.SHOWS_CLAIMS
        empty.display = not shown and self.writer.draft is None
        if empty.display:
            empty.update(empty_words(self))
        self.query_one(FilterBar).show(self.finder.active_filter)
        self.show_hints()

    def show_hints(self) -> None:
        """Shows the keys that fit what is going on."""
        self.first_steps.look()
        self.hints.show(self.writer.hints() if self.writer.draft is not None else hints_of(self))

    def on_key(self, event: events.Key) -> None:
        """Finds the command of a key or a chord and runs it."""
        if self.writer.draft is not None or self.query_one(SearchBar).is_open:
            return
        key = key_name(event)
        event.stop()
        if self.lets_go(event.key):
            return
        if not self.chord.keys and self._in_details(key or ""):
            return
        self.hints.clear()
        if self.chord.keys and self.keymap.in_dialog("chord_leave", key or event.key):
            self.chord.take(())
            return
        if self.count.takes(key or event.key):
            return
        if not self.chord.keys and do_in_text(self, key or ""):
            self.count.end()
            return
        chord = (*self.chord.keys, key or event.key)
        command = self.keymap.command(chord)
        self.key = chord[-1]
        if command is not None:
            self.chord.take(())
            self.count.run(command)
        elif self.keymap.is_prefix(chord):
            self.chord.take(chord)
        else:
            if self.chord.keys:
                self.say(f"{' '.join(chord)} is no key", "warning")
            self.chord.take(())
            self.count.end()

    def _in_details(self, key: str) -> bool:
        """Does what a key means while the details have the focus; tells whether it meant that."""
        if not self.query_one(Details).has_focus:
            return False
        meant = self.keymap.in_dialog("details_leave", key)
        if meant == "details_leave":
            self.focus_view()
        elif meant == "details_note":
            self.run_command(BY_ID["note"])
        elif meant:
            self.query_one(Details).scroll_as(meant)
        return bool(meant)

    @on(OutlineView.Selected)
    def _selected(self, event: OutlineView.Selected) -> None:
        event.stop()
        self.views.selected_in_outline()
        self._show_selection()

    @on(MapView.Moved)
    def _moved_in_view(self, event: MapView.Moved) -> None:
        event.stop()
        if not self.views.bring_along():
            self._show_selection()

    @on(MapView.SortAsked)
    def _sort_asked(self, event: MapView.SortAsked) -> None:
        event.stop()
        if not self.is_typed_in:
            from debatemap.tui.features.views.view_commands import sort_by  # noqa: PLC0415  (a map opens without it)

            sort_by(self, event.column)

    def _show_selection(self) -> None:
        """Shows where the selected claim stands, and what can be done with it."""
        steps = self.outline.path(self.row)[:-1] if self.row is not None else []
        shown = described(self.outline, steps)
        if self.app.settings.plain:
            shown = [(SIGN_WORDS.get(sign, sign), style, words) for sign, style, words in shown]
        self.query_one(PathBar).show(shown)
        self.show_hints()
        self._show_details_at_rest()

    def _show_details_at_rest(self) -> None:
        if self._details_timer is not None:
            self._details_timer.stop()
        self._details_timer = self.set_timer(_DETAILS_AFTER, self.show_details)

    def show_details(self) -> None:
        """Shows the selected claim in full, and first of all what differs there."""
        self._details_timer = None
        if not self.is_in_front:
            # Nobody reads them, so what they tell of is not seen.
            self._is_behind = True
            return
        if self._titled != self.judging.thesis:
            self.show_state()
        news = self.comparing.news() or self.review.news()
        room = self.query_one(Details).room
        judged = self._standing(self.row, room) if self.row is not None else None
        if self.panes.shows_why:
            self.panes.show_why()
        else:
            sought = self.finder.words_in(self.row.claim) if self.row is not None else None
            shown = self.outline, self.row, news, judged, sought
            view, graded = (self.views.name, self.views.folded), self.quotes.line_of
            self.query_one(Details).show(*shown, view=view, graded=graded)
        self.views.rest()
        self._describe_focus(news)
        self.review.rest_on(self.row.claim if self.row is not None else None)
        self.judging.rest()

    def _standing(self, row: Row, cells: int) -> Content | None:
        shown = None if self.app.settings.plain else cells
        return described_standing(self.judging, row, self.keymap, shown)

    def _describe_focus(self, news: Content | None) -> None:
        """Shows on the card what else there is to say of the claim in focus."""
        card = self.views.card
        row = row_at(card.focus_path) if card is not None and card.focus_path else None
        if card is None or row is None or row.claim not in self.session.debate.claims:
            return
        judged = self._standing(row, card.size.width - _CARD_EDGE)
        sought = self.finder.words_in(row.claim)
        debate, graded = self.session.debate, self.quotes.line_of
        about = describe_rest(debate, row, self.keymap, judged, sought, graded)
        if news is not None and card.is_on_focus:
            about = Content("\n\n").join([news, about])
        is_told_beside = card.is_on_focus and self.panes.has_third and not self.panes.shows_why
        card.describe(Content("") if is_told_beside else about)

    def paint(self, due: Repaint) -> None:
        """Paints the title and the hints, and what else is due."""
        if not self.is_attached:
            return
        if not self.is_in_front:
            self._is_behind = True
            return
        if due.signs:
            signs = self.review.signs | self.comparing.signs
            self.view.set_signs(signs, self.review.above | self.comparing.above)
        if due.strengths:
            judging = self.judging
            strengths = judging.standing if judging.is_shown else None
            self.view.set_standings(
                strengths,
                labelled=judging.is_labelled,
                spread=judging.is_spread,
                form=judging.form,
            )
        self.views.renew(strengths=due.strengths)
        self.show_state()
        self.overview.renew()
        if due.details:
            self.show_details()
        for screen in self.app.screen_stack:
            if isinstance(screen, DialogScreen) and screen.is_mounted:
                screen.follow_map()

    @on(StateChanged)
    def _state_changed(self, event: StateChanged) -> None:
        event.stop()
        self._following.repaint()

    @on(SignsChanged)
    def _signs_changed(self, event: SignsChanged) -> None:
        event.stop()
        self._following.repaint(Repaint(signs=True, details=event.with_details))

    @on(StrengthsChanged)
    def _strengths_changed(self, event: StrengthsChanged) -> None:
        event.stop()
        self._following.repaint(Repaint(strengths=True))

    @on(JudgementReady)
    def _judgement_ready(self, event: JudgementReady) -> None:
        event.stop()
        self._following.repaint(Repaint(strengths=True, details=not event.at_rest))
        if event.at_rest:
            self._show_details_at_rest()

    @on(PanesChanged)
    def _panes_changed(self, event: PanesChanged) -> None:
        event.stop()
        self._following.repaint(Repaint(details=True))

    @on(SearchBar.Typed)
    @on(SearchBar.Stepped)
    @on(SearchBar.Ended)
    def _follow_search(self, event: SearchBar.Typed | SearchBar.Stepped | SearchBar.Ended) -> None:
        event.stop()
        follow_search(self, event)

    @on(OutlineView.Laid)
    @on(MapView.Laid)
    def _follow_layout(self, event: OutlineView.Laid | MapView.Laid) -> None:
        """Lets the editor stand where the rows are now."""
        event.stop()
        self.overview.follow_view()
        self.writer.place_editor()

    @on(TitleBar.LeftOut)
    def _verdict_left_out(self, event: TitleBar.LeftOut) -> None:
        event.stop()
        self.query_one(PathBar).tell(event.verdict)

    @on(OverviewBar.Resized)
    def _overview_resized(self, event: OverviewBar.Resized) -> None:
        event.stop()
        self.overview.renew()

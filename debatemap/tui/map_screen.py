"""The map screen: an open map, its outline, and the way from a key to a command."""

from collections.abc import Awaitable, Callable, Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING, TypeVar

from textual import events, getters, on
from textual.app import ComposeResult
from textual.containers import Container
from textual.content import Content
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Static

from debatemap.core.change import Change
from debatemap.core.reading_order import way_to
from debatemap.edit import Fragment, Signature
from debatemap.store.view_state import load_view, save_view
from debatemap.tui.background_work import TOLD, failure_told, tell_failures
from debatemap.tui.commands.command import COMMAND
from debatemap.tui.commands.conditions import Situation
from debatemap.tui.commands.keymap import Keymap
from debatemap.tui.commands.table import BY_ID, Command
from debatemap.tui.dialogs.breakpoints import SHORT_OR_TALL
from debatemap.tui.dialogs.dialog import DialogScreen
from debatemap.tui.dialogs.prompt import Line
from debatemap.tui.features.actions import ACTIONS
from debatemap.tui.features.chords import Chord
from debatemap.tui.features.command_state import empty_words, hints_of, situation_of, states_of
from debatemap.tui.features.comparing.comparing import Comparing
from debatemap.tui.features.comparing.review import Review
from debatemap.tui.features.finding.finder import Finder
from debatemap.tui.features.finding.search_bar import SearchBar
from debatemap.tui.features.judging.judging import Judging
from debatemap.tui.features.judging.verdict_text import described as described_standing
from debatemap.tui.features.judging.verdict_text import verdict_lines
from debatemap.tui.features.keeping.guard import Guard
from debatemap.tui.features.keeping.waiting import tell_what_waits
from debatemap.tui.features.writing.claim_writer import Desk
from debatemap.tui.features.writing.editor import Editor, Writing
from debatemap.tui.following import Following, Repaint
from debatemap.tui.messages import (
    JudgementReady,
    SignsChanged,
    StateChanged,
    StrengthsChanged,
    WritingEnded,
)
from debatemap.tui.visits import Visits
from debatemap.tui.widgets.bars import HintBar, PathBar, TitleBar
from debatemap.tui.widgets.chord_menu import ChordMenu
from debatemap.tui.widgets.details import Details
from debatemap.tui.widgets.drawing import described
from debatemap.tui.widgets.outline_view import OutlineView
from debatemap.views.outline import Outline, Row, follow
from debatemap.views.outline.outline import Step
from debatemap.views.outline.view import restore, view_of
from debatemap.workspace.session import Session

if TYPE_CHECKING:
    from textual.timer import Timer

    from debatemap.tui.context import Program


__all__ = ["MapScreen"]

Answer = TypeVar("Answer")
Feature = TypeVar("Feature")
Part = TypeVar("Part", bound=Widget)

_DETAILS_AFTER = 0.08
"""Seconds that the cursor must rest before the details follow it, so that they never slow it."""


class MapScreen(Screen[None]):
    """Shows a map and runs commands on it.

    Attributes:
        session: The open map.
        outline: Its rows.
        visits: Where the reader was.
        clipping: What was cut or yanked, to be pasted.
        desk: What is being written, if anything.
        finder: What is searched for.
        comparing: What the map is compared with.
        review: What is new since the reader last looked.
        judging: Who is ahead, as the map is now.
        guard: Keeps the journal and the lock, and looks at the file.
        chord: What was pressed of a chord.
        running: The id of the command that was run last.
    """

    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (60, "-medium"), (100, "-wide")]  # noqa: RUF012  (Textual declares it)
    VERTICAL_BREAKPOINTS = SHORT_OR_TALL
    CSS_PATH = "map_screen.tcss"

    if TYPE_CHECKING:
        app = getters.app(Program)
    view = getters.query_one(OutlineView)
    hints = getters.query_one(HintBar)

    def __init__(self, session: Session, keymap: Keymap, outline: Outline | None = None) -> None:
        super().__init__()
        self.keymap = keymap
        self.visits = Visits()
        self.clipping: Fragment | None = None
        self.desk = Desk(self)
        self.finder = Finder(self)
        self.key = ""
        self.comparing = Comparing(self)
        self.review = Review(self)
        self.judging = Judging(self)
        self.guard = Guard(self)
        self.chord = Chord(self)
        followers = self.desk, self.finder, self.review, self.comparing, self.judging
        self._features: dict[type, object] = {type(f): f for f in (*followers, self.guard)}
        self._following = Following((self, *followers), self.call_later, self._paint)
        self.running = ""
        self._details_timer: Timer | None = None
        self._take(session, outline or Outline(session.debate))

    def _take(self, session: Session, outline: Outline) -> None:
        self.session = session
        self.outline = outline
        self.finder.forget()
        self.review.forget()
        self.judging.forget()
        session.subscribe(self._following.follow)
        self.guard.take(session)

    def follow(self, change: Change) -> None:
        """Takes up a change: the rows and the cursor come first, as the features ask for them."""
        follow(self.outline, change)
        self.view.marked &= self.session.debate.claims.keys()
        self.view.update_rows()

    def feature(self, kind: type[Feature]) -> Feature:
        """Returns the feature of a class, as it is for this map."""
        found = self._features[kind]
        assert isinstance(found, kind)  # noqa: S101  (for the type checker)
        return found

    def part(self, kind: type[Part]) -> Part:
        """Returns the widget of a class that shows a part of the screen."""
        return self.query_one(kind)

    async def ask(self, dialog: Screen[Answer]) -> Answer:
        """Shows a dialog and returns its answer."""
        return await self.app.push_screen_wait(dialog)

    @property
    def row(self) -> Row | None:
        """The selected row, or None in an empty map."""
        return self.view.row

    @property
    def signature(self) -> Signature:
        """Who adds claims, and on which day."""
        return Signature(self.app.settings.name, datetime.now(UTC).date().isoformat())

    def compose(self) -> ComposeResult:
        """Makes the parts."""
        yield TitleBar()
        yield PathBar()
        with Container(id="body"):
            with Container(id="outline-area"):
                yield OutlineView(self.outline, id="outline")
                yield Editor(self._written)
                yield Static(id="empty")
            yield Details(self.keymap)
        yield ChordMenu(id="chords")
        yield SearchBar()
        yield HintBar()

    def on_mount(self) -> None:
        """Shows the map as it was last looked at, or the first levels of it."""
        known = load_view(self.session.path, self.session.debate.header.id)
        if known is not None:
            cursor = restore(self.outline, known)
            self.view.update_rows()
            self.view.open_at(cursor)
        else:
            self.outline.open_to_level(2)
            self.view.update_rows()
        self.view.focus()
        self.judging.open(self.app.settings)
        self.call_after_refresh(self.review.begin)
        tell_what_waits(self)
        self.guard.begin()

    def on_unmount(self) -> None:
        """Lets go of the map."""
        self.guard.end()

    @property
    def is_free(self) -> bool:
        """Whether nothing is being asked, written or begun, so that the map may change."""
        return not (self.is_typed_in or self.app.has_commands) and self.is_current

    @property
    def is_typed_in(self) -> bool:
        """Whether an editor, the search bar or a chord takes the next key."""
        return bool(self.desk.draught or self.query_one(SearchBar).is_open or self.chord.keys)

    def keep_focus(self) -> None:
        """Gives the focus to the field that is open, if any: no command runs meanwhile."""
        if self.desk.draught is not None:
            self.set_focus(self.query_one(Editor).query_one(Writing))
        elif self.query_one(SearchBar).is_open:
            self.set_focus(self.query_one(SearchBar).query_one(Line))

    @property
    def may_take_in(self) -> bool:
        """Whether what the user has asked for may change the map: nothing is asked or written."""
        return self.app.screen is self and self.desk.draught is None

    def remember(self) -> None:
        """Keeps how the map is looked at, and what of it was seen, for the next time."""
        self.review.keep()
        if self.outline.kept is not None:
            self.outline.set_filter(None)
        view = view_of(self.outline, self.row)
        save_view(self.session.path, self.session.debate.header.id, view)

    def replace_session(self, session: Session) -> None:
        """Shows another session: the same map read again, with folds and cursor kept."""
        self.review.keep()
        opened, path = self.outline.opened, self.outline.path(self.row) if self.row else []
        self._take(session, Outline(session.debate))
        self.outline.opened |= opened
        self.outline.rebuild()
        self.view.take(self.outline)
        self.view.move_to(self.outline.reveal(path))
        unchanged = Change("the same map, read again")
        self.desk.follow(unchanged)
        self.comparing.follow(unchanged)
        self.judging.begin()
        self.post_message(SignsChanged())
        self.review.begin()

    def run_command(self, command: Command) -> None:
        """Runs a command, or says why it cannot run now."""
        reason = command.reason(self.situation())
        if reason:
            self.say(f"{command.title}: {self.keymap.fill(reason)}", "warning")
            return
        self.start_command(command.id)

    def start_command(self, name: str) -> None:
        """Does what a command does, without asking whether it can run now."""
        self.running = name
        result = self.attempt(lambda: ACTIONS[name](self))
        if result is not None:
            self.run_worker(tell_failures(self.warn, result), group=COMMAND)

    def attempt(self, act: Callable[[], Awaitable[None] | None]) -> Awaitable[None] | None:
        """Does something; what is refused is said, and nothing is done."""
        try:
            return act()
        except TOLD as error:
            self.warn(failure_told(error))
            return None

    def run_beside(self, work: Awaitable[None], group: str = "beside") -> None:
        """Does what takes a while, and goes on answering keys."""
        self.run_worker(tell_failures(self.warn, work), group=group)

    def do(self, change: Change, select: str | None = None) -> None:
        """Puts a change into effect and says so.

        Args:
            change: The change.
            select: A claim to select afterwards, beneath the selected row where it is there.
        """
        self.session.do(change)
        self.say(f"{change.said[:1].upper()}{change.said[1:]}")
        if select is not None:
            self.select_claim(select)

    def select_claim(self, claim: str, via: str | None = None) -> None:
        """Selects a place of a claim, nearest to the cursor, and unfolds the way to it."""
        shown = [row for row in self.outline.rows.showing(claim) if via in (None, row.link)]
        beneath = [row for row in shown if row.parent is self.row]
        if shown:
            self.view.move_to(self.outline.rows.index((beneath or shown)[0]))
        elif claim in self.session.debate.claims:
            self.go_to(way_to(self.session.debate, claim, via))

    def go_to(self, path: Sequence[Step]) -> None:
        """Unfolds a path and selects its end."""
        before = len(self.outline.rows), self.outline.trail
        index = self.outline.reveal(path)
        if (len(self.outline.rows), self.outline.trail) != before:
            self.view.update_rows()
        self.view.move_to(index)

    def jump_to(self, path: Sequence[Step]) -> None:
        """Goes to a path and remembers where it was left from."""
        if self.row is not None:
            self.visits.leave(self.outline.path(self.row))
        self.go_to(path)

    def say(self, message: str, colour: str = "foreground") -> None:
        """Shows a message in the last line, until the next key."""
        self.hints.say(message, colour)

    def warn(self, message: str) -> None:
        """Shows why something was not done."""
        self.say(message, "warning")

    def situation(self) -> Situation:
        """Returns what the commands need to know."""
        return situation_of(self)

    def show_state(self) -> None:
        """Shows the title, whether it is saved, and the hints that fit."""
        if not self.session.dirty:
            self.review.note_saved()
        path, title = self.session.path, self.session.debate.header.title
        title = title or (path.name if path else "a new map")
        states = " · ".join(states_of(self))
        self.query_one(TitleBar).show(title, states, verdict_lines(self.judging))
        empty = self.query_one("#empty", Static)
        empty.display = not self.outline.rows and self.desk.draught is None
        if empty.display:
            empty.update(Content(empty_words(self)))
        self.show_hints()

    def show_hints(self) -> None:
        """Shows the keys that fit what is going on."""
        self.hints.show(self.desk.hints() if self.desk.draught is not None else hints_of(self))

    def on_key(self, event: events.Key) -> None:
        """Finds the command of a key or a chord and runs it."""
        if self.desk.draught is not None or self.query_one(SearchBar).is_open:
            return
        key = event.character if event.is_printable and event.key != "space" else event.key
        event.stop()
        if not self.chord.keys and self._in_details(key or ""):
            return
        self.hints.clear()
        if self.chord.keys and key == "escape":
            self.chord.take(())
            return
        chord = (*self.chord.keys, key or event.key)
        command = self.keymap.command(chord)
        self.key = chord[-1]
        if command is not None:
            self.chord.take(())
            self.run_command(command)
        elif self.keymap.is_prefix(chord):
            self.chord.take(chord)
        else:
            if self.chord.keys:
                self.say(f"{' '.join(chord)} is no key", "warning")
            self.chord.take(())

    def _in_details(self, key: str) -> bool:
        """Does what a key means while the details have the focus; tells whether it meant that."""
        if not self.query_one(Details).has_focus:
            return False
        if key in {"escape", "left", "h"}:
            self.view.focus()
        elif key == "n":
            self.run_command(BY_ID["note"])
        else:
            return self.query_one(Details).scroll_by_key(key)
        return True

    @on(OutlineView.Selected)
    def _selected(self, event: OutlineView.Selected) -> None:
        event.stop()
        self.app.cursor_position = self.view.cursor_offset()
        steps = self.outline.path(self.row)[:-1] if self.row is not None else []
        self.query_one(PathBar).show(described(self.outline, steps))
        self.show_hints()
        self._show_details_at_rest()

    def _show_details_at_rest(self) -> None:
        if self._details_timer is not None:
            self._details_timer.stop()
        self._details_timer = self.set_timer(_DETAILS_AFTER, self.show_details)

    def show_details(self) -> None:
        """Shows the selected claim in full, and first of all what differs there."""
        self._details_timer = None
        news = self.comparing.news() or self.review.news()
        judged = described_standing(self.judging, self.row) if self.row is not None else None
        self.query_one(Details).show(self.outline, self.row, news, judged)
        self.review.rest_on(self.row.claim if self.row is not None else None)
        self.judging.rest()

    def _paint(self, due: Repaint) -> None:
        """Paints the title and the hints, and what else is due."""
        if not self.is_attached:
            return
        if due.signs:
            signs = self.review.signs | self.comparing.signs
            self.view.set_signs(signs, self.review.above | self.comparing.above)
        if due.strengths:
            judging = self.judging
            strengths = judging.standing if judging.is_shown else None
            self.view.set_standings(strengths, labelled=judging.is_labelled)
        self.show_state()
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

    @on(WritingEnded)
    def _writing_ended(self, event: WritingEnded) -> None:
        event.stop()
        self.guard.forget_writing()

    @on(OutlineView.Chosen)
    def _fold_clicked(self, event: OutlineView.Chosen) -> None:
        event.stop()
        if not self.is_typed_in:
            self.run_command(BY_ID["toggle"])

    @on(SearchBar.Typed)
    def _search_typed(self, event: SearchBar.Typed) -> None:
        event.stop()
        self.finder.look(event)

    @on(SearchBar.Ended)
    def _search_ended(self, event: SearchBar.Ended) -> None:
        event.stop()
        self.finder.end(event)

    @on(OutlineView.Laid)
    def _follow_layout(self, event: OutlineView.Laid) -> None:
        """Lets the editor and the terminal's own cursor stand where the rows are now."""
        event.stop()
        if self.view.has_focus:
            self.app.cursor_position = self.view.cursor_offset()
        region = self.view.gap_region()
        if self.query_one(Editor).is_open and region is not None:
            self.query_one(Editor).place(region)

    @on(Editor.Grew)
    def _editor_grew(self, event: Editor.Grew) -> None:
        event.stop()
        self.desk.make_room()

    def _written(self, text: str) -> None:
        self.attempt(lambda: self.desk.accept(text))

    @on(Writing.Left)
    def _left(self, event: Writing.Left) -> None:
        event.stop()
        self.run_worker(self.desk.leave(), group=COMMAND)

"""The open map with its features: what the map screen is for them, without what it draws."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Final, TypeVar

from textual import events, getters
from textual.content import Content
from textual.screen import Screen
from textual.widget import Widget

from debatemap.core.change import Change
from debatemap.core.reading_order import way_to
from debatemap.edit import Fragment, Signature, signed_today
from debatemap.store.view_state import save_view
from debatemap.tui.background_work import REPORTED, failure_text, report_failures
from debatemap.tui.commands.command import COMMAND
from debatemap.tui.commands.command_table import Command
from debatemap.tui.commands.conditions import Situation
from debatemap.tui.commands.keymap import Keymap
from debatemap.tui.features.chords import Chord
from debatemap.tui.features.command_state import situation_of
from debatemap.tui.features.comparing.comparing import Comparing
from debatemap.tui.features.comparing.review import Review
from debatemap.tui.features.finding.finder import Finder
from debatemap.tui.features.finding.search_bar import SearchBar
from debatemap.tui.features.judging.judging import Judging
from debatemap.tui.features.keeping.file_watcher import FileWatcher
from debatemap.tui.features.learning.first_steps import FirstSteps
from debatemap.tui.features.navigation.bookmarks import Bookmarks
from debatemap.tui.features.navigation.count import Count
from debatemap.tui.features.navigation.repeating import Repeating
from debatemap.tui.features.overview.overview import Overview
from debatemap.tui.features.overview.overview_bar import OverviewBar
from debatemap.tui.features.own.own_actions import own_action
from debatemap.tui.features.shaping.shaping_commands import for_chosen, offer_paste
from debatemap.tui.features.similar.similar_points import SimilarPoints
from debatemap.tui.features.texts.shown_texts import ShownTexts
from debatemap.tui.features.texts.text_finder import TextFinder
from debatemap.tui.features.views.panes import Panes
from debatemap.tui.features.views.views import Views
from debatemap.tui.features.writing.claim_writer import ClaimWriter
from debatemap.tui.features.writing.editor import Editor
from debatemap.tui.features.writing.first_thesis import in_place_of
from debatemap.tui.features.writing.quote_grades import QuoteGrades
from debatemap.tui.following import Following, Repaint
from debatemap.tui.messages import SignsChanged
from debatemap.tui.system.dirty_rows import DirtyRowsCompositor
from debatemap.tui.views.view import MapView
from debatemap.tui.visits import Visits
from debatemap.tui.widgets.bars import HintBar
from debatemap.tui.widgets.clickable import linked
from debatemap.tui.widgets.outline_view import OutlineView
from debatemap.views.outline import Outline, Row
from debatemap.views.outline.outline import Step
from debatemap.views.outline.view_state import view_of
from debatemap.workspace.session import Session

if TYPE_CHECKING:
    from textual.geometry import Size

    from debatemap.tui.context import Program


__all__ = ["OpenMap"]

Answer = TypeVar("Answer")
Feature = TypeVar("Feature")
Part = TypeVar("Part", bound=Widget)

_PUT_UP: Final = 0.01
"""Seconds between two looks whether all widgets are there that are being put up."""
_UNSEEN: Final = 0.5
"""Seconds after which a map that was not drawn is taken for one that nobody looks at."""


class OpenMap(Screen[None]):
    """Runs commands on an open map, and is the context of its features.

    Attributes:
        session: The open map.
        outline: Its rows.
        visits: Where the reader was.
        clipping: What was cut or yanked, to be pasted.
        writer: What is being written, if anything.
        finder: What is searched for.
        similar: What is here already of what is written.
        comparing: What the map is compared with.
        review: What is new since the reader last looked.
        judging: Who is ahead, as the map is now.
        watcher: Keeps the journal and the lock, and looks at the file.
        views: Which view shows the map.
        panes: What stands beside it.
        first_steps: What to try, where the map is the sample.
        chord: What was pressed of a chord.
        texts: Which texts of sources are shown.
        text_finder: What is searched for in them.
        quotes: What the texts of the map's sources say of its quotes.
        overview: What the column at the edge shows of the whole map.
        count: How often the next movement is to be made.
        repeating: The edit that can be made again.
        running: The id of the command that was run last.
    """

    if TYPE_CHECKING:
        app = getters.app(Program)
    view = getters.query_one(OutlineView)
    hints = getters.query_one(HintBar)

    def __init__(self, session: Session, keymap: Keymap, outline: Outline | None = None) -> None:
        super().__init__()
        self._drawn = asyncio.Event()
        self._compositor = DirtyRowsCompositor(self._drawn.set)
        self.keymap = keymap
        self.visits = Visits()
        self.clipping: Fragment | None = None
        self.asks_for_thesis = True
        self.writer = ClaimWriter(self)
        self.finder = Finder(self)
        self.key = ""
        self.comparing = Comparing(self)
        self.review = Review(self)
        self.judging = Judging(self)
        self.watcher = FileWatcher(self)
        self.chord = Chord(self)
        self.count = Count(self)
        self.repeating = Repeating(self)
        self.bookmarks = Bookmarks(self)
        self.views = Views(self)
        self.panes = Panes(self)
        self.first_steps = FirstSteps(self)
        self.similar = SimilarPoints(self)
        self.quotes = QuoteGrades(self)
        self.overview = Overview(self)
        self.texts = ShownTexts(self)
        self.text_finder = TextFinder(self)
        followers = (
            self.views, self.writer, self.finder, self.similar, self.review, self.comparing,
            self.quotes, self.judging, self.first_steps, self.overview, self.texts,
        )  # fmt: skip
        self._features: dict[type, object] = {
            type(f): f
            for f in (
                *followers, self.watcher, self.panes, self.count, self.repeating, self.bookmarks,
                self.text_finder,
            )
        }  # fmt: skip
        self._following = Following((self, *followers), self.call_later, self.paint)
        self.running = ""
        self._left_at: Size | None = None
        self._is_held_back = False
        self._is_behind = False
        self._take(session, outline or Outline(session.debate))

    def _take(self, session: Session, outline: Outline) -> None:
        self.session = session
        self.outline = outline
        self.finder.forget()
        self.similar.forget()
        self.review.forget()
        self.judging.forget()
        self.quotes.forget()
        self.overview.forget()
        session.subscribe(self._following.follow)
        self.watcher.attach(session)

    def follow(self, change: Change) -> None:
        """Takes up a change: the rows and the cursor come first, as the features ask for them."""
        self.view.follow(change)

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
        return self.views.row

    @property
    def signature(self) -> Signature:
        """Who adds claims, and on which day."""
        return signed_today(self.app.settings.name)

    @property
    def is_in_front(self) -> bool:
        """Whether this map is the one that is shown, be it behind a dialog."""
        return self in self.app.screen_stack

    @property
    def is_free(self) -> bool:
        """Whether nothing is being asked, written or begun, so that the map may change.

        What is asked in front of another map has nothing to do with this one.
        """
        if not self.is_in_front:
            return not (self.is_typed_in or self.app.has_commands_of(self))
        return not (self.is_typed_in or self.app.has_commands) and self.is_current

    @property
    def is_typed_in(self) -> bool:
        """Whether an editor, the search bar or a chord takes the next key.

        A map that is being put up or taken away has no parts, and is not free for a dialog either.
        """
        bars = self.query(SearchBar)
        return not bars or bool(self.writer.draft or bars.first().is_open or self.chord.keys)

    @property
    def may_take_in(self) -> bool:
        """Whether what the user has asked for may change the map: nothing is asked or written."""
        return self.app.screen is self and self.writer.draft is None

    def focus_view(self) -> None:
        """Gives the focus to the view that is shown."""
        (self.views.active or self.view).focus()

    def put_view(self, view: Widget) -> None:
        """Puts a view beside the outline."""
        beside = isinstance(view, MapView) and view.STANDS_BESIDE
        before = self.query_one(Editor if beside else OverviewBar)
        self.query_one("#outline-area").mount(view, before=before)

    def on_paste(self, event: events.Paste) -> None:
        """Offers several lines, or JSON, as a branch; says of a line alone what takes it."""
        if not self.is_typed_in:
            event.stop()
            offered = offer_paste(self, event.text)
            self.run_worker(report_failures(self.warn, offered), group=COMMAND)

    def run_command(self, command: Command) -> None:
        """Runs a command, or says why it cannot run now."""
        command = in_place_of(command, self)
        reason = command.reason(self.situation())
        if reason:
            why = linked(self.keymap, reason)
            self.say(Content.assemble(f"{command.topic}: ", why), "warning")
            return
        self.start_command(command.id)

    def start_command(self, name: str) -> None:
        """Does what a command does, without asking whether it can run now."""
        self.running = name
        if self.views.begin(name):
            return
        from debatemap.tui.features.actions import ACTIONS  # noqa: PLC0415  (a map opens without it)

        act = ACTIONS[name] if name in ACTIONS else own_action(name)
        result = self.attempt(lambda: for_chosen(name, act, self)(self))
        self.views.renew(strengths=False)
        if result is not None:
            self.run_worker(report_failures(self.warn, result), group=COMMAND)

    def attempt(self, act: Callable[[], Awaitable[None] | None]) -> Awaitable[None] | None:
        """Does something; what is refused is said, and nothing is done."""
        try:
            return act()
        except REPORTED as error:
            self.warn(failure_text(error))
            return None

    def _compositor_refresh(self) -> None:
        # Textual draws a frame while it puts a screen up, and throws it away.
        if self.app._batch_count:  # noqa: SLF001  (no public way)
            if not self._is_held_back:
                self._is_held_back = True
                self.set_timer(_PUT_UP, self._draw_what_was_held)
        else:
            super()._compositor_refresh()

    def _draw_what_was_held(self) -> None:
        self._is_held_back = False
        self._compositor_refresh()

    async def painted(self) -> None:
        """Waits until the map was drawn once: what nobody sees yet must not hold that up."""
        with suppress(TimeoutError):
            async with asyncio.timeout(_UNSEEN):
                await self._drawn.wait()

    def run_beside(self, work: Awaitable[None], group: str = "beside") -> None:
        """Does what takes a while, and goes on answering keys."""
        self.run_worker(report_failures(self.warn, work), group=group)

    def do(self, change: Change, select: str | None = None) -> None:
        """Puts a change into effect and says so, or that it changes nothing.

        Args:
            change: The change.
            select: A claim to select afterwards, beneath the selected row where it is there.
        """
        self.repeating.note(change)
        self.session.do(change)
        self.say(change.sentence if change else "Nothing is changed.")
        if select is not None:
            self.select_claim(select)

    def select_claim(self, claim: str, via: str | None = None) -> None:
        """Selects a place of a claim, nearest to the cursor, and unfolds the way to it."""
        shown = [row for row in self.outline.rows.showing(claim) if via in (None, row.link)]
        beneath = [row for row in shown if row.parent is self.row]
        if shown:
            places = map(self.outline.rows.index, beneath or shown)
            self.view.move_to(min(places, key=lambda place: abs(place - self.view.index)))
        elif claim in self.session.debate.claims:
            self.go_to(way_to(self.session.debate, claim, via))

    def go_to(self, path: Sequence[Step]) -> None:
        """Unfolds a path and selects its end."""
        self.view.reveal(path)

    def jump_to(self, path: Sequence[Step]) -> None:
        """Goes to a path and remembers where it was left from."""
        if self.row is not None:
            self.visits.leave(self.outline.path(self.row))
        self.go_to(path)

    def say(self, message: str | Content, colour: str = "foreground") -> None:
        """Shows a message in the last line, until the next key.

        A warning of a map that is not shown is said on the one in front as well.
        """
        self.hints.say(message, colour)
        if colour == "warning" and not self.is_in_front:
            self.app.tell_of_another(self, str(message))

    def warn(self, message: str) -> None:
        """Shows why something was not done."""
        self.say(message, "warning")

    def situation(self) -> Situation:
        """Returns what the commands need to know."""
        return situation_of(self)

    def remember(self) -> None:
        """Keeps how the map is looked at, and what of it was seen, for the next time."""
        self.review.keep()
        if self.outline.kept is not None:
            self.outline.set_filter(None)
        view = view_of(self.outline, self.row)
        save_view(self.session.path, self.session.debate.header.id, view)
        self.views.remember()

    def replace_session(self, session: Session) -> None:
        """Shows another session: the same map read again, with folds, filter and cursor kept."""
        self.review.keep()
        opened, filtered = self.outline.opened_unfiltered, self.finder.filter_now
        path = self.outline.path(self.row) if self.row else []
        self._take(session, Outline(session.debate))
        self.outline.open_only(self.outline.opened | opened)
        self.view.take(self.outline)
        self.views.take()
        self.texts.forget()
        self.view.move_to(self.outline.reveal(path))
        self.finder.resume(filtered, path)
        unchanged = Change("the same map, read again")
        self.writer.follow(unchanged)
        self.comparing.follow(unchanged)
        self.judging.begin()
        self.quotes.begin()
        self.finder.seeking.begin()
        self.post_message(SignsChanged())
        self.review.begin()

    def on_screen_suspend(self) -> None:
        """Notes that another map is shown, or that a dialog stands in front of this one."""
        self.first_steps.look()
        if not self.is_in_front:
            self._left_at = self.size

    def on_screen_resume(self) -> None:
        """Catches up with what went on while another map was shown."""
        if self._left_at is None or not self.is_in_front:
            return
        if self._left_at != self.app.size:
            # Textual tells only what is shown of another size.
            self.post_message(events.Resize(self.app.size, self.app.size))
        is_behind, self._is_behind, self._left_at = self._is_behind, False, None
        self._following.repaint(Repaint(signs=is_behind, strengths=is_behind, details=is_behind))
        self.watcher.tell_news()

    def paint(self, due: Repaint) -> None:
        """Paints the title and the hints, and what else is due."""
        raise NotImplementedError

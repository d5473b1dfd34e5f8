"""Presses keys in the program and reads what its screen says."""

import asyncio
import time
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager
from pathlib import Path

from textual import events
from textual._context import visible_screen_stack
from textual.keys import _character_to_key
from textual.pilot import Pilot
from textual.screen import Screen
from textual.strip import Strip
from textual.widgets import Static

from debatemap.config import Config
from debatemap.core.debate import Debate
from debatemap.core.text import safe_line
from debatemap.tui.app import DebateApp
from debatemap.tui.features.keeping.loading_screen import LoadingScreen
from debatemap.tui.features.writing.editor import Editor
from debatemap.tui.map_screen import MapScreen
from debatemap.tui.widgets.details import Details
from debatemap.workspace.session import Session
from tests.growth import HANG
from tests.tui.frames import draw, held

__all__ = ["Driver", "drawn_on", "opened", "strips_of"]


_STILL = 4
"""Looks in a row that must find the details done: what was pressed last may yet set them off."""


_MOMENT = 2.0
"""Seconds after which what a key opens is taken to be at work, and no longer waited for."""

_SOON = 20
"""Looks after which what a key opens takes long, so that one looks less often."""

_TURNS = 1_000
"""Turns of the event loop after which it is left to itself: some tasks never wait."""

_LAYOUTS = 3
"""Layouts in a row that a change may take: what is laid out may ask for room anew."""

PATIENCE = HANG
"""Seconds after which what is waited for will not come: far more than a busy machine needs."""


class NoMapError(Exception):
    """No map is open, as while another takes its place."""


class Driver:
    """A user at the program: presses keys and looks."""

    def __init__(self, app: DebateApp, pilot: Pilot[int]) -> None:
        self.app = app
        self.pilot = pilot

    async def press(self, *keys: str) -> None:
        """Presses keys, by Textual's names or as the characters that they make."""
        for key in keys:
            await self._rest_until_asked()
            self.send(key)
            await self._settle_after(0)
        await self._settle(1)
        await self._rest_until_asked()
        await self._settle(2)
        await self._lay_out()

    async def _rest_until_asked(self) -> None:
        """Waits a moment until what the last key began is open, or done."""
        end, looks = time.monotonic() + _MOMENT, 0
        while time.monotonic() < end:
            has_ended = self.app._exit
            if has_ended or self.app.input.is_at_rest or isinstance(self.screen, LoadingScreen):
                break
            if self.screen._layout_required:  # the next key may wait for it
                self.screen._on_timer_update()
            if self._ready:
                await asyncio.sleep(0)
                continue
            looks += 1
            await asyncio.sleep(0.001 if looks < _SOON else 0.005)

    def send(self, *keys: str) -> None:
        """Sends keys at once, and waits for nothing."""
        for key in keys:
            name = key if len(key) > 1 or key.isalnum() else _character_to_key(key)
            named = {"space": " ", "tab": "\t", "enter": "\r", "ctrl+j": "\n"}
            character = key if len(key) == 1 else named.get(name)
            self.app._driver.send_message(events.Key(name, character))  # type: ignore[union-attr]

    async def _settle(self, rounds: int) -> None:
        """Waits until the screen has dealt with all that was sent to it.

        Textual's own way sends every widget a message and waits for all of them to come round,
        which takes longer than what most keys do. Here the event loop says itself whether anything
        is left to run; what then comes is set off by time or by a thread.
        """
        for _ in range(rounds):
            await self._settle_after(0)

    async def _settle_after(self, seconds: float) -> None:
        await asyncio.sleep(seconds)
        for _ in range(_TURNS):
            if not self._ready:
                break
            await asyncio.sleep(0)

    async def pause(self, seconds: float = 0.001) -> None:
        """Waits a while, and until the screen has dealt with all that has come by then."""
        await self._settle_after(seconds)
        await self._lay_out()
        draw(self.app)  # what is waited for may wait for a frame

    async def _lay_out(self) -> None:
        """Lays the screen out where that is due; it is drawn when a test looks, or waits."""
        self.screen._on_timer_update()
        for _ in range(_LAYOUTS):  # a widget takes up its new size in a message
            if not self._ready:
                break
            await self._settle(1)
            self.screen._on_timer_update()

    @property
    def _ready(self) -> int:
        """How much the event loop would run at once if this task waited."""
        return len(asyncio.get_running_loop()._ready)  # type: ignore[attr-defined]  # no public way

    async def type(self, words: str) -> None:
        """Types words, character by character."""
        await self.press(*words)

    async def until(
        self,
        holds: Callable[[], bool],
        what: str = "it",
        patience: float = PATIENCE,
        longest: float = 0.005,
    ) -> None:
        """Waits until something holds, however long the machine takes; says what never came."""
        end = time.monotonic() + patience
        wait = 0.001
        while not _holds(holds):
            assert time.monotonic() < end, f"waited in vain for {what}:\n{self.text}"
            await self.pause(wait)
            wait = min(2 * wait, longest)
        await self._settle(3)
        await self._lay_out()

    async def until_shown(self, words: str) -> None:
        """Waits until the screen says something."""
        await self.until(lambda: words in self.text, repr(words))

    async def rest(self) -> None:
        """Waits until the details have followed the cursor, and all work is done."""
        await self.app.workers.wait_for_complete()
        await self.rest_of_details()

    async def rest_of_details(self) -> None:
        """Waits until the details have followed the cursor."""
        still, ended = 0, None

        def are_done() -> bool:
            nonlocal still, ended
            timer = self.map._details_timer
            still = still + 1 if timer is None else 0
            if timer is not ended and timer is not None:  # it need not run out: the cursor rests
                timer.stop()
                self.map.call_later(self.map.show_details)
            ended = timer
            return still > _STILL

        await self.until(are_done, "the details", longest=0.001)

    async def rest_of_screen(self) -> None:
        """Waits until the screen in front has found what it looks for."""
        await self.pause()
        workers = self.app.workers
        # What opens another screen ends no sooner than that one: it is no longer the front's.
        await self.until(lambda: not any(w.node is self.screen for w in workers), "the screen")

    async def rest_while_asked(self) -> None:
        """Waits until a question stands in front, which work in a thread leads to."""
        await self.until(lambda: self.is_asked, "a question")

    async def rest_until_closed(self) -> None:
        """Waits until the program has ended."""
        end = time.monotonic() + PATIENCE
        while not self.app._exit:
            assert time.monotonic() < end, f"the program goes on:\n{self.text}"
            await asyncio.sleep(0.01)

    async def go_to(self, words: str) -> None:
        """Selects the first row whose claim begins with some words; it must be shown."""
        rows, claims = self.map.outline.rows, self.debate.claims
        index = next(n for n, row in enumerate(rows) if claims[row.claim].text.startswith(words))
        self.map.view.move_to(index)
        await self._settle(2)

    @property
    def screen(self) -> Screen[object]:
        """The screen in front."""
        return self.app.screen

    @property
    def map(self) -> MapScreen:
        """The map, which may stand behind a question."""
        maps = [screen for screen in self.app.screen_stack if isinstance(screen, MapScreen)]
        if not maps:
            raise NoMapError(self.text)
        return maps[0]

    @property
    def session(self) -> Session:
        """The open map."""
        return self.map.session

    @property
    def debate(self) -> Debate:
        """What the map says."""
        return self.map.session.debate

    @property
    def words(self) -> str:
        """The words of the selected claim."""
        row = self.map.row
        return self.debate.claims[row.claim].text if row is not None else ""

    @property
    def under(self) -> str:
        """The words of the claim that the selected row stands under."""
        row = self.map.row
        parent = row.parent if row is not None else None
        return self.debate.claims[parent.claim].text if parent is not None else ""

    @property
    def rows(self) -> list[str]:
        """Every row: its depth as indent, its fold and sign, and its words."""
        return list(self._rows())

    def _rows(self) -> Iterator[str]:
        outline = self.map.outline
        for row in outline.rows:
            link = self.debate.links.get(row.link or "")
            sign = "*" if link is None else "+" if link.stance == "supports" else "-"
            undercut = "!" if link is not None and link.target in self.debate.links else ""
            words = safe_line(self.debate.claims[row.claim].text)
            yield f"{'  ' * row.depth}{sign}{undercut} {words}"

    @property
    def said(self) -> str:
        """What the last line says."""
        return self.map.hints.message

    @property
    def hints(self) -> str:
        """The line of hints."""
        return self.plain(self.map.hints)

    @property
    def details(self) -> str:
        """What the details say."""
        return self.plain(self.map.query_one(Details).query_one(Static))

    @property
    def writing(self) -> bool:
        """Whether the editor is open."""
        return self.map.part(Editor).is_open

    @property
    def heading(self) -> str:
        """What the editor says is being written."""
        return self.plain(self.map.part(Editor).query_one("#editor-heading", Static))

    @property
    def lines(self) -> list[str]:
        """The whole screen as text."""
        return strips_of(self.screen)

    @property
    def text(self) -> str:
        """The whole screen as one text."""
        return "\n".join(self.lines)

    @property
    def is_asked(self) -> bool:
        """Whether something stands in front of the map."""
        return self.screen is not self.map

    @staticmethod
    def plain(widget: Static) -> str:
        """Returns what a widget says."""
        return str(widget.content)


def _holds(condition: Callable[[], bool]) -> bool:
    """Tells whether something holds for the map; it does not while there is none."""
    try:
        return condition()
    except NoMapError:
        return False


def drawn_on(screen: Screen[object]) -> list[Strip]:
    """Returns the lines of a screen as they go to the terminal."""
    filters = screen.app.get_line_filters()
    background = screen.styles.background
    lines = []
    visible_screen_stack.set(screen.app._background_screens)  # what one sees through the screen
    for strip in screen._compositor.render_strips():
        drawn = strip
        for line_filter in filters:
            drawn = drawn.apply_filter(line_filter, background)
        lines.append(drawn)
    return lines


def strips_of(screen: Screen[object]) -> list[str]:
    """Returns the lines of a screen as they go to the terminal, without colours."""
    return [strip.text for strip in drawn_on(screen)]


@asynccontextmanager
async def opened(
    what: Debate | Session | Path | None,
    *,
    size: tuple[int, int] = (100, 20),
    settings: Config | None = None,
    read_only: bool = False,
    until_read: bool = True,
) -> AsyncIterator[Driver]:
    """Opens a debate, a session or a file in the program, or its start screen.

    Args:
        what: What is opened; None for the start screen.
        size: Columns and rows.
        settings: The user's.
        read_only: Whether the file is only to be looked at.
        until_read: Whether to wait until a file has been read.
    """
    session = Session(what) if isinstance(what, Debate) else what
    path = session if isinstance(session, Path) else None
    app = DebateApp(
        path,
        session=session if isinstance(session, Session) else None,
        settings=settings,
        read_only=read_only,
    )
    app.animation_level = "none"
    with held(app):
        async with app.run_test(size=size) as pilot:
            user = Driver(app, pilot)
            await user.press()
            if path is not None and until_read:
                await user.until(lambda: not isinstance(user.screen, LoadingScreen), "the file")
            draw(app)  # what waits for the first frame need wait no longer
            yield user
            if not user.app._exit:
                draw(user.app)

"""The application: themes, settings, and which screen is shown."""

import asyncio
import signal
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, ClassVar, TypeVar

from rich.console import RenderableType
from textual import constants, events
from textual.binding import BindingType
from textual.css.query import NoMatches
from textual.driver import Driver
from textual.filter import LineFilter, Monochrome
from textual.geometry import Offset
from textual.screen import Screen
from textual.widgets import Input, TextArea

from debatemap.catalog.map_files import Chosen, ClaimIn, NewMap
from debatemap.config import Config
from debatemap.core.platform import has_terminals
from debatemap.core.text import excerpt
from debatemap.store.locations import themes_folder
from debatemap.store.recent import note_opened
from debatemap.tui.commands.command import COMMAND
from debatemap.tui.commands.key_settings import read_keys
from debatemap.tui.context import Carried, MapContext, Program
from debatemap.tui.dialogs.dialog import DialogScreen
from debatemap.tui.features.keeping.loading_screen import LoadingScreen
from debatemap.tui.features.keeping.map_names import name_of
from debatemap.tui.input_queue import InputQueue, is_input
from debatemap.tui.map_screen import MapScreen
from debatemap.tui.open_map import OpenMap
from debatemap.tui.open_maps import OpenMaps, list_of_maps, replace_screen
from debatemap.tui.system.colour_filter import FEW_COLOURS_STYLES, ColourFilter
from debatemap.tui.system.control_filter import ControlFilter
from debatemap.tui.system.endings import (
    cause_of,
    crash_text,
    end_in_time,
    follow_signals,
    ignore_interrupts,
)
from debatemap.tui.system.glyph_filter import ASCII_STYLES, filters_for
from debatemap.tui.system.kept_styles import KeptStylesheet
from debatemap.tui.system.key_bindings import bound, overrides, pressed
from debatemap.tui.system.plain_filter import PLAIN_STYLES, PlainFilter
from debatemap.tui.system.terminal_cursor import HIDE_CURSOR, SHOW_CURSOR, TerminalCursor
from debatemap.tui.system.themes import DARK, VARIABLES_DARK, VARIABLES_LIGHT
from debatemap.tui.system.user_themes import register_themes
from debatemap.views.outline import Outline
from debatemap.workspace.session import Session, new_session

__all__ = ["DebateApp"]

Answer = TypeVar("Answer")

_FEW_COLOURS = "standard", "windows"
# A line keeps what the same filter made of it: each filter is there once.
_PLAIN, _CONTROLS = PlainFilter(), ControlFilter()

_INTERRUPTED = 0.2
"""Seconds after another program had the terminal in which ctrl+c is not for this one."""


class DebateApp(Program, inherit_bindings=False):
    """The program on the screen."""

    TITLE = "debatemap"
    ENABLE_COMMAND_PALETTE = False
    ESCAPE_TO_MINIMIZE = False
    BINDINGS: ClassVar[list[BindingType]] = bound({"dialog_quit": "leave"}, first=False)

    def __init__(
        self,
        path: Path | None = None,
        *,
        read_only: bool = False,
        session: Session | None = None,
        settings: Config | None = None,
        claim: str = "",
    ) -> None:
        self._claim = claim
        self.settings = settings or Config()
        self.keymap, self.key_problems = read_keys(
            self.settings.keys, self.settings.keymap, self.settings.commands
        )
        self.asked_name = ""
        self.carried: Carried | None = None
        self.failure = ""
        self._path, self._read_only, self._session = path, read_only, session
        self._maps = OpenMaps(self)
        self._filters_of_terminal = filters_for(self.settings.glyphs)
        self.keymap.spells_arrows = bool(self._filters_of_terminal) or self.settings.plain
        self._colours: tuple[Mapping[str, str], ColourFilter] | None = None
        self._terminal_cursor = TerminalCursor()
        super().__init__()
        self.stylesheet = KeptStylesheet(variables=self.get_css_variables())
        self._add_styles()
        self.input = InputQueue(self, super().on_event)
        self.key_problems = [*self.key_problems, *register_themes(self, themes_folder())]
        known = self.settings.theme in self.available_themes
        self.theme = self.settings.theme if known else DARK.name

    def _add_styles(self) -> None:
        """Adds the styles that the settings and the terminal ask for."""
        styles = [FEW_COLOURS_STYLES] if not self._has_all_colours else []
        styles += [ASCII_STYLES] if self._filters_of_terminal else []
        if self.settings.plain:
            self.animation_level = "none"
            styles = [PLAIN_STYLES]
        for number, each in enumerate(styles):
            where = ("styles", str(number))
            self.stylesheet.add_source(each, read_from=where, is_default_css=False)

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Returns our colours for themes that have none of their own."""
        return VARIABLES_DARK if self.current_theme.dark else VARIABLES_LIGHT

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Returns the filters of every drawn line; ours is the last line of defence."""
        usual = super().get_line_filters()
        if not self._has_all_colours:
            # That of Textual for no colours leaves greys, which are colours too.
            usual = [each for each in usual if not isinstance(each, Monochrome)]
            usual.append(self._colour_filter)
        plain = [_PLAIN] if self.settings.plain else []
        return [*usual, *plain, *self._filters_of_terminal, _CONTROLS]

    @property
    def _has_all_colours(self) -> bool:
        return not self.no_color and self.console.color_system not in _FEW_COLOURS

    @property
    def _colour_filter(self) -> ColourFilter:
        """The filter for the colours that are drawn.

        A theme is drawn some turns after it has been set: its variables are what tells.
        """
        if self._colours is None or self._colours[0] is not self.theme_variables:
            self._colours = (
                self.theme_variables,
                ColourFilter(
                    self.theme_variables, sixteen=not self.no_color, dark=self.current_theme.dark
                ),
            )
        return self._colours[1]

    @property
    def cursor_position(self) -> Offset:
        """The cell of the terminal's own cursor, asked for whenever something is drawn."""
        return self._terminal_cursor.place(self.screen) if self._screen_stack else Offset(0, 0)

    @cursor_position.setter
    def cursor_position(self, place: Offset) -> None:
        # Textual's fields say where they are, in front or not; that is looked up here instead.
        pass

    def _begin_update(self) -> None:
        super()._begin_update()
        if self.settings.plain and self._driver is not None:
            self._driver.write(HIDE_CURSOR)

    def _end_update(self) -> None:
        if self.settings.plain and self._driver is not None:
            # What is read of the screen begins there, so it is in sight.
            self._driver.write(SHOW_CURSOR)
        super()._end_update()

    def get_driver_class(self) -> type[Driver]:
        """Returns what reads keys and draws."""
        if constants.DRIVER is not None or not has_terminals():
            return super().get_driver_class()
        from debatemap.tui.system.terminal_driver import TerminalDriver  # noqa: PLC0415  (needs termios)

        return TerminalDriver

    def on_mount(self) -> None:
        """Shows the map, or what there is to open."""
        self.set_keymap(overrides(self.keymap))
        if not self.is_headless:
            follow_signals(self.end_by_signal)
            self.app_suspend_signal.subscribe(self, self._suspended, immediate=True)
            self.app_resume_signal.subscribe(self, self._resumed)
        if self._session is not None:
            self.show_map(self._session, claim=self._claim)
        elif self._path is not None:
            self.push_screen(LoadingScreen(self._path, read_only=self._read_only, is_first=True))
        else:
            self.push_screen(list_of_maps(offers_unsaved=True))

    def show_map(
        self, session: Session, outline: Outline | None = None, claim: str = ""
    ) -> MapScreen:
        """Opens a map and shows it; those that are open already stay so.

        Args:
            session: The map.
            outline: Its outline, where that is made already.
            claim: A claim to go to.
        """
        screen = MapScreen(session, self.keymap, outline)
        self._maps.show(screen)
        if session.path is not None:
            note_opened(session.path)
        if claim:
            screen.call_after_refresh(lambda: screen.select_claim(claim))
        return screen

    @property
    def open_maps(self) -> Sequence[OpenMap]:
        """The maps that are open, in the order in which they were opened."""
        return self._maps.all

    def bring_to_front(self, context: MapContext) -> None:
        """Shows a map that is open in place of what is in front."""
        screen = self._maps.screen_of(context)
        if screen is not None and screen not in self.screen_stack:
            self._maps.show(screen)
            # What came to its file last is there at once.
            screen.call_later(screen.watcher.poll)

    def close_map(self, context: MapContext) -> None:
        """Lets go of a map; the one before it is shown, or what there is to open."""
        screen = self._maps.screen_of(context)
        if screen is not None:
            self._maps.close(screen, list_of_maps())

    def leave_loading(self, message: str, *, is_failure: bool = False) -> None:
        """Goes back from a map that is not read to where it was chosen.

        Args:
            message: What to say there.
            is_failure: Whether it cannot be read.
        """
        back = self._maps.shown
        if back is None:
            replace_screen(self, list_of_maps(message if is_failure else ""))
            return
        self.bring_to_front(back)
        back.say(message, "warning" if is_failure else "foreground")

    def tell_of_another(self, context: MapContext, message: str) -> None:
        """Says on the map in front what another one has to tell."""
        front = self._maps.shown
        if front is not None and front is not context:
            front.hints.say(f"{excerpt(name_of(context), 30)}: {message}", "warning")

    def tell_of_question(self, screen: Screen[object]) -> None:
        """Says that a map which is not shown has something to ask."""
        asking = next((each for each in self._maps.all if each is screen), None)
        if asking is not None:
            words = "it has a question for you; {key:list_maps} goes there."
            self.tell_of_another(asking, self.keymap.fill(words))

    def open_chosen(self, chosen: Chosen, session: Session | None, said: str = "") -> None:
        """Shows what was chosen from the list of maps: a session, or a file that is to be read."""
        path, claim = chosen if isinstance(chosen, ClaimIn) else (chosen, "")
        if isinstance(path, NewMap):
            self.show_map(session or new_session(path.title))
            return
        if session is not None:
            self.show_map(session, claim=claim)
            return
        known = self._maps.find(Path(path))
        if known is not None:
            self.bring_to_front(known)
            if claim:
                known.select_claim(claim)
        else:
            read_only, file = self._read_only, Path(path)
            replace_screen(self, LoadingScreen(file, read_only=read_only, claim=claim, said=said))

    async def on_event(self, event: events.Event) -> None:
        """Takes an event; input keeps its order, and waits while something is opening."""
        await (self.input.put(event) if is_input(event) else super().on_event(event))

    async def push_screen_wait(  # type: ignore[override]
        self, screen: Screen[Answer], *, mode: str | None = None
    ) -> Answer:
        """Shows a dialog and waits for its answer, once no other input is under way.

        No screen here has a name, by which Textual's own would find it as well.
        """
        await self.input.wait_for_turn(screen)
        return await super().push_screen_wait(screen, mode=mode)

    @property
    def is_ending(self) -> bool:
        """Whether the program is about to end."""
        return self._exit

    @property
    def has_commands(self) -> bool:
        """Whether commands run or wait that may ask something."""
        return self.input.has_commands

    def has_commands_of(self, screen: Screen[Any]) -> bool:
        """Tells whether a command of a map is at work or asks something."""
        return self.input.has_commands_of(screen)

    @property
    def is_opening(self) -> bool:
        """Whether a map is being read, so that there is nothing yet that takes input."""
        return isinstance(self.screen_stack[-1], LoadingScreen)

    @property
    def is_dialog_open(self) -> bool:
        """Whether something stands in front of the map, or of the list of maps."""
        return isinstance(self.screen, DialogScreen) and self.screen.HOLDS_UP

    @property
    def is_free(self) -> bool:
        """Whether nothing is being asked or written, so that a dialog may open."""
        screen = self.screen
        return not (screen.is_typed_in if isinstance(screen, MapScreen) else self.is_dialog_open)

    def keep_focus(self) -> None:
        """Gives the focus back to a field that is open, as after a click beside it."""
        if isinstance(self.screen, MapScreen):
            self.screen.keep_focus()

    def hold_input(self) -> list[events.Event]:
        """Takes out the input that waits, as it is for what comes later."""
        return self.input.hold()

    def give_input(self, held: Sequence[events.Event]) -> None:
        """Sends on input that was held, before all that waits by now."""
        self.input.give(held)

    def press(self, name: str) -> None:
        """Presses the key of an id of the table, before what else is pressed already."""
        key = self.keymap.first_key(name)
        if key:
            self.input.put_first(pressed(key))

    def tell_of_work(self) -> None:
        """Says that keys wait for a command which takes long."""
        if isinstance(self.screen, MapScreen):
            words = "Working … {key:working_leave} gives the keys back meanwhile."
            self.screen.say(self.keymap.fill(words))

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Has no cursor blink: each time would be drawn anew, over any line, and read aloud."""
        if isinstance(event.widget, Input | TextArea):
            event.widget.cursor_blink = False

    def on_app_focus(self) -> None:
        """Looks at once whether anything has changed, where the terminal tells of its focus."""
        if isinstance(self.screen, MapScreen):
            self.screen.watcher.poll()

    def end_by_signal(self, number: int) -> None:
        """Ends as a signal asks for; what was not saved is in the journal."""
        status = 128 + number
        end_in_time(status)
        if number != signal.SIGINT:
            name = signal.Signals(number).name
            self.failure = f"ended by {name}; what was not saved is offered at the next start."
        self.exit(return_code=status)

    def _suspended(self, _: object) -> None:
        ignore_interrupts()

    def _resumed(self, _: object) -> None:
        # An interrupt that was meant for the other program is still on its way.
        asyncio.get_running_loop().call_later(_INTERRUPTED, follow_signals, self.end_by_signal)
        self.refresh(layout=True)

    def _handle_exception(self, error: Exception) -> None:
        """Ends after an error that nobody expected; a traceback is no sight for a terminal."""
        if (self._exit or not self._running) and isinstance(cause_of(error), NoMatches):
            # While the program ends, be it by cancelling, screens lose their parts, or get none.
            return
        self.failure = self.failure or crash_text(error)
        super()._handle_exception(error)

    def _fatal_error(self) -> None:
        self._close_messages_no_wait()

    def panic(self, *renderables: RenderableType) -> None:
        """Ends after an error; what was to be shown of it is in the log."""
        self._return_code = self._return_code or 1
        if not self.failure:
            self.failure = crash_text(RuntimeError(*map(str, renderables)))
        self._close_messages_no_wait()

    def action_leave(self) -> None:
        """Quits from a screen that has no way of its own; a map behind it asks as ever."""
        if isinstance(self.screen, MapScreen):
            return
        if self.is_opening and self._maps.shown is not None:
            self.bring_to_front(self._maps.shown)
        maps = [screen for screen in self.screen_stack if isinstance(screen, MapScreen)]
        if maps:
            from debatemap.tui.dialogs.leaving import leave_dialogs  # noqa: PLC0415  (a map opens without it)

            self.run_worker(leave_dialogs(self, maps[-1]), group=COMMAND, exclusive=False)
        else:
            self.exit(0)

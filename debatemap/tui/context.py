"""What features see of the program and of the open map, in place of its screens."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol, TypeVar

from textual import events
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.screen import Screen
from textual.timer import Timer
from textual.widget import Widget

from debatemap.catalog.map_files import Chosen
from debatemap.config import Config
from debatemap.core.change import Change
from debatemap.edit import Fragment, Parcel, Signature
from debatemap.tui.commands.conditions import Situation
from debatemap.tui.commands.keymap import Keymap
from debatemap.tui.system.frame_differences import FrameDifferenceApp
from debatemap.tui.visits import Visits
from debatemap.tui.widgets.outline_view import OutlineView
from debatemap.tui.widgets.sign_words import SIGN_WORDS, in_words
from debatemap.views.outline import Outline, Row
from debatemap.views.outline.outline import Step
from debatemap.workspace.session import Session

if TYPE_CHECKING:
    from debatemap.tui.commands.command import Command

__all__ = ["Carried", "MapContext", "Program"]

Answer = TypeVar("Answer")
Feature = TypeVar("Feature")
Part = TypeVar("Part", bound=Widget)


class Carried(NamedTuple):
    """What was yanked or cut last, and what it is within the open map that it is from."""

    parcel: Parcel
    clipping: Fragment


class Program(FrameDifferenceApp, inherit_bindings=False):
    """What a screen may ask of the program that shows it.

    Attributes:
        settings: The user's settings.
        keymap: Which keys run which commands.
        key_problems: What is wrong with the keys of the settings, until it was told.
        asked_name: The name that the user gave when asked, where the settings have none.
        carried: What was yanked or cut last, to be pasted into another map.
        failure: Why the program ends, in words for standard error; empty for no reason.
    """

    settings: Config
    keymap: Keymap
    key_problems: Sequence[str]
    asked_name: str
    carried: Carried | None
    failure: str

    def in_words(self, content: Content, words: Mapping[str, str] = SIGN_WORDS) -> Content:
        """Returns what is to be shown; its signs as words, where the settings ask for that."""
        return in_words(content, words) if self.settings.plain else content

    def show_map(
        self, session: Session, outline: Outline | None = None, claim: str = ""
    ) -> "MapContext":
        """Opens a map and shows it, with a claim selected where one is named."""
        raise NotImplementedError

    @property
    def open_maps(self) -> "Sequence[MapContext]":
        """The maps that are open, in the order in which they were opened."""
        raise NotImplementedError

    def bring_to_front(self, context: "MapContext") -> None:
        """Shows a map that is open in place of what is in front."""
        raise NotImplementedError

    def close_map(self, context: "MapContext") -> None:
        """Lets go of a map; the one before it is shown, or what there is to open."""
        raise NotImplementedError

    def leave_loading(self, message: str, *, is_failure: bool = False) -> None:
        """Goes back from a map that is not read to where it was chosen, and says why."""
        raise NotImplementedError

    def tell_of_another(self, context: "MapContext", message: str) -> None:
        """Says on the map in front what another one has to tell."""
        raise NotImplementedError

    def tell_of_question(self, screen: Screen[object]) -> None:
        """Says that a map which is not shown has something to ask."""
        raise NotImplementedError

    def open_chosen(self, chosen: Chosen, session: Session | None, said: str = "") -> None:
        """Shows what was chosen from the list of maps: a session, or a file to be read."""
        raise NotImplementedError

    @property
    def is_ending(self) -> bool:
        """Whether the program is about to end."""
        raise NotImplementedError

    @property
    def has_commands(self) -> bool:
        """Whether commands run or wait that may ask something."""
        raise NotImplementedError

    def has_commands_of(self, screen: Screen[Any]) -> bool:
        """Tells whether a command of a map is at work or asks something."""
        raise NotImplementedError

    @property
    def is_opening(self) -> bool:
        """Whether a map is being read, so that there is nothing yet that takes input."""
        raise NotImplementedError

    @property
    def is_dialog_open(self) -> bool:
        """Whether something stands in front of the map, or of the list of maps."""
        raise NotImplementedError

    @property
    def is_free(self) -> bool:
        """Whether nothing is being asked or written, so that a dialog may open."""
        raise NotImplementedError

    def keep_focus(self) -> None:
        """Gives the focus back to a field that is open, as after a click beside it."""
        raise NotImplementedError

    def hold_input(self) -> list[events.Event]:
        """Takes out the input that waits, as it is for what comes later."""
        raise NotImplementedError

    def give_input(self, held: Sequence[events.Event]) -> None:
        """Sends on input that was held, before all that waits by now."""
        raise NotImplementedError

    def press(self, name: str) -> None:
        """Presses the key of an id of the table, before what else is pressed already."""
        raise NotImplementedError

    def tell_of_work(self) -> None:
        """Says that keys wait for a command which takes long."""
        raise NotImplementedError


class MapContext(Protocol):
    """The open map, what is selected in it, and what may be asked of the screen that shows it.

    A feature knows this and no screen. What one feature needs of another, it asks for by its
    class; what it has to tell, it posts as a message.

    Attributes:
        session: The open map.
        outline: Its rows.
        visits: Where the reader was.
        keymap: Which keys run which commands.
        running: The id of the command that was run last.
        key: The key that was pressed last.
        clipping: What was cut or yanked, to be pasted.
        asks_for_thesis: Whether a map that has no claim as it opens asks for its thesis at once.
    """

    session: Session
    outline: Outline
    visits: Visits
    keymap: Keymap
    running: str
    key: str
    clipping: Fragment | None
    asks_for_thesis: bool

    @property
    def view(self) -> OutlineView:
        """The view that shows the map."""

    @property
    def app(self) -> Program:
        """The program."""

    @property
    def row(self) -> Row | None:
        """The selected row, or None in an empty map."""

    @property
    def signature(self) -> Signature:
        """Who adds claims, and on which day."""

    @property
    def size(self) -> Size:
        """The cells of the screen."""

    @property
    def is_attached(self) -> bool:
        """Whether the map is still open."""

    @property
    def is_in_front(self) -> bool:
        """Whether this map is the one that is shown, be it behind a dialog."""

    @property
    def is_free(self) -> bool:
        """Whether nothing is being asked, written or begun, so that the map may change."""

    @property
    def may_take_in(self) -> bool:
        """Whether what the user has asked for may change the map: nothing is asked or written."""

    def feature(self, kind: type[Feature]) -> Feature:
        """Returns the feature of a class, as it is for this map."""

    def part(self, kind: type[Part]) -> Part:
        """Returns the widget of a class that shows a part of the screen."""

    def focus_view(self) -> None:
        """Gives the focus to the view that is shown."""

    def put_view(self, view: Widget) -> None:
        """Puts a view beside the outline."""

    def situation(self) -> Situation:
        """Returns what the commands need to know to say whether they can run."""

    def do(self, change: Change, select: str | None = None) -> None:
        """Puts a change into effect and says so; selects a claim afterwards."""

    def say(self, message: str | Content, colour: str = "foreground") -> None:
        """Shows a message in the last line, until the next key."""

    def warn(self, message: str) -> None:
        """Shows why something was not done."""

    async def ask(self, dialog: Screen[Answer]) -> Answer:
        """Shows a dialog and returns its answer."""

    def attempt(self, act: Callable[[], Awaitable[None] | None]) -> Awaitable[None] | None:
        """Does something; what is refused is said, and nothing is done."""

    async def painted(self) -> None:
        """Waits until the map was drawn once: what nobody sees yet must not hold that up."""

    def run_beside(self, work: Awaitable[None], group: str = "beside") -> None:
        """Does what takes a while, and goes on answering keys."""

    def run_command(self, command: "Command") -> None:
        """Runs a command, or says why it cannot run now."""

    def start_command(self, name: str) -> None:
        """Does what a command does, without asking whether it can run now."""

    def select_claim(self, claim: str, via: str | None = None) -> None:
        """Selects a place of a claim, nearest to the cursor."""

    def go_to(self, path: Sequence[Step]) -> None:
        """Selects the end of a path."""

    def jump_to(self, path: Sequence[Step]) -> None:
        """Selects the end of a path, and remembers where it was left from."""

    def replace_session(self, session: Session) -> None:
        """Shows another session: the same map read again, with folds and cursor kept."""

    def remember(self) -> None:
        """Keeps how the map is looked at, and what of it was seen, for the next time."""

    def post_message(self, message: Message) -> bool:
        """Posts what a feature has to tell."""

    def call_later(self, callback: Callable[[], object]) -> bool:
        """Calls something once what runs now is done."""

    def call_after_refresh(self, callback: Callable[[], object]) -> bool:
        """Calls something after the next paint."""

    def set_timer(self, delay: float, callback: Callable[[], object]) -> Timer:
        """Calls something after some seconds."""

    def set_interval(self, interval: float, callback: Callable[[], object]) -> Timer:
        """Calls something again and again, every so many seconds."""

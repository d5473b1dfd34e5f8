"""The line that searches while it is typed in."""

from asyncio import Event
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Final

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, Static

from debatemap.core.text import width
from debatemap.tui.commands.command import COMMAND
from debatemap.tui.dialogs.prompt import Line
from debatemap.tui.system.key_bindings import bound
from debatemap.tui.widgets.clickable import linked

if TYPE_CHECKING:
    from textual import getters

    from debatemap.tui.context import Program

__all__ = ["SearchBar"]


_KEYS: Final = "{key:search_accept} stays, {key:search_leave} leaves"
_ASKS: Final = "{key:search_leave} again leaves, {key:search_accept} stays"
_TAKES: Final = "{{key:search_accept}} takes “{}”{}, {{key:search_leave}} leaves"
_WIDE: Final = 72
"""Cells of a screen from which on the keys have room beside what is typed."""
_LINE: Final = 60
"""Cells of the longest line of keys in a wide search bar."""


class SearchBar(Horizontal):
    """Asks for words to search for, or to filter by, and shows how many claims have them."""

    if TYPE_CHECKING:
        app = getters.app(Program)
    BINDINGS: ClassVar[list[BindingType]] = bound(
        {"search_accept": "accept", "search_leave": "leave"}
    )
    DEFAULT_CSS = """
    SearchBar {
        height: 1; display: none; padding: 0 1; background: $panel;
        & > #search-label { width: auto; color: $accent; }
        & > Line, & > Line:focus { width: 1fr; max-width: 40; padding: 0 1; background: $panel; }
        & > #search-count { width: auto; max-width: 70%; color: $quiet; }
        & > #search-keys { width: auto; height: 1; color: $quiet; padding: 0 0 0 3; }
        &.-narrow {
            height: 2; layout: grid; grid-size: 3 2; grid-columns: auto 1fr auto; grid-rows: 1;
            & > #search-keys { column-span: 3; width: 1fr; padding: 0; }
            & > #search-count { max-width: 100%; }
        }
    }
    """

    @dataclass
    class Typed(Message):
        """The words have changed."""

        words: str
        filtering: bool

    @dataclass
    class Ended(Message):
        """The search was accepted, or left."""

        words: str
        accepted: bool
        filtering: bool

    def __init__(self) -> None:
        super().__init__(id="search")
        self._filtering, self._near = False, ""
        self._is_asked = False
        self._others: Sequence[str] = ()
        self._is_known = Event()
        self._is_known.set()

    @property
    def is_open(self) -> bool:
        """Whether words are asked for."""
        return bool(self.display)

    def compose(self) -> ComposeResult:
        """Makes the parts."""
        yield Static(id="search-label")
        yield Line()
        yield Static(id="search-count")
        yield Static(id="search-keys")

    def open(self, *, filtering: bool) -> None:
        """Asks for words."""
        self._filtering, self._near = filtering, ""
        self.query_one("#search-label", Static).update(Content("filter" if filtering else "find"))
        self.query_one("#search-count", Static).update(Content(""))
        self._ask(is_asked=False)
        self.display = True
        line = self.query_one(Line)
        line.value = ""
        line.focus()

    def close(self) -> None:
        """Ends the search."""
        self.display = False
        self._is_known.set()

    def count(self, found: str, near: Sequence[str] = (), *, is_looking: bool = False) -> None:
        """Shows how many claims were found.

        Args:
            found: That in words.
            near: Words that are near, where none was found; Enter takes the first.
            is_looking: Whether such a word is being looked for.
        """
        self._near = near[0] if near else ""
        self._others = near[1:]
        self._is_known.clear() if is_looking else self._is_known.set()
        self._show_keys()
        self.query_one("#search-count", Static).update(Content(found))

    def on_resize(self) -> None:
        """Gives the keys a line of their own where they have no room beside what is typed."""
        self._show_keys()

    def _show_keys(self) -> None:
        self.set_class(self.app.size.width < _WIDE, "-narrow")
        sentence, room = _ASKS if self._is_asked else _KEYS, min(_LINE, self.app.size.width - 2)
        if self._near and not self._is_asked:
            others = f" (or {', '.join(self._others)})" if self._others else ""
            sentence = _TAKES.format(self._near, others)
            if width(self.app.keymap.fill(sentence)) > room:
                sentence = _TAKES.format(self._near, "")
        self.query_one("#search-keys", Static).update(linked(self.app.keymap, sentence))

    def action_leave(self) -> None:
        """Leaves the search; where words were typed, not before they were asked about."""
        if self.query_one(Line).value.strip() and not self._is_asked:
            self._ask(is_asked=True)
        else:
            self._end(accepted=False)

    def _ask(self, *, is_asked: bool) -> None:
        """Says in the place of the keys that leaving drops what was typed, or takes that back."""
        self._is_asked = is_asked
        self._show_keys()

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        if self._is_asked:
            self._ask(is_asked=False)
        if self.is_open:
            self.post_message(self.Typed(event.value, self._filtering))

    def action_accept(self) -> None:
        """Ends the search with what was found; where nothing was, takes the word that is near."""
        if self._is_known.is_set():
            self._accept()
        else:
            # What is pressed behind it waits, so that it means the same however long this takes.
            self.run_worker(self._accept_once_known(self.query_one(Line).value), group=COMMAND)

    async def _accept_once_known(self, words: str) -> None:
        await self._is_known.wait()
        if self.is_open and self.query_one(Line).value == words:
            self._accept()

    def _accept(self) -> None:
        if self._near:
            near, self._near = self._near, ""
            self.query_one(Line).value = near
            return
        self._end(accepted=True)

    def _end(self, *, accepted: bool) -> None:
        words = self.query_one(Line).value
        self.post_message(self.Ended(words, accepted=accepted, filtering=self._filtering))

"""The line that searches while it is typed in."""

from asyncio import Event
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Final

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, Static

from debatemap.core.text import width
from debatemap.tui.commands.command import COMMAND, PLACEHOLDER
from debatemap.tui.dialogs.prompt import Line
from debatemap.tui.features.finding.search_help import History, Offer, SearchHelp
from debatemap.tui.system.key_bindings import bound
from debatemap.tui.widgets.clickable import linked

if TYPE_CHECKING:
    from textual import getters

    from debatemap.tui.context import Program

__all__ = ["SearchBar"]


_KEYS: Final = "{{key:search_accept}} keeps {}   {{key:search_leave}} leaves"
_ASKS: Final = "{{key:search_leave}} again leaves   {{key:search_accept}} keeps {}"
_TAKES: Final = "{{key:search_accept}} takes “{}”{}   {{key:search_leave}} leaves"
_WIDE: Final = 84
"""Cells of a screen from which on the keys have room beside what is typed."""
_BESIDE_KEYS: Final = 32
"""Cells of a wide search bar beside the keys and the count: the label, gaps, some of the query."""
_LINE: Final = 60
"""Cells of the longest line of keys in a wide search bar."""


class SearchBar(Vertical):
    """Asks for words to search for, or to filter by, and shows how many claims have them.

    Below the line stands what could be typed, or what is wrong with what was.
    """

    if TYPE_CHECKING:
        app = getters.app(Program)
    BINDINGS: ClassVar[list[BindingType]] = bound(
        {
            "search_accept": "accept",
            "search_leave": "leave",
            "search_complete": "complete",
            "search_older": "turn(1)",
            "search_newer": "turn(-1)",
            "search_next": "step(1)",
            "search_previous": "step(-1)",
        }
    )
    DEFAULT_CSS = """
    SearchBar {
        height: 2; display: none; padding: 0 1; background: $panel;
        & > #search-row { height: 1; }
        & #search-label { width: auto; color: $accent; }
        & Line, & Line:focus { width: 1fr; max-width: 48; padding: 0 1; background: $panel; }
        & #search-count { width: auto; max-width: 70%; color: $quiet; }
        & #search-keys { width: auto; height: 1; color: $quiet; padding: 0 0 0 3; }
        & > SearchHelp { height: 1; }
        &.-narrow {
            height: 3;
            & > #search-row {
                height: 2; layout: grid; grid-size: 3 2; grid-columns: auto 1fr auto; grid-rows: 1;
            }
            & #search-keys { column-span: 3; width: 1fr; padding: 0; }
            & #search-count { max-width: 100%; }
        }
        &.-narrow.-silent { height: 2; }
        &.-narrow.-silent > SearchHelp { display: none; }
    }
    """

    @dataclass
    class Typed(Message):
        """The words have changed."""

        words: str
        filtering: bool
        cursor: int

    @dataclass
    class Ended(Message):
        """The search was accepted, or left."""

        words: str
        accepted: bool
        filtering: bool

    @dataclass
    class Stepped(Message):
        """The next (1) or the previous (-1) of what is found was asked for."""

        way: int

    def __init__(self) -> None:
        super().__init__(id="search")
        self._filtering, self._near = False, ""
        self._is_asked = False
        self._begun = ""
        self._history = History(())
        self._others: Sequence[str] = ()
        self._found = ""
        self._shown: dict[str, Content] = {}
        self._is_known = Event()
        self._is_known.set()

    @property
    def is_open(self) -> bool:
        """Whether words are asked for."""
        return bool(self.display)

    def compose(self) -> ComposeResult:
        """Makes the parts."""
        with Horizontal(id="search-row"):
            yield Static(id="search-label")
            yield Line(select_on_focus=False)
            yield Static(id="search-count")
            yield Static(id="search-keys")
        yield SearchHelp()

    def open(
        self, *, filtering: bool, text: str = "", asked: Sequence[str] = (), label: str = ""
    ) -> None:
        """Asks for words.

        Args:
            filtering: Whether the map is filtered by them.
            text: What stands in the line at first.
            asked: What was asked before, the last first.
            label: What stands before the line, where that is not what is done with it.
        """
        self._filtering, self._near = filtering, ""
        self._begun, self._history = text, History(asked)
        label, self._found = label or ("filter" if filtering else "find"), ""
        self._put("label", Content(label))
        self._put("count", Content(""))
        self._ask(is_asked=False)
        self.display = True
        line = self.query_one(Line)
        line.value = text
        line.cursor_position = len(text)
        line.focus()
        self.query_one(SearchHelp).offer(())

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
        # The words are put into a sentence that names keys.
        near = [each for each in near if PLACEHOLDER.search(each) is None]
        self._near = near[0] if near else ""
        # It takes up no less than before, so that nothing beside it moves at a key.
        self._others, self._found = near[1:], found.ljust(width(self._found))
        self._is_known.clear() if is_looking else self._is_known.set()
        self._show_keys()
        self._put("count", Content(self._found))

    def words_of(self, found: int, claims: int) -> str:
        """Returns how much was found, in words; a filter shows so many of all claims."""
        return f"{found:,} of {claims:,}" if self._filtering else f"{found:,} found"

    def wait(self) -> None:
        """Is told that it will be known soon what was found: Enter waits for that."""
        self._near, self._others = "", ()
        self._is_known.clear()

    def offer(self, offers: Sequence[Offer], fault: str = "") -> None:
        """Shows what could be typed, or what is wrong with what was.

        Args:
            offers: Terms that may stand at the cursor; Tab takes the first.
            fault: What is wrong with the query, in a sentence.
        """
        words = self.query_one(SearchHelp)
        words.offer(offers, fault)
        self.set_class(words.is_silent, "-silent")

    def on_resize(self) -> None:
        """Gives the keys a line of their own where they have no room beside what is typed."""
        self._show_keys()

    def _show_keys(self) -> None:
        self.set_class(self.app.size.width < _WIDE, "-narrow")
        kept = "the filter" if self._filtering else "it"
        sentence = (_ASKS if self._is_asked else _KEYS).format(kept)
        room = min(_LINE, self.app.size.width - 2)
        if self.app.size.width >= _WIDE:
            room = min(room, self.app.size.width - _BESIDE_KEYS - width(self._found))
        if self._near and not self._is_asked:
            others = f" (or {', '.join(self._others)})" if self._others else ""
            sentence = _TAKES.format(self._near, others)
            if width(self.app.keymap.fill(sentence)) > room:
                sentence = _TAKES.format(self._near, "")
        self._put("keys", linked(self.app.keymap, sentence))

    def _put(self, part: str, words: Content) -> None:
        """Shows words; the bar is laid out anew only where they are longer or shorter."""
        before, self._shown[part] = self._shown.get(part), words
        if before is None or not words.is_same(before):
            is_other = before is None or before.cell_length != words.cell_length
            self.query_one(f"#search-{part}", Static).update(words, layout=is_other)

    def action_leave(self) -> None:
        """Leaves the search; where words were typed, not before they were asked about."""
        words = self.query_one(Line).value
        if words.strip() and words != self._begun and not self._is_asked:
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
            self.tell_typed()

    def tell_typed(self) -> None:
        """Tells what stands in the line."""
        line = self.query_one(Line)
        self.post_message(self.Typed(line.value, self._filtering, line.cursor_position))

    def action_turn(self, way: int) -> None:
        """Puts what was asked before in the line, or what was asked after it."""
        line = self.query_one(Line)
        line.value = self._history.turn(way, line.value)
        line.cursor_position = len(line.value)

    def action_step(self, way: int) -> None:
        """Goes to the next (1) or the previous (-1) of what is found; the search stays open."""
        self.post_message(self.Stepped(way))

    def action_complete(self) -> None:
        """Takes the first of the terms that are offered."""
        offers = self.query_one(SearchHelp).offers
        if offers:
            self._take(offers[0])

    def _take(self, offer: Offer) -> None:
        line = self.query_one(Line)
        rest = line.value[offer.end :]
        line.value = f"{line.value[: offer.start]}{offer.words}{rest}"
        line.cursor_position = offer.start + len(offer.words)

    @on(SearchHelp.Taken)
    def _offer_clicked(self, event: SearchHelp.Taken) -> None:
        event.stop()
        self._take(event.offer)

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

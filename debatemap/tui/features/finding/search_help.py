"""The line below a query: terms that could be typed, or what is wrong with the query."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple

from textual import events
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from debatemap.core.text import excerpt, safe_line
from debatemap.tui.widgets.clickable import asked, clickable

if TYPE_CHECKING:
    from textual import getters

    from debatemap.tui.context import Program

__all__ = ["History", "Offer", "SearchHelp"]

_OFFER: Final = "offer"
_GAP: Final = "   "
_WORDS: Final = 40
_TAKES: Final = "{key:search_complete} "


class Offer(NamedTuple):
    """A term that may stand in a query.

    Attributes:
        words: It.
        about: How many claims it finds, or what it means; empty for nothing.
        start: Where it begins in the query.
        end: Where what it replaces ends.
    """

    words: str
    about: str
    start: int
    end: int


class History:
    """What was asked before, to be put in the line again.

    Args:
        asked: Queries, the last one first.
    """

    def __init__(self, asked: Sequence[str]) -> None:
        self._asked = asked
        self._place = -1
        self._begun = ""

    def turn(self, way: int, text: str) -> str:
        """Returns the query before (1) or after (-1) the one in the line.

        Args:
            way: Which way to go.
            text: What stands in the line; it is kept while older queries stand there.

        Examples:
            >>> history = History(["last", "first"])
            >>> history.turn(1, "new"), history.turn(1, "last"), history.turn(1, "first")
            ('last', 'first', 'first')
            >>> history.turn(-1, "first"), history.turn(-1, "last")
            ('last', 'new')
        """
        if self._place < 0:
            self._begun = text
        ahead = self._place + way
        if way > 0 and ahead < len(self._asked) and self._asked[ahead] == self._begun:
            # The line begins with what was asked last, as where a filter is refined.
            ahead += 1
        if ahead >= len(self._asked):
            return text
        self._place = max(-1, ahead)
        return self._asked[self._place] if self._place >= 0 else self._begun


class SearchHelp(Static):
    """Terms that could be typed at the cursor, or what is wrong with the query.

    Attributes:
        offers: The terms, the first of which a key takes.
    """

    DEFAULT_CSS = """
    SearchHelp { height: 1; color: $quiet; text-wrap: nowrap; text-overflow: ellipsis; }
    """
    if TYPE_CHECKING:
        app = getters.app(Program)

    @dataclass
    class Taken(Message):
        """A term was clicked."""

        offer: Offer

    def __init__(self) -> None:
        super().__init__(id="search-help")
        self.offers: Sequence[Offer] = ()
        self._fault = ""

    @property
    def is_silent(self) -> bool:
        """Whether there is nothing to say."""
        return not self.offers and not self._fault

    def offer(self, offers: Sequence[Offer], fault: str = "") -> None:
        """Shows terms, or what is wrong."""
        self.offers, self._fault = offers, fault
        self._draw()

    def on_resize(self) -> None:
        """Shows as many terms as there is room for."""
        self._draw()

    def on_click(self, event: events.Click) -> None:
        """Takes the term that is clicked."""
        wanted = asked(event)
        if wanted is not None and wanted.kind == _OFFER and int(wanted.value) < len(self.offers):
            event.stop()
            self.post_message(self.Taken(self.offers[int(wanted.value)]))

    def _draw(self) -> None:
        room = self.size.width or self.app.size.width - 2
        parts = [Content.styled(safe_line(self._fault), "$warning")] if self._fault else []
        if self.offers:
            key = self.app.keymap.fill(_TAKES)
            parts.append(Content.styled(key, "$quiet"))
        taken = sum(part.cell_length for part in parts) + len(_GAP) * bool(self._fault)
        shown = _fitting(self.offers, room - taken)
        fault = [*parts[:1], Content(_GAP)] if self._fault and self.offers else parts[:1]
        takes = parts[-1:] if self.offers else []
        line = [*(fault if self._fault else []), *takes, Content(_GAP).join(shown)]
        self.update(Content("").join(line), layout=False)


def _fitting(offers: Sequence[Offer], room: int) -> list[Content]:
    """Returns the terms that fit; what each finds is left out where all would not fit else."""
    for told, cells in ((len(offers), room), (1, room), (1, _WORDS)):
        terms = [
            _shown(offer, number, cells if number < told else 0)
            for number, offer in enumerate(offers)
        ]
        if sum(term.cell_length + len(_GAP) for term in terms) - len(_GAP) <= room:
            return terms
    taken, fitting = -len(_GAP), 0
    for term in terms:
        taken += len(_GAP) + term.cell_length
        fitting += taken <= room
    return terms[: max(1, fitting)]


def _shown(offer: Offer, number: int, cells: int) -> Content:
    """Returns a term as it is shown, with what it finds in so many cells; none for nothing."""
    words = Content.styled(excerpt(offer.words, _WORDS), "$foreground" if number else "$accent")
    about = excerpt(offer.about, cells)
    term = Content.assemble(words, (f" {about}", "$quiet")) if about else words
    return clickable(term, _OFFER, str(number))

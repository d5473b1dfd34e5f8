"""What a view of the map is, that can stand in the outline's place."""

from abc import abstractmethod
from collections.abc import Callable, Collection, Mapping
from typing import ClassVar, NamedTuple

from textual.geometry import Offset, Region
from textual.message import Message
from textual.scroll_view import ScrollView

from debatemap.core.change import Change
from debatemap.core.debate import Debate
from debatemap.core.search_query import Query
from debatemap.tui.widgets.drawing import Sign
from debatemap.tui.widgets.strength_bar import Standing

__all__ = ["MapView", "Marking"]


class Marking(NamedTuple):
    """What is shown of claims beside their own words.

    Attributes:
        strength: Returns how a claim stands, where strengths are shown and known.
        signs: What differs or is unseen, by claim.
        marked: The claims that are marked.
        query: The words that are searched for, to be highlighted.
        number: Returns the strength of a claim alone, which takes a tenth of the time.
    """

    strength: Callable[[str], Standing | None]
    signs: Mapping[str, Sign]
    marked: Collection[str]
    query: Query | None
    number: Callable[[str], float | None] = lambda _: None


class MapView(ScrollView, can_focus=True):
    """A view with a cursor on a claim; the outline follows it before a command runs.

    A view draws and moves its cursor, and changes nothing. To add one takes a module here and a
    line in `registry`.
    """

    NAME: ClassVar[str]
    """What the view is called in messages."""

    class Moved(Message):
        """The cursor is on another claim."""

    class SortAsked(Message):
        """A click asks for another order.

        Attributes:
            column: The name of the column to sort by.
        """

        def __init__(self, column: str) -> None:
            super().__init__()
            self.column = column

    @property
    @abstractmethod
    def claim(self) -> str | None:
        """The claim that the cursor is on, or None where none is shown."""

    @abstractmethod
    def take(self, debate: Debate) -> None:
        """Shows another debate."""

    @abstractmethod
    def follow(self, change: Change) -> None:
        """Takes up a change that the debate has gone through."""

    @abstractmethod
    def keep(self, claims: Collection[str] | None) -> None:
        """Shows only these claims, as a filter asks; None shows all again."""

    @abstractmethod
    def reveal(self, claim: str) -> bool:
        """Puts the cursor on a claim; tells whether it is shown."""

    @abstractmethod
    def move(self, command: str) -> bool:
        """Does what a command that moves the cursor means here; tells whether it means anything."""

    @abstractmethod
    def mark(self, marking: Marking) -> None:
        """Shows strengths, signs, marks and matches as they are now."""

    @abstractmethod
    def outdate_strengths(self) -> None:
        """Takes up that other strengths are known than before."""

    @abstractmethod
    def writing_region(self, lines: int) -> Region:
        """Returns where the editor stands in this widget, so many lines high."""

    @abstractmethod
    def cursor_offset(self) -> Offset:
        """Returns where on the screen the words of the selected claim begin."""

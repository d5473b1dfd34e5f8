"""What a view of the map is, that can stand in the outline's place."""

from abc import abstractmethod
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from textual.geometry import Offset, Region
from textual.message import Message
from textual.scroll_view import ScrollView

from debatemap.core.change import Change
from debatemap.core.debate import Debate
from debatemap.core.search_query import Query
from debatemap.tui.widgets.row_drawing import Sign
from debatemap.tui.widgets.strength_bar import Standing
from debatemap.views.outline.outline import Step

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["MapView", "Marking"]


class Marking(NamedTuple):
    """What is shown of claims beside their own words.

    Attributes:
        strength: Returns how a claim stands, where strengths are shown and known.
        signs: What differs or is unseen, by claim.
        marked: The claims that are marked.
        query: The words that are searched for, to be highlighted.
        number: Returns the strength of a claim alone, which takes a tenth of the time.
        matches: The claims that a filter has found, or None where there is no filter.
        is_spread: Whether it is told how far apart people are, in place of strengths.
    """

    strength: Callable[[str], Standing | None]
    signs: Mapping[str, Sign]
    marked: Collection[str]
    query: Query | None
    number: Callable[[str], float | None] = lambda _: None
    matches: Collection[str] | None = None
    is_spread: bool = False

    def is_above_matches(self, claim: str) -> bool:
        """Tells whether a claim only stands above what a filter has found."""
        return self.matches is not None and claim not in self.matches


class MapView(ScrollView, can_focus=True):
    """A view with a cursor on a claim; the outline follows it before a command runs.

    A view draws and moves its cursor, and changes nothing. To add one takes a module here and a
    line in `registry`.
    """

    NAME: ClassVar[str]
    """What the view is called in messages."""

    KEEPS_ABOVE: ClassVar[bool] = False
    """Whether a filter leaves it what stands above the claims that match."""
    STANDS_BESIDE: ClassVar[bool] = False
    """Whether it stands beside the outline where the screen is wide enough for both."""

    FILLS: ClassVar[bool] = False
    """Whether it takes the place of the details too."""

    SHOWS_CLAIMS: ClassVar[bool] = True
    """Whether its cursor is on claims; without, commands work on what the outline has selected."""

    _kept: frozenset[str] | None = None
    """The claims that a filter lets through, or None where there is no filter."""
    _asked_to_keep: Collection[str] | None = None
    """The same as they were given, which never change."""

    class Moved(Message):
        """The cursor is on another claim."""

    class Laid(Message):
        """What is shown has new places; the editor that stands over it must follow."""

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

    @property
    def path(self) -> Sequence[Step] | None:
        """The path to the place that the cursor is on, where the view shows places."""
        return None

    @property
    def can_step_out(self) -> bool:
        """Whether the view shows a part of the map that it can be stepped out of."""
        return False

    @property
    def folded(self) -> int | None:
        """How many claims the view folds beneath the cursor's; None where it folds as rows do."""
        return None

    @abstractmethod
    def take(self, debate: Debate) -> None:
        """Shows another debate."""

    @abstractmethod
    def follow(self, change: Change) -> None:
        """Takes up a change that the debate has gone through."""

    def keep(self, claims: Collection[str] | None) -> None:
        """Shows only these claims, as a filter asks; None shows all again."""
        if claims is self._asked_to_keep:
            return
        self._asked_to_keep = claims
        wanted = frozenset(claims) if claims is not None else None
        if wanted != self._kept:
            self._kept = wanted
            self.take_kept()

    @abstractmethod
    def take_kept(self) -> None:
        """Takes up that a filter lets other claims through than before."""

    @abstractmethod
    def reveal(self, claim: str) -> bool:
        """Puts the cursor on a claim; tells whether it is shown."""

    def reveal_place(self, path: Sequence[Step]) -> bool:
        """Puts the cursor on the place at the end of a path; tells whether it is shown."""
        return self.reveal(path[-1][1])

    def recall(self, path: "Path | None", map_id: str) -> None:
        """Takes up how the map was looked at here the last time.

        Args:
            path: The map's file, or None for a map that has none.
            map_id: The map's id.
        """

    def remember(self, path: "Path | None", map_id: str) -> None:
        """Keeps how the map is looked at here; the arguments are those of `recall`."""

    def open_at(self, path: Sequence[Step]) -> None:
        """Shows the place that was selected elsewhere, as the view is brought up."""
        self.reveal_place(path)

    def follow_cursor(self, *, is_followed: bool) -> None:
        """Shows the cursor, or that another widget has it."""

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
    def writing_region(self, lines: int, command: str = "") -> Region:
        """Returns where the editor stands in this widget.

        Args:
            lines: How high it is.
            command: The command that opened it, which says what becomes of the words.
        """

    def end_writing(self) -> None:
        """Takes away the room that was made for the editor."""

    @abstractmethod
    def cursor_offset(self) -> Offset:
        """Returns where on the screen the words of the selected claim begin."""

    @property
    def is_in_reading_order(self) -> bool:
        """Whether its claims stand in reading order."""
        return False

    def claims_in_sight(self) -> Sequence[str]:
        """Returns the claims in sight; of a view that cannot tell, the one of the cursor."""
        return [self.claim] if self.claim is not None else []

    def places_in_sight(self) -> Iterator[tuple[Sequence[Step], Offset]]:
        """Yields the path to each place in sight, and where on the screen its label may stand.

        A view that cannot tell yields nothing.
        """
        yield from ()

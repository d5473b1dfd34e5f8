"""Where the cursor goes among paragraphs, by the command that moves it."""

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from debatemap.views.outline.heights import Heights
from debatemap.views.read.prose import Prose

__all__ = ["MOVES", "Reading"]


class Reading:
    """The paragraphs that are shown, and the one that the cursor is on.

    Args:
        prose: All paragraphs.
        shown: The numbers of those that are shown, in order.
        heights: The lines of each of these.
        index: Where among them the cursor is.
        page: The lines in sight.
    """

    def __init__(
        self, prose: Prose, shown: Sequence[int], heights: Heights, index: int, page: int
    ) -> None:
        self.prose, self.shown, self.heights, self.index = prose, shown, heights, index
        self.page = page

    def by_lines(self, lines: int) -> int:
        """Returns the paragraph so many lines further on, another one in any case."""
        line = self.heights.line_of(self.index) + lines
        found = self.heights.row_at(max(0, line))
        return found if found != self.index else self.index + (1 if lines > 0 else -1)

    def position(self, number: int | None) -> int | None:
        """Returns where among what is shown a paragraph stands."""
        if number is None or number < 0:
            return None
        if isinstance(self.shown, range):
            return number
        return self.shown.index(number) if number in self.shown else None

    def inward(self) -> int | None:
        """Returns the first reply, or where the claim is written out."""
        number = self.shown[self.index]
        here = self.prose.paragraphs[number]
        if here.see:
            return self.position(self.prose.written(here.claim))
        replies = (n for n in self.shown[self.index + 1 :] if self._above(n) == number)
        return self.position(next(replies, None))

    def outward(self) -> int | None:
        """Returns what the paragraph replies to."""
        return self.position(self._above(self.shown[self.index]))

    def sibling(self, way: int) -> int | None:
        """Returns the next or the previous reply to the same."""
        above = self._above(self.shown[self.index])
        ahead = range(self.index + 1, len(self.shown))
        found = ahead if way > 0 else range(self.index - 1, -1, -1)
        return next((index for index in found if self._above(self.shown[index]) == above), None)

    def _above(self, number: int) -> int:
        return self.prose.paragraphs[number].above


MOVES: Final[Mapping[str, Callable[[Reading], int | None]]] = {
    "next": lambda here: here.index + 1,
    "previous": lambda here: here.index - 1,
    "first": lambda _: 0,
    "last": lambda here: len(here.shown) - 1,
    "half_page_down": lambda here: here.by_lines(here.page // 2),
    "half_page_up": lambda here: here.by_lines(-(here.page // 2)),
    "page_down": lambda here: here.by_lines(here.page - 1),
    "page_up": lambda here: here.by_lines(1 - here.page),
    "inward": Reading.inward,
    "outward": Reading.outward,
    "next_sibling": lambda here: here.sibling(1),
    "previous_sibling": lambda here: here.sibling(-1),
}
"""Where a command leads; None leaves the cursor where it is."""

"""Blocks one below the other, of which only those that are in sight are measured."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final

from debatemap.tui.views.card.blocks import Block
from debatemap.views.card import Entry
from debatemap.views.outline.heights import Heights

if TYPE_CHECKING:
    from debatemap.views.card.claim_paths import Step

__all__ = ["Stack"]

_FEW: Final = 40
"""Blocks that are all measured at once."""


class Stack:
    """The blocks of a part of the card, and which of them stands at which line.

    Attributes:
        blocks: The blocks.
        left: The column of the widget at which it begins.
        cells: Its width.
    """

    def __init__(
        self,
        blocks: Sequence[Block],
        left: int,
        cells: int,
        measure: Callable[[Block, int], int],
        estimate: Callable[[Block, int], int],
    ) -> None:
        self.blocks, self.left, self.cells = blocks, left, cells
        self._measure = measure
        self._heights = Heights()
        is_short = len(blocks) <= _FEW
        taken = measure if is_short else estimate
        self._heights.replace(0, 0, [taken(block, cells) for block in blocks], exact=is_short)
        self._places: dict[Step, int] | None = None

    @property
    def total(self) -> int:
        """The lines of all blocks."""
        return self._heights.total

    def line_of(self, index: int) -> int:
        """Returns the first line of a block."""
        return self._heights.line_of(index)

    def height(self, index: int) -> int:
        """Returns the lines of a block."""
        return self._heights[index]

    def at(self, line: int) -> tuple[int, int] | None:
        """Returns the block at a line and which of its lines it is, or None beyond the end."""
        if not 0 <= line < self.total:
            return None
        index = self._heights.row_at(line)
        return index, line - self._heights.line_of(index)

    def settle(self, first: int, last: int) -> bool:
        """Measures the blocks that stand between two lines; tells whether any height changed."""
        changed = False
        index = self._heights.row_at(max(0, first)) if self.blocks else 0
        line = self._heights.line_of(index) if self.blocks else 0
        found: list[tuple[int, int]] = []
        while index < len(self.blocks) and line <= last:
            height = self._heights[index]
            if not self._heights.is_exact(index):
                height = self._measure(self.blocks[index], self.cells)
                changed = changed or height != self._heights[index]
                found.append((index, height))
            line += height
            index += 1
        if found:
            self._heights.correct(found)
        return changed

    def settle_near(self, index: int, lines: int) -> bool:
        """Measures the blocks within so many lines of one; tells whether any height changed."""
        line = self.line_of(index)
        return self.settle(line - lines, line + lines)

    def find(self, entry: Entry) -> int | None:
        """Returns the index of the block of a place, or None where it is not here."""
        if self._places is None:
            entries = ((n, b) for n, b in enumerate(self.blocks) if isinstance(b, Entry))
            self._places = {block.place: number for number, block in entries}
        index = self._places.get(entry.place)
        if index is None:
            return None
        block = self.blocks[index]
        return index if isinstance(block, Entry) and block.above == entry.above else None

    def next_entry(self, index: int, way: int, *, replies: bool = False) -> int | None:
        """Returns the index of the next entry that way, or None where there is none.

        Args:
            index: Where to begin; it is passed over itself.
            way: 1 for down, -1 for up.
            replies: Whether to pass over what is said of steps.
        """
        index += way
        while 0 <= index < len(self.blocks):
            block = self.blocks[index]
            if isinstance(block, Entry) and not (replies and block.role.is_of_step):
                return index
            index += way
        return None

    def entry_near(self, line: int) -> int | None:
        """Returns the index of the entry at a line, or of the one nearest to it."""
        if not self.blocks:
            return None
        index = self._heights.row_at(max(0, line))
        if isinstance(self.blocks[index], Entry):
            return index
        below = self.next_entry(index, 1)
        return below if below is not None else self.next_entry(index, -1)

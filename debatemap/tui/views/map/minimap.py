"""The whole picture in a corner of the screen, with the part that is in sight."""

from collections.abc import Sequence
from typing import Final

from rich.segment import Segment
from textual.geometry import Region, Size
from textual.strip import Strip

from debatemap.tui.widgets.row_styles import RowStyles
from debatemap.views.map import Picture

__all__ = ["Minimap"]

_MOST: Final = Size(24, 8)
_SCREEN: Final = Size(50, 12)
"""From this size on there is room for it."""
_HALVES: Final = " ▀▄█"
"""By which half of the cell has a box: the upper one, the lower one."""

_Seen = tuple[int, int, int, int]
"""The cells of what is in sight: left, top, right, bottom."""


class Minimap:
    """Draws a picture small; each cell has two rows.

    Args:
        picture: The picture.
        screen: The cells of the view that it stands in.
    """

    def __init__(self, picture: Picture, screen: Size) -> None:
        self.size = Size(min(_MOST.width, screen.width // 5), min(_MOST.height, screen.height // 4))
        self._picture = picture
        columns, rows = self.size.width - 2, 2 * (self.size.height - 2)
        self._scale = max(1, picture.width) / max(1, columns), max(1, picture.height) / max(1, rows)
        self._filled: set[tuple[int, int]] = set()
        for box in picture.boxes.values():
            left, right = self._cell(box.x, 0)[0], self._cell(box.right - 1, 0)[0]
            y = self._cell(0, box.row)[1]
            self._filled |= {(x, y) for x in range(left, right + 1)}
        self._drawn_for: tuple[_Seen, tuple[int, int] | None] | None = None
        self._strips: Sequence[Strip] = ()

    @staticmethod
    def is_wanted(picture: Picture, screen: Size) -> bool:
        """Tells whether a picture does not fit in the view, and a small one does."""
        is_large = picture.width > screen.width or picture.height > screen.height
        return is_large and screen.width >= _SCREEN.width and screen.height >= _SCREEN.height

    def _cell(self, x: int, y: int) -> tuple[int, int]:
        return int(x / self._scale[0]), int(y / self._scale[1])

    def point(self, x: int, y: int) -> tuple[int, int]:
        """Returns which cell of the picture a cell of the small one is."""
        return int((x - 0.5) * self._scale[0]), int((2 * y - 1) * self._scale[1])

    def strips(
        self, view: Region, selected: tuple[int, int] | None, styles: RowStyles
    ) -> Sequence[Strip]:
        """Returns its lines; the same ones as before, where they would look the same.

        Args:
            view: The part of the picture that is in sight.
            selected: The cell of the picture that the cursor is on.
            styles: The styles.
        """
        seen = *self._cell(view.x, view.y), *self._cell(view.right - 1, view.bottom - 1)
        cursor = self._cell(*selected) if selected is not None else None
        if self._drawn_for != (seen, cursor):
            self._drawn_for = seen, cursor
            lines = (self._line(y, seen, cursor, styles) for y in range(self.size.height))
            self._strips = [Strip(line, self.size.width) for line in lines]
        return self._strips

    def forget(self) -> None:
        """Has its lines drawn anew, as in another theme."""
        self._drawn_for = None

    def _line(
        self, y: int, seen: _Seen, cursor: tuple[int, int] | None, styles: RowStyles
    ) -> Sequence[Segment]:
        width, height = self.size
        edge = styles.style("guide")
        if y in (0, height - 1):
            ends = "┌┐" if y == 0 else "└┘"
            return [Segment(f"{ends[0]}{'─' * (width - 2)}{ends[1]}", edge)]
        left, top, right, bottom = seen
        segments = [Segment("│", edge)]
        for x in range(width - 2):
            upper, lower = (x, 2 * (y - 1)), (x, 2 * (y - 1) + 1)
            sign = _HALVES[(upper in self._filled) + 2 * (lower in self._filled)]
            is_seen = left <= x <= right and top // 2 <= y - 1 <= bottom // 2
            on = styles.on("selected" if is_seen else "row")
            style = "cursor" if cursor in (upper, lower) else "quiet"
            segments.append(Segment(sign, on(style)))
        return [*segments, Segment("│", edge)]

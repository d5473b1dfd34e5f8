"""Which part of a row stands at a column: what a click there is on."""

from enum import StrEnum

from debatemap.views.outline.row_layout import Layout

__all__ = ["RowPart", "part_at"]


class RowPart(StrEnum):
    """A part of a row."""

    LEFT = "left"
    """The cursor's bar and the guides."""
    FOLD = "fold"
    WORDS = "words"
    """The sign of the stance and the words."""
    MARKS = "marks"
    COUNT = "count"
    STRENGTH = "strength"
    EDGE = "edge"
    """The last cells, where the sign of a difference stands."""


def part_at(layout: Layout, depth: int, column: int) -> RowPart:
    """Returns the part of the first line of a row that stands at a column.

    Examples:
        >>> layout = Layout(80, judged=True)
        >>> [part_at(layout, 0, column).value for column in (0, 1, 3, 40, 64, 70, 76, 79)]
        ['left', 'fold', 'words', 'words', 'marks', 'count', 'strength', 'edge']
    """
    left = layout.CURSOR + layout.indent(depth)
    right = layout.width - layout.right + 1
    ends = (
        (left, RowPart.LEFT),
        (left + layout.FOLD, RowPart.FOLD),
        (right, RowPart.WORDS),
        (right + layout.marks, RowPart.MARKS),
        (right + layout.marks + layout.COUNT, RowPart.COUNT),
        (right + layout.marks + layout.COUNT + layout.strength, RowPart.STRENGTH),
    )
    return next((part for end, part in ends if column < end), RowPart.EDGE)

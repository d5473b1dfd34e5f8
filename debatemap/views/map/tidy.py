"""A tidy forest: columns of boxes of any height, each packed as tightly as its outline allows.

It is the tree drawing of Reingold and Tilford as Buchheim, Jünger and Leipert have it, on its side
and for boxes of several heights. A subtree has an outline, its upper and its lower edge by column;
it is put below the one before it as near as these allow. A box stands beside the first box right
of it, not in the middle of all: a screen that shows one then shows the other. The deeper outline
of two takes up the shallower one, so that all takes time in proportion to the number of boxes.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from debatemap.views.map.forest import Forest

__all__ = ["Spacing", "tidy"]


class Spacing(NamedTuple):
    """Cells between boxes.

    Attributes:
        sibling: Rows between two boxes of one parent.
        cousin: Rows between two boxes of several parents.
        apart: Rows above what stands apart.
        lead: Cells from the vertical of a column's edges to its boxes, with room for a sign.
    """

    sibling: int
    cousin: int
    apart: int
    lead: int


class _Outline:
    """The edges of a subtree by column, its own column last; `shift` is to be added to all."""

    def __init__(self) -> None:
        self.upper: list[int] = []
        self.lower: list[int] = []
        self.shift = 0

    def room_above(self, other: "_Outline", spacing: Spacing) -> int:
        """Returns how far another outline must go down to stand below this one."""
        least = None
        for level in range(1, min(len(self.lower), len(other.upper)) + 1):
            gap = spacing.sibling if level == 1 else spacing.cousin
            here = self.lower[-level] + self.shift + gap - other.upper[-level] - other.shift
            least = here if least is None else max(least, here)
        return least or 0

    def take(self, other: "_Outline") -> None:
        """Takes up an outline that stands below this one."""
        shared = min(len(self.lower), len(other.lower))
        if len(other.lower) > len(self.lower):
            move = self.shift - other.shift
            other.upper[len(other.upper) - shared :] = [edge + move for edge in self.upper]
            self.upper, self.lower, self.shift = other.upper, other.lower, other.shift
            return
        move = other.shift - self.shift
        if shared:
            self.lower[-shared:] = [edge + move for edge in other.lower[-shared:]]

    def put_on(self, upper: int, lower: int) -> None:
        """Adds a column at the left."""
        self.upper.append(upper - self.shift)
        self.lower.append(lower - self.shift)


def tidy(
    forest: Forest, heights: Mapping[str, int], padded: Mapping[str, int], spacing: Spacing
) -> dict[str, int]:
    """Returns the row of the top of each box; the least may be below 0.

    Args:
        forest: What stands under what.
        heights: How high each box is.
        padded: Rows that stay free right above a box, where edges need them.
        spacing: The cells between boxes.
    """
    offsets, outlines = _pack(forest, heights, padded, spacing)
    column, tops = _Outline(), dict[str, int]()
    _stack([*forest.tops], outlines, offsets, column, spacing)
    for claim in forest.apart:
        outline = outlines[claim]
        deepest = max((edge + column.shift for edge in column.lower), default=-spacing.apart)
        highest = min(edge + outline.shift for edge in outline.upper)
        is_first = claim == forest.apart[0]
        gap = spacing.apart if is_first else max(1, spacing.sibling)
        offsets[claim] = deepest + gap - highest
        outline.shift += offsets[claim]
        column.take(outline)
    for claim in forest.walk():
        parent = forest.parent[claim]
        tops[claim] = offsets[claim] + (tops[parent] if parent is not None else 0)
    return tops


def _pack(
    forest: Forest, heights: Mapping[str, int], padded: Mapping[str, int], spacing: Spacing
) -> tuple[dict[str, int], dict[str, _Outline]]:
    """Returns each box's row below the top of its parent, and the outlines of the subtrees."""
    offsets: dict[str, int] = {}
    outlines: dict[str, _Outline] = {}
    for claim in reversed([*forest.walk()]):
        outline, high = _Outline(), heights[claim]
        below = forest.below.get(claim, ())
        if below:
            _stack(below, outlines, offsets, outline, spacing)
            spine = (each for each in below if forest.target[forest.via[each] or ""] == claim)
            top = offsets[next(spine)]
            outline.shift -= top
            for each in below:
                offsets[each] -= top
        outline.put_on(-padded.get(claim, 0), high)
        outlines[claim] = outline
    return offsets, outlines


def _stack(
    claims: Sequence[str],
    outlines: dict[str, _Outline],
    offsets: dict[str, int],
    column: _Outline,
    spacing: Spacing,
) -> None:
    """Puts subtrees one below the other."""
    for claim in claims:
        outline = outlines.pop(claim)
        offsets[claim] = column.room_above(outline, spacing)
        outline.shift += offsets[claim]
        column.take(outline)

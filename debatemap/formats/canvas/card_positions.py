"""Where the cards of a canvas stand: theses at the left, replies to their right."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from debatemap.core.text import count_lines
from debatemap.formats.tree.node import TreeNode
from debatemap.formats.tree.to_nodes import depths_of

__all__ = ["Box", "boxes_of"]

_WIDTH: Final = 340
_CELLS: Final = 34
"""Letters that stand on a line of a card."""
_LINE: Final = 26
_PADDING: Final = 40
_TALLEST: Final = 800
"""A card with more text than that scrolls."""
_ACROSS: Final = 160
_DOWN: Final = 30


class Box(NamedTuple):
    """The place of a card, from its upper left corner."""

    x: int
    y: int
    width: int
    height: int


def boxes_of(nodes: Sequence[TreeNode]) -> dict[str, Box]:
    """Returns the place of each claim, level with the middle of its replies."""
    depths = depths_of(nodes)
    children: dict[int, list[int]] = {}
    for index, node in enumerate(nodes):
        if node.parent is not None and not node.same_as:
            children.setdefault(node.parent, []).append(index)
    heights = [_height(node.claim.text) for node in nodes]
    spans = heights.copy()
    for index in range(len(nodes) - 1, -1, -1):
        below = children.get(index, ())
        spans[index] = max(heights[index], sum(spans[n] + _DOWN for n in below) - _DOWN)
    tops = [0] * len(nodes)
    free = 0
    for index, node in enumerate(nodes):
        if node.parent is None and not node.same_as:
            tops[index], free = free, free + spans[index] + 2 * _DOWN
        below = children.get(index, ())
        inner = sum(spans[n] + _DOWN for n in below) - _DOWN
        top = tops[index] + max(0, (spans[index] - inner) // 2)
        for child in below:
            tops[child] = top
            top += spans[child] + _DOWN
    return {
        node.key: Box(
            depths[index] * (_WIDTH + _ACROSS),
            tops[index] + (spans[index] - heights[index]) // 2,
            _WIDTH, heights[index],
        )
        for index, node in enumerate(nodes)
        if not node.same_as
    }  # fmt: skip


def _height(text: str) -> int:
    lines = count_lines(text[: _CELLS * 40], _CELLS)
    return min(_TALLEST, _PADDING + _LINE * lines)

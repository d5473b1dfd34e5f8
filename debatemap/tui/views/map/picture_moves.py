"""Where the cursor goes in a picture: along its columns, and along what stands under what."""

from bisect import bisect_left
from collections.abc import Callable, Mapping
from typing import Final

from debatemap.views.map import Box, DrawnMap

__all__ = ["MOVES", "beside", "by_lines"]


def beside(drawn: DrawnMap, claim: str, step: int) -> str | None:
    """Returns the next claim down or up: in the same column, and at its end in any."""
    here = drawn.picture.boxes[claim]
    column = drawn.picture.columns[here.x]
    index = bisect_left(column, here.y, key=lambda box: box.y) + step
    if 0 <= index < len(column):
        return column[index].claim
    boxes = drawn.picture.boxes.values()
    return _nearest([box for box in boxes if (box.row - here.row) * step > 0], here)


def by_lines(drawn: DrawnMap, claim: str, lines: int) -> str | None:
    """Returns the claim in the same column that is nearest to so many rows down or up."""
    here = drawn.picture.boxes[claim]
    goal, column = here.row + lines, drawn.picture.columns[here.x]
    return min(column, key=lambda box: (abs(box.row - goal), box.y)).claim


def _nearest(boxes: list[Box], here: Box) -> str | None:
    if not boxes:
        return None
    return min(boxes, key=lambda box: (abs(box.row - here.row), abs(box.x - here.x), box.y)).claim


def _inward(drawn: DrawnMap, claim: str) -> str | None:
    """Returns the claim right of one that is nearest to its row."""
    boxes = drawn.picture.boxes
    below = [boxes[each] for each in drawn.forest.below.get(claim, ())]
    return _nearest(below, boxes[claim])


def _outward(drawn: DrawnMap, claim: str) -> str | None:
    """Returns the claim left of one: for a reply to a step, the claim whose step that is."""
    forest = drawn.forest
    link = forest.via[claim]
    if link is None:
        return None
    target = forest.target[link]
    return forest.host.get(target, target)


def _sibling(drawn: DrawnMap, claim: str, step: int) -> str | None:
    forest = drawn.forest
    parent = forest.parent[claim]
    tops = forest.tops if claim in forest.tops else forest.apart
    siblings = forest.below[parent] if parent is not None else tops
    index = siblings.index(claim) + step
    return siblings[index] if 0 <= index < len(siblings) else None


def _end(drawn: DrawnMap, place: int) -> str:
    return [*drawn.forest.walk()][place]


MOVES: Final[Mapping[str, Callable[[DrawnMap, str], str | None]]] = {
    "next": lambda drawn, claim: beside(drawn, claim, 1),
    "previous": lambda drawn, claim: beside(drawn, claim, -1),
    "inward": _inward,
    "outward": _outward,
    "go_to_target": _outward,
    "next_sibling": lambda drawn, claim: _sibling(drawn, claim, 1),
    "previous_sibling": lambda drawn, claim: _sibling(drawn, claim, -1),
    "first": lambda drawn, _: _end(drawn, 0),
    "last": lambda drawn, _: _end(drawn, -1),
}
"""What each command that moves the cursor leads to; None where it leads nowhere."""

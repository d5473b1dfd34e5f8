"""Draw a row of the edges of a picture."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from debatemap.views.map import Picture, Route

__all__ = ["Cell", "edge_cells"]

_UP, _RIGHT, _DOWN, _LEFT = 1, 2, 4, 8
_SOLID: Final = " │─╰││╭├─╯─┴╮┤┬┼"
"""Characters by the sides on which they meet another one: up, right, down, left."""
_DASHED: Final = " ┆┄╰┆┆╭├┄╯┄┴╮┤┬┼"
_MARK: Final = "●"
_QUIET: Final = "quiet"


class Cell(NamedTuple):
    """A character of an edge, and the name of its style."""

    sign: str
    style: str


class _Sides(NamedTuple):
    """On which sides an edge goes on from a cell, and the name of its style."""

    sides: int
    style: str


def edge_cells(
    picture: Picture, y: int, left: int, right: int, selected: str | None, signs: Mapping[str, str]
) -> dict[int, Cell]:
    """Returns the cells of a row where edges are, by column.

    Where two edges cross, the one of the tree goes on, and the other is interrupted. They only
    meet where one ends at the other.

    Args:
        picture: What is drawn.
        y: The row.
        left: The first column in sight.
        right: The first column that is not.
        selected: The claim whose edges stand out.
        signs: The sign of each link.
    """
    tree: dict[int, _Sides] = {}
    extra: dict[int, _Sides] = {}
    ends: dict[int, int] = {}
    signs_in: dict[int, Cell] = {}
    routes = picture.routes_in(y, left, right)
    for route in routes:
        stance = "pro" if route.stance == "supports" else "con"
        style = "accent" if selected in (route.claim, route.target) else stance
        own: dict[int, _Sides] = {} if route.is_extra else tree
        for x, sides, is_shared in _sides(route, y, left, right):
            _add(own, x, sides, _QUIET if is_shared and style == stance else style)
        if route.is_extra:
            end = route.points[1][0] if route.points[0][1] == route.points[1][1] == y else left - 1
            _cross(extra, own, end)
            if end in own:
                ends[end] = ends.get(end, 0) | own[end].sides
        if route.sign is not None and route.sign[1] == y:
            x = route.sign[0]
            signs_in[x] = Cell(signs.get(route.link, " "), stance)
            if route.target not in picture.marks or route.is_extra:
                # In a line a minus would be read as a part of it.
                signs_in |= dict.fromkeys((x - 1, x + 1), Cell(" ", "row"))
    cells = {x: Cell(_DASHED[sides], style) for x, (sides, style) in extra.items()}
    for x, (sides, style) in tree.items():
        cells[x] = Cell(_SOLID[sides | ends.get(x, 0)], style)
    cells |= {x: cell for x, cell in signs_in.items() if left <= x < right}
    return cells | _marks(picture, routes, y, selected)


def _marks(
    picture: Picture, routes: Sequence[Route], y: int, selected: str | None
) -> dict[int, Cell]:
    found = {}
    for route in routes:
        mark = picture.marks.get(route.target)
        if mark is not None and mark.y == y:
            stance = "pro" if route.stance == "supports" else "con"
            found[mark.x] = Cell(_MARK, "accent" if selected == route.claim else stance)
    return found


def _cross(into: dict[int, _Sides], own: dict[int, _Sides], end: int) -> None:
    """Adds an extra edge to the others: where two cross, the flat one goes on.

    Args:
        into: The others.
        own: Its cells.
        end: The column up to which, from what it ends at, it may run along with others.
    """
    for x, (sides, style) in own.items():
        before = into.get(x)
        if before is None or (x > end and sides & _LEFT and not before.sides & _LEFT):
            into[x] = _Sides(sides, style)
        elif x <= end:
            into[x] = _Sides(before.sides | sides, style)


def _add(into: dict[int, _Sides], x: int, sides: int, style: str) -> None:
    before = into.get(x)
    if before is None:
        into[x] = _Sides(sides, style)
        return
    styles = {before.style, style}
    kept = style if len(styles) == 1 else "accent" if "accent" in styles else _QUIET
    into[x] = _Sides(before.sides | sides, kept)


def _sides(route: Route, y: int, left: int, right: int) -> Iterator[tuple[int, int, bool]]:
    """Yields the cells of an edge in a row, where it goes on from each, and whether it is shared.

    Shared with its siblings is all of it before its last corner.
    """
    points = route.points
    (x, first), (last_x, last) = points[0], points[-1]
    for number, ((a, b), (c, d)) in enumerate(pairwise(points)):
        is_shared = not route.is_extra and number < len(points) - 2
        if b == d == y:
            low, high = min(a, c), max(a, c)
            for column in range(max(low, left), min(high, right - 1) + 1):
                sides = (_LEFT if column > low else 0) | (_RIGHT if column < high else 0)
                yield column, sides, is_shared
        elif a == c and left <= a < right and min(b, d) <= y <= max(b, d):
            sides = (_UP if y > min(b, d) else 0) | (_DOWN if y < max(b, d) else 0)
            yield a, sides, is_shared
    # At both ends it goes on into a box.
    if first == y and left <= x < right and points[1][1] == first:
        yield x, _LEFT, len(points) > 2  # noqa: PLR2004  (a bend)
    if last == y and left <= last_x < right:
        yield last_x, _RIGHT, False

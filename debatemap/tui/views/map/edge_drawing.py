"""Draw a row of the edges of a picture."""

from collections.abc import Collection, Hashable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from debatemap.views.map import Picture, Route

__all__ = ["Cell", "EdgeRow", "edge_row", "straight_lines"]

_UP, _RIGHT, _DOWN, _LEFT = 1, 2, 4, 8
_FLAT, _UPRIGHT = _LEFT | _RIGHT, _UP | _DOWN
_SOLID: Final = " │─╰││╭├─╯─┴╮┤┬┼"
"""Characters by the sides on which they meet another one: up, right, down, left."""
_DASHED: Final = " ┆┄╰┆┆╭├┄╯┄┴╮┤┬┼"
_MARK: Final = "●"
_QUIET: Final = "quiet"
_LIT: Final = "accent"
"""The style of the edges of the selected claim."""


class Cell(NamedTuple):
    """A character of an edge, and the name of its style."""

    sign: str
    style: str


class _Sides(NamedTuple):
    """On which sides an edge goes on from a cell, the name of its style, and what it ends at."""

    sides: int
    style: str
    target: str


class EdgeRow(NamedTuple):
    """What the edges draw in a part of a row, wherever the cursor is.

    Attributes:
        cells: The cells where edges are, by column, as they are drawn while none stands out.
        lit: The columns of the edges that stand out while the cursor is on a claim, by that.
    """

    cells: dict[int, Cell]
    lit: dict[str, frozenset[int]]

    def seen_from(self, selected: str | None) -> Mapping[int, Cell]:
        """Returns the cells as they are drawn while the cursor is on a claim."""
        lit = self.lit.get(selected or "")
        if not lit:
            return self.cells
        return self.cells | {x: Cell(self.cells[x].sign, _LIT) for x in lit}


def straight_lines(picture: Picture, y: int, routes: Sequence[Route]) -> Hashable | None:
    """Returns what edges draw in a row that only goes on as the one above it does, to look it up.

    Args:
        picture: What is drawn.
        y: The row.
        routes: The edges that may have a cell in it.

    Returns:
        The edges, each with the columns in which it crosses the row; None where one of them turns,
        begins or ends there, or where a sign or a mark stands.
    """
    found = []
    for route in routes:
        mark = picture.marks.get(route.target)
        if (mark is not None and mark.y == y) or (route.sign is not None and route.sign[1] == y):
            return None
        columns = []
        for (a, b), (c, d) in pairwise(route.points):
            if y in (b, d):
                return None
            if a == c and (b < y) is (y < d):
                columns.append(a)
        found.append((id(route), *columns))
    return tuple(found)


def edge_row(
    picture: Picture,
    y: int,
    left: int,
    right: int,
    signs: Mapping[str, str],
    routes: Sequence[Route],
) -> EdgeRow:
    """Returns what the edges draw in a row.

    Where two edges cross, the one of the tree goes on, and the other is interrupted; of two of the
    tree, the flat one goes on. They only meet where one ends at the other.

    Args:
        picture: What is drawn.
        y: The row.
        left: The first column in sight.
        right: The first column that is not.
        signs: The sign of each link.
        routes: The edges that may have a cell in this part of the row.
    """
    tree: dict[int, _Sides] = {}
    extra: dict[int, tuple[int, Route]] = {}
    ends: dict[int, int] = {}
    signs_in: dict[int, Cell] = {}
    covered: list[tuple[Route, Collection[int]]] = []
    for route in routes:
        stance = _stance(route)
        own: dict[int, _Sides] = {} if route.is_extra else tree
        columns = []
        for x, sides, is_shared in _sides(route, y, left, right):
            _add(own, x, _Sides(sides, _QUIET if is_shared else stance, route.target))
            columns.append(x)
        if route.is_extra:
            (start, at), (end, turn) = route.points[:2]
            first = range(start, end + 1) if at == turn == y else range(0)
            _cross(extra, own, first, route)
            if first and end in own:
                ends[end] = ends.get(end, 0) | own[end].sides
        else:
            covered.append((route, columns))
        if route.sign is not None and route.sign[1] == y:
            x = route.sign[0]
            signs_in[x] = Cell(signs.get(route.link, " "), stance)
            if route.target not in picture.marks or route.is_extra:
                # In a line a minus would be read as a part of it.
                signs_in |= dict.fromkeys((x - 1, x + 1), Cell(" ", "row"))
    cells = {x: Cell(_DASHED[sides], _stance(route)) for x, (sides, route) in extra.items()}
    for x, (sides, style, _) in tree.items():
        cells[x] = Cell(_SOLID[sides | ends.get(x, 0)], style)
    signs_in = {x: cell for x, cell in signs_in.items() if left <= x < right}
    marks = _marks(picture, routes, y)
    covered += [(route, (x,)) for x, (_, route) in extra.items() if x not in tree]
    lit = _lit(covered, signs_in.keys() | marks.keys())
    for x, route in marks.items():
        lit.setdefault(route.claim, set()).add(x)
    cells |= signs_in | {x: Cell(_MARK, _stance(route)) for x, route in marks.items()}
    return EdgeRow(cells, {claim: frozenset(columns) for claim, columns in lit.items()})


def _stance(route: Route) -> str:
    return "pro" if route.stance == "supports" else "con"


def _lit(
    covered: Sequence[tuple[Route, Collection[int]]], hidden: Collection[int]
) -> dict[str, set[int]]:
    """Returns the columns of the edges of each claim, less those where something else stands."""
    found: dict[str, set[int]] = {}
    for route, columns in covered:
        seen = [x for x in columns if x not in hidden]
        for claim in (route.claim, route.target) if seen else ():
            found[claim] = found.get(claim, set()).union(seen)
    return found


def _marks(picture: Picture, routes: Sequence[Route], y: int) -> dict[int, Route]:
    """Returns the columns of the marks in a row, each with the last edge that ends there."""
    found = {}
    for route in routes:
        mark = picture.marks.get(route.target)
        if mark is not None and mark.y == y:
            found[mark.x] = route
    return found


def _cross(
    into: dict[int, tuple[int, Route]], own: dict[int, _Sides], first: range, route: Route
) -> None:
    """Adds an extra edge to the others: where two cross, the flat one goes on.

    Args:
        into: The others.
        own: Its cells.
        first: The columns in which, from what it ends at, it may run along with others.
        route: The edge.
    """
    for x, (sides, _, _) in own.items():
        before = into.get(x)
        if before is None or (x not in first and sides & _LEFT and not before[0] & _LEFT):
            into[x] = sides, route
        elif x in first:
            into[x] = before[0] | sides, route


def _add(into: dict[int, _Sides], x: int, new: _Sides) -> None:
    before = into.get(x)
    if before is None or (_are_crossed(before, new) and new.sides == _FLAT):
        into[x] = new
    elif not _are_crossed(before, new):
        kept = new.style if before.style == new.style else _QUIET
        into[x] = _Sides(before.sides | new.sides, kept, before.target)


def _are_crossed(one: _Sides, other: _Sides) -> bool:
    """Tells whether two edges only cross in a cell."""
    return one.target != other.target and {one.sides, other.sides} == {_FLAT, _UPRIGHT}


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

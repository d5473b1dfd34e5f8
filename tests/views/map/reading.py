"""What a picture shows, read off its cells: where edges touch boxes, and where they cross."""

from collections.abc import Iterator
from itertools import pairwise

from debatemap.views.map import Picture, Route

__all__ = ["cells_of", "crossings", "merged", "overlaps", "touches"]


def cells_of(route: Route) -> Iterator[tuple[int, int]]:
    """Yields every cell of an edge."""
    for (a, b), (c, d) in pairwise(route.points):
        assert a == c or b == d, "an edge runs along rows and columns"
        for x in range(min(a, c), max(a, c) + 1):
            for y in range(min(b, d), max(b, d) + 1):
                yield x, y


def overlaps(picture: Picture) -> list[tuple[str, str]]:
    """Returns the boxes that have a cell in common with another one."""
    taken: dict[tuple[int, int], str] = {}
    found = []
    for box in picture.boxes.values():
        for x in range(box.x, box.right):
            for y in range(box.y, box.bottom):
                other = taken.setdefault((x, y), box.claim)
                if other != box.claim:
                    found.append((other, box.claim))
    return found


def touches(picture: Picture, route: Route) -> bool:
    """Tells whether an edge goes from what it is for to its premise."""
    (x, y), (last_x, last_y) = route.points[0], route.points[-1]
    premise = picture.boxes[route.claim]
    at_premise = last_x == premise.x - 1 and premise.y <= last_y < premise.bottom
    target = picture.boxes.get(route.target)
    if target is not None:
        return at_premise and x == target.right and target.y <= y < target.bottom
    mark = picture.marks[route.target]
    return at_premise and (x, y) == (mark.x, mark.y)


def crossings(picture: Picture) -> int:
    """Counts the cells where one edge runs through another one that it has nothing to do with."""
    flat: dict[tuple[int, int], set[str]] = {}
    upright: dict[tuple[int, int], set[str]] = {}
    for route in picture.routes:
        net = f"{route.link} {route.claim}" if route.is_extra else route.target
        for (a, b), (c, d) in pairwise(route.points):
            into = flat if b == d else upright
            for x in range(min(a, c) + (b == d), max(a, c) + (b != d)):
                for y in range(min(b, d) + (b != d), max(b, d) + (b == d)):
                    into.setdefault((x, y), set()).add(net)
    return sum(
        len({*flat[cell]} - upright[cell]) * bool(upright[cell] - flat[cell])
        for cell in flat.keys() & upright.keys()
    )


def merged(picture: Picture) -> set[tuple[str, str]]:
    """Returns links of which an extra edge runs along an edge of the tree, as one edge would.

    Edges to one end may: they come together there.
    """
    along: dict[tuple[int, int, bool], list[Route]] = {}
    for route in picture.routes:
        for (a, b), (c, d) in pairwise(route.points):
            for x in range(min(a, c), max(a, c) + (a == c)):
                for y in range(min(b, d), max(b, d) + (b == d)):
                    along.setdefault((x, y, b == d), []).append(route)
    return {
        (one.link, other.link)
        for routes in along.values()
        for one in routes
        if one.is_extra
        for other in routes
        if not other.is_extra
        if other.link != one.link and other.target != one.target
    }

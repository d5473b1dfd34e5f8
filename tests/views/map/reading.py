"""What a picture shows, read off its cells: where edges touch boxes, and where they cross."""

from collections.abc import Iterator
from itertools import combinations, pairwise

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
    """Returns links of which two edges have more in common than cells where they cross.

    They run along each other, or one turns where the other is: then they look as if they met.
    Edges to one end may, as they come together there, and so may an edge and one to it.
    """
    sides: dict[tuple[int, int], dict[Route, set[str]]] = {}
    for route in picture.routes:
        for cell, side in _sides(picture, route):
            sides.setdefault(cell, {}).setdefault(route, set()).add(side)
    return {
        (one.link, other.link)
        for here in sides.values()
        for (one, first), (other, second) in combinations(here.items(), 2)
        if not {one.link, one.target} & {other.link, other.target}
        if sorted(map(sorted, (first, second))) != [["down", "up"], ["left", "right"]]
    }


def _sides(picture: Picture, route: Route) -> Iterator[tuple[tuple[int, int], str]]:
    """Yields every cell of an edge, with each side on which it goes on from there."""
    for (a, b), (c, d) in pairwise(route.points):
        for x in range(min(a, c), max(a, c)):
            yield from (((x, b), "right"), ((x + 1, b), "left"))
        for y in range(min(b, d), max(b, d)):
            yield from (((a, y), "down"), ((a, y + 1), "up"))
    # At the ends it goes on into a box.
    yield route.points[-1], "right"
    if route.target in picture.boxes:
        yield route.points[0], "left"

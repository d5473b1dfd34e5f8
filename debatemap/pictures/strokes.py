"""The lines of a picture: edges with round corners, the signs on them, and the points of steps."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from debatemap.core.debate import Debate

if TYPE_CHECKING:
    from debatemap.views.map.picture import Picture, Route

__all__ = ["CELL", "ROW", "edges", "sign", "sign_of"]

CELL: Final = 7.5
ROW: Final = 18.0
"""A cell of the layout, in pixels."""
_CORNER: Final = 6.0
_RADIUS: Final = 7.0

_Way = list[tuple[float, float]]

_SIGNS: Final = {
    "pro": "M-3.5 0h7M0 -3.5v7",
    "con": "M-3.5 0h7",
    "undercut": "M-3.5 0h6M2.5 -3.5v7",
    "backing": "M-2.5 0h6M-2.5 -3.5v7",
}
"""The sign of a step around its middle."""


def sign_of(debate: Debate, link: str) -> str:
    """Returns what a step is to its target, in a word."""
    record = debate.links[link]
    if record.target in debate.links:
        return "backing" if record.stance == "supports" else "undercut"
    return "pro" if record.stance == "supports" else "con"


def edges(debate: Debate, picture: "Picture") -> Iterator[str]:
    """Yields all edges, then what stands on them."""
    parts = [_parts(picture, route) for route in picture.routes]
    for trunk, _ in parts:
        if len(trunk) > 1:
            yield f'<path class="trunk" d="{_path(trunk)}"/>'
    for route, (_, own) in zip(picture.routes, parts, strict=True):
        kind = sign_of(debate, route.link) + (" again" if route.is_extra else "")
        yield f'<path class="{kind}" d="{_path(own)}"/>'
    for target in {route.target: None for route in picture.routes if route.target in picture.boxes}:
        box = picture.boxes[target]
        x, y = box.right * CELL, (box.row + 0.5) * ROW
        yield f'<path class="tip" d="M{x + 1:g} {y:g}l7 -4v8z"/>'
    for mark in picture.marks.values():
        x, y = _middle(mark.x, mark.y)
        kind = sign_of(debate, mark.link)
        yield f'<circle class="{kind} point" cx="{x:g}" cy="{y:g}" r="4"/>'
    places = {(route.link, _sign_at(picture, route)): None for route in picture.routes}
    for link, place in places:
        if place is not None:
            yield sign(sign_of(debate, link), *place)


def _sign_at(picture: "Picture", route: "Route") -> tuple[float, float] | None:
    """Returns where the sign of an edge stands: beside the box, also where there is little room."""
    if route.sign is None:
        return None
    x, y = _middle(*route.sign)
    return min(x, picture.boxes[route.claim].x * CELL - _RADIUS - 1), y


def sign(kind: str, x: float, y: float) -> str:
    """Returns a sign in a circle."""
    return (
        f'<g class="{kind} sign" transform="translate({x:g} {y:g})">'
        f'<circle r="{_RADIUS:g}"/><path d="{_SIGNS[kind]}"/></g>'
    )


def _parts(picture: "Picture", route: "Route") -> tuple[_Way, _Way]:
    """Returns an edge as the part that it shares with others of its target, and its own part."""
    way = _way(picture, route)
    if route.is_extra or route.sign is None:
        return [], way
    x, y = _middle(*route.sign)
    first = next(number for number, (_, row) in enumerate(way) if row == y)
    start = way[first]
    if route.target in picture.boxes:
        start = (max(start[0], x - 3 * CELL + _CORNER), y)
    return [*way[: first + 1], start], [start, *way[first + 1 :]]


def _way(picture: "Picture", route: "Route") -> _Way:
    """Returns the corners of an edge in pixels, from the edge of a box to that of another."""
    way = [_middle(x, y) for x, y in route.points]
    target = picture.boxes.get(route.target)
    if target is not None:
        way[0] = (target.right * CELL, way[0][1])
    way[-1] = (picture.boxes[route.claim].x * CELL, way[-1][1])
    return way


def _middle(x: int, y: int) -> tuple[float, float]:
    return (x + 0.5) * CELL, (y + 0.5) * ROW


def _path(way: Sequence[tuple[float, float]]) -> str:
    """Returns a way with round corners."""
    parts = [f"M{way[0][0]:g} {way[0][1]:g}"]
    for before, here, after in zip(way, way[1:], way[2:], strict=False):
        start, end = _near(here, before), _near(here, after)
        parts.append(f"L{start[0]:g} {start[1]:g}Q{here[0]:g} {here[1]:g} {end[0]:g} {end[1]:g}")
    parts.append(f"L{way[-1][0]:g} {way[-1][1]:g}")
    return "".join(parts)


def _near(corner: tuple[float, float], other: tuple[float, float]) -> tuple[float, float]:
    """Returns the point from which a corner is round, no farther than half way to the other."""
    across, down = other[0] - corner[0], other[1] - corner[1]
    length = abs(across) + abs(down)
    step = min(_CORNER, length / 2) / length if length else 0
    return corner[0] + across * step, corner[1] + down * step

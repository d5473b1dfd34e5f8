"""Points in groups: k-means, with the number of groups by the silhouette."""

from collections.abc import Iterable, Sequence
from itertools import combinations, islice
from math import comb, dist
from typing import Final, NamedTuple

__all__ = ["Clusters", "clusters", "k_means", "silhouette"]

Point = Sequence[float]
_MOST: Final = 5
_STARTS: Final = 64
_STARTS_OF_MANY: Final = 16
_MANY: Final = 100
_ROUNDS: Final = 100
_DIGITS: Final = 12


class Clusters(NamedTuple):
    """Points in groups.

    Attributes:
        groups: The group of each point, from 0; the largest group is 0.
        number: How many groups there are.
        silhouette: How well apart they are, −1 to 1; 0 for a single group.
    """

    groups: tuple[int, ...]
    number: int
    silhouette: float


def clusters(points: Sequence[Point], most: int = _MOST) -> Clusters:
    """Returns points in two to five groups, whichever number has the best silhouette.

    Polis allows 2 + n/12 groups, and five at most. Points that are all the same make one.

    Args:
        points: Where they stand.
        most: The most groups.

    Examples:
        >>> clusters([(0.0,), (0.1,), (0.2,), (5.0,), (5.1,)]).groups
        (0, 0, 0, 1, 1)
    """
    different = len({tuple(point) for point in points})
    limit = min(most, 2 + len(points) // 12, different)
    best = Clusters((0,) * len(points), 1, 0.0)
    for count in range(2, limit + 1):
        groups = k_means(points, count)
        fit = silhouette(points, groups)
        if best.number == 1 or round(fit, _DIGITS) > round(best.silhouette, _DIGITS):
            best = Clusters(groups, count, fit)
    return best


def k_means(points: Sequence[Point], count: int) -> tuple[int, ...]:
    """Returns the group of each point, with the least sum of squares that any start leads to.

    Lloyd (1982), from several sets of the points themselves: all of them where they are few, else
    points that are far from each other, beginning with each in turn.
    """
    best: tuple[float, tuple[int, ...]] | None = None
    for start in _starts(points, count):
        groups = _settled(points, [points[place] for place in start])
        if len(set(groups)) < count:
            continue
        found = (round(_spread(points, groups), _DIGITS), groups)
        best = found if best is None or found < best else best
    return _by_size(best[1]) if best is not None else (0,) * len(points)


def silhouette(points: Sequence[Point], groups: Sequence[int]) -> float:
    """Returns the mean of (b − a) / max(a, b) over the points (Rousseeuw 1987).

    a is the mean distance to the others of its own group, b that to the nearest other group; a
    point alone in its group counts 0.
    """
    members: dict[int, list[int]] = {}
    for place, group in enumerate(groups):
        members.setdefault(group, []).append(place)
    if len(members) < 2:  # noqa: PLR2004  (there is nothing to be apart from)
        return 0.0
    total = 0.0
    for place, group in enumerate(groups):
        if len(members[group]) == 1:
            continue
        away = {g: sum(dist(points[place], points[o]) for o in each) for g, each in members.items()}
        own = away[group] / (len(members[group]) - 1)
        other = min(away[g] / len(each) for g, each in members.items() if g != group)
        total += (other - own) / max(own, other) if max(own, other) else 0.0
    return total / len(points)


def _starts(points: Sequence[Point], count: int) -> Iterable[Sequence[int]]:
    if comb(len(points), count) <= _STARTS:
        return combinations(range(len(points)), count)
    starts = _STARTS_OF_MANY if len(points) > _MANY else _STARTS
    step = max(1, len(points) // starts)
    return (_far_apart(points, first, count) for first in islice(range(len(points)), 0, None, step))


def _far_apart(points: Sequence[Point], first: int, count: int) -> list[int]:
    """Returns places of points, each the farthest from those before it."""
    chosen = [first]
    nearest = [dist(point, points[first]) for point in points]
    while len(chosen) < count:
        place = max(range(len(points)), key=nearest.__getitem__)
        chosen.append(place)
        nearest = [min(n, dist(p, points[place])) for n, p in zip(nearest, points, strict=True)]
    return chosen


def _settled(points: Sequence[Point], centres: list[Point]) -> tuple[int, ...]:
    groups: tuple[int, ...] = ()
    for _ in range(_ROUNDS):
        found = tuple(_nearest(point, centres) for point in points)
        if found == groups:
            break
        groups = found
        centres = [_centre(points, groups, g) or centres[g] for g in range(len(centres))]
    return groups


def _nearest(point: Point, centres: Sequence[Point]) -> int:
    return min(range(len(centres)), key=lambda group: dist(point, centres[group]))


def _centre(points: Sequence[Point], groups: Sequence[int], group: int) -> Point:
    own = [point for point, other in zip(points, groups, strict=True) if other == group]
    return [sum(column) / len(own) for column in zip(*own, strict=True)]


def _spread(points: Sequence[Point], groups: Sequence[int]) -> float:
    centres = {group: _centre(points, groups, group) for group in set(groups)}
    return sum(dist(p, centres[g]) ** 2 for p, g in zip(points, groups, strict=True))


def _by_size(groups: Sequence[int]) -> tuple[int, ...]:
    """Numbers groups by their size, the largest first; of two the one with the first point."""
    order = sorted(set(groups), key=lambda group: (-groups.count(group), groups.index(group)))
    number = {group: place for place, group in enumerate(order)}
    return tuple(number[group] for group in groups)

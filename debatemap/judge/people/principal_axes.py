"""The axes along which people differ most: principal components, by power iteration.

A vote that is missing is taken for the mean of its column, so that it says nothing. People who have
voted little would stand near the middle for that alone; so each is moved out by √(columns / votes),
as Polis does (Small, Bjorkegren, Erkkilä, Shaw and Megill 2021). The iteration goes over the rows,
which are fewer than the columns as a rule: of a table X it finds the vectors u of X·Xᵀ, and Xᵀu is
the axis.
"""

from collections.abc import Callable, Sequence
from math import sqrt
from operator import itemgetter, mul
from typing import Final, NamedTuple

__all__ = ["Axes", "principal_axes"]

_ROUNDS: Final = 100
"""As many as Polis goes; of axes that hold nearly the same it hardly matters which comes first."""
_ROUNDS_OF_FEW: Final = 1_000
_FEWEST: Final = 100
_AT_REST: Final = 1e-12
_STEADY: Final = 1e-9
_FEW: Final = 400
"""Rows up to which it is first worked out what each two of them have in common."""

Row = Sequence[float | None]
Point = tuple[float, ...]
_Sparse = dict[int, float]
"""By column, what a row is away from the mean there; nothing where a value is missing."""
_Multiply = Callable[[Sequence[float]], list[float]]


class Axes(NamedTuple):
    """The principal axes of a table.

    Attributes:
        axes: Unit vectors over the columns, that of the largest variance first; each is turned so
            that its largest component is positive.
        variances: The variance of the rows along each.
        points: Where each row stands on them, moved out by how little it says.
    """

    axes: tuple[Point, ...]
    variances: tuple[float, ...]
    points: tuple[Point, ...]


def principal_axes(rows: Sequence[Row], count: int = 2) -> Axes:
    """Returns the axes of the largest variance, as many as there are up to a number.

    Args:
        rows: Of the same length each; None where a value is missing.
        count: How many axes.

    Examples:
        >>> found = principal_axes([(1.0, 1.0), (-1.0, -1.0), (0.0, None)])
        >>> [round(part, 3) for part in found.axes[0]], round(found.variances[0], 3)
        ([0.707, 0.707], 1.333)
    """
    centred = _centred(rows)
    multiply = _multiplier(centred)
    directions: list[list[float]] = []
    axes: list[Point] = []
    lengths: list[float] = []
    while len(directions) < min(count, len(rows)):
        direction = _direction(multiply, directions, len(rows))
        axis = _combined(centred, direction, len(rows[0])) if direction is not None else []
        length = _length(axis)
        if direction is None or length <= _AT_REST:
            break
        sign = 1.0 if max(axis, key=abs) > 0 else -1.0
        directions.append([sign * part for part in direction])
        axes.append(tuple(sign * part / length for part in axis))
        lengths.append(length)
    points = []
    for place, given in enumerate(rows):
        votes = sum(value is not None for value in given)
        out = sqrt(len(given) / votes) if votes else 0.0
        at = zip(lengths, directions, strict=True)
        points.append(tuple(out * length * direction[place] for length, direction in at))
    return Axes(tuple(axes), tuple(each * each / len(rows) for each in lengths), tuple(points))


def _centred(rows: Sequence[Row]) -> list[_Sparse]:
    """Returns rows less the mean of each column."""
    means = []
    for column in zip(*rows, strict=True):
        known = [value for value in column if value is not None]
        means.append(sum(known) / len(known) if known else 0.0)
    return [
        {place: value - means[place] for place, value in enumerate(row) if value is not None}
        for row in rows
    ]


def _multiplier(rows: Sequence[_Sparse]) -> _Multiply:
    """Returns what multiplies a vector over the rows by X·Xᵀ."""
    if len(rows) > _FEW:
        columns: dict[int, _Sparse] = {}
        for number, row in enumerate(rows):
            for place, value in row.items():
                columns.setdefault(place, {})[number] = value
        order = {place: number for number, place in enumerate(columns)}
        across = [{order[place]: value for place, value in row.items()} for row in rows]
        by_column, by_row = _times(list(columns.values())), _times(across)
        return lambda vector: by_row(by_column(vector))
    width = max((max(row, default=-1) for row in rows), default=-1) + 1
    dense = [[row.get(place, 0.0) for place in range(width)] for row in rows]
    products = [[0.0] * len(rows) for _ in rows]
    for one, left in enumerate(dense):
        for other in range(one, len(rows)):
            products[one][other] = products[other][one] = sum(map(mul, left, dense[other]))
    return lambda vector: [sum(map(mul, row, vector)) for row in products]


def _times(rows: Sequence[_Sparse]) -> _Multiply:
    """Returns what multiplies a vector by rows; each takes its places out of it at once."""
    parts = [(tuple(row), tuple(row.values())) for row in rows if row]
    taken = [(itemgetter(*places, places[0]), values) for places, values in parts]
    empty = [not row for row in rows]

    def times(vector: Sequence[float]) -> list[float]:
        found = iter([sum(map(mul, values, take(vector))) for take, values in taken])
        return [0.0 if is_empty else next(found) for is_empty in empty]

    return times


def _direction(
    multiply: _Multiply, before: Sequence[Sequence[float]], count: int
) -> list[float] | None:
    """Returns the unit vector that grows most, at right angles to those before; None if none."""
    mixed = [0.5 + sqrt(place + 2.0) % 1.0 for place in range(count)]
    units = ([float(place == start) for place in range(count)] for start in range(count))
    found: list[float] | None = None
    for start in (mixed, *units):
        grown = _square(multiply(_square(start, before)), before)
        if _length(grown) > _AT_REST:
            found = _unit(grown)
            break
    for _ in range(_ROUNDS_OF_FEW if count <= _FEWEST else _ROUNDS):
        following = _unit(_square(multiply(found), before)) if found is not None else None
        if found is None or following is None:
            break
        moved = max(abs(a - b) for a, b in zip(found, following, strict=True))
        found = following
        if moved < _STEADY:
            break
    return found


def _square(vector: Sequence[float], before: Sequence[Sequence[float]]) -> list[float]:
    """Returns a vector less its part along others, which are of length 1."""
    left = list(vector)
    for other in before:
        along = sum(map(mul, left, other))
        left = [a - along * b for a, b in zip(left, other, strict=True)]
    return left


def _combined(rows: Sequence[_Sparse], weights: Sequence[float], columns: int) -> list[float]:
    """Returns the sum of rows with a weight each."""
    total = [0.0] * columns
    for row, weight in zip(rows, weights, strict=True):
        for place, value in row.items():
            total[place] += weight * value
    return total


def _length(vector: Sequence[float]) -> float:
    return sqrt(sum(map(mul, vector, vector)))


def _unit(vector: Sequence[float]) -> list[float] | None:
    length = _length(vector)
    return [part / length for part in vector] if length > _AT_REST else None

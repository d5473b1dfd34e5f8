"""The axes along which people differ most: principal components, by power iteration.

A vote that is missing is taken for the mean of its column, so that it says nothing. People who have
voted little would stand near the middle for that alone; so each is moved out by √(columns / votes),
as Polis does (Small, Bjorkegren, Erkkilä, Shaw and Megill 2021).
"""

from collections.abc import Sequence
from math import sqrt
from typing import Final, NamedTuple

__all__ = ["Axes", "principal_axes"]

_ROUNDS: Final = 1_000
_AT_REST: Final = 1e-12

Row = Sequence[float | None]
Point = tuple[float, ...]


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
    left = [list(row) for row in centred]
    axes: list[Point] = []
    variances: list[float] = []
    while len(axes) < count:
        axis = _axis(left)
        if axis is None:
            break
        along = [sum(a * b for a, b in zip(row, axis, strict=True)) for row in left]
        axes.append(axis)
        variances.append(sum(each * each for each in along) / len(left))
        for row, each in zip(left, along, strict=True):
            for column, part in enumerate(axis):
                row[column] -= each * part
    points = []
    for row, given in zip(centred, rows, strict=True):
        votes = sum(value is not None for value in given)
        out = sqrt(len(given) / votes) if votes else 0.0
        points.append(
            tuple(out * sum(a * b for a, b in zip(row, axis, strict=True)) for axis in axes)
        )
    return Axes(tuple(axes), tuple(variances), tuple(points))


def _centred(rows: Sequence[Row]) -> list[list[float]]:
    """Returns rows less the mean of each column; what is missing becomes 0."""
    means = []
    for column in zip(*rows, strict=True):
        known = [value for value in column if value is not None]
        means.append(sum(known) / len(known) if known else 0.0)
    return [
        [0.0 if v is None else v - mean for v, mean in zip(row, means, strict=True)] for row in rows
    ]


def _axis(rows: list[list[float]]) -> Point | None:
    """Returns the direction of the largest variance, or None where there is none left."""
    start = max(rows, key=lambda row: sum(value * value for value in row), default=[])
    axis = _unit(start)
    if axis is None:
        return None
    for _ in range(_ROUNDS):
        along = [sum(a * b for a, b in zip(row, axis, strict=True)) for row in rows]
        turned = [0.0] * len(axis)
        for row, each in zip(rows, along, strict=True):
            for column, value in enumerate(row):
                turned[column] += each * value
        following = _unit(turned)
        if following is None:
            break
        moved = max(abs(a - b) for a, b in zip(axis, following, strict=True))
        axis = following
        if moved < _AT_REST:
            break
    largest = max(axis, key=abs)
    return tuple(part if largest > 0 else -part for part in axis)


def _unit(vector: Sequence[float]) -> list[float] | None:
    length = sqrt(sum(part * part for part in vector))
    return [part / length for part in vector] if length > _AT_REST else None

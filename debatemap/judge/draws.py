"""Draws of what might be held of many claims, the same in every run.

Each claim has as many draws as all others, spread evenly over its span and shuffled for it alone
(Latin hypercube sampling; McKay, Beckman and Conover, 1979), so that few of them say much. How it
is shuffled follows from its id: a map has the same interval wherever and however it was edited.
"""

from collections.abc import Sequence
from functools import lru_cache
from random import Random
from typing import Final
from zlib import crc32

__all__ = ["SHUFFLES", "Column", "Columns", "Draws", "sum_of"]

Column = Sequence[float]
"""One number for each draw."""

SHUFFLES: Final = 61
_SEED: Final = 20_261_129


class Draws:
    """Makes columns of draws.

    Attributes:
        count: How many draws a column has.

    Examples:
        >>> draws = Draws(4)
        >>> sorted(draws.column("c", 0.0, 1.0)), draws.column("c", 0.5, 0.5)
        ([0.125, 0.375, 0.625, 0.875], [0.5, 0.5, 0.5, 0.5])
        >>> draws.column("c", 0.0, 1.0) == Draws(4).column("c", 0.0, 1.0)
        True
    """

    def __init__(self, count: int) -> None:
        self.count = count

    def column(self, name: str, low: float, high: float) -> Column:
        """Returns draws that are spread evenly from a lowest to a highest value.

        Args:
            name: Whose they are: those of two names are independent.
            low: The lowest value.
            high: The highest value.
        """
        return self.between(low, high).of(sum_of(name))

    def between(self, low: float, high: float) -> "Columns":
        """Returns all columns that there are of draws from a lowest to a highest value."""
        return _columns(self.count, low, high)


class Columns:
    """The columns of a span, each by the checksum of whose it is: a shuffle, and where it begins.

    They are cut out of a shuffle that is written twice. To keep each would leave no room in the
    caches of the processor, and to read one would take longer than to cut it out.
    """

    def __init__(self, count: int, low: float, high: float) -> None:
        self._count, self._low, self._high = count, low, high
        self._twice: dict[int, Column] = {}

    def of(self, checksum: int) -> Column:
        """Returns the column of a checksum, as `sum_of` makes them."""
        start = checksum // SHUFFLES % self._count
        shuffle = checksum % SHUFFLES
        twice = self._twice.get(shuffle) or self._make(shuffle)
        return twice[start : start + self._count]

    def twice(self) -> list[Column]:
        """Returns the shuffles, each written twice, for who cuts out very many columns, as `of`."""
        return [self._twice.get(shuffle) or self._make(shuffle) for shuffle in range(SHUFFLES)]

    def _make(self, shuffle: int) -> Column:
        low, wide, count = self._low, self._high - self._low, self._count
        once = [low + wide * (place + 0.5) / count for place in _shuffled(count, shuffle)]
        twice = self._twice[shuffle] = once * 2
        return twice


def sum_of(name: str, before: int = 0) -> int:
    """Returns the checksum of a name, by which its column is chosen.

    Args:
        name: The name, or its end.
        before: The checksum of what stands before that.

    Examples:
        >>> sum_of("c > t") == sum_of(" > t", sum_of("c"))
        True
    """
    return crc32(name.encode("utf-8", "surrogatepass"), before)


@lru_cache(maxsize=64)
def _columns(count: int, low: float, high: float) -> Columns:
    return Columns(count, low, high)


@lru_cache(maxsize=128)
def _shuffled(count: int, shuffle: int) -> Sequence[int]:
    places = list(range(count))
    Random(_SEED + shuffle).shuffle(places)  # noqa: S311  (no secret depends on it)
    return places

"""Columns of draws of one span: shuffles of the same numbers."""

from collections.abc import Sequence
from functools import lru_cache
from random import Random
from typing import Final

__all__ = ["SHUFFLES", "Column", "Columns"]

Column = Sequence[float]
"""One number for each draw."""

SHUFFLES: Final = 61
_SEED: Final = 20_261_129


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


@lru_cache(maxsize=128)
def _shuffled(count: int, shuffle: int) -> Sequence[int]:
    places = list(range(count))
    Random(_SEED + shuffle).shuffle(places)  # noqa: S311  (no secret depends on it)
    return places

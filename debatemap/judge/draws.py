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

__all__ = ["Column", "Draws"]

Column = Sequence[float]
"""One number for each draw."""

_SHUFFLES: Final = 61
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
        if low == high:
            return [low] * self.count
        number = crc32(name.encode("utf-8", "surrogatepass"))
        return _turned(self.count, number % (_SHUFFLES * self.count), low, high)


@lru_cache(maxsize=4096)
def _turned(count: int, number: int, low: float, high: float) -> Column:
    """Returns one of the columns that there are of a span: a shuffle, and where it begins."""
    spread = _spread(count, number % _SHUFFLES, low, high)
    start = number // _SHUFFLES
    return [*spread[start:], *spread[:start]]


@lru_cache(maxsize=512)
def _spread(count: int, shuffle: int, low: float, high: float) -> Column:
    wide = high - low
    return [low + wide * (place + 0.5) / count for place in _shuffled(count, shuffle)]


@lru_cache(maxsize=128)
def _shuffled(count: int, shuffle: int) -> Sequence[int]:
    places = list(range(count))
    Random(_SEED + shuffle).shuffle(places)  # noqa: S311  (no secret depends on it)
    return places

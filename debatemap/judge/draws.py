"""Draws of what might be held of many claims, the same in every run.

Each claim has as many draws as all others, spread evenly over its span and shuffled for it alone
(Latin hypercube sampling; McKay, Beckman and Conover, 1979), so that few of them say much. How it
is shuffled follows from its id: a map has the same interval wherever and however it was edited.
"""

from functools import lru_cache
from zlib import crc32

from debatemap.judge.draw_columns import Column, Columns

__all__ = ["Draws", "sum_of"]


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

    def between(self, low: float, high: float) -> Columns:
        """Returns all columns that there are of draws from a lowest to a highest value."""
        return _columns(self.count, low, high)


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

"""What a strength says in words, by bands and not by a bare half."""

from enum import Enum
from typing import Final, NamedTuple

from debatemap.judge.settling import Range

__all__ = ["AGAINST_TO", "FOR_FROM", "Side", "Verdict", "percentage", "side_of", "verdict_of"]

FOR_FROM: Final = 0.55
AGAINST_TO: Final = 0.45
"""Between the two lie 18 to 30 in 100 theses of real debates: too close to call."""


class Side(Enum):
    """Which way a debate leans on a claim."""

    FOR = "leans for"
    AGAINST = "leans against"
    CLOSE = "too close to call"
    UNSETTLED = "does not settle"

    @property
    def word(self) -> str:
        """The side in one word, as a person says it; the value is for programs."""
        return _WORDS[self]


_WORDS: Final = {
    Side.FOR: "for",
    Side.AGAINST: "against",
    Side.CLOSE: "open",
    Side.UNSETTLED: "unsettled",
}


class Verdict(NamedTuple):
    """How a claim stands after its arguments.

    Attributes:
        side: Which way it leans.
        strength: 0 to 1; the middle of the range, where it does not settle.
        range: The lowest and highest strength that were seen, where it does not settle.
    """

    side: Side
    strength: float
    range: Range | None = None

    @property
    def points(self) -> str:
        """The strength as a person reads it: `62 of 100`, or `30 to 62 of 100`."""
        return f"{self.figure} of 100"

    @property
    def figure(self) -> str:
        """The strength in points of 100 without the scale, as rows show it.

        It is never rounded into another band than the verdict's.

        Examples:
            >>> verdict_of(0.62).figure, verdict_of(0.546).figure
            ('62', '54')
            >>> verdict_of(0.4, (0.3, 0.5)).figure
            '30 to 50'
            >>> verdict_of(0.4, (0.3999, 0.4001)).figure
            'near 40'
        """
        if self.range is not None:
            low, high = (round(100 * end) for end in self.range)
            return f"{low} to {high}" if low < high else f"near {low}"
        return f"{percentage(self.strength)}"

    @property
    def words(self) -> str:
        """The verdict in words: `for, 62 of 100`."""
        return f"{self.side.word}, {self.points}"

    @property
    def for_programs(self) -> str:
        """The verdict as data has it: `leans for, 62 %`."""
        return f"{self.side.value}, {self.figure} %"


def side_of(strength: float) -> Side:
    """Returns which way a strength leans.

    Examples:
        >>> [side_of(strength).value for strength in (0.55, 0.5, 0.45)]
        ['leans for', 'too close to call', 'leans against']
    """
    if strength >= FOR_FROM:
        return Side.FOR
    return Side.AGAINST if strength <= AGAINST_TO else Side.CLOSE


def verdict_of(strength: float, spread: Range | None = None) -> Verdict:
    """Returns the verdict on a strength, 0 to 1, and on the range of one that does not settle."""
    if spread is not None:
        return Verdict(Side.UNSETTLED, strength, spread)
    return Verdict(side_of(strength), strength)


def percentage(strength: float) -> int:
    """Returns a strength in whole points of 100, on its own side of the bands' edges.

    Examples:
        >>> percentage(0.545), percentage(0.55), percentage(0.4501), percentage(0.999)
        (54, 55, 46, 100)
    """
    rounded = round(100 * strength)
    side = side_of(strength)
    if side is side_of(rounded / 100):
        return rounded
    return rounded - 1 if rounded / 100 > strength else rounded + 1

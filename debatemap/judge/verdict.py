"""What a strength says in words, by bands and not by a bare half."""

from enum import Enum
from math import ceil, floor
from typing import Final, NamedTuple

from debatemap.judge.settling import Range

__all__ = [
    "AGAINST_TO",
    "FOR_FROM",
    "Basis",
    "Interval",
    "Side",
    "Verdict",
    "percentage",
    "rounded",
    "side_of",
    "verdict_of",
]

FOR_FROM: Final = 0.55
AGAINST_TO: Final = 0.45
"""Between the two lie 18 to 30 in 100 theses of real debates: too close to call."""
_WIDE: Final = 0.1
_VERY_WIDE: Final = 0.3
"""Widths of an interval from which a strength is told in steps of 5 and of 10 points."""
_STEP: Final = 5
_HALF: Final = 0.5 + 1e-9


class Side(Enum):
    """Which way a debate leans on a claim."""

    FOR = "for"
    AGAINST = "against"
    CLOSE = "open"
    UNSETTLED = "unsettled"

    @property
    def word(self) -> str:
        """The side in one word, the same for people and for programs."""
        return self.value


class Interval(NamedTuple):
    """Within what a strength would lie by what people might hold: 0 to 1 each.

    Attributes:
        low: Five in a hundred draws are lower.
        high: Five in a hundred draws are higher.
        least: None is lower, nor could be.
        most: None is higher, nor could be.
        leans_for: The part of the draws whose verdict is for the claim.
        is_open: The part of the draws whose verdict is open.
        leans_against: The part of the draws whose verdict is against the claim.
        draws: How many there were.
        exact: Whether all cycles came to rest under all of them.
    """

    low: float
    high: float
    least: float
    most: float
    leans_for: float
    is_open: float
    leans_against: float
    draws: int
    exact: bool = True


class Basis(NamedTuple):
    """What a verdict rests on: the ratings of the claim and of all that bears on it.

    Attributes:
        claims: How many claims bear on it, and itself.
        rated: How many of these somebody has rated.
        ratings: How many ratings there are of them, and of the steps between them.
        raters: How many people these are from.
        apart: How far apart two people are on what both have rated, on average, in points of
            100; None where no two have rated the same.
        person: Whose view it is; empty for everybody's.
    """

    claims: int
    rated: int
    ratings: int
    raters: int
    apart: float | None = None
    person: str = ""


class Verdict(NamedTuple):
    """How a claim stands after its arguments.

    Attributes:
        side: Which way it leans.
        strength: 0 to 1; the middle of the range, where it does not settle.
        range: The lowest and highest strength that were seen, where it does not settle.
        interval: Within what it would lie by what people might hold, where that was found out.
        basis: What it rests on, where that was found out.
    """

    side: Side
    strength: float
    range: Range | None = None
    interval: Interval | None = None
    basis: Basis | None = None

    @property
    def points(self) -> str:
        """The strength as a person reads it: `62 of 100`, or `about 60 of 100 (45 to 75)`."""
        return f"{self.about} of 100{self.band}"

    @property
    def about(self) -> str:
        """The strength in as many points of 100 as it can bear: `62`, or `about 60`."""
        return self.figure if self.step == 1 else f"about {self.figure}"

    @property
    def band(self) -> str:
        """The ends of its interval: ` (45 to 75)`; nothing where they are the figure itself."""
        if self.range is not None or self.interval is None:
            return ""
        low, high = self.ends
        return f" ({low} to {high})" if low < high else ""

    @property
    def ends(self) -> tuple[int, int]:
        """The ends of its interval, in points of 100 that it can bear, with the figure between."""
        interval = self.interval
        low, high = (interval.low, interval.high) if interval is not None else (self.strength,) * 2
        step, here = min(self.step, _STEP), rounded(self.strength, self.step)
        # A half goes outward, so that what is as far to either side reads so.
        near = ceil(100 * low / step - _HALF) * step
        far = floor(100 * high / step + _HALF) * step
        return min(near, here), max(far, here)

    @property
    def step(self) -> int:
        """In what points of 100 it is told: 1, or 5 and 10 where the interval is wide.

        Examples:
            >>> [Verdict(Side.FOR, 0.7, None, Interval(0.7 - w, 0.7 + w, 0, 1, 1, 0, 0, 9)).step
            ...     for w in (0.04, 0.1, 0.16)]
            [1, 5, 10]
        """
        if self.range is not None or self.interval is None:
            return 1
        wide = self.interval.high - self.interval.low
        return 10 if wide >= _VERY_WIDE else _STEP if wide >= _WIDE else 1

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
        return f"{rounded(self.strength, self.step)}"

    @property
    def words(self) -> str:
        """The verdict in words: `for, 62 of 100`."""
        return f"{self.side.word}, {self.points}"

    def told_in(self, step: int) -> str:
        """Returns the verdict in words, in as many points of 100 as another one on the claim bears.

        Examples:
            >>> verdict_of(0.62).told_in(5), verdict_of(0.62).told_in(1)
            ('for, about 60 of 100', 'for, 62 of 100')
        """
        if self.range is not None or step == 1:
            return self.words
        return f"{self.side.word}, about {rounded(self.strength, step)} of 100"


def side_of(strength: float) -> Side:
    """Returns which way a strength leans.

    Examples:
        >>> [side_of(strength).value for strength in (0.55, 0.5, 0.45)]
        ['for', 'open', 'against']
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
    return rounded(strength)


def rounded(strength: float, step: int = 1) -> int:
    """Returns a strength in points of 100, to the nearest step on its own side of the bands' edges.

    Examples:
        >>> rounded(0.546), rounded(0.546, 5), rounded(0.56, 5), rounded(0.56, 10)
        (54, 50, 55, 60)
    """
    points = round(100 * strength / step) * step
    if side_of(strength) is side_of(points / 100):
        return points
    return points - step if points / 100 > strength else points + step

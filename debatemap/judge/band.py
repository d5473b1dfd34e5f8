"""An interval as a band on the line from 0 to 100."""

from typing import Final, NamedTuple

from debatemap.judge.verdict import Verdict

__all__ = ["Band", "band"]

_CELLS: Final = 25
"""Four points of 100 each."""


class Band(NamedTuple):
    """The parts of a line, from 0 to 100.

    Attributes:
        below: What lies beneath the interval.
        low: The interval up to the strength.
        strength: Where the strength itself stands.
        high: The interval above the strength.
        above: What lies above the interval.
    """

    below: str
    low: str
    strength: str
    high: str
    above: str

    @property
    def line(self) -> str:
        """All of it."""
        return "".join(self)


def band(verdict: Verdict, cells: int = _CELLS) -> Band | None:
    """Returns the interval of a verdict as a band, or None where it has none.

    Examples:
        >>> from debatemap.judge.verdict import Interval, Side
        >>> wide = Interval(0.3, 0.7, 0.0, 1.0, 0.4, 0.2, 0.4, 200)
        >>> found = band(Verdict(Side.CLOSE, 0.5, None, wide))
        >>> found.line if found is not None else ""
        '───────━━━━━●━━━━━───────'
    """
    interval = verdict.interval
    if interval is None or verdict.range is not None:
        return None
    low, here, high = (
        min(int(end * cells), cells - 1) for end in (interval.low, verdict.strength, interval.high)
    )
    line, wide = "─", "━"
    return Band(
        line * low, wide * (here - low), "●", wide * (high - here), line * (cells - 1 - high)
    )

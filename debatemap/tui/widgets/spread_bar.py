"""Draw how far apart people are about a claim: on a scale from 0 to 100, and in numbers."""

from collections.abc import Callable
from typing import Final

from rich.segment import Segment
from rich.style import Style

from debatemap.judge.ratings import Spread
from debatemap.views.outline import Layout

__all__ = ["LEGEND", "draw_spread", "scale"]

LEGEND: Final = "├ lowest, ━ middle half, ● mean, ┤ highest"
"""What the signs of the scale mean."""
_FULL: Final = 100
_OUTSIDE: Final = "·"


def scale(spread: Spread, cells: int = Layout.SCALE) -> str:
    """Returns ratings on a scale: from the lowest to the highest, the middle half, the mean.

    Examples:
        >>> from debatemap.judge.ratings import spread
        >>> scale(spread([20, 90])), scale(spread([70, 75]))
        ('··├━━●━━─┤', '·······●··')
        >>> scale(spread([0, 50, 50, 100]))
        '├──━━●━──┤'
    """

    def cell(value: float) -> int:
        return min(cells - 1, int(value / _FULL * cells))

    first, last = cell(spread.lowest), cell(spread.highest)
    drawn = [_OUTSIDE] * cells
    drawn[first : last + 1] = "─" * (last - first + 1)
    lower, upper = cell(spread.lower), cell(spread.upper)
    drawn[lower : upper + 1] = "━" * (upper - lower + 1)
    drawn[first], drawn[last] = "├", "┤"
    drawn[cell(spread.mean)] = "●"
    return "".join(drawn)


def draw_spread(spread: Spread, wide: int, styles: Callable[[str], Style]) -> list[Segment]:
    """Returns the column of a row, so many cells wide, where spreads are shown."""
    numbers = f"{spread.lowest:.0f}–{spread.highest:.0f}"
    room = Layout.SCALE + Layout.LIMITS
    if wide < room:
        return [Segment(numbers.rjust(wide)[-wide:], styles("accent"))]
    segments = [Segment(" " * (wide - room), styles("row"))]
    line = scale(spread)
    within = line.strip(_OUTSIDE)
    before, _, after = line.partition(within)
    return [
        *segments,
        Segment(before, styles("guide")),
        Segment(within, styles("accent")),
        Segment(after, styles("guide")),
        Segment(numbers.rjust(Layout.LIMITS), styles("quiet")),
    ]

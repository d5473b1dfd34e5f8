"""Draw how far apart people are about a claim: on a scale from 0 to 100, and in numbers."""

from collections import Counter
from collections.abc import Callable, Sequence
from typing import Final

from rich.segment import Segment
from rich.style import Style

from debatemap.judge.people.group_words import LETTERS
from debatemap.judge.ratings import Spread
from debatemap.views.outline import Layout

__all__ = ["LEGEND", "draw_spread", "scale"]

LEGEND: Final = "├ lowest, ━ middle half, ● mean, ┤ highest, A B … opinion groups"
"""What the signs of the scale mean."""
_FULL: Final = 100
_OUTSIDE: Final = "·"
_TOGETHER: Final = "*"
"""Where several groups have the same mean, as far as cells can tell."""


def scale(spread: Spread, cells: int = Layout.SCALE, means: Sequence[float | None] = ()) -> str:
    """Returns ratings on a scale: from the lowest to the highest, the middle half, the mean.

    Where there are opinion groups, their own means stand there by letter, and not that of all.

    Examples:
        >>> from debatemap.judge.ratings import spread
        >>> scale(spread([20, 90])), scale(spread([70, 75]))
        ('··├━━●━━─┤', '·······●··')
        >>> scale(spread([0, 50, 50, 100]))
        '├──━━●━──┤'
        >>> scale(spread([10, 20, 80, 90]), means=(15, 85)), scale(spread([50, 51]), means=(50, 51))
        ('·A━━━━━━B┤', '·····*····')
    """
    first, last = _cell(spread.lowest, cells), _cell(spread.highest, cells)
    drawn = [_OUTSIDE] * cells
    drawn[first : last + 1] = "─" * (last - first + 1)
    lower, upper = _cell(spread.lower, cells), _cell(spread.upper, cells)
    drawn[lower : upper + 1] = "━" * (upper - lower + 1)
    drawn[first], drawn[last] = "├", "┤"
    by_group = [
        (_cell(mean, cells), LETTERS[n]) for n, mean in enumerate(means) if mean is not None
    ]
    if not by_group:
        drawn[_cell(spread.mean, cells)] = "●"
    held = Counter(place for place, _ in by_group)
    for place, letter in by_group:
        drawn[place] = letter if held[place] == 1 else _TOGETHER
    return "".join(drawn)


def _cell(value: float, cells: int = Layout.SCALE) -> int:
    """Returns the cell of a scale, of so many, in which a rating stands."""
    return min(cells - 1, int(value / _FULL * cells))


def draw_spread(
    spread: Spread,
    wide: int,
    styles: Callable[[str], Style],
    means: Sequence[float | None] = (),
) -> list[Segment]:
    """Returns the column of a row, so many cells wide, where spreads are shown.

    Args:
        spread: How far apart people are.
        wide: The cells.
        styles: Gives the style of a part.
        means: How each opinion group rates the claim on the mean.
    """
    numbers = f"{spread.lowest:.0f}–{spread.highest:.0f}"
    room = Layout.SCALE + Layout.LIMITS
    if wide < room:
        return [Segment(numbers.rjust(wide)[-wide:], styles("accent"))]
    segments = [Segment(" " * (wide - room), styles("row"))]
    line, first, last = scale(spread, means=means), _cell(spread.lowest), _cell(spread.highest)
    return [
        *segments,
        Segment(line[:first], styles("guide")),
        Segment(line[first : last + 1], styles("accent")),
        Segment(line[last + 1 :], styles("guide")),
        Segment(numbers.rjust(Layout.LIMITS), styles("quiet")),
    ]

"""Draw how a claim stands: a number or a bar, what they were before, what is assumed."""

from collections.abc import Callable
from typing import Final, NamedTuple

from rich.segment import Segment
from rich.style import Style

from debatemap.judge.labels import Label
from debatemap.judge.ratings import Spread
from debatemap.judge.verdict import Side, percentage, side_of
from debatemap.tui.widgets.spread_bar import draw_spread
from debatemap.views.outline import Layout

__all__ = ["COLOURS", "STYLES", "Standing", "bar", "draw_standing"]

STYLES: Final = {Side.FOR: "for", Side.AGAINST: "against", Side.CLOSE: "quiet"}
COLOURS: Final = {Side.FOR: "$pro", Side.AGAINST: "$con", Side.CLOSE: "$quiet"}
_LABELS: Final = {
    Label.STANDS: ("◦", "quiet"),
    Label.DEFEATED: ("✗", "against"),
    Label.IN_A_LOOP: ("∞", "changed"),
}
_ASSUMED: Final = {"true": "T", "false": "F", "absent": "∅"}
_SHOWN: Final = 0.005
"""What moves by less is not told: it would be the same percentage before and after."""


class Standing(NamedTuple):
    """How a claim stands.

    Attributes:
        strength: 0 to 1.
        settled: Whether that is a result; otherwise it is the middle of a range.
        before: What it was before, for as long as that is shown.
        fate: What becomes of it when only attacks count, where that is shown.
        assumed: What is assumed of it: "true", "false", "absent", or nothing.
        step: What is assumed of the step that puts it there, in the same words.
        reworded: Whether its words were changed after somebody rated it.
        spread: How far apart people are, where that is told in place of the strength.
        means: Beside that, how each opinion group rates it on the mean: 0 to 100.
    """

    strength: float
    settled: bool = True
    before: float | None = None
    fate: Label | None = None
    assumed: str = ""
    step: str = ""
    reworded: bool = False
    spread: Spread | None = None
    means: tuple[float | None, ...] = ()


def bar(strength: float, cells: int = Layout.BAR) -> tuple[str, str]:
    """Returns the full and the empty part of a bar.

    Examples:
        >>> bar(0.62), bar(0.0), bar(1.0)
        (('━━╸', '─'), ('', '────'), ('━━━━', ''))
    """
    halves = round(strength * cells * 2)
    full = "━" * (halves // 2) + "╸" * (halves % 2)
    return full, "─" * (cells - len(full))


def draw_standing(
    standing: Standing | None,
    layout: Layout,
    styles: Callable[[str], Style],
    count: str = "",
    room: int = Layout.COUNT,
) -> list[Segment]:
    """Returns the columns of sizes and of strengths of a row, as wide as the layout has them.

    Args:
        standing: How the claim of the row stands, where that is known.
        layout: The widths of the row.
        styles: Gives the style of a part.
        count: How many claims the row hides. What has moved a strength takes its place where
            that has no room beside it.
        room: The cells of the column of sizes.
    """
    counted = Segment(count.rjust(room), styles("count"))
    if standing is None:
        return [counted, Segment(" " * layout.strength, styles("row"))]
    if standing.spread is not None:
        return [counted, *draw_spread(standing.spread, layout.strength, styles, standing.means)]
    wide = layout.strength - (layout.LABEL if layout.labelled else 0)
    parts = _label(standing, styles) if layout.labelled else []
    words, style = _words_for(standing, layout)
    if len(words) > wide:
        return [Segment(words.rjust(room + wide), styles(style)), *parts]
    if words:
        return [counted, Segment(words.rjust(wide), styles(style)), *parts]
    return [counted, *_figure(standing, layout, styles), *parts]


def _words_for(standing: Standing, layout: Layout) -> tuple[str, str]:
    """Returns what is assumed, or from where a strength has moved, with its style; or nothing."""
    if standing.assumed or standing.step:
        return _assumed(standing, has_room=layout.has_room), "accent"
    if not _has_moved(standing) or not layout.has_room:
        return "", ""
    before = standing.before or 0.0
    rises = standing.strength > before
    return f"{percentage(before)} → {_number(standing)}", "for" if rises else "against"


def _has_moved(standing: Standing) -> bool:
    return standing.before is not None and abs(standing.before - standing.strength) >= _SHOWN


def _assumed(standing: Standing, *, has_room: bool) -> str:
    if standing.assumed:
        return f"= {standing.assumed}" if has_room else _ASSUMED[standing.assumed]
    if has_room:
        return "step on" if standing.step == "true" else "step off"
    return "→" if standing.step == "true" else "↛"


def _figure(standing: Standing, layout: Layout, styles: Callable[[str], Style]) -> list[Segment]:
    """Returns the bar, a mark and the number, as far as the layout has them."""
    style = styles(_style(standing))
    mark = Segment(*_mark(standing, styles))
    if not layout.has_bar:
        return [mark, Segment(_number(standing).rjust(Layout.NUMBER - 1), style)]
    full, empty = bar(standing.strength) if standing.settled else ("", "┄" * Layout.BAR)
    drawn = [Segment(full, style), Segment(empty, styles("guide"))]
    if not layout.has_number:
        return [mark, *drawn]
    number = Segment(_number(standing).rjust(Layout.NUMBER - 1), style)
    return [Segment(" ", styles("row")), *drawn, mark, number]


def _mark(standing: Standing, styles: Callable[[str], Style]) -> tuple[str, Style]:
    """Returns the sign beside a figure: whether it has moved, or is of other words than rated."""
    if standing.before is not None and _has_moved(standing):
        rises = standing.strength > standing.before
        return ("▲", styles("for")) if rises else ("▼", styles("against"))
    return "≈" if standing.reworded else " ", styles("changed")


def _style(standing: Standing) -> str:
    return STYLES[side_of(standing.strength)] if standing.settled else "changed"


def _number(standing: Standing) -> str:
    return f"{percentage(standing.strength)}" if standing.settled else "~"


def _label(standing: Standing, styles: Callable[[str], Style]) -> list[Segment]:
    sign, style = _LABELS[standing.fate] if standing.fate is not None else (" ", "row")
    return [Segment(f" {sign}", styles(style))]

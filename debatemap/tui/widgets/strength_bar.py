"""Draw how a claim stands: a bar and a number, what they were before, what is assumed."""

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
    """

    strength: float
    settled: bool = True
    before: float | None = None
    fate: Label | None = None
    assumed: str = ""
    step: str = ""
    reworded: bool = False
    spread: Spread | None = None


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
    standing: Standing | None, layout: Layout, styles: Callable[[str], Style]
) -> list[Segment]:
    """Returns the column of strengths of a row, as wide as the layout has it."""
    if standing is None:
        return [Segment(" " * layout.strength, styles("row"))]
    if standing.spread is not None:
        return draw_spread(standing.spread, layout.strength, styles)
    wide = layout.strength - (layout.LABEL if layout.labelled else 0)
    parts = _label(standing, styles) if layout.labelled else []
    if standing.assumed or standing.step:
        words = _assumed(standing, has_room=wide > layout.NUMBER)
        return [Segment(words.rjust(wide), styles("accent")), *parts]
    before = standing.before
    if before is not None and abs(before - standing.strength) >= _SHOWN and wide > layout.NUMBER:
        words = f"{percentage(before)} → {_number(standing)}"
        rises = standing.strength > before
        return [Segment(words.rjust(wide), styles("for" if rises else "against")), *parts]
    return [*_figure(standing, wide, styles), *parts]


def _assumed(standing: Standing, *, has_room: bool) -> str:
    if standing.assumed:
        return f"= {standing.assumed}" if has_room else _ASSUMED[standing.assumed]
    if has_room:
        return "step on" if standing.step == "true" else "step off"
    return "→" if standing.step == "true" else "↛"


def _figure(standing: Standing, wide: int, styles: Callable[[str], Style]) -> list[Segment]:
    style = _style(standing)
    segments = []
    if wide > Layout.NUMBER:
        full, empty = bar(standing.strength) if standing.settled else ("", "┄" * Layout.BAR)
        segments = [
            Segment(" ", styles("row")),
            Segment(full, styles(style)),
            Segment(empty, styles("guide")),
        ]
    mark = "≈" if standing.reworded else " "
    return [
        *segments,
        Segment(mark, styles("changed")),
        Segment(_number(standing).rjust(Layout.NUMBER - 1), styles(style)),
    ]


def _style(standing: Standing) -> str:
    return STYLES[side_of(standing.strength)] if standing.settled else "changed"


def _number(standing: Standing) -> str:
    return f"{percentage(standing.strength)}" if standing.settled else "~"


def _label(standing: Standing, styles: Callable[[str], Style]) -> list[Segment]:
    sign, style = _LABELS[standing.fate] if standing.fate is not None else (" ", "row")
    return [Segment(f" {sign}", styles(style))]

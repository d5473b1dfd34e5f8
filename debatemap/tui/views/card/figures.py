"""How a claim stands, on a card: a number beside a reply, a bar and a number beside the focus."""

from collections.abc import Callable
from typing import Final

from rich.segment import Segment
from rich.style import Style

from debatemap.judge.labels import Label
from debatemap.judge.verdict import percentage, side_of
from debatemap.tui.views.card.entry_lines import FIGURE
from debatemap.tui.widgets.strength_bar import STYLES, Standing, bar

__all__ = ["figure", "long_figure"]

_BAR: Final = 12
_SHOWN: Final = 0.005
"""What moves by less is not told: it would be the same number before and after."""
_LABELS: Final = {
    Label.STANDS: ("◦", "quiet"),
    Label.DEFEATED: ("✗", "against"),
    Label.IN_A_LOOP: ("∞", "changed"),
}
_ASSUMED: Final = {"true": "T", "false": "F", "absent": "∅"}

Styles = Callable[[str], Style]


def figure(standing: Standing | None, styles: Styles) -> list[Segment]:
    """Returns the strength of a reply in its few cells, marked where it has just moved."""
    if standing is None:
        return [Segment(" " * FIGURE, styles("row"))]
    fate = [_LABELS[standing.fate]] if standing.fate is not None else []
    labels = [Segment(sign, styles(style)) for sign, style in fate]
    rest = FIGURE - len(labels)
    if standing.assumed or standing.step:
        words = f"={_ASSUMED[standing.assumed]}" if standing.assumed else _step(standing)
        return [Segment(words.rjust(rest), styles("accent")), *labels]
    mark, mark_style = _mark(standing)
    number = _number(standing)
    return [
        Segment(mark.rjust(rest - max(3, len(number))), styles(mark_style)),
        Segment(number.rjust(3), styles(_style(standing))),
        *labels,
    ]


def long_figure(standing: Standing | None, styles: Styles) -> list[Segment]:
    """Returns the strength of the claim in focus, as a bar and in words."""
    if standing is None:
        return []
    full, empty = bar(standing.strength, _BAR) if standing.settled else ("", "┄" * _BAR)
    style = _style(standing)
    segments = [Segment(full, styles(style)), Segment(empty, styles("guide"))]
    words = f"  {_number(standing)} of 100"
    if _has_moved(standing) and standing.before is not None:
        words = f"  {percentage(standing.before)} → {_number(standing)} of 100"
    segments.append(Segment(words, styles(style)))
    if standing.assumed:
        segments.append(Segment(f"  assumed {standing.assumed}", styles("accent")))
    if standing.reworded:
        segments.append(Segment(" ≈", styles("changed")))
    return segments


def _step(standing: Standing) -> str:
    return "→" if standing.step == "true" else "↛"


def _has_moved(standing: Standing) -> bool:
    return standing.before is not None and abs(standing.before - standing.strength) >= _SHOWN


def _mark(standing: Standing) -> tuple[str, str]:
    if standing.before is not None and _has_moved(standing):
        return ("▲", "for") if standing.strength > standing.before else ("▼", "against")
    return ("≈", "changed") if standing.reworded else (" ", "row")


def _style(standing: Standing) -> str:
    if standing.spread is not None:
        return "accent"
    return STYLES[side_of(standing.strength)] if standing.settled else "changed"


def _number(standing: Standing) -> str:
    if standing.spread is not None:
        return f"{standing.spread.mean:.0f}"
    return f"{percentage(standing.strength)}" if standing.settled else "~"

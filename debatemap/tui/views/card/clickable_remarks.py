"""A line of a few quiet words on a card, in parts that lead to what they tell of."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from rich.segment import Segment
from rich.style import Style

from debatemap.core.text import SafeText, width
from debatemap.tui.widgets.clickable import KEY, META

__all__ = [
    "Remark",
    "RemarkPart",
    "fitting_remark",
    "leading_to",
    "remark_cells",
    "remark_segments",
]


class RemarkPart(NamedTuple):
    """Words that lead to one thing at most.

    Attributes:
        words: The words.
        kind: What a click on them asks for; empty where they lead nowhere.
        value: The command or the tag that it asks for.
        before: What stands between them and the part before.
    """

    words: SafeText
    kind: str = ""
    value: str = ""
    before: str = " · "


Remark = Sequence[RemarkPart]
"""The parts of a line."""
_LEFT_OUT: Final = RemarkPart(SafeText("…"))


def remark_cells(remark: Remark) -> int:
    """Returns how many cells a line of parts takes."""
    return sum(width(part.before) * bool(n) + width(part.words) for n, part in enumerate(remark))


def fitting_remark(remark: Remark, cells: int) -> Remark:
    """Returns as many whole parts as fit, and "…" for the others.

    Examples:
        >>> parts = [RemarkPart(SafeText(each)) for each in ("3 replies", "2 quotes", "note")]
        >>> [part.words for part in fitting_remark(parts, 20)], fitting_remark(parts, 8)
        (['3 replies', '…'], [])
    """
    for count in range(len(remark), 0, -1):
        fits = [*remark[:count], *([_LEFT_OUT] if count < len(remark) else [])]
        if remark_cells(fits) <= cells:
            return fits
    return []


def remark_segments(remark: Remark, style: Style) -> Iterator[Segment]:
    """Yields a line of parts in a style, each with what a click on it asks for."""
    for number, part in enumerate(remark):
        before = part.before if number else ""
        if part.kind:
            yield Segment(before, style)
            yield Segment(part.words, style + _asking(part.kind, part.value))
        else:
            # What is left out keeps its dot: ASCII takes more than a cell for it.
            yield Segment(f"{before}{part.words}", style)


def leading_to(segments: Iterable[Segment], command: str) -> list[Segment]:
    """Returns segments that run a command when they are clicked."""
    style = _asking(KEY, command)
    return [Segment(text, (own or Style()) + style) for text, own, _ in segments]


def _asking(kind: str, value: str) -> Style:
    return Style(meta={META: (kind, value)})

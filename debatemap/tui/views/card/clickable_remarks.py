"""What is told of a claim on a card, as words that lead to what they tell of."""

from collections.abc import Iterable, Iterator
from typing import Final

from rich.segment import Segment
from rich.style import Style

from debatemap.tui.widgets.clickable import KEY, META, TAG

__all__ = ["leading_to", "remark_segments"]

_BETWEEN: Final = " · "
_LEADS_TO: Final = {
    "quote": "sources",
    "quotes": "sources",
    "source": "sources",
    "sources": "sources",
    "note": "note",
    "places": "next_place",
}
"""The command that a part of a remark leads to, by its last word."""


def leading_to(segments: Iterable[Segment], command: str) -> list[Segment]:
    """Returns segments that run a command when they are clicked."""
    style = _asking(KEY, command)
    return [Segment(text, (own or Style()) + style) for text, own, _ in segments]


def remark_segments(remark: str, style: Style) -> Iterator[Segment]:
    """Yields the parts of a remark, each with what a click on it asks for.

    Args:
        remark: Parts such as "2 quotes", with a dot between them; tags stand in one of them.
        style: How all of it looks.
    """
    # What is left out keeps its dot: ASCII takes more than a cell for it.
    left_out = f"{_BETWEEN}…" if remark.endswith(f"{_BETWEEN}…") else ""
    for number, part in enumerate(remark.removesuffix(left_out).split(_BETWEEN)):
        if number:
            yield Segment(_BETWEEN, style)
        if part.startswith("#"):
            yield from _tags(part, style)
            continue
        command = _LEADS_TO.get(part.rpartition(" ")[2], "")
        yield Segment(part, style + _asking(KEY, command) if command else style)
    if left_out:
        yield Segment(left_out, style)


def _tags(part: str, style: Style) -> Iterator[Segment]:
    for number, tag in enumerate(part.split("#")[1:]):
        if number:
            yield Segment(" ", style)
        yield Segment(f"#{tag.strip()}", style + _asking(TAG, tag.strip()))


def _asking(kind: str, value: str) -> Style:
    return Style(meta={META: (kind, value)})

"""The lines above a text: whose it is and how much is quoted; where the cursor is, and by whom."""

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from debatemap.core.model import Claim
from debatemap.core.text import SafeText, excerpt, safe_line, width
from debatemap.texts import place_name
from debatemap.tui.views.text.text_drawing import SIGNS
from debatemap.views.text.page import Quoted, TextPage
from debatemap.views.text.passages_in_use import QuotedPassage, Role

__all__ = ["figures_of", "head_line", "place_and_claim"]

Parts = list[tuple[SafeText, str]]
"""Words, each with the name of its style."""

_NAMED: Final = 60
_COLOURS: Final[Mapping[Role, str]] = {
    "pro": "pro", "backing": "pro", "con": "con", "undercut": "con", "thesis": "accent",
    "unplaced": "accent",
}  # fmt: skip


def figures_of(page: TextPage | None, quoted: Quoted) -> SafeText:
    """Returns how much of a text is quoted, and what is wrong with its quotes or its file."""
    if page is None:
        return SafeText("")
    parts = (
        "file changed" if page.text.has_changed else "",
        f"{_quotes(quoted.absent)} not found" if quoted.absent else "",
        f"{_quotes(quoted.near)} nearly found" if quoted.near else "",
        f"{round(100 * quoted.passages.coverage(page.units))} % quoted",
    )
    return SafeText(" · ".join(filter(None, parts)))


def _quotes(number: int) -> str:
    return "1 quote" if number == 1 else f"{number:,} quotes"


def place_and_claim(
    page: TextPage,
    offset: int,
    here: Sequence[QuotedPassage],
    claims: Mapping[str, Claim],
    *,
    under: str | None,
    is_plain: bool,
) -> Parts:
    """Returns where the cursor is, and which claims quote what is there, or may be replied to.

    Args:
        page: The text.
        offset: Where the cursor is.
        here: The passages there.
        claims: The claims of the map.
        under: The claim that is selected in the outline.
        is_plain: Whether signs are words.
    """
    place = SafeText(f"{excerpt(place_name(page.text, offset), _NAMED)}   ")
    if not here and under is not None and under in claims:
        return [(place, "quiet"), (SafeText(f"under “{safe_line(claims[under].text)}”"), "quiet")]
    if not here:
        return [(place, "quiet")]
    first, more = here[0], len({each.claim for each in here}) - 1
    sign = SafeText(f"{first.role}: " if is_plain else f"{SIGNS[first.role]} ")
    words = safe_line(claims[first.claim].text)
    told = SafeText(f"{words}{f'  and {more} more' if more else ''}")
    return [(place, "quiet"), (sign, _COLOURS[first.role]), (told, "words")]


def head_line(parts: Parts, right: SafeText, cells: int, styles: Callable[[str], Style]) -> Strip:
    """Returns a line with words at its left, and some at its right."""
    room = max(1, cells - width(right) - 3)
    segments = [Segment(" ", styles("quiet"))]
    for words, style in parts:
        fitted = words if width(words) <= room else excerpt(words, room)
        segments.append(Segment(fitted, styles(style)))
        room = max(0, room - width(fitted))
    strip = Strip(segments).adjust_cell_length(max(1, cells - width(right) - 1), styles("quiet"))
    end = Strip([Segment(right, styles("quiet")), Segment(" ", styles("quiet"))])
    return Strip.join([strip, end]).adjust_cell_length(cells, styles("quiet"))

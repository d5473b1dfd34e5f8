"""Draw a row of the outline: guides, fold mark, sign, words, marks, count."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from debatemap.core.debate import Debate
from debatemap.core.first_way import first_way
from debatemap.core.model import Stance
from debatemap.core.other_map import other_map_of
from debatemap.core.search_query import Query
from debatemap.core.text import SafeText, width
from debatemap.tui.widgets.strength_bar import Standing, draw_standing
from debatemap.views.outline import Outline, Row
from debatemap.views.outline.outline import Step
from debatemap.views.outline.row import Part
from debatemap.views.outline.sizes import MOST

__all__ = [
    "Beside",
    "Look",
    "Sign",
    "described",
    "draw_row",
    "elsewhere_of",
    "first_sign",
    "is_undercut_below",
    "kept_with",
    "lit",
    "places_of",
    "sign_at",
    "sign_of",
]

Styles = Callable[[str], Style]
"""Gives the style of a part by its name, "pro", "con", "guide", …, on the row's background."""

_BRACKETS: Final = {Part.FIRST: "⎧", Part.MIDDLE: "⎨", Part.LAST: "⎩", Part.ONLY: "⎨"}
_SIGNS: Final[dict[tuple[Stance, bool], tuple[str, str]]] = {
    ("supports", False): ("+", "pro"),
    ("attacks", False): ("−", "con"),
    ("supports", True): ("⊢", "pro"),
    ("attacks", True): ("⊣", "con"),
}
_KEPT: Final = {(False, False): "", (True, False): "¶", (False, True): "§", (True, True): "‡"}
"""By whether a claim has a note and sources."""
_THOUSANDS: Final = 10_000
"""From here on, sizes are told in thousands."""
_NAMED: Final = 4
"""Steps above the selected claim for which there is room."""


class Sign(NamedTuple):
    """What stands at the right edge of a row that differs from another version of it.

    Attributes:
        sign: One cell; a blank where the row does not differ.
        style: The name of its style.
    """

    sign: str
    style: str


class Beside(NamedTuple):
    """Where a query's words stand that are not in a claim's text, as a line of its row.

    Attributes:
        part: What of the claim has them.
        words: They, with the words around them.
    """

    part: str
    words: SafeText

    @property
    def line(self) -> str:
        """The whole line."""
        return f"in {self.part}: “{self.words}”"


@dataclass(frozen=True, slots=True)
class Look:
    """What changes how a row is drawn, besides the row itself."""

    selected: bool = False
    marked: bool = False
    query: Query | None = None
    """What was searched for; its words are highlighted."""
    sign: Sign | None = None
    """The sign of the row, where any row has one."""
    standing: Standing | None = None
    """How the claim stands, where that is shown and known."""
    above: bool = False
    """Whether it only stands above what a filter has found."""
    beside: Beside | None = None
    """Where the words stand that were found, where they are not in the text."""


def sign_of(outline: Outline, row: Row) -> tuple[str, str]:
    """Returns the sign of a place and the name of its style.

    A plain sign is for a reply to a claim; a turnstile is for one to a step: `⊣` says that
    it does not follow, `⊢` why it does.
    """
    return sign_at(outline.debate, row.link, row.claim)


def sign_at(debate: Debate, link: str | None, claim: str) -> tuple[str, str]:
    """Returns the sign of a claim where a link puts it, or at the top, and its style's name."""
    if link is not None:
        step = debate.links[link]
        return _SIGNS[step.stance, step.target in debate.links]
    return ("◆", "accent") if debate.is_thesis(claim) else ("○", "quiet")


def first_sign(outline: Outline, claim: str) -> tuple[str, str]:
    """Returns the sign of a claim where it is read first, and its style's name."""
    link, _ = first_way(outline.debate, claim, outline.reading.order)[-1]
    return sign_at(outline.debate, link, claim)


def described(outline: Outline, path: Sequence[Step]) -> list[tuple[str, str, str]]:
    """Returns (sign, name of its style, words) of the last few steps of a path."""
    signs = [sign_of(outline, Row(claim, link, None, 0, 0)) for link, claim in path[-_NAMED:]]
    texts = (outline.debate.claims[claim].text for _, claim in path[-_NAMED:])
    return [(sign, style, text) for (sign, style), text in zip(signs, texts, strict=True)]


def draw_row(outline: Outline, row: Row, look: Look, styles: Styles) -> list[Strip]:
    """Returns the lines of a row, each as wide as the layout."""
    layout = outline.rows.layout
    claim = outline.debate.claims[row.claim]
    lines = layout.lines(claim.text, row.depth)
    own = len(lines)
    lines += layout.lines(look.beside.line, row.depth)[:1] if look.beside is not None else []
    is_beside = range(own, len(lines))
    lines += [SafeText("")] if layout.spaced else []
    plain = styles("row")
    strips = []
    for number, line in enumerate(lines):
        segments = [_cursor(look, styles), *_guides(outline, row, number, styles)]
        if number == 0:
            segments += _head(outline, row, styles)
        else:
            under = "│ " if row.open and row.depth < layout.deepest else "  "
            segments += [Segment(under, styles("guide")), Segment("  ", plain)]
        segments += (_beside if number in is_beside else _words)(line, row, look, styles)
        segments.append(Segment(" " * (layout.words(row.depth) - width(line) + 1), plain))
        segments += _right(outline, row, look, styles) if number == 0 else []
        strip = Strip(Segment.simplify(segments))
        strips.append(strip.adjust_cell_length(layout.width, plain))
    return strips


def _cursor(look: Look, styles: Styles) -> Segment:
    if look.selected:
        return Segment("▌", styles("cursor"))
    return Segment("•" if look.marked else " ", styles("cursor"))


def _guides(outline: Outline, row: Row, number: int, styles: Styles) -> list[Segment]:
    """Returns the guides left of a row, one for every claim above it.

    A bracket takes the place of the guide beside joint premises. Below the deepest level
    that fits, the depth stands there as a number.
    """
    layout = outline.rows.layout
    quiet = styles("guide")
    if row.depth > layout.deepest:
        label = f"{row.depth}›" if number == 0 else ""
        return [
            Segment(
                label.rjust(layout.indent(row.depth) - 1)[-layout.indent(row.depth) :] + " ", quiet
            )
        ]
    guides: list[Segment] = []
    here, own = row, True
    while here.parent is not None:
        mark, style = "│", quiet
        if here.part is not Part.ALONE:
            bracket = _BRACKETS[here.part]
            inside = "│" if here.part in {Part.LAST, Part.ONLY} else "⎪"
            mark = bracket if own and number == 0 else inside
            style = styles(sign_of(outline, here)[1]) if mark != "│" else quiet
        guides.append(Segment(mark + " ", style))
        here, own = here.parent, False
    return guides[::-1]


def _head(outline: Outline, row: Row, styles: Styles) -> list[Segment]:
    """Returns the fold mark and the sign."""
    if row.closes_cycle:
        fold = "↺ "
    elif outline.has_beneath(row):
        fold = "▾ " if row.open else "▸ "
    else:
        fold = "  "
    sign, style = sign_of(outline, row)
    return [Segment(fold, styles("fold")), Segment(sign + " ", styles(style))]


def _words(line: SafeText, row: Row, look: Look, styles: Styles) -> list[Segment]:
    part = "cycle" if row.closes_cycle else "top" if row.parent is None else "words"
    plain = styles("above" if look.above else part)
    spans = look.query.spans(line) if look.query is not None else []
    return lit(line, spans, plain, styles("match"))


def _beside(line: SafeText, row: Row, look: Look, styles: Styles) -> list[Segment]:  # noqa: ARG001  (as of `_words`)
    """Returns the line that says where else the words of the query stand."""
    label = len(f"in {look.beside.part}: “") if look.beside is not None else 0
    words, quiet = line[label:], styles("quiet")
    spans = look.query.spans(words) if look.query is not None else []
    return [Segment(line[:label], quiet), *lit(words, spans, quiet, styles("match"))]


def lit(line: str, spans: Sequence[tuple[int, int]], plain: Style, match: Style) -> list[Segment]:
    """Returns a line with what stands in some spans of it highlighted."""
    segments, end = [], 0
    for start, stop in spans:
        segments += [Segment(line[end:start], plain), Segment(line[start:stop], match)]
        end = stop
    return [*segments, Segment(line[end:], plain)]


def _right(outline: Outline, row: Row, look: Look, styles: Styles) -> list[Segment]:
    """Returns marks, the number of hidden replies and the strength, each in its column."""
    layout = outline.rows.layout
    marks = _marks(outline, row, look) if layout.marks else ""
    count = _size(0 if row.open or row.closes_cycle else outline.hidden(row))
    count += elsewhere_of(outline.debate, row.claim)
    segments = [Segment(marks.rjust(layout.marks), styles("marks"))]
    # Beside a sign, the figures stand a cell further left, apart from it.
    room = layout.COUNT - (look.sign is not None)
    if layout.strength:
        segments += draw_standing(look.standing, layout, styles, count, room)
    else:
        segments.append(Segment(count.rjust(room), styles("count")))
    if look.sign is not None:
        segments.append(Segment(" ", styles("row")))
        segments.append(Segment(look.sign.sign, styles(look.sign.style)))
    return segments


def _size(hidden: int) -> str:
    """Returns how many claims a fold hides, in at most four cells."""
    if hidden < _THOUSANDS:
        return str(hidden or "")
    return f"{hidden // 1000}k{'+' if hidden >= MOST else ''}"


def _marks(outline: Outline, row: Row, look: Look) -> str:
    """Returns the signs of what else a claim has, each in a column of its own."""
    debate = outline.debate
    places = places_of(debate, row.claim)
    signs = [
        "✓" if look.marked else " ",
        kept_with(debate, row.claim) or " ",
        "⊣" if is_undercut_below(outline, row) else " ",
    ]
    return "".join(signs) + (f"×{min(places, 99)}" if places > 1 else "").rjust(3)


def kept_with(debate: Debate, claim: str) -> str:
    """Returns the one sign of what is kept with a claim: a note, sources or both."""
    kept = debate.claims[claim]
    return _KEPT[bool(kept.note), bool(kept.sources)]


def elsewhere_of(debate: Debate, claim: str) -> str:
    """Returns the sign of a claim whose branch stands in another map."""
    return "↗" if other_map_of(debate.claims[claim]) is not None else ""


def places_of(debate: Debate, claim: str) -> int:
    """Returns in how many places a claim stands."""
    return len(debate.links_from(claim)) + debate.is_thesis(claim)


def is_undercut_below(outline: Outline, row: Row) -> bool:
    """Tells whether what attacks the step of a row is hidden by its fold."""
    debate = outline.debate
    if row.link is None or row.open or not outline.speaks_for_step(row):
        return False
    return any(debate.links[link].stance == "attacks" for link in debate.links_into(row.link))

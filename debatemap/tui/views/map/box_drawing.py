"""Draw the box of a claim: its frame in the colour of its stance, its words, its figures."""

from collections.abc import Callable, Sequence
from typing import Final, NamedTuple

from rich.segment import Segment
from rich.style import Style

from debatemap.core.debate import Debate
from debatemap.core.text import excerpt, width
from debatemap.judge.verdict import percentage, side_of
from debatemap.tui.views.view import Marking
from debatemap.tui.widgets.row_drawing import kept_with, places_of, sign_at
from debatemap.tui.widgets.row_styles import RowStyles
from debatemap.tui.widgets.strength_bar import STYLES, Standing
from debatemap.views.map import Box, Zoom
from debatemap.views.map.zoom import lines_of

__all__ = ["BoxLook", "draw_box"]

Styles = Callable[[str], Style]
Segments = list[Segment]

_THIN: Final = "╭─╮│╰╯"
_THICK: Final = "┏━┓┃┗┛"
_FIGURE: Final = 4


class BoxLook(NamedTuple):
    """What is to be drawn, besides where.

    Attributes:
        debate: The debate.
        link: The link that puts the claim there, or None.
        hidden: How many claims its fold hides.
        is_selected: Whether the cursor is on it.
        marking: Strengths, signs, marks and matches.
        zoom: How large it is drawn.
        above: The link by which it is known there, also where that is not drawn.
    """

    debate: Debate
    link: str | None
    hidden: int
    is_selected: bool
    marking: Marking
    zoom: Zoom
    above: str | None


def draw_box(box: Box, look: BoxLook, styles: RowStyles) -> Sequence[Segments]:
    """Returns the lines of a box, each as wide as it is."""
    on = styles.on("selected" if look.is_selected else "row")
    if look.zoom is Zoom.DOTS:
        return [[_dot(box, look, on)], *_below(box, styles.on("row"))]
    if look.zoom is Zoom.LINES:
        return _line(box, look, on)
    return _framed(box, look, on, styles.on("row"))


def _dot(box: Box, look: BoxLook, styles: Styles) -> Segment:
    sign, style = _sign(box, look)
    if look.is_selected:
        # Its own sign, as what joins lines is a dot too.
        return Segment(sign, styles("cursor") + Style(reverse=True))
    style = "above" if look.marking.is_above_matches(box.claim) else style
    return Segment("•" if box.claim in look.marking.marked else sign, styles(style))


def _below(box: Box, styles: Styles) -> Sequence[Segments]:
    """Returns what joins the edges to further conclusions with the cell of a claim above them."""
    line = styles("quiet")
    return [[Segment("╯" if y == box.h - 1 else "│", line)] for y in range(1, box.h)]


def _sign(box: Box, look: BoxLook) -> tuple[str, str]:
    return sign_at(look.debate, look.above, box.claim)


def _line(box: Box, look: BoxLook, styles: Styles) -> Sequence[Segments]:
    """Returns a claim in one line, and where it has other places, that in a second one."""
    mark = _mark(box, look)
    head = mark or (("▌", "cursor") if look.is_selected else _sign(box, look))
    right = [*_hidden(look), *_figure(look.marking.strength(box.claim))]
    # Else the line that begins there would seem to be a part of the figure.
    right += [(" ", "row")] if right else []
    taken = sum(width(words) for words, _ in right)
    words = excerpt(look.debate.claims[box.claim].text, max(1, box.w - 2 - taken))
    blank = " " * max(0, box.w - 2 - width(words) - taken)
    lines = [
        [
            Segment(head[0], styles(head[1])),
            Segment(" ", styles("row")),
            *_words(words, box, look, styles),
            Segment(blank, styles("row")),
            *(Segment(text, styles(name)) for text, name in right),
        ]
    ]
    places = places_of(look.debate, box.claim)
    elsewhere = f"  ×{places}, in {places} places" if places > 1 else "  in one other place"
    below = [elsewhere, *([""] * box.h)][: box.h - 1]
    return [*lines, *([Segment(said.ljust(box.w), styles("quiet"))] for said in below)]


def _framed(box: Box, look: BoxLook, styles: Styles, around: Styles) -> Sequence[Segments]:
    """Returns a claim with a frame around it."""
    sign, stance = _sign(box, look)
    frame = _THICK if look.is_selected else _THIN
    edge = around("cursor" if look.is_selected else stance if look.link else "accent")
    left = [mark] if (mark := _mark(box, look)) is not None else []
    left += [] if look.link is not None else [(sign, stance)]
    figure = [(words.strip(), name) for words, name in _figure(look.marking.strength(box.claim))]
    top = _border(
        frame[:3], box.w, _let_in(left, around, edge), _let_in(figure, around, edge), edge
    )
    more = _let_in(_more(box, look), around, edge)
    below = _border(frame[4] + frame[1] + frame[5], box.w, [], more, edge)
    lines = lines_of(look.debate.claims[box.claim].text, look.zoom)
    lines += [""] * (box.h - 2 - len(lines))  # type: ignore[list-item]
    side = Segment(frame[3], edge)
    inner = [
        [
            side,
            Segment(" ", styles("row")),
            *_words(line, box, look, styles),
            Segment(" " * max(0, box.w - 3 - width(line)), styles("row")),
            side,
        ]
        for line in lines
    ]
    return [top, *inner, below]


def _let_in(words: Sequence[tuple[str, str]], styles: Styles, edge: Style) -> Segments:
    """Returns words as they stand in a line of a frame."""
    parts = [Segment(f" {each}", styles(style)) for each, style in words if each]
    return [*parts, Segment(" ", edge)] if parts else []


def _border(frame: str, cells: int, left: Segments, right: Segments, edge: Style) -> Segments:
    """Returns a line of a frame, with words let into it at both sides.

    Args:
        frame: The first corner, the line and the last corner.
        cells: How wide it is.
        left: What stands near the first corner.
        right: What stands near the last one.
        edge: The style of the line.
    """
    start, line, end = frame[0], frame[1], frame[2]
    rest = max(0, cells - 4 - sum(width(part.text) for part in (*left, *right)))
    return [
        Segment(start + line, edge), *left, Segment(line * rest, edge), *right,
        Segment(line + end, edge),
    ]  # fmt: skip


def _mark(box: Box, look: BoxLook) -> tuple[str, str] | None:
    """Returns the sign of a marked claim, or of one that differs or is unseen."""
    if box.claim in look.marking.marked:
        return "•", "cursor"
    sign = look.marking.signs.get(box.claim)
    return (sign.sign, sign.style) if sign is not None and sign.sign.strip() else None


def _more(box: Box, look: BoxLook) -> list[tuple[str, str]]:
    """Returns what else a claim has: a note, sources, other places, replies that are folded."""
    places = places_of(look.debate, box.claim)
    tags = look.debate.claims[box.claim].tags
    first = f"#{excerpt(tags[0], 10)}" if tags else ""
    found = [(first, "quiet"), (kept_with(look.debate, box.claim), "marks")]
    found += [(f"×{places}", "marks")] if places > 1 else []
    return [*found, *((words.strip(), style) for words, style in _hidden(look))]


def _hidden(look: BoxLook) -> list[tuple[str, str]]:
    return [(f" ▸{look.hidden:,}", "fold")] if look.hidden else []


def _figure(standing: Standing | None) -> list[tuple[str, str]]:
    """Returns the strength of a claim, in a few cells."""
    if standing is None:
        return []
    if standing.assumed:
        return [("=" + {"true": "T", "false": "F", "absent": "∅"}[standing.assumed], "accent")]
    if standing.spread is not None:
        return [(f"{standing.spread.mean:.0f}".rjust(_FIGURE), "accent")]
    if not standing.settled:
        return [("~".rjust(_FIGURE), "changed")]
    style = STYLES[side_of(standing.strength)]
    return [(f"{percentage(standing.strength)}".rjust(_FIGURE), style)]


def _words(words: str, box: Box, look: BoxLook, styles: Styles) -> Segments:
    """Returns words of a claim, quiet where it only stands above what a filter has found."""
    if look.marking.is_above_matches(box.claim):
        return [Segment(words, styles("above"))]
    return _matched(words, look, styles, "words" if look.link is not None else "top")


def _matched(words: str, look: BoxLook, styles: Styles, plain: str) -> Segments:
    """Returns words with what is searched for highlighted."""
    query = look.marking.query
    segments, end = [], 0
    for start, stop in query.spans(words) if query is not None else ():
        segments += [
            Segment(words[end:start], styles(plain)), Segment(words[start:stop], styles("match")),
        ]  # fmt: skip
        end = stop
    return [*segments, Segment(words[end:], styles(plain))]

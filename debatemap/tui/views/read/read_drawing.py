"""How a paragraph is drawn: its number, its opening, the words, and blocks of quotes."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Final, NamedTuple

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from debatemap.core.text import wrap
from debatemap.tui.views.view import Marking
from debatemap.views.read.paragraph_words import Kind, Piece, pieces_of
from debatemap.views.read.prose import Paragraph

if TYPE_CHECKING:
    from debatemap.core.debate import Debate

__all__ = ["Page", "draw", "estimate", "height", "lead"]

Styles = Callable[[str], Style]

_MEASURE: Final = 90
"""Cells of a line at the most: longer ones are hard to read."""
_LEVELS: Final = 6
"""Levels that are indented; the number says how deep others are."""
_HANG: Final = 14
_NARROW: Final = 60
_BAR: Final = "│ "
_OPENINGS: Final = {"pro": "pro", "con": "con", "undercut": "con", "backing": "pro"}
_STYLES: Final = {
    Kind.HEADING: "accent", Kind.STEP: "words", Kind.CLAIM: "words", Kind.SEE: "quiet",
    Kind.NOTE: "quiet", Kind.QUOTE: "cycle", Kind.SOURCE: "quiet", Kind.HIDDEN: "quiet",
}  # fmt: skip
_APART: Final = {Kind.HEADING, Kind.STEP}


class Page(NamedTuple):
    """The page that paragraphs are set on.

    Attributes:
        cells: Its width.
        is_plain: Whether no bars and marks are drawn.
    """

    cells: int
    is_plain: bool = False

    @property
    def measure(self) -> int:
        """The cells of a line of prose."""
        return max(1, min(_MEASURE, self.cells - 2 * self.edge))

    @property
    def edge(self) -> int:
        """The cells that are free at either side: for the cursor and the sign."""
        return 0 if self.is_plain else 1 if self.cells < _NARROW else 2

    @property
    def left(self) -> int:
        """The cells before a line of prose, which stands in the middle."""
        return self.edge if self.is_plain else max(self.edge, (self.cells - self.measure) // 2)

    def indent(self, paragraph: Paragraph) -> int:
        """Returns the cells before the number of a paragraph."""
        step = 1 if self.cells < _NARROW else 2
        return 0 if self.is_plain else step * min(max(0, paragraph.depth - 1), _LEVELS)


class _Line(NamedTuple):
    """A line of a paragraph.

    Attributes:
        before: What stands before its words, each part with its style.
        words: Its words.
        style: The name of their style.
        leads: Whether it leads to the claim, and tells nothing of it: the cursor is not on it.
    """

    before: tuple[tuple[str, str], ...]
    words: str
    style: str
    leads: bool = False


def height(debate: "Debate", paragraph: Paragraph, page: Page) -> int:
    """Returns the lines that a paragraph takes, with the empty one below it."""
    return sum(1 for _ in _lines(debate, paragraph, page)) + 1


def lead(debate: "Debate", paragraph: Paragraph, page: Page) -> int:
    """Returns how many lines of a paragraph stand above its claim."""
    return sum(line.leads for line in _lines(debate, paragraph, page))


def estimate(debate: "Debate", paragraph: Paragraph, page: Page) -> int:
    """Returns about how many lines a paragraph takes, at once."""
    text = debate.claims[paragraph.claim].text if not paragraph.see else ""
    return 2 + len(text) // max(1, page.measure - page.indent(paragraph) - _HANG // 3)


def draw(
    debate: "Debate", paragraph: Paragraph, page: Page, marking: Marking, styles: Styles,
    *, selected: bool,
) -> list[Strip]:  # fmt: skip
    """Returns the lines of a paragraph, and the empty one below it."""
    sign, is_marked = marking.signs.get(paragraph.claim), paragraph.claim in marking.marked
    row, strips = styles("row"), []
    is_above = marking.is_above_matches(paragraph.claim)
    for line in _lines(debate, paragraph, page):
        mark = "" if page.is_plain else " "
        if mark and not line.leads:
            mark = "▌" if selected else "•" if is_marked else " "
        rest = page.left - page.edge
        segments = [
            Segment(" " * rest, row),
            Segment(mark, styles("cursor")),
            Segment(" " * (page.edge - len(mark)), row),
        ]
        segments += [Segment(text, styles(style)) for text, style in line.before]
        if is_above:
            segments.append(Segment(line.words, styles("above")))
        else:
            segments += _with_matches(line, marking, styles)
        strip = Strip(segments).adjust_cell_length(page.cells, row)
        if sign is not None and not line.leads and not page.is_plain:
            end = Strip([Segment(sign.sign, styles(sign.style))])
            strip, sign = Strip.join([strip.crop(0, page.cells - 1), end]), None
        strips.append(strip)
    return [*strips, Strip.blank(page.cells, row)]


def _with_matches(line: _Line, marking: Marking, styles: Styles) -> Iterator[Segment]:
    """Yields the words of a line with what is searched for highlighted."""
    end, plain = 0, styles(line.style)
    for start, stop in marking.query.spans(line.words) if marking.query is not None else ():
        yield Segment(line.words[end:start], plain)
        yield Segment(line.words[start:stop], styles("match"))
        end = stop
    yield Segment(line.words[end:], plain)


def _lines(debate: "Debate", paragraph: Paragraph, page: Page) -> Iterator[_Line]:
    indent = page.indent(paragraph)
    hang = min(len(paragraph.number) + 2, _HANG) if not page.is_plain else 0
    for piece in pieces_of(debate, paragraph):
        if piece.kind in _APART:
            for line in _numbered(paragraph, piece, page, indent, hang):
                yield line._replace(leads=True)
            yield _Line((), "", "words", leads=True)
        elif piece.number:
            yield from _numbered(paragraph, piece, page, indent, hang)
        else:
            yield from _block(piece, page, indent + hang)


def _numbered(
    paragraph: Paragraph, piece: Piece, page: Page, indent: int, hang: int
) -> Iterator[_Line]:
    """Yields the lines of a claim, or of what stands above it."""
    is_top = paragraph.depth == 0
    style = "top" if is_top and piece.kind is Kind.CLAIM else _STYLES[piece.kind]
    head = f"{piece.number}  " if piece.number else ""
    opening = f"{piece.opening} " if piece.opening else ""
    room = max(1, page.measure - indent - hang)
    # The first line has its number and its opening before the words.
    lead = max(0, len(head) - hang) + len(opening)
    lines: list[str] = list(wrap("x" * lead + piece.words, room))
    first = lines[0][lead:]
    if lead > len(lines[0]) or (lead and not first and piece.words):
        lines = ["", *wrap(piece.words, room)]
        first = ""
    number = "accent" if is_top else "quiet"
    colour = _OPENINGS.get(paragraph.role, "quiet")
    yield _Line(((" " * indent, "row"), (head, number), (opening, colour)), first, style)
    for line in lines[1:]:
        yield _Line(((" " * (indent + hang), "row"),), line, style)


def _block(piece: Piece, page: Page, indent: int) -> Iterator[_Line]:
    """Yields the lines of a note, a quote or a source, which stand beneath the claim."""
    is_quote = piece.kind in {Kind.QUOTE, Kind.SOURCE} and not page.is_plain
    before = ((" " * indent, "row"), (_BAR if is_quote else "", "guide"))
    room = max(1, page.measure - indent - (len(_BAR) if is_quote else 0))
    words = " ".join(filter(None, (piece.opening, piece.words)))
    for part in words.split("\n"):
        for line in wrap(part, room):
            yield _Line(before, line, _STYLES[piece.kind])

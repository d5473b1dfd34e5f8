"""How the blocks of a card are drawn."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, ClassVar, Final

from rich.segment import Segment
from rich.style import Style
from textual.content import Content
from textual.strip import Strip
from textual.visual import Visual

from debatemap.core.debate import Debate
from debatemap.core.text import excerpt, width
from debatemap.tui.views.card.blocks import About, Block, Heading, Room
from debatemap.tui.views.card.clickable_remarks import (
    Remark,
    fitting_remark,
    leading_to,
    remark_cells,
    remark_segments,
)
from debatemap.tui.views.card.entry_lines import (
    CURSOR,
    EDGE,
    FIGURE,
    SIGN,
    EntryLines,
    estimate,
    lay_out,
    words_at,
)  # fmt: skip
from debatemap.tui.views.card.figures import figure, long_figure
from debatemap.tui.views.view import Marking
from debatemap.tui.widgets.row_drawing import sign_at
from debatemap.tui.widgets.row_styles import RowStyles
from debatemap.views.card import Entry, Role

if TYPE_CHECKING:
    from textual.widget import Widget

__all__ = ["CardDrawing"]

Styles = Callable[[str], Style]

_INSET: Final = 3
"""Cells at the left of what is said of the claim in focus at the end."""


class CardDrawing:
    """Measures and draws blocks.

    Attributes:
        debate: The debate.
        marking: What is shown of claims beside their words.
        airy: Whether empty lines stand between replies.
        whole: Whether there is room for all words of replies.
    """

    splits: ClassVar[bool] = True
    """Whether pros and cons may stand side by side."""

    def __init__(self, widget: "Widget", debate: Debate, marking: Marking) -> None:
        self._widget = widget
        self.debate, self.marking = debate, marking
        self.styles = RowStyles(widget)
        self.airy = self.whole = False
        self._laid_out: dict[tuple[Entry, int], EntryLines] = {}

    def forget(self) -> None:
        """Forgets how entries were laid out, as the debate or the room has changed."""
        self._laid_out.clear()

    def measure(self, block: Block, cells: int) -> int:
        """Returns how many lines a block takes."""
        if isinstance(block, Entry):
            lines = self._lines_of(block, cells)
            below = 0 if lines.is_beside else len(lines.remark)
            return len(lines.words) + below + lines.spare + block.opens + block.closes
        if isinstance(block, About):
            return len(self._prose(block.content, cells))
        return block.lines if isinstance(block, Room) else 1

    def estimate(self, block: Block, cells: int) -> int:
        """Returns about how many lines a block takes, at once."""
        if isinstance(block, Entry):
            return estimate(self.debate, block, cells, airy=self.airy)
        return self.measure(block, cells)

    def place_of(self, entry: Entry) -> tuple[int, int]:
        """Returns the line and the column of an entry at which it begins to read."""
        # A frame of joint premises begins with a line of its own.
        return int(entry.opens), words_at(entry)

    def draw(self, block: Block, cells: int, *, selected: bool) -> list[Strip]:
        """Returns the lines of a block."""
        styles = self.styles.on("selected" if selected else "row")
        if isinstance(block, Entry):
            strips = list(self._entry(block, cells, styles, selected=selected))
        elif isinstance(block, Heading):
            strips = [_heading(block, cells, styles)]
        elif isinstance(block, About):
            strips = self._prose(block.content, cells)
        else:
            strips = [Strip.blank(cells, styles("row"))] * block.lines
        return [strip.adjust_cell_length(cells, styles("row")) for strip in strips]

    def _lines_of(self, entry: Entry, cells: int) -> EntryLines:
        known = self._laid_out.get((entry, cells))
        if known is None:
            known = lay_out(self.debate, entry, cells, airy=self.airy, whole=self.whole)
            self._laid_out[entry, cells] = known
        return known

    def _prose(self, content: Content, cells: int) -> list[Strip]:
        room = max(1, cells - _INSET - 1)
        base = self._widget.visual_style
        lines = Visual.to_strips(self._widget, content, room, None, base, apply_selection=False)
        inset = Segment(" " * _INSET, self.styles.style("row"))
        return [Strip([inset, *line]) for line in lines]

    def _entry(
        self, entry: Entry, cells: int, styles: Styles, *, selected: bool
    ) -> Iterator[Strip]:
        lines = self._lines_of(entry, cells)
        plain = self.styles.on("row")
        if entry.opens:
            hidden = f", {entry.hidden:,} hidden" if entry.hidden else ""
            yield _rule("╭", f" only together{hidden} ", "╮", cells, plain)
        for number, words in enumerate(lines.words):
            is_last = number == len(lines.words) - 1
            head = self._sign(entry, styles) if number == 0 else [_blank(SIGN, styles)]
            middle = self._words(words, entry, styles)
            tail = self._tail(entry, lines, number, width(words), styles, ends=is_last)
            yield self._line(entry, lines, [*head, *middle, *tail], number, styles, selected)
        for remark in () if lines.is_beside else lines.remark:
            below = self._below(entry, lines.room, remark, styles)
            yield self._line(entry, lines, below, -1, styles, selected)
        if entry.closes:
            yield _rule("╰", "", "╯", cells, plain)
        if lines.spare:
            yield Strip.blank(cells, plain("row"))

    def _line(
        self, entry: Entry, lines: EntryLines, inner: list[Segment], number: int,
        styles: Styles, selected: bool,  # noqa: FBT001  (passed on)
    ) -> Strip:  # fmt: skip
        marked = entry.claim in self.marking.marked
        cursor = "▌" if selected else "•" if marked and number == 0 else " "
        before = "│ " if entry.framed else ""
        before = before.ljust(lines.indent)
        sign = self.marking.signs.get(entry.claim) if number == 0 else None
        edge = [Segment(" │ " if entry.framed else " ", styles("guide"))]
        if sign is not None:
            edge = [Segment(" │" if entry.framed else "", styles("guide"))]
            edge.append(Segment(sign.sign, styles(sign.style)))
        return Strip(
            [Segment(cursor, styles("cursor")), Segment(before, styles("guide")), *inner, *edge]
        )

    def _sign(self, entry: Entry, styles: Styles) -> list[Segment]:
        sign, style = sign_at(self.debate, entry.link, entry.claim)
        return [Segment(sign, styles(style)), Segment(" " * (SIGN - 1), styles("row"))]

    def _words(self, words: str, entry: Entry, styles: Styles) -> Iterator[Segment]:
        part = {Role.FOCUS: "top", Role.ABOVE: "quiet"}.get(entry.role, "words")
        part = "cycle" if entry.closes_cycle else part
        end = 0
        for start, stop in self.marking.query.spans(words) if self.marking.query else ():
            yield Segment(words[end:start], styles(part))
            yield Segment(words[start:stop], styles("match"))
            end = stop
        yield Segment(words[end:], styles(part))

    def _tail(
        self,
        entry: Entry,
        lines: EntryLines,
        number: int,
        taken: int,
        styles: Styles,
        *,
        ends: bool,
    ) -> list[Segment]:
        """Returns what stands after the words of a line: the strength, or the remark."""
        if entry.role is Role.ABOVE:
            return [_blank(lines.room - taken, styles)]
        if number == 0 and entry.role is not Role.FOCUS:
            standing = self.marking.strength(entry.claim)
            shown = leading_to(figure(standing, styles), "why")
            return [_blank(lines.room - taken, styles), *shown]
        rest = lines.room + FIGURE - taken
        remark = lines.remark[0] if ends and lines.is_beside and lines.remark else ()
        cells = remark_cells(remark)
        gap = max(0, rest - cells - 1)
        return [
            _blank(gap, styles),
            *remark_segments(remark, styles("quiet")),
            _blank(rest - gap - cells, styles),
        ]

    def _below(self, entry: Entry, words: int, remark: Remark, styles: Styles) -> list[Segment]:
        """Returns a line below the words, which have so many cells."""
        room = words + FIGURE
        segments = [_blank(SIGN, styles)]
        if entry.role is Role.FOCUS:
            shown = long_figure(self.marking.strength(entry.claim), styles)
            taken = sum(width(segment.text) for segment in shown)
            gap = "   " if shown else ""
            remark = fitting_remark(remark, room - taken - len(gap))
            segments += [*leading_to(shown, "why"), Segment(gap, styles("quiet"))]
        segments += remark_segments(remark, styles("quiet"))
        taken = sum(width(segment.text) for segment in segments)
        return [*segments, _blank(room + SIGN - taken, styles)]


def _blank(cells: int, styles: Styles) -> Segment:
    return Segment(" " * max(0, cells), styles("row"))


def _heading(heading: Heading, cells: int, styles: Styles) -> Strip:
    words = excerpt(heading.words, max(1, cells - CURSOR - EDGE))
    rest = max(0, cells - CURSOR - width(words) - EDGE)
    rule = f" {'─' * (rest - 1)}" if heading.ruled and rest > 1 else " " * rest
    return Strip([
        _blank(CURSOR, styles),
        Segment(words, styles(heading.style)),
        Segment(rule + " " * EDGE, styles("guide")),
    ])  # fmt: skip


def _rule(left: str, words: str, right: str, cells: int, styles: Styles) -> Strip:
    """Returns the upper or the lower edge of a frame, which leaves the last cell free."""
    inner = max(0, cells - CURSOR - EDGE - len(left) - len(right))
    shown = words if len(words) < inner else ""
    line = styles("guide")
    rest = f"{'─' * (inner - len(shown) - bool(shown))}{right}"
    parts = [Segment(left + "─" * bool(shown), line), Segment(shown, styles("quiet"))]
    return Strip([_blank(CURSOR, styles), *parts, Segment(rest, line)])

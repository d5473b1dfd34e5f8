"""How a card is laid out and drawn: only what is in sight, and of that only what changes."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

from rich.segment import Segment
from textual.content import Content
from textual.geometry import Region
from textual.strip import Strip

from debatemap.core.debate import Debate
from debatemap.tui.views.card.arrangement import Arrangement, Part, Spot, WritingRoom
from debatemap.tui.views.card.card_drawing import CardDrawing
from debatemap.tui.views.card.plain_drawing import PlainCardDrawing
from debatemap.tui.views.line_view import WheelView
from debatemap.tui.views.view import Marking
from debatemap.tui.widgets.whole_first import whole_first

if TYPE_CHECKING:
    from debatemap.views.card import Card, Entry

__all__ = ["CardPane"]

_AIRY: Final = 30
"""Lines from which there is room for empty ones between replies, unasked too."""
_FEW: Final = 40
"""Replies that may all be shown whole."""
_CACHED: Final = 2000

_Piece = tuple[Part, tuple[int, int] | None, bool]
"""What a line shows of a part: a block and its line, or nothing; and whether it is selected."""


class CardPane(WheelView):
    """Draws a card and its cursor, and scrolls.

    Attributes:
        is_followed: Whether the card has the cursor; beside the outline it may just show along.
    """

    def __init__(self, debate: Debate) -> None:
        super().__init__()
        self._drawing = CardDrawing(self, debate, Marking(lambda _: None, {}, (), None))
        self._strips: dict[tuple[Part, int, bool], list[Strip]] = {}
        self._lines: dict[tuple[_Piece, ...], Strip] = {}
        self._card: Card | None = None
        self._shown: Arrangement | None = None
        self._about = Content("")
        self._room: WritingRoom | None = None
        self._spot = Spot(Part.HEAD, 0)
        self._cursor: Entry | None = None
        self.is_followed = True

    def on_mount(self) -> None:
        """Has what is shown read as sentences, where the settings ask for that."""
        if self.app.settings.plain:
            self._drawing = PlainCardDrawing(self, self._drawing.debate, self._drawing.marking)

    def render_line(self, y: int) -> Strip:
        """Returns a line of the widget."""
        return self._line(y + self.scroll_offset.y)

    def lines_at(self, rows: Iterable[int]) -> Iterable[Strip]:
        """Returns lines of the widget."""
        first = self.scroll_offset.y
        return [self._line(first + y) for y in rows]

    def _line(self, line: int) -> Strip:
        """Returns a line of the card."""
        card, row = self._shown, self._drawing.styles.style("row")
        if card is None:
            return Strip.blank(self._width, row)
        selected = self._spot if self.is_followed else None
        pieces = tuple(
            (part, found, found is not None and selected == (part, found[0]))
            for part, found in card.parts_at(line)
        )
        strip = self._lines.get(pieces)
        if strip is None:
            if len(self._lines) > _CACHED:
                self._lines.clear()
            strip = self._lines[pieces] = self._joined(pieces).adjust_cell_length(card.cells, row)
        return strip

    def on_resize(self) -> None:
        """Lays the card out for the new size, with the cursor in sight."""
        self._lay_out()
        self._bring_into_sight()
        self._begin_with_a_block()
        self.post_message(self.Laid())

    def forget_drawn(self) -> None:
        """Forgets the rows that were drawn, and their styles."""
        self._drawing.styles.clear()
        self._forget_lines()

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Measures what comes into sight, and lets the editor follow."""
        super().watch_scroll_y(old_value, new_value)
        self._settle()
        self.post_message(self.Laid())

    def _lay_out(self) -> None:
        """Arranges the card for the size that there is."""
        self._forget_lines()
        self._drawing.forget()
        is_spaced = self.is_attached and self.app.settings.density == "comfortable"
        self._drawing.airy = is_spaced or self.size.height >= _AIRY
        if self._card is None or not self.size.width:
            self._shown = None
            self.refresh()
            return
        seen_at = self._shown.line_of(self._spot) - self.scroll_offset.y if self._shown else None
        self._shown = self._arranged(self._card)
        spot = self._shown.find(self._cursor) if self._cursor is not None else None
        self._spot = spot or self._spot
        self._hold(seen_at)
        self._settle()
        self._set_height()
        self.refresh()

    def _arranged(self, card: "Card") -> Arrangement:
        """Returns where the parts stand: with all words of the replies where these fit."""
        drawing, args = self._drawing, (card, self._about, self._width, self._drawing, self._room)
        if self._room is None:
            drawing.whole = len(card.pros) + len(card.cons) <= _FEW
        arrangement = Arrangement(*args)
        is_longer = arrangement.top_of(Part.ABOUT) > self.size.height
        if self._room is None and drawing.whole and is_longer:
            drawing.whole = False
            drawing.forget()
            arrangement = Arrangement(*args)
        return arrangement

    def _hold(self, seen_at: int | None) -> None:
        """Keeps the cursor at the line of the widget where it was, as heights are new."""
        card, spot = self._shown, self._spot
        if card is None or seen_at is None or card.entry(spot) is None:
            return
        card.settle_near(spot, max(1, self.size.height))
        self._set_height()
        top = card.line_of(spot) - seen_at
        if top != self.scroll_offset.y:
            self.scroll_to(y=max(0, top), animate=False)

    def _settle(self) -> None:
        """Measures what is in sight."""
        if self._shown is not None:
            first = self.scroll_offset.y
            if self._shown.settle(first, first + self.size.height):
                self._set_height()
                self.refresh()

    def _set_height(self) -> None:
        self._set_lines(self._shown.total if self._shown is not None else 0)

    def _forget_lines(self) -> None:
        self._strips.clear()
        self._lines.clear()

    def _redraw(self) -> None:
        self._forget_lines()
        self.refresh()

    def _refresh_block(self, spot: Spot) -> None:
        if self._shown is None or spot.number >= len(self._shown.stacks[spot.part].blocks):
            return
        stack = self._shown.stacks[spot.part]
        line = self._shown.line_of(spot) - self.scroll_offset.y
        self.refresh(Region(stack.left, line, stack.cells, stack.height(spot.number)))

    def _joined(self, pieces: Iterable[_Piece]) -> Strip:
        """Returns a line of what stands in it, from left to right."""
        strips: list[Strip] = []
        for piece in pieces:
            if strips:
                strips.append(Strip([Segment("│", self._drawing.styles.style("guide"))]))
            strips.append(self._line_of(*piece))
        return Strip.join(strips)

    def _line_of(self, part: Part, found: tuple[int, int] | None, selected: bool) -> Strip:  # noqa: FBT001  (of a piece)
        """Returns the line of a part: of a block, or empty below its last one."""
        card = self._shown
        cells = card.stacks[part].cells if card is not None else 0
        if card is None or found is None:
            return Strip.blank(cells, self._drawing.styles.style("row"))
        index, offset = found
        strips = self._strips.get((part, index, selected))
        if strips is None:
            if len(self._strips) > _CACHED:
                self._strips.clear()
            block = card.block(Spot(part, index))
            strips = self._drawing.draw(block, cells, selected=selected)
            self._strips[part, index, selected] = strips
        return strips[min(offset, len(strips) - 1)]

    def _bring_into_sight(self) -> None:
        """Scrolls to the cursor; what is measured above it on the way moves nothing."""
        card, spot = self._shown, self._spot
        if card is None or card.entry(spot) is None:
            return
        before, page = card.line_of(spot), max(1, self.size.height)
        card.settle_near(spot, page)
        moved = card.line_of(spot) - before
        self._set_height()
        if moved and abs(before - self.scroll_offset.y) < 2 * page:
            self.scroll_to(y=max(0, self.scroll_offset.y + moved), animate=False)
        # Asked anew: on the way there other heights may have become known.
        self._scroll_to_lines(card.line_of(spot), card.stacks[spot.part].height(spot.number))

    def _begin_with_a_block(self, *, of: Part | None = None) -> None:
        """Scrolls to the beginning of what is cut off at the top, or to what comes next.

        Args:
            of: The part that is not to be cut off; without it, any.
        """
        card, spot, found = self._shown, self._spot, self._cut_at(self.scroll_offset.y)
        if card is None or card.entry(spot) is None or found is None or of not in {None, found[0]}:
            return
        line = card.line_of(spot)
        held = line, line + card.stacks[spot.part].height(spot.number)
        self.scroll_to(y=whole_first(found[1:], held, max(1, self.size.height)), animate=False)

    def _cut_at(self, line: int) -> tuple[Part, int, int] | None:
        """Returns the part of a block that begins above a line, and from and to where it stands."""
        card, own = self._shown, self._spot.part
        parts = list(card.parts_at(line)) if card is not None else []
        # Of two columns, that of the cursor counts.
        found = next(((p, at) for p, at in parts if at and p is own), None)
        found = found or next(((p, at) for p, at in parts if at), None)
        if card is None or found is None or not found[1][1]:
            return None
        part, (number, offset) = found
        return part, line - offset, line - offset + card.stacks[part].height(number)

    def _scroll_to_lines(self, line: int, height: int) -> None:
        """Scrolls as little as it takes to show some lines, with one to spare."""
        if not self.is_mounted:
            return
        first, page = self.scroll_offset.y, max(1, self.size.height)
        spare = 1 if page > height + 2 else 0
        if line - spare < first:
            self.scroll_to(y=max(0, line - spare), animate=False)
        elif line + height + spare > first + page:
            self.scroll_to(y=min(line, line + height + spare - page), animate=False)

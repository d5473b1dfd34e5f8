"""The map as numbered prose on the screen; it draws only what is in sight."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from textual.geometry import Offset, Region
from textual.strip import Strip

from debatemap.core.change import Change
from debatemap.core.debate import Debate
from debatemap.tui.views.line_view import WheelView
from debatemap.tui.views.read.read_drawing import Page, draw, estimate, height, lead
from debatemap.tui.views.read.read_moves import MOVES, Reading
from debatemap.tui.views.view import Marking
from debatemap.tui.widgets.row_pointing import Place, RowPointing
from debatemap.tui.widgets.row_styles import drop_target
from debatemap.tui.widgets.whole_first import whole_first
from debatemap.views.outline.heights import Heights
from debatemap.views.read.prose import Paragraph, Path, Prose

if TYPE_CHECKING:
    from debatemap.views.outline.outline import Step

__all__ = ["ReadView"]

_CACHED: Final = 2000


class ReadView(WheelView, RowPointing):
    """Shows the map as paragraphs, of which the cursor is on one."""

    NAME = "read"
    KEEPS_ABOVE = FILLS = True

    def __init__(self, debate: Debate) -> None:
        super().__init__()
        self._debate = debate
        self._marking = Marking(lambda _: None, {}, (), None)
        self._strips: dict[tuple[int, bool], list[Strip]] = {}
        self._heights = Heights()
        self._index = 0
        self._is_outdated = False
        self._prose = Prose(debate)
        self._shown: Sequence[int] = range(len(self._prose.paragraphs))

    @property
    def claim(self) -> str | None:
        """The claim that the cursor is on, or None where none is shown."""
        return self._at(self._index).claim if self._shown else None

    @property
    def path(self) -> Path | None:
        """The path to the place that the cursor is on."""
        return self._prose.path(self._shown[self._index]) if self._shown else None

    def take(self, debate: Debate) -> None:
        """Shows another debate, at the same place where it is there."""
        self._debate = debate
        self._outdate()

    def follow(self, change: Change) -> None:
        """Takes up a change; where only words are other ones, the numbers stay."""
        is_shape = change.links or change.header or any(None in p for p in change.claims.values())
        if is_shape or self._is_outdated:
            self._outdate()
        else:
            self._heights.doubt()
            self._update()

    def take_kept(self) -> None:
        """Takes up which claims a filter lets through."""
        self._renew()

    def reveal(self, claim: str) -> bool:
        """Puts the cursor where a claim is written out; tells whether it is shown."""
        return self.reveal_place([(None, claim)])

    def reveal_place(self, path: "Sequence[Step]") -> bool:
        """Puts the cursor on a place; tells whether it is shown."""
        self._catch_up()
        number = self._prose.find(*path[-1])
        index = self._position(number) if number is not None else None
        if index is None:
            return False
        self._go(index)
        return True

    def move(self, command: str) -> bool:
        """Moves the cursor by paragraphs; tells whether the command moves it here."""
        if command not in MOVES:
            return False
        self._catch_up()
        if self._shown:
            wanted = MOVES[command](self._reading)
            if wanted is not None:
                self._go(wanted)
            self.post_message(self.Moved())
        return True

    def mark(self, marking: Marking) -> None:
        """Shows signs, marks and matches as they are now."""
        self._catch_up()
        if marking != self._marking:
            self._marking = marking
            self._redraw()

    def outdate_strengths(self) -> None:
        """Does nothing: prose has no strengths."""

    def writing_region(self, lines: int, command: str = "") -> Region:  # noqa: ARG002  (all stand alike)
        """Returns where the editor stands: below the selected paragraph, or above it at the end."""
        below = self._line(self._index + 1) - self.scroll_offset.y - 1
        top = max(0, min(below, self.size.height - lines))
        left = self._page.left
        return Region(left, top, max(1, self._page.measure), lines)

    def cursor_offset(self) -> Offset:
        """Returns where on the screen the selected paragraph begins."""
        line, left = self._line(self._index) - self.scroll_offset.y, 0
        if self._shown:
            line += lead(self._debate, self._at(self._index), self._page)
            left = self._left_of(self._index)
        return self.region.offset + Offset(left, max(0, min(line, self.size.height - 1)))

    @property
    def is_in_reading_order(self) -> bool:
        """Whether its claims stand in reading order, as they always do."""
        return True

    def claims_in_sight(self) -> Sequence[str]:
        """Returns the claims of the paragraphs in sight, from top to bottom."""
        first, last = self.row_of_line(0), self.row_of_line(max(0, self.size.height - 1))
        if first is None:
            return []
        end = last + 1 if last is not None else len(self._shown)
        return [self._at(index).claim for index in range(first, end)]

    def places_in_sight(self) -> "Iterator[tuple[Sequence[Step], Offset]]":
        """Yields the path to each paragraph in sight, and where before it a label may stand."""
        seen = -1
        for y in range(self.size.height):
            index = self.row_of_line(y)
            if index is not None and index != seen:
                seen = index
                left = max(0, self._left_of(index) - 2)
                yield self._prose.path(self._shown[index]), self.region.offset + Offset(left, y)

    def render_line(self, y: int) -> Strip:
        """Returns a line of the widget."""
        line = y + self.scroll_offset.y
        if line >= self._heights.total or not self._shown:
            return Strip.blank(self._page.cells, self._styles.style("row"))
        index = self._heights.row_at(line)
        strips = self._drawn(index)
        strip = strips[min(line - self._heights.line_of(index), len(strips) - 1)]
        return drop_target(strip, self._styles) if self.is_target(index) else strip

    def on_resize(self) -> None:
        """Sets the prose for the new width, with the cursor in sight."""
        self._update(anew=True)
        self._begin_with_a_paragraph()
        self.post_message(self.Laid())

    def forget_drawn(self) -> None:
        """Forgets the paragraphs that were drawn."""
        self._strips.clear()

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Measures what comes into sight, and lets the editor follow."""
        super().watch_scroll_y(old_value, new_value)
        self._settle(self._heights.row_at(self.scroll_offset.y) if self._shown else 0)
        self.post_message(self.Laid())

    def row_of_line(self, y: int) -> int | None:
        """Returns the index of the paragraph at a line of the widget, or None beneath them all."""
        line = y + self.scroll_offset.y
        is_there = bool(self._shown) and line < self._heights.total
        return self._heights.row_at(line) if is_there else None

    def part_of(self, index: int, x: int, y: int) -> str:  # noqa: ARG002  (a paragraph has no parts)
        """Returns nothing: a paragraph has no parts."""
        return ""

    def place_of(self, index: int) -> Place:
        """Returns which claim stands in a paragraph, and by which link."""
        paragraph = self._at(index)
        return Place(paragraph.claim, paragraph.link)

    def select_row(self, index: int) -> None:
        """Selects a paragraph, as a click does."""
        self._go(index)
        self.post_message(self.Moved())

    def refresh_row(self, index: int) -> None:
        """Draws a paragraph again."""
        if index < len(self._shown):
            self.refresh_lines(self._line(index), self._heights[index])

    @property
    def _page(self) -> Page:
        return Page(self._width, self._is_plain)

    def _at(self, index: int) -> Paragraph:
        return self._prose.paragraphs[self._shown[index]]

    def _left_of(self, index: int) -> int:
        return self._page.left + self._page.indent(self._at(index))

    def _line(self, index: int) -> int:
        return self._heights.line_of(index) if index < len(self._heights) else self._heights.total

    def _position(self, number: int) -> int | None:
        """Returns where among what is shown a paragraph stands."""
        return self._reading.position(number)

    @property
    def _reading(self) -> Reading:
        page = max(1, self.size.height)
        return Reading(self._prose, self._shown, self._heights, self._index, page)

    def _outdate(self) -> None:
        """Takes up that the paragraphs are other ones, once they are shown."""
        self._is_outdated = True
        if self.display:
            self._catch_up()

    def _catch_up(self) -> None:
        if self._is_outdated:
            self._is_outdated = False
            before = self._prose.paragraphs[self._shown[self._index]] if self._shown else None
            self._prose = Prose(self._debate)
            self._renew(before)

    def _renew(self, before: Paragraph | None = None) -> None:
        """Shows the paragraphs that there are, with the cursor where it was."""
        self._catch_up()
        if before is None and self._index < len(self._shown):
            before = self._prose.paragraphs[self._shown[self._index]]
        kept, paragraphs = self._kept, self._prose.paragraphs
        if kept is None:
            self._shown = range(len(paragraphs))
        else:
            self._shown = [n for n, each in enumerate(paragraphs) if each.claim in kept]
        number = self._prose.find(before.link, before.claim) if before is not None else None
        index = self._position(number) if number is not None else None
        self._index = index if index is not None else min(self._index, len(self._shown) - 1)
        self._index = max(0, self._index)
        self._update(anew=True)

    def _update(self, *, anew: bool = False) -> None:
        """Draws the paragraphs again, with the cursor in sight."""
        self.end_drag()
        self._strips.clear()
        if anew:
            self._heights, page = Heights(), self._page
            guesses = [estimate(self._debate, self._prose.paragraphs[n], page) for n in self._shown]
            self._heights.replace(0, 0, guesses, exact=False)
        self._go(self._index)
        self.refresh()

    def _redraw(self) -> None:
        self._strips.clear()
        self.refresh()

    def _go(self, index: int) -> None:
        """Puts the cursor on a paragraph and brings it into sight."""
        before, self._index = self._index, max(0, min(index, len(self._shown) - 1))
        self._settle(self._index)
        if self._index >= len(self._heights):
            # It is laid out once it has a size, and shows the cursor then.
            return
        line, high = self._line(self._index), self._heights[self._index] - 1
        first, page = self.scroll_offset.y, max(1, self.size.height)
        if line < first:
            self.scroll_to(y=max(0, line - 1), animate=False)
        elif line + high > first + page:
            self.scroll_to(y=min(line, line + high + 1 - page), animate=False)
        for changed in {before, self._index}:
            self.refresh_row(changed)

    def _begin_with_a_paragraph(self) -> None:
        """Scrolls to the beginning of what is cut off at the top, or of the next paragraph."""
        first = self.scroll_offset.y
        number = self.row_of_line(0)
        if number is not None and self._line(number) < first and self._index < len(self._heights):
            cut, held = ((self._line(n), self._line(n + 1)) for n in (number, self._index))
            page = max(1, self.size.height)
            self.scroll_to(y=whole_first(cut, (held[0], held[1] - 1), page), animate=False)

    def _settle(self, index: int) -> None:
        """Measures the paragraphs within two pages of one; what is in sight stays there."""
        if not self._shown or not self.size.width:
            return
        reach, page = 2 * max(1, self.size.height), self._page
        low, high = max(0, index - reach), min(len(self._shown), index + reach)
        if not self._heights.are_exact(low, high - 1):
            before = self._line(index)
            self._heights.correct(
                (n, height(self._debate, self._at(n), page))
                for n in range(low, high)
                if not self._heights.is_exact(n)
            )
            moved = self._line(index) - before
            self._set_lines(self._heights.total)
            if moved:
                self.scroll_to(y=max(0, self.scroll_offset.y + moved), animate=False)
            self.refresh()
        self._set_lines(self._heights.total)

    def _drawn(self, index: int) -> list[Strip]:
        key = index, index == self._index
        strips = self._strips.get(key)
        if strips is None:
            if len(self._strips) > _CACHED:
                self._strips.clear()
            styles = self._styles.on("selected" if key[1] else "row")
            args = self._debate, self._at(index), self._page, self._marking, styles
            strips = draw(*args, selected=key[1])
            strips[-1] = Strip.blank(self._page.cells, self._styles.style("row"))
            self._strips[key] = strips
        return strips

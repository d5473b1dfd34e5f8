"""The text of a source on the screen: a cursor in it, what of it is quoted, and how much."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, ClassVar, Final

from rich.segment import Segment
from textual.geometry import Offset, Region
from textual.strip import Strip

from debatemap.core.change import Change
from debatemap.core.debate import Debate
from debatemap.core.text import SafeText, width, wrap
from debatemap.store.text_state import MOST_TEXTS, NOTHING_READ, TEXTS, TextState
from debatemap.tui.views.text.text_drawing import LineDrawing, left_of
from debatemap.tui.views.text.text_head import figures_of, head_line, place_and_claim
from debatemap.tui.views.text.text_moves import MOVES, PAGES
from debatemap.tui.views.text.text_pointing import TextPointing
from debatemap.tui.views.view import Marking
from debatemap.views.text.page import NOTHING_QUOTED, Quoted, TextPage, nothing_quoted
from debatemap.views.text.passages_in_use import QuotedPassage
from debatemap.views.text.selection import TextSelection, selected_at
from debatemap.views.text.shown_lines import ShownText
from debatemap.views.text.text_matches import TextMatches
from debatemap.views.text.units import Unit

if TYPE_CHECKING:
    from pathlib import Path

    from debatemap.views.outline.outline import Step

__all__ = ["SecondTextView", "TextView"]

_HEAD: Final = 2
_SHORT: Final = 12
"""Lines of the widget from which the head has a second one."""


class TextView(TextPointing):
    """Shows a text with a cursor in it; what is selected in the outline stays selected there.

    It reads no file: what it shows is given to it.

    Attributes:
        source: The id of the source whose text is shown; empty for none.
        page: The text, or None where there is none.
        quoted: What of it is quoted.
        matches: What was looked for in it and found, or None.
        selection: What of it is selected.
        state: Which texts were read here, and how far.
    """

    NAME = "text"
    STANDS_BESIDE = FILLS = True
    SHOWS_CLAIMS = False
    NUMBER: ClassVar[int] = 0

    def __init__(self, debate: Debate) -> None:
        super().__init__()
        self._debate = debate
        self._path: Sequence[Step] | None = None
        self._shown: ShownText | None = None
        self._is_followed = True
        self._title, self._words = SafeText(""), SafeText("")
        self.source, self.page = "", None
        self.quoted: Quoted = NOTHING_QUOTED
        self.matches: TextMatches | None = None
        self.selection = TextSelection()
        self.state = NOTHING_READ

    @property
    def claim(self) -> str | None:
        """The claim that is selected in the outline."""
        return self._path[-1][1] if self._path else None

    @property
    def path(self) -> "Sequence[Step] | None":
        """The path to what is selected in the outline."""
        return self._path

    def recall(self, path: "Path | None", map_id: str) -> None:
        """Takes up which texts were read here the last time, and how far."""
        self.state = TEXTS[self.NUMBER].load(path, map_id)

    def remember(self, path: "Path | None", map_id: str) -> None:
        """Keeps which texts are read here, and how far."""
        self._note_offset()
        TEXTS[self.NUMBER].save(path, map_id, self.state)

    def tell(self, words: SafeText, title: SafeText | None = None) -> None:
        """Says something in the place of a text: that there is none, that it is being read."""
        self._note_offset()
        self.page, self.quoted, self._shown, self.matches = None, NOTHING_QUOTED, None, None
        self._words, self._title = words, title or SafeText("")
        self._lay_out()

    def show_page(self, source: str, title: SafeText, page: TextPage) -> None:
        """Shows the text of a source, from where it was read the last time."""
        self._note_offset()
        is_other = (
            source != self.source or self.page is None or page.text.text != self.page.text.text
        )
        self.source, self.page, self._title = source, page, title
        self.state = self.state._replace(source=source)
        if is_other:
            offset = self.state.offsets.get(source, 0)
            self.quoted, self.matches = nothing_quoted(page), None
            self.selection = selected_at(page.units, Unit.SENTENCE, offset)
        self._lay_out()

    def show_quoted(self, quoted: Quoted) -> None:
        """Takes up what of the text is quoted."""
        self.quoted = quoted
        self.refresh()

    def show_matches(self, matches: TextMatches | None) -> None:
        """Marks the words that were looked for and found, or none."""
        self.matches = matches
        self.refresh()

    def select(self, selection: TextSelection) -> None:
        """Selects a part of the text, and brings it into sight."""
        before, self.selection = self.selection, selection
        self._bring_into_sight()
        self._refresh_span(before.start, before.end)
        self._refresh_span(selection.start, selection.end)
        self.refresh_lines(self.scroll_offset.y, self._head)

    @property
    def passages_here(self) -> list[QuotedPassage]:
        """The quoted passages that share something with what is selected; claims that are gone."""
        found = self.quoted.passages.within(*self.selection.span)
        return [each for each in found if each.claim in self._debate.claims]

    @property
    def has_free(self) -> bool:
        """Whether any sentence is left that no claim quotes."""
        page = self.page
        return page is not None and self.quoted.passages.next_free(page.units, -1, 1) is not None

    def take(self, debate: Debate) -> None:
        """Follows another session of the map."""
        self._debate = debate
        self.refresh()

    def follow(self, change: Change) -> None:
        """Does nothing: what is quoted is found anew beside the keyboard."""

    def take_kept(self) -> None:
        """Does nothing: a filter is about claims."""

    def reveal(self, claim: str) -> bool:
        """Takes up that a claim is selected."""
        return self.reveal_place([(None, claim)])

    def reveal_place(self, path: "Sequence[Step]") -> bool:
        """Takes up which place is selected in the outline; the text stays where it is."""
        if self._path is None or tuple(self._path) != tuple(path):
            self._path = tuple(path)
            self.refresh()
        return True

    def open_at(self, path: "Sequence[Step]") -> None:
        """Takes up which place is selected, and shows what it quotes while it has the keys."""
        self.reveal_place(path)
        passages = self.quoted.passages.of_claim(path[-1][1])
        if passages and not self._is_followed:
            self._scroll_to_span(passages[0].start, passages[0].end)

    def mark(self, marking: Marking) -> None:
        """Does nothing: a text has no strengths and no signs of claims."""

    def outdate_strengths(self) -> None:
        """Does nothing: a text has no strengths."""

    def follow_cursor(self, *, is_followed: bool) -> None:
        """Shows whether the keys go to this text."""
        if is_followed != self._is_followed:
            self._is_followed = is_followed
            self.refresh()

    def move(self, command: str) -> bool:
        """Selects something else; tells whether the command or the key means that here."""
        if command in PAGES:
            self._go_by_lines(PAGES[command](max(2, self.size.height - self._head)))
            return True
        if command not in MOVES:
            return False
        if self.page is not None:
            self.select(MOVES[command](self.page, self.quoted, self.selection))
        return True

    def writing_region(self, lines: int, command: str = "") -> Region:  # noqa: ARG002  (all stand alike)
        """Returns where the editor stands: below what is selected, or above it at the end."""
        above = self._head - self.scroll_offset.y
        top = self._line(self.selection.end - 1) + 1 + above
        if top + lines > self.size.height:
            top = min(self._line(self.selection.start) + above, self.size.height) - lines
        top = max(self._head, top)
        return Region(self._left, top, max(1, self._cells), lines)

    def cursor_offset(self) -> Offset:
        """Returns where on the screen what is selected begins."""
        number = self._line(self.selection.start)
        line = self._shown.line(number) if self._shown is not None else None
        y = max(self._head, min(number - self.scroll_offset.y + self._head, self.size.height - 1))
        if line is None:
            return self.region.offset + Offset(0, min(self._head, max(0, self.size.height - 1)))
        x = width(line.words[: line.index_of(self.selection.start)])
        return self.region.offset + Offset(self._left + x, y)

    def claims_in_sight(self) -> Sequence[str]:
        """Returns nothing: what is in sight is a text."""
        return ()

    def render_line(self, y: int) -> Strip:
        """Returns a line of the widget: of its head, or of the text."""
        if y < self._head:
            return self._head_line(y)
        blank = Strip.blank(self._width, self._styles.style("row"))
        if self.page is None or self._shown is None:
            lines = wrap(self._words, max(1, self._width - 4))
            number = y - self._head - 1
            if not 0 <= number < len(lines):
                return blank
            words = Segment(f"  {lines[number]}", self._styles.style("quiet"))
            return Strip([words]).adjust_cell_length(self._width, self._styles.style("row"))
        line = self._shown.line(y - self._head + self.scroll_offset.y)
        if line is None:
            return blank
        drawing = LineDrawing(
            self.page, self.quoted, self.matches, self.selection.span, self.claim, self._width,
            self._is_plain, self._is_followed,
        )  # fmt: skip
        return drawing.draw(line, self._styles.on)

    def on_resize(self) -> None:
        """Wraps the text anew, with what is selected in sight."""
        self._lay_out()
        self.post_message(self.Laid())

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Wraps what comes into sight, and lets the editor follow."""
        super().watch_scroll_y(old_value, new_value)
        if self._shown is not None:
            self._settle(self._shown.offset_of(self.scroll_offset.y))
        self.post_message(self.Laid())

    def offset_at(self, x: int, y: int) -> int | None:
        """Returns the offset of the character at a cell of the widget; None where there is none."""
        if self._shown is None or y < self._head:
            return None
        line = self._shown.line(y - self._head + self.scroll_offset.y)
        return line.offset_at(max(0, x - self._left)) if line is not None else None

    @property
    def _head(self) -> int:
        return _HEAD if self.size.height >= _SHORT else 1

    @property
    def _left(self) -> int:
        return left_of(self.page, is_plain=self._is_plain)

    @property
    def _cells(self) -> int:
        """The cells of a line of the text."""
        return max(1, self._width - self._left - 1)

    def _line(self, offset: int) -> int:
        return self._shown.line_of(max(0, offset)) if self._shown is not None else 0

    def _note_offset(self) -> None:
        """Notes how far the text that is shown was read."""
        if self.page is not None and self.source:
            others = {k: v for k, v in self.state.offsets.items() if k != self.source}
            kept: Mapping[str, int] = dict([*others.items()][1 - MOST_TEXTS :])
            self.state = TextState(self.source, {**kept, self.source: self.selection.start})

    def _lay_out(self) -> None:
        """Wraps the text for the width that there is."""
        if not self.size.width:
            return
        if self.page is None:
            self._shown = None
        else:
            self._shown = ShownText(self.page.text.text, self.page.blocks, self._cells)
            self._shown.settle(self.selection.start, 2 * self.size.height)
        self._set_height()
        self._bring_into_sight()
        self.refresh()

    def _set_height(self) -> None:
        self._set_lines(self._head + (self._shown.height if self._shown is not None else 0))

    def _settle(self, offset: int) -> None:
        """Wraps what is within two pages of an offset; what is in sight there stays there."""
        if self._shown is None:
            return
        before, height = self._shown.line_of(offset), self._shown.height
        self._shown.settle(offset, 2 * max(1, self.size.height))
        if self._shown.height != height:
            moved_by = self._shown.line_of(offset) - before
            self._set_height()
            if moved_by:
                self.scroll_to(y=max(0, self.scroll_offset.y + moved_by), animate=False)
            self.refresh()

    def _bring_into_sight(self) -> None:
        self._scroll_to_span(*self.selection.span)

    def _scroll_to_span(self, start: int, end: int) -> None:
        """Brings a part of the text into sight, and no more than is needed of it."""
        if self._shown is None:
            return
        self._settle(start)
        first, last = self._line(start), self._line(max(start, end - 1))
        top, page = self.scroll_offset.y, max(1, self.size.height - self._head)
        if first < top - page or first >= top + 2 * page:
            self.scroll_to(y=max(0, first - page // 3), animate=False)
        elif first < top:
            self.scroll_to(y=first, animate=False)
        elif last >= top + page:
            self.scroll_to(y=min(first, last - page + 1), animate=False)

    def _go_by_lines(self, lines: int) -> None:
        """Goes so many lines further, to what of the same kind stands there."""
        if self._shown is None or self.page is None:
            return
        number = self._line(self.selection.start) + lines
        offset = self._shown.offset_of(max(0, min(number, self._shown.height - 1)))
        found = selected_at(self.page.units, self.selection.unit, offset)
        if found.span == self.selection.span:
            found = selected_at(self.page.units, Unit.WORD, offset)
        self.select(found)

    def _refresh_span(self, start: int, end: int) -> None:
        first, last = self._line(start), self._line(max(start, end - 1))
        self.refresh_lines(first + self._head, last - first + 1)

    def _head_line(self, y: int) -> Strip:
        styles = self._styles.on("row")
        if y == 0:
            sign = SafeText("" if self._is_plain else "§ ")
            parts = [(sign, "accent"), (self._title or SafeText("No text"), "words")]
            figures = figures_of(self.page, self.quoted)
            return head_line(parts, figures, self._width, styles)
        about: list[tuple[SafeText, str]] = []
        if self.page is not None:
            start, here, claims = self.selection.start, self.passages_here, self._debate.claims
            about = place_and_claim(
                self.page, start, here, claims, under=self.claim, is_plain=self._is_plain
            )
        return head_line(about, SafeText(""), self._width, styles)


class SecondTextView(TextView):
    """The text beside the first one: what an essay answers, or its answer."""

    NUMBER = 1
    DEFAULT_CSS = "SecondTextView { border-left: solid $rule; }"

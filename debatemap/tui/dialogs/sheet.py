"""A heading, lines that can be scrolled, and the keys below them."""

from collections.abc import Sequence
from typing import Final, Generic, TypeVar

from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from debatemap.core.text import safe
from debatemap.tui.dialogs.breakpoints import SHORT_OR_TALL, TALL, box_cells, filling
from debatemap.tui.dialogs.dialog import DialogScreen
from debatemap.tui.widgets.bars import in_lines
from debatemap.tui.widgets.clickable import linked
from debatemap.tui.widgets.wrapping import in_lines_of

__all__ = ["SheetScreen"]

_WIDTH: Final = 140
_BESIDE: Final = 7
"""Cells of the border, the padding and the scrollbar, with a free one before it."""
_AROUND: Final = 4
"""Lines between the parts, and above and below them."""

Result = TypeVar("Result")


class SheetScreen(DialogScreen[Result], Generic[Result]):
    """A heading, what there is to read, and the keys; a subclass binds those that scroll.

    Attributes:
        hints: The keys, named as `{key:ID}`, each with its word.
    """

    hints: Sequence[str] = ()
    DEFAULT_CSS = """
    SheetScreen {
        align: center middle;
        background: $background 60%;
        & > Vertical {
            width: 100%; max-width: 140; height: auto; max-height: 94%;
            padding: 1 2; background: $panel; border-left: outer $accent;
        }
        & VerticalScroll { height: auto; scrollbar-size-vertical: 1; margin: 1 0; }
        & Static { height: auto; }
        & #sheet-hint { color: $quiet; }
        &.-short {
            & > Vertical { padding: 0 1; height: 100%; max-height: 100%; }
            & VerticalScroll { height: 1fr; margin: 0; }
        }
    }
    """
    VERTICAL_BREAKPOINTS = SHORT_OR_TALL
    HORIZONTAL_BREAKPOINTS = filling(_WIDTH)

    def heading(self) -> str | Content:
        """Returns what it is, in a sentence."""
        raise NotImplementedError

    def lines(self, room: int) -> Sequence[Content]:
        """Returns what there is to read, each line within so many cells."""
        raise NotImplementedError

    def compose(self) -> ComposeResult:
        """Makes the parts."""
        with Vertical():
            yield Static(id="sheet-heading")
            with VerticalScroll(can_focus=False):
                yield Static(id="sheet-body")
            yield Static(id="sheet-hint")

    def on_mount(self) -> None:
        """Shows the parts."""
        self.renew()

    def on_resize(self) -> None:
        """Fits the lines to the width."""
        self.renew()

    def follow_map(self) -> None:
        """Shows what there is now."""
        self.renew()

    def renew(self) -> None:
        """Shows everything anew."""
        if not self.has_parts:
            return
        size = self.app.size
        room = max(8, box_cells(size.width, _WIDTH) - _BESIDE)
        in_words = self.app.in_words
        body = Content("\n").join([in_lines_of(in_words(x), room) for x in self.lines(room)])
        self.query_one("#sheet-heading", Static).update(self._heading(room))
        self.query_one("#sheet-body", Static).update(body)
        self.query_one("#sheet-hint", Static).update(self._hint(room))
        if size.height >= TALL:
            self.query_one(VerticalScroll).styles.max_height = self.lines_in_sight(room)

    def _heading(self, room: int) -> Content:
        heading = self.heading()
        words = heading if isinstance(heading, Content) else Content(safe(heading))
        return in_lines_of(words, room)

    def _hint(self, room: int) -> Content:
        """Returns the keys; on a small screen the help tells the rest, as there is more to see."""
        hints = self.hints if self.app.size.height >= TALL else [self.hints[0], self.hints[-1]]
        return in_lines([linked(self.app.keymap, each) for each in hints], room)

    def lines_in_sight(self, room: int) -> int:
        """Returns for how many lines there is room beside the heading and the keys."""
        height = self.app.size.height
        taken = self._heading(room).get_height({}, room)
        taken += self._hint(room).plain.count("\n") + 1
        if height < TALL:
            return max(3, height - taken)
        return max(3, int(height * 0.94) - taken - _AROUND)

    def action_scroll_by(self, lines: int) -> None:
        """Shows what does not fit."""
        self.query_one(VerticalScroll).scroll_relative(y=lines, animate=False)

    def action_scroll_page(self, way: int) -> None:
        """Shows a page further down or up."""
        box = self.query_one(VerticalScroll)
        box.scroll_relative(y=way * max(1, box.size.height - 1), animate=False)

"""What a command of the user's own has written, to be taken or dropped."""

from collections.abc import Sequence
from typing import ClassVar, Final

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from debatemap.core.text import safe, wrap
from debatemap.tui.dialogs.breakpoints import SHORT_OR_TALL
from debatemap.tui.dialogs.dialog import DialogScreen
from debatemap.tui.system.key_bindings import bound
from debatemap.tui.widgets.bars import in_lines
from debatemap.tui.widgets.clickable import linked

__all__ = ["OutputScreen"]

_SHOWN: Final = 2_000
"""Lines that are shown; the rest is taken all the same."""
_WIDTH: Final = 110
_BESIDE: Final = 6


class OutputScreen(DialogScreen[str]):
    """Shows an output; ends with what it is taken as.

    Args:
        title: What wrote it.
        text: What was written.
        problem: How it failed; empty where it did not.
        may_take: Whether it can be taken as text.
    """

    BINDINGS: ClassVar[list[BindingType]] = bound(
        {
            "output_note": "take('note')",
            "output_pro": "take('pro')",
            "output_con": "take('con')",
            "output_drop": "drop",
            "output_down": "scroll_by(1)",
            "output_up": "scroll_by(-1)",
            "output_page_down": "scroll_page(1)",
            "output_page_up": "scroll_page(-1)",
        },
        is_written_in=False,
    )
    DEFAULT_CSS = """
    OutputScreen {
        align: center middle;
        background: $background 60%;
        & > Vertical {
            width: 96%; max-width: 110; height: auto; max-height: 94%;
            padding: 1 2; background: $panel; border-left: outer $accent;
        }
        & VerticalScroll {
            height: auto; max-height: 70vh; scrollbar-size-vertical: 1; margin: 1 0;
        }
        & Static { height: auto; }
        & #output-hint { color: $quiet; }
        &.-short > Vertical { padding: 0 1; height: 100%; max-height: 100%; }
        &.-short VerticalScroll { height: 1fr; margin: 0; }
    }
    """
    VERTICAL_BREAKPOINTS = SHORT_OR_TALL

    def __init__(self, title: str, text: str, problem: str, *, may_take: bool) -> None:
        super().__init__()
        self._title, self._text, self._problem = title, text, problem
        self._may_take = may_take

    def compose(self) -> ComposeResult:
        """Makes the parts."""
        problem = f": {self._problem}" if self._problem else ""
        style = "$warning" if self._problem else ""
        with Vertical():
            yield Static(Content.styled(safe(f"“{self._title}”{problem}"), style))
            with VerticalScroll(can_focus=False):
                yield Static(id="output-text")
            yield Static(id="output-hint")

    def on_mount(self) -> None:
        """Shows the output."""
        self._show()

    def on_resize(self) -> None:
        """Wraps the output anew."""
        self._show()

    def _show(self) -> None:
        if not self.has_parts:
            return
        room = max(8, min(_WIDTH, int(self.app.size.width * 0.96)) - _BESIDE)
        lines = wrap(self._text, room)
        more = len(lines) - _SHOWN
        shown = [*lines[:_SHOWN], *([f"… {more:,} more lines"] if more > 0 else [])]
        self.query_one("#output-text", Static).update(Content("\n".join(shown)))
        hints = in_lines([linked(self.app.keymap, each) for each in self._hints()], room)
        self.query_one("#output-hint", Static).update(hints)

    def _hints(self) -> Sequence[str]:
        takes = [
            "{key:output_note} adds it to the note",
            "{key:output_pro} as a pro",
            "{key:output_con} as a con",
        ]
        return [*(takes if self._may_take else ()), "{key:output_drop} leaves it"]

    def action_take(self, how: str) -> None:
        """Ends with what the output is taken as."""
        if self._may_take:
            self.dismiss(how)

    def action_drop(self) -> None:
        """Ends without the output."""
        self.dismiss("drop")

    def action_scroll_by(self, lines: int) -> None:
        """Shows what does not fit."""
        self.query_one(VerticalScroll).scroll_relative(y=lines, animate=False)

    def action_scroll_page(self, way: int) -> None:
        """Shows a page further down or up."""
        box = self.query_one(VerticalScroll)
        box.scroll_relative(y=way * max(1, box.size.height - 1), animate=False)

"""Ask a question that one key answers."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from debatemap.text import safe
from debatemap.tui.screens.breakpoints import SHORT_OR_TALL
from debatemap.tui.screens.dialog import DialogScreen

__all__ = ["Answer", "AskScreen"]

_SCROLLS: Final = {"pagedown": 8, "pageup": -8, "down": 1, "up": -1}
"""Lines that a key goes down."""


class Answer(NamedTuple):
    """One of the answers: the key that gives it, and what it means."""

    key: str
    words: str


class AskScreen(DialogScreen[str]):
    """Shows a question and its answers, and ends with the key of the one that was given.

    Escape gives the last answer, which should be the harmless one; Enter the first. Arrows and
    the keys of a page show what does not fit.

    Args:
        question: What to ask.
        answers: What can be answered.
        must_be_seen: Whether an answer counts only when the end of the question was shown.
    """

    DEFAULT_CSS = """
    AskScreen {
        align: center middle;
        background: $background 60%;
        & > Vertical {
            width: 76; max-width: 96%; height: auto; max-height: 90%; overflow-y: auto;
            padding: 1 2; background: $panel; border-left: outer $accent;
        }
        & Static { height: auto; }
        & #answers { margin-top: 1; }
        &.-short > Vertical { padding: 0 1; max-height: 100%; }
    }
    """

    VERTICAL_BREAKPOINTS = SHORT_OR_TALL

    def __init__(
        self, question: str, answers: Sequence[Answer], *, must_be_seen: bool = False
    ) -> None:
        super().__init__()
        self._must_be_seen = must_be_seen
        self._question = question
        self._answers = answers

    def compose(self) -> ComposeResult:
        """Makes the parts."""
        lines = [Content.assemble((answer.key, "bold $accent"), "  ", safe(answer.words))
                 for answer in self._answers]  # fmt: skip
        with Vertical():
            yield Static(Content(safe(self._question)))
            yield Static(Content("\n").join(lines), id="answers")

    def on_key(self, event: events.Key) -> None:
        """Ends with an answer, where the key is one."""
        event.stop()
        key = event.character if event.is_printable else event.key
        parts = self.query_one(Vertical)
        if key in {"escape", "ctrl+c"}:
            self.dismiss(self._answers[-1].key)
        elif key in _SCROLLS:
            parts.scroll_relative(y=_SCROLLS[key], animate=False)
        elif self._must_be_seen and parts.scroll_offset.y < parts.max_scroll_y:
            parts.scroll_page_down(animate=False)
        elif key == "enter":
            self.dismiss(self._answers[0].key)
        elif key in {answer.key for answer in self._answers}:
            self.dismiss(key)

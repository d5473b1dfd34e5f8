"""Ask a question that one key answers."""

from collections.abc import Sequence
from typing import ClassVar, Final, NamedTuple

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from debatemap.core.text import excerpt, safe
from debatemap.tui.dialogs.breakpoints import SHORT_OR_TALL, TALL, box_cells, filling
from debatemap.tui.dialogs.dialog import DialogScreen
from debatemap.tui.system.key_bindings import bound
from debatemap.tui.widgets.wrapping import in_lines_of, wrapped

__all__ = ["Answer", "AskScreen"]

_PAGE: Final = 8
"""Lines that a key of a page goes."""
_WIDTH: Final = 100
_HEIGHT: Final = 0.9
_BESIDE: Final = 5
"""Cells of the border and the padding."""
_BESIDE_SHORT: Final = 3
_AROUND: Final = 2
"""Lines of the padding."""
_GAP: Final = "  "
_LEAST: Final = 4
"""Lines that a question has, with the one below it, before answers are cut."""


class Answer(NamedTuple):
    """One of the answers: the key that gives it, and what it means."""

    key: str
    words: str


class AskScreen(DialogScreen[str]):
    """Shows a question and its answers, and ends with the key of the one that was given.

    Escape gives the last answer, which should be the harmless one; Enter the first. Arrows and
    the keys of a page show what does not fit of the question; the answers are always in sight.

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
            width: 100%; max-width: 100; height: auto; max-height: 90%;
            padding: 1 2; background: $panel; border-left: outer $accent;
        }
        & VerticalScroll { height: auto; scrollbar-size-vertical: 1; }
        & Static { height: auto; }
        & #answers { margin-top: 1; height: auto; }
        &.-short > Vertical { padding: 0 1; max-height: 100%; }
    }
    """

    VERTICAL_BREAKPOINTS = SHORT_OR_TALL
    HORIZONTAL_BREAKPOINTS = filling(_WIDTH)
    BINDINGS: ClassVar[list[BindingType]] = bound(
        {
            "question_first": "first",
            "question_leave": "cancel",
            "question_down": "scroll_by(1)",
            "question_up": "scroll_by(-1)",
            "question_page_down": f"scroll_by({_PAGE})",
            "question_page_up": f"scroll_by({-_PAGE})",
        },
        is_written_in=False,
    )

    def __init__(
        self, question: str, answers: Sequence[Answer], *, must_be_seen: bool = False
    ) -> None:
        super().__init__()
        self._must_be_seen = must_be_seen
        self._question = question
        self._answers = answers

    def compose(self) -> ComposeResult:
        """Makes the parts."""
        with Vertical():
            with VerticalScroll(can_focus=False):
                yield Static(id="question")
            with Vertical(id="answers"):
                for _ in self._answers:
                    yield Static(classes="answer")

    def on_mount(self) -> None:
        """Shows the answers."""
        self._fit()

    def on_resize(self) -> None:
        """Leaves the question what the answers do not need."""
        self._fit()

    def _fit(self) -> None:
        """Has the question scroll within the lines beside the answers.

        Answers that would take more than their share of a small screen have a line each.
        """
        size = self.app.size
        is_short = size.height < TALL
        around = 0 if is_short else _AROUND
        width = box_cells(size.width, _WIDTH) - (_BESIDE_SHORT if is_short else _BESIDE)
        height = int(size.height * (1.0 if is_short else _HEIGHT)) - around
        answers = self._in_lines(max(1, width))
        if _height(answers, width) > height - _LEAST:
            answers = self._in_lines(max(1, width), cut=True)
        left = height - _height(answers, width) - 1
        self.query_one(VerticalScroll).styles.max_height = max(1, left)
        question = in_lines_of(Content(safe(self._question)), width - 1)
        self.query_one("#question", Static).update(question)
        for shown, answer in zip(self.query(".answer").results(Static), answers, strict=True):
            shown.update(Content.assemble(answer))

    def _in_lines(self, width: int, *, cut: bool = False) -> list[Content]:
        lines = []
        for key, words in self._answers:
            line = excerpt(words, max(1, width - len(key) - len(_GAP))) if cut else safe(words)
            hang = len(key) + len(_GAP)
            first, *rest = wrapped(Content(line), max(1, width - hang)) or [Content("")]
            rest = [part.pad_left(hang) for part in rest]
            lines.append(
                Content("\n").join([Content.assemble((key, "bold $accent"), _GAP, first), *rest])
            )
        return lines

    def on_click(self, event: events.Click) -> None:
        """Gives the answer that is clicked."""
        event.stop()
        answers = list(self.query(".answer"))
        if event.widget in answers and not self._is_more_to_see():
            self.dismiss(self._answers[answers.index(event.widget)].key)

    def _is_more_to_see(self) -> bool:
        """Shows more of a question that must be seen to its end; tells whether there was more."""
        parts = self.query_one(VerticalScroll)
        is_more = self._must_be_seen and parts.scroll_offset.y < parts.max_scroll_y
        if is_more:
            parts.scroll_page_down(animate=False)
        return is_more

    def on_key(self, event: events.Key) -> None:
        """Ends with an answer, where the key is one; the keys of the table come before."""
        event.stop()
        key = event.character if event.is_printable else ""
        is_answer = key in {answer.key for answer in self._answers}
        if is_answer and not self._is_more_to_see():
            self.dismiss(key)

    def action_first(self) -> None:
        """Gives the first answer, once the question was seen to its end where it must be."""
        if not self._is_more_to_see():
            self.dismiss(self._answers[0].key)

    def action_cancel(self) -> None:
        """Gives the last answer."""
        self.dismiss(self._answers[-1].key)

    def action_scroll_by(self, lines: int) -> None:
        """Shows what does not fit of the question."""
        self.query_one(VerticalScroll).scroll_relative(y=lines, animate=False)


def _height(answers: Sequence[Content], width: int) -> int:
    return sum(answer.get_height({}, width) for answer in answers)

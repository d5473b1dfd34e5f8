"""Ask for a line of text, or for several."""

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import ClassVar, Final, Generic, TypeVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Input, Static, TextArea

from debatemap.core.text import clean, safe, safe_line
from debatemap.store.journal import Writing
from debatemap.tui.dialogs.breakpoints import SHORT_OR_TALL, filling
from debatemap.tui.dialogs.dialog import DialogScreen
from debatemap.tui.system.key_bindings import bound
from debatemap.tui.widgets.bars import in_lines
from debatemap.tui.widgets.clickable import linked
from debatemap.tui.widgets.grapheme_area import GraphemeArea
from debatemap.tui.widgets.grapheme_input import GraphemeInput

__all__ = ["Dialog", "Line", "Lines", "PromptScreen", "WriteScreen"]

_HINT: Final = "{key:line_accept} accepts   {key:line_leave} leaves"
_TEXT_HINT: Final = "{key:text_accept} accepts   {key:text_leave} leaves"
_DROPPED: Final = "{{key:{leave}}} again drops what you wrote   {{key:{accept}}} keeps it"
_WIDTH: Final = 76
_BESIDE: Final = 5
"""Cells of the box beside its lines."""
_BETWEEN: Final = "   "
"""What stands between two hints."""
_BREAKS: Final = re.compile(r"[\n\t]+")

Result = TypeVar("Result")


class Line(GraphemeInput):
    """A line of text without a frame; what is pasted into it is made safe."""

    DEFAULT_CSS = """
    Line, Line:focus {
        border: none; height: 1; padding: 0; background: $surface;
        & > .input--placeholder { color: $quiet; }
    }
    """

    def _on_paste(self, event: events.Paste) -> None:
        # The field that this is built on takes it next, by itself.
        event.text = _in_one_line(event.text)

    def action_paste(self) -> None:
        """Puts what was copied last in the place of what is selected."""
        self.replace(_in_one_line(self.app.clipboard), *sorted(self.selection))


def _in_one_line(text: str) -> str:
    return _BREAKS.sub(" ", clean(text).strip("\n"))


class Lines(GraphemeArea):
    """Several lines of text; what is pasted into them is made safe."""

    DEFAULT_CSS = """
    Lines > .text-area--placeholder { color: $quiet; }
    """

    async def _on_paste(self, event: events.Paste) -> None:
        event.stop()
        event.text = clean(event.text)


class Dialog(DialogScreen[Result | None], Generic[Result]):
    """A box in the middle that asks for text; what was written is not dropped unasked."""

    ENDS: ClassVar[tuple[str, str]] = ("line_accept", "line_leave")
    """The ids of the keys that accept and that leave."""
    _told: Content | None = None
    """What the line of keys said before it asked; None where it does not ask."""
    _laid: tuple[str, Content] = ("", Content(""))
    """The keys that stand there, as a sentence and as they are laid out."""

    DEFAULT_CSS = """
    Dialog {
        align: center middle;
        background: $background 60%;
        & > Vertical {
            width: 100%; max-width: 76; height: auto; max-height: 90%;
            padding: 1 2; background: $panel; border-left: outer $accent;
        }
        & Line { margin: 1 0; }
        & TextArea, & TextArea:focus {
            border: none; height: 12; max-height: 60vh; background: $surface; margin: 1 0;
            padding: 0; scrollbar-size-vertical: 1;
        }
        & VerticalScroll { height: auto; max-height: 30vh; scrollbar-size-vertical: 1; }
        & Static { height: auto; }
        & .hint { color: $quiet; }
        &.-short {
            & > Vertical { padding: 0 1; max-height: 100%; }
            & Line { margin: 0; }
            & TextArea, & TextArea:focus { height: 40vh; margin: 0; }
        }
    }
    """
    VERTICAL_BREAKPOINTS = SHORT_OR_TALL
    HORIZONTAL_BREAKPOINTS = filling(_WIDTH)
    BINDINGS: ClassVar[list[BindingType]] = bound(
        {"prompt_page_down": "scroll_question(1)", "prompt_page_up": "scroll_question(-1)"}
    )

    @property
    def changed(self) -> bool:
        """Whether something else is written than what stood there."""
        return False

    @property
    def writing(self) -> Writing | None:
        """What is written, as it is kept in case the program ends; None where it is not kept."""
        return None

    def accept(self) -> None:
        """Ends with what is written."""

    def action_accept(self) -> None:
        """Ends with what is written, where the key for that is pressed."""
        self.accept()

    async def action_cancel(self) -> None:
        """Ends with nothing; where something was written, not before that was asked about."""
        if not self.changed or self._told is not None:
            self.dismiss(None)
            return
        accept, leave = self.ENDS
        hint = self.query_one(".hint", Static)
        self._told = hint.content if isinstance(hint.content, Content) else Content("")
        hint.update(self.keys(_DROPPED.format(accept=accept, leave=leave)))

    @on(Input.Changed)
    @on(TextArea.Changed)
    def _went_on(self) -> None:
        """Takes the question whether to leave back, as more was written."""
        if self._told is not None:
            self._show_hint(self._told)
            self._told = None

    def keys(self, sentence: str) -> Content:
        """Returns hints, which have blanks between them, each whole on a line where it can be."""
        keymap, room = self.app.keymap, min(_WIDTH, self.app.size.width) - _BESIDE
        lines = [
            in_lines([linked(keymap, hint) for hint in line.split(_BETWEEN)], room)
            for line in sentence.split("\n")
        ]
        return Content("\n").join(lines)

    def hint_line(self, sentence: str) -> Static:
        """Returns the line of keys, which is laid out anew for another width."""
        keys = self.keys(sentence)
        self._laid = sentence, keys
        return Static(keys, classes="hint")

    def on_resize(self) -> None:
        """Lays the keys out for another width, unless something else stands in their place."""
        sentence, shown = self._laid
        hint = self.query_one(".hint", Static) if sentence else None
        if hint is not None and hint.content is shown:
            self.show_keys(sentence)

    def show_keys(self, sentence: str) -> None:
        """Shows other keys in the line of keys."""
        keys = self.keys(sentence)
        self._laid, self._told = (sentence, keys), None
        self._show_hint(keys)

    def _show_hint(self, words: Content) -> None:
        self.query_one(".hint", Static).update(words)

    def action_scroll_question(self, way: int) -> None:
        """Shows what does not fit of the question."""
        question = self.query_one(VerticalScroll)
        question.scroll_relative(y=way * max(1, question.size.height - 1), animate=False)


class PromptScreen(Dialog[str]):
    """Asks for one line; ends with it, or with None where it is left.

    Args:
        question: What to ask.
        text: What stands there already.
        hint: The keys, named as `{key:ID}`, shown below the line.
    """

    LINE: ClassVar[type[Line]] = Line
    """What the line is typed in."""
    BINDINGS: ClassVar[list[BindingType]] = bound({"line_accept": "accept", "line_leave": "cancel"})

    def __init__(self, question: str, text: str = "", hint: str = _HINT) -> None:
        super().__init__()
        self._question, self._text, self._hint = question, text, hint

    def compose(self) -> ComposeResult:
        """Makes the parts."""
        with Vertical():
            with VerticalScroll(can_focus=False):
                yield Static(Content(safe(self._question)))
            yield self.LINE(safe_line(self._text), select_on_focus=False)
            yield from self.compose_below()
            yield self.hint_line(self._hint)

    def compose_below(self) -> ComposeResult:
        """Makes what a subclass has between the line and the keys."""
        yield from ()

    @property
    def changed(self) -> bool:
        """Whether something else is written than what stood there."""
        lines = self.query(Line)
        return bool(lines) and lines.first().value != safe_line(self._text)

    def accept(self) -> None:
        """Ends with the line; where nothing else is written, with the text as it stood there."""
        self.dismiss(self.query_one(Line).value if self.changed else self._text)


class WriteScreen(Dialog[str]):
    """Asks for a longer text; ends with it, or with None on Escape.

    Args:
        question: What to ask.
        text: What stands there already.
        place: What the text is for, where it is to be kept while it is written: the command that
            asks, and the claim.
        resumed: What was written already, at another time.
        refusal: Tells why no text is taken any more, or nothing; what was written stays then.

    Attributes:
        question: What is asked.
        place: What the text is for, or empty.
    """

    DEFAULT_CSS = """
    WriteScreen VerticalScroll { max-height: 20vh; }
    """
    ENDS: ClassVar[tuple[str, str]] = ("text_accept", "text_leave")
    BINDINGS: ClassVar[list[BindingType]] = bound({"text_accept": "accept", "text_leave": "cancel"})

    def __init__(
        self,
        question: str,
        text: str = "",
        *,
        place: Mapping[str, str] = MappingProxyType({}),
        resumed: str | None = None,
        refusal: Callable[[], str] = str,
    ) -> None:
        super().__init__()
        self.question, self.place, self._refusal = question, dict(place), refusal
        self._text = clean(text)
        self._begun = self._text if resumed is None else clean(resumed)

    @property
    def text(self) -> str:
        """What is written; what there is to begin with, until the screen has its parts."""
        areas = self.query(TextArea)
        return areas.first().text if areas else self._begun

    @property
    def writing(self) -> Writing | None:
        """The text, with what it is for, where that is known."""
        return Writing(self.text, self.question, self.place) if self.place else None

    @property
    def changed(self) -> bool:
        """Whether it is something else than what stood there."""
        return self.text != self._text

    def compose(self) -> ComposeResult:
        """Makes the parts."""
        with Vertical():
            with VerticalScroll(can_focus=False):
                yield Static(Content(safe(self.question)))
            yield Lines(self._begun, soft_wrap=True, highlight_cursor_line=False)
            yield self.hint_line(_TEXT_HINT)

    def on_mount(self) -> None:
        """Puts the cursor at the end of what is there."""
        area = self.query_one(TextArea)
        area.move_cursor(area.document.end)

    def accept(self) -> None:
        """Ends with the text, where it can be taken."""
        why = self._refusal() if self.changed else ""
        if why:
            self._told = self._told or Content("")
            self._show_hint(Content.styled(f"No: {safe_line(why)}.", "$error"))
        else:
            self.dismiss(clean(self.text))

"""Ask for a letter: that of a bookmark, or any other."""

from collections.abc import Mapping
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from debatemap.core.text import safe
from debatemap.tui.dialogs.breakpoints import SHORT_OR_TALL
from debatemap.tui.dialogs.dialog import DialogScreen
from debatemap.tui.system.key_bindings import bound
from debatemap.tui.widgets.clickable import linked

__all__ = ["LetterScreen"]

_NONE = "No letter is taken yet."


class LetterScreen(DialogScreen[str | None]):
    """Shows the letters that are taken, each with its words, and ends with the one pressed.

    Args:
        question: What to ask.
        taken: The words of each letter that is taken.
        is_any: Whether any other letter or digit will do as well.
    """

    DEFAULT_CSS = """
    LetterScreen {
        align: center bottom;
        background: $background 30%;
        & > Vertical {
            width: 100%; height: auto; max-height: 80%;
            padding: 0 1; background: $panel; border-top: solid $rule;
        }
        & VerticalScroll { height: auto; max-height: 16; scrollbar-size-vertical: 1; }
        & Static { height: auto; }
        & .letter { height: 1; text-wrap: nowrap; text-overflow: ellipsis; }
        & .hint { color: $quiet; }
    }
    """
    VERTICAL_BREAKPOINTS = SHORT_OR_TALL
    BINDINGS: ClassVar[list[BindingType]] = bound({"letter_leave": "leave"}, is_written_in=False)

    def __init__(self, question: str, taken: Mapping[str, str], *, is_any: bool = False) -> None:
        super().__init__()
        self._question, self._taken, self._is_any = question, taken, is_any

    def compose(self) -> ComposeResult:
        """Makes the parts."""
        with Vertical():
            yield Static(Content.styled(self._question, "bold"))
            with VerticalScroll(can_focus=False):
                for letter, words in self._taken.items():
                    line = Content.assemble((letter, "bold $accent"), "  ", safe(words))
                    yield Static(line, classes="letter")
                if not self._taken:
                    yield Static(Content.styled(_NONE, "$quiet"))
            yield Static(linked(self.app.keymap, "{key:letter_leave} leaves"), classes="hint")

    def on_key(self, event: events.Key) -> None:
        """Ends with the letter, where it is one to be chosen."""
        event.stop()
        key = event.character if event.is_printable and event.character else ""
        if key in self._taken or (self._is_any and len(key) == 1 and key.isalnum()):
            self.dismiss(key)

    def action_leave(self) -> None:
        """Ends without a letter."""
        self.dismiss(None)

"""Ask under which name to rate, once."""

from typing import ClassVar, Final

from textual import events
from textual.content import Content
from textual.widgets import Static

from debatemap.tui.dialogs.prompt import Line, PromptScreen

__all__ = ["NameScreen"]

_QUESTION: Final = "Under which name do you rate?"
_HINT: Final = (
    "{key:line_accept} accepts   {key:line_leave} leaves   {key:rate_as} changes it later"
)


class _NameLine(Line):
    """A line for a name, before which digits may be held back."""

    is_holding = False
    """Whether a digit where a name begins is not for the name."""

    async def _on_key(self, event: events.Key) -> None:
        # The field that this is built on takes the others next, by itself.
        screen = self.screen
        is_digit = event.is_printable and (event.character or "").isdigit()
        if is_digit and self.is_holding and isinstance(screen, NameScreen) and not screen.changed:
            event.stop()
            event.prevent_default()
            screen.hold(event)


class NameScreen(PromptScreen):
    """Asks for a name; ends with it, or with None where the question is left.

    Nobody who presses the key of a rating and then a number means the number for a name. So what
    was typed before the question was in sight is held, and so are digits where a name begins.

    Args:
        guess: What stands there already.
        in_between: Whether something else is to be asked next, which that is held for.

    Attributes:
        held: The input that is for what comes next.
    """

    LINE: ClassVar[type[Line]] = _NameLine

    def __init__(self, guess: str, *, in_between: bool) -> None:
        super().__init__(_QUESTION, guess, _HINT)
        self._in_between = in_between
        self.held: list[events.Event] = []

    def on_mount(self) -> None:
        """Holds what came before the question is in sight."""
        line = self.query_one(_NameLine)
        line.select_all()
        if self._in_between:
            line.is_holding = True
            self.held = self.app.hold_input()
            self._tell()

    def hold(self, event: events.Key) -> None:
        """Keeps a key for what comes next."""
        self.held.append(events.Key(event.key, event.character))
        self._tell()

    def _tell(self) -> None:
        """Says what is held, so that nobody types it again."""
        keys = [each for each in self.held if isinstance(each, events.Key)]
        digits = "".join(key.character or "" for key in keys if (key.character or "").isdigit())
        if digits:
            kept = Content(f"\n{digits} is kept for the rating.")
            self.query_one(".hint", Static).update(Content.assemble(self.keys(_HINT), kept))

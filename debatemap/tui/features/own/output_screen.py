"""What a command of the user's own has written, to be taken or dropped."""

from collections.abc import Sequence
from typing import ClassVar, Final

from textual.binding import BindingType
from textual.content import Content

from debatemap.core.text import safe, wrap
from debatemap.tui.dialogs.sheet import SheetScreen
from debatemap.tui.system.key_bindings import bound

__all__ = ["OutputScreen"]

_SHOWN: Final = 2_000
"""Lines that are shown; the rest is taken all the same."""


class OutputScreen(SheetScreen[str]):
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

    def __init__(self, title: str, text: str, problem: str, *, may_take: bool) -> None:
        super().__init__()
        self._title, self._text, self._problem = title, text, problem
        self._may_take = may_take

    @property
    def hints(self) -> Sequence[str]:  # type: ignore[override]  # an output is not always taken
        """The keys that fit."""
        takes = [
            "{key:output_note} adds it to the note",
            "{key:output_pro} as a pro",
            "{key:output_con} as a con",
        ]
        return [*(takes if self._may_take else ()), "{key:output_drop} leaves it"]

    def heading(self) -> Content:
        """Returns what wrote it, and how that failed."""
        problem = f": {self._problem}" if self._problem else ""
        style = "$warning" if self._problem else ""
        return Content.styled(safe(f"“{self._title}”{problem}"), style)

    def lines(self, room: int) -> Sequence[Content]:
        """Returns the output, as far as it is shown."""
        lines = wrap(self._text, room)
        more = len(lines) - _SHOWN
        shown = [*lines[:_SHOWN], *([f"… {more:,} more lines"] if more > 0 else [])]
        return [*map(Content, shown)]

    def action_take(self, how: str) -> None:
        """Ends with what the output is taken as."""
        if self._may_take:
            self.dismiss(how)

    def action_drop(self) -> None:
        """Ends without the output."""
        self.dismiss("drop")

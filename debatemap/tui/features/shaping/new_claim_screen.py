"""The words of a claim that others are put under, with what comes of it in sight."""

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from textual import on
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Input, Static

from debatemap.core.change import Change
from debatemap.core.debate import Debate
from debatemap.core.text import safe_line
from debatemap.edit import EditRefusedError
from debatemap.store.journal import Writing
from debatemap.tui.dialogs.breakpoints import TALL, box_cells, filling
from debatemap.tui.dialogs.prompt import Line, PromptScreen
from debatemap.tui.features.shaping.before_after import before_after

if TYPE_CHECKING:
    from debatemap.tui.context import MapContext

__all__ = ["NewClaimScreen"]

_WIDTH: Final = 140
_BESIDE: Final = 7
"""Cells of the border, the padding and the scrollbar, with a free one before it."""
_SHARE: Final = 0.55
_SHARE_OF_SHORT: Final = 0.4
"""How much of the lines of a screen the preview takes, as the styles have it."""


class NewClaimScreen(PromptScreen):
    """Asks for the words of a new claim, and shows what stands around it before and after.

    Args:
        context: The open map.
        question: What to ask.
        claims: The claims that the edit is about.
        verb: Makes the edit of a debate and the words.
        place: What the words are for, where they are to be kept while they are written.
        resumed: What was written already, at another time.
    """

    DEFAULT_CSS = """
    NewClaimScreen {
        & > Vertical { width: 100%; max-width: 140; }
        & #new-claim-preview { height: auto; max-height: 55vh; margin-bottom: 1; }
        &.-short #new-claim-preview { max-height: 40vh; margin-bottom: 0; }
    }
    """

    HORIZONTAL_BREAKPOINTS = filling(_WIDTH)

    def __init__(
        self,
        context: "MapContext",
        question: str,
        claims: Sequence[str],
        verb: Callable[[Debate, str], Change],
        *,
        place: Mapping[str, str] = MappingProxyType({}),
        resumed: str | None = None,
    ) -> None:
        super().__init__(question)
        self._map, self._claims, self._verb = context, claims, verb
        self._place, self._resumed = dict(place), resumed

    def compose_below(self) -> ComposeResult:
        """Makes the preview."""
        with VerticalScroll(can_focus=False, id="new-claim-preview"):
            yield Static(id="new-claim-lines")

    @property
    def writing(self) -> Writing | None:
        """The words, with what they are for, where that is known."""
        return (
            Writing(self.query_one(Line).value, self._question, self._place)
            if self._place
            else None
        )

    def on_mount(self) -> None:
        """Puts the words there that were written already, and shows what would come of them."""
        if self._resumed is not None:
            line = self.query_one(Line)
            line.value = safe_line(self._resumed)
            line.cursor_position = len(line.value)
        self.show_preview()

    def accept(self) -> None:
        """Ends with the words, unless they cannot be put there: the preview says why."""
        text = self.query_one(Line).value
        try:
            if text.strip():
                self._verb(self._map.session.debate, text)
        except EditRefusedError:
            return
        super().accept()

    def on_resize(self) -> None:
        """Fits the lines to the width."""
        self.show_preview()

    def follow_map(self) -> None:
        """Shows what would come of it as the map is now."""
        self.show_preview()

    @on(Input.Changed)
    def show_preview(self) -> None:
        """Shows what would come of the words that are written."""
        if not self.has_parts:
            return
        text = self.query_one(Line).value.strip() or "…"
        room = max(8, box_cells(self.app.size.width, _WIDTH) - _BESIDE)
        debate = self._map.session.debate
        high = self.app.size.height
        most = int(high * (_SHARE if high >= TALL else _SHARE_OF_SHORT))
        lines = before_after(debate, self._claims, lambda part: self._verb(part, text), room, most)
        body = Content("\n").join([self.app.in_words(line) for line in lines])
        self.query_one("#new-claim-lines", Static).update(body)

    def action_scroll_question(self, way: int) -> None:
        """Shows what does not fit of the preview."""
        box = self.query_one("#new-claim-preview", VerticalScroll)
        box.scroll_relative(y=way * max(1, box.size.height - 1), animate=False)

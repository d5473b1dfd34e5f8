"""One card after the other over the whole screen, for an audience."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar, Final

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container, Vertical
from textual.content import Content
from textual.widgets import Static

from debatemap.core.first_way import first_way
from debatemap.core.text import safe_line
from debatemap.tui.dialogs.breakpoints import SHORT_OR_TALL
from debatemap.tui.dialogs.dialog import DialogScreen
from debatemap.tui.features.judging.judging import Judging
from debatemap.tui.system.key_bindings import bound
from debatemap.tui.views.card.card_view import CardView
from debatemap.tui.views.view import MapView, Marking
from debatemap.tui.widgets.bars import HintBar

if TYPE_CHECKING:
    from debatemap.tui.context import MapContext

__all__ = ["PresentScreen"]

_SCROLLS: Final = ("present_down", "scrolls")
_HINTS: Final = (
    ("present_blank", "blank"), ("present_previous", "back"), ("present_next", "next"),
    ("present_leave", "leaves"),
)  # fmt: skip


class PresentScreen(DialogScreen[str | None]):
    """Shows the card of one claim after the other; ends with the claim that was shown last.

    Args:
        context: The open map.
        claims: The claims, in their order; there is one at least.
        index: The one to begin with.
    """

    DEFAULT_CSS = """
    PresentScreen {
        background: $background;
        & #present-page { height: 1fr; align: center top; }
        & #present-page > Vertical { width: 100%; max-width: 130; height: 1fr; }
        & #present-title {
            height: 1; padding: 0 1; color: $quiet; text-wrap: nowrap; text-overflow: ellipsis;
        }
        & #present-card { height: 1fr; margin-top: 1; }
        & #present-foot { height: 1; }
        & HintBar { width: 1fr; height: 1; max-height: 1; border: none; }
        & #present-progress { width: auto; height: 1; padding: 0 1; color: $accent; }
        & #present-foot { layout: horizontal; }
        &.-short #present-title { display: none; }
        &.-short #present-card { margin-top: 0; }
        &.-blank > * { visibility: hidden; }
    }
    """
    VERTICAL_BREAKPOINTS = SHORT_OR_TALL
    BINDINGS: ClassVar[list[BindingType]] = bound(
        {
            "present_next": "step(1)",
            "present_previous": "step(-1)",
            "present_first": "show(0)",
            "present_last": "show(-1)",
            "present_down": "scroll(1)",
            "present_up": "scroll(-1)",
            "present_blank": "blank",
            "present_leave": "leave",
        },
        is_written_in=False,
    )

    def __init__(self, context: "MapContext", claims: Sequence[str], index: int = 0) -> None:
        super().__init__()
        self._map, self._claims, self._index = context, list(claims), index
        self._card = CardView(context.session.debate)
        self._card.follow_cursor(is_followed=False)

    def compose(self) -> ComposeResult:
        """Makes the parts."""
        header = self._map.session.debate.header
        title = safe_line(" · ".join(filter(None, (header.question, header.title))))
        with Container(id="present-page"), Vertical():
            yield Static(Content(title), id="present-title")
            with Container(id="present-card"):
                yield self._card
        with Container(id="present-foot"):
            yield HintBar()
            yield Static(id="present-progress")

    def on_mount(self) -> None:
        """Shows the first card."""
        judging = self._map.feature(Judging)
        self._card.mark(
            Marking(
                lambda claim: judging.standing(claim) if judging.is_shown else None,
                {}, (), None, judging.number,
            )
        )  # fmt: skip
        self._show()

    def follow_map(self) -> None:
        """Shows the card as it is now; claims that are gone are passed over."""
        debate = self._map.session.debate
        shown = self._claims[self._index]
        left = [claim for claim in self._claims if claim in debate.claims]
        if not left:
            self.dismiss(None)
            return
        before = sum(claim in debate.claims for claim in self._claims[: self._index])
        self._claims, self._index = left, min(before, len(left) - 1)
        self._card.take(debate)
        if self._claims[self._index] != shown:
            self._show()
        self._tell()

    def action_step(self, way: int) -> None:
        """Shows the next card or the one before; on a blank screen, the same again."""
        if self.has_class("-blank"):
            self.action_blank()
        else:
            self.action_show(max(0, min(self._index + way, len(self._claims) - 1)))

    def action_show(self, index: int) -> None:
        """Shows a card; -1 is the last."""
        self._index = index % len(self._claims)
        self._show()

    def action_scroll(self, way: int) -> None:
        """Scrolls a card that is longer than the screen."""
        self._card.scroll_relative(y=way, animate=False)

    def action_blank(self) -> None:
        """Makes the screen blank, or shows the card again."""
        self.toggle_class("-blank")

    def action_leave(self) -> None:
        """Ends with the claim that is shown."""
        self.dismiss(self._claims[self._index])

    @on(MapView.Laid)
    def _card_laid(self, event: MapView.Laid) -> None:
        event.stop()
        self._tell_keys()

    def _show(self) -> None:
        claim, order = self._claims[self._index], self._map.outline.reading.order
        self._card.open_at(first_way(self._map.session.debate, claim, order))
        self._tell()

    def _tell_keys(self) -> None:
        is_long = self._card.virtual_size.height > self._card.size.height
        hints = (_SCROLLS, *_HINTS) if is_long else _HINTS
        self.query_one(HintBar).show(self.app.keymap.hints(*hints))

    def _tell(self) -> None:
        self._tell_keys()
        words = f"{self._index + 1:,} of {len(self._claims):,}"
        self.query_one("#present-progress", Static).update(Content(words))

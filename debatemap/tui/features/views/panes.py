"""What stands beside the outline on a wide screen, and how the width is divided."""

from functools import partial
from typing import TYPE_CHECKING, Final

from textual.content import Content
from textual.widget import Widget

from debatemap.store.pane_state import LEAST, MOST, PaneState, load_panes, save_panes
from debatemap.tui.commands.conditions import BESIDE, WIDEST
from debatemap.tui.features.judging.judging import Judging
from debatemap.tui.features.views.views import Views
from debatemap.tui.messages import PanesChanged
from debatemap.tui.widgets.details import Details
from debatemap.tui.widgets.splitter import CardSplit, Draggable, ThirdSplit

if TYPE_CHECKING:
    from debatemap.tui.context import MapContext

__all__ = ["Panes"]

_STEP: Final = 4
"""Per cent that a key moves a split by."""


class Panes:
    """The width of the panes beside the outline, and what the last of them shows.

    Attributes:
        state: How the screen is divided.
    """

    def __init__(self, context: "MapContext") -> None:
        self._map = context
        self.state = load_panes()
        self._asked: str | None = None
        self._answered: tuple[str, Content] | None = None

    @property
    def has_third(self) -> bool:
        """Whether there is room for a third column."""
        return self._map.size.width >= WIDEST and not self._map.app.settings.plain

    @property
    def shows_why(self) -> bool:
        """Whether the third column says why, in place of the note and the sources."""
        return self.has_third and self.state.shows == "why"

    def arrange(self) -> None:
        """Gives each pane its width."""
        views = self._map.feature(Views)
        views.share = self.state.card
        views.arrange()
        self._map.part(CardSplit).display = views.is_beside
        self._map.part(ThirdSplit).display = self.has_third and not views.is_full
        self._divide(self._map.part(Details))

    def _divide(self, details: Details) -> None:
        """Gives the details the width or the height that they were given last."""
        styles = details.styles
        if self.has_third:
            styles.width, styles.max_width = f"{self.state.third}%", "100%"
        elif self._has_details_beside and self.state.details is not None:
            styles.width, styles.max_width = f"{self.state.details}%", "100%"
        elif styles.inline.has_rule("width"):
            styles.inline.clear_rule("width")
            styles.inline.clear_rule("max_width")
            details.refresh(layout=True)
        if not self._has_details_beside and self.state.below != PaneState().below:
            styles.height = f"{self.state.below}%"
        elif styles.inline.has_rule("height"):
            styles.inline.clear_rule("height")
            details.refresh(layout=True)

    @property
    def _has_details_beside(self) -> bool:
        """Whether the details stand beside the outline, where they are shown."""
        return self._map.size.width >= BESIDE and not self._map.app.settings.plain

    def turn_third(self) -> None:
        """Lets the third column say why, or show the note and the sources again."""
        self._keep(self.state._replace(shows="details" if self.state.shows == "why" else "why"))
        self._map.post_message(PanesChanged())

    def turn_surety(self) -> None:
        """Unfolds or folds, in the details, how sure a verdict is and what would turn it."""
        judging = self._map.feature(Judging)
        judging.tells_surety = not judging.tells_surety
        self._map.part(Details).begin_at("surety" if judging.tells_surety else "")
        self._keep(self.state._replace(tells_surety=judging.tells_surety))
        self._map.post_message(PanesChanged())

    def move_split(self, way: int) -> None:
        """Moves the line beside the pane that has the focus.

        Args:
            way: 1 to the right, -1 to the left.
        """
        state, details = self.state, self._map.part(Details)
        if self.has_third and details.has_focus:
            state = state._replace(third=_share(state.third - way * _STEP))
        elif self._map.feature(Views).is_beside or not details.display:
            state = state._replace(card=_share(state.card - way * _STEP))
        elif self.has_third:
            state = state._replace(third=_share(state.third - way * _STEP))
        elif details.is_below:
            # A line at least.
            step = max(_STEP, -(-100 // max(1, _around(details).size.height)))
            state = state._replace(below=_share(state.below - way * step))
        else:
            share = round(100 * details.outer_size.width / max(1, _around(details).size.width))
            state = state._replace(details=_share((state.details or share) - way * _STEP))
        self._keep(state)

    def show_why(self) -> None:
        """Says in the third column why the selected claim is as strong as it is."""
        row, details = self._map.row, self._map.part(Details)
        if row is None:
            details.put(Content(""))
            return
        known = self._answered is not None and self._answered[0] == row.claim
        details.put(self._answered[1] if known and self._answered else Content("…"))
        is_asking, self._asked = self._asked is not None, row.claim
        if not is_asking:
            self._map.run_beside(self._ask_why(), group="why")

    async def _ask_why(self) -> None:
        """Asks about the selected claim, and again where another one is selected by then."""
        from debatemap.tui.features.judging import why_text  # noqa: PLC0415  (it loads much)

        try:
            while (claim := self._asked) is not None:
                question = partial(why_text.explained, claim)
                answer = await self._map.feature(Judging).ask(question)
                is_last = self._asked == claim
                if is_last:
                    self._asked = None
                if answer is not None and is_last and self.shows_why and self._map.is_attached:
                    details = self._map.part(Details)
                    content = why_text.as_column(answer, details.room)
                    self._answered = claim, content
                    details.put(content)
        finally:
            self._asked = None

    def drag(self, dragged: Draggable.Dragged) -> None:
        """Follows the mouse, which drags a line between two panes."""
        region = _around(dragged.widget).region
        share = _share(round(100 * (region.right - dragged.to.x) / max(1, region.width)))
        if isinstance(dragged.widget, CardSplit):
            state = self.state._replace(card=share)
        elif self.has_third:
            state = self.state._replace(third=share)
        elif self._has_details_beside:
            state = self.state._replace(details=share)
        else:
            height = round(100 * (region.bottom - dragged.to.y) / max(1, region.height))
            state = self.state._replace(below=_share(height))
        self._keep(state, is_done=dragged.is_done)

    def _keep(self, state: PaneState, *, is_done: bool = True) -> None:
        self.state = state
        self.arrange()
        if is_done:
            save_panes(state)


def _around(widget: Widget) -> Widget:
    """Returns what is divided among a widget and others."""
    return widget.parent if isinstance(widget.parent, Widget) else widget


def _share(per_cent: int) -> int:
    return max(LEAST, min(per_cent, MOST))

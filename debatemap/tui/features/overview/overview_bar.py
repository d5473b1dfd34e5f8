"""One column that stands for all claims of the map."""

from collections.abc import Collection, Sequence
from typing import ClassVar, Final

from rich.segment import Segment
from textual import events
from textual.geometry import Region
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from debatemap.tui.widgets.row_styles import PARTS, RowStyles
from debatemap.views.overview import Kind

__all__ = ["LEGEND", "OverviewBar"]

_LOOKS: Final = {
    Kind.HIT: ("■", "match"),
    Kind.CHANGE: ("●", "unseen"),
    Kind.UNANSWERED: ("!", "con"),
    Kind.PROS: ("+", "for"),
    Kind.CONS: ("−", "against"),
    Kind.EVEN: ("┄", "guide"),
    Kind.NONE: (" ", "guide"),
}
"""The sign of each kind and the name of its style."""
LEGEND: Final = ", ".join(
    f"{sign} {kind.value}" for kind, (sign, _) in _LOOKS.items() if kind is not Kind.NONE
)
"""What the signs say, in a line."""


class OverviewBar(Widget):
    """Shows what each part of the map has, and which part is in sight.

    It takes the place of the scroll bar, which knows only the rows that are unfolded.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {f"outline--{part}" for part in PARTS}
    DEFAULT_CSS = """
    OverviewBar {
        width: 1; height: 1fr; layer: rows; background: $background; display: none;
    }
    """

    class Chosen(Message):
        """A cell was clicked.

        Attributes:
            cell: Which one, from the top.
        """

        def __init__(self, cell: int) -> None:
            super().__init__()
            self.cell = cell

    class Resized(Message):
        """The bar has another height."""

    def __init__(self) -> None:
        super().__init__(id="overview")
        self._styles = RowStyles(self)
        self._kinds: Sequence[Kind] = ()
        self._extent: Collection[int] = ()

    @property
    def kinds(self) -> Sequence[Kind]:
        """What each cell shows."""
        return self._kinds

    @property
    def extent(self) -> Collection[int]:
        """The cells of the part that is in sight."""
        return self._extent

    def show(self, kinds: Sequence[Kind]) -> None:
        """Shows other kinds."""
        if kinds != self._kinds:
            self._kinds = kinds
            self.refresh()

    def mark(self, extent: Collection[int]) -> None:
        """Marks the cells of what is in sight; draws only those that are marked otherwise."""
        changed = set(extent) ^ set(self._extent)
        if changed:
            self._extent = extent
            first, last = min(changed), max(changed)
            self.refresh(Region(0, first, 1, last - first + 1))

    def render_line(self, y: int) -> Strip:
        """Returns a cell."""
        styles = self._styles.on("selected" if y in self._extent else "row")
        if y >= len(self._kinds):
            return Strip([Segment(" ", styles("row"))])
        sign, style = _LOOKS[self._kinds[y]]
        return Strip([Segment(sign, styles(style))])

    def notify_style_update(self) -> None:
        """Takes up the colours of another theme."""
        self._styles.clear()
        super().notify_style_update()

    def on_resize(self) -> None:
        """Asks for as many cells as there are lines."""
        self.post_message(self.Resized())

    def on_click(self, event: events.Click) -> None:
        """Asks to go to what a cell stands for; below the last one, for nothing."""
        event.stop()
        if event.y < len(self._kinds):
            self.post_message(self.Chosen(event.y))

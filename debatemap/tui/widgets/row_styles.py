"""The styles of the parts of a row, as the theme has them now."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

if TYPE_CHECKING:
    from textual.widget import Widget

__all__ = ["PARTS", "RowStyles", "drop_target"]

PARTS: Final = (
    "row", "selected", "cursor", "guide", "fold", "pro", "con", "accent", "quiet", "words",
    "top", "cycle", "match", "marks", "count", "new", "changed", "moved", "gone", "unseen",
    "within", "for", "against", "above",
)  # fmt: skip


class RowStyles:
    """Reads styles from a widget's component classes, each once."""

    def __init__(self, widget: "Widget") -> None:
        self._widget = widget
        self._known: dict[tuple[str, str], Style] = {}

    def clear(self) -> None:
        """Forgets all styles, as after another theme was chosen."""
        self._known.clear()

    def on(self, background: str) -> Callable[[str], Style]:
        """Returns what gives the style of a part on a background: "row" or "selected"."""
        return lambda part: self.style(part, background)

    def style(self, part: str, background: str = "row") -> Style:
        """Returns the style of a part of a row, on the row's background."""
        style = self._known.get((part, background))
        if style is None:
            style = self._widget.get_component_rich_style(f"outline--{background}")
            if part not in {"row", background}:
                partial = part != "match"
                style += self._widget.get_component_rich_style(f"outline--{part}", partial=partial)
            self._known[part, background] = style
        return style


def drop_target(strip: Strip, styles: RowStyles) -> Strip:
    """Returns a line of the row that a dragged one would be dropped on."""
    mark = Strip([Segment(">", styles.style("cursor"))])
    return Strip.join([mark, strip.crop(1)]).apply_style(styles.style("match"))

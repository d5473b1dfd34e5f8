"""The views beside the outline: one line each."""

from collections.abc import Callable
from typing import Final

from debatemap.core.debate import Debate
from debatemap.tui.views.card.card_view import CardView
from debatemap.tui.views.map.picture_view import PictureView
from debatemap.tui.views.read.read_view import ReadView
from debatemap.tui.views.table_view import TableView
from debatemap.tui.views.text.text_view import SecondTextView, TextView
from debatemap.tui.views.view import MapView

__all__ = ["VIEWS"]

VIEWS: Final[dict[str, Callable[[Debate], MapView]]] = {
    "table": TableView,
    "card": CardView,
    "read": ReadView,
    "picture": PictureView,
    "text": TextView,
    "second_text": SecondTextView,
}
"""What makes a view, by the command that shows it."""

"""Show the overview bar or not, and go along what it shows."""

from typing import TYPE_CHECKING

from debatemap.tui.features.overview.overview import Overview
from debatemap.tui.features.overview.overview_bar import LEGEND

if TYPE_CHECKING:
    from debatemap.tui.context import MapContext

__all__ = ["next_unanswered", "overview", "previous_unanswered"]


def overview(context: "MapContext") -> None:
    """Shows the overview bar at the edge, or takes it away."""
    feature = context.feature(Overview)
    feature.turn()
    if not feature.is_wanted:
        context.say("The overview is off.")
    elif feature.is_shown:
        context.say(f"The map at the edge: {LEGEND}.")
    else:
        context.say("The overview is on, and shown where there is room for it.")


def next_unanswered(context: "MapContext") -> None:
    """Goes to the next objection that nothing is said against."""
    context.feature(Overview).step(1)


def previous_unanswered(context: "MapContext") -> None:
    """Goes to the previous objection that nothing is said against."""
    context.feature(Overview).step(-1)

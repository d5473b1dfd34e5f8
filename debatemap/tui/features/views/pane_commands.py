"""Divide the width of the screen, and choose what its third column shows."""

from typing import TYPE_CHECKING

from debatemap.tui.features.views.panes import Panes

if TYPE_CHECKING:
    from debatemap.tui.context import MapContext

__all__ = ["split_left", "split_right", "third_column"]


def third_column(context: "MapContext") -> None:
    """Lets the third column say why, or show the note and the sources."""
    panes = context.feature(Panes)
    panes.turn_third()
    what = "Why it is as strong as it is." if panes.shows_why else "The note and the sources."
    context.say(what)


def split_left(context: "MapContext") -> None:
    """Moves the line between two panes to the left."""
    context.feature(Panes).move_split(-1)


def split_right(context: "MapContext") -> None:
    """Moves the line between two panes to the right."""
    context.feature(Panes).move_split(1)

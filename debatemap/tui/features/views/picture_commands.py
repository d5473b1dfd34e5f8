"""Show the map as a picture in the outline's place; zoom and move it."""

from typing import TYPE_CHECKING, Final

from debatemap.tui.features.views.views import Views
from debatemap.tui.views.map.picture_view import PictureView
from debatemap.views.map import Zoom

if TYPE_CHECKING:
    from debatemap.tui.context import MapContext

__all__ = ["pan_down", "pan_left", "pan_right", "pan_up", "picture", "zoom_in", "zoom_out"]

_NAMES: Final = {
    Zoom.DOTS: "a cell for each claim",
    Zoom.LINES: "a line for each claim",
    Zoom.WORDS: "the first words of each claim",
    Zoom.TEXT: "all words of each claim",
}


def picture(context: "MapContext") -> None:
    """Shows the map as a picture, or the outline again."""
    context.feature(Views).show("picture")
    shown = context.feature(Views).active
    context.say("The map as a picture." if shown is not None else "The outline.")


def zoom_in(context: "MapContext") -> None:
    """Shows more words of each claim."""
    _zoom(context, 1, "This is as near as it gets")


def zoom_out(context: "MapContext") -> None:
    """Shows fewer words of each claim, and more claims."""
    _zoom(context, -1, "This is as far as it gets")


def pan_left(context: "MapContext") -> None:
    """Moves what is in sight to the left."""
    _pan(context, -1, 0)


def pan_right(context: "MapContext") -> None:
    """Moves what is in sight to the right."""
    _pan(context, 1, 0)


def pan_up(context: "MapContext") -> None:
    """Moves what is in sight up."""
    _pan(context, 0, -1)


def pan_down(context: "MapContext") -> None:
    """Moves what is in sight down."""
    _pan(context, 0, 1)


def _zoom(context: "MapContext", step: int, end: str) -> None:
    view = context.feature(Views).active
    if isinstance(view, PictureView):
        is_done = view.zoom(step)
        now = _NAMES[view.zoom_step]
        context.say(f"{now[0].upper()}{now[1:]}." if is_done else f"{end}: {now}.")


def _pan(context: "MapContext", right: int, down: int) -> None:
    """Moves what is in sight by a third of the view."""
    view = context.feature(Views).active
    if isinstance(view, PictureView):
        view.pan(right * max(1, view.size.width // 3), down * max(1, view.size.height // 3))

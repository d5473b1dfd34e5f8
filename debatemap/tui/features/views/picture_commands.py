"""Show the map as a picture in the outline's place, or as an image of the terminal; zoom, move."""

import os
from typing import TYPE_CHECKING, Final

from debatemap.core.debate import Debate
from debatemap.exporting.export import ExportPart, export
from debatemap.tui.features.views.views import Views
from debatemap.tui.system.kitty_images import shows_images
from debatemap.tui.system.terminal_answers import Answering, TerminalAnswer
from debatemap.tui.views.map.picture_view import PictureView
from debatemap.views.map import Zoom
from debatemap.workspace.background import run

if TYPE_CHECKING:
    from debatemap.tui.context import MapContext
    from debatemap.tui.features.views.shown_images import ShownImage

__all__ = [
    "image", "pan_down", "pan_left", "pan_right", "pan_up", "picture", "zoom_in", "zoom_out",
]  # fmt: skip

_NO_IMAGES: Final = (
    "This terminal shows no images; kitty, Ghostty, WezTerm, Konsole and those with sixels do. "
    "{key:picture} draws the map in letters, and {key:export_map} writes it as PNG."
)

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


async def image(context: "MapContext") -> None:
    """Shows the map, or the part of it that is in sight, as an image that the terminal draws.

    Raises:
        MapError: What makes images is not installed.
    """
    sixels = None if shows_images(os.environ) else await _sixels(context)
    if sixels is not None and not sixels.cell:
        context.warn(context.keymap.fill(_NO_IMAGES))
        return
    kept, trail = context.outline.kept, context.outline.trail
    part = ExportPart(claim=trail[-1][1] if trail else "", claims=kept)
    shown = await run(_drawn, context.session.snapshot().debate, part, sixels)
    from debatemap.tui.features.views.image_screen import ImageScreen  # noqa: PLC0415  (a map opens without it)

    await context.ask(ImageScreen(shown))


async def _sixels(context: "MapContext") -> TerminalAnswer:
    """Returns how large sixels the terminal says that it shows; nothing where it shows none."""
    driver: object = context.app._driver  # noqa: SLF001  (Textual has no other way to the terminal)
    answer = await driver.ask_terminal() if isinstance(driver, Answering) else TerminalAnswer()
    return answer if answer.has_sixel else TerminalAnswer()


def _drawn(debate: Debate, part: ExportPart, sixels: TerminalAnswer | None) -> "ShownImage":
    """Returns the image of a map: in sixels where they are told of, or else by kitty's protocol."""
    # A map opens without these.
    from debatemap.pictures.png_format import PNG  # noqa: PLC0415
    from debatemap.pictures.svg_format import SVG  # noqa: PLC0415
    from debatemap.tui.features.views.shown_images import KittyImage, SixelImage  # noqa: PLC0415

    if sixels is None:
        return KittyImage(export(debate, PNG(), part).data)
    return SixelImage(export(debate, SVG(), part).data, sixels.cell, sixels.most)


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

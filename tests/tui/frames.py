"""Draws a screen once it is at rest, as a screen without a terminal needs no frame in between.

Textual draws what has changed sixty times a second, so that how often it does depends on the
machine, and makes sequences of it, which a screen without a terminal throws away: together more
than half of a test's time. Pictures are put together as ever.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Final
from unittest.mock import patch

from rich.console import RenderableType
from textual._compositor import Compositor
from textual._context import visible_screen_stack
from textual.app import App
from textual.geometry import Region
from textual.screen import Screen

__all__ = ["draw", "held", "without_terminal"]

_WHOLE: Final = Compositor.render_update
_held: Final[list[App[Any]]] = []
"""Apps that are drawn when `draw` is called."""


@contextmanager
def without_terminal() -> Iterator[None]:
    """Lets each widget draw its lines, and makes nothing of them."""
    with patch.object(Compositor, "render_update", _draw_unless_held):
        yield


@contextmanager
def held(app: App[Any]) -> Iterator[None]:
    """Keeps back what is to be drawn until `draw` is called."""
    _held.append(app)
    try:
        yield
    finally:
        _held.remove(app)


def draw(app: App[Any]) -> None:
    """Lets the widgets of the screen in front draw what has changed since they last did."""
    _draw(app.screen._compositor, app._background_screens)


def _draw(compositor: Compositor, screens: list[Screen[Any]]) -> None:
    changed = [*compositor._dirty_regions]
    compositor._dirty_regions.clear()
    if changed:
        visible_screen_stack.set(screens)
        whole = compositor.size.region
        for _ in compositor._get_renders(Region.from_union(changed).intersection(whole)):
            pass


def _draw_unless_held(
    self: Compositor,
    full: bool = False,  # noqa: FBT001, FBT002  (as Textual declares it)
    screen_stack: list[Screen[Any]] | None = None,
    simplify: bool = False,  # noqa: FBT001, FBT002  (as Textual declares it)
) -> RenderableType | None:
    if simplify:  # only what makes a picture of the screen asks for that
        return _WHOLE(self, full, screen_stack, simplify)
    if full:
        self._dirty_regions.add(self.size.region)
    if not _held:
        _draw(self, screen_stack or [])
    return None

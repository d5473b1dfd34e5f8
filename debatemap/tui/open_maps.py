"""The maps that are open at the same time, of which one is shown."""

from itertools import count
from os.path import realpath
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import App
    from textual.screen import Screen

    from debatemap.tui.context import MapContext
    from debatemap.tui.open_map import OpenMap

__all__ = ["OpenMaps", "list_of_maps", "replace_screen"]


def list_of_maps(problem: str = "", *, offers_unsaved: bool = False) -> "Screen[Any]":
    """Returns the list of the maps that there are to open.

    Args:
        problem: Why what was chosen before could not be opened.
        offers_unsaved: Whether to offer, as the first, what ended programs have not saved.
    """
    from debatemap.tui.features.keeping.start_screen import StartScreen  # noqa: PLC0415  (a map opens without it)

    return StartScreen(problem=problem, offers_unsaved=offers_unsaved)


def replace_screen(app: "App[int]", screen: "Screen[Any]") -> None:
    """Shows a screen in place of the one in front."""
    if len(app.screen_stack) > 1:
        app.switch_screen(screen)
    else:
        app.push_screen(screen)


class OpenMaps:
    """Keeps the screens of maps while others are shown, each with its journal and its watch.

    Args:
        app: The app that shows them.

    Attributes:
        shown: The map that is shown, or was last, or None where no map is open.
    """

    def __init__(self, app: "App[int]") -> None:
        self._app = app
        self._screens: list[OpenMap] = []
        self._numbers = count(1)
        self.shown: OpenMap | None = None

    @property
    def all(self) -> "Sequence[OpenMap]":
        """The open maps, in the order in which they were opened."""
        return tuple(self._screens)

    def find(self, path: Path) -> "OpenMap | None":
        """Returns the map that a file is open in, or None."""
        real = realpath(path)
        paths = ((screen, screen.session.path) for screen in self._screens)
        return next((s for s, own in paths if own is not None and realpath(own) == real), None)

    def screen_of(self, context: "MapContext") -> "OpenMap | None":
        """Returns the screen of an open map; None for one that was closed."""
        return next((screen for screen in self._screens if screen is context), None)

    def show(self, screen: "OpenMap") -> None:
        """Shows a map in place of what is in front, and keeps it from now on."""
        if screen not in self._screens:
            # Textual removes a screen that is not installed as soon as another is shown.
            self._app.install_screen(screen, f"map-{next(self._numbers)}")
            self._screens.append(screen)
        self.shown = screen
        replace_screen(self._app, screen)

    def close(self, screen: "OpenMap", instead: "Screen[Any] | None") -> None:
        """Lets go of a map.

        Args:
            screen: Its screen.
            instead: What to show in its place where no other map is open.
        """
        place = self._screens.index(screen)
        self._screens.remove(screen)
        if self.shown is screen:
            self.shown = self._screens[max(0, place - 1)] if self._screens else None
        is_in_front = screen in self._app.screen_stack
        front = self.shown or instead
        if is_in_front and front is not None:
            replace_screen(self._app, front)
        # Only one that is not in the stack can be uninstalled.
        self._app.uninstall_screen(screen)
        if not is_in_front:
            screen.remove()

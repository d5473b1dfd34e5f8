"""Search and filter."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from debatemap.tui.map_screen import MapScreen

__all__ = ["filter", "next_match", "previous_match", "search"]


def search(screen: "MapScreen") -> None:
    """Asks for words to search for."""
    screen.finder.begin(filtering=False)


def filter(screen: "MapScreen") -> None:  # noqa: A001  (the command's name)
    """Asks for words to filter by."""
    screen.finder.begin(filtering=True)


def next_match(screen: "MapScreen") -> None:
    """Goes to the next claim that was found."""
    screen.finder.step(1)


def previous_match(screen: "MapScreen") -> None:
    """Goes to the previous claim that was found."""
    screen.finder.step(-1)

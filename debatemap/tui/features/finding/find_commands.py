"""Search and filter."""

from typing import TYPE_CHECKING

from debatemap.tui.features.finding.finder import Finder

if TYPE_CHECKING:
    from debatemap.tui.context import MapContext

__all__ = [
    "filter",
    "next_match",
    "previous_match",
    "search",
    "show_all",
]


def search(context: "MapContext") -> None:
    """Asks for words to search for."""
    context.feature(Finder).begin(filtering=False)


def filter(context: "MapContext") -> None:  # noqa: A001  (the command's name)
    """Asks for words to filter by."""
    context.feature(Finder).begin(filtering=True)


def show_all(context: "MapContext") -> None:
    """Ends the filter."""
    context.feature(Finder).show_all()
    context.say("All claims are shown again.")


def next_match(context: "MapContext") -> None:
    """Goes to the next claim that was found."""
    context.feature(Finder).step(1)


def previous_match(context: "MapContext") -> None:
    """Goes to the previous claim that was found."""
    context.feature(Finder).step(-1)

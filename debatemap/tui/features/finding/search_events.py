"""What a map does with the messages of its search bar: those of a search in it, or in a text."""

from typing import TYPE_CHECKING

from debatemap.tui.features.finding.finder import Finder
from debatemap.tui.features.finding.search_bar import SearchBar
from debatemap.tui.features.overview.overview import Overview
from debatemap.tui.features.texts.text_finder import TextFinder

if TYPE_CHECKING:
    from debatemap.tui.context import MapContext

__all__ = ["follow_search"]


def follow_search(
    context: "MapContext", event: SearchBar.Typed | SearchBar.Stepped | SearchBar.Ended
) -> None:
    """Searches what is asked for, goes on to the next find, or ends the search."""
    texts = context.feature(TextFinder)
    search = texts if texts.is_asking else context.feature(Finder)
    if isinstance(event, SearchBar.Ended):
        search.end(event)
    elif isinstance(event, SearchBar.Stepped):
        search.step_typed(event.way)
    else:
        search.look(event)
        if search is not texts:
            context.feature(Overview).renew()

"""Search and filter."""

from collections.abc import Awaitable
from typing import TYPE_CHECKING

from debatemap.core.text import clean, excerpt, safe_line
from debatemap.tui.dialogs.ask import Answer, AskScreen
from debatemap.tui.dialogs.prompt import PromptScreen
from debatemap.tui.features.finding.finder import Finder
from debatemap.tui.features.texts.text_finder import TextFinder
from debatemap.tui.features.views.views import Views
from debatemap.tui.widgets.clickable import linked

if TYPE_CHECKING:
    from debatemap.tui.context import MapContext

__all__ = [
    "filter",
    "filters",
    "find_list",
    "keep_filter",
    "next_match",
    "previous_match",
    "search",
    "show_all",
]


def search(context: "MapContext") -> None:
    """Asks for words to search for: in the map, or in the text that the keys go to."""
    if context.feature(TextFinder).is_meant:
        context.feature(TextFinder).begin()
    else:
        context.feature(Finder).begin(filtering=False)


def filter(context: "MapContext") -> None:  # noqa: A001  (the command's name)
    """Asks for words to filter by."""
    context.feature(Finder).begin(filtering=True)


def show_all(context: "MapContext") -> None:
    """Ends a search in what is filtered, the filter, the view beside the outline, or a search."""
    finder = context.feature(Finder)
    if finder.is_within_filter:
        finder.end_search()
        context.say(linked(context.keymap, "The search is over; {key:show_all} ends the filter."))
    elif context.outline.kept is not None:
        finder.show_all()
        context.say("All claims are shown again.")
    elif context.feature(Views).active is not None:
        context.feature(Views).show_outline()
    else:
        finder.end_search()
        context.say("What was found is no longer highlighted.")


async def keep_filter(context: "MapContext") -> None:
    """Keeps the filter that holds under a name."""
    finder = context.feature(Finder)
    query, known = finder.filter_query, finder.queries
    question = f"Keep the filter “{excerpt(query)}” under which name?"
    typed = await context.ask(PromptScreen(question, known.name_of(query) or query))
    name = safe_line(clean(typed or ""))
    if not name:
        return
    other = known.named.get(name, query)
    if other != query:
        there = f"There is a filter “{excerpt(name)}”: {excerpt(other)}"
        answers = [Answer("r", "replace it"), Answer("c", "cancel, and leave it")]
        if await context.ask(AskScreen(there, answers)) != "r":
            return
    known.name(name, query)
    listed = context.keymap.fill("{key:filters} lists what is kept.")
    context.say(f"Kept as “{excerpt(name)}”; {listed}")


async def filters(context: "MapContext") -> None:
    """Filters by one of the queries that are known."""
    from debatemap.tui.features.finding.filters_screen import FiltersScreen  # noqa: PLC0415  (a map opens without it)

    known = await context.ask(FiltersScreen(context))
    if known is not None:
        context.feature(Finder).filter_by(known.query)


async def find_list(context: "MapContext") -> None:
    """Lists what is found; goes to one of it, or filters by the query."""
    from debatemap.tui.features.finding.find_screen import FindScreen  # noqa: PLC0415  (a map opens without it)

    finder = context.feature(Finder)
    picked = await context.ask(FindScreen(context, finder.asked.text))
    if picked is None:
        return
    if picked.claim:
        finder.go_to_found(picked.query, picked.claim)
    else:
        finder.filter_by(picked.query)


def next_match(context: "MapContext") -> Awaitable[None] | None:
    """Goes to the next claim that was found, or sentence of a text."""
    return _step(context, 1)


def previous_match(context: "MapContext") -> Awaitable[None] | None:
    """Goes to the previous claim that was found, or sentence of a text."""
    return _step(context, -1)


def _step(context: "MapContext", way: int) -> Awaitable[None] | None:
    if context.feature(TextFinder).is_meant:
        return context.feature(TextFinder).step(way)
    context.feature(Finder).step(way)
    return None

"""Search and filter."""

from typing import TYPE_CHECKING

from debatemap.reading import way_to

if TYPE_CHECKING:
    from debatemap.tui.screens.map import MapScreen

__all__ = ["filter", "next_match", "previous_match", "search"]


def search(screen: "MapScreen") -> None:
    """Asks for words to search for."""
    screen.begin_search(filtering=False)


def filter(screen: "MapScreen") -> None:  # noqa: A001  (the command's name)
    """Asks for words to filter by."""
    screen.begin_search(filtering=True)


def next_match(screen: "MapScreen") -> None:
    """Goes to the next claim that was found."""
    _go(screen, 1)


def previous_match(screen: "MapScreen") -> None:
    """Goes to the previous claim that was found."""
    _go(screen, -1)


def _go(screen: "MapScreen", way: int) -> None:
    hits = [claim for claim in screen.hits if claim in screen.session.debate.claims]
    if not hits:
        screen.say("What was found is gone.", "warning")
        return
    order = screen.outline.reading.order
    here = order[screen.row.claim] if screen.row is not None else -1
    places = sorted(order[claim] for claim in hits)
    following = [place for place in places if (place > here if way > 0 else place < here)]
    place = (following or places)[0 if way > 0 else -1]
    claim = next(claim for claim in hits if order[claim] == place)
    screen.jump_to(way_to(screen.session.debate, claim))
    screen.say(f"Match {places.index(place) + 1} of {len(places)}.")

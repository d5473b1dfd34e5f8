"""Search and filter: what was found, and how the outline shows it."""

from typing import TYPE_CHECKING

from debatemap.core.change import Change
from debatemap.core.reading_order import way_to
from debatemap.core.search import Index
from debatemap.tui.features.finding.search_bar import SearchBar

if TYPE_CHECKING:
    from debatemap.tui.map_screen import MapScreen
    from debatemap.views.outline.outline import Step

__all__ = ["Finder"]

_UNFOLDED = 200
"""How many finds are unfolded to at once; with more, only the nearest is."""


class Finder:
    """Looks for words in the map's claims while they are typed.

    Attributes:
        hits: The claims that were found last.
    """

    def __init__(self, screen: "MapScreen") -> None:
        self._screen = screen
        self._index: Index | None = None
        self._left_from: list[Step] = []
        self._opened: set[int] | None = None
        self.hits: list[str] = []

    @property
    def index(self) -> Index:
        """The words of the map's claims, gathered when they are first searched."""
        if self._index is None:
            self._index = Index(self._screen.session.debate)
        return self._index

    def follow(self, change: Change) -> None:
        """Takes up a change of the map."""
        if self._index is not None:
            self._index.follow(change)

    def forget(self) -> None:
        """Begins anew, as for another map."""
        self._index, self.hits = None, []

    def begin(self, *, filtering: bool) -> None:
        """Asks for words to search for, or to filter by."""
        screen = self._screen
        self._left_from = screen.outline.path(screen.row) if screen.row is not None else []
        self._opened = None if filtering else set(screen.outline.opened)
        screen.hints.display = False
        screen.search_bar.open(filtering=filtering)

    def look(self, typed: SearchBar.Typed) -> None:
        """Shows what the words find: the nearest claim below, or only what matches."""
        screen, words = self._screen, typed.words.strip()
        self.hits = self.index.hits(words)
        if typed.filtering:
            screen.outline.set_filter(self.hits if words else None)
            screen.view.update_rows()
        elif self.hits:
            order = screen.outline.reading.order
            start = order.get(self._left_from[-1][1], 0) if self._left_from else 0
            places = {order[claim]: claim for claim in self.hits}
            below = [place for place in places if place >= start]
            nearest = places[min(below or places)]
            screen.go_to(way_to(screen.session.debate, nearest))
        screen.view.set_query(words)
        found = f"{len(self.hits):,} found" if self.hits else "nothing found"
        screen.search_bar.count(found if words else "")

    def end(self, ended: SearchBar.Ended) -> None:
        """Keeps what was found, or goes back to where the search began."""
        screen, words = self._screen, ended.words.strip()
        screen.search_bar.close()
        screen.hints.display = True
        screen.view.focus()
        kept = ended.accepted and bool(words)
        if ended.filtering and not kept:
            screen.outline.set_filter(None)
            screen.view.update_rows()
        if kept:
            screen.visits.leave(self._left_from)
            self._unfold_to_hits()
        else:
            self.hits = []
            screen.view.set_query("")
            self._fold_as_before()
        screen.show_state()

    def _unfold_to_hits(self) -> None:
        """Shows every claim that was found, unless they are too many to look through."""
        screen = self._screen
        here = screen.row
        if self._opened is None or here is None or len(self.hits) > _UNFOLDED:
            return
        path = screen.outline.path(here)
        for claim in self.hits:
            if not screen.outline.rows.showing(claim):
                screen.outline.reveal(way_to(screen.session.debate, claim))
        screen.outline.reveal(path)
        screen.view.update_rows(here.key)

    def _fold_as_before(self) -> None:
        screen = self._screen
        if self._opened is not None and screen.outline.opened != self._opened:
            screen.outline.opened = self._opened
            screen.outline.rebuild()
            screen.view.update_rows()
        screen.go_to(self._left_from)

    def step(self, way: int) -> None:
        """Goes to the next (1) or the previous (-1) claim that was found."""
        screen = self._screen
        order = screen.outline.reading.order
        places = {order[claim]: claim for claim in self.hits if claim in order}
        if not places:
            screen.say("What was found is gone.", "warning")
            return
        here = order[screen.row.claim] if screen.row is not None else -1
        ahead = [place for place in places if (place > here if way > 0 else place < here)]
        pick = min if way > 0 else max
        place = pick(ahead or places)
        screen.jump_to(way_to(screen.session.debate, places[place]))
        screen.say(f"Match {sorted(places).index(place) + 1} of {len(places)}.")

"""Search and filter: what was found, and how the outline shows it."""

from collections.abc import Collection
from typing import TYPE_CHECKING

from debatemap.core import collector
from debatemap.core.change import Change
from debatemap.core.near_words import near_words
from debatemap.core.reading_order import way_to
from debatemap.core.search import Index
from debatemap.core.text import excerpt
from debatemap.tui.features.finding.search_bar import SearchBar
from debatemap.tui.messages import StateChanged
from debatemap.tui.widgets.bars import HintBar
from debatemap.workspace.background import run

if TYPE_CHECKING:
    from debatemap.tui.context import MapContext
    from debatemap.views.outline import Outline, Row
    from debatemap.views.outline.outline import Step

__all__ = ["Finder"]

_NEAR_WITHIN = 5_000
"""Claims of a map in which near words are looked for: in more it would take too long."""
_NOTHING = "nothing found"
_UNFOLDED = 200
"""How many finds are unfolded to at once; with more, only the nearest is."""


class Finder:
    """Looks for words in the map's claims while they are typed.

    Attributes:
        hits: The claims that were found last.
    """

    def __init__(self, context: "MapContext") -> None:
        self._map = context
        self._index: Index | None = None
        self._left_from: list[Step] = []
        self._opened: set[int] | None = None
        self._sought = ""
        self._is_looking = False
        self.hits: list[str] = []

    @property
    def index(self) -> Index:
        """The words of the map's claims, gathered when they are first searched."""
        if self._index is None:
            self._index = Index(self._map.session.debate)
        return self._index

    def follow(self, change: Change) -> None:
        """Takes up a change of the map."""
        if self._index is not None:
            self._index.follow(change)

    def forget(self) -> None:
        """Begins anew, as for another map."""
        self._index, self.hits, self._sought = None, [], ""

    def begin(self, *, filtering: bool) -> None:
        """Asks for words to search for, or to filter by."""
        context = self._map
        self._left_from = context.outline.path(context.row) if context.row is not None else []
        self._opened = None if filtering else set(context.outline.opened)
        context.part(HintBar).display = False
        context.part(SearchBar).open(filtering=filtering)

    def look(self, typed: SearchBar.Typed) -> None:
        """Shows what the words find: the nearest claim below, or only what matches."""
        context, words = self._map, typed.words.strip()
        self.hits = self.index.hits(words)
        if typed.filtering:
            # Where nothing matches the map stays in sight.
            context.view.set_filter(self.hits or None)
        elif self.hits:
            order = context.outline.reading.order
            start = order.get(self._left_from[-1][1], 0) if self._left_from else 0
            places = {order[claim]: claim for claim in self.hits}
            below = [place for place in places if place >= start]
            nearest = places[min(below or places)]
            context.go_to(way_to(context.session.debate, nearest))
        context.view.set_query(words)
        found = f"{len(self.hits):,} found" if self.hits else _NOTHING
        few = len(context.session.debate.claims) <= _NEAR_WITHIN
        self._sought = words if not self.hits and few else ""
        context.part(SearchBar).count(found if words else "", is_looking=bool(self._sought))
        if self._sought and not self._is_looking:
            self._is_looking = True
            context.run_beside(self._look_for_near(), group="finding")

    async def _look_for_near(self) -> None:
        """Looks for near words in a thread, again where something else is sought by then."""
        context = self._map
        try:
            while words := self._sought:
                session, revision = context.session, context.session.revision
                with collector.paused():
                    near = await run(near_words, words, self.index.texts)
                if (words, session, revision) == (self._sought, context.session, session.revision):
                    self._sought = ""
                    if context.is_attached:
                        self._offer(near)
        finally:
            self._is_looking = False
            if self._sought and context.is_attached:
                self._offer([])

    def _offer(self, near: list[str]) -> None:
        """Shows what is near to what was sought in vain."""
        self._map.part(SearchBar).count(_NOTHING, near)

    def end(self, ended: SearchBar.Ended) -> None:
        """Keeps what was found, or goes back to where the search began."""
        context, words = self._map, ended.words.strip()
        self._sought = ""
        context.part(SearchBar).close()
        context.part(HintBar).display = True
        context.focus_view()
        kept = ended.accepted and bool(words and self.hits)
        if ended.filtering and not kept:
            context.view.set_filter(None)
        if kept:
            context.visits.leave(self._left_from)
            self._unfold_to_hits()
        else:
            self.hits = []
            context.view.set_query("")
            self._fold_as_before()
            if ended.accepted and words:
                context.say(f"Nothing matches “{excerpt(words, 40)}”; the whole map is shown.")
        context.post_message(StateChanged())

    def show_only(self, claims: Collection[str]) -> None:
        """Shows only some claims, and what stands above them, as a filter does."""
        context = self._map
        if context.row is not None:
            context.visits.leave(context.outline.path(context.row))
        self.hits = list(claims)
        context.view.set_query("")
        context.view.set_filter(self.hits)
        context.post_message(StateChanged())

    def show_all(self) -> None:
        """Takes the filter away."""
        self.hits = []
        self._map.view.set_query("")
        self._map.view.set_filter(None)
        self._map.post_message(StateChanged())

    def _unfold_to_hits(self) -> None:
        """Shows every claim that was found, unless they are too many to look through."""
        context = self._map
        here = context.row
        if self._opened is None or here is None or len(self.hits) > _UNFOLDED:
            return
        context.view.reshape(lambda outline: self._unfold(outline, here), select=here)

    def _unfold(self, outline: "Outline", here: "Row") -> None:
        path = outline.path(here)
        for claim in self.hits:
            if not outline.rows.showing(claim):
                outline.reveal(way_to(outline.debate, claim))
        outline.reveal(path)

    def _fold_as_before(self) -> None:
        context = self._map
        opened = self._opened
        if opened is not None and context.outline.opened != opened:
            context.view.reshape(lambda outline: outline.open_only(opened))
        context.go_to(self._left_from)

    def step(self, way: int) -> None:
        """Goes to the next (1) or the previous (-1) claim that was found."""
        context = self._map
        order = context.outline.reading.order
        places = {order[claim]: claim for claim in self.hits if claim in order}
        if not places:
            context.say("What was found is gone.", "warning")
            return
        here = order[context.row.claim] if context.row is not None else -1
        ahead = [place for place in places if (place > here if way > 0 else place < here)]
        pick = min if way > 0 else max
        place = pick(ahead or places)
        context.jump_to(way_to(context.session.debate, places[place]))
        context.say(f"Match {sorted(places).index(place) + 1} of {len(places)}.")

"""Search and filter: what was found, and how the outline shows it."""

from collections.abc import Collection, Sequence
from collections.abc import Set as AbstractSet
from functools import partial
from typing import TYPE_CHECKING

from debatemap.core.change import Change
from debatemap.core.search import Index
from debatemap.core.search_query import Query
from debatemap.core.text import excerpt
from debatemap.tui.features.finding import stepping
from debatemap.tui.features.finding.asked import Asked, Fault, Finds, Found, read_query
from debatemap.tui.features.finding.filter_bar import ActiveFilter
from debatemap.tui.features.finding.filter_count import FilterCount
from debatemap.tui.features.finding.known_queries import KnownQueries
from debatemap.tui.features.finding.near_finds import NearFinds
from debatemap.tui.features.finding.places_found import PlacesFound
from debatemap.tui.features.finding.search_bar import SearchBar
from debatemap.tui.features.finding.search_help import Offer
from debatemap.tui.features.finding.seeking import Seeking
from debatemap.tui.messages import StateChanged
from debatemap.tui.widgets.bars import HintBar

if TYPE_CHECKING:
    from debatemap.tui.context import MapContext
    from debatemap.views.outline.outline import Step

__all__ = ["Finder"]

_NOTHING = "nothing found"
_NONE: AbstractSet[str] = frozenset()
_LOOKING = "looking …"
_WEIGHING = "waiting for the strengths …"
_A_MOMENT = 0.3
"""Seconds after which it is said that something is being looked for."""


class Finder:
    """Looks for words in the map's claims while they are typed.

    Attributes:
        asked: What was asked last.
        hits: The claims that were found last.
        queries: The queries of the map that are known.
        seeking: What finds claims.
    """

    def __init__(self, context: "MapContext") -> None:
        self._map = context
        self.seeking = Seeking(context)
        self._looked = ""
        """The query that was looked for last, or is being looked for."""
        self._above: AbstractSet[str] | None = None
        self._filter_count = FilterCount()
        self._left_from: list[Step] = []
        self._filter: Found | None = None
        self._left_filter: Found | None = None
        self._opened: set[int] | None = None
        self._near = NearFinds(context, self.texts, self._offer)
        self._fault: Fault | None = None
        self._places: PlacesFound | None = None
        self.asked = Asked("")
        self.hits: AbstractSet[str] = _NONE
        self.queries = KnownQueries(context)

    @property
    def index(self) -> Index:
        """The words of the map's claims, gathered when they are first searched."""
        return self.seeking.index

    @property
    def active_filter(self) -> ActiveFilter | None:
        """What the map is filtered by, once it was accepted; None where all is shown."""
        found, claims = self.filter_now, self._map.session.debate.claims
        if found is None or self._map.part(SearchBar).is_open:
            return None
        count = self._filter_count.of(found.hits, self._map.session)
        return ActiveFilter(found.asked.text, count, len(claims))

    @property
    def filter_query(self) -> str:
        """What the map is filtered by, as it was typed; empty where all is shown."""
        found = self.filter_now
        return found.asked.text if found is not None else ""

    @property
    def filter_now(self) -> Found | None:
        """The filter, unless something else has taken it away meanwhile."""
        return self._filter if self._map.outline.kept is not None else None

    def words_in(self, claim: str) -> Query | None:
        """Returns the words by which a claim was found, to be highlighted; else None."""
        places = self._places
        return places.query if places is not None and places.is_of(claim) else None

    def follow(self, change: Change) -> None:
        """Takes up a change of the map."""
        self.seeking.follow(change)
        if self._places is not None:
            self._places.forget(change.claims)

    def forget(self) -> None:
        """Begins anew, as for another map."""
        self.seeking.forget()
        self._filter, self._near.sought = None, ""
        self.asked, self.hits = Found(Asked(""), _NONE)
        self.queries.forget()

    def begin(self, *, filtering: bool) -> None:
        """Asks for words to search for, or to filter by: at first, for those that filter now."""
        context = self._map
        self._left_from = context.outline.path(context.row) if context.row is not None else []
        self._left_filter = self.filter_now
        self._opened = None if filtering else set(context.outline.opened)
        refined = self._left_filter if filtering else None
        self.asked, self.hits = refined or Found(Asked(""), _NONE)
        context.part(HintBar).display = False
        bar = context.part(SearchBar)
        bar.open(filtering=filtering, text=self.asked.text, asked=self.queries.asked)
        self._fault, self._looked = None, ""
        if self.asked.filter is not None:
            # What was found by these words may have changed since.
            bar.tell_typed()
        bar.offer(self.offers(self.asked.text, len(self.asked.text)))
        self._count()
        context.post_message(StateChanged())

    def look(self, typed: SearchBar.Typed) -> None:
        """Shows what the words find: the nearest claim below, or only what matches."""
        asked = read_query(typed.words)
        if asked.text == self._looked:
            if not self.seeking.is_seeking:
                self._tell(typed)
            return
        self._looked = asked.text
        take = partial(self._take_finds, asked, typed)
        if not self.seeking.seek(asked, take, is_filter=typed.filtering):
            self._await(asked, typed)

    def _take_finds(self, asked: Asked, typed: SearchBar.Typed, finds: Finds) -> None:
        """Shows what was found, as long as it is asked for."""
        if not self._map.part(SearchBar).is_open:
            return
        finds = finds if typed.filtering else self._within(finds)
        self.asked, self.hits, self._fault = asked, finds.hits, finds.fault
        self._above = finds.above
        self._show(filtering=typed.filtering)
        self._tell(typed)
        self._map.post_message(StateChanged())

    def _await(self, asked: Asked, typed: SearchBar.Typed) -> None:
        """Says that it is being looked for, where that takes more than a moment."""
        bar = self._map.part(SearchBar)
        bar.offer(
            self.offers(typed.words, typed.cursor), asked.fault.message if asked.fault else ""
        )
        bar.wait()

        def tell() -> None:
            if self.seeking.is_seeking and bar.is_open and self._looked == asked.text:
                bar.count(_WEIGHING if asked.needs_judgement else _LOOKING, is_looking=True)

        self._map.set_timer(_A_MOMENT, tell)

    def _tell(self, typed: SearchBar.Typed) -> None:
        """Says how much was found, what is wrong with the query, and what could be typed."""
        asked = self.asked
        fault = self._fault.message if self._fault is not None else ""
        offers = self.offers(typed.words, typed.cursor)
        self._map.part(SearchBar).offer(offers, fault)
        self._near.sought = ""
        # The beginning of a term is near to no word.
        if not (self.hits or self._fault is not None or offers):
            self._near.seek(asked)
        self._count()

    def texts(self) -> list[str]:
        """Returns the folded texts of the claims as they are now."""
        return self.index.texts

    def find(self, asked: Asked) -> Finds:
        """Returns the claims that match, and what is wrong with the query."""
        return asked.find(self.seeking.facts)

    def offers(self, text: str, cursor: int) -> Sequence[Offer]:
        """Returns the terms that may stand at a place of a query."""
        from debatemap.filtering import completions  # noqa: PLC0415  (a map opens without it)

        found = completions(text, cursor, self._map.session.debate)
        return [Offer(*each) for each in found]

    def _within(self, finds: Finds) -> Finds:
        """Returns what a search finds: of a map that is filtered, only what is kept."""
        kept = self._map.outline.kept
        if kept is None:
            return finds
        return finds._replace(hits=finds.hits & kept)

    def _show(self, *, filtering: bool) -> None:
        """Shows what was found while it is typed."""
        context = self._map
        self._light(filtering=filtering)
        if filtering:
            # Where nothing matches the map stays in sight.
            context.view.set_filter(self.hits or None, self._above)
            if self.hits:
                stepping.go_to_first(context, self.hits, is_refined=self._left_filter is not None)
            else:
                context.go_to(self._left_from)
        elif self.hits:
            stepping.go_to_nearest(context, self.hits, self._left_from)

    def _light(self, *, filtering: bool) -> None:
        """Highlights the words that were asked for, and says where else than in texts they are.

        Args:
            filtering: Whether the map is filtered by them, right after this.
        """
        words, self._places = self.asked.words, None
        if words is not None and self.hits:
            found = self._is_match if filtering else self.hits.__contains__
            self._places = PlacesFound(self._map.session.debate, words, found)
        self._map.view.set_query(words, self._places)

    def _is_match(self, claim: str) -> bool:
        return claim in self._map.outline.matches

    def _count(self) -> None:
        bar, claims = self._map.part(SearchBar), self._map.session.debate.claims
        found = bar.words_of(len(self.hits), len(claims)) if self.hits else _NOTHING
        repaired = self._fault.repaired if self._fault is not None else ""
        count = found if self.asked.filter is not None else ""
        near = [repaired] if repaired else []
        bar.count(count, near, is_looking=bool(self._near.sought))

    def _offer(self, near: "Sequence[str]") -> None:
        """Shows what is near to what was sought in vain."""
        self._map.part(SearchBar).count(_NOTHING, near)

    def end(self, ended: SearchBar.Ended) -> None:
        """Keeps what was found, or goes back to where the search began."""
        context, words = self._map, ended.words.strip()
        self._near.sought = ""
        self.seeking.drop()
        context.part(SearchBar).close()
        context.part(HintBar).display = True
        context.focus_view()
        if ended.accepted and words:
            self.queries.note(words)
        kept = ended.accepted and bool(words and self.hits)
        if kept:
            context.visits.leave(self._left_from)
        if ended.filtering:
            self._end_filter(kept=kept, left=not ended.accepted)
        else:
            self._end_search(kept=kept)
        if ended.accepted and words and not kept:
            rest = "the whole map" if self.filter_now is None else "what the filter finds"
            context.say(f"Nothing matches “{excerpt(words, 40)}”; {rest} is shown.")
        elif kept and self._fault is not None:
            context.say(f"{self._fault.message} The rest counts.", "warning")
        elif kept and not ended.filtering:
            stepping.tell_to_go_on(context, len(self.hits))
        context.post_message(StateChanged())

    def _end_filter(self, *, kept: bool, left: bool) -> None:
        """Keeps the filter that was typed, goes back to the one that held before, or to none."""
        if kept:
            self._filter = Found(self.asked, self.hits)
            return
        before = self._left_filter if left else None
        if before is None:
            self._drop()
        elif self.hits is not before.hits:
            self.asked, self.hits = self._filter = before
            self._light(filtering=True)
            self._map.view.set_filter(self.hits)
        self._map.go_to(self._left_from)

    def _end_search(self, *, kept: bool) -> None:
        """Shows all that was found, or what was shown before."""
        if kept:
            stepping.unfold_to(self._map, self.hits, self._opened)
            return
        self.asked, self.hits = self._left_filter or Found(Asked(""), _NONE)
        self._light(filtering=self._left_filter is not None)
        stepping.fold_as_before(self._map, self._opened, self._left_from)

    def filter_by(self, query: str) -> None:
        """Filters the map by a query, as if it had been typed."""
        asked = read_query(query)
        if not self.seeking.seek(asked, partial(self._filter_by_finds, asked), is_filter=True):
            waits = _WEIGHING if asked.needs_judgement else _LOOKING
            self._map.say(f"Filter by “{excerpt(asked.text, 40)}”: {waits}")

    def _filter_by_finds(self, asked: Asked, finds: Finds) -> None:
        if finds.hits:
            self.queries.note(asked.text)
            self._put(asked, finds.hits, finds.above)
        nothing = "" if finds.hits else f"Nothing matches “{excerpt(asked.text, 40)}”."
        if finds.fault is not None or nothing:
            said = finds.fault.message if finds.fault is not None else nothing
            self._map.say(said, "warning")

    def go_to_found(self, query: str, claim: str) -> None:
        """Goes to a claim that a query found, with its words highlighted, as a search does."""
        self.queries.note(query)
        if self.filter_now is None or claim not in self._map.outline.matches:
            asked = read_query(query)
            self.seeking.seek(asked, partial(self._light_finds, asked))
        stepping.go_to_find(self._map, claim)
        self._map.post_message(StateChanged())

    def _light_finds(self, asked: Asked, finds: Finds) -> None:
        self.asked, self.hits = asked, finds.hits
        self._light(filtering=False)
        self._map.post_message(StateChanged())

    def resume(self, filtered: "Found | None", path: "Sequence[Step]") -> None:
        """Filters a map that was read again as it was filtered before.

        Args:
            filtered: What it was filtered by, if it was.
            path: The place of the cursor.
        """
        bar = self._map.part(SearchBar)
        if bar.is_open:
            self._looked = ""
            bar.tell_typed()
        elif filtered is not None and filtered.asked.filter is None:
            claims = self._map.session.debate.claims
            self._filter_anew(filtered.asked, path, Finds(filtered.hits & claims.keys()))
        elif filtered is not None:
            take = partial(self._filter_anew, filtered.asked, path)
            self.seeking.seek(filtered.asked, take, is_filter=True)

    def _filter_anew(self, asked: Asked, path: "Sequence[Step]", finds: Finds) -> None:
        if not finds.hits:
            self._map.say(f"Nothing matches “{excerpt(asked.text, 40)}” any more.", "warning")
            return
        self.asked, self.hits = self._filter = Found(asked, finds.hits)
        self._light(filtering=True)
        self._map.view.set_filter(finds.hits, finds.above)
        self._map.go_to(path)
        self._map.post_message(StateChanged())

    def show_only(self, query: str, claims: Collection[str]) -> None:
        """Shows only some claims, and what stands above them, as a filter does."""
        self._put(Asked(query), claims)

    def _put(
        self, asked: Asked, claims: Collection[str], above: "AbstractSet[str] | None" = None
    ) -> None:
        context = self._map
        if context.row is not None:
            context.visits.leave(context.outline.path(context.row))
        self._left_filter = None
        self.asked, self.hits = self._filter = Found(asked, frozenset(claims))
        self._light(filtering=True)
        context.view.set_filter(self.hits, above)
        stepping.go_to_first(context, self.hits, is_refined=False)
        context.post_message(StateChanged())

    def show_all(self) -> None:
        """Takes the filter away; the cursor stays on its claim."""
        context = self._map
        path = context.outline.path(context.row) if context.row is not None else []
        self._drop()
        if path:
            context.go_to(path)
        context.post_message(StateChanged())

    @property
    def is_within_filter(self) -> bool:
        """Whether what was found last is of a search in what a filter shows."""
        found = self.filter_now
        return found is not None and self.asked is not found.asked

    def end_search(self) -> None:
        """Highlights what the filter found, or nothing any more."""
        self.asked, self.hits = self.filter_now or Found(Asked(""), _NONE)
        self._light(filtering=self.filter_now is not None)
        self._map.post_message(StateChanged())

    def _drop(self) -> None:
        """Shows all claims, and highlights nothing."""
        self._filter = None
        self.asked, self.hits = Found(Asked(""), _NONE)
        self._light(filtering=True)
        self._map.view.set_filter(None)

    def step(self, way: int) -> None:
        """Goes to the next (1) or the previous (-1) claim that was found."""
        stepping.step_through(self._map, self.hits, way)

    def step_typed(self, way: int) -> None:
        """Goes to the next (1) or the previous (-1) claim that is found, while words are typed."""
        if not self.seeking.is_seeking:
            stepping.step_while_typed(self._map, self.hits, way)

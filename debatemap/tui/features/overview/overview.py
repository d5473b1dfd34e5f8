"""What the overview bar shows: computed once for a state of the map, drawn as the view scrolls."""

from asyncio import sleep
from collections.abc import Collection, Sequence
from collections.abc import Set as AbstractSet
from contextlib import suppress
from functools import partial
from operator import is_
from typing import TYPE_CHECKING, Final

from debatemap.core.reading_places import Reading
from debatemap.tui.features.finding.finder import Finder
from debatemap.tui.features.navigation.go_to_claim import go_to_claim
from debatemap.tui.features.overview.large_maps import AT_ONCE, REST
from debatemap.tui.features.overview.overview_bar import OverviewBar
from debatemap.tui.features.overview.unanswered_places import UnansweredPlaces
from debatemap.tui.features.views.views import Views
from debatemap.views.overview import Ground, cell_of, cells, first_places, ground_of, span
from debatemap.workspace.background import OutdatedError, run, run_on_snapshot
from debatemap.workspace.giving_way import give_way

if TYPE_CHECKING:
    from textual.widget import Widget

    from debatemap.core.change import Change
    from debatemap.tui.context import MapContext
    from debatemap.tui.views.view import MapView
    from debatemap.tui.widgets.outline_view import OutlineView
    from debatemap.tui.widgets.sight import Sight
    from debatemap.workspace.snapshot import SessionSnapshot

__all__ = ["Overview"]

_PLACED_AT_ONCE: Final = 200_000
"""Claims of a map in which it is seen within a key in which cells something was found."""
_PAUSE: Final = 0.02
_LEAST: Final = 12
"""Cells that a map of so many claims has at least, however few of them are unfolded."""
_NARROWEST: Final = 60
"""Columns of a screen from which there is room for the bar."""


class Overview:
    """Keeps the overview bar up to date.

    Attributes:
        ground: What is known of the map, once it was looked through.
        is_wanted: Whether the reader wants the bar.
    """

    def __init__(self, context: "MapContext") -> None:
        self._map = context
        self.ground: Ground | None = None
        self._unanswered = UnansweredPlaces(context, self.renew)
        self.is_wanted = context.app.settings.overview
        self._is_outdated = True
        self._is_looking = False
        self._height = 0
        self._of: tuple[object, ...] = ()
        self._hits: Sequence[int] = ()
        self._watched: set[Widget] = set()

    @property
    def is_shown(self) -> bool:
        """Whether there is room for the bar, and a view that it stands beside."""
        context, active = self._map, self._map.feature(Views).active
        has_room = context.size.width >= _NARROWEST and not context.app.settings.plain
        is_beside = active is None or not active.STANDS_BESIDE or context.view.display
        return self.is_wanted and has_room and is_beside

    def follow(self, change: "Change") -> None:
        """Takes up a change; that of words alone changes nothing here."""
        if change.moves_claims:
            self.forget()

    def forget(self) -> None:
        """Takes up that the claims are other ones."""
        self._is_outdated = True

    def turn(self) -> None:
        """Shows the bar, or does not."""
        self.is_wanted = not self.is_wanted
        self.renew()

    def renew(self) -> None:
        """Shows the bar as the map, what was found and what changed are now."""
        context, bar = self._map, self._map.part(OverviewBar)
        is_shown = self.is_shown
        if bar.display != is_shown:
            bar.display = is_shown
            bar.screen.set_class(is_shown, "-overview")
        if not is_shown:
            return
        self._watch()
        if self._is_outdated:
            self._look()
        ground, hits = self.ground, context.feature(Finder).hits
        if ground is None:
            return
        height, of = self._cells(ground), self._state(ground, hits)
        if height == self._height and _is_same(of, self._of):
            self.follow_view()
            return
        self._height, self._of = height, of
        if len(hits) <= AT_ONCE:
            self._show(ground, ground.places(hits))
        elif len(ground.claims) <= _PLACED_AT_ONCE:
            self._show(ground, first_places(ground, height, hits))
        else:
            context.run_beside(self._place_hits(ground, hits, height), group="overview")

    def follow_view(self) -> None:
        """Marks the part that is in sight, after the view has scrolled."""
        ground, bar = self.ground, self._map.part(OverviewBar)
        if ground is None or not bar.display or not ground.claims:
            return
        if self._cells(ground) != self._height:
            self.renew()
        else:
            bar.mark(self._extent(ground, self._height))

    def go_to(self, cell: int) -> None:
        """Goes to what a cell stands for: to what it shows, or to its first claim."""
        ground, height = self.ground, self._height
        if ground is None or not ground.claims or height < 1:
            return
        number = len(ground.claims)
        at = span(min(cell, height - 1), height, number)
        start = max(0, min(at.start, number - 1) - (at.start == at.end))
        end = max(at.end, start + 1)
        marks = (self._hits, ground.places(self._map.view.signs), self._unanswered.known(ground))
        found = (next((p for p in places if start <= p < end), None) for places in marks)
        place = next((p for p in found if p is not None), start)
        go_to_claim(self._map, ground.claims[place])

    def step(self, way: int) -> None:
        """Goes to the next (1) or the previous (-1) unanswered objection."""
        context = self._map
        if self.ground is None or self._is_outdated:
            self._look()
        ground = self.ground
        if ground is None:
            context.say("The map is still being looked through.")
            return
        row = context.row
        places = self._unanswered.in_time(ground)
        if places is None:
            context.say("What is unanswered is not known yet; wait a moment.")
            return
        if not places:
            context.say("No objection in the map is unanswered.")
            return
        here = ground.order.get(row.claim, -1) if row is not None else -1
        ahead = [place for place in places if (place > here if way > 0 else place < here)]
        place = (min if way > 0 else max)(ahead or places)
        if go_to_claim(context, ground.claims[place]):
            number = places.index(place) + 1
            context.say(f"Unanswered objection {number:,} of {len(places):,} in the map.")

    def _look(self) -> None:
        """Looks through the map: a large one in a thread, and shows what is known till then."""
        context = self._map
        if len(context.session.debate.claims) <= AT_ONCE:
            self.ground, self._is_outdated = ground_of(context.session.debate), False
        elif not self._is_looking:
            self._is_looking = True
            context.run_beside(self._look_beside(), group="overview")

    async def _look_beside(self) -> None:
        session, seeking = self._map.session, self._map.feature(Finder).seeking
        try:
            await sleep(REST)
            # What a search has to know of the map is found out first, and used here.
            while seeking.is_preparing:
                await sleep(_PAUSE)
            work = partial(_ground_in, reading=self._map.outline.known[0])
            with suppress(OutdatedError):
                await run_on_snapshot(session, work, partial(self._take, session), tries=1)
        finally:
            self._is_looking = False
        if self._map.is_attached:
            self.renew()

    def _take(self, session: object, ground: Ground) -> None:
        if session is self._map.session:
            self.ground, self._is_outdated = ground, False
            self._map.outline.take_known(ground.reading)

    async def _place_hits(self, ground: Ground, hits: AbstractSet[str], height: int) -> None:
        places = await run(first_places, ground, height, hits)
        of = self._state(ground, hits)
        if height == self._height and _is_same(of, self._of) and self._map.is_attached:
            self._show(ground, places)

    def _show(self, ground: Ground, hits: Sequence[int]) -> None:
        bar = self._map.part(OverviewBar)
        self._hits = hits
        changes = ground.places(self._map.view.signs)
        unanswered, height = self._unanswered.known(ground), self._height
        bar.show(cells(ground, height, hits, changes, unanswered) if height else ())
        self.follow_view()

    def _state(self, ground: Ground, hits: object) -> tuple[object, ...]:
        """Returns what the cells are drawn from."""
        return ground, hits, self._map.view.signs, self._unanswered.known(ground)

    def _cells(self, ground: Ground) -> int:
        """Returns how many cells the bar has: as many as there are lines beside it."""
        lines = max(self._view.virtual_size.height, min(_LEAST, len(ground.claims)))
        return min(self._map.part(OverviewBar).size.height, lines)

    @property
    def _view(self) -> "OutlineView | MapView":
        """The view that the bar stands beside."""
        active = self._map.feature(Views).active
        return active if active is not None and not active.STANDS_BESIDE else self._map.view

    def _extent(self, ground: Ground, height: int) -> Collection[int]:
        """Returns the cells of the claims in sight, and where these are in order, between them."""
        view: Sight = self._view
        debate, number = self._map.session.debate, len(ground.claims)
        claims = view.claims_in_sight()
        at_home = [claim for claim in claims if len(debate.links_from(claim)) < 2]  # noqa: PLR2004
        places = [ground.order[claim] for claim in at_home or claims if claim in ground.order]
        if not places:
            return ()
        if view.is_in_reading_order:
            first = cell_of(min(places), height, number)
            return range(first, cell_of(max(places), height, number) + 1)
        return {cell_of(place, height, number) for place in places}

    def _watch(self) -> None:
        """Follows the scrolling of each view from when it is first shown."""
        bar = self._map.part(OverviewBar)
        for view in (self._map.view, *self._map.feature(Views).shown):
            if view not in self._watched:
                self._watched.add(view)
                bar.watch(view, "scroll_y", self.follow_view, init=False)
                # One that was never laid out shows nothing yet.
                bar.call_after_refresh(self.follow_view)


def _is_same(one: tuple[object, ...], other: tuple[object, ...]) -> bool:
    """Tells whether cells were drawn from the very same."""
    return len(one) == len(other) and all(map(is_, one, other))


def _ground_in(snapshot: "SessionSnapshot", reading: Reading | None) -> Ground:
    return ground_of(snapshot.debate, reading, give_way)

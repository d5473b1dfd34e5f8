"""Find what a query asks for: between two keys, or in a thread where the map is large."""

import asyncio
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Final, NamedTuple

from debatemap.core import collector
from debatemap.core.search import Index
from debatemap.filtering import FilterFacts
from debatemap.tui.features.comparing.comparing import Comparing
from debatemap.tui.features.comparing.review import Review
from debatemap.tui.features.finding.asked import Asked, Finds
from debatemap.tui.features.judging.judging import Judging
from debatemap.views.outline.above import Above
from debatemap.workspace.background import run

if TYPE_CHECKING:
    from debatemap.core.change import Change
    from debatemap.judge.judgement import Judgement
    from debatemap.tui.context import MapContext
    from debatemap.workspace.session import Session

__all__ = ["AT_ONCE", "Seeking"]

AT_ONCE: Final = 5_000
"""Claims of a map that are searched before the next key; more are searched in a thread."""
_WAIT: Final = 0.05


class _Sought(NamedTuple):
    """A query whose finds are waited for, and what takes them."""

    asked: Asked
    take: Callable[[Finds], None]
    is_filter: bool


class _Ground(NamedTuple):
    """A snapshot of the map and what was looked up in it, for a thread alone."""

    facts: FilterFacts
    above: list[Above]
    """What stands above what, once that is known."""

    def find(
        self,
        asked: Asked,
        is_filter: bool,  # noqa: FBT001  (a thread is given inputs by their places)
        judgement: "Judgement | None" = None,
    ) -> Finds:
        """Returns what matches; for a filter, with what stands above that."""
        finds = asked.find(self.facts, judgement)
        if not is_filter or not finds.hits:
            return finds
        if not self.above:
            self.above.append(Above(self.facts.debate))
        matches = finds.matches or frozenset(finds.hits)
        return finds._replace(above=self.above[0].beyond(matches))


class Seeking:
    """Finds claims, and hands them over as long as nothing else is sought."""

    def __init__(self, context: "MapContext") -> None:
        self._map = context
        self._index: Index | None = None
        self._facts: FilterFacts | None = None
        self._ground: _Ground | None = None
        self._sought: _Sought | None = None
        self._is_seeking = False
        self._changed_then: frozenset[str] = frozenset()

    @property
    def is_seeking(self) -> bool:
        """Whether finds are waited for."""
        return self._sought is not None

    @property
    def index(self) -> Index:
        """The words of the map's claims, gathered when they are first searched."""
        if self._index is None:
            self._index = Index(self._map.session.debate)
        return self._index

    @property
    def facts(self) -> FilterFacts:
        """What a query may ask of the map as it is now."""
        debate = self._map.session.debate
        if self._facts is None or self._facts.debate is not debate:
            judging = self._map.feature(Judging)
            self._facts = FilterFacts(
                debate, self.index, lambda: judging.ready, lambda: self._changed
            )
        return self._facts

    @property
    def _changed(self) -> frozenset[str]:
        """The claims that are new to the reader, or other than in what is compared."""
        return frozenset({*self._map.feature(Review).unseen, *self._map.feature(Comparing).signs})

    def seek(self, asked: Asked, take: Callable[[Finds], None], *, is_filter: bool = False) -> bool:
        """Finds claims; what was sought before is not sought any more.

        Args:
            asked: The query.
            take: Is given what matches: at once, or once it is found, unless something else is
                sought by then.
            is_filter: Whether what stands above the finds is needed as well.

        Returns:
            Whether it was at once.
        """
        self._sought = None
        is_judged = not asked.needs_judgement or self._map.feature(Judging).ready is not None
        if asked.filter is None:
            take(Finds((), asked.fault))
            return True
        if is_judged and len(self._map.session.debate.claims) <= AT_ONCE:
            take(asked.find(self.facts))
            return True
        self._sought = _Sought(asked, take, is_filter)
        if not self._is_seeking:
            self._is_seeking = True
            self._map.run_beside(self._seek(), group="seeking")
        return False

    def drop(self) -> None:
        """Seeks nothing any more."""
        self._sought = None

    async def _seek(self) -> None:
        """Finds what is sought in a thread, again where the map was changed meanwhile."""
        context = self._map
        try:
            while (sought := self._sought) is not None:
                session, revision = context.session, context.session.revision
                finds = await self._find(sought)
                is_same = (session, revision) == (context.session, context.session.revision)
                if finds is not None and is_same and self._sought is sought:
                    self._sought = None
                    if context.is_attached:
                        sought.take(finds)
        finally:
            self._is_seeking, left, self._sought = False, self._sought, None
            if left is not None and context.is_attached:
                left.take(Finds())

    async def _find(self, sought: _Sought) -> Finds | None:
        """Returns what matches, or None where the map was changed or something else is sought."""
        session, judging = self._map.session, self._map.feature(Judging)
        if not sought.asked.needs_judgement:
            ground = self._snapshot()
            with collector.paused():
                finds = await run(ground.find, sought.asked, sought.is_filter)
            self._take_up(ground, session)
            return finds
        while judging.ready is None:
            if self._sought is not sought:
                return None
            await asyncio.sleep(_WAIT)
        ground = self._snapshot()
        return await judging.ask(partial(ground.find, sought.asked, sought.is_filter))

    def _snapshot(self) -> _Ground:
        """Returns the map as it is now, for a thread."""
        self._changed_then = self._changed
        if self._ground is None:
            debate = self._map.session.snapshot().debate
            index = self._index.on(debate) if self._index is not None else None
            facts = FilterFacts(debate, index, lambda: None, lambda: self._changed_then)
            self._ground = _Ground(facts, [])
        return self._ground

    def _take_up(self, ground: _Ground, session: "Session") -> None:
        """Keeps the words that were gathered in a thread, unless the map was changed meanwhile."""
        if self._index is None and self._ground is ground and self._map.session is session:
            self._index = ground.facts.index.on(session.debate)

    def follow(self, change: "Change") -> None:
        """Takes up a change of the map."""
        self._facts = self._ground = None
        if self._index is not None:
            self._index.follow(change)

    def forget(self) -> None:
        """Begins anew, as for another map."""
        self._index = self._facts = self._ground = None

"""Find what a query asks for: between two keys, or in a thread where that would take long."""

import asyncio
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Final, NamedTuple

from debatemap.core import collector
from debatemap.core.search import Index
from debatemap.tui.features.comparing.comparing import Comparing
from debatemap.tui.features.comparing.review import Review
from debatemap.tui.features.finding.asked import Asked, Finds
from debatemap.tui.features.finding.search_ground import Known, SearchGround, known_of
from debatemap.tui.features.judging.judging import Judging
from debatemap.workspace.background import run

if TYPE_CHECKING:
    from debatemap.core.change import Change
    from debatemap.filtering import FilterFacts
    from debatemap.tui.context import MapContext
    from debatemap.workspace.session import Session

__all__ = ["AT_ONCE", "Seeking"]

AT_ONCE: Final = 5_000
"""Claims of a map that are searched before the next key, whatever is asked of them."""
_WORDS_AT_ONCE: Final = 200_000
"""Claims in which words are looked for before the next key, once the index is there."""
_FEW_WORDS: Final = 8
_WAIT: Final = 0.05
_MOMENT: Final = 0.005
_REST: Final = 0.3
"""Seconds after which a map that was opened is made ready: its first paint goes before."""


class _Sought(NamedTuple):
    """A query whose finds are waited for, and what takes them."""

    asked: Asked
    take: Callable[[Finds], None]
    is_filter: bool


class Seeking:
    """Finds claims, and hands them over as long as nothing else is sought.

    Attributes:
        is_preparing: Whether what a search has to know of a large map is being found out.
    """

    def __init__(self, context: "MapContext") -> None:
        self._map = context
        self._index: Index | None = None
        self._facts: FilterFacts | None = None
        self._ground: SearchGround | None = None
        self._sought: _Sought | None = None
        self._is_seeking = self._is_to_prepare = False
        self.is_preparing = False
        self._missed: list[Change] = []
        """What was changed while the map was made ready."""
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
    def facts(self) -> "FilterFacts":
        """What a query may ask of the map as it is now."""
        debate = self._map.session.debate
        if self._facts is None or self._facts.debate is not debate:
            judging = self._map.feature(Judging)
            from debatemap.filtering import FilterFacts  # noqa: PLC0415  (a map opens without it)

            self._facts = FilterFacts(
                debate, self.index, lambda: judging.ready, lambda: self._changed
            )
        return self._facts

    @property
    def _changed(self) -> frozenset[str]:
        """The claims that are new to the reader, or other than in what is compared."""
        return frozenset({*self._map.feature(Review).unseen, *self._map.feature(Comparing).signs})

    def begin(self) -> None:
        """Makes a large map ready to be searched, soon after it is shown or changed."""
        if len(self._map.session.debate.claims) > AT_ONCE and not self._is_to_prepare:
            self._is_to_prepare = True
            self._map.run_beside(self._prepare_at_rest(self._map.session), group="seeking")

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
        if asked.filter is None:
            take(Finds(fault=asked.fault))
            return True
        if self._is_quick(asked, is_filter=is_filter):
            take(asked.find(self.facts))
            return True
        self._sought = _Sought(asked, take, is_filter)
        if not self._is_seeking:
            self._is_seeking = True
            self._map.run_beside(self._seek(), group="seeking")
        return False

    def _is_quick(self, asked: Asked, *, is_filter: bool) -> bool:
        """Tells whether finds are there before the next key."""
        claims = len(self._map.session.debate.claims)
        if claims <= AT_ONCE:
            return not asked.needs_judgement or self._map.feature(Judging).ready is not None
        reading, above = self._map.outline.known
        is_ready = self._index is not None and above is not None and (is_filter or reading)
        words = asked.words.words if asked.words is not None else ()
        is_of_words = asked.filter is not None and asked.filter.is_of_words
        is_plain = is_of_words and len(words) <= _FEW_WORDS
        return bool(is_ready and is_plain and claims <= _WORDS_AT_ONCE)

    def drop(self) -> None:
        """Seeks nothing any more."""
        self._sought = None

    async def _seek(self) -> None:
        """Finds what is sought in a thread, again where the map was changed meanwhile."""
        context = self._map
        try:
            while (sought := self._sought) is not None:
                await self._prepare()
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
        judging = self._map.feature(Judging)
        if not sought.asked.needs_judgement:
            with collector.paused():
                return await run(self._snapshot().find, sought.asked, sought.is_filter)
        while judging.ready is None:
            if self._sought is not sought:
                return None
            await asyncio.sleep(_WAIT)
        ground = self._snapshot()
        return await judging.ask(partial(ground.find, sought.asked, sought.is_filter))

    def _snapshot(self) -> SearchGround:
        """Returns the map as it is now, for a thread."""
        self._changed_then = self._changed
        if self._ground is None:
            from debatemap.filtering import FilterFacts  # noqa: PLC0415  (a map opens without it)

            debate = self._map.session.snapshot().debate
            index = self.index.on(debate)
            facts = FilterFacts(debate, index, lambda: None, lambda: self._changed_then)
            self._ground = SearchGround(facts, self._map.outline.above.on(debate))
        return self._ground

    async def _prepare_at_rest(self, session: "Session") -> None:
        await asyncio.sleep(_REST)
        self._is_to_prepare = False
        if self._map.session is session and self._map.is_attached:
            await self._prepare()

    async def _prepare(self) -> None:
        """Finds out in a thread what searching the map takes, unless it is known already."""
        while self.is_preparing:
            await asyncio.sleep(_MOMENT)
        session, (reading, above) = self._map.session, self._map.outline.known
        is_read = reading is not None and reading.knows_places
        if self._index is not None and is_read and above is not None:
            return
        self.is_preparing, self._missed = True, []
        try:
            snapshot = session.snapshot().debate
            index = self._index.on(snapshot) if self._index is not None else None
            above = above.on(snapshot) if above is not None else None
            with collector.paused(keep=True):
                known = await run(known_of, snapshot, index, reading, above)
            if self._map.session is session:
                self._take_up(known)
        finally:
            self.is_preparing = False

    def _take_up(self, known: Known) -> None:
        """Keeps what was found out in a thread, and lets it follow what was changed meanwhile."""
        debate, outline = self._map.session.debate, self._map.outline
        index, above = known.words.on(debate), known.above.on(debate)
        for change in self._missed:
            index.follow(change)
            above.follow(change)
        self._index = self._index or index
        is_in_order = not any(change.moves_claims for change in self._missed)
        reading = known.reading if is_in_order else None
        outline.take_known(outline.known[0] or reading, outline.known[1] or above)

    def follow(self, change: "Change") -> None:
        """Takes up a change of the map."""
        self._facts = self._ground = None
        if self._index is not None:
            self._index.follow(change)
        if self.is_preparing:
            self._missed.append(change)
        if change.moves_claims:
            self.begin()

    def forget(self) -> None:
        """Begins anew, as for another map."""
        self._index = self._facts = self._ground = None

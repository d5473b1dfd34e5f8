"""Pairs of claims of the open map that may make one point, until each is settled."""

from typing import TYPE_CHECKING

from debatemap.store.distinct_pairs import DISTINCT, MOST_PAIRS
from debatemap.workspace.background import run_on_snapshot

if TYPE_CHECKING:
    from debatemap.similarity import LikelyPair
    from debatemap.tui.context import MapContext
    from debatemap.workspace.snapshot import SessionSnapshot

__all__ = ["LikelyDuplicates"]


class LikelyDuplicates:
    """The pairs that are left to be looked at, and those that are known to be two points.

    Attributes:
        is_known: Whether the pairs were looked for.
        at: The index of the pair that was settled last.
    """

    def __init__(self, context: "MapContext") -> None:
        self._map = context
        self._pairs: list[LikelyPair] = []
        self.is_known = False
        self.at = 0

    @property
    def left(self) -> "list[LikelyPair]":
        """The pairs of which both claims are in the map still, the likeliest first."""
        claims = self._map.session.debate.claims
        return [each for each in self._pairs if each.first in claims and each.second in claims]

    async def look(self) -> None:
        """Looks for the pairs in a thread, on a snapshot."""
        session = self._map.session
        known = set(DISTINCT.load(session.path, session.debate.header.id))

        def work(snapshot: "SessionSnapshot") -> "list[LikelyPair]":
            from debatemap.similarity import likely_pairs  # noqa: PLC0415  (a map opens without it)

            return likely_pairs(snapshot.debate, without=known)

        def take(pairs: "list[LikelyPair]") -> None:
            self._pairs, self.is_known = pairs, True

        await run_on_snapshot(session, work, take)

    def part(self, pair: "LikelyPair") -> None:
        """Remembers that a pair is two points, now and for the next time."""
        session = self._map.session
        self._pairs.remove(pair)
        map_id = session.debate.header.id
        known = set(DISTINCT.load(session.path, map_id))
        known.add((min(pair.first, pair.second), max(pair.first, pair.second)))
        DISTINCT.save(session.path, map_id, sorted(known)[:MOST_PAIRS])

    def put_off(self, pair: "LikelyPair") -> None:
        """Puts a pair behind the others."""
        self._pairs.remove(pair)
        self._pairs.append(pair)

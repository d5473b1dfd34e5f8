"""The queries of a map that are known: those with a name, and those that were asked last."""

from typing import TYPE_CHECKING

from debatemap.store.filter_state import FILTERS, MOST_ASKED, FilterState

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from debatemap.tui.context import MapContext

__all__ = ["KnownQueries"]


class KnownQueries:
    """What was asked of a map, read when it is first needed and kept at each change."""

    def __init__(self, context: "MapContext") -> None:
        self._map = context
        self._state: FilterState | None = None

    @property
    def named(self) -> "Mapping[str, str]":
        """The queries that have a name, by that."""
        return self._known.named

    @property
    def asked(self) -> "Sequence[str]":
        """The queries that were asked, the last one first."""
        return self._known.asked

    def forget(self) -> None:
        """Begins anew, as for another map."""
        self._state = None

    def note(self, query: str) -> None:
        """Takes a query for the one that was asked last."""
        others = [each for each in self._known.asked if each != query]
        self._keep(self._known._replace(asked=[query, *others][:MOST_ASKED]))

    def name(self, name: str, query: str) -> None:
        """Gives a query a name, in the place of one that has it."""
        self._keep(self._known._replace(named={**self._known.named, name: query}))

    def drop(self, name: str) -> None:
        """Forgets the query of a name."""
        left = {each: query for each, query in self._known.named.items() if each != name}
        self._keep(self._known._replace(named=left))

    def unask(self, query: str) -> None:
        """Forgets that a query was asked."""
        left = [each for each in self._known.asked if each != query]
        self._keep(self._known._replace(asked=left))

    def name_of(self, query: str) -> str:
        """Returns the name of a query; empty where it has none."""
        return next((name for name, each in self.named.items() if each == query), "")

    @property
    def _known(self) -> FilterState:
        if self._state is None:
            session = self._map.session
            self._state = FILTERS.load(session.path, session.debate.header.id)
        return self._state

    def _keep(self, state: FilterState) -> None:
        session, self._state = self._map.session, state
        FILTERS.save(session.path, session.debate.header.id, state)

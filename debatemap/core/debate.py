"""The debate: its records, the graph that they make, and the only way for changes."""

from bisect import bisect, bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

import networkx as nx

from debatemap.core.change import HEADER, Change
from debatemap.core.model import Claim, Header, Link, Ratings, Source

if TYPE_CHECKING:
    Graph = nx.DiGraph[str]
    _Connected = tuple[Graph, dict[str, set[str]]]

__all__ = ["Debate", "StaleChangeError", "Step"]

_NONE: tuple[str, ...] = ()

Step = tuple[str, str, tuple[str, ...]]
"""A link into a node: its `pos`, its id, its premises."""
_NODE_KINDS = {"claims": "claim", "links": "link"}


class StaleChangeError(ValueError):
    """A change was made for another state of the debate than the one it met."""


class Debate:
    """Claims and the links between them.

    The records are read through `claims`, `links`, `sources`, `stances` and `header`; the
    shape is read through `graph`, `links_into` and `links_from`. Nothing writes to any of
    them but `apply`.

    A snapshot shares the records, which never change, and reads like the debate that it was
    taken of; it takes no change, so that any thread may read it.

    Attributes:
        is_snapshot: Whether this is a debate as it was at one moment.
        is_live: Whether it is the debate of an open map. One thread alone reads and changes it.
        into: The links into each claim and link that has any, in the order of their `pos`.
        steps: The same links, each as (`pos`, id, premises): a walk over the whole debate
            then looks up no link, which would take most of its time.

    Examples:
        >>> debate = Debate(Header("m", theses=("a",)), {"a": Claim("It rains.")})
        >>> debate.apply(Change("add", claims={"b": (None, Claim("The street is wet."))},
        ...     links={"l": (None, Link(("b",), "supports", "a"))}))
        >>> list(debate.graph.edges), debate.links_into("a")
        ([('b', 'l'), ('l', 'a')], ['l'])
    """

    def __init__(
        self,
        header: Header,
        claims: Mapping[str, Claim] | None = None,
        links: Mapping[str, Link] | None = None,
        sources: Mapping[str, Source] | None = None,
        stances: Mapping[str, Ratings] | None = None,
    ) -> None:
        self._records: dict[str, dict[str, Any]] = {
            "header": {HEADER: header},
            "claims": dict(claims or {}),
            "links": dict(links or {}),
            "sources": dict(sources or {}),
            "stances": dict(stances or {}),
        }
        self.claims: Mapping[str, Claim] = MappingProxyType(self._records["claims"])
        self.links: Mapping[str, Link] = MappingProxyType(self._records["links"])
        self.sources: Mapping[str, Source] = MappingProxyType(self._records["sources"])
        self.stances: Mapping[str, Ratings] = MappingProxyType(self._records["stances"])
        self._into: dict[str, list[str]] = {}
        self.into: Mapping[str, Sequence[str]] = MappingProxyType(self._into)
        self._steps: dict[str, list[Step]] = {}
        self.steps: Mapping[str, Sequence[Step]] = MappingProxyType(self._steps)
        self._theses = frozenset(header.theses)
        self._own: set[str] | None = None
        self.is_snapshot = self.is_live = False
        self._order_links()
        self._connected: _Connected | None = self._connect_all()
        self._from: Mapping[str, Sequence[str]] | None = None

    def snapshot(self) -> "Debate":
        """Returns the debate as it is now, for a thread of its own.

        It costs a copy of each table and none of the records; the graph is made anew by whoever
        asks for it first.
        """
        taken: Debate = object.__new__(type(self))
        taken.__dict__.update(self.__dict__)
        taken._records = self.tables()
        taken._into, taken._steps = self._into.copy(), self._steps.copy()
        for table in ("claims", "links", "sources", "stances"):
            setattr(taken, table, MappingProxyType(taken._records[table]))
        taken.into, taken.steps = MappingProxyType(taken._into), MappingProxyType(taken._steps)
        taken._connected = taken._from = None
        taken.is_snapshot, taken.is_live = True, False
        # From now on the lists of links are shared, and the next change of one copies it first.
        self._own = set()
        return taken

    def copy(self) -> "Debate":
        """Returns another debate that says the same and can be changed by itself."""
        tables = self.tables()
        return Debate(tables.pop("header")[HEADER], **tables)

    @property
    def graph(self) -> "Graph":
        """Claims and links as nodes, edges premise → link → target.

        Each node carries its `kind`, "claim" or "link". An end that does not exist has no node.
        """
        return self._connections[0]

    @property
    def _loose(self) -> dict[str, set[str]]:
        """Links by the id that they name in vain."""
        return self._connections[1]

    @property
    def _connections(self) -> "_Connected":
        """The graph and the loose ends; two threads that make them at once make the same."""
        if self._connected is None:
            self._connected = self._connect_all()
        return self._connected

    @property
    def header(self) -> Header:
        """The map's id, title and theses."""
        header: Header = self._records["header"][HEADER]
        return header

    @property
    def dangling(self) -> Mapping[str, frozenset[str]]:
        """Links by the id that they name and that does not exist."""
        return {missing: frozenset(links) for missing, links in self._loose.items() if links}

    def tables(self) -> dict[str, dict[str, Any]]:
        """Returns copies of the tables of records, which stay as they are now."""
        return {table: records.copy() for table, records in self._records.items()}

    def links_into(self, target: str) -> Sequence[str]:
        """Returns the links into a claim or a link, in the order of their `pos`."""
        return self.into.get(target, _NONE)

    def links_from(self, claim: str) -> list[str]:
        """Returns the links that a claim is a premise of."""
        if claim not in self.claims:
            return []
        if self._connected is not None:
            return list(self.graph.successors(claim))
        if self._from is None:
            self._from = self._by_premise()
        return list(self._from.get(claim, _NONE))

    def is_thesis(self, claim: str) -> bool:
        """Tells whether the debate is about this claim."""
        return claim in self._theses

    def is_placed(self, claim: str) -> bool:
        """Tells whether the claim is a thesis or a premise of a link whose target exists."""
        return claim in self._theses or any(
            self.links[link].target in self.claims or self.links[link].target in self.links
            for link in self.links_from(claim)
        )

    def claim_graph(self) -> "nx.MultiDiGraph[str]":
        """Returns a copy with claims only: an edge from each premise to the claim it is for.

        Nodes carry `text`; edges carry `stance` and are keyed by the link's id. A link into
        a link has no place here; `graph` shows it.

        Examples:
            >>> debate = Debate(Header("m"), {"a": Claim("It rains."), "b": Claim("Wet.")},
            ...     {"l": Link(("b",), "supports", "a")})
            >>> list(debate.claim_graph().edges(keys=True, data="stance"))
            [('b', 'a', 'l', 'supports')]
        """
        graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
        for claim_id, claim in self.claims.items():
            graph.add_node(claim_id, text=claim.text)
        for link_id, link in self.links.items():
            for premise in link.premises:
                if premise in self.claims and link.target in self.claims:
                    graph.add_edge(premise, link.target, key=link_id, stance=link.stance)
        return graph

    def apply(self, change: Change) -> None:
        """Puts a change into effect, all of it or nothing.

        Args:
            change: The records before and after. What stands before must be what is here.

        Raises:
            StaleChangeError: A record is not what the change says it was.
            TypeError: This is a snapshot.
        """
        if self.is_snapshot:
            message = "a snapshot takes no change"
            raise TypeError(message)
        for table, key, before, _ in change.edits():
            if self._records[table].get(key) != before:
                raise StaleChangeError(f"{table}.{key} has changed since this edit was made")
        for link_id, (before, after) in change.links.items():
            if before is not None and (after is None or _shape(before) != _shape(after)):
                self._detach(link_id, before)
        for table, key, _, after in change.edits():
            if after is None:
                self._records[table].pop(key, None)
            else:
                self._records[table][key] = after
        self._renew_nodes(change)
        for link_id, (before, after) in change.links.items():
            if after is not None and (before is None or _shape(before) != _shape(after)):
                self._attach(link_id, after)

    def _order_links(self) -> None:
        """Sorts the links into each node."""
        steps = self._steps
        for link_id, link in self._records["links"].items():
            step = link.pos, link_id, link.premises
            if link.target in steps:
                steps[link.target].append(step)
            else:
                steps[link.target] = [step]
        for target, siblings in steps.items():
            if len(siblings) > 1:
                siblings.sort()
            self._into[target] = [step[1] for step in siblings]

    def _connect_all(self) -> "_Connected":
        """Returns the graph of the records, and the links that name what does not exist."""
        graph: Graph = nx.DiGraph()
        loose: dict[str, set[str]] = {}
        links = self._records["links"]
        graph.add_nodes_from(self._records["claims"], kind="claim")
        graph.add_nodes_from(links, kind="link")
        graph.add_edges_from(self._live_edges(links.items(), loose))
        return graph, loose

    def _by_premise(self) -> dict[str, list[str]]:
        """Returns the links from each claim: a part of the graph that is made in no time."""
        found: dict[str, list[str]] = {}
        for link_id, link in self._records["links"].items():
            for premise in dict.fromkeys(link.premises):
                found.setdefault(premise, []).append(link_id)
        return found

    def _live_edges(
        self, links: Iterable[tuple[str, Link]], loose: dict[str, set[str]]
    ) -> Iterator[tuple[str, str]]:
        """Yields the edges between nodes that exist, and notes the ends that do not."""
        claims, nodes = self._records["claims"], self._records["links"]
        for link_id, link in links:
            target = link.target
            for premise in link.premises:
                if premise in claims:
                    yield premise, link_id
                else:
                    loose.setdefault(premise, set()).add(link_id)
            if target in claims or target in nodes:
                yield link_id, target
            else:
                loose.setdefault(target, set()).add(link_id)

    def _renew_nodes(self, change: Change) -> None:
        self._theses = frozenset(self.header.theses) if change.header else self._theses
        nodes = [edit for edit in change.edits() if edit[0] in _NODE_KINDS]
        # What goes, goes first: an id may pass from a claim to a link.
        for _, key, _, after in nodes:
            if after is None:
                self._remove_node(key)
        for table, key, before, _ in nodes:
            if before is None:
                self.graph.add_node(key, kind=_NODE_KINDS[table])
                for link_id in self._loose.pop(key, ()):
                    self._connect(link_id, self.links[link_id])

    def _remove_node(self, key: str) -> None:
        """Takes a record out of the graph; links that still name it now dangle."""
        ends = [*self.graph.successors(key), *self.graph.predecessors(key)]
        self.graph.remove_node(key)
        for end in ends:
            link = self.links.get(end)
            if link is not None and (key == link.target or key in link.premises):
                self._loose.setdefault(key, set()).add(end)

    def _connect(self, link_id: str, link: Link) -> None:
        self.graph.add_edges_from(self._live_edges([(link_id, link)], self._loose))

    def _attach(self, link_id: str, link: Link) -> None:
        self._connect(link_id, link)
        step = link.pos, link_id, link.premises
        siblings, ids = self._own_lists(link.target)
        place = bisect(siblings, step)
        siblings.insert(place, step)
        ids.insert(place, link_id)

    def _own_lists(self, target: str) -> tuple[list[Step], list[str]]:
        """Returns the links into a node as lists that no snapshot shares."""
        siblings, ids = self._steps.setdefault(target, []), self._into.setdefault(target, [])
        if self._own is None or target in self._own:
            return siblings, ids
        self._own.add(target)
        self._steps[target], self._into[target] = siblings.copy(), ids.copy()
        return self._steps[target], self._into[target]

    def _detach(self, link_id: str, link: Link) -> None:
        for premise in link.premises:
            if premise in self.claims and self.graph.has_edge(premise, link_id):
                self.graph.remove_edge(premise, link_id)
            self._loose.get(premise, set()).discard(link_id)
        if self.graph.has_edge(link_id, link.target):
            self.graph.remove_edge(link_id, link.target)
        self._loose.get(link.target, set()).discard(link_id)
        siblings, ids = self._own_lists(link.target)
        place = bisect_left(siblings, (link.pos, link_id, link.premises))
        del siblings[place], ids[place]
        if not siblings:
            del self._steps[link.target], self._into[link.target]


def _shape(link: Link) -> tuple[tuple[str, ...], str, str]:
    """Returns what a link's edges and its place among its siblings depend on."""
    return link.premises, link.target, link.pos

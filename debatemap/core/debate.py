"""The debate: its records, the graph that they make, and the only way for changes."""

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from debatemap.core.change import HEADER, Change
from debatemap.core.link_ends import LinkEnds, Step
from debatemap.core.model import Claim, Header, Link, Ratings, Source, Stance
from debatemap.core.same_records import differing

if TYPE_CHECKING:
    import networkx as nx

    Graph = nx.DiGraph[str]

__all__ = ["Debate", "StaleChangeError", "Step"]

_NONE: tuple[str, ...] = ()
_NO_STEPS: tuple[Step, ...] = ()
_FEW = 50
"""One link in so many is put into its place by itself; of more, to sort them all is sooner done."""


class StaleChangeError(ValueError):
    """A change was made for another state of the debate than the one it met."""


class Debate:
    """Claims and the links between them.

    The records are read through `claims`, `links`, `sources`, `stances` and `header`; the
    shape is read through `graph`, `links_into` and `links_from`. Nothing writes to any of
    them but `apply`. The graph is made when it is first asked for, and kept up from then on: most
    of what is asked of a debate needs no graph, and networkx takes long to import.

    A snapshot shares the records, which never change, and reads like the debate that it was
    taken of; it takes no change, so that any thread may read it.

    Attributes:
        is_snapshot: Whether this is a debate as it was at one moment.
        is_live: Whether it is the debate of an open map. One thread alone reads and changes it.
        steps: The links into each claim and link that has any, in the order of their `pos`, each
            as (`pos`, id, premises, stance): a walk over the whole debate then looks up no link,
            which would take most of its time.

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
        self._put_records(header, claims, links, sources, stances)
        self._order_links()

    def _put_records(
        self,
        header: Header,
        claims: Mapping[str, Claim] | None,
        links: Mapping[str, Link] | None,
        sources: Mapping[str, Source] | None,
        stances: Mapping[str, Ratings] | None,
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
        self._steps: dict[str, list[Step]] = {}
        self.steps: Mapping[str, Sequence[Step]] = MappingProxyType(self._steps)
        self._theses = frozenset(header.theses)
        self._own: set[str] | None = None
        self.is_snapshot = self.is_live = False
        self._before_change: dict[Callable[[], None], None] = {}
        self._graph: Graph | None = None
        self._found_ends: LinkEnds | None = None

    def version(
        self,
        header: Header,
        claims: Mapping[str, Claim],
        links: Mapping[str, Link],
        sources: Mapping[str, Source],
        stances: Mapping[str, Ratings],
    ) -> "Debate":
        """Returns a debate of records most of which are the very ones that stand here.

        It is the one that they make by themselves. But only the links that are not the same are
        put in order, and both debates share the lists of the others until one of them changes.
        """
        unlike = differing(self.links, links)
        if len(unlike) * _FEW > len(links):
            return Debate(header, claims, links, sources, stances)
        made: Debate = object.__new__(type(self))
        made._put_records(header, claims, links, sources, stances)
        made._steps.update(self._steps)
        self._own, made._own = set(), set()
        pairs = [(key, self.links.get(key), made.links.get(key)) for key in unlike]
        moved = [pair for pair in pairs if _is_moved(*pair[1:])]
        for key, before, _ in moved:
            if before is not None:
                made._detach(key, before)
        for key, _, after in moved:
            if after is not None:
                made._attach(key, after)
        return made

    def snapshot(self) -> "Debate":
        """Returns the debate as it is now, for a thread of its own.

        It costs a copy of each table and none of the records; the graph and the links from each
        claim are made anew by whoever asks for them first.
        """
        taken: Debate = object.__new__(type(self))
        taken.__dict__.update(self.__dict__)
        taken._records = self.tables()
        taken._steps = self._steps.copy()
        for table in ("claims", "links", "sources", "stances"):
            setattr(taken, table, MappingProxyType(taken._records[table]))
        taken.steps = MappingProxyType(taken._steps)
        taken._graph = taken._found_ends = None
        taken._before_change = {}
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
        if self._graph is None:
            from debatemap.core.debate_graph import graph_of_records  # noqa: PLC0415  (networkx)

            self._graph = graph_of_records(self.claims, self.links)
        return self._graph

    @property
    def _ends(self) -> LinkEnds:
        """The links by their ends; two threads that make them at once make the same."""
        if self._found_ends is None:
            self._found_ends = LinkEnds(self.claims, self.links, self.steps)
        return self._found_ends

    def find_ends(self) -> None:
        """Finds the links from each claim, which the first key of who looks at a map needs."""
        self._found_ends = self._ends

    @property
    def header(self) -> Header:
        """The map's id, title and theses."""
        header: Header = self._records["header"][HEADER]
        return header

    @property
    def dangling(self) -> Mapping[str, frozenset[str]]:
        """Links by the id that they name and that does not exist."""
        return self._ends.dangling

    @property
    def links_by_premise(self) -> Mapping[str, Sequence[str]]:
        """The links that each claim is a premise of, by each that is one of any."""
        return self._ends.by_premise

    def tables(self) -> dict[str, dict[str, Any]]:
        """Returns copies of the tables of records, which stay as they are now."""
        return {table: records.copy() for table, records in self._records.items()}

    def links_into(self, target: str) -> Sequence[str]:
        """Returns the links into a claim or a link, in the order of their `pos`."""
        return [step[1] for step in self.steps.get(target, _NO_STEPS)]

    def links_from(self, claim: str) -> list[str]:
        """Returns the links that a claim is a premise of."""
        return list(self._ends.of(claim)) if claim in self.claims else []

    def exists(self, node: str) -> bool:
        """Tells whether there is a claim or a link of this id."""
        return node in self.claims or node in self.links

    def bears_on(self, node: str) -> Sequence[str]:
        """Returns the links that a claim is a premise of, or the target of a link.

        What does not exist bears on nothing, and nothing bears on it.
        """
        if node in self.claims:
            return self._ends.of(node)
        if node not in self.links:
            return _NONE
        target = self.links[node].target
        return (target,) if self.exists(target) else _NONE

    def is_thesis(self, claim: str) -> bool:
        """Tells whether the debate is about this claim."""
        return claim in self._theses

    def is_placed(self, claim: str) -> bool:
        """Tells whether the claim is a thesis or a premise of a link whose target exists."""
        return claim in self._theses or any(
            self.exists(self.links[link].target) for link in self.links_from(claim)
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
        import networkx as nx  # noqa: PLC0415  (as above: most of the time nobody asks for it)

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
        self._finish_what_was_begun()
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
        self._theses = frozenset(self.header.theses) if change.header else self._theses
        self._attach_links(change)
        if self._found_ends is not None:
            self._found_ends.follow(change)
        if self._graph is not None:
            self._renew_graph(self._graph, change)

    def _finish_what_was_begun(self) -> None:
        waiting, self._before_change = self._before_change, {}
        for act in waiting:
            act()

    def before_change(self, act: Callable[[], None]) -> None:
        """Has something done before the next change: what is made of the debate as it is now."""
        self._before_change[act] = None

    def _attach_links(self, change: Change) -> None:
        for link_id, (before, after) in change.links.items():
            if after is not None and (before is None or _shape(before) != _shape(after)):
                self._attach(link_id, after)

    def _order_links(self) -> None:
        """Sorts the links into each node."""
        grown: defaultdict[str, list[Step]] = defaultdict(list)
        for link_id, (premises, stance, target, pos, _) in self._records["links"].items():
            grown[target].append((pos, link_id, premises, stance))
        for siblings in grown.values():
            siblings.sort()
        self._steps.update(grown)

    def _renew_graph(self, graph: "Graph", change: Change) -> None:
        from debatemap.core.debate_graph import renew_graph  # noqa: PLC0415  (as above)

        named_by = [
            link
            for table in (change.claims, change.links)
            for key, (before, _) in table.items()
            if before is None
            for link in (*self.links_into(key), *self._ends.of(key))
        ]
        renew_graph(graph, change, self.claims, self.links, named_by)

    def _attach(self, link_id: str, link: Link) -> None:
        insort(self._own_steps(link.target), _step(link_id, link))

    def _own_steps(self, target: str) -> list[Step]:
        """Returns the links into a node as a list that no snapshot shares."""
        siblings = self._steps.setdefault(target, [])
        if self._own is None or target in self._own:
            return siblings
        self._own.add(target)
        self._steps[target] = siblings.copy()
        return self._steps[target]

    def _detach(self, link_id: str, link: Link) -> None:
        siblings = self._own_steps(link.target)
        del siblings[bisect_left(siblings, _step(link_id, link))]
        if not siblings:
            del self._steps[link.target]


def _step(link_id: str, link: Link) -> Step:
    return link.pos, link_id, link.premises, link.stance


def _is_moved(before: Link | None, after: Link | None) -> bool:
    """Tells whether a link is new, gone, or another one among those into its target."""
    return before is None or after is None or _shape(before) != _shape(after)


def _shape(link: Link) -> tuple[tuple[str, ...], Stance, str, str]:
    """Returns what is kept of a link among those into its target."""
    return link.premises, link.stance, link.target, link.pos

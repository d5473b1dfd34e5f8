"""A debate as a graph of claims and scheme nodes, for those formats that hold such."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from debatemap.core.debate import Debate
from debatemap.core.model import Claim
from debatemap.formats.argument.foreign_fields import cleaned, is_same
from debatemap.formats.argument.graph import Edge, Node
from debatemap.formats.argument.json_file import objects_in
from debatemap.formats.argument.own_records import node_record
from debatemap.formats.foreign_ids import FOREIGN_ID, derived_id

__all__ = ["Beside", "Projection", "beside_of"]


class Projection:
    """The nodes and edges of a debate, sorted by id, so that two files of one debate are the same.

    Attributes:
        ids: By the id of a claim or link, its id in the file: the one that a foreign file had.
    """

    def __init__(self, debate: Debate) -> None:
        self._debate = debate
        self._claims = sorted(debate.claims.items())
        self._links = sorted(debate.links.items())
        self.ids: dict[str, str] = {}
        taken = {*debate.claims, *debate.links}
        extras = [(key, claim.extra) for key, claim in self._claims]
        extras += [(key, link.extra) for key, link in self._links]
        for key, extra in extras:
            foreign = extra.get(FOREIGN_ID)
            self.ids[key] = key
            if isinstance(foreign, str) and foreign and foreign not in taken:
                taken.add(foreign)
                self.ids[key] = foreign

    def nodes(self) -> Iterator[tuple[str, Node]]:
        """Yields the claims and links, each with its id in the map."""
        for key, claim in self._claims:
            yield key, Node(self.ids[key], "claim", claim, claim.extra)
        for key, link in self._links:
            yield key, Node(self.ids[key], link.stance, Claim(""), link.extra)

    def edges(self) -> Iterator[Edge]:
        """Yields those from premises to links and on to targets, as far as both ends exist.

        None leads from a link to itself.
        """
        ids = self.ids
        for key, link in self._links:
            for premise in dict.fromkeys(link.premises):
                if premise in ids and premise != key:
                    yield Edge(ids[premise], ids[key])
            if link.target in ids and link.target != key:
                yield Edge(ids[key], ids[link.target])

    def named_edges(self) -> dict[str, Edge]:
        """Returns the edges by ids that are the same each time that the debate is written."""
        named: dict[str, Edge] = {}
        for edge in self.edges():
            key = derived_id("edge", edge.start, edge.end)
            if key in named:
                # A link can be another's premise and about it as well.
                key = derived_id("edge", edge.start, edge.end, "2")
            named[key] = edge
        return named

    def record(self, key: str, seen: Node) -> dict[str, Any]:
        """Returns what is written beside a node for this program.

        Args:
            key: The id of the claim or link.
            seen: What the node says without it, as it would be read.
        """
        claim = self._debate.claims.get(key)
        record = self._debate.links[key] if claim is None else claim
        return node_record(key, record, seen, self.ids)


class Beside(NamedTuple):
    """What of a foreign file is no claim and no step, as far as it can go out again.

    Attributes:
        nodes: Its nodes.
        edges: Its edges, from and to them.
        is_whole: Whether that is all, so that it comes back when the file is read.
    """

    nodes: list[dict[str, Any]]
    edges: list[dict[str, Any]]
    is_whole: bool


def beside_of(
    debate: Debate,
    keep_as: str,
    own: Iterable[str],
    id_of: Callable[[Mapping[str, Any]], str],
    ends_of: Callable[[Mapping[str, Any]], tuple[str, str]],
) -> Beside:
    """Returns what of a foreign file is kept beside the map.

    Args:
        debate: The debate.
        keep_as: The field of the map that keeps it.
        own: The ids in the file of its claims and links.
        id_of: Returns the id of a node.
        ends_of: Returns the ends of an edge.
    """
    whole = debate.header.extra.get(keep_as)
    kept = whole if isinstance(whole, Mapping) else {}
    shown = set(own)
    nodes = [each for each in objects_in(kept.get("nodes")) if id_of(each) not in shown]
    ids = {id_of(each) for each in nodes}
    there = shown | ids
    edges = [
        each
        for each in objects_in(kept.get("edges"))
        if there.issuperset(ends_of(each)) and not ids.isdisjoint(ends_of(each))
    ]
    same = [nodes, edges] == [kept.get("nodes"), kept.get("edges")] and len(ids) == len(nodes)
    return Beside(nodes, edges, same and is_same(cleaned([nodes, edges]), [nodes, edges]))

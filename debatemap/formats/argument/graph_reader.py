"""A debate from a graph of claims and scheme nodes, of this program's or another's making.

An edge from a claim to a step makes it a premise, one from a step to a claim or to another step
makes that the target. What is neither claim nor step is kept beside the map, to be written again.
"""

from collections.abc import Iterable, Iterator
from typing import Any, Final

from debatemap.core.errors import MapError
from debatemap.core.model import Header
from debatemap.core.text import clean
from debatemap.formats.argument.foreign_fields import as_bytes, cleaned
from debatemap.formats.argument.graph import OTHER, ArgumentGraph, Edge, Node
from debatemap.formats.argument.own_names import AUTHOR
from debatemap.formats.argument.own_records import (
    KEPT_APART,
    header_of,
    own_claim,
    own_link,
    tables_of,
)
from debatemap.formats.argument.step_ends import Ends, ends_of
from debatemap.formats.argument.theses import theses_of
from debatemap.formats.assembly import Assembly
from debatemap.formats.format import Imported
from debatemap.formats.native.codec import dump, parse

__all__ = ["debate_of_graph"]

_OF_ANOTHER_SHAPE: Final = (
    KeyError, TypeError, AttributeError, ValueError, IndexError, RecursionError,
)  # fmt: skip
"""What comes of a record that somebody else has changed."""


def debate_of_graph(graph: ArgumentGraph, assembly: Assembly, name: str) -> Imported:
    """Returns the debate of a file.

    Args:
        graph: The file.
        assembly: Where its sources are, and what was mended or lost in taking it in.
        name: What to call it.

    Raises:
        MapError: What this program wrote in it was changed into what no map can hold.
    """
    if graph.own is None and not any(node.own for node in graph.nodes):
        return _Reading(graph, assembly).imported(name)
    try:
        read = _Reading(graph, assembly).imported(name)
        # What a file may not say, such as a rating of 400, is refused as it is there.
        return read._replace(debate=parse(dump(read.debate), name).debate)
    except _OF_ANOTHER_SHAPE as error:
        problem = f"what debatemap wrote in it was changed into what no map can hold: {error!r}"
        advice = "Remove the keys “debatemap” to read it as another program's file."
        raise MapError(name, problem, advice=advice) from None


class _Reading:
    """The steps from a graph to a debate."""

    def __init__(self, graph: ArgumentGraph, assembly: Assembly) -> None:
        self._graph, self._assembly = graph, assembly
        self._nodes: dict[str, Node] = {}
        for node in _with_known_set_aside(graph):
            if node.id in self._nodes:
                assembly.repair("ids that stand twice", node.id, "lead to the first node")
                continue
            self._nodes[node.id] = node
        self._ids: dict[str, str] = {}
        """By the id of a node in the file, its id in the map."""

    def imported(self, name: str) -> Imported:
        """Returns the debate and the report."""
        self._take_claims()
        ends = ends_of(self._nodes, self._graph.edges, self._assembly)
        self._take_steps(ends)
        self._assembly.drop_loose_links()
        debate = self._assembly.debate(**self._about(name))
        assembly = self._assembly
        is_foreign = self._graph.own is None
        return assembly.imported(debate, is_foreign=is_foreign)

    def _take_claims(self) -> None:
        for node in self._nodes.values():
            if node.kind == "claim":
                claim = node.claim._replace(extra=node.extra)
                key = node.id
                if node.own:
                    claim, key = own_claim(node), str(node.own.get("id", node.id))
                self._ids[node.id] = self._assembly.add_claim(key, claim)

    def _take_steps(self, ends: Ends) -> None:
        steps = [node for node in self._nodes.values() if node.kind in ("supports", "attacks")]
        for node in steps:
            if node.own:
                key = str(node.own.get("id", node.id))
                self._ids[node.id] = self._assembly.keep_link(key, own_link(node))
            else:
                link = self._assembly.add_link(node.id, (), node.stance, "", node.extra)
                self._ids[node.id] = link
        for node in steps:
            premises = [self._ids[each] for each in ends.premises.get(node.id, ())]
            targets = [self._ids[each] for each in ends.targets.get(node.id, ())]
            if node.own:
                self._mend_own(node, premises, targets)
            else:
                self._join(node, premises, targets)
        for edge in ends.direct:
            start, end = self._ids[edge.start], self._ids[edge.end]
            self._assembly.add_link("", [start], "supports", end)

    def _join(self, node: Node, premises: list[str], targets: list[str]) -> None:
        """Gives a step its ends; one with several targets becomes several steps."""
        links, key = self._assembly.links, self._ids[node.id]
        target = targets[0] if targets else ""
        links[key] = links[key]._replace(premises=tuple(dict.fromkeys(premises)), target=target)
        for number, other in enumerate(targets[1:], start=2):
            self._assembly.repair("steps with several conclusions", node.id, "became one each")
            self._assembly.add_link(f"{key}-{number}", premises, node.stance, other, node.extra)

    def _mend_own(self, node: Node, premises: list[str], targets: list[str]) -> None:
        """Lets the edges of the file say what a step of this program's joins."""
        key = self._ids[node.id]
        link, missing = self._assembly.links[key], set((node.own or {}).get("missing", ()))
        there = {*premises, *missing}
        ends = [each for each in link.premises if each in there]
        known = set(ends)
        ends += [each for each in dict.fromkeys(premises) if each not in known]
        # In the native file a link stands in its first premise.
        ends.sort(key=lambda end: end not in self._assembly.claims)
        target = link.target
        if target not in targets and target not in missing:
            target = targets[0] if targets else ""
        mended = link._replace(premises=tuple(ends), target=target)
        whole = bool(target) and bool(ends) and ends[0] in self._assembly.claims
        self._assembly.keep_link(key, mended, is_whole=whole)

    def _about(self, name: str) -> dict[str, Any]:
        """Returns what the debate is called and is about."""
        graph = self._graph
        if graph.own is not None:
            sources, stances = tables_of(graph.own)
            self._assembly.sources.update(sources)
            header = header_of(graph.own, graph.title)
            return {"title": "", "stances": stances, "header": self._with_new(header)}
        theses = [self._ids[each] for each in graph.theses if each in self._ids]
        theses += theses_of(self._assembly.claims, self._assembly.links)
        title = graph.title or clean(name.replace("\\", "/").rsplit("/", 1)[-1].partition(".")[0])
        extra = {**graph.extra, **self._kept(self._unheld(), self._graph.edges)}
        return {"title": title, "theses": theses, "extra": extra}

    def _unheld(self) -> list[Node]:
        """Returns the nodes that the map does not hold, and counts those of other kinds."""
        held = {*self._assembly.claims, *self._assembly.links}
        nodes = [
            node
            for node in self._nodes.values()
            # What this program adds for others to see says nothing more.
            if self._ids.get(node.id) not in held and AUTHOR not in (node.own or ())
        ]
        for node in nodes:
            if node.noun and self._graph.own is None:
                self._assembly.lose(node.noun, node.id, "are kept in the file and not shown")
        return nodes

    def _kept(self, nodes: Iterable[Node], edges: Iterable[Edge]) -> dict[str, Any]:
        """Returns what is kept beside the map, by its key."""
        beside = {node.id: node for node in nodes}
        kept = {
            "nodes": [cleaned(node.raw) for node in beside.values()],
            "edges": [
                cleaned(edge.raw)
                for edge in edges
                if (edge.start in beside or edge.end in beside)
                and edge.start in self._nodes
                and edge.end in self._nodes
            ],
            **cleaned(self._graph.fields),
        }
        filled = {
            key: value for key, value in kept.items() if value or key not in ("nodes", "edges")
        }
        return {self._graph.keep_as: filled} if filled and self._graph.keep_as else {}

    def _with_new(self, header: Header) -> Header:
        """Returns the header with the nodes of other kinds that stand in the file alone."""
        key, own = self._graph.keep_as, self._graph.own or {}
        known = header.extra.get(key)
        merged = dict(known) if isinstance(known, dict) else {}
        before = {as_bytes(raw) for raw in merged.get("nodes", ())}
        new = [node for node in self._unheld() if as_bytes(node.raw) not in before]
        if not (new or own.get(KEPT_APART)):
            return header
        added = self._kept(new, self._graph.edges).get(key, {})
        for part in ("nodes", "edges"):
            merged[part] = [*merged.get(part, []), *added.get(part, [])]
        return header._replace(extra={**header.extra, key: merged})


def _with_known_set_aside(graph: ArgumentGraph) -> Iterator[Node]:
    """Yields the nodes; those that are kept beside the map anyhow are no claims and no steps."""
    header = (graph.own or {}).get("map", {})
    beside = header.get(graph.keep_as)
    known = beside.get("nodes") if isinstance(beside, dict) else None
    if not known:
        yield from graph.nodes
        return
    before = {as_bytes(raw) for raw in known}
    for node in graph.nodes:
        is_known = not node.own and as_bytes(node.raw) in before
        yield node._replace(kind=OTHER, noun="") if is_known else node

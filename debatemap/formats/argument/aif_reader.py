"""A node set of AIF as a debate."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from debatemap.core.model import Citation, Source
from debatemap.core.text import clean
from debatemap.formats.argument.aif_nodes import node_id, read_node
from debatemap.formats.argument.dialogue import Utterance, utterances_of
from debatemap.formats.argument.foreign_fields import as_id, expect
from debatemap.formats.argument.graph import ArgumentGraph, Edge, Node
from debatemap.formats.argument.graph_reader import debate_of_graph
from debatemap.formats.argument.json_file import is_own, objects_in, read_object
from debatemap.formats.argument.own_names import OWN
from debatemap.formats.assembly import Assembly
from debatemap.formats.foreign_ids import derived_id
from debatemap.formats.format import Imported, Progress

__all__ = ["KEEP_AS", "read_aif"]

KEEP_AS: Final = "x-aif"
"""The field of a map that keeps what of a node set it does not hold."""
_PARTS: Final = ("nodes", "edges")
_OF_EDGES: Final = {"edgeID", "fromID", "toID", "formEdgeID", "visible"}


def read_aif(data: bytes, name: str, progress: Progress) -> Imported:
    """Returns the debate of a node set, bare or within xAIF.

    Raises:
        MapError: It is no node set.
    """
    progress("reading")
    whole = read_object(data, name, lambda each: is_own(each.get(OWN)))
    inner = whole.get("AIF", whole.get("aif"))
    part = whole if inner is None else expect(inner, dict, "AIF", name)
    assembly = Assembly()
    raws = _by_id(expect(part.get("nodes"), list, "nodes", name), assembly)
    progress("linking")
    edges = list(_edges(expect(part.get("edges"), list, "edges", name), assembly))
    nodes = [read_node(raw, key, assembly) for key, raw in raws]
    own = whole.get(OWN) if is_own(whole.get(OWN)) else None
    if own is None:
        nodes = _with_authors(nodes, edges, part, assembly)
        _report_fields(nodes, edges, assembly)
    title = clean(str(own["map"].get("title", ""))) if own else ""
    graph = ArgumentGraph(nodes, edges, title, own=own, keep_as=KEEP_AS)
    if own is None:
        graph.fields = _fields(whole, part, raws)
    return debate_of_graph(graph, assembly, name)


def _by_id(found: list[Any], assembly: Assembly) -> list[tuple[str, dict[str, Any]]]:
    """Returns the nodes, each with its id; one that has none is numbered."""
    nodes: list[tuple[str, dict[str, Any]]] = []
    for number, raw in enumerate(found, start=1):
        if not isinstance(raw, dict):
            assembly.repair("nodes that are no objects", str(number), "left out")
            continue
        key = node_id(raw)
        if not key:
            key = f"node-{number}"
            assembly.repair("nodes without an id", key, "are numbered")
        nodes.append((key, raw))
    return nodes


def _edges(found: list[Any], assembly: Assembly) -> Iterator[Edge]:
    for number, raw in enumerate(found, start=1):
        if isinstance(raw, dict):
            yield Edge(as_id(raw.get("fromID")), as_id(raw.get("toID")), raw)
        else:
            assembly.repair("edges that are no objects", str(number), "left out")


def _report_fields(nodes: list[Node], edges: list[Edge], assembly: Assembly) -> None:
    """Counts fields of edges that a map has no place for."""
    others = {node.id for node in nodes if not node.kind}
    for edge in edges:
        more = [key for key in edge.raw if key not in _OF_EDGES and edge.raw[key] is not None]
        if edge.raw.get("formEdgeID") is not None:
            more.append("formEdgeID")
        if more and edge.start not in others and edge.end not in others:
            assembly.lose("fields of edges", f"{as_id(edge.raw.get('edgeID'))}.{more[0]}")


def _with_authors(
    nodes: list[Node], edges: list[Edge], part: Mapping[str, Any], assembly: Assembly
) -> list[Node]:
    """Returns the nodes, claims with those who put them forward and their words as quotes."""
    raws = {node.id: node.raw for node in reversed(nodes)}
    said: dict[str, list[Utterance]] = {}
    heard = set()
    tables = (objects_in(part.get(table)) for table in ("locutions", "participants"))
    for each in utterances_of(raws, edges, *tables):
        said.setdefault(each.node, []).append(each)
        if each.speaker:
            heard.add(each.locution)
    for key in raws:
        if key in heard:
            assembly.lose("locutions", key, "became authors and quotes")
    nodes = [node._replace(noun="") if node.id in heard else node for node in nodes]
    sources: dict[str, str] = {}
    return [_authored(node, said.get(node.id, ()), sources, assembly) for node in nodes]


def _authored(
    node: Node, said: Iterable[Utterance], sources: dict[str, str], assembly: Assembly
) -> Node:
    """Returns a claim with its authors, and with their words where these are others."""
    named = [each for each in said if each.speaker]
    if not named or node.kind != "claim":
        return node
    speakers = dict.fromkeys(each.speaker for each in named)
    quoted = dict.fromkeys(
        (each.speaker, each.words) for each in named if each.words and each.words != node.claim.text
    )
    for speaker, _ in quoted:
        if speaker not in sources:
            source, key = Source(speaker, "Dialogue"), derived_id("speaker", speaker)
            sources[speaker] = assembly.add_source(key, source)
    cited = tuple(Citation(sources[speaker], words) for speaker, words in quoted)
    return node._replace(claim=node.claim._replace(by=", ".join(speakers), sources=cited))


def _fields(
    whole: Mapping[str, Any], part: Mapping[str, Any], raws: list[tuple[str, dict[str, Any]]]
) -> dict[str, Any]:
    """Returns what stands beside the nodes and edges and says something."""
    fields: dict[str, Any] = {}
    if raws and all(type(raw.get("nodeID")) is int for _, raw in raws):
        fields["ids"] = "numbers"
    rest = {key: part[key] for key in part if key not in (*_PARTS, OWN) and part[key]}
    outer = {key: whole[key] for key in whole if key not in ("AIF", "aif", OWN) and whole[key]}
    return fields | {
        key: value
        for key, value in (("beside", rest), ("around", {} if part is whole else outer))
        if value
    }

"""A graph of arguebuf as a debate."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from debatemap.core.model import Source
from debatemap.core.text import clean, safe_line
from debatemap.formats.argument.arguebuf_nodes import Tables, own_of, read_node
from debatemap.formats.argument.foreign_fields import KEPT, as_id, cleaned, expect, text_of_field
from debatemap.formats.argument.graph import ArgumentGraph, Edge
from debatemap.formats.argument.graph_reader import debate_of_graph
from debatemap.formats.argument.json_file import is_own, read_object
from debatemap.formats.assembly import Assembly
from debatemap.formats.format import Imported, Progress

__all__ = ["KEEP_AS", "read_arguebuf"]

KEEP_AS: Final = "x-arguebuf"
"""The field of a map that keeps what of a graph it does not hold."""
_CAMEL: Final = {
    "major_claim": "majorClaim", "schema_version": "schemaVersion",
    "library_version": "libraryVersion",
}  # fmt: skip
"""Names that Protobuf reads as well as those that it writes."""
_BESIDE: Final = ("participants", "analysts", "metadata", "userdata", "libraryVersion")
_READ: Final = {*_BESIDE, "nodes", "edges", "resources", "majorClaim", "schemaVersion"}
_OF_EDGES: Final = {"source", "target", "metadata", "id"}


def read_arguebuf(data: bytes, name: str, progress: Progress) -> Imported:
    """Returns the debate of a graph.

    Raises:
        MapError: It is no graph of arguebuf.
    """
    progress("reading")
    found = read_object(data, name, lambda each: is_own(own_of(each)))
    whole = {_CAMEL.get(key, key): value for key, value in found.items()}
    own = own_of(whole)
    own = own if is_own(own) else None
    assembly = Assembly()
    parts = {key: expect(whole.get(key), dict, key, name) for key in ("nodes", "edges")}
    tables = Tables(_people(whole.get("participants")), _sources(whole, assembly, is_own=own))
    progress("linking")
    nodes = [
        read_node(raw, key, tables, assembly, is_own=own_of(raw) is not None)
        for key, raw in _objects(parts["nodes"], "nodes that are no objects", assembly)
    ]
    raws = list(_objects(parts["edges"], "edges that are no objects", assembly))
    edges = [
        Edge(as_id(raw.get("source")), as_id(raw.get("target")), {**raw, "id": key})
        for key, raw in raws
    ]
    graph = ArgumentGraph(nodes, edges, own=own, keep_as=KEEP_AS)
    if own is None:
        _count_lost(whole, raws, assembly)
        graph.fields = {key: whole[key] for key in _BESIDE if whole.get(key)}
        graph.theses = [as_id(whole.get("majorClaim"))]
        graph.title = _title(whole)
    else:
        graph.title = _title(whole) or str(own["map"].get("title", ""))
    return debate_of_graph(graph, assembly, name)


def _objects(
    found: Mapping[str, Any], kind: str, assembly: Assembly
) -> Iterator[tuple[str, dict[str, Any]]]:
    for key, raw in found.items():
        if isinstance(raw, dict):
            yield key, raw
        else:
            assembly.repair(kind, key, "left out")


def _people(found: object) -> dict[str, str]:
    """Returns the names of participants by id."""
    people = found.items() if isinstance(found, dict) else ()
    names = (
        (key, safe_line(text_of_field(each.get("name")) or text_of_field(each.get("username"))))
        for key, each in people
        if isinstance(each, dict)
    )
    return {key: name for key, name in names if name}


def _sources(whole: Mapping[str, Any], assembly: Assembly, *, is_own: object) -> dict[str, str]:
    """Takes in the resources as sources, and returns their ids by those in the file."""
    found = whole.get("resources")
    if is_own or not isinstance(found, dict):
        return {}
    return {
        key: assembly.add_source(key, _source(each))
        for key, each in found.items()
        if isinstance(each, dict)
    }


def _source(raw: Mapping[str, Any]) -> Source:
    address = text_of_field(raw.get("source"))
    known = {"title"} | ({"source"} if "://" in address else set())
    extra = {f"{KEPT}{safe_line(key)}": cleaned(raw[key]) for key in raw if key not in known}
    url = safe_line(address) if "source" in known else ""
    return Source("", safe_line(text_of_field(raw.get("title"))), url, extra=extra)


def _title(whole: Mapping[str, Any]) -> str:
    userdata = whole.get("userdata")
    return text_of_field(userdata.get("title")) if isinstance(userdata, dict) else ""


def _count_lost(
    whole: Mapping[str, Any], edges: list[tuple[str, dict[str, Any]]], assembly: Assembly
) -> None:
    for key, raw in edges:
        if raw.get("metadata"):
            assembly.lose("dates of edges", key)
        if raw.keys() - _OF_EDGES:
            assembly.lose("fields of edges", key)
    for key in whole:
        if key not in _READ:
            assembly.lose("parts of the file that are not known", clean(key))

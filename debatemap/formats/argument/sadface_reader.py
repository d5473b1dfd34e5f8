"""A document of SADFace as a debate."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from debatemap.core.model import Source
from debatemap.core.text import excerpt, safe_line
from debatemap.formats.argument.foreign_fields import (
    KEPT,
    as_id,
    cleaned,
    day_of,
    expect,
    kept,
    part_of,
    text_of_field,
)
from debatemap.formats.argument.graph import ArgumentGraph, Edge
from debatemap.formats.argument.graph_reader import debate_of_graph
from debatemap.formats.argument.json_file import is_own, read_object
from debatemap.formats.argument.own_names import OWN
from debatemap.formats.argument.sadface_nodes import read_node
from debatemap.formats.assembly import Assembly
from debatemap.formats.format import Imported, Progress

__all__ = ["KEEP_AS", "read_sadface"]

KEEP_AS: Final = "x-sadface"
"""The field of a map that keeps what of a document it does not hold."""
_PARTS: Final = ("nodes", "edges", "resources", "metadata")
_OF_EDGES: Final = {"id", "source_id", "target_id", "source", "target"}
_OF_RESOURCES: Final = {"id", "metadata", "title", "url"}
_TITLED: Final = 60
"""Cells of a resource's text that stand for a title."""


def read_sadface(data: bytes, name: str, progress: Progress) -> Imported:
    """Returns the debate of a document.

    Raises:
        MapError: It is no document of SADFace.
    """
    progress("reading")
    whole = read_object(data, name, lambda each: is_own(_metadata(each).get(OWN)))
    own = _metadata(whole).get(OWN)
    own = own if is_own(own) else None
    assembly = Assembly()
    resources = (
        {} if own else _resources(expect(whole.get("resources"), list, "resources", name), assembly)
    )
    found = {part: expect(whole.get(part), list, part, name) for part in ("nodes", "edges")}
    progress("linking")
    nodes = []
    for key, raw in _with_ids(found["nodes"], "nodes", assembly):
        mine = isinstance(_metadata(raw).get(OWN), dict)
        nodes.append(read_node(raw, key, resources, assembly, is_own=mine))
    edges = [
        Edge(_end(raw, "source"), _end(raw, "target"), raw)
        for _, raw in _with_ids(found["edges"], "edges", assembly)
    ]
    about = _about(whole)
    title = text_of_field(about.get("title"))
    graph = ArgumentGraph(nodes, edges, title, own=own, keep_as=KEEP_AS)
    if own is None:
        for edge in edges:
            if edge.raw.keys() - _OF_EDGES:
                assembly.lose("fields of edges", as_id(edge.raw.get("id")))
        graph.fields = {"about": about} if about else {}
        graph.theses = [as_id(about.get("claim"))]
    return debate_of_graph(graph, assembly, name)


def _metadata(raw: Mapping[str, Any]) -> dict[str, Any]:
    return part_of(raw, "metadata")


def _about(whole: Mapping[str, Any]) -> dict[str, Any]:
    """Returns what a document says of itself, wherever its layout has that."""
    metadata = {key: each for key, each in _metadata(whole).items() if key != OWN}
    core = metadata.pop("core", {})
    top = {key: each for key, each in whole.items() if key not in _PARTS}
    return {**top, **metadata, **(core if isinstance(core, dict) else {})}


def _with_ids(
    found: list[Any], kind: str, assembly: Assembly
) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yields nodes or edges, each with its id; one that has none is numbered."""
    for number, raw in enumerate(found, start=1):
        if not isinstance(raw, dict):
            assembly.repair(f"{kind} that are no objects", str(number), "left out")
            continue
        key = as_id(raw.get("id"))
        if not key and kind == "nodes":
            assembly.repair("nodes without an id", f"node-{number}", "are numbered")
        yield key or f"node-{number}", raw


def _end(raw: Mapping[str, Any], which: str) -> str:
    return as_id(raw.get(f"{which}_id", raw.get(which)))


def _resources(found: list[Any], assembly: Assembly) -> dict[str, str]:
    """Takes in the resources as sources, and returns their ids by those in the file."""
    ids: dict[str, str] = {}
    for raw in found:
        if isinstance(raw, dict) and as_id(raw.get("id")):
            ids[as_id(raw["id"])] = assembly.add_source(as_id(raw["id"]), _source(raw))
        else:
            assembly.repair("resources without an id", "resources", "left out")
    return ids


def _source(raw: Mapping[str, Any]) -> Source:
    """Returns a resource as a source; its address may stand in either layout of metadata."""
    metadata = _metadata(raw)
    core = part_of(metadata, "core")
    said = {**raw, **metadata, **core}
    title, address = (safe_line(text_of_field(said.get(key))) for key in ("title", "url"))
    content = text_of_field(raw.get("content"))
    extra = kept(raw, _OF_RESOURCES)
    if metadata and metadata != {"core": {}}:
        extra[f"{KEPT}metadata"] = cleaned(metadata)
    date = day_of(said.get("date")) or day_of(said.get("created"))
    author = safe_line(text_of_field(said.get("author")))
    return Source(author, title or excerpt(content, _TITLED), address, date, extra)

"""A debate as a node set of AIF, and what xAIF has around one."""

from collections.abc import Mapping
from typing import Any, Final

from debatemap.core.debate import Debate
from debatemap.formats.argument.aif_nodes import node_id, raw_node, read_node
from debatemap.formats.argument.aif_reader import KEEP_AS
from debatemap.formats.argument.fields import as_id
from debatemap.formats.argument.json_file import OWN
from debatemap.formats.argument.own_records import graph_record
from debatemap.formats.argument.projection import Projection, kept_part
from debatemap.formats.assembly import Assembly

__all__ = ["node_set", "with_frame"]

_PARTS: Final = ("nodes", "edges", OWN)


def node_set(debate: Debate) -> dict[str, Any]:
    """Returns a debate as a node set."""
    shown = Projection(debate)
    had_numbers = _part(debate, "ids") == "numbers"
    numbers = {key: int(key) for key in shown.ids.values() if had_numbers and _is_number(key)}
    nodes = []
    for key, node in shown.nodes():
        raw = raw_node(node, numbers)
        seen = read_node(raw, node.id, Assembly())
        nodes.append({**raw, OWN: shown.record(key, seen)})
    own = {node_id(raw) for raw in nodes}
    nodes += [raw for raw in kept_part(debate, KEEP_AS, "nodes") if node_id(raw) not in own]
    there = {node_id(raw) for raw in nodes}
    edges: list[dict[str, Any]] = [
        {"fromID": numbers.get(edge.start, edge.start), "toID": numbers.get(edge.end, edge.end)}
        for edge in shown.edges()
    ]
    edges += [
        {key: value for key, value in raw.items() if key != "edgeID"}
        for raw in kept_part(debate, KEEP_AS, "edges")
        if {as_id(raw.get("fromID")), as_id(raw.get("toID"))} <= there
    ]
    numbered = [
        {"edgeID": number if had_numbers else str(number), "formEdgeID": None, **edge}
        for number, edge in enumerate(edges, start=1)
    ]
    rest = {key: value for key, value in _table(debate, "beside").items() if key not in _PARTS}
    own_part = {OWN: graph_record(debate)}
    return {**own_part, "nodes": nodes, "edges": numbered, "locutions": [], **rest}


def with_frame(nodes: Mapping[str, Any], debate: Debate) -> dict[str, Any]:
    """Returns a node set within what xAIF has around it."""
    inner = {
        **{key: value for key, value in nodes.items() if key != OWN},
        **{
            key: nodes.get(key, [])
            for key in ("schemefulfillments", "participants", "descriptorfulfillments")
        },
    }
    drawing = {"firstname": "", "surname": "", "url": "", "nodes": [], "edges": []}
    around = {
        key: value
        for key, value in _table(debate, "around").items()
        if key not in ("AIF", "aif", OWN)
    }
    return {OWN: nodes[OWN], "AIF": inner, "text": "", "dialog": False, "OVA": drawing, **around}


def _part(debate: Debate, key: str) -> object:
    kept = debate.header.extra.get(KEEP_AS)
    return kept.get(key) if isinstance(kept, Mapping) else None


def _table(debate: Debate, key: str) -> dict[str, Any]:
    found = _part(debate, key)
    return dict(found) if isinstance(found, Mapping) else {}


def _is_number(key: str) -> bool:
    """Tells whether an id is that of a node that had a whole number."""
    return key.isascii() and key.isdecimal() and str(int(key)) == key and len(key) < len("1" * 16)

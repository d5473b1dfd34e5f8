"""A debate as a node set of AIF, and what xAIF has around one."""

from collections.abc import Iterator, Mapping
from itertools import count
from typing import Any, Final

from debatemap.core.debate import Debate
from debatemap.formats.argument.aif_nodes import node_id, raw_node, read_node
from debatemap.formats.argument.aif_reader import KEEP_AS
from debatemap.formats.argument.aif_speakers import Dialogue, dialogue_of
from debatemap.formats.argument.foreign_fields import as_id
from debatemap.formats.argument.graph import OTHER
from debatemap.formats.argument.json_file import objects_in
from debatemap.formats.argument.own_names import OWN
from debatemap.formats.argument.own_records import graph_record
from debatemap.formats.argument.projection import Projection, beside_of
from debatemap.formats.assembly import Assembly

__all__ = ["node_set", "with_frame"]

_PARTS: Final = ("nodes", "edges", OWN)
_WITH_DIALOGUE: Final = "xaif"
"""The format in which locutions say who claims what."""
_NOBODY: Final = Dialogue([], [], [], [])


def node_set(debate: Debate, name: str) -> dict[str, Any]:
    """Returns a debate as a node set, which says in which format it is written."""
    shown = Projection(debate)
    had_numbers = _part(debate, "ids") == "numbers"
    numbers = {key: int(key) for key in shown.ids.values() if had_numbers and _is_number(key)}
    nodes = []
    for key, node in shown.nodes():
        raw = raw_node(node, numbers)
        seen = read_node(raw, node.id, Assembly())
        nodes.append({**raw, OWN: shown.record(key, seen)})
    beside = beside_of(debate, KEEP_AS, shown.ids.values(), node_id, _ends)
    speakers = objects_in(_table(debate, "beside").get("participants"))
    anchored = {as_id(edge.get("toID")) for edge in beside.edges}
    added = _NOBODY
    if name == _WITH_DIALOGUE:
        added = dialogue_of(debate, shown.ids, anchored, speakers)
    pairs = [(edge.start, edge.end) for edge in shown.edges()] + added.edges
    plain = all(
        read_node(raw, "", Assembly()).kind == OTHER and OWN not in raw for raw in beside.nodes
    )
    apart = KEEP_AS if beside.is_whole and plain else ""
    rest = {key: value for key, value in _table(debate, "beside").items() if key not in _PARTS}
    tables = {"locutions": added.locutions, "participants": added.participants}
    return {
        OWN: graph_record(debate, name, apart),
        "nodes": [*nodes, *beside.nodes, *added.nodes],
        "edges": [*_edges(pairs, beside.edges, numbers), *beside.edges],
        "locutions": [],
        **rest,
        **{key: [*objects_in(rest.get(key)), *more] for key, more in tables.items() if more},
    }


def _edges(
    pairs: list[tuple[str, str]], others: list[dict[str, Any]], numbers: Mapping[str, int]
) -> Iterator[dict[str, Any]]:
    """Yields edges with ids that those of a foreign file do not have."""
    taken = {as_id(edge.get("edgeID")) for edge in others}
    free = (number for number in count(1) if str(number) not in taken)
    for number, (start, end) in zip(free, pairs, strict=False):
        yield {
            "edgeID": number if numbers else str(number),
            "fromID": numbers.get(start, start),
            "toID": numbers.get(end, end),
            "formEdgeID": None,
        }


def _ends(raw: Mapping[str, Any]) -> tuple[str, str]:
    return as_id(raw.get("fromID")), as_id(raw.get("toID"))


def with_frame(nodes: Mapping[str, Any], debate: Debate) -> dict[str, Any]:
    """Returns a node set within what xAIF has around it."""
    inner = {
        **{key: value for key, value in nodes.items() if key != OWN},
        **{
            key: nodes.get(key, [])
            for key in ("schemefulfillments", "participants", "descriptorfulfillments")
        },
    }
    has_dialogue = bool(inner["locutions"])
    drawing = {"firstname": "", "surname": "", "url": "", "nodes": [], "edges": []}
    around = {
        key: value
        for key, value in _table(debate, "around").items()
        if key not in ("AIF", "aif", OWN)
    }
    return {
        OWN: nodes[OWN],
        "AIF": inner,
        "text": "",
        "dialog": has_dialogue,
        "OVA": drawing,
        **around,
    }


def _part(debate: Debate, key: str) -> object:
    kept = debate.header.extra.get(KEEP_AS)
    return kept.get(key) if isinstance(kept, Mapping) else None


def _table(debate: Debate, key: str) -> dict[str, Any]:
    found = _part(debate, key)
    return dict(found) if isinstance(found, Mapping) else {}


def _is_number(key: str) -> bool:
    """Tells whether an id is that of a node that had a whole number."""
    return key.isascii() and key.isdecimal() and str(int(key)) == key and len(key) < len("1" * 16)

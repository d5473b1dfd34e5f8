"""A debate as a graph of arguebuf."""

from collections.abc import Mapping
from typing import Any, Final

import orjson

from debatemap.core.debate import Debate
from debatemap.core.model import Source
from debatemap.formats.argument.arguebuf_nodes import Tables, raw_node, read_node
from debatemap.formats.argument.arguebuf_reader import KEEP_AS
from debatemap.formats.argument.foreign_fields import KEPT, as_id
from debatemap.formats.argument.graph import OTHER
from debatemap.formats.argument.own_names import OWN
from debatemap.formats.argument.own_records import graph_record
from debatemap.formats.argument.projection import Projection, beside_of
from debatemap.formats.assembly import Assembly
from debatemap.formats.foreign_ids import derived_id
from debatemap.formats.native.numbers import as_written

__all__ = ["graph_file"]

_SCHEMA: Final = 1
_RESOURCE: Final = ("text", "timestamp", "metadata")
_NO_TABLES: Final = Tables({}, {})


def graph_file(debate: Debate) -> dict[str, Any]:
    """Returns a debate as the file of a graph."""
    shown = Projection(debate)
    participants = _participants(debate)
    people = {str(each["name"]): key for key, each in participants.items()}
    resources = {key: _resource(each) for key, each in sorted(debate.sources.items())}
    tables = Tables({key: name for name, key in people.items()}, {})
    nodes: dict[str, dict[str, Any]] = {}
    for key, node in shown.nodes():
        raw = raw_node(node, people, resources)
        seen = read_node(raw, node.id, tables, Assembly(), is_own=True)
        raw["userdata"][OWN] = _text(shown.record(key, seen))
        nodes[node.id] = raw
    beside = beside_of(debate, KEEP_AS, shown.ids.values(), lambda raw: as_id(raw.get("id")), _ends)
    plain = all(
        read_node(raw, "", _NO_TABLES, Assembly(), is_own=True).kind == OTHER
        for raw in beside.nodes
    )
    edges = {
        key: {"source": edge.start, "target": edge.end} for key, edge in shown.named_edges().items()
    }
    kept = debate.header.extra.get(KEEP_AS)
    rest = kept if isinstance(kept, Mapping) else {}
    record = graph_record(debate, "arguebuf", KEEP_AS if beside.is_whole and plain else "")
    userdata = {**_table(rest, "userdata"), OWN: _text(record), "title": debate.header.title}
    theses = [shown.ids[key] for key in debate.header.theses if key in debate.claims]
    parts: dict[str, Any] = {
        "nodes": {**nodes, **{str(raw["id"]): _without_id(raw) for raw in beside.nodes}},
        "edges": {**edges, **{str(raw["id"]): _without_id(raw) for raw in beside.edges}},
        "resources": resources,
        "participants": participants,
        "analysts": _table(rest, "analysts"),
        "majorClaim": theses[0] if theses else "",
        "metadata": _table(rest, "metadata"),
    }
    return {
        "schemaVersion": _SCHEMA, "userdata": userdata,
        **{key: value for key, value in parts.items() if value},
    }  # fmt: skip


def _text(record: Mapping[str, Any]) -> str:
    """Returns a record as text: other JSON in a graph has no whole numbers of 64 bits."""
    return orjson.dumps(record, as_written).decode()


def _ends(raw: Mapping[str, Any]) -> tuple[str, str]:
    return as_id(raw.get("source")), as_id(raw.get("target"))


def _without_id(raw: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in raw.items() if key != "id"}


def _table(kept: Mapping[str, Any], part: str) -> dict[str, Any]:
    found = kept.get(part)
    return dict(found) if isinstance(found, dict) else {}


def _participants(debate: Debate) -> dict[str, dict[str, Any]]:
    """Returns the authors of claims as participants, with those of a foreign file."""
    kept = debate.header.extra.get(KEEP_AS)
    before = _table(kept, "participants") if isinstance(kept, Mapping) else {}
    people = {
        key: each
        for key, each in before.items()
        if isinstance(each, dict) and isinstance(each.get("name"), str)
    }
    known = {each["name"] for each in people.values()}
    for name in sorted({claim.by for claim in debate.claims.values()} - known - {""}):
        people[derived_id("participant", name)] = {"name": name}
    return people


def _resource(source: Source) -> dict[str, Any]:
    """Returns a source as a resource, with what arguebuf has no field for as its user data."""
    exact = {key: source.extra.get(f"{KEPT}{key}") for key in (*_RESOURCE, "userdata", "source")}
    userdata = exact.pop("userdata")
    address = source.url or exact.pop("source")
    fields: dict[str, Any] = {"text": "", "title": source.title}
    if isinstance(address, str) and address:
        fields["source"] = address
    if isinstance(exact["text"], str):
        fields["text"] = exact["text"]
    for key in ("author", "date"):
        if getattr(source, key):
            userdata = {
                **(userdata if isinstance(userdata, dict) else {}),
                key: getattr(source, key),
            }
    return fields | ({"userdata": userdata} if isinstance(userdata, dict) else {})

"""A debate as a document of SADFace 0.2."""

from collections.abc import Mapping
from typing import Any, Final

from debatemap.core.debate import Debate
from debatemap.core.model import Source
from debatemap.formats.argument.foreign_fields import KEPT, as_id
from debatemap.formats.argument.graph import OTHER
from debatemap.formats.argument.own_names import OWN
from debatemap.formats.argument.own_records import graph_record
from debatemap.formats.argument.projection import Projection, beside_of
from debatemap.formats.argument.sadface_nodes import raw_node, read_node
from debatemap.formats.argument.sadface_reader import KEEP_AS
from debatemap.formats.assembly import Assembly

__all__ = ["document"]

_VERSION: Final = "0.2"
_CORE: Final = {
    "analyst_name": "", "analyst_email": "", "created": "", "edited": "", "notes": "",
    "description": "", "version": _VERSION,
}  # fmt: skip
"""Fields that readers of the format expect, whether they hold something or not."""
_FIXED: Final = ("id", "title", "claim", OWN)


def document(debate: Debate) -> dict[str, Any]:
    """Returns a debate as a document."""
    shown = Projection(debate)
    nodes = []
    for key, node in shown.nodes():
        raw = raw_node(key, node, debate)
        seen = read_node(raw, node.id, {}, Assembly(), is_own=True)
        raw["metadata"] = {**raw["metadata"], OWN: shown.record(key, seen)}
        nodes.append(raw)
    beside = beside_of(debate, KEEP_AS, shown.ids.values(), lambda raw: as_id(raw.get("id")), _ends)
    plain = all(
        read_node(raw, "", {}, Assembly(), is_own=True).kind == OTHER for raw in beside.nodes
    )
    edges = [
        {"id": key, "source_id": edge.start, "target_id": edge.end}
        for key, edge in shown.named_edges().items()
    ]
    record = graph_record(debate, "sadface", KEEP_AS if beside.is_whole and plain else "")
    return {
        "metadata": {OWN: record, "core": _core(debate, shown)},
        "resources": [_resource(key, each) for key, each in sorted(debate.sources.items())],
        "nodes": [*nodes, *beside.nodes],
        "edges": [*edges, *beside.edges],
    }


def _core(debate: Debate, shown: Projection) -> dict[str, Any]:
    """Returns what the document says of itself."""
    kept = debate.header.extra.get(KEEP_AS)
    about = kept.get("about") if isinstance(kept, Mapping) else None
    said = {k: v for k, v in about.items() if k not in _FIXED} if isinstance(about, dict) else {}
    map_id = about.get("id") if isinstance(about, dict) else None
    theses = [shown.ids[key] for key in debate.header.theses if key in debate.claims]
    return {
        **_CORE,
        "id": map_id if isinstance(map_id, str) else debate.header.id,
        "title": debate.header.title,
        **({"claim": theses[0]} if theses else {}),
        **{key: value for key, value in said.items() if key != "version"},
    }


def _ends(raw: Mapping[str, Any]) -> tuple[str, str]:
    start, end = (raw.get(f"{each}_id", raw.get(each)) for each in ("source", "target"))
    return as_id(start), as_id(end)


def _resource(key: str, source: Source) -> dict[str, Any]:
    """Returns a source as a resource; its text is what a foreign file had, else its title."""
    exact = source.extra.get(f"{KEPT}metadata")
    metadata = dict(exact) if isinstance(exact, dict) else {}
    core = metadata.get("core")
    said = {"title": source.title, "author": source.author, "url": source.url, "date": source.date}
    metadata["core"] = {
        **(core if isinstance(core, dict) else {}),
        **{name: each for name, each in said.items() if each},
    }
    content = source.extra.get(f"{KEPT}content")
    text = content if isinstance(content, str) else source.title
    return {"id": key, "type": "text", "content": text, "metadata": metadata}

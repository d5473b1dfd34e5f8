"""Records of a debate as the attributes of a graph's nodes, and back, to the last field.

An attribute is plain text where it can be. XML holds no control characters and folds line breaks,
so a text that has such is cleaned for readers, and stands exact, as JSON, in `exact`.
"""

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, Final

import orjson

from debatemap.core.debate import Debate
from debatemap.core.errors import MapError
from debatemap.core.fields import fields_of
from debatemap.core.model import NO_EXTRA, Claim, Header, Link
from debatemap.formats.format import Imported
from debatemap.formats.loss import Loss, losses_of
from debatemap.formats.native.codec import dump, parse
from debatemap.formats.native.numbers import as_written, json_exactly
from debatemap.formats.native.records import READERS, SHAPES

if TYPE_CHECKING:
    import networkx as nx

__all__ = ["MARK", "graph_of", "records_of"]

MARK: Final = "debatemap"
"""The attribute of a graph that says that this program wrote it: the version of the layout."""

_VERSION: Final = "1"
_UNFIT: Final = re.compile("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 has no way to hold, or folds into another character."""
_NAMES: Final = {field.in_file: field.name for field in fields_of("claims")}
_PARTS: Final = tuple(f.in_file for f in fields_of("claims") if f.kind in ("tags", "citations"))
_TEXTS: Final = tuple(key for key in _NAMES if key not in _PARTS)
_LINES: Final = tuple(field.in_file for field in fields_of("claims") if field.kind == "lines")
_LINK_TEXTS: Final = ("stance", "pos")
_KNOWN: Final = {
    "claim": {*_TEXTS, *_PARTS, "kind", "extra", "exact"},
    "link": {*_LINK_TEXTS, "kind", "premises", "target", "extra", "exact"},
    "missing": {"kind"},
}
"""The attributes of each kind of node."""


def graph_of(debate: Debate) -> "nx.MultiDiGraph[str]":
    """Returns the graph of a debate, every field of its records in an attribute.

    Nodes and edges are sorted by id, so that two files of one debate are the same.

    It may have two edges between two nodes: a link can be another's premise and its target.
    """
    import networkx as nx  # noqa: PLC0415  (the names of formats are asked for without it)

    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    graph.graph.update(_graph_attributes(debate))
    for key, claim in sorted(debate.claims.items()):
        graph.add_node(key, kind="claim", **_claim_attributes(claim))
    links = sorted(debate.links.items())
    for key, link in links:
        graph.add_node(key, kind="link", **_link_attributes(link))
    for key, link in links:
        for premise in link.premises:
            _add_edge(graph, premise, key, "premise")
        _add_edge(graph, key, link.target, "target")
    return graph


def records_of(graph: "nx.MultiDiGraph[str]", name: str) -> Imported:
    """Returns the debate of a graph that `graph_of` made, and that others may have edited.

    Edges say what a link joins; its attributes only say in which order.

    Raises:
        MapError: Its attributes hold what no map can.
    """
    claims = {
        key: _claim(attributes, name)
        for key, attributes in graph.nodes(data=True)
        if attributes.get("kind") == "claim"
    }
    links: dict[str, Link] = {}
    broken = []
    for key, attributes in graph.nodes(data=True):
        if attributes.get("kind") == "link":
            ends = _premises(graph, key, str(attributes.get("premises", "")).split())
            # In the native file a link stands in its first premise.
            ends.sort(key=lambda end: end not in claims)
            if ends and ends[0] in claims:
                links[key] = _link(graph, key, ends, name)
            else:
                broken.append(key)
    tables = {part: _json(graph.graph.get(part, "{}"), name) for part in ("sources", "stances")}
    sources = {key: READERS["sources"](value) for key, value in tables["sources"].items()}
    made = Debate(_header(graph, name), claims, links, sources, tables["stances"])
    # What a file may not say, such as a rating of 400, is refused as it is there.
    read = parse(dump(made), name).debate
    return Imported(read, (*losses_of("links without a premise", broken), *_unread(graph)))


def _unread(graph: "nx.MultiDiGraph[str]") -> Iterator[Loss]:
    """Yields what another program added, and a map has no place for."""
    kinds = {key: str(attributes.get("kind", "")) for key, attributes in graph.nodes(data=True)}
    odd = (key for key, kind in kinds.items() if kind not in _KNOWN)
    added = (
        key
        for key, attributes in graph.nodes(data=True)
        if kinds[key] in _KNOWN and not attributes.keys() <= _KNOWN[kinds[key]]
    )
    loose = (
        f"{start} → {end}"
        for start, end in graph.edges()
        if "link" not in (kinds[start], kinds[end])
    )
    several = (
        key for key, kind in kinds.items() if kind == "link" and len(_targets(graph, key)) > 1
    )
    yield from losses_of("nodes that are neither claims nor links", odd)
    yield from losses_of("nodes with attributes of another program", added, "lost those")
    yield from losses_of("edges from claim to claim", loose)
    yield from losses_of("links with several targets", several, "keep one")


def _header(graph: "nx.MultiDiGraph[str]", name: str) -> Header:
    read: Header = READERS["map"](_json(graph.graph.get("map"), name))
    title = str(graph.graph.get("title") or "")
    if title != _UNFIT.sub("", read.title):
        # It was edited where other programs show it.
        read = read._replace(title=title)
    return read._replace(beside=_json(graph.graph.get("beside", "{}"), name) or NO_EXTRA)


def _graph_attributes(debate: Debate) -> dict[str, str]:
    header = debate.header
    attributes = {
        "map": SHAPES["map"](header),
        "sources": {key: SHAPES["sources"](each) for key, each in sorted(debate.sources.items())},
        "stances": {
            person: dict(sorted(ratings.items()))
            for person, ratings in sorted(debate.stances.items())
        },
        "beside": dict(sorted(header.beside.items())),
    }
    written = {key: _ascii(value) for key, value in attributes.items() if value}
    return {MARK: _VERSION, "id": header.id, **written, "title": _UNFIT.sub("", header.title)}


def _claim_attributes(claim: Claim) -> dict[str, str]:
    shape = SHAPES["claims"](claim._replace(extra=NO_EXTRA))
    shape |= {key: getattr(claim, _NAMES[key]) for key in _TEXTS} | {"extra": dict(claim.extra)}
    return _attributes(shape, _TEXTS)


def _link_attributes(link: Link) -> dict[str, str]:
    ends = {"premises": " ".join(link.premises), "target": link.target}
    shape = {"stance": link.stance, "pos": link.pos, "extra": dict(link.extra)}
    return _attributes(shape, _LINK_TEXTS) | ends


def _attributes(shape: Mapping[str, Any], fields: tuple[str, ...]) -> dict[str, str]:
    """Returns the fields of a record that hold something, as text; what has parts as JSON."""
    texts = {key: shape[key] for key in fields if shape.get(key)}
    unfit = {key: text for key, text in texts.items() if _UNFIT.search(text)}
    plain = {key: _UNFIT.sub("", text) for key, text in texts.items()}
    parts = {key: _ascii(shape[key]) for key in (*_PARTS, "extra") if shape.get(key)}
    return {**plain, **parts, **({"exact": _ascii(unfit)} if unfit else {})}


def _texts(attributes: Mapping[str, Any], fields: tuple[str, ...], name: str) -> dict[str, str]:
    """Returns the texts of a record; one that was edited wins over the exact one."""
    exact = _json(attributes.get("exact", "{}"), name)
    texts = {key: str(attributes.get(key) or "") for key in fields}
    for key in fields:
        text = exact.get(key)
        if isinstance(text, str) and _UNFIT.sub("", text) == texts[key]:
            texts[key] = text
    return texts


def _claim(attributes: Mapping[str, Any], name: str) -> Claim:
    texts = _texts(attributes, _TEXTS, name)
    shape = {
        key: text.split("\n") if key in _LINES else text for key, text in texts.items() if text
    }
    shape |= {key: _list(attributes, key, name) for key in _PARTS if attributes.get(key)}
    read: Claim = READERS["claims"]({"text": "", **shape, **_extra(attributes, name)})
    return read


def _link(graph: "nx.MultiDiGraph[str]", key: str, ends: list[str], name: str) -> Link:
    attributes = graph.nodes[key]
    texts = _texts(attributes, _LINK_TEXTS, name)
    targets, target = _targets(graph, key), str(attributes.get("target", ""))
    if target not in targets:
        target = targets[0] if targets else target
    first, *others = ends
    read: Link = READERS["links"]({"from": first, "with": others, "to": target, **texts})
    return read._replace(extra=_extra(attributes, name) or NO_EXTRA)


def _targets(graph: "nx.MultiDiGraph[str]", key: str) -> list[str]:
    edges = graph.out_edges(key, data=True)
    return [end for _, end, attributes in edges if attributes.get("role", "target") == "target"]


def _premises(graph: "nx.MultiDiGraph[str]", key: str, known: list[str]) -> list[str]:
    """Returns a link's premises: those of its edges, in the order that it had."""
    ends = [
        start
        for start, _, attributes in graph.in_edges(key, data=True)
        # One that was drawn elsewhere may have no role: from a link, it is an undercut's.
        if attributes.get("role", _role_from(graph, start)) == "premise"
    ]
    there = dict.fromkeys(ends)
    premises = [premise for premise in known if premise in there]
    placed = set(premises)
    return premises + [end for end in there if end not in placed]


def _role_from(graph: "nx.MultiDiGraph[str]", start: str) -> str:
    return "target" if graph.nodes[start].get("kind") == "link" else "premise"


def _add_edge(graph: "nx.MultiDiGraph[str]", start: str, end: str, role: str) -> None:
    for node in (start, end):
        if node not in graph:
            # networkx would make one without a kind.
            graph.add_node(node, kind="missing")
    graph.add_edge(start, end, role=role)


def _extra(attributes: Mapping[str, Any], name: str) -> dict[str, Any]:
    return _json(attributes.get("extra", "{}"), name)


def _list(attributes: Mapping[str, Any], key: str, name: str) -> list[Any]:
    value = _loaded(attributes.get(key, "[]"), name)
    if not isinstance(value, list):
        raise MapError(name, f"the attribute {key} is no JSON list")
    return value


def _json(text: object, name: str) -> dict[str, Any]:
    value = _loaded(text, name)
    if not isinstance(value, dict):
        raise MapError(name, "an attribute is no JSON object")
    return value


def _loaded(text: object, name: str) -> Any:  # noqa: ANN401  (any JSON)
    try:
        return json_exactly(str(text).encode())
    except (ValueError, TypeError, RecursionError) as error:
        raise MapError(name, f"an attribute is no JSON: {error}") from None


def _ascii(value: object) -> str:
    """Returns JSON in which every character can stand in XML as it is."""
    text = orjson.dumps(value, as_written).decode()
    return _UNFIT.sub(lambda found: f"\\u{ord(found.group()):04x}", text)

"""What this program writes beside nodes and graphs, so that it reads its own files without loss."""

from collections.abc import Mapping
from typing import Any, Final

from debatemap.core.debate import Debate
from debatemap.core.model import NO_EXTRA, Claim, Extra, Header, Link, Source
from debatemap.core.text import clean
from debatemap.formats.argument.foreign_fields import is_same
from debatemap.formats.argument.graph import Node, OwnRecord
from debatemap.formats.argument.own_names import AS
from debatemap.formats.native.records import READERS, SHAPES

__all__ = [
    "KEPT_APART", "VERSION", "graph_record", "header_of", "node_record", "own_claim",
    "own_link", "tables_of",
]  # fmt: skip

VERSION: Final = 1
"""The version of these records' layout."""
KEPT_APART: Final = "apart"
"""Whether nodes and edges that are no claims and no steps stand in the file alone."""
_TEXT: Final = "text"
_WITHOUT: Final = "without"
"""Fields that a node seems to have, and its claim or link has not."""


def graph_record(debate: Debate, name: str, apart: str = "") -> dict[str, Any]:
    """Returns what is written beside the whole graph of a debate.

    Args:
        debate: The debate.
        name: The format of the file.
        apart: The field of the map whose nodes and edges stand in the file just so, and are not
            written here as well.
    """
    header = debate.header
    if apart:
        # An empty list keeps the place of what is left out.
        rest = {k: [] if k in ("nodes", "edges") else v for k, v in header.extra[apart].items()}
        header = header._replace(extra={**header.extra, apart: rest})
    record = {
        "version": VERSION,
        AS: name,
        KEPT_APART: bool(apart),
        "map": SHAPES["map"](header),
        "sources": {key: SHAPES["sources"](each) for key, each in sorted(debate.sources.items())},
        "stances": {
            person: dict(sorted(ratings.items()))
            for person, ratings in sorted(debate.stances.items())
        },
        "beside": dict(sorted(debate.header.beside.items())),
    }
    return {key: value for key, value in record.items() if value}


def header_of(own: OwnRecord, title: str) -> Header:
    """Returns the header of a graph's record; a title that was edited in the file is taken."""
    read: Header = READERS["map"](dict(own["map"]))
    if clean(title) != clean(read.title):
        read = read._replace(title=clean(title))
    return read._replace(beside=dict(own.get("beside", {})) or NO_EXTRA)


def tables_of(own: OwnRecord) -> tuple[dict[str, Source], dict[str, dict[str, float]]]:
    """Returns the sources and the ratings of a graph's record."""
    sources = {key: READERS["sources"](dict(each)) for key, each in own.get("sources", {}).items()}
    return sources, {person: dict(each) for person, each in own.get("stances", {}).items()}


def node_record(
    key: str, record: Claim | Link, seen: Node, ids: Mapping[str, str]
) -> dict[str, Any]:
    """Returns what is written beside the node of a claim or a link.

    Args:
        key: Its id in the map.
        record: The claim or link.
        seen: What the node says without it, as it would be read.
        ids: By the id of what has a node in the file, its id there.
    """
    extra = {k: v for k, v in record.extra.items() if not _says(seen.extra, k, v)}
    own: dict[str, Any] = {} if key == ids[key] else {"id": key}
    if strange := [k for k in seen.extra if k not in record.extra]:
        own[_WITHOUT] = strange
    if isinstance(record, Claim):
        shape = SHAPES["claims"](record._replace(extra=extra))
        if record.text == clean(record.text):
            del shape[_TEXT]
        return own | {"claim": shape}
    own["link"] = SHAPES["links"](record._replace(extra=extra))
    ends = (*record.premises, record.target)
    unseen = [end for end in ends if end == key or end not in ids]
    return own | ({"missing": unseen} if unseen else {})


def _says(extra: Mapping[str, Any], key: str, value: object) -> bool:
    return key in extra and is_same(extra[key], value)


def own_claim(node: Node) -> Claim:
    """Returns the claim of a node with a record; a text that was edited in the file is taken."""
    shape = dict((node.own or {})["claim"])
    exact = shape.setdefault(_TEXT, node.claim.text)
    read: Claim = READERS["claims"](shape)
    if clean(exact) != clean(node.claim.text):
        read = read._replace(text=clean(node.claim.text))
    return read._replace(extra=_extra(node, read.extra))


def own_link(node: Node) -> Link:
    """Returns the link of a node with a record, its ends as they were when it was written."""
    read: Link = READERS["links"](dict((node.own or {})["link"]))
    return read._replace(stance=node.stance, extra=_extra(node, read.extra))


def _extra(node: Node, hidden: Extra) -> Extra:
    """Returns the unknown fields of a claim or link: what the node shows, and what it does not."""
    strange = (node.own or {}).get(_WITHOUT, ())
    return {**{k: v for k, v in node.extra.items() if k not in strange}, **hidden} or NO_EXTRA

"""Records as plain fields, by table, for a merge that goes field by field."""

from collections.abc import Callable
from typing import Any, Final

from debatemap.model import Claim, Header, Link
from debatemap.store.records import (
    claim_shape,
    header_shape,
    link_shape,
    read_claim,
    read_header,
    read_link,
    read_source,
    source_shape,
)

__all__ = ["FROM", "READERS", "SHAPES"]

FROM: Final = "from"
"""The field of a link's first premise, in which the file nests the link."""


def _link_shape(link: Link) -> dict[str, Any]:
    return {FROM: link.premises[0], **link_shape(link)}


def _read_link(shape: dict[str, Any]) -> Link:
    first = shape.pop(FROM)
    shape["with"] = [other for other in shape.get("with", ()) if other != first]
    return read_link(first, shape)


def _read_claim(shape: dict[str, Any]) -> Claim:
    shape["sources"] = [dict(cited) for cited in shape.get("sources", ())]
    return read_claim(shape)


def _read_header(shape: dict[str, Any]) -> Header:
    return read_header(shape, {})


SHAPES: Final[dict[str, Callable[[Any], dict[str, Any]]]] = {
    "claims": claim_shape,
    "links": _link_shape,
    "sources": source_shape,
    "map": header_shape,
}
"""Functions from a record to its fields."""

READERS: Final[dict[str, Callable[[dict[str, Any]], Any]]] = {
    "claims": _read_claim,
    "links": _read_link,
    "sources": read_source,
    "map": _read_header,
}
"""Functions from fields, which they use up, to the record."""

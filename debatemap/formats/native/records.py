"""Each record as the file has it, and back.

The readers take the known keys out of the object that they are given: what is left is the
record's `extra`, so that no field is copied that need not be.
"""

import sys
from collections.abc import Callable, Mapping
from typing import Any, Final

from debatemap.core.fields import TEXT_ALONE, Field, Table, field_of, fields_of, fits
from debatemap.core.model import NO_EXTRA, Citation, Claim, Extra, Header, Link, Source
from debatemap.core.source_text import read_text, text_shape

__all__ = [
    "FROM",
    "READERS",
    "SHAPES",
    "claim_shape",
    "filled",
    "header_shape",
    "link_shape",
    "number",
    "read_claim",
    "read_header",
    "read_link",
    "read_source",
    "source_shape",
    "value_shape",
]

FROM: Final = "from"
"""The field of a link's first premise, where a link stands by itself. In a file the link is
nested in that claim."""

_LATER: Final[dict[Table, tuple[Field, ...]]] = {
    table: tuple(field for field in fields_of(table) if field.is_later)
    for table in ("map", "claims", "sources", "citations")
}
_SOURCE_KEYS: Final = tuple(f.in_file for f in fields_of("sources") if not f.is_later)
_CITATION_KEYS: Final = tuple(f.in_file for f in fields_of("citations") if not f.is_later)
_intern: Final = sys.intern
_new: Final = tuple.__new__
"""Makes a record in half the time that its class takes, of all its fields."""
_NO_LINKS: Mapping[str, Any] = {}


def read_header(raw: dict[str, Any], beside: dict[str, Any]) -> Header:
    """Returns the header of the file's `map` object and of the unknown keys beside it."""
    map_id, title, theses = raw.pop("id"), raw.pop("title", ""), tuple(raw.pop("theses", ()))
    later = _read_later("map", raw)
    return Header(map_id, title, theses, raw or NO_EXTRA, beside or NO_EXTRA, **later)


def read_claim(raw: dict[str, Any]) -> Claim:
    """Returns the claim in an object that holds no links."""
    text = raw.pop("text")
    if not raw:
        return _new(Claim, (text, *TEXT_ALONE))
    known = {name: read(raw.pop(key)) for name, key, read, _ in _OF_CLAIMS if key in raw}
    if _LATER["claims"]:
        known |= _read_later("claims", raw)
    return Claim(text, **known, extra=raw or NO_EXTRA)


def read_link(first: str, raw: dict[str, Any]) -> Link:
    """Returns the link in an object that stands in the claim `first`."""
    if len(raw) == 3 and "pos" in raw:  # noqa: PLR2004  (what most links hold, and no more)
        stance, target, pos = raw["stance"], _intern(raw["to"]), _intern(raw["pos"])
        return _new(Link, ((first,), stance, target, pos, NO_EXTRA))
    others = raw.pop("with", None)
    return Link(
        (first, *map(sys.intern, others)) if others else (first,),
        raw.pop("stance"),
        sys.intern(raw.pop("to")),
        sys.intern(raw.pop("pos", "")),
        raw or NO_EXTRA,
    )


def read_source(raw: dict[str, Any]) -> Source:
    """Returns the source in an object."""
    known = {key: raw.pop(key, "") for key in _SOURCE_KEYS}
    return Source(**known, **_read_later("sources", raw), extra=raw or NO_EXTRA)


def header_shape(header: Header) -> dict[str, Any]:
    """Returns a header as the file's `map` object, without what stands beside it."""
    shape = {"id": header.id, "title": header.title, "theses": header.theses}
    return _with_extra(shape, _with_later("map", header))


def claim_shape(claim: Claim, links: Mapping[str, Any] = _NO_LINKS) -> dict[str, Any]:
    r"""Returns a claim as the file has it, with the given shapes of links in it.

    Examples:
        >>> claim_shape(Claim("It rains.", note="Since noon.\nA lot."))
        {'text': 'It rains.', 'note': ['Since noon.', 'A lot.']}
    """
    if claim[1:] == TEXT_ALONE:
        return {"text": claim.text, "links": links} if links else {"text": claim.text}
    rest = {
        key: write(value) for name, key, _, write in _OF_CLAIMS if (value := getattr(claim, name))
    }
    rest["links"] = links
    extra = _with_later("claims", claim) if _LATER["claims"] else claim.extra
    return {"text": claim.text, **_with_extra(rest, extra)}


def link_shape(link: Link) -> dict[str, Any]:
    """Returns a link as the file has it, which is without its first premise."""
    premises, stance, target, pos, extra = link
    if len(premises) == 1 and pos and stance and target and not extra:
        return {"stance": stance, "to": target, "pos": pos}
    shape = {"stance": link.stance, "to": link.target, "with": link.premises[1:], "pos": link.pos}
    return _with_extra(shape, link.extra)


def source_shape(source: Source) -> dict[str, Any]:
    """Returns a source as the file has it."""
    known = {key: getattr(source, key) for key in _SOURCE_KEYS}
    return _with_extra(known, _with_later("sources", source))


def value_shape(table: Table, name: str, value: Any) -> Any:  # noqa: ANN401  (the value of any field)
    r"""Returns the value of a field as the file has it.

    Examples:
        >>> value_shape("claims", "note", "Since noon.\nA lot."), value_shape("claims", "note", "")
        (['Since noon.', 'A lot.'], [])
    """
    field = field_of(table, name)
    write = _CODECS[field.kind][1] if field.kind in _CODECS else _as_it_is
    return write(value) if value or not field.is_list else []


def filled(known: dict[str, Any]) -> dict[str, Any]:
    """Returns the fields that hold something."""
    return {key: value for key, value in known.items() if value}


def number(value: float) -> float:
    """Returns a rating as the file has it: 80 rather than 80.0."""
    return int(value) if value == int(value) else value


def _with_extra(known: dict[str, Any], extra: Extra) -> dict[str, Any]:
    """Returns the known fields that hold something, then the unknown ones, sorted by key."""
    return {**filled(known), **dict(sorted(extra.items()))} if extra else filled(known)


def _citation(raw: dict[str, Any]) -> Citation:
    known = {key: raw.pop(key) for key in _CITATION_KEYS if key in raw}
    return Citation(**known, **_read_later("citations", raw), extra=raw or NO_EXTRA)


def _citation_shape(cited: Citation) -> dict[str, Any]:
    """Returns a citation as the file has it."""
    known = {key: getattr(cited, key) for key in _CITATION_KEYS}
    return _with_extra(known, _with_later("citations", cited))


def _read_later(table: Table, raw: dict[str, Any]) -> dict[str, Any]:
    """Takes the later fields out of an object; what is no value of one is left there."""
    return {
        field.name: _CODECS[field.kind][0](raw.pop(field.in_file))
        for field in _LATER[table]
        if field.in_file in raw and fits(field, raw[field.in_file])
    }


def _with_later(table: Table, record: Header | Claim | Source | Citation) -> Extra:
    """Returns the unknown fields of a record together with the later ones.

    Programs that do not know these write them there, so that a map's bytes do not depend on who
    saved it last.
    """
    later = {
        field.in_file: _CODECS[field.kind][1](value)
        for field in _LATER[table]
        if (value := getattr(record, field.name))
    }
    return {**record.extra, **later} if later else record.extra


def _as_it_is(value: Any) -> Any:  # noqa: ANN401  (what the file has, which is the same)
    return value


_CODECS: Final[dict[str, tuple[Callable[[Any], Any], Callable[[Any], Any]]]] = {
    "line": (_as_it_is, _as_it_is),
    "text": (_as_it_is, _as_it_is),
    "lines": ("\n".join, lambda text: text.split("\n")),
    "tags": (tuple, _as_it_is),
    "choice": (_as_it_is, _as_it_is),
    "source_text": (read_text, text_shape),
    "citations": (
        lambda shapes: tuple(map(_citation, shapes)),
        lambda citations: [_citation_shape(cited) for cited in citations],
    ),
}
"""Functions from what the file has to what a record has, and back, by kind of field."""

_OF_CLAIMS: Final = tuple(
    (field.name, field.in_file, *_CODECS[field.kind])
    for field in fields_of("claims")
    if field.name != "text" and not field.is_later
)


def _free_link_shape(link: Link) -> dict[str, Any]:
    shape = {_beside_from(key): value for key, value in link_shape(link).items()}
    return {FROM: link.premises[0], **shape}


def _read_free_link(shape: dict[str, Any]) -> Link:
    first = shape.pop(FROM)
    fields = {key[:-1] if _is_like_from(key) else key: shape[key] for key in shape}
    return read_link(first, fields)


def _beside_from(key: str) -> str:
    """Returns another name for an unknown field that is called as the first premise's is."""
    return f"{key}'" if _is_like_from(key) else key


def _is_like_from(key: str) -> bool:
    return key.rstrip("'") == FROM


def _read_free_claim(shape: dict[str, Any]) -> Claim:
    shape["sources"] = [dict(cited) for cited in shape.get("sources", ())]
    return read_claim(shape)


def _read_free_header(shape: dict[str, Any]) -> Header:
    return read_header(shape, {})


SHAPES: Final[dict[str, Callable[[Any], dict[str, Any]]]] = {
    "claims": claim_shape,
    "links": _free_link_shape,
    "sources": source_shape,
    "map": header_shape,
}
"""Functions from a record by itself to its fields, by table."""

READERS: Final[dict[str, Callable[[dict[str, Any]], Any]]] = {
    "claims": _read_free_claim,
    "links": _read_free_link,
    "sources": read_source,
    "map": _read_free_header,
}
"""Functions from fields, whose object they use up, to the record."""

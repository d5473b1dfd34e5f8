"""A node of arguebuf as a claim or a step, and back."""

import re
from collections.abc import Collection, Mapping
from itertools import islice
from typing import Any, Final, NamedTuple, TypeGuard

from debatemap.core.model import Citation, Claim
from debatemap.core.text import clean
from debatemap.formats.argument.foreign_fields import (
    KEPT,
    SCHEME,
    cleaned,
    day_of,
    kept,
    text_of_field,
    visible,
)
from debatemap.formats.argument.graph import OTHER, Kind, Node
from debatemap.formats.argument.own_names import OWN
from debatemap.formats.argument.schemes import DEFAULT, scheme_name, scheme_of
from debatemap.formats.assembly import Assembly
from debatemap.formats.native.numbers import json_exactly

__all__ = ["Tables", "metadata_of", "own_of", "raw_node", "read_node"]

_STANCES: Final[dict[str, Kind]] = {"support": "supports", "attack": "attacks"}
_NOUNS: Final = {"rephrase": "rephrases", "preference": "preferences"}
_METADATA: Final = "metadata"
_DESCRIPTORS: Final = "premiseDescriptors"
_BESIDE: Final = (_METADATA, _DESCRIPTORS, "reference", "participant")
"""Fields that are kept, and go out where they were rather than in `userdata`."""
_NOT_USER: Final = {*_BESIDE, "scheme", OWN}
_MIDNIGHT: Final = "T00:00:00Z"
_STAMP: Final = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?Z")
_REFERENCE: Final = frozenset(("resource", "offset", "text"))
_WORD: Final = 2**31
"""One more than the largest number that Protobuf has for an offset."""


def own_of(raw: Mapping[str, Any]) -> dict[str, Any] | None:
    """Returns what this program wrote in `userdata`; None where somebody broke it."""
    userdata = raw.get("userdata")
    text = userdata.get(OWN) if isinstance(userdata, dict) else None
    try:
        own = json_exactly(text.encode()) if isinstance(text, str) else None
    except (ValueError, RecursionError):
        return None
    return own if isinstance(own, dict) else None


class Tables(NamedTuple):
    """What the nodes of a graph name by id.

    Attributes:
        people: The names of the participants by id.
        sources: By the id of a resource in the file, its id in the map.
    """

    people: Mapping[str, str]
    sources: Mapping[str, str]


def read_node(
    raw: Mapping[str, Any], key: str, tables: Tables, assembly: Assembly, *, is_own: bool
) -> Node:
    """Returns a node as the file has it.

    Args:
        raw: The node.
        key: Its id.
        tables: What it may name.
        assembly: Counts what had to be mended.
        is_own: Whether this program wrote it, so that its record says more than its dates and
            quotes do.
    """
    own, userdata = own_of(raw), raw.get("userdata")
    extra = kept(userdata, _NOT_USER) if isinstance(userdata, dict) else {}
    metadata = raw.get(_METADATA)
    created = day_of(metadata.get("created")) if isinstance(metadata, dict) else ""
    if metadata and (not isinstance(raw.get("atom"), dict) or metadata != metadata_of(created, {})):
        extra[f"{KEPT}{_METADATA}"] = cleaned(metadata)
    atom, scheme = raw.get("atom"), raw.get("scheme")
    whole = {**raw, "id": key}
    if isinstance(atom, dict):
        text = atom.get("text")
        if not is_own and not (isinstance(text, str) and text.strip()):
            assembly.repair("nodes without a text", key, "have their ids for texts")
            text = key
        said = text if isinstance(text, str) else ""
        claim = Claim(said if is_own else clean(said), created=created)
        claim, more = _attributed(claim, atom, tables, is_own=is_own)
        return Node(key, "claim", claim, extra | more, own, whole)
    if isinstance(scheme, dict):
        kind, more, noun = _scheme(scheme, key, assembly, is_own=is_own)
        return Node(key, kind, extra=extra | more, own=own, raw=whole, noun=noun)
    return Node(key, OTHER, raw=whole, noun="nodes that are neither atom nor scheme")


def _attributed(
    claim: Claim, atom: Mapping[str, Any], tables: Tables, *, is_own: bool
) -> tuple[Claim, dict[str, Any]]:
    """Returns the claim with its author and quote, and what of these a map has no place for."""
    extra: dict[str, Any] = {}
    who, reference = atom.get("participant"), atom.get("reference")
    if isinstance(who, str) and tables.people.get(who):
        claim = claim._replace(by=tables.people[who])
    elif who:
        extra[f"{KEPT}participant"] = cleaned(who)
    if isinstance(reference, dict) and reference and not is_own:
        source = tables.sources.get(str(reference.get("resource")))
        if source:
            quote = text_of_field(reference.get("text"))
            claim = claim._replace(sources=(Citation(source, quote),))
        extra[f"{KEPT}reference"] = cleaned(reference)
    return claim, extra


def _scheme(
    scheme: Mapping[str, Any], key: str, assembly: Assembly, *, is_own: bool
) -> tuple[Kind, dict[str, Any], str]:
    """Returns the kind of a scheme node, what it says beyond that, and what else it is called."""
    extra: dict[str, Any] = {}
    descriptors = scheme.get(_DESCRIPTORS, scheme.get("premise_descriptors"))
    if descriptors:
        extra[f"{KEPT}{_DESCRIPTORS}"] = cleaned(descriptors)
    for each, noun in _NOUNS.items():
        if each in scheme:
            return OTHER, extra, noun
    for each, kind in _STANCES.items():
        if each in scheme:
            name = scheme_name(scheme[each]) if kind == "supports" else ""
            return kind, extra | ({SCHEME: name} if name else {}), ""
    if not is_own:
        assembly.lose("schemes that do not say for or against", key, "became support")
    return "supports", extra, ""


def metadata_of(created: str | None, extra: Mapping[str, Any]) -> dict[str, Any]:
    """Returns the dates of a claim, or of a step, whose day is None.

    What the file had wins while the day is the same.
    """
    exact = extra.get(f"{KEPT}{_METADATA}")
    if _is_metadata(exact) and created in (None, day_of(exact.get("created"))):
        return dict(exact)
    day = created if created and day_of(created) == created else ""
    return {"created": day + _MIDNIGHT, "updated": day + _MIDNIGHT} if day else {}


def _is_metadata(value: object) -> TypeGuard[dict[str, Any]]:
    return (
        isinstance(value, dict)
        and bool(value)
        and value.keys() <= {"created", "updated"}
        and all(isinstance(each, str) and _STAMP.fullmatch(each) for each in value.values())
    )


def raw_node(node: Node, people: Mapping[str, str], sources: Collection[str]) -> dict[str, Any]:
    """Returns a claim or a step as arguebuf has it.

    Args:
        node: The claim or step.
        people: By the name of a participant, the id.
        sources: The ids of the resources.
    """
    if node.kind == "claim":
        raw: dict[str, Any] = {"atom": _atom(node, people, sources)}
    else:
        raw = {"scheme": _written_scheme(node)}
    metadata = metadata_of(node.claim.created if node.kind == "claim" else None, node.extra)
    userdata = {key: each for key, each in visible(node.extra, _NOT_USER).items() if _fits(each)}
    return raw | ({_METADATA: metadata} if metadata else {}) | {"userdata": userdata}


def _written_scheme(node: Node) -> dict[str, Any]:
    named = node.extra.get(SCHEME)
    scheme = scheme_of(named) if isinstance(named, str) and named else DEFAULT
    raw: dict[str, Any] = {"attack": "ATTACK_DEFAULT"}
    if node.kind == "supports":
        raw = {"support": f"SUPPORT_{scheme}"}
    descriptors = node.extra.get(f"{KEPT}{_DESCRIPTORS}")
    if isinstance(descriptors, list) and all(isinstance(each, str) for each in descriptors):
        raw[_DESCRIPTORS] = descriptors
    return raw


def _atom(node: Node, people: Mapping[str, str], sources: Collection[str]) -> dict[str, Any]:
    atom: dict[str, Any] = {"text": node.claim.text}
    exact = node.extra.get(f"{KEPT}reference")
    if isinstance(exact, dict) and exact.get("resource") in sources and exact.keys() <= _REFERENCE:
        atom["reference"] = {key: each for key, each in exact.items() if _is_reference(key, each)}
    else:
        quoted = (each for each in node.claim.sources if each.quote and each.ref in sources)
        for cited in islice(quoted, 1):
            atom["reference"] = {"resource": cited.ref, "text": cited.quote}
    who = people.get(node.claim.by) or node.extra.get(f"{KEPT}participant")
    if isinstance(who, str) and who:
        atom["participant"] = who
    return atom


def _is_reference(key: str, value: object) -> bool:
    if key == "offset":
        return isinstance(value, int) and not isinstance(value, bool) and abs(value) < _WORD
    return isinstance(value, str)


def _fits(value: object) -> bool:
    """Tells whether Protobuf keeps a value: its numbers are fractions of 64 bits."""
    if isinstance(value, dict):
        return all(map(_fits, value.values()))
    if isinstance(value, list):
        return all(map(_fits, value))
    if isinstance(value, (float, int)) and not isinstance(value, bool):
        return float(value) == value
    return value is None or isinstance(value, (bool, str))

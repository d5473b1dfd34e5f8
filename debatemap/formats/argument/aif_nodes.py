"""A node of AIF as a claim or a step, and back."""

import re
from collections.abc import Mapping
from typing import Any, Final

from debatemap.core.model import Claim
from debatemap.core.text import clean
from debatemap.formats.argument.foreign_fields import KEPT, SCHEME, as_id, day_of, kept, visible
from debatemap.formats.argument.graph import OTHER, Kind, Node
from debatemap.formats.argument.own_names import OWN
from debatemap.formats.assembly import Assembly

__all__ = ["node_id", "raw_node", "read_node"]

_KINDS: Final[dict[str, Kind]] = {"I": "claim", "RA": "supports", "CA": "attacks"}
_TYPES: Final[dict[Kind, str]] = {kind: each for each, kind in _KINDS.items()}
_NOUNS: Final = {
    "MA": "rephrases", "PA": "preferences", "L": "locutions", "YA": "illocutions",
    "TA": "transitions",
}  # fmt: skip
_DEFAULTS: Final = {
    "supports": ("Default Inference", "72"), "attacks": ("Default Conflict", "71"),
}  # fmt: skip
"""The scheme of a step that names none, and its number in AIFdb."""
_PLAIN: Final = re.compile(r"|ra|ca|unknown|default|(default )?(inference|conflict)", re.IGNORECASE)
"""Texts of scheme nodes that name no scheme."""
_COMMON: Final = {"nodeID", "text", "type", "timestamp", OWN}
_OF_STEPS: Final = {*_COMMON, "scheme", "schemeID"}
_MIDNIGHT: Final = " 00:00:00"
_SAID: Final = ("text", "scheme", "schemeID", "timestamp")
"""Fields of a step that are kept only where they are not what is written anyhow."""


def read_node(raw: Mapping[str, Any], key: str, assembly: Assembly) -> Node:
    """Returns a node as the file has it, under an id."""
    own = raw.get(OWN) if isinstance(raw.get(OWN), dict) else None
    said = raw.get("type")
    kind = _KINDS.get(said.strip().upper()) if isinstance(said, str) else None
    if said == "":
        # So arguebuf writes a scheme of which it does not know the kind.
        assembly.lose("schemes that do not say for or against", key, "became support")
        kind = "supports"
    if kind is None and said is None and isinstance(raw.get("text"), str):
        assembly.repair("nodes without a type", key, "became claims")
        kind = "claim"
    if kind is None:
        noun = _NOUNS.get(str(said).strip().upper(), f"nodes of the type {clean(str(said))[:20]}")
        return Node(key, OTHER, own=own, raw=raw, noun=noun)
    if kind == "claim":
        return _claim(raw, key, own, assembly)
    extra = kept(raw, _OF_STEPS) | _scheme(raw, kind)
    return Node(key, kind, extra=extra, own=own, raw=raw)


def _claim(
    raw: Mapping[str, Any], key: str, own: dict[str, Any] | None, assembly: Assembly
) -> Node:
    text = raw.get("text")
    if own is None and not (isinstance(text, str) and text.strip()):
        assembly.repair("nodes without a text", key, "have their ids for texts")
        text = key
    extra, created = kept(raw, _COMMON), day_of(raw.get("timestamp"))
    if "timestamp" in raw and raw["timestamp"] != (created and created + _MIDNIGHT):
        extra[f"{KEPT}timestamp"] = raw["timestamp"]
    said = text if isinstance(text, str) else ""
    if own is None:
        said = clean(said)
    return Node(key, "claim", Claim(said, created=created), extra, own, raw)


def _scheme(raw: Mapping[str, Any], kind: Kind) -> dict[str, Any]:
    """Returns what a scheme node says of its scheme beyond what is written without it."""
    named = raw.get("scheme")
    text = raw.get("text")
    extra: dict[str, Any] = {}
    if isinstance(named, str) and named and named != _DEFAULTS[kind][0]:
        extra[SCHEME] = clean(named)
    elif "scheme" not in raw and isinstance(text, str) and not _PLAIN.fullmatch(text.strip()):
        extra[SCHEME] = clean(text)
    again = _scheme_fields(kind, extra)
    for key in _SAID:
        if key in raw and raw[key] != again.get(key) and (key != "scheme" or raw[key]):
            extra[f"{KEPT}{key}"] = clean(raw[key]) if isinstance(raw[key], str) else raw[key]
    return extra


def _scheme_fields(kind: Kind, extra: Mapping[str, Any]) -> dict[str, Any]:
    default, number = _DEFAULTS[kind]
    named = extra.get(SCHEME)
    scheme = named if isinstance(named, str) and named else default
    fields: dict[str, Any] = {"text": scheme, "timestamp": "", "scheme": scheme}
    if scheme == default:
        fields["schemeID"] = number
    said = {key: extra[f"{KEPT}{key}"] for key in _SAID if f"{KEPT}{key}" in extra}
    if not isinstance(said.get("text", ""), str):
        del said["text"]
    return fields | {key: value for key, value in said.items() if key != "scheme"}


def raw_node(node: Node, ids: Mapping[str, Any]) -> dict[str, Any]:
    """Returns a claim or a step as AIF has it.

    Args:
        node: The claim or step.
        ids: The ids as the file had them, where they were numbers.
    """
    raw: dict[str, Any] = {"nodeID": ids.get(node.id, node.id)}
    if node.kind == "claim":
        created = node.claim.created
        stamp = created + _MIDNIGHT if created and day_of(created) == created else ""
        if f"{KEPT}timestamp" in node.extra:
            # It is more exact than the day, as long as that is the same.
            exact = node.extra[f"{KEPT}timestamp"]
            stamp = exact if day_of(exact) == day_of(created) else stamp
        raw |= {"text": node.claim.text, "type": "I", "timestamp": stamp}
        return raw | visible(node.extra, _COMMON)
    fields = _scheme_fields(node.kind, node.extra)
    raw |= {"text": fields.pop("text"), "type": _TYPES[node.kind]}
    return raw | fields | visible(node.extra, _OF_STEPS)


def node_id(raw: Mapping[str, Any]) -> str:
    """Returns the id of a node; empty where it has none."""
    return as_id(raw.get("nodeID"))

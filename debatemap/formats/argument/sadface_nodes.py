"""A node of SADFace as a claim or a step, and back."""

import re
from collections.abc import Collection, Mapping
from typing import Any, Final

from debatemap.core.debate import Debate
from debatemap.core.model import Citation, Claim
from debatemap.core.text import clean
from debatemap.formats.argument.foreign_fields import (
    KEPT,
    SCHEME,
    cleaned,
    kept,
    part_of,
    text_of_field,
    visible,
)
from debatemap.formats.argument.graph import OTHER, Kind, Node
from debatemap.formats.argument.own_names import OWN
from debatemap.formats.assembly import Assembly

__all__ = ["raw_node", "read_node"]

_COMMON: Final = {"id", "type", "text", "name", "sources", "metadata"}
_ATTACKS: Final = re.compile(
    r".*\b(conflicts?|attack\w*|rebut\w*|undercut\w*|undermin\w*|refut\w*|contradict\w*|con)\b.*",
    re.IGNORECASE,
)
_SUPPORTS: Final = re.compile(r"(default\s*)?(support|inference)", re.IGNORECASE)
"""Names of schemes for something that name no other scheme."""
_PLAIN_ATTACKS: Final = re.compile(r"(default\s*)?(conflict|attack)", re.IGNORECASE)
_NOUNS: Final = {"rephrase": "rephrases", "preference": "preferences"}
_NAMES: Final = {"supports": "support", "attacks": "conflict"}
_OF_SOURCES: Final = {"resource_id", "text"}


def read_node(
    raw: Mapping[str, Any],
    key: str,
    resources: Mapping[str, str],
    assembly: Assembly,
    *,
    is_own: bool,
) -> Node:
    """Returns a node as the file has it.

    Args:
        raw: The node.
        key: Its id.
        resources: By the id of a resource in the file, its id in the map.
        assembly: Counts what had to be mended.
        is_own: Whether this program wrote it, so that its record says more than its sources do.
    """
    metadata = part_of(raw, "metadata")
    own = part_of(metadata, OWN) or None
    extra = kept(raw, _COMMON)
    rest = {name: each for name, each in metadata.items() if name != OWN and each}
    if rest:
        extra[f"{KEPT}metadata"] = cleaned(rest)
    said = str(raw.get("type")).strip().lower()
    if said == "atom" or (said != "scheme" and isinstance(raw.get("text"), str)):
        text = raw.get("text")
        if not is_own and not (isinstance(text, str) and text.strip()):
            assembly.repair("nodes without a text", key, "have their ids for texts")
            text = key
        text = text if isinstance(text, str) else ""
        claim = Claim(text if is_own else clean(text))
        if not is_own and raw.get("sources"):
            claim = claim._replace(sources=_citations(raw["sources"], key, resources, assembly))
        return Node(key, "claim", claim, extra, own, raw)
    if said == "scheme":
        kind, more, noun = _scheme(raw.get("name"))
        return Node(key, kind, extra=extra | more, own=own, raw=raw, noun=noun)
    return Node(key, OTHER, raw=raw, noun="nodes that are neither atom nor scheme")


def _scheme(said: object) -> tuple[Kind, dict[str, Any], str]:
    """Returns the kind of a scheme, what its name says beyond that, and what else it is called."""
    name = text_of_field(said).strip()
    if name.lower() in _NOUNS:
        return OTHER, {}, _NOUNS[name.lower()]
    kind: Kind = "attacks" if _ATTACKS.fullmatch(name) else "supports"
    plain = _PLAIN_ATTACKS if kind == "attacks" else _SUPPORTS
    extra = {SCHEME: name} if name and not plain.fullmatch(name) else {}
    if name and not extra and name != _NAMES[kind]:
        extra = {f"{KEPT}name": name}
    return kind, extra, ""


def _citations(
    found: object, key: str, resources: Mapping[str, str], assembly: Assembly
) -> tuple[Citation, ...]:
    """Returns the sources of an atom as citations; one may be an id alone."""
    citations = []
    for each in found if isinstance(found, list) else [found]:
        raw = {"resource_id": each} if isinstance(each, str) else each
        ref = resources.get(str(raw.get("resource_id"))) if isinstance(raw, dict) else None
        if not isinstance(raw, dict) or ref is None:
            assembly.repair("sources that name no resource", key, "left out")
            continue
        extra = kept(raw, _OF_SOURCES)
        citations.append(Citation(ref, text_of_field(raw.get("text")), extra=extra))
    return tuple(citations)


def raw_node(key: str, node: Node, debate: Debate) -> dict[str, Any]:
    """Returns a claim or a step as SADFace has it, without what is written for this program.

    Args:
        key: Its id in the map.
        node: The claim or step.
        debate: The debate, for the sources of the claim.
    """
    exact = node.extra.get(f"{KEPT}metadata")
    metadata = {"core": {}, **(exact if isinstance(exact, dict) else {})}
    metadata.pop(OWN, None)
    raw: dict[str, Any] = {"id": node.id, "metadata": metadata}
    if node.kind == "claim":
        cited = debate.claims[key].sources
        raw |= {"type": "atom", "text": node.claim.text, "sources": _written(cited, debate.sources)}
    else:
        names = (node.extra.get(each) for each in (f"{KEPT}name", SCHEME))
        fitting = (
            each for each in names if isinstance(each, str) and _scheme(each)[0] == node.kind
        )
        raw |= {"type": "scheme", "name": next(fitting, _NAMES[node.kind])}
    return raw | visible(node.extra, _COMMON)


def _written(cited: tuple[Citation, ...], there: Collection[str]) -> list[dict[str, Any]]:
    return [
        {
            "resource_id": each.ref, "text": each.quote, "offset": 0, "length": len(each.quote),
            **visible(each.extra, _OF_SOURCES),
        }
        for each in cited
        if each.ref in there
    ]  # fmt: skip

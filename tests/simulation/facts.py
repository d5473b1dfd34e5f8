"""A map's file as single facts, read by Python's own JSON and not by the program.

A fact's path is the one that a conflict has: table, id and field. Links are records of their
own, with `from` for the claim that they stand in.
"""

import json
from typing import Any, Final

__all__ = ["RECORDS", "Facts", "Path", "Shape", "entries", "facts_of", "named_in", "nodes_of"]

Shape = dict[str, Any]
Path = tuple[str, ...]
Facts = dict[Path, Any]

RECORDS: Final = ("claims", "links", "sources")
"""The tables whose rows can be deleted."""


def facts_of(data: bytes) -> Facts:
    """Returns every fact of a map, by its path.

    Raises:
        ValueError: The bytes are no JSON, or a key stands twice in an object.
    """
    shape: Shape = json.loads(data, object_pairs_hook=_once)
    found: Facts = {("map", key): value for key, value in shape["map"].items()}
    for table in ("sources", "stances"):
        for row, fields in shape.get(table, {}).items():
            found.update(((table, row, key), value) for key, value in fields.items())
    for claim, fields in shape.get("claims", {}).items():
        for link, step in fields.pop("links", {}).items():
            if ("links", link, "from") in found:
                raise ValueError(f"the link {link} stands twice")
            found["links", link, "from"] = claim
            found.update((("links", link, key), value) for key, value in step.items())
        found.update((("claims", claim, key), value) for key, value in fields.items())
    return found


def entries(data: bytes) -> list[Shape]:
    """Returns the conflicts that a map holds."""
    held: list[Shape] = json.loads(data).get("conflicts", [])
    return held


def nodes_of(facts: Facts) -> set[Path]:
    """Returns the table and the id of every claim, link and source."""
    return {path[:2] for path in facts if path[0] in RECORDS}


def named_in(facts: Facts) -> set[tuple[Path, Path]]:
    """Returns who names whom: the path of a record, and the table and id that it names."""
    nodes = {node: (table, node) for table, node in nodes_of(facts) if table != "sources"}
    named: set[tuple[Path, Path]] = set()
    for path, value in facts.items():
        match path:
            case ("links", _, "from" | "to"):
                named.add((path[:2], nodes.get(value, ("claims", value))))
            case ("links", _, "with") | ("map", "theses"):
                named.update((path[:2], nodes.get(node, ("claims", node))) for node in value)
            case ("claims", _, "sources"):
                named.update((path[:2], ("sources", cited["ref"])) for cited in value)
            case ("stances", _, node):
                named.add((path, nodes.get(node, ("claims", node))))
    return named


def _once(pairs: list[tuple[str, Any]]) -> Shape:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise ValueError("a key stands twice")
    return found

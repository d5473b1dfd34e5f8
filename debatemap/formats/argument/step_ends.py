"""What each step of a graph joins, by the edges of the file."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from debatemap.formats.argument.graph import OTHER, Edge, Node
from debatemap.formats.assembly import Assembly

__all__ = ["Ends", "ends_of"]


class Ends(NamedTuple):
    """The ends of the steps, by their ids in the file.

    Attributes:
        premises: By step, what leads to it.
        targets: By step, what it is about.
        direct: Edges from claim to claim, with no step between.
    """

    premises: dict[str, list[str]]
    targets: dict[str, list[str]]
    direct: list[Edge]


def ends_of(nodes: Mapping[str, Node], edges: Iterable[Edge], assembly: Assembly) -> Ends:
    """Returns what the steps join; what an edge cannot say is mended, and counted."""
    ends = Ends({}, {}, [])
    for edge in edges:
        start, end = nodes.get(edge.start), nodes.get(edge.end)
        if start is None or end is None:
            assembly.repair("edges with an end that is no node", _words(edge), "left out")
        elif start is end:
            if start.kind != OTHER:
                assembly.repair("edges from a node to itself", start.id, "left out")
        elif OTHER in (start.kind, end.kind):
            continue
        elif start.kind == "claim" and end.kind == "claim":
            assembly.repair("edges from claim to claim", _words(edge), "became support")
            ends.direct.append(edge)
        elif start.kind == "claim" or _is_recorded_premise(start, end, ends):
            ends.premises.setdefault(end.id, []).append(start.id)
        else:
            ends.targets.setdefault(start.id, []).append(end.id)
    return Ends(_once(ends.premises), _once(ends.targets), ends.direct)


def _is_recorded_premise(start: Node, end: Node, ends: Ends) -> bool:
    """Tells whether a step is one of the premises of another, which only this program writes."""
    if end.own is None or "link" not in end.own:
        return False
    link = end.own["link"]
    key = start.own.get("id", start.id) if start.own else start.id
    if key not in (link.get("from"), *link.get("with", ())):
        return False
    # Between two steps there may be two edges: one of them is about the other as well.
    about = (start.own or {}).get("link", {}).get("to")
    return about != end.own.get("id", end.id) or end.id in ends.targets.get(start.id, ())


def _words(edge: Edge) -> str:
    return f"{edge.start} → {edge.end}"


def _once(found: dict[str, list[str]]) -> dict[str, list[str]]:
    return {key: list(dict.fromkeys(each)) for key, each in found.items()}

"""A graph of networkx from node-link JSON, by whichever names its lists and ends have."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from debatemap.formats.argument.foreign_fields import as_id, expect
from debatemap.formats.assembly import Assembly
from debatemap.formats.loss import Loss

if TYPE_CHECKING:
    import networkx as nx

__all__ = ["NodeLinks", "graph_in"]

_PARTS: Final = {"nodes", "links", "edges", "graph", "directed", "multigraph", "debatemap"}
_ID_IN: Final = ("id", "name", "key")
"""Attributes that a node is called by, the likeliest first."""


class NodeLinks(NamedTuple):
    """A graph, and what was wrong in its file."""

    graph: "nx.MultiDiGraph[str]"
    repairs: tuple[Loss, ...]


def graph_in(whole: Mapping[str, Any], name: str) -> NodeLinks:
    """Returns the graph of a file.

    Raises:
        MapError: It has no lists of nodes and edges.
    """
    import networkx as nx  # noqa: PLC0415  (the names of formats are asked for without it)

    mended = Assembly()
    directed = whole.get("directed", True) is not False
    graph: Any = nx.MultiDiGraph() if directed else nx.MultiGraph()
    about = expect(whole.get("graph"), _dict_or_pairs(whole.get("graph")), "graph", name)
    graph.graph.update(about if isinstance(about, dict) else _pairs(about))
    graph.graph.update({key: each for key, each in whole.items() if key not in _PARTS})
    order = _add_nodes(graph, expect(whole.get("nodes"), list, "nodes", name), mended)
    part = "links" if "links" in whole else "edges"
    _add_edges(graph, expect(whole.get(part), list, part, name), order, mended)
    return NodeLinks(graph, mended.repairs)


def _dict_or_pairs(found: object) -> type:
    """Returns the kind of the graph's attributes, which old versions have as a list of pairs."""
    return list if isinstance(found, list) else dict


def _pairs(found: list[Any]) -> dict[str, Any]:
    return {
        str(each[0]): each[1] for each in found if isinstance(each, list) and len(each) == len("kv")
    }


def _add_nodes(graph: Any, found: list[Any], mended: Assembly) -> list[str]:  # noqa: ANN401  (either kind)
    """Takes in the nodes, and returns their ids in the order of the file."""
    order: list[str] = []
    for number, raw in enumerate(found):
        attributes = dict(raw) if isinstance(raw, dict) else {"id": raw}
        named = next((key for key in _ID_IN if as_id(attributes.get(key))), "")
        node = as_id(attributes.get(named)) if named else str(number)
        if not named:
            mended.repair("nodes without an id", node, "are called by their number")
        if node in graph:
            mended.repair("ids that stand twice", node, "lead to the first node")
        else:
            attributes.pop("id", None)
            graph.add_node(node)
            graph.nodes[node].update({str(key): each for key, each in attributes.items()})
        order.append(node)
    return order


def _add_edges(graph: Any, found: list[Any], order: list[str], mended: Assembly) -> None:  # noqa: ANN401  (either kind)
    for number, raw in enumerate(found):
        attributes = dict(raw) if isinstance(raw, dict) else {}
        ends = [_end(attributes.pop(side, None), graph, order) for side in ("source", "target")]
        if ends[0] in graph and ends[1] in graph:
            attributes.pop("key", None)
            graph.add_edge(*ends)
            key = max(graph[ends[0]][ends[1]])
            graph.edges[ends[0], ends[1], key].update(
                {str(name): each for name, each in attributes.items()}
            )
        else:
            mended.repair("edges with an end that is no node", str(number + 1), "left out")


def _end(said: object, graph: Any, order: list[str]) -> str:  # noqa: ANN401  (either kind)
    """Returns the node that an edge names: by its id, within an object, or by its number."""
    if isinstance(said, dict):
        said = next((said[key] for key in _ID_IN if key in said), None)
    key = as_id(said)
    if key not in graph and isinstance(said, int) and 0 <= said < len(order):
        return order[said]
    return key

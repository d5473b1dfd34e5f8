"""Node-link JSON: the graph of a debate as networkx and D3 have it, and back.

As in GraphML, claims and links are both nodes, and every field of a record is an attribute of its
node. A graph of another program is read as claims that are its nodes and links that are its edges.

The format: `networkx.node_link_data`; its edges are called `links` up to 3.5 and `edges` from
then on. D3's force layout reads the former, in which an end may be the number of a node.
"""

from typing import TYPE_CHECKING, Any, ClassVar, Final

from debatemap.core.debate import Debate
from debatemap.core.errors import MapError
from debatemap.formats.argument.format import ArgumentFormat
from debatemap.formats.argument.head import Shape
from debatemap.formats.argument.own_names import AS, OWN
from debatemap.formats.format import Imported, Progress

if TYPE_CHECKING:
    import networkx as nx

__all__ = ["NodeLink"]

_OF_NETWORKX: Final = ("multigraph", "directed")
_ENDS: Final = (
    "links.[].source", "links.[].target", "edges.[].source", "edges.[].target",
)  # fmt: skip
_OF_ANOTHER_SHAPE: Final = (
    KeyError, TypeError, AttributeError, ValueError, IndexError, RecursionError,
)  # fmt: skip
"""What comes of JSON in an attribute that is no record."""


class NodeLink(ArgumentFormat):
    """Node-link JSON, read and written without loss."""

    name: ClassVar[str] = "node-link"
    title: ClassVar[str] = "node-link JSON"

    def has_shape(self, shape: Shape) -> bool:
        """Tells whether a file begins as a graph of networkx or D3."""
        return shape.has(*_OF_NETWORKX) or shape.has(*_ENDS)

    def read(self, data: bytes, name: str, progress: Progress) -> Imported:
        """Reads a graph: one that this program wrote, or another's."""
        from debatemap.formats.argument.json_file import read_object  # noqa: PLC0415  (light names)
        from debatemap.formats.graphml_records import MARK, records_of  # noqa: PLC0415
        from debatemap.formats.node_link_graph import graph_in  # noqa: PLC0415
        from debatemap.formats.plain_graph import debate_of_plain_graph  # noqa: PLC0415

        progress("reading")
        read = graph_in(read_object(data, name, lambda _: False), name)
        progress("linking")
        if MARK not in read.graph.graph:
            made = debate_of_plain_graph(read.graph, name)
            return made._replace(repairs=(*made.repairs, *read.repairs))
        try:
            return records_of(read.graph, name)
        except _OF_ANOTHER_SHAPE as error:
            problem = f"its attributes hold what no map can: {error!r}"
            advice = f"Remove the attribute {MARK} to read it as another program's graph."
            raise MapError(name, problem, advice=advice) from None

    def written(self, debate: Debate) -> bytes:
        """Returns the file of a graph."""
        from debatemap.formats.argument.json_file import written  # noqa: PLC0415  (as above)
        from debatemap.formats.graphml_records import graph_of  # noqa: PLC0415

        return written(
            {OWN: {AS: self.name, "map": {"id": debate.header.id}}, **_shape(graph_of(debate))}
        )


def _shape(graph: "nx.MultiDiGraph[str]") -> dict[str, Any]:
    """Returns a graph as networkx writes it."""
    return {
        "directed": True,
        "multigraph": True,
        "graph": dict(graph.graph),
        "nodes": [{**attributes, "id": node} for node, attributes in graph.nodes(data=True)],
        "edges": [
            {**attributes, "source": start, "target": end, "key": key}
            for start, end, key, attributes in graph.edges(keys=True, data=True)
        ],
    }

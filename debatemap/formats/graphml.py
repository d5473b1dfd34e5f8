"""GraphML: the graph of a debate for networkx, Gephi, yEd and others, and back.

Claims and links are both nodes, as in `Debate.graph`, so that an undercut has something to point
at; edges run premise → link → target. Every field of a record is an attribute of its node; what has
parts, such as sources, is JSON in an attribute. Nothing is lost by writing and reading. A graph of
another program is read as claims that are its nodes and links that are its edges.

The format: http://graphml.graphdrawing.org/specification.html, as networkx reads and writes it.
"""

import re
from io import BytesIO
from typing import TYPE_CHECKING, ClassVar, Final

from debatemap.core.debate import Debate
from debatemap.core.errors import MapError
from debatemap.formats.features import ALL_CARRIED, Carries
from debatemap.formats.format import Format, Imported, Progress, Written
from debatemap.formats.graphml_xml import read_graph

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["GraphML"]

_ROOT: Final = re.compile(rb"<(?:\w+:)?graphml[\s>]")
_ID: Final = re.compile(
    rb'attr\.name="debatemap".*?<graph [^>]*\bid="([A-Za-z0-9_-]{1,64})"', re.DOTALL
)
"""Where a map's id stands in front of its nodes: attributes of a graph come behind them."""
_OF_ANOTHER_SHAPE: Final = (
    KeyError, TypeError, AttributeError, ValueError, IndexError, RecursionError,
)  # fmt: skip
"""What comes of JSON in an attribute that is no record."""


class GraphML(Format):
    """GraphML, read and written without loss."""

    name: ClassVar[str] = "graphml"
    title: ClassVar[str] = "GraphML"
    suffixes: ClassVar[tuple[str, ...]] = (".graphml",)
    reads: ClassVar[bool] = True
    writes: ClassVar[bool] = True
    is_lossless: ClassVar[bool] = True
    carries: ClassVar[Carries] = ALL_CARRIED

    def sniff(self, head: bytes) -> bool:
        """Tells whether a file's root is that of GraphML."""
        return _ROOT.search(head) is not None

    def map_id(self, head: bytes) -> str:
        """Returns the id of a map that this program wrote."""
        found = _ID.search(head)
        return found[1].decode("ascii") if found else ""

    def read(self, data: bytes, name: str, progress: Progress) -> Imported:
        """Reads a graph: one that this program wrote, or another's."""
        from debatemap.formats.graphml_records import MARK, records_of  # noqa: PLC0415  (as below)
        from debatemap.formats.plain_graph import debate_of_plain_graph  # noqa: PLC0415

        progress("reading")
        graph, groups = read_graph(data, name)
        progress("linking")
        if MARK not in graph.graph:
            return debate_of_plain_graph(graph, name, groups)
        try:
            return records_of(graph, name)
        except _OF_ANOTHER_SHAPE as error:
            problem = f"its attributes hold what no map can: {error!r}"
            advice = f"Remove the attribute {MARK} to read it as another program's graph."
            raise MapError(name, problem, advice=advice) from None

    def write(self, debate: Debate, *, crlf: bool = False) -> Written:  # noqa: ARG002  (LF is XML's)
        """Writes claims and links as nodes."""
        return Written(self.writer(debate)())

    def writer(self, debate: Debate, *, crlf: bool = False) -> "Callable[[], bytes]":  # noqa: ARG002
        """Returns a function that writes the debate as it is now, and reads it back."""
        now = debate if debate.is_snapshot else debate.snapshot()

        def write() -> bytes:
            import networkx as nx  # noqa: PLC0415  (names of formats are asked for without it)

            from debatemap.formats.graphml_records import graph_of, records_of  # noqa: PLC0415

            target = BytesIO()
            nx.write_graphml_xml(graph_of(now), target, encoding="utf-8", prettyprint=True)
            data = target.getvalue().rstrip() + b"\n"
            again = records_of(read_graph(data, "the map")[0], "the map")
            if again.losses or again.debate.tables() != now.tables():
                problem = "it cannot be written as GraphML so that it reads back the same"
                raise MapError("the map", problem, advice="Save it as JSON.")
            return data

        return write

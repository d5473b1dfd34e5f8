"""Arguebuf's JSON, schema 1: atoms and scheme nodes by id, with texts, people and dates.

What this program keeps for itself stands as text in `userdata`, which arguebuf keeps as well.

The format: https://github.com/recap-utr/arg-services, `graph.v1.Graph` in the JSON of Protobuf.
"""

from typing import ClassVar, Final

from debatemap.core.debate import Debate
from debatemap.formats.argument.format import ArgumentFormat
from debatemap.formats.argument.head import Shape
from debatemap.formats.format import Imported, Progress

__all__ = ["Arguebuf"]

_OF_GRAPHS: Final = (
    "schemaVersion", "schema_version", "libraryVersion", "library_version", "majorClaim",
    "major_claim", "nodes.*.atom", "nodes.*.scheme", "edges.*.source",
)  # fmt: skip


class Arguebuf(ArgumentFormat):
    """Arguebuf JSON, read and written without loss."""

    name: ClassVar[str] = "arguebuf"
    title: ClassVar[str] = "arguebuf JSON"

    def has_shape(self, shape: Shape) -> bool:
        """Tells whether a file begins as a graph of arguebuf."""
        return shape.has(*_OF_GRAPHS)

    def read(self, data: bytes, name: str, progress: Progress) -> Imported:
        """Reads a graph."""
        from debatemap.formats.argument.arguebuf_reader import read_arguebuf  # noqa: PLC0415

        return read_arguebuf(data, name, progress)

    def written(self, debate: Debate) -> bytes:
        """Returns the file of a graph."""
        from debatemap.formats.argument.arguebuf_writer import graph_file  # noqa: PLC0415
        from debatemap.formats.argument.json_file import written  # noqa: PLC0415

        return written(graph_file(debate))

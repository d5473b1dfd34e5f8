"""AIF, the argument interchange format, as AIFdb's node sets have it in JSON; and xAIF around it.

Claims are I-nodes, steps RA-nodes (inference) and CA-nodes (conflict). MA, PA, L, YA and TA nodes,
which say who said what in which order and what is the same in other words, are kept beside the
map and written again; what they say of who claims what becomes authors and quotes.

The format: https://www.arg.tech/aif; the JSON as AIFdb and OVA write it.
"""

from typing import Any, ClassVar, Final

from debatemap.core.debate import Debate
from debatemap.formats.argument.format import ArgumentFormat
from debatemap.formats.argument.head import Shape
from debatemap.formats.format import Imported, Progress

__all__ = ["AIF", "XAIF"]

_NODE_SET: Final = ("nodes.[].nodeID", "edges.[].fromID", "edges.[].formEdgeID", "locutions.[]")
_AROUND: Final = ("AIF", "aif", "OVA", "text.txt")


class AIF(ArgumentFormat):
    """AIF JSON, read and written without loss."""

    name: ClassVar[str] = "aif"
    title: ClassVar[str] = "AIF"

    def has_shape(self, shape: Shape) -> bool:
        """Tells whether a file begins as a node set of AIFdb."""
        return shape.has(*_NODE_SET)

    def read(self, data: bytes, name: str, progress: Progress) -> Imported:
        """Reads a node set, with or without what xAIF has around it."""
        from debatemap.formats.argument.aif_reader import read_aif  # noqa: PLC0415  (light names)

        return read_aif(data, name, progress)

    def written(self, debate: Debate) -> bytes:
        """Returns a node set."""
        from debatemap.formats.argument.aif_writer import node_set  # noqa: PLC0415  (as above)
        from debatemap.formats.argument.json_file import written  # noqa: PLC0415

        return written(self._whole(node_set(debate, self.name), debate))

    def _whole(self, nodes: dict[str, Any], _: Debate) -> dict[str, Any]:
        return nodes


class XAIF(AIF):
    """xAIF JSON, read and written without loss."""

    name: ClassVar[str] = "xaif"
    title: ClassVar[str] = "xAIF"

    def has_shape(self, shape: Shape) -> bool:
        """Tells whether a file begins as xAIF, which has AIF in it."""
        return shape.has(*_AROUND)

    def _whole(self, nodes: dict[str, Any], debate: Debate) -> dict[str, Any]:
        from debatemap.formats.argument.aif_writer import with_frame  # noqa: PLC0415  (as above)

        return with_frame(nodes, debate)

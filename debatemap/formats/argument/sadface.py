"""SADFace, the simple argument description format, in the four layouts that are about.

What a document says of itself stands at its top (before 0.1), in `metadata` (0.1), or in
`metadata.core` (0.2 and later). Atoms and schemes may have `metadata` and `sources` or not. What
this program keeps for itself stands in `metadata`, under a namespace of its own.

The format: https://github.com/Open-Argumentation/SADFace.
"""

from typing import ClassVar, Final

from debatemap.core.debate import Debate
from debatemap.formats.argument.format import ArgumentFormat
from debatemap.formats.argument.head import Shape
from debatemap.formats.format import Imported, Progress

__all__ = ["SADFace"]

_OF_DOCUMENTS: Final = (
    "edges.[].source_id", "edges.[].target_id", "analyst_name", "analyst_email",
    "metadata.core.analyst_name", "metadata.core.analyst_email",
)  # fmt: skip


class SADFace(ArgumentFormat):
    """SADFace JSON, read and written without loss."""

    name: ClassVar[str] = "sadface"
    title: ClassVar[str] = "SADFace"

    def has_shape(self, shape: Shape) -> bool:
        """Tells whether a file begins as a document of SADFace."""
        types = shape.words.get("nodes.[].type", frozenset())
        return shape.has(*_OF_DOCUMENTS) or not types.isdisjoint(("atom", "scheme"))

    def read(self, data: bytes, name: str, progress: Progress) -> Imported:
        """Reads a document."""
        from debatemap.formats.argument.sadface_reader import read_sadface  # noqa: PLC0415

        return read_sadface(data, name, progress)

    def written(self, debate: Debate) -> bytes:
        """Returns a document."""
        from debatemap.formats.argument.json_file import written  # noqa: PLC0415
        from debatemap.formats.argument.sadface_writer import document  # noqa: PLC0415

        return written(document(debate))

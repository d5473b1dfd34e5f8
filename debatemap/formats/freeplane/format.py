"""Freeplane and FreeMind: a mind map of nested nodes, in XML.

The root is the map's title, and its children are the theses. A node that replies to another has an
icon for its stance, and says what more there is in attributes, which Freeplane shows below it. A
claim that stands in another place once more is a node with the same words and an arrow to the
first one. The format: https://docs.freeplane.org, file freeplane.xsd.
"""

import re
from typing import ClassVar, Final

from debatemap.core.debate import Debate
from debatemap.formats.features import ALL_CARRIED, Carries
from debatemap.formats.format import Format, Imported, Progress, Written

__all__ = ["Freeplane"]

_ROOT: Final = re.compile(rb"<map[\s>]")
_BEFORE: Final = re.compile(rb"\s*(?:<\?.*?\?>\s*|<!--.*?-->\s*)*", re.DOTALL)


class Freeplane(Format):
    """A mind map."""

    name: ClassVar[str] = "freeplane"
    title: ClassVar[str] = "Freeplane"
    suffixes: ClassVar[tuple[str, ...]] = (".mm",)
    reads: ClassVar[bool] = True
    writes: ClassVar[bool] = True
    carries: ClassVar[Carries] = ALL_CARRIED

    def sniff(self, head: bytes) -> bool:
        """Tells whether a file's root is that of a mind map."""
        if head.startswith((b"\xff\xfe", b"\xfe\xff")):
            head = head.decode("utf-16", "ignore").encode()
        head = head.removeprefix(b"\xef\xbb\xbf")
        before = _BEFORE.match(head)
        return _ROOT.match(head, before.end() if before else 0) is not None

    def read(self, data: bytes, name: str, progress: Progress) -> Imported:
        """Reads a mind map, of this program or another."""
        from debatemap.formats.freeplane.reader import read_mind_map  # noqa: PLC0415  (names of formats are asked for without it)

        progress("reading")
        return read_mind_map(data, name)

    def write(self, debate: Debate, *, crlf: bool = False) -> Written:  # noqa: ARG002  (LF is XML's)
        """Writes a mind map."""
        from debatemap.formats.freeplane.writer import write_mind_map  # noqa: PLC0415  (as above)

        return write_mind_map(debate)

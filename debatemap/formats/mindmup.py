"""MindMup: a mind map of nested ideas, in JSON.

An argument map of MindMup has groups between an idea and its replies, which say `supporting` or
`opposing`; ideas of one group hold together. Further fields stand among the attributes of an idea.
"""

import re
from typing import ClassVar, Final

from debatemap.core.debate import Debate
from debatemap.formats.features import ALL_CARRIED, Carries
from debatemap.formats.format import Format, Imported, Progress, Written

__all__ = ["MindMup"]

_SIGNS: Final = (
    re.compile(rb"^(?:\xef\xbb\xbf)?\s*\{"),
    re.compile(rb'"ideas"\s*:\s*\{|"formatVersion"\s*:\s*\d.*"title"|"title".*"formatVersion"\s*:\s*\d',
               re.DOTALL),
)  # fmt: skip


class MindMup(Format):
    """A mind map of MindMup."""

    name: ClassVar[str] = "mindmup"
    title: ClassVar[str] = "MindMup"
    suffixes: ClassVar[tuple[str, ...]] = (".mup",)
    reads: ClassVar[bool] = True
    writes: ClassVar[bool] = True
    carries: ClassVar[Carries] = ALL_CARRIED

    def sniff(self, head: bytes) -> bool:
        """Tells whether a file begins with ideas in ideas."""
        return all(sign.search(head) for sign in _SIGNS)

    def read(self, data: bytes, name: str, progress: Progress) -> Imported:
        """Reads a mind map, of this program or another."""
        from debatemap.formats.mindmup_reader import read_ideas  # noqa: PLC0415  (names of formats are asked for without it)

        progress("reading")
        return read_ideas(data, name)

    def write(self, debate: Debate, *, crlf: bool = False) -> Written:  # noqa: ARG002  (JSON has LF)
        """Writes a mind map."""
        from debatemap.formats.mindmup_writer import write_ideas  # noqa: PLC0415  (as above)

        return write_ideas(debate)

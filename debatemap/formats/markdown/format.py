"""Markdown: a nested list, `**Pro:**` or `**Con:**` in front of each reply, notes as quotes.

Lists and headings that people write are read too: `+` and `-`, sections called Pros and Cons.
"""

import re
from typing import ClassVar, Final

from debatemap.core.debate import Debate
from debatemap.formats.features import CARRIED, Carries
from debatemap.formats.format import Format, Imported, Progress, Written

__all__ = ["Markdown"]

_LINE: Final = re.compile(
    r"#{1,6} \S|\s*[-*] +(?![<\[][^\]>]*[\]>]:)\S|\s*>|\s+\S|\s*$|\s*\d+[.)] "
)
_ITEM: Final = re.compile(r"\s*[-*] +\S")
_LEAST: Final = 2


class Markdown(Format):
    """A nested list."""

    name: ClassVar[str] = "markdown"
    title: ClassVar[str] = "Markdown"
    suffixes: ClassVar[tuple[str, ...]] = (".md", ".markdown")
    reads: ClassVar[bool] = True
    writes: ClassVar[bool] = True
    carries: ClassVar[Carries] = Carries(
        undercuts=CARRIED,
        joint_premises=CARRIED,
        reuse=CARRIED,
        loops=CARRIED,
        unplaced="became theses",
        question=CARRIED,
        sources="became links with title and address",
        notes=CARRIED,
        tags=CARRIED,
    )

    def sniff(self, head: bytes) -> bool:
        """Tells whether a text is a heading and a list, or a list, and nothing else."""
        lines = head.decode("utf-8-sig", "ignore").replace("\r\n", "\n").split("\n")
        # The last one may be cut off.
        lines = lines[:-1] if len(lines) > _LEAST else lines
        items = sum(_ITEM.match(line) is not None for line in lines)
        return items >= _LEAST and all(_LINE.match(line) for line in lines)

    def read(self, data: bytes, name: str, progress: Progress) -> Imported:
        """Reads lists and headings."""
        from debatemap.formats.markdown.reader import read_markdown  # noqa: PLC0415  (names of formats are asked for without it)

        progress("reading")
        return read_markdown(data, name)

    def write(self, debate: Debate, *, crlf: bool = False) -> Written:
        """Writes a nested list."""
        from debatemap.formats.markdown.writer import write_markdown  # noqa: PLC0415  (as above)

        return write_markdown(debate, self.carries, crlf=crlf)

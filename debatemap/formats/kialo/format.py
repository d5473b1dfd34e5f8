"""Kialo: numbered claims, each for or against the one whose number it goes on from.

Two layouts are read. Kialo's older one is written: `1.2.1. Pro: Many use them.` on one line. A
claim that stands in a second place is `-> See 1.1.`; several theses stand under a question.
"""

import re
from typing import ClassVar, Final

from debatemap.core.debate import Debate
from debatemap.formats.features import CARRIED, Carries
from debatemap.formats.format import Format, Imported, Progress, Written

__all__ = ["Kialo"]

_TITLE: Final = re.compile(r"\s*discussion (?:title|name):", re.IGNORECASE)
_ROOT: Final = re.compile(r"\s*1\. +\S")
_REPLY: Final = re.compile(r"^ *1\.(?:\d+\.)+ (?:pro|con): ?", re.IGNORECASE | re.MULTILINE)


class Kialo(Format):
    """A discussion as text."""

    name: ClassVar[str] = "kialo"
    title: ClassVar[str] = "Kialo text"
    suffixes: ClassVar[tuple[str, ...]] = (".txt",)
    reads: ClassVar[bool] = True
    writes: ClassVar[bool] = True
    carries: ClassVar[Carries] = Carries(
        undercuts="became replies to the premise",
        joint_premises="became replies that stand alone",
        reuse=CARRIED,
        loops=CARRIED,
        unplaced="became theses",
        question=CARRIED,
        sources="became links with title and address",
    )

    def sniff(self, head: bytes) -> bool:
        """Tells whether a text begins with a discussion's title, or with numbered replies."""
        is_wide = head.startswith((b"\xff\xfe", b"\xfe\xff"))
        text = head.decode("utf-16" if is_wide else "utf-8-sig", "ignore").replace("\r", "\n")
        if _TITLE.match(text):
            return True
        return _ROOT.match(text) is not None and _REPLY.search(text) is not None

    def read(self, data: bytes, name: str, progress: Progress) -> Imported:
        """Reads a discussion."""
        from debatemap.formats.kialo.reader import read_discussion  # noqa: PLC0415  (names of formats are asked for without it)

        progress("reading")
        return read_discussion(data, name)

    def write(self, debate: Debate, *, crlf: bool = False) -> Written:
        """Writes a discussion."""
        from debatemap.formats.kialo.writer import write_discussion  # noqa: PLC0415  (as above)

        return write_discussion(debate, self.carries, crlf=crlf)

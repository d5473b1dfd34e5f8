"""Org mode: a heading a claim, its stance as its keyword, its fields as properties.

What is read beside that: tags `:pro:` and `:con:`, `Pro:` and `Con:` in front of a heading, and
plain lists whose bullets or words say for or against. The format: https://orgmode.org/worg/org-syntax.html.
"""

import re
from typing import ClassVar, Final

from debatemap.core.debate import Debate
from debatemap.formats.features import ALL_CARRIED, Carries
from debatemap.formats.format import Format, Imported, Progress, Written

__all__ = ["Org"]

_KEYWORD: Final = re.compile(rb"^#\+(?:title|todo|author|startup|options|filetags|debatemap|date):",
                             re.IGNORECASE | re.MULTILINE)  # fmt: skip
_DRAWER: Final = re.compile(rb"^\*+ .*\r?\n\s*:PROPERTIES:\s*$", re.IGNORECASE | re.MULTILINE)


class Org(Format):
    """An Org file."""

    name: ClassVar[str] = "org"
    title: ClassVar[str] = "Org mode"
    suffixes: ClassVar[tuple[str, ...]] = (".org",)
    reads: ClassVar[bool] = True
    writes: ClassVar[bool] = True
    carries: ClassVar[Carries] = ALL_CARRIED

    def sniff(self, head: bytes) -> bool:
        """Tells whether a text has Org's keywords or a drawer of properties."""
        return _KEYWORD.search(head) is not None or _DRAWER.search(head) is not None

    def read(self, data: bytes, name: str, progress: Progress) -> Imported:
        """Reads headings and lists."""
        from debatemap.formats.org.reader import read_org  # noqa: PLC0415  (names of formats are asked for without it)

        progress("reading")
        return read_org(data, name)

    def write(self, debate: Debate, *, crlf: bool = False) -> Written:
        """Writes headings."""
        from debatemap.formats.org.writer import write_org  # noqa: PLC0415  (as above)

        return write_org(debate, crlf=crlf)

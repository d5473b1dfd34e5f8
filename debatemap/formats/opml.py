"""OPML 2.0: nested outlines in XML, which outliners exchange.

A reply begins with `Pro:` or `Con:`, as an outliner shows nothing but the text; a note stands in
`_note`, and what more there is in attributes. The format: http://opml.org/spec2.opml.
"""

import re
from typing import ClassVar, Final

from debatemap.core.debate import Debate
from debatemap.formats.features import ALL_CARRIED, Carries
from debatemap.formats.format import Format, Imported, Progress, Written

__all__ = ["OPML"]

_ROOT: Final = re.compile(rb"<opml[\s>]", re.IGNORECASE)


class OPML(Format):
    """An outline."""

    name: ClassVar[str] = "opml"
    title: ClassVar[str] = "OPML"
    suffixes: ClassVar[tuple[str, ...]] = (".opml",)
    reads: ClassVar[bool] = True
    writes: ClassVar[bool] = True
    carries: ClassVar[Carries] = ALL_CARRIED

    def sniff(self, head: bytes) -> bool:
        """Tells whether a file's root is that of OPML."""
        return (
            head.replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").startswith(b"<")
            and _ROOT.search(head.replace(b"\0", b"")) is not None
        )

    def read(self, data: bytes, name: str, progress: Progress) -> Imported:
        """Reads an outline, of this program or another."""
        from debatemap.formats.opml_tree import read_opml  # noqa: PLC0415  (names of formats are asked for without it)

        progress("reading")
        return read_opml(data, name)

    def write(self, debate: Debate, *, crlf: bool = False) -> Written:  # noqa: ARG002  (LF is XML's)
        """Writes an outline."""
        from debatemap.formats.opml_tree import write_opml  # noqa: PLC0415  (as above)

        return write_opml(debate)

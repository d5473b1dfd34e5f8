"""HTML: a map as one page for readers; it is only written.

The page is one file without a script. Its policy lets it load nothing, and apply no style but its
own; links lead to places on the page, and to addresses that begin with http, https or mailto.
"""

import re
from typing import ClassVar, Final

from debatemap.core.debate import Debate
from debatemap.documents.html.numbered_rows import Branches
from debatemap.documents.html.page_frame import page
from debatemap.formats.features import CARRIED, LOST, Carries, losses_by_declaration
from debatemap.formats.format import Format, Verdicts, Written
from debatemap.formats.unshown import left_out

__all__ = ["HTML"]

_BEGINNING: Final = re.compile(rb"(?i)(?:\xef\xbb\xbf)?\s*<(?:!doctype\s+html|html)[\s>]")


class HTML(Format):
    """A web page."""

    name: ClassVar[str] = "html"
    title: ClassVar[str] = "HTML"
    suffixes: ClassVar[tuple[str, ...]] = (".html", ".htm")
    writes: ClassVar[bool] = True
    shows_verdicts: ClassVar[bool] = True
    carries: ClassVar[Carries] = Carries(
        undercuts=CARRIED, joint_premises=CARRIED, reuse=CARRIED, loops=CARRIED, unplaced=CARRIED,
        question=CARRIED, sources=CARRIED, quotes=CARRIED, notes=CARRIED, tags=CARRIED,
        authors=CARRIED, dates=CARRIED, ratings=CARRIED, scenarios=CARRIED, ids=CARRIED,
        unknown_fields=LOST,
    )  # fmt: skip

    def sniff(self, head: bytes) -> bool:
        """Tells whether a file begins as a web page."""
        return _BEGINNING.match(head) is not None

    def write(self, debate: Debate, *, crlf: bool = False) -> Written:  # noqa: ARG002  (LF will do)
        """Writes the page without strengths and verdicts."""
        return self._written(debate, None)

    def write_judged(self, debate: Debate, verdicts: Verdicts) -> Written:
        """Writes the page with strengths and verdicts."""
        return self._written(debate, verdicts)

    def _written(self, debate: Debate, verdicts: Verdicts | None) -> Written:
        branches = Branches(debate)
        text = "\n".join(filter(None, page(debate, branches, verdicts))) + "\n"
        losses = losses_by_declaration(debate, self.carries)
        return Written(text.encode(), (*losses, *left_out(debate, branches.links)))

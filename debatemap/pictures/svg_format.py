"""SVG: a picture of a map, with the layout of the map view; it is only written.

It has no script and loads nothing. A map of more claims than can be read at once is drawn as far
as they stand nearest the theses, and says so.
"""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar, Final

from debatemap.core.debate import Debate
from debatemap.formats.features import CARRIED, Carries, losses_by_declaration
from debatemap.formats.format import Format, Verdicts, Written
from debatemap.formats.loss import Loss, losses_of
from debatemap.formats.unshown import left_out, unused_sources

if TYPE_CHECKING:
    from debatemap.pictures.drawn_part import DrawnPart

__all__ = ["SVG"]

_BEGINNING: Final = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*|<!--.*?-->\s*|<!DOCTYPE\s+svg[^>]*>\s*)*<svg[\s>]",
    re.DOTALL,
)
_TOOLTIP: Final = "became tooltips"


class SVG(Format):
    """A picture that stays sharp."""

    name: ClassVar[str] = "svg"
    title: ClassVar[str] = "SVG"
    suffixes: ClassVar[tuple[str, ...]] = (".svg",)
    writes: ClassVar[bool] = True
    shows_verdicts: ClassVar[bool] = True
    carries: ClassVar[Carries] = Carries(
        undercuts=CARRIED, joint_premises=CARRIED, reuse=CARRIED, loops=CARRIED, unplaced=CARRIED,
        question=CARRIED, sources=_TOOLTIP, quotes=_TOOLTIP, notes=_TOOLTIP, tags=_TOOLTIP,
        authors=_TOOLTIP, dates=_TOOLTIP, ratings=_TOOLTIP,
    )  # fmt: skip

    def sniff(self, head: bytes) -> bool:
        """Tells whether a file begins as a picture in SVG."""
        return _BEGINNING.match(head) is not None

    def write(self, debate: Debate, *, crlf: bool = False) -> Written:  # noqa: ARG002  (LF will do)
        """Draws the map without strengths."""
        return self._written(debate, None)

    def write_judged(self, debate: Debate, verdicts: Verdicts) -> Written:
        """Draws the map with strengths."""
        return self._written(debate, verdicts)

    def _written(self, debate: Debate, verdicts: Verdicts | None) -> Written:
        from debatemap.pictures.drawing import Drawing  # noqa: PLC0415  (names are asked for without it)
        from debatemap.pictures.drawn_part import draw_part  # noqa: PLC0415

        part = draw_part(debate, with_strengths=verdicts is not None)
        elements = Drawing(debate, part, verdicts).elements()
        data = "".join(f"{element}\n" for element in elements).encode()
        return Written(data, (*losses_by_declaration(debate, self.carries), *_losses(debate, part)))


def _losses(debate: Debate, part: "DrawnPart") -> Iterator[Loss]:
    drawn = part.forest.target
    yield from losses_of("texts", part.shortened, "end early, and are whole in tooltips alone")
    yield from unused_sources(debate)
    if part.left_out:
        yield from losses_of(
            "claims", part.left_out, f"are not drawn, only the {len(part.lines)} nearest the theses"
        )
        yield from losses_of("links", [key for key in debate.links if key not in drawn])
    else:
        yield from left_out(debate, drawn)

"""Write a map, or a part of it, in another format."""

from collections.abc import Callable, Collection
from typing import Final, NamedTuple

from debatemap.core.debate import Debate
from debatemap.core.part_of_debate import claims_beneath, part_of
from debatemap.core.text import excerpt
from debatemap.documents.judged import verdicts_of
from debatemap.formats.format import Format, Written
from debatemap.formats.imported_base import without_bases

__all__ = ["WHOLE", "ExportPart", "export", "place_namer"]


class ExportPart(NamedTuple):
    """What of a map is written.

    Attributes:
        claim: The claim to begin with; empty for all of the map.
        depth: How many levels of replies beneath it, or beneath the theses; None for all.
        claims: The claims that a filter found; None for all.
    """

    claim: str = ""
    depth: int | None = None
    claims: Collection[str] | None = None

    def of(self, debate: Debate) -> Debate:
        """Returns this part of a debate, as a debate of its own, without what imports keep."""
        if self.claim or self.depth is not None:
            tops = [self.claim] if self.claim else list(debate.header.theses)
            kept = claims_beneath(debate, tops, self.depth)
            debate = part_of(debate, kept)
        if self.claims is not None:
            debate = part_of(debate, self.claims)
        header = without_bases(debate.header)
        if self.claim in debate.claims:
            header = header._replace(theses=(self.claim,))
        return Debate(header, debate.claims, debate.links, debate.sources, debate.stances)


WHOLE: Final = ExportPart()
"""All of a map."""


def export(
    debate: Debate, chosen: Format, part: ExportPart = WHOLE, *, verdicts: bool = True
) -> Written:
    """Returns a map, or a part of it, in another format, and what of that the format lacks.

    Args:
        debate: The map.
        chosen: The format.
        part: What of the map is written. It is judged as a part of the whole.
        verdicts: Whether what the arguments come to goes along, where the format shows it.
    """
    wanted = part.of(debate)
    if verdicts and chosen.shows_verdicts and debate.claims:
        return chosen.write_judged(wanted, verdicts_of(debate))
    return chosen.write(wanted)


def place_namer(debate: Debate) -> Callable[[str], str]:
    """Returns a function that names what a loss is about by its words, as far as it has some."""

    def named(place: str) -> str:
        if place in debate.sources:
            source = debate.sources[place]
            return _quoted(source.title or source.url or source.author)
        if place in debate.claims:
            return _quoted(debate.claims[place].text)
        first = debate.links[place].premises[0] if place in debate.links else ""
        return f"the step from {named(first)}" if first in debate.claims else place

    return named


def _quoted(text: str) -> str:
    return f"“{excerpt(text, 32)}”"

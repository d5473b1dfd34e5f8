"""Write a map, or a part of it, in another format."""

from collections.abc import Collection
from typing import Final, NamedTuple

from debatemap.core.debate import Debate
from debatemap.core.part_of_debate import claims_beneath, part_of
from debatemap.documents.judged import verdicts_of
from debatemap.formats.format import Format, Written
from debatemap.formats.imported_base import without_bases

__all__ = ["WHOLE", "ExportPart", "export"]


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

"""Write a map, or a part of it, in another format."""

from collections.abc import Collection
from typing import Final, NamedTuple

from debatemap.core.debate import Debate
from debatemap.core.part_of_debate import claims_beneath, part_of
from debatemap.core.text import SafeText, safe_line
from debatemap.formats.format import Format, Verdicts, Written
from debatemap.formats.imported_base import without_bases
from debatemap.judge.judgement import Judgement
from debatemap.judge.verdict_words import verdict_words

__all__ = ["WHOLE", "ExportPart", "export", "verdicts_of"]


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
    if verdicts and chosen.shows_verdicts:
        return chosen.write_judged(wanted, verdicts_of(debate))
    return chosen.write(wanted)


def verdicts_of(debate: Debate, judgement: Judgement | None = None) -> Verdicts:
    """Returns what the arguments of a map come to.

    Args:
        debate: The map.
        judgement: Its judgement; without it, everybody's mean by the usual method.
    """
    judged = judgement or Judgement(debate)
    strengths = {node: judged.strength(node) for node in (*debate.claims, *debate.links)}
    sentences = {
        thesis: verdict_words(judged, thesis)
        for thesis in debate.header.theses
        if thesis in debate.claims
    }
    return Verdicts(strengths, sentences, _basis(debate, judged))


def _basis(debate: Debate, judged: Judgement) -> SafeText:
    """Returns whose ratings a judgement rests on, in words."""
    if judged.person:
        return safe_line(f"with the ratings of {judged.person}")
    rating = sum(bool(held) for held in debate.stances.values())
    if not rating:
        return SafeText("nobody has rated any of it: this weighs replies only")
    return SafeText(f"with the mean of {rating:,} {'person' if rating == 1 else 'people'}")

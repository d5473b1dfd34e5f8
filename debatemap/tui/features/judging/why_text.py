"""The reasons for a strength as lines, for the screen that asks on and for the third column."""

from typing import Final, NamedTuple

from textual.content import Content

from debatemap.core.model import Stance
from debatemap.core.text import wrap
from debatemap.judge.explain.reasons import Sentence, why
from debatemap.judge.judgement import Judgement
from debatemap.tui.features.judging.claim_list import Lead
from debatemap.tui.widgets.strength_bar import COLOURS, bar

__all__ = ["Explanation", "as_column", "explained", "lead_of"]

_BAR: Final = 16
_MARK: Final = 2
"""Cells of the mark before a sentence that leads on."""
_SIDES: Final[dict[Stance, str]] = {"supports": "$pro", "attacks": "$con"}


class Explanation(NamedTuple):
    """Why one claim or link is as strong as it is.

    Attributes:
        figure: How it stands.
        sentences: The reasons.
    """

    figure: Content
    sentences: tuple[Sentence, ...]


def explained(node: str, judgement: Judgement) -> Explanation:
    """Returns the reasons for the strength of a claim or a link."""
    return Explanation(_figure(judgement, node), why(judgement, node).sentences)


def as_column(explanation: Explanation, room: int) -> Content:
    """Returns the reasons below one another, for a column of so many cells."""
    leads = [lead_of(sentence, room).label for sentence in explanation.sentences]
    heading = Content.styled("why", "$quiet")
    return Content("\n").join([heading, explanation.figure, Content(""), *leads])


def lead_of(sentence: Sentence, room: int) -> Lead:
    """Returns a sentence as a line, marked where it leads on, its side in colour."""
    lines = [Content(line) for line in wrap(sentence.text, room - _MARK)]
    words = Content("\n" + " " * _MARK).join(lines)
    if sentence.stance is not None:
        words = words.stylize(_SIDES[sentence.stance], 0, len(sentence.lead))
    mark = "› " if sentence.leads_to is not None else "  "
    return Lead(Content.assemble((mark, "bold $accent"), words), sentence.leads_to)


def _figure(judgement: Judgement, node: str) -> Content:
    """Returns how a claim or a link stands."""
    verdict = judgement.known_verdict(node)
    colour, says = COLOURS.get(verdict.side, "$warning"), verdict.side.word
    if node in judgement.debate.links:
        verdict = judgement.verdict(node)
        colour, says = "$foreground", "is how much this step counts"
    full, empty = bar(verdict.strength, _BAR) if verdict.range is None else ("", "┄" * _BAR)
    return Content.assemble(
        (full, colour), (empty, "$guide"), "  ", (verdict.points, f"bold {colour}"), f"  {says}"
    )

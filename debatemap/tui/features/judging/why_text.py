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
        figure: How it stands, in words.
        sentences: The reasons.
        bar: How it stands, drawn.
    """

    figure: Content
    sentences: tuple[Sentence, ...]
    bar: Content = Content("")

    def standing(self, room: int) -> Content:
        """Returns how it stands, drawn as well where a line of so many cells holds that."""
        drawn = Content.assemble(self.bar, "  ", self.figure) if self.bar.plain else self.figure
        return drawn if drawn.cell_length <= room else self.figure


def explained(node: str, judgement: Judgement) -> Explanation:
    """Returns the reasons for the strength of a claim or a link."""
    bar, figure = _figure(judgement, node)
    return Explanation(figure, why(judgement, node).sentences, bar)


def as_column(explanation: Explanation, room: int) -> Content:
    """Returns the reasons below one another, for a column of so many cells."""
    leads = [lead_of(sentence, room).label for sentence in explanation.sentences]
    heading = Content.styled("why", "$quiet")
    return Content("\n").join([heading, explanation.standing(room), Content(""), *leads])


def lead_of(sentence: Sentence, room: int) -> Lead:
    """Returns a sentence as a line, marked where it leads on, its side in colour."""
    lines = [Content(line) for line in wrap(sentence.text, room - _MARK)]
    words = Content("\n" + " " * _MARK).join(lines)
    if sentence.stance is not None:
        words = words.stylize(_SIDES[sentence.stance], 0, len(sentence.lead))
    mark = "› " if sentence.leads_to is not None else "  "
    return Lead(Content.assemble((mark, "bold $accent"), words), sentence.leads_to)


def _figure(judgement: Judgement, node: str) -> tuple[Content, Content]:
    """Returns how a claim or a link stands, drawn and in words."""
    verdict = judgement.known_verdict(node)
    colour, words = COLOURS.get(verdict.side, "$warning"), verdict.words
    if node in judgement.debate.links:
        verdict = judgement.verdict(node)
        colour, words = "$foreground", f"the step counts {verdict.points}"
    full, empty = bar(verdict.strength, _BAR) if verdict.range is None else ("", "┄" * _BAR)
    drawn = Content.assemble((full, colour), (empty, "$guide"))
    return drawn, Content.styled(words, f"bold {colour}")

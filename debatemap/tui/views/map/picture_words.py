"""What a picture says in sentences, for who hears the screen."""

from collections.abc import Iterator

from debatemap.core.debate import Debate
from debatemap.core.text import SafeText, excerpt, safe_line, wrap
from debatemap.tui.views.map.picture_moves import MOVES
from debatemap.tui.views.view import Marking
from debatemap.tui.widgets.sentences import (
    claim_facts,
    claim_replies,
    joined,
    stance,
    standing_words,
    step_replies,
)
from debatemap.views.map import DrawnMap

__all__ = ["picture_sentences"]

_NAMED = 60
_WAYS = {"outward": "Left", "inward": "Right", "previous": "Up", "next": "Down"}


def picture_sentences(
    debate: Debate, drawn: DrawnMap, claim: str, marking: Marking, cells: int
) -> list[SafeText]:
    """Returns the selected box as a sentence, and where each arrow leads from it."""
    return [
        line
        for sentence in _sentences(debate, drawn, claim, marking)
        for line in wrap(sentence, cells)
    ]


def _sentences(debate: Debate, drawn: DrawnMap, claim: str, marking: Marking) -> Iterator[str]:
    link = drawn.forest.via.get(claim)
    facts = [*standing_words(marking.strength(claim))]
    facts += [claim_replies(debate, claim), *claim_facts(debate, claim)]
    facts += step_replies(debate, link)
    facts += ["Marked"] if claim in marking.marked else []
    head = f"{stance(debate, link, claim)}, column {drawn.forest.column[claim] + 1}"
    yield joined(head, safe_line(debate.claims[claim].text), facts)
    for command, way in _WAYS.items():
        there = MOVES[command](drawn, claim)
        if there is not None:
            words = excerpt(debate.claims[there].text, _NAMED)
            yield f"{way}: {stance(debate, drawn.forest.via[there], there)}, {words}"

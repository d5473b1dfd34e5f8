"""What would turn a verdict, as plain data."""

from typing import Final

from debatemap.cli.json.verdict_data import verdict_data
from debatemap.judge.explain.turning import Turning
from debatemap.judge.explain.turning_words import plausible, turning_words
from debatemap.judge.judgement import Judgement

__all__ = ["described_turning"]

_MOST: Final = 200
"""Sets that are listed, the most plausible first; how many there are is told."""


def described_turning(judgement: Judgement, found: Turning) -> dict[str, object]:
    """Returns what would turn a verdict, with the sentence that the screen has for it."""
    debate = judgement.debate
    return {
        "words": turning_words(debate, found),
        "size": found.size,
        "claims": found.claims,
        "could": found.could,
        "complete": found.complete,
        "tried": found.tried,
        "whole": found.whole,
        "found": len(found.turns),
        "sets": [
            {
                "flips": [
                    {**flip._asdict(), "text": debate.claims[flip.claim].text}
                    for flip in turn.flips
                ],
                "after": verdict_data(turn.after),
                "plausibility": turn.plausibility,
                "plausible": plausible(turn.plausibility),
            }
            for turn in found.turns[:_MOST]
        ],
    }

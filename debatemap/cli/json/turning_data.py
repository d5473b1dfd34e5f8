"""What would turn a verdict, as plain data."""

from typing import Final

from debatemap.cli.json.verdict_data import verdict_data
from debatemap.judge.explain.turning import Turn, Turning
from debatemap.judge.explain.turning_words import plausible, turning_words
from debatemap.judge.judgement import Judgement

__all__ = ["described_turning"]

_MOST: Final = 200
"""Sets that are listed, the most plausible first; how many there are is told."""


def described_turning(judgement: Judgement, found: Turning) -> dict[str, object]:
    """Returns what would turn a verdict, with the sentence that the screen has for it."""
    return {
        "words": turning_words(judgement.debate, found),
        "size": found.size,
        "claims": found.claims,
        "could": found.could,
        "complete": found.complete,
        "tried": found.tried,
        "whole": found.whole,
        "found": len(found.turns),
        "sets": [_set(judgement, turn) for turn in found.turns[:_MOST]],
        "together": _set(judgement, found.together) if found.together is not None else None,
    }


def _set(judgement: Judgement, turn: Turn) -> dict[str, object]:
    claims = judgement.debate.claims
    return {
        "flips": [{**flip._asdict(), "text": claims[flip.claim].text} for flip in turn.flips],
        "after": verdict_data(turn.after),
        "plausibility": turn.plausibility,
        "plausible": plausible(turn.plausibility),
    }

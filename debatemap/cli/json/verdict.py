"""A verdict as plain data, with the words that the screen has for it."""

from debatemap.judge.judgement import Judgement
from debatemap.judge.verdict_words import verdict_words

__all__ = ["described_verdict"]


def described_verdict(judgement: Judgement, claim: str) -> dict[str, object]:
    """Returns how a claim stands: the same keys in the answer of every command.

    Examples:
        >>> from debatemap.core.debate import Debate
        >>> from debatemap.core.model import Claim, Header
        >>> judgement = Judgement(Debate(Header("m", theses=("t",)), {"t": Claim("T.")}))
        >>> found = described_verdict(judgement, "t")
        >>> found["verdict"], found["words"], found["strength"]
        ('too close to call, 50 %', 'open, 50 of 100', 0.5)
    """
    verdict = judgement.verdict(claim)
    return {
        "verdict": verdict.for_programs,
        "words": verdict_words(judgement, claim),
        "side": verdict.side.value,
        "strength": verdict.strength,
        "range": verdict.range,
    }

"""A verdict as plain data, in the shape that `verdict_shape` describes."""

from debatemap.cli.json.turning_data import described_turning
from debatemap.cli.json.verdict_data import verdict_data
from debatemap.judge.explain.parting import parting, parting_words
from debatemap.judge.explain.turning import turning
from debatemap.judge.judgement import Judgement
from debatemap.judge.methods import Method
from debatemap.judge.verdict_words import unanswered, verdict_words

__all__ = ["described_verdict"]


def described_verdict(judgement: Judgement, claim: str) -> dict[str, object]:
    """Returns how a claim stands: the same keys in the answer of every command.

    Examples:
        >>> from debatemap.core.debate import Debate
        >>> from debatemap.core.model import Claim, Header
        >>> judgement = Judgement(Debate(Header("m", theses=("t",)), {"t": Claim("T.")}))
        >>> found = described_verdict(judgement, "t")
        >>> found["verdict"], found["strength"], found["grounded"]
        ('open, about 50 of 100 (25 to 75)', 0.5, 'in')
        >>> found["words"]
        'open, about 50 of 100 (25 to 75) · nobody has rated it, and no other claim bears on it'
    """
    verdict = judgement.sure_verdict(claim)
    agreement = judgement.agreement(claim)
    return {
        "verdict": verdict.words,
        "words": verdict_words(judgement, claim),
        **verdict_data(verdict),
        "unanswered": unanswered(judgement, claim),
        "grounded": judgement.label(claim).term,
        "agreement": {
            "holds": [method.id for method in agreement.holds],
            "differ": [method.id for method in agreement.differ],
            "partings": [_parting(judgement, claim, method) for method in agreement.differ],
        },
        "turning": described_turning(judgement, turning(judgement, claim)),
    }


def _parting(judgement: Judgement, claim: str, method: Method) -> dict[str, object]:
    found = parting(judgement, claim, method)
    return {
        "method": method.id,
        "side": found.verdict.side.value,
        "strength": found.verdict.strength,
        "range": found.verdict.range,
        "at": found.node or None,
        "words": parting_words(judgement, found),
    }

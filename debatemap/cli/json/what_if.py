"""What comes of a what-if, as plain data."""

from collections.abc import Mapping

from debatemap.cli.json.verdict import described_verdict
from debatemap.cli.json.verdict_data import verdict_data
from debatemap.core.scenarios import Assumption
from debatemap.judge.explain.what_if import Moved, Outcome
from debatemap.judge.judgement import Judgement

__all__ = ["described"]


def described(
    judgement: Judgement, assumed: Mapping[str, Assumption], outcome: Outcome
) -> dict[str, object]:
    """Returns what comes of a what-if; strengths are 0 to 1.

    Theses have the verdicts that all commands tell. The other claims that move are many, and have
    theirs alone.
    """
    debate, own = judgement.debate, dict(judgement.assumed)
    theses = [each.claim for each in outcome.theses]
    before = [described_verdict(judgement, thesis) for thesis in theses]
    judgement.assume({**own, **assumed})
    after = [described_verdict(judgement, thesis) for thesis in theses]
    judgement.assume(own)
    return {
        "map": debate.header.id,
        "assumed": assumed,
        "method": judgement.method.id,
        "person": judgement.person or None,
        "theses": [
            {"id": thesis, "text": debate.claims[thesis].text, "before": then, "after": now}
            for thesis, then, now in zip(theses, before, after, strict=True)
        ],
        "moved": [_moved(judgement, each) for each in outcome.moved],
    }


def _moved(judgement: Judgement, moved: Moved) -> dict[str, object]:
    return {
        "id": moved.claim,
        "text": judgement.debate.claims[moved.claim].text,
        "before": verdict_data(moved.before),
        "after": verdict_data(moved.after),
    }

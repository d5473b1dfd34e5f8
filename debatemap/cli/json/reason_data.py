"""The reason for a strength, as plain data."""

from debatemap.cli.json.verdict import described_verdict
from debatemap.cli.json.verdict_data import verdict_data
from debatemap.judge.explain.told_reasons import told_reasons
from debatemap.judge.judgement import Judgement

__all__ = ["described"]


def described(judgement: Judgement, node: str) -> dict[str, object]:
    """Returns how a claim or a link stands and why; a link has no side that it is on."""
    debate = judgement.debate
    return {
        "map": debate.header.id,
        "id": node,
        "kind": "claim" if node in debate.claims else "link",
        "text": debate.claims[node].text if node in debate.claims else None,
        "method": judgement.method.id,
        "person": judgement.person or None,
        **(_claim(judgement, node) if node in debate.claims else _link(judgement, node)),
        "sentences": [
            {"text": sentence.text, "leads_to": sentence.leads_to}
            for sentence in told_reasons(judgement, node)
        ],
    }


def _claim(judgement: Judgement, claim: str) -> dict[str, object]:
    return described_verdict(judgement, claim)


def _link(judgement: Judgement, link: str) -> dict[str, object]:
    return {
        **verdict_data(judgement.sure_verdict(link)),
        "side": None,
        "grounded": judgement.label(link).term,
    }

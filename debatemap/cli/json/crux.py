"""What a verdict turns on, as plain data."""

from collections.abc import Iterable

from debatemap.core.debate import Debate
from debatemap.judge.explain.crux import (
    Dispute,
    Effect,
    cruxes,
    differences,
    double_crux,
    needed_opinion,
    robustness,
    smallest_sets,
)
from debatemap.judge.judgement import Judgement
from debatemap.judge.verdict import Verdict

__all__ = ["People", "described"]

People = tuple[str, str]
"""The names of two people who have rated something."""


def described(
    judgement: Judgement, tops: Iterable[str], people: People | None
) -> dict[str, object]:
    """Returns what verdicts turn on, as plain data; all numbers are 0 to 1."""
    return {
        "map": judgement.debate.header.id,
        "method": judgement.method.id,
        "person": judgement.person or None,
        "theses": [_turning(judgement, top, people) for top in tops],
    }


def _turning(judgement: Judgement, thesis: str, people: People | None) -> dict[str, object]:
    debate = judgement.debate
    found = cruxes(judgement, thesis, most=len(debate.claims))
    sets = smallest_sets(judgement, thesis)
    crux = found.crux.claim if found.crux is not None else None
    data: dict[str, object] = {
        "id": thesis,
        "text": debate.claims[thesis].text,
        "verdict": _verdict(found.verdict),
        "robustness": robustness(judgement, thesis)._asdict(),
        "crux": crux,
        "needed_opinion": needed_opinion(judgement, thesis, crux) if crux is not None else None,
        "exact": found.exact,
        "considered": found.considered,
        "of": found.of,
        "effects": [_effect(debate, effect) for effect in found.effects],
        "smallest_sets": {
            **sets._asdict(),
            "sets": [[flip._asdict() for flip in flips] for flips in sets.sets],
        },
    }
    if people is not None:
        data["double_crux"] = _double(judgement, thesis, people)
    return data


def _double(judgement: Judgement, thesis: str, people: People) -> dict[str, object]:
    debate, method = judgement.debate, judgement.method
    disputes = double_crux(debate, thesis, *people, method)
    return {
        "people": people,
        "verdicts": [_verdict(Judgement(debate, method, name).verdict(thesis)) for name in people],
        "differences": differences(debate, thesis, *people),
        "exact": disputes.exact,
        "considered": disputes.considered,
        "of": disputes.of,
        "disputes": [_dispute(debate, dispute) for dispute in disputes.found],
    }


def _dispute(debate: Debate, dispute: Dispute) -> dict[str, object]:
    return {**dispute._asdict(), "effect": _effect(debate, dispute.effect)}


def _effect(debate: Debate, effect: Effect) -> dict[str, object]:
    return {
        **effect._asdict(),
        "text": debate.claims[effect.claim].text,
        "doubted": _verdict(effect.doubted),
        "granted": _verdict(effect.granted),
    }


def _verdict(verdict: Verdict) -> dict[str, object]:
    return {"side": verdict.side.value, "strength": verdict.strength, "range": verdict.range}

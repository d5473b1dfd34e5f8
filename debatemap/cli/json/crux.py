"""What a verdict turns on, as plain data."""

from collections.abc import Iterable

from debatemap.cli.json.verdict import described_verdict
from debatemap.cli.json.verdict_data import verdict_data
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
from debatemap.judge.explain.division import Division, division
from debatemap.judge.explain.division_words import division_words
from debatemap.judge.explain.leaves import Leaf, Leaves, leaves
from debatemap.judge.judgement import Judgement

__all__ = ["People", "described"]

_MOST = 200
"""Leaves that are listed, the most telling first; how many there are is told."""

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
    needed = needed_opinion(judgement, thesis, crux) if crux is not None else None
    data: dict[str, object] = {
        "id": thesis,
        "text": debate.claims[thesis].text,
        **described_verdict(judgement, thesis),
        "leaves": _leaves(debate, leaves(judgement, thesis)),
        "robustness": robustness(judgement, thesis)._asdict(),
        "crux": crux,
        "needed_opinion": needed.base if needed is not None else None,
        "needed_opinion_exact": needed.complete if needed is not None else None,
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
        divided = division(debate, thesis, *people, judgement.method)
        verdicts = [verdict_data(verdict) for verdict in divided.verdicts]
        data["double_crux"] = {**_double(judgement, thesis, people), "verdicts": verdicts}
        data["division"] = {**_divided(debate, divided), "verdicts": verdicts}
    return data


def _leaves(debate: Debate, found: Leaves) -> dict[str, object]:
    people = {person: found.next_for(person) for person in found.people}
    return {
        "exact": found.exact,
        "considered": found.considered,
        "of": found.of,
        "next": found.found[0].claim if found.found else None,
        "next_for": {name: leaf.claim if leaf else None for name, leaf in people.items()},
        "found": [_leaf(debate, leaf) for leaf in found.found[:_MOST]],
    }


def _leaf(debate: Debate, leaf: Leaf) -> dict[str, object]:
    return {
        **leaf._asdict(),
        "text": debate.claims[leaf.claim].text,
        "at_low": verdict_data(leaf.at_low),
        "at_high": verdict_data(leaf.at_high),
    }


def _divided(debate: Debate, found: Division) -> dict[str, object]:
    return {
        **found._asdict(),
        "words": division_words(found),
        "apart": found.distance,
        "agreed": found.agreed,
        "exact": found.exact,
        "steps": [
            {**step._asdict(), "text": debate.claims[step.claim].text} for step in found.steps
        ],
        "unrated": dict(zip(found.people, found.unrated, strict=True)),
    }


def _double(judgement: Judgement, thesis: str, people: People) -> dict[str, object]:
    debate, method = judgement.debate, judgement.method
    disputes = double_crux(debate, thesis, *people, method)
    return {
        "people": people,
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
        "doubted": verdict_data(effect.doubted),
        "granted": verdict_data(effect.granted),
    }

"""Debates with a crowd whose opinions follow from the arguments, and with other crowds."""

from collections.abc import Iterator
from random import Random
from typing import Final, Literal

from debatemap.core.debate import Debate
from debatemap.core.model import STANCES, Claim, Header, Link
from debatemap.judge.evaluation import Evaluation
from debatemap.judge.held_opinions import span_of
from debatemap.judge.judgement import Judgement

__all__ = ["Crowd", "debates"]

Crowd = Literal["as modelled", "in two camps", "deaf"]
"""What the crowd's opinions are: by the arguments, the same in two camps, or by chance alone."""
_NOISE: Final = 0.15
"""The standard deviation of one person's opinion around what the crowd holds."""
_CAMP: Final = 0.2
"""How far either camp is from the middle between them, on all claims of one stance."""


def debates(count: int, crowd: Crowd, people: int, share: float) -> Iterator[Debate]:
    """Yields trees of 10 to 60 claims with ratings.

    Args:
        count: How many.
        crowd: Where the ratings come from.
        people: How many people there are.
        share: The part of the claims that each of them rates.
    """
    for seed in range(count):
        yield _rated(Random(seed), crowd, people, share)  # noqa: S311  (no secret)


def _rated(chance: Random, crowd: Crowd, people: int, share: float) -> Debate:
    size = chance.randint(10, 60)
    names = [f"c{n}" for n in range(size)]
    links = {
        f"l{n}": Link((names[n],), chance.choice(STANCES), names[int(n * chance.random() ** 2)])
        for n in range(1, size)
    }
    plain = Debate(Header("m", theses=("c0",)), {name: Claim(name) for name in names}, links)
    judgement = Judgement(plain)
    framework, relevances = judgement.framework, judgement.framework.relevances
    for link in links:
        framework.expose(link)
    framework.base_scores = [
        chance.uniform(*span_of(framework.opinions, name, 0.5, is_link=index in relevances))
        for index, name in enumerate(framework.names)
    ]
    strengths = Evaluation(framework, judgement.method).strengths
    truth = {name: strengths[index] for name, index in framework.of(range(len(framework)))}
    stances = {}
    for person in range(people):
        lean = _CAMP * (1 if person % 2 else -1) if crowd == "in two camps" else 0.0
        stances[f"p{person}"] = {
            name: 100 * min(1.0, max(0.0, _opinion(chance, crowd, truth[name], lean)))
            for name in names
            if chance.random() < share
        }
    return Debate(plain.header, plain.claims, plain.links, stances=stances)


def _opinion(chance: Random, crowd: Crowd, truth: float, lean: float) -> float:
    if crowd == "deaf":
        return chance.random()
    return truth + lean + chance.gauss(0.0, _NOISE)

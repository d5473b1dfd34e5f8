"""One person against the rest, and a verdict without one person's ratings."""

from collections.abc import Iterable, Iterator
from copy import copy
from typing import NamedTuple

from debatemap.core.debate import Debate
from debatemap.judge.evaluation import Evaluation
from debatemap.judge.explain.rating_queue import Disagreement, furthest_apart
from debatemap.judge.judgement import Judgement
from debatemap.judge.methods import DEFAULT, Method
from debatemap.judge.ratings import CLAIM, LINK, mean
from debatemap.judge.verdict import Verdict, verdict_of

__all__ = ["AgainstRest", "Without", "against_rest", "without_each", "without_person"]


class Without(NamedTuple):
    """A verdict without one person's ratings.

    Attributes:
        person: Who is left out.
        verdict: The verdict by the mean of all others.
        moves: How far that is from the verdict with them, 0 to 1.
        turns: Whether it is on another side.
    """

    person: str
    verdict: Verdict
    moves: float
    turns: bool


class AgainstRest(NamedTuple):
    """One person against the rest.

    Attributes:
        person: Who it is.
        own: The verdict in their view.
        rest: The verdict by the mean of all others.
        furthest: The claims on which they differ most from that mean.
    """

    person: str
    own: Verdict
    rest: Verdict
    furthest: tuple[Disagreement, ...]


def without_person(debate: Debate, person: str) -> Debate:
    """Returns a debate without one person's ratings.

    Examples:
        >>> from debatemap.core.model import Claim, Header
        >>> stances = {"ann": {"t": 9}, "bo": {"t": 8}}
        >>> debate = Debate(Header("m"), {"t": Claim("T.")}, stances=stances)
        >>> list(without_person(debate, "ann").stances)
        ['bo']
    """
    rest = {name: ratings for name, ratings in debate.stances.items() if name != person}
    return Debate(debate.header, debate.claims, debate.links, debate.sources, rest)


def without_each(debate: Debate, thesis: str, method: Method = DEFAULT) -> Iterator[Without]:
    """Yields the verdict on a thesis without each person's ratings, in the order of the people.

    Raises:
        KeyError: There is no such thesis.
    """
    judgement = Judgement(debate, method)
    with_all = judgement.verdict(thesis)
    framework = copy(judgement.framework)
    index = framework.index(thesis)
    if index is None:
        raise KeyError(thesis)
    for person, ratings in debate.stances.items():
        if not ratings:
            continue
        framework.base_scores = _bases(judgement, person, ratings)
        found = Evaluation(framework, method)
        verdict = verdict_of(found.strengths[index], found.ranges.get(index))
        moves = abs(verdict.strength - with_all.strength)
        yield Without(person, verdict, moves, verdict.side is not with_all.side)


def _bases(judgement: Judgement, person: str, ratings: Iterable[str]) -> list[float]:
    """Returns what is held of everything, by index, without one person."""
    framework, debate = judgement.framework, judgement.debate
    bases = framework.base_scores.copy()
    for node in ratings:
        index = framework.index(node)
        if index is not None:
            rest = framework.opinions.ratings(node).items()
            usual = LINK if node in debate.links else CLAIM
            bases[index] = mean((value for name, value in rest if name != person), usual)
    return bases


def against_rest(
    debate: Debate, thesis: str, person: str, method: Method = DEFAULT, most: int = 10
) -> AgainstRest:
    """Returns what one person and the mean of all others make of a thesis, and where they differ.

    Raises:
        KeyError: There is no such thesis.
    """
    own = Judgement(debate, method, person).verdict(thesis)
    rest = Judgement(without_person(debate, person), method).verdict(thesis)
    claims = [node for node in debate.stances.get(person, ()) if node in debate.claims]
    furthest = furthest_apart(debate, person, claims, most)
    return AgainstRest(person, own, rest, tuple(furthest))

"""One person against the rest, and a verdict without one person's ratings."""

from collections.abc import Iterable, Iterator
from copy import copy
from typing import Final, NamedTuple

from debatemap.core.debate import Debate
from debatemap.judge.evaluation import Evaluation
from debatemap.judge.explain.rating_queue import Disagreement, furthest_apart
from debatemap.judge.interval import LOOKS_OF_MANY
from debatemap.judge.judgement import Judgement
from debatemap.judge.methods import DEFAULT, Method
from debatemap.judge.ratings import CLAIM, LINK, mean
from debatemap.judge.verdict import Verdict, verdict_of

__all__ = ["AgainstRest", "Without", "against_rest", "without_each", "without_person"]

_SURE: Final = 8
"""People without whose ratings it is found out how sure the verdict is: those who move it most."""


class Without(NamedTuple):
    """A verdict without one person's ratings.

    Attributes:
        person: Who is left out.
        before: The verdict by the mean of everybody.
        verdict: The verdict by the mean of all others, with how sure it is where that was asked.
        moves: How far that is from the verdict with them, 0 to 1.
        turns: Whether it is on another side.
    """

    person: str
    before: Verdict
    verdict: Verdict
    moves: float
    turns: bool


class AgainstRest(NamedTuple):
    """One person against the rest.

    Attributes:
        person: Who it is.
        own: The verdict in their view, with how sure it is.
        rest: The verdict by the mean of all others, with how sure it is.
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


def without_each(
    debate: Debate, thesis: str, method: Method = DEFAULT, *, sure: int = _SURE
) -> list[Without]:
    """Returns the verdict on a thesis without each person's ratings, what moves it most first.

    Args:
        debate: The debate.
        thesis: The claim whose verdict it is.
        method: How strengths are computed.
        sure: Of how many of them it is found out how sure the verdict is.

    Raises:
        KeyError: There is no such thesis.
    """
    found = sorted(_moved(debate, thesis, method), key=lambda one: -one.moves)
    return [
        *(one._replace(verdict=_rest(debate, thesis, one.person, method)) for one in found[:sure]),
        *found[sure:],
    ]


def _moved(debate: Debate, thesis: str, method: Method) -> Iterator[Without]:
    """Yields the verdict without each person's ratings, alone, in the order of the people."""
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
        yield Without(person, with_all, verdict, moves, verdict.side is not with_all.side)


def _rest(debate: Debate, thesis: str, person: str, method: Method) -> Verdict:
    """Returns the verdict without one person's ratings, with how sure it is."""
    rest = Judgement(without_person(debate, person), method)
    return rest.sure_verdict(thesis, LOOKS_OF_MANY)


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
    own = Judgement(debate, method, person).sure_verdict(thesis)
    rest = _rest(debate, thesis, person, method)
    claims = [node for node in debate.stances.get(person, ()) if node in debate.claims]
    furthest = furthest_apart(debate, person, claims, most)
    return AgainstRest(person, own, rest, tuple(furthest))

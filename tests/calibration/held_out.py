"""Verdicts against the votes on the same claim, which were held back."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from debatemap.core.debate import Debate
from debatemap.judge.judgement import Judgement
from debatemap.judge.people.opinion_groups import opinion_groups
from debatemap.judge.verdict import Side, side_of

__all__ = ["Figures", "Groups", "compared", "compared_groups"]

_FULL = 100.0
_STRONG = 0.8, 0.95
"""Strengths at which a study of 2,959 public debates tells the mean vote."""


class Figures(NamedTuple):
    """How verdicts agree with what was held back.

    Attributes:
        claims: Claims that were tried.
        leaning: Of these, those whose verdict leans.
        side: Of the leaning ones, the part whose votes lean to the same side.
        base: The part that would agree by always naming the side that most votes are on.
        band: The part of all whose mean vote lies within the interval.
        width: How wide the intervals are on average, 0 to 1.
        rank: The rank correlation of strengths with mean votes.
        strong: The mean vote where the strength is .80 to .95, 0 where there is none.
    """

    claims: int
    leaning: int
    side: float
    base: float
    band: float
    width: float
    rank: float
    strong: float


class Groups(NamedTuple):
    """How far a held-back rating is from what others say, in points of 100.

    Attributes:
        ratings: Ratings that were held back.
        own: The distance from the mean of the person's own opinion group.
        all: The distance from the mean of everybody else.
    """

    ratings: int
    own: float
    all: float


class _Tried(NamedTuple):
    strength: float
    low: float
    high: float
    vote: float


def compared(maps: Iterable[Debate], votes: int, *, beneath: bool) -> Figures:
    """Compares verdicts with the mean vote on the same claim.

    Args:
        maps: Debates with ratings.
        votes: The fewest votes of a claim that is tried. It must have a reply.
        beneath: Whether the votes on what bears on the claim count; its own never do.
    """
    found = [each for debate in maps for each in _tried(debate, votes, beneath=beneath)]
    count = max(1, len(found))
    leaning = [each for each in found if side_of(each.strength) is not Side.CLOSE]
    voted = [each for each in leaning if side_of(each.vote) is not Side.CLOSE]
    same = sum(side_of(each.strength) is side_of(each.vote) for each in voted)
    fors = sum(side_of(each.vote) is Side.FOR for each in voted)
    decided = max(1, len(voted))
    strong = [each.vote for each in found if _STRONG[0] <= each.strength <= _STRONG[1]]
    return Figures(
        len(found),
        len(leaning),
        same / decided,
        max(fors, len(voted) - fors) / decided,
        sum(each.low <= each.vote <= each.high for each in found) / count,
        sum(each.high - each.low for each in found) / count,
        _correlation(
            _ranks([each.strength for each in found]), _ranks([each.vote for each in found])
        ),
        sum(strong) / max(1, len(strong)),
    )


def compared_groups(maps: Iterable[Debate], every: int = 7) -> Groups:
    """Compares ratings with the mean of their people's groups, found without these ratings.

    Args:
        maps: Debates with ratings.
        every: Of so many ratings one is held back.
    """
    own, others = list[float](), list[float]()
    for debate in maps:
        back, kept = _parted(debate, every)
        groups = opinion_groups(kept).groups
        of = {person: group.people for group in groups for person in group.people}
        for person, claim, rating in back:
            everybody = [r[claim] for who, r in kept.stances.items() if claim in r]
            friends = [
                kept.stances[who][claim] for who in of.get(person, ()) if claim in kept.stances[who]
            ]
            if friends and everybody and len(groups) > 1:
                own.append(abs(rating - sum(friends) / len(friends)))
                others.append(abs(rating - sum(everybody) / len(everybody)))
    count = max(1, len(own))
    return Groups(len(own), sum(own) / count, sum(others) / count)


def _parted(debate: Debate, every: int) -> tuple[list[tuple[str, str, float]], Debate]:
    back: list[tuple[str, str, float]] = []
    kept: dict[str, dict[str, float]] = {}
    number = 0
    for person, ratings in debate.stances.items():
        kept[person] = {}
        for claim, rating in ratings.items():
            number += 1
            if number % every:
                kept[person][claim] = rating
            else:
                back.append((person, claim, rating))
    return back, Debate(debate.header, debate.claims, debate.links, debate.sources, kept)


def _tried(debate: Debate, votes: int, *, beneath: bool) -> Iterator[_Tried]:
    counts: dict[str, list[float]] = {}
    for ratings in debate.stances.values():
        for node, rating in ratings.items():
            counts.setdefault(node, []).append(rating / _FULL)
    for claim in debate.claims:
        own = counts.get(claim, [])
        if len(own) < votes or not debate.links_into(claim):
            continue
        stances = {
            person: {node: rating for node, rating in ratings.items() if node != claim}
            for person, ratings in (debate.stances.items() if beneath else ())
        }
        judgement = Judgement(
            Debate(debate.header, debate.claims, debate.links, debate.sources, stances)
        )
        verdict = judgement.sure_verdict(claim)
        if verdict.interval is not None:
            low, high = verdict.interval.low, verdict.interval.high
            yield _Tried(verdict.strength, low, high, sum(own) / len(own))


def _ranks(values: list[float]) -> list[float]:
    """Returns the ranks of values; equal ones share the mean of theirs."""
    order = sorted(range(len(values)), key=values.__getitem__)
    ranks = [0.0] * len(values)
    start = 0
    while start < len(order):
        end = start
        while end + 1 < len(order) and values[order[end + 1]] == values[order[start]]:
            end += 1
        for place in range(start, end + 1):
            ranks[order[place]] = (start + end) / 2
        start = end + 1
    return ranks


def _correlation(first: list[float], second: list[float]) -> float:
    count = len(first)
    if count < 2:
        return 0.0
    one, other = sum(first) / count, sum(second) / count
    both = sum((a - one) * (b - other) for a, b in zip(first, second, strict=True))
    spreads = sum((a - one) ** 2 for a in first) * sum((b - other) ** 2 for b in second)
    return both / spreads**0.5 if spreads else 0.0

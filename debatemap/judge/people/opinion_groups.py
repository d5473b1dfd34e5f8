"""Groups of people who vote alike, what unites all of them, and what tells them apart.

The published method of Polis (Small, Bjorkegren, Erkkilä, Shaw and Megill 2021): people are put
where they stand on the two principal axes of their votes, and parted by k-means, with the number
of groups that has the best silhouette. Of a claim, P(g) = (votes for + 1) / (votes + 2) is how
likely a group is for it. A claim unites by the product of P over all groups (group-aware
consensus); and it represents a group by P(g) / P(all others), where both that and P(g) are beyond
chance.
"""

from collections.abc import Callable, Collection
from math import prod, sqrt
from typing import Final, NamedTuple

from debatemap.core.debate import Debate
from debatemap.judge.people.clusters import clusters
from debatemap.judge.people.principal_axes import principal_axes
from debatemap.judge.people.vote_table import VoteTable, agrees, disagrees, vote_table

__all__ = ["Dividing", "Group", "OpinionGroups", "Uniting", "opinion_groups"]

_PEOPLE: Final = 4
"""Fewer make no groups: each would be one."""
_LIKELY: Final = 0.6
"""How likely the least likely group still is to be for a claim that unites them."""
_BEYOND_CHANCE: Final = 1.2816
"""z for 90 in 100, one-sided."""


class Share(NamedTuple):
    """How a group votes on a claim.

    Attributes:
        votes: How many of the group have voted.
        agree: How many are for it.
        disagree: How many are against it.
        mean: Their mean rating, 0 to 100; None where nobody voted.
    """

    votes: int
    agree: int
    disagree: int
    mean: float | None

    @property
    def likely(self) -> float:
        """How likely one of the group is for it: (agree + 1) / (votes + 2)."""
        return (self.agree + 1) / (self.votes + 2)

    @property
    def unlikely(self) -> float:
        """How likely one of the group is against it: (disagree + 1) / (votes + 2)."""
        return (self.disagree + 1) / (self.votes + 2)


class Uniting(NamedTuple):
    """A claim that all groups are for, or against.

    Attributes:
        claim: Its id.
        is_for: Whether they are for it.
        consensus: The product over the groups of how likely each is to be so, 0 to 1.
        shares: How each group votes.
    """

    claim: str
    is_for: bool
    consensus: float
    shares: tuple[Share, ...]


class Dividing(NamedTuple):
    """A claim on which groups differ.

    Attributes:
        claim: Its id.
        apart: How much likelier one group is for it than another: 0 to 1.
        shares: How each group votes.
    """

    claim: str
    apart: float
    shares: tuple[Share, ...]


class Typical(NamedTuple):
    """A claim that represents a group.

    Attributes:
        claim: Its id.
        is_for: Whether the group is for it.
        ratio: How much likelier the group is to be so than all others.
    """

    claim: str
    is_for: bool
    ratio: float


class Group(NamedTuple):
    """People who vote alike.

    Attributes:
        people: Their names.
        typical: What represents them, what tells them most from all others first.
    """

    people: tuple[str, ...]
    typical: tuple[Typical, ...]


class OpinionGroups(NamedTuple):
    """The groups of those who have rated a map.

    Attributes:
        groups: The groups, the largest first; none where there are too few people to tell apart.
        uniting: What unites them, the surest first.
        dividing: What divides them, what does so most first.
        points: Where each person in a group stands on the two axes.
        explained: The part of all variance that the two axes hold, 0 to 1.
        silhouette: How well apart the groups are, −1 to 1.
        left_out: Who has rated too little.
        rated: How many people have rated enough.
    """

    groups: tuple[Group, ...]
    uniting: tuple[Uniting, ...]
    dividing: tuple[Dividing, ...]
    points: dict[str, tuple[float, ...]]
    explained: float
    silhouette: float
    left_out: tuple[str, ...]
    rated: int = 0


def opinion_groups(debate: Debate, claims: Collection[str] | None = None) -> OpinionGroups:
    """Returns the groups of the people who have rated a map, and what unites and divides them.

    With one group, what unites is what all are for or against, and nothing divides.

    Args:
        debate: Has the ratings.
        claims: The claims that count; all without them.

    Examples:
        >>> from debatemap.core.model import Claim, Header
        >>> votes = {"a": "++-", "b": "++-", "c": "+-+", "d": "+-+"}
        >>> stances = {n: {k: 100.0 * (v == "+") for k, v in zip("xyz", each)}
        ...     for n, each in votes.items()}
        >>> debate = Debate(Header("m"), {k: Claim(k) for k in "xyz"}, stances=stances)
        >>> found = opinion_groups(debate)
        >>> [group.people for group in found.groups]
        [('a', 'b'), ('c', 'd')]
        >>> [one.claim for one in found.uniting], [one.claim for one in found.dividing]
        (['x'], ['y', 'z'])
    """
    table = vote_table(debate, claims)
    left_out = tuple(
        n for n, ratings in debate.stances.items() if ratings and n not in table.people
    )
    axes = principal_axes(table.votes) if table.people else None
    if axes is None or len(table.people) < _PEOPLE:
        return OpinionGroups((), (), (), {}, 0.0, 0.0, left_out, len(table.people))
    found = clusters(axes.points)
    rows = [[n for n, g in enumerate(found.groups) if g == group] for group in range(found.number)]
    shares = [[_share(table, column, own) for own in rows] for column in range(len(table.claims))]
    groups = tuple(
        Group(tuple(table.people[row] for row in own), _typical(table, shares, place))
        for place, own in enumerate(rows)
    )
    whole = sum(_variances(table))
    return OpinionGroups(
        groups,
        _uniting(table, shares),
        _dividing(table, shares) if found.number > 1 else (),
        dict(zip(table.people, axes.points, strict=True)),
        sum(axes.variances) / whole if whole else 0.0,
        found.silhouette,
        left_out,
        len(table.people),
    )


def _share(table: VoteTable, column: int, rows: Collection[int]) -> Share:
    votes = table.of_claim(column, rows)
    mean = 50.0 * (sum(votes) / len(votes) + 1.0) if votes else None
    return Share(len(votes), sum(map(agrees, votes)), sum(map(disagrees, votes)), mean)


def _uniting(table: VoteTable, shares: list[list[Share]]) -> tuple[Uniting, ...]:
    found = []
    sides: tuple[tuple[bool, Callable[[Share], float]], ...] = (
        (True, lambda share: share.likely),
        (False, lambda share: share.unlikely),
    )
    for claim, own in zip(table.claims, shares, strict=True):
        for is_for, likely in sides:
            each = [likely(share) for share in own]
            if min(each) >= _LIKELY:
                found.append(Uniting(claim, is_for, prod(each), tuple(own)))
    return tuple(sorted(found, key=lambda one: (-one.consensus, table.claims.index(one.claim))))


def _dividing(table: VoteTable, shares: list[list[Share]]) -> tuple[Dividing, ...]:
    found = []
    for claim, own in zip(table.claims, shares, strict=True):
        likely = [share.likely for share in own if share.votes]
        sides = {share.agree > share.disagree for share in own if share.agree != share.disagree}
        if len(sides) > 1:
            found.append(Dividing(claim, max(likely) - min(likely), tuple(own)))
    return tuple(sorted(found, key=lambda one: (-one.apart, table.claims.index(one.claim))))


def _typical(table: VoteTable, shares: list[list[Share]], group: int) -> tuple[Typical, ...]:
    """Returns what represents a group: what it holds beyond chance, and likelier than others."""
    found = []
    for claim, own in zip(table.claims, shares, strict=True):
        rest = [share for place, share in enumerate(own) if place != group]
        votes = sum(share.votes for share in rest)
        mine = own[group]
        for is_for, held, others in (
            (True, mine.agree, sum(share.agree for share in rest)),
            (False, mine.disagree, sum(share.disagree for share in rest)),
        ):
            surely = _z_of_half(held, mine.votes) > _BEYOND_CHANCE
            if surely and _z_of_two(held, mine.votes, others, votes) > _BEYOND_CHANCE:
                ratio = ((held + 1) / (mine.votes + 2)) / ((others + 1) / (votes + 2))
                found.append(Typical(claim, is_for, ratio))
    return tuple(sorted(found, key=lambda one: (-one.ratio, table.claims.index(one.claim))))


def _z_of_half(held: int, votes: int) -> float:
    """Returns how far beyond one half a share is, in standard deviations (with one vote more)."""
    return 2 * sqrt(votes + 1) * ((held + 1) / (votes + 1) - 0.5)


def _z_of_two(held: int, votes: int, others: int, of: int) -> float:
    """Returns how far one share is beyond another, in standard deviations (with one vote more)."""
    one, other = (held + 1) / (votes + 1), (others + 1) / (of + 1)
    together = (held + others + 2) / (votes + of + 2)
    width = (
        sqrt(together * (1 - together) * (1 / (votes + 1) + 1 / (of + 1))) if together < 1 else 0
    )
    return (one - other) / width if width else 0.0


def _variances(table: VoteTable) -> list[float]:
    found = []
    everybody = range(len(table.people))
    for column in range(len(table.claims)):
        votes = table.of_claim(column, everybody)
        mean = sum(votes) / len(votes)
        found.append(sum((vote - mean) ** 2 for vote in votes) / len(table.people))
    return found

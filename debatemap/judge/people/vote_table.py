"""Ratings as a table of votes: a row a person, a column a claim, from −1 to 1."""

from collections.abc import Collection
from typing import Final, NamedTuple

from debatemap.core.debate import Debate
from debatemap.judge.verdict import Side, side_of

__all__ = ["LEAST", "VoteTable", "agrees", "disagrees", "vote_table"]

LEAST: Final = 7
"""Votes from which a person is put into a group (Small et al. 2021)."""
_FULL: Final = 100.0


class VoteTable(NamedTuple):
    """Who voted how on what.

    Attributes:
        people: The rows.
        claims: The columns.
        votes: By row and column, −1 (0 of 100) to 1 (100 of 100); None where a person has not
            voted.
    """

    people: tuple[str, ...]
    claims: tuple[str, ...]
    votes: tuple[tuple[float | None, ...], ...]

    def of_claim(self, column: int, rows: Collection[int]) -> list[float]:
        """Returns the votes on a claim of the people in some rows."""
        votes = (self.votes[row][column] for row in rows)
        return [vote for vote in votes if vote is not None]


def vote_table(
    debate: Debate, claims: Collection[str] | None = None, least: int = LEAST
) -> VoteTable:
    """Returns the votes of the people who have voted often enough to be told apart.

    Args:
        debate: Has the ratings, 0 to 100.
        claims: The claims that count; all that somebody has rated without them.
        least: How many votes a person needs, or all of the claims where there are fewer.

    Examples:
        >>> from debatemap.core.model import Claim, Header
        >>> debate = Debate(Header("m"), {"t": Claim("T."), "u": Claim("U.")},
        ...     stances={"ann": {"t": 100, "u": 50}, "bo": {"t": 25}})
        >>> vote_table(debate)
        VoteTable(people=('ann',), claims=('t', 'u'), votes=((1.0, 0.0),))
    """
    rated = {claim for ratings in debate.stances.values() for claim in ratings}
    columns = tuple(
        claim for claim in debate.claims if claim in rated and (claims is None or claim in claims)
    )
    people, rows = [], []
    for person, ratings in debate.stances.items():
        row = tuple(2 * ratings[c] / _FULL - 1.0 if c in ratings else None for c in columns)
        count = sum(vote is not None for vote in row)
        if count and count >= min(least, len(columns)):
            people.append(person)
            rows.append(row)
    return VoteTable(tuple(people), columns, tuple(rows))


def agrees(vote: float) -> bool:
    """Tells whether a vote is for a claim, by the bands of a verdict."""
    return side_of((vote + 1.0) / 2) is Side.FOR


def disagrees(vote: float) -> bool:
    """Tells whether a vote is against a claim, by the bands of a verdict."""
    return side_of((vote + 1.0) / 2) is Side.AGAINST

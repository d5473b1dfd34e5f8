"""The groups of people who rate alike, as plain data."""

from collections.abc import Sequence

from debatemap.core.debate import Debate
from debatemap.judge.people.opinion_groups import OpinionGroups, Share

__all__ = ["claim_text", "described_groups"]


def described_groups(debate: Debate, found: OpinionGroups) -> dict[str, object]:
    """Returns groups of people who rate alike, and what unites and divides them."""
    return {
        "groups": [
            {"people": group.people, "typical": [one._asdict() for one in group.typical]}
            for group in found.groups
        ],
        "uniting": [
            {**one._asdict(), "text": claim_text(debate, one.claim), "shares": _shares(one.shares)}
            for one in found.uniting
        ],
        "dividing": [
            {**one._asdict(), "text": claim_text(debate, one.claim), "shares": _shares(one.shares)}
            for one in found.dividing
        ],
        "points": found.points,
        "explained": found.explained,
        "silhouette": found.silhouette,
        "left_out": found.left_out,
    }


def _shares(shares: Sequence[Share]) -> list[dict[str, object]]:
    return [{**share._asdict(), "likely": share.likely} for share in shares]


def claim_text(debate: Debate, claim: str) -> str:
    """Returns the words of a claim; none of one that was rated and is gone."""
    return debate.claims[claim].text if claim in debate.claims else ""

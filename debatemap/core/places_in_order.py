"""The places of a claim in the order in which a reader comes to them."""

from collections.abc import Mapping, Sequence

from debatemap.core.debate import Debate
from debatemap.core.first_way import first_way, steps_from_claim
from debatemap.core.queries import places

__all__ = ["places_in_order"]

_Step = tuple[str | None, str]


def places_in_order(debate: Debate, claim: str, order: Mapping[str, int]) -> list[list[_Step]]:
    """Returns the path to each place of a claim, as they follow in an outline that is unfolded.

    Args:
        debate: The debate.
        claim: The claim.
        order: The place of each claim in reading order.

    Returns:
        One path of (link, claim) steps for each link from the claim to what is there, and one for
        a thesis; of a claim above it that has several places too, the first counts.
    """
    found = (_way(debate, claim, link, order) for link in places(debate, claim))
    return sorted(filter(None, found), key=lambda way: _rank(debate, way, order))


def _way(debate: Debate, claim: str, link: str | None, order: Mapping[str, int]) -> list[_Step]:
    """Returns the path to a claim by one of its links; nothing where that leads to nothing."""
    if link is None:
        return [(None, claim)]
    target, steps = steps_from_claim(debate, claim, link)
    return [*first_way(debate, target, order), *steps] if target in debate.claims else []


def _rank(debate: Debate, way: Sequence[_Step], order: Mapping[str, int]) -> list[int]:
    """Returns what is least for the place that is read first: at each step, the place in it."""
    top, theses = way[0][1], debate.header.theses
    # A thesis may have been read before, beneath another one.
    rank = [theses.index(top) if top in theses else len(theses) + order[top]]
    for link, claim in way[1:]:
        record = debate.links[link or ""]
        number = debate.links_into(record.target).index(link or "")
        # What is said of a step stands before what is said of its premise.
        rank += [record.target in debate.claims, number, record.premises.index(claim)]
    return rank

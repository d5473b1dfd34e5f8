"""The places of some claims and of all beneath them, from the top down."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from debatemap.core.debate import Debate

__all__ = ["BranchPlace", "branch_places"]


class BranchPlace(NamedTuple):
    """A claim at one place of a branch.

    Attributes:
        depth: How far beneath the top it stands.
        claim: The claim.
        link: The link that puts it there; None at the top.
        is_joined: Whether it is a joint premise other than the first.
        is_again: Whether the claim stood further up already; nothing follows beneath it then.
    """

    depth: int
    claim: str
    link: str | None
    is_joined: bool = False
    is_again: bool = False


def branch_places(debate: Debate, tops: Sequence[str]) -> Iterator[BranchPlace]:
    """Yields each place once; what is said of a step stands beneath its first premise.

    Examples:
        >>> from debatemap.core.model import Claim, Header, Link
        >>> links = {"l": Link(("b",), "attacks", "a")}
        >>> debate = Debate(Header("m"), {"a": Claim("A."), "b": Claim("B.")}, links)
        >>> [(place.depth, place.claim) for place in branch_places(debate, ["a"])]
        [(0, 'a'), (1, 'b')]
    """
    met: set[str] = set()
    waiting = [BranchPlace(0, top, None) for top in reversed(tops)]
    while waiting:
        place = waiting.pop()
        if place.claim not in debate.claims:
            continue
        is_again = place.claim in met
        yield place._replace(is_again=is_again)
        met.add(place.claim)
        of_step = debate.links_into(place.link) if place.link and not place.is_joined else ()
        beneath = () if is_again else debate.links_into(place.claim)
        found = [
            BranchPlace(place.depth + 1, premise, link, number > 0)
            for link in (*of_step, *beneath)
            for number, premise in enumerate(debate.links[link].premises)
        ]
        waiting.extend(reversed(found))

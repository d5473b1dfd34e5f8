"""How far claims stand beneath a thesis of a debate, in steps.

What is said of a link stands beneath the link's first premise, as in the outline. An unplaced claim
and what stands beneath it have no depth, nor has a claim in a circle that no thesis leads to.
"""

from collections import deque
from collections.abc import Iterator

from debatemap.core.debate import Debate
from debatemap.core.reading_order import beneath

__all__ = ["depth_of", "depths"]


def depth_of(debate: Debate, claim: str) -> int | None:
    """Returns the number of steps from the nearest thesis to a claim; None where there is none.

    Only what stands above the claim is looked at.
    """
    seen, level, steps = {claim}, [claim], 0
    while level:
        if any(debate.is_thesis(each) for each in level):
            return steps
        above = {each for here in level for each in _above(debate, here)} - seen
        seen |= above
        level, steps = list(above), steps + 1
    return None


def depths(debate: Debate) -> dict[str, int]:
    """Returns the depth of every claim that has one, in one walk over the debate."""
    found = {claim: 0 for claim in debate.claims if debate.is_thesis(claim)}
    waiting = deque(found)
    while waiting:
        claim = waiting.popleft()
        for reply in _beneath(debate, claim):
            if reply not in found:
                found[reply] = found[claim] + 1
                waiting.append(reply)
    return found


def _above(debate: Debate, claim: str) -> Iterator[str]:
    for link in debate.links_from(claim):
        target = debate.links[link].target
        if target in debate.links:
            target = debate.links[target].premises[0]
        if target in debate.claims:
            yield target


def _beneath(debate: Debate, claim: str) -> Iterator[str]:
    for _, reply in beneath(debate, claim, None):
        yield reply
    for link in debate.links_from(claim):
        if debate.links[link].premises[0] == claim:
            for undercut in debate.links_into(link):
                yield from (p for p in debate.links[undercut].premises if p in debate.claims)

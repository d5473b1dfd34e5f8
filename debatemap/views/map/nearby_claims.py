"""The claims around one: what stands above it, beneath it, and beside it."""

from collections import deque
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import pairwise
from types import MappingProxyType
from typing import NamedTuple

from debatemap.core.debate import Debate
from debatemap.core.reading_order import way_to

__all__ = ["Part", "fits", "levels", "neighbourhood"]


class Part(NamedTuple):
    """A part of a debate.

    Attributes:
        tops: The claims of the first column.
        claims: All claims of the part.
        way: The path to its top.
    """

    tops: list[str]
    claims: set[str]
    way: list[tuple[str | None, str]]


def neighbourhood(
    debate: Debate,
    claim: str,
    top: str | None,
    most: int,
    folded: Collection[str],
    kept: Collection[str] | None,
) -> Part:
    """Returns so many claims around one at most.

    Half of them at most stand beneath the claim; then come those beside it and beside what stands
    above it, the nearest first, with what is beneath them, level by level.

    Args:
        debate: The debate.
        claim: The claim in the middle.
        top: The claim whose branch is looked at alone, or None.
        most: How many claims there may be.
        folded: The claims whose replies are not looked at.
        kept: The claims that a filter lets through, or None.
    """
    way = way_to(debate, claim)
    above = [each for _, each in way]
    if top is not None and top in above:
        above = above[above.index(top) :]
    elif top is not None:
        above, claim = [top], top
    found = dict.fromkeys(above)
    _spread(debate, [claim], found, len(found) + most // 2, folded, kept)
    _spread(debate, above[::-1], found, most, folded, kept, middle=dict(pairwise(above)))
    return Part(above[:1], set(found), way[:1])


def fits(
    debate: Debate,
    tops: Sequence[str],
    most: int,
    folded: Collection[str],
    kept: Collection[str] | None,
) -> bool:
    """Tells whether so many claims at most stand at or beneath some, where they are unfolded."""
    shown = [top for top in tops if kept is None or top in kept]
    return len(shown) <= most and _spread(debate, shown, dict.fromkeys(shown), most, folded, kept)


def levels(debate: Debate, tops: Sequence[str], most: int) -> set[str]:
    """Returns the claims to fold, so that whole levels are shown, and so many claims at most.

    The second level is always shown.
    """
    seen, level, number = set(tops), list(tops), 1
    while level:
        below = [
            reply
            for reply in dict.fromkeys(each for claim in level for each in _replies(debate, claim))
            if reply not in seen
        ]
        if number > 1 and len(seen) + len(below) > most:
            return {claim for claim in level if debate.links_into(claim)}
        seen.update(below)
        level, number = below, number + 1
    return set()


def _spread(
    debate: Debate,
    starts: list[str],
    found: dict[str, None],
    most: int,
    folded: Collection[str],
    kept: Collection[str] | None,
    *,
    middle: Mapping[str, str] = MappingProxyType({}),
) -> bool:
    """Adds what stands beneath some claims, level by level; tells whether all of it was added.

    Beneath a claim of the way, what is nearest to the way comes first: its middle.
    """
    waiting, seen = deque(starts), set(starts)
    while waiting:
        claim = waiting.popleft()
        if claim in folded:
            continue
        replies = _replies(debate, claim)
        if claim in middle:
            replies = _from(middle[claim], [*replies])
        for reply in replies:
            if reply in seen or (kept is not None and reply not in kept):
                continue
            if reply not in found:
                if len(found) >= most:
                    return False
                found[reply] = None
            seen.add(reply)
            waiting.append(reply)
    return True


def _from(middle: str, replies: Sequence[str]) -> Iterator[str]:
    """Yields replies, the nearest to one of them first."""
    at = replies.index(middle) if middle in replies else 0
    yield from (replies[each] for each in sorted(range(len(replies)), key=lambda n: abs(n - at)))


def _replies(debate: Debate, claim: str) -> Iterator[str]:
    """Yields the claims that speak to a claim or to a step into it."""
    waiting, seen = [*reversed(debate.links_into(claim))], set[str]()
    while waiting:
        link = waiting.pop()
        if link in seen:
            continue
        seen.add(link)
        yield from (p for p in debate.links[link].premises if p in debate.claims)
        waiting += reversed(debate.links_into(link))

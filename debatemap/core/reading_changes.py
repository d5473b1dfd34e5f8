"""The reading order after a claim was added or some were deleted, without reading all of them."""

from collections.abc import Set as AbstractSet
from typing import Final

from debatemap.core.change import Change
from debatemap.core.debate import Debate
from debatemap.core.model import Link
from debatemap.core.reading_places import Reading

__all__ = ["reading_after"]

_FEW: Final = 20
"""Claims that are taken out one by one; after more, the order is found out anew."""
_Pair = tuple[Link | None, Link | None]


def reading_after(reading: Reading, change: Change, debate: Debate) -> Reading | None:
    """Returns the reading order after a change.

    Args:
        reading: The order before.
        change: The change.
        debate: The debate, which has gone through it.

    Returns:
        None where more may have moved than a claim that was added, or some that were deleted.
    """
    if any(b is None or a is None or b.theses != a.theses for b, a in change.header.values()):
        return None
    added = [claim for claim, (before, _) in change.claims.items() if before is None]
    gone = {claim for claim, (_, after) in change.claims.items() if after is None}
    links = {link: pair for link, pair in change.links.items() if not _stands_still(*pair)}
    if not links and not added and not gone:
        return reading
    if len(added) == 1 and not gone and len(links) == 1:
        return _with(reading, added[0], *links.popitem(), debate)
    if not added and len(gone) <= _FEW and _are_alone(gone, links, debate):
        return _without(reading, gone)
    return None


def _stands_still(before: Link | None, after: Link | None) -> bool:
    if before is None or after is None:
        return False
    return (before.premises, before.target, before.pos) == (after.premises, after.target, after.pos)


def _are_alone(gone: AbstractSet[str], links: dict[str, _Pair], debate: Debate) -> bool:
    """Tells whether no claim that is left was read by way of those that are gone."""
    named = [*gone, *links]
    is_named = not (debate.steps.keys().isdisjoint(named) and gone.isdisjoint(debate.dangling))
    return not is_named and all(
        before is not None and after is None and gone >= {*before.premises}
        for before, after in links.values()
    )


def _without(reading: Reading, gone: AbstractSet[str]) -> Reading:
    claims, depths = reading.claims.copy(), reading.depths.copy()
    for claim in gone:
        place = claims.index(claim)
        del claims[place], depths[place]
    return Reading(claims, depths)


def _with(reading: Reading, claim: str, key: str, pair: _Pair, debate: Debate) -> Reading | None:
    """Returns the order with a claim that was added under another one, and nothing under it."""
    before, link = pair
    if before is not None or link is None or link.premises != (claim,):
        return None
    is_last = debate.steps.keys().isdisjoint([claim, key]) and not debate.is_thesis(claim)
    is_once = len(debate.links_from(claim)) == 1
    if not (is_last and is_once) or link.target not in debate.claims:
        return None
    top = reading.claims.index(link.target)
    place = _place_under(reading, top, key, debate)
    if place is None:
        return None
    claims, depths = reading.claims.copy(), reading.depths.copy()
    claims.insert(place, claim)
    depths.insert(place, depths[top] + 1)
    return Reading(claims, depths)


def _place_under(reading: Reading, top: int, key: str, debate: Debate) -> int | None:
    """Returns where the premise of a new link is read, or None where that is not plain.

    Args:
        reading: The order without it.
        top: The place of the claim that it is linked to.
        key: The link.
        debate: The debate.
    """
    claims, depths = reading.claims, reading.depths
    end, depth = top + 1, depths[top]
    while end < len(depths) and depths[end] > depth:
        end += 1
    target = claims[top]
    replies = debate.steps[target]
    number = next(number for number, reply in enumerate(replies) if reply[1] == key)
    later = replies[number + 1 :]
    if not later:
        return end
    if not debate.steps.keys().isdisjoint(
        [*debate.links_from(target), *(link for _, link, _, _ in later)]
    ):
        # What is said of steps is read among what is said of claims.
        return None
    earlier = {premise for _, _, premises, _ in replies[:number] for premise in premises}
    beneath = {claims[place]: place for place in range(top + 1, end) if depths[place] == depth + 1}
    read_here = (premise for _, _, premises, _ in later for premise in premises)
    first = next((each for each in read_here if each in beneath and each not in earlier), None)
    return end if first is None else beneath[first]

"""The way to the place of a claim at which a reader meets it first."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from debatemap.core.debate import Debate

__all__ = ["first_way", "steps_from_claim"]

_Step = tuple[str | None, str]


class _Place(NamedTuple):
    """A claim, and the steps from it down to a place of another one."""

    top: str
    steps: list[_Step]


def first_way(debate: Debate, claim: str, order: Mapping[str, int]) -> list[_Step]:
    """Returns the path to the first place of a claim in reading order: (link, claim) steps.

    Only what stands above the claim is looked at.

    Args:
        debate: The debate.
        claim: Where the path ends.
        order: The place of each claim in reading order.
    """
    above: dict[str, _Place] = {}
    for each in sorted(_read_before(debate, claim, order), key=order.__getitem__):
        places = [_from_last_read(place, above) for place in _places(debate, each, order)]
        if places:
            above[each] = min(places, key=lambda place: _rank(debate, place, order))
    way: list[_Step] = []
    while claim in above:
        claim, steps = above[claim]
        way += reversed(steps)
    return [(None, claim), *reversed(way)]


def _read_before(debate: Debate, claim: str, order: Mapping[str, int]) -> set[str]:
    """Returns a claim and all that are read before what stands beneath them leads to it."""
    met, waiting = {claim}, [claim]
    for each in waiting:
        for top, steps in _places(debate, each, order):
            new = {top, *(on for _, on in steps if order[on] < order[each])} - met
            met |= new
            waiting += new
    return met


def _places(debate: Debate, claim: str, order: Mapping[str, int]) -> Iterator[_Place]:
    """Yields the places of a claim that may be read first; one may lead down several steps."""
    for own in debate.links_from(claim):
        target, steps = steps_from_claim(debate, claim, own)
        if target in debate.claims and order[target] < order[claim]:
            yield _Place(target, steps)


def steps_from_claim(debate: Debate, claim: str, link: str) -> tuple[str, list[_Step]]:
    """Returns what a link leads to in the end, and the steps from there down to its claim.

    That is a claim, unless a link on the way ends at nothing: of a link that speaks to a step, the
    first premise of that step stands between.
    """
    steps: list[_Step] = [(link, claim)]
    met, target = {link}, debate.links[link].target
    while target in debate.links and target not in met:
        met.add(target)
        steps.insert(0, (target, debate.links[target].premises[0]))
        target = debate.links[target].target
    return target, steps


def _from_last_read(place: _Place, above: Mapping[str, _Place]) -> _Place:
    """Returns the same place from the last claim on the way that is read first on it."""
    top, steps = place
    for number, step in reversed([*enumerate(steps[:-1])]):
        known = above.get(step[1])
        if known is not None and known.steps[-1] == step:
            return _Place(step[1], steps[number + 1 :])
    return _Place(top, steps)


def _rank(debate: Debate, place: _Place, order: Mapping[str, int]) -> list[int]:
    """Returns what is least for the place that is read first.

    A reader goes all the way down before going on: what was read last leads on first, and beneath
    it what is said of its step, and then what is said of it.
    """
    rank = [-order[place.top]]
    for link, claim in place.steps:
        record = debate.links[link or ""]
        number = debate.links_into(record.target).index(link or "")
        rank += [record.target in debate.claims, number, record.premises.index(claim)]
    return rank

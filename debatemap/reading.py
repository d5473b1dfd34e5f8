"""The reading order: every claim once, where a reader first meets it."""

from collections import deque
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from debatemap import questions
from debatemap.debate import Debate

__all__ = ["Reading", "adrift", "beneath", "read", "way_to"]


class Reading(NamedTuple):
    """Every claim of a debate in reading order, and the way to each.

    Attributes:
        order: Place in the order, by claim.
        home: By claim, the link that puts it where it is met first and the claim above it;
            None for a thesis, for an unplaced claim, and for the first of a loose ring.
    """

    order: dict[str, int]
    home: dict[str, tuple[str, str] | None]

    def path(self, claim: str) -> list[tuple[str | None, str]]:
        """Returns the steps from the top to a claim: the link, and the claim it leads to."""
        steps: list[tuple[str | None, str]] = []
        here: str | None = claim
        while here is not None:
            step = self.home[here]
            steps.append((step[0] if step else None, here))
            here = step[1] if step else None
        return steps[::-1]


def beneath(debate: Debate, claim: str, through: str | None) -> Iterator[tuple[str, str]]:
    """Yields (link, claim) of what stands directly beneath a place, in reading order.

    What is said of the step comes first, as it concerns the line above it; a joint step is
    spoken to under its first premise.

    Args:
        debate: The debate.
        claim: The claim at the place.
        through: The link that puts it there, or None.
    """
    if through is not None and debate.links[through].premises[0] == claim:
        yield from _premises(debate, through)
    yield from _premises(debate, claim)


def read(debate: Debate) -> Reading:
    """Returns the reading order: theses and what is beneath them, the inbox, loose rings."""
    reading = Reading({}, {})
    for top in (*questions.theses(debate), *questions.unplaced(debate)):
        _read_from(debate, top, reading)
    if len(reading.order) < len(debate.claims):
        for claim in debate.claims:
            _read_from(debate, claim, reading)
    return reading


def adrift(debate: Debate) -> list[str]:
    """Returns one claim of each ring that neither a thesis nor the inbox leads to."""
    seen: set[str] = set()
    _reach(debate, (*questions.theses(debate), *questions.unplaced(debate)), seen)
    loose: list[str] = []
    for claim in debate.claims if len(seen) < len(debate.claims) else ():
        if claim not in seen:
            loose.append(claim)
            _reach(debate, [claim], seen)
    return loose


def _reach(debate: Debate, start: Iterable[str], seen: set[str]) -> None:
    """Adds all claims at or beneath the given ones."""
    links, into, claims = debate.links, debate.into, debate.claims
    waiting = list(start)
    seen.update(waiting)
    while waiting:
        for link in into.get(waiting.pop(), ()):
            for premise in links[link].premises:
                if premise not in seen and premise in claims:
                    seen.add(premise)
                    waiting.append(premise)
            if link in into:
                waiting.append(link)


def way_to(debate: Debate, claim: str, via: str | None = None) -> list[tuple[str | None, str]]:
    """Returns a shortest path from a top to a claim: (link, claim) steps, None for no link.

    Only what stands above the claim is looked at.

    Args:
        debate: The debate.
        claim: Where the path ends.
        via: The link by which it must arrive, if any.
    """
    start = (via, claim)
    below: dict[tuple[str | None, str], tuple[str | None, str] | None] = {start: None}
    waiting = deque([start])
    while waiting:
        place = waiting.popleft()
        link, here = place
        if link is None and not _hangs_under_another(debate, here):
            return _steps(below, place)
        for step in _places_above(debate, place):
            if step not in below:
                below[step] = place
                waiting.append(step)
    return [start] if via is None else [(None, claim)]


def _hangs_under_another(debate: Debate, claim: str) -> bool:
    return debate.is_placed(claim) and not debate.is_thesis(claim)


def _places_above(
    debate: Debate, place: tuple[str | None, str]
) -> Iterator[tuple[str | None, str]]:
    """Yields the places that a place may stand at or under.

    A place without a link stands for the claim wherever it is: at the top, or at each of its
    links. One with a link stands under the link's target.
    """
    link, claim = place
    if link is None:
        yield from ((own, claim) for own in debate.links_from(claim))
        return
    target = debate.links[link].target
    if target in debate.links:
        yield target, debate.links[target].premises[0]
    elif target in debate.claims:
        yield None, target


def _steps(
    below: dict[tuple[str | None, str], tuple[str | None, str] | None],
    top: tuple[str | None, str],
) -> list[tuple[str | None, str]]:
    """Follows a path down; of two entries for one claim, the one with its link counts."""
    steps: list[tuple[str | None, str]] = []
    here: tuple[str | None, str] | None = top
    while here is not None:
        if not (here[0] is None and steps and steps[-1][1] == here[1]):
            steps.append(here)
        here = below[here]
    return steps


def _premises(debate: Debate, target: str) -> Iterator[tuple[str, str]]:
    for link in debate.links_into(target):
        for premise in debate.links[link].premises:
            if premise in debate.claims:
                yield link, premise


def _read_from(debate: Debate, top: str, reading: Reading) -> None:
    """Goes on reading, depth first, at a claim that has not been met."""
    if top in reading.home:
        return
    order, home = reading
    home[top] = None
    order[top] = len(order)
    waiting = [(top, beneath(debate, top, None))]
    while waiting:
        above, rest = waiting[-1]
        for link, claim in rest:
            if claim not in home:
                home[claim] = (link, above)
                order[claim] = len(order)
                waiting.append((claim, beneath(debate, claim, link)))
                break
        else:
            waiting.pop()

"""The reading order: every claim once, where a reader first meets it."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from debatemap.core import queries
from debatemap.core.debate import Debate, Step
from debatemap.core.reading_places import Reading

__all__ = [
    "Reading", "Strays", "adrift", "beneath", "is_way", "link_beneath", "links_spoken_to", "read",
    "strays", "unread", "way_to",
]  # fmt: skip


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
    """Returns the reading order: theses and what is beneath them, the inbox, loose cycles."""
    depths: dict[str, int] = {}
    spoken_to = links_spoken_to(debate)
    heard: set[str] = set()
    for top in queries.theses(debate):
        _read_from(debate, top, depths, spoken_to, heard)
    if len(depths) < len(debate.claims):
        unmet = [claim for claim in debate.claims if claim not in depths]
        for claim in (*(c for c in unmet if not debate.is_placed(c)), *unmet):
            _read_from(debate, claim, depths, spoken_to, heard)
    return Reading([*depths], [*depths.values()])


def adrift(debate: Debate) -> list[str]:
    """Returns one claim of each cycle that neither a thesis nor the inbox leads to."""
    return strays(debate).adrift


def unread(debate: Debate) -> set[str]:
    """Returns the claims that neither a thesis nor the inbox leads to.

    Examples:
        >>> from debatemap.core.model import Claim, Header, Link
        >>> cycle = {"l": Link(("a",), "supports", "b"), "m": Link(("b",), "supports", "a")}
        >>> sorted(unread(Debate(Header("m"), {"a": Claim("A."), "b": Claim("B.")}, cycle)))
        ['a', 'b']
    """
    seen: set[str] = set()
    spoken_to = links_spoken_to(debate)
    _mark_reached(debate, queries.theses(debate), spoken_to, seen)
    unmet = [claim for claim in debate.claims if claim not in seen]
    _mark_reached(
        debate, [claim for claim in unmet if not debate.is_placed(claim)], spoken_to, seen
    )
    return debate.claims.keys() - seen


class Strays(NamedTuple):
    """Where to go on reading after the theses.

    Attributes:
        inbox: The unplaced claims.
        adrift: One claim of each cycle that neither a thesis nor the inbox leads to.
    """

    inbox: list[str]
    adrift: list[str]


def strays(debate: Debate, met: Iterable[str] | None = None) -> Strays:
    """Returns the claims to go on reading at, in one walk over the debate.

    Args:
        debate: The debate.
        met: The claims that the theses lead to, and these, where they are known.

    Examples:
        >>> from debatemap.core.model import Claim, Header
        >>> strays(Debate(Header("m", theses=("a",)), {"a": Claim("A."), "b": Claim("B.")}))
        Strays(inbox=['b'], adrift=[])
    """
    seen = set(met or ())
    spoken_to = links_spoken_to(debate)
    if met is None:
        _mark_reached(debate, queries.theses(debate), spoken_to, seen)
    if debate.claims.keys() <= seen:
        return Strays([], [])
    unmet = [claim for claim in debate.claims if claim not in seen]
    inbox = [claim for claim in unmet if not debate.is_placed(claim)]
    _mark_reached(debate, inbox, spoken_to, seen)
    loose: list[str] = []
    for claim in unmet:
        if claim not in seen:
            loose.append(claim)
            _mark_reached(debate, [claim], spoken_to, seen)
    return Strays(inbox, loose)


def links_spoken_to(debate: Debate) -> set[str]:
    """Returns the links that others speak to."""
    return debate.steps.keys() & debate.links.keys()


def _mark_reached(
    debate: Debate, start: Iterable[str], spoken_to: set[str], seen: set[str]
) -> None:
    """Adds all claims at or beneath the given ones, and the links that others speak to."""
    claims, into = debate.claims, debate.steps.get
    waiting = list(start)
    seen.update(waiting)
    pop, push, met = waiting.pop, waiting.append, seen.add
    while waiting:
        for _, link, premises, _ in into(pop(), ()):
            for premise in premises:
                if premise not in seen and premise in claims:
                    met(premise)
                    push(premise)
            if link in spoken_to and link not in seen:
                met(link)
                push(link)


def way_to(debate: Debate, claim: str, via: str | None = None) -> list[tuple[str | None, str]]:
    """Returns a shortest path from a top to a claim: (link, claim) steps, None for no link.

    Only what stands above the claim is looked at.

    Args:
        debate: The debate.
        claim: Where the path ends.
        via: The link by which it must arrive, where a path does.
    """
    place = via, claim
    way = _way_from(debate, place, lambda top: not _hangs_under_another(debate, top))
    if way is None:
        # It hangs on a cycle that no top leads to; the cycle's first claim stands for one.
        way = _way_from(debate, place, set(adrift(debate)).__contains__)
    if way is None and via is not None:
        return way_to(debate, claim)
    return way or [(None, claim)]


def link_beneath(debate: Debate, top: str, claim: str) -> str | None:
    """Returns the link by which a claim stands nearest beneath another, or None where it does not.

    Examples:
        >>> from debatemap.core.model import Claim, Header, Link
        >>> links = {"l": Link(("c",), "supports", "a"), "m": Link(("c",), "attacks", "b")}
        >>> debate = Debate(Header("m", theses=("a", "b")), dict.fromkeys("abc", Claim("…")), links)
        >>> link_beneath(debate, "a", "c"), link_beneath(debate, "b", "c")
        ('l', 'm')
    """
    way = _way_from(debate, (None, claim), top.__eq__)
    return way[-1][0] if way else None


def is_way(debate: Debate, path: Sequence[tuple[str | None, str]]) -> bool:
    """Tells whether the debate still has each claim of a path, and its step from each link."""
    claims, links = debate.claims, debate.links
    return all(
        claim in claims and (link is None or (link in links and claim in links[link].premises))
        for link, claim in path
    )


def _way_from(
    debate: Debate, start: tuple[str | None, str], is_top: Callable[[str], bool]
) -> list[tuple[str | None, str]] | None:
    """Goes up from a place, breadth first, until a claim that is a top."""
    below: dict[tuple[str | None, str], tuple[str | None, str] | None] = {start: None}
    waiting = deque([start])
    while waiting:
        place = waiting.popleft()
        link, here = place
        if link is None and is_top(here):
            return _steps(below, place)
        for step in _places_above(debate, place):
            if step not in below:
                below[step] = place
                waiting.append(step)
    return None


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


def _read_from(
    debate: Debate, top: str, depths: dict[str, int], spoken_to: set[str], heard: set[str]
) -> None:
    """Goes on reading, depth first, at a claim that has not been met.

    Of a claim that has been met, what is said of a further step from it is read all the same.
    """
    if top in depths:
        return
    links, steps, missing = debate.links, debate.steps, debate.dangling
    waiting = [("", top, 0)]
    while waiting:
        link, claim, depth = waiting.pop()
        replies: Sequence[Step] = ()
        if claim not in depths:
            depths[claim] = depth
            replies = steps.get(claim, ())
            if link in spoken_to and links[link].premises[0] == claim:
                replies = (*steps[link], *replies)
        elif link in spoken_to and link not in heard:
            replies = steps[link]
        if link in spoken_to:
            heard.add(link)
        depth += 1
        for _, below, premises, _ in reversed(replies):
            waiting += [
                (below, premise, depth) for premise in premises[::-1] if premise not in missing
            ]

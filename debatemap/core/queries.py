"""What a view asks of a debate. No walk here is recursive, and none unrolls the graph.

The doctests share one small debate: a thesis "T" with a pro "P" and a con "C", and an
undercut "U" of the pro.
"""

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from typing import Final

from debatemap.core.debate import Debate
from debatemap.core.model import Stance

__all__ = [
    "Statistics",
    "ancestors",
    "branch",
    "claims_above",
    "cons",
    "direct_replies",
    "places",
    "pros",
    "replies",
    "statistics",
    "targets",
    "theses",
    "undercuts",
    "unplaced",
    "upward",
    "would_support_itself",
]


def theses(debate: Debate) -> list[str]:
    """Returns the claims that the debate is about, in reading order.

    Examples:
        >>> theses(_example())
        ['T']
    """
    return [claim for claim in debate.header.theses if claim in debate.claims]


def pros(debate: Debate, target: str) -> list[str]:
    """Returns the links that support a claim or a link, in order.

    Examples:
        >>> pros(_example(), "T")
        ['p']
    """
    return _with_stance(debate, target, "supports")


def cons(debate: Debate, target: str) -> list[str]:
    """Returns the links that attack a claim or a link, in order.

    Examples:
        >>> cons(_example(), "T")
        ['c']
    """
    return _with_stance(debate, target, "attacks")


def undercuts(debate: Debate, claim: str) -> list[str]:
    """Returns the attacks on the links that a claim is a premise of.

    Examples:
        >>> undercuts(_example(), "P")
        ['u']
    """
    return [undercut for link in debate.links_from(claim) for undercut in cons(debate, link)]


def direct_replies(debate: Debate, node: str) -> int:
    """Counts the claims that speak to a claim or a link, each joint premise by itself.

    Examples:
        >>> direct_replies(_example(), "T"), direct_replies(_example(), "p")
        (2, 1)
    """
    return sum(len(debate.links[link].premises) for link in debate.links_into(node))


def targets(debate: Debate, claim: str) -> list[str]:
    """Returns the claims and links that a claim speaks to, each once.

    Examples:
        >>> targets(_example(), "P"), targets(_example(), "U")
        (['T'], ['p'])
    """
    return list(dict.fromkeys(debate.links[link].target for link in debate.links_from(claim)))


def places(debate: Debate, claim: str) -> list[str | None]:
    """Returns where a claim stands: one entry a link out of it, None for a thesis.

    Paths above those links are not unrolled: they can be exponentially many.

    Examples:
        >>> places(_example(), "T"), places(_example(), "P")
        ([None], ['p'])
    """
    standing: list[str | None] = [None] if debate.is_thesis(claim) else []
    return standing + list(debate.links_from(claim))


def branch(debate: Debate, start: Iterable[str]) -> tuple[set[str], set[str]]:
    """Returns all claims and links at or beneath the given claims and links.

    Examples:
        >>> claims, links = branch(_example(), ["P"])
        >>> sorted(claims), sorted(links)
        (['P'], [])
        >>> claims, links = branch(_example(), ["p"])
        >>> sorted(claims), sorted(links)
        (['P', 'U'], ['p', 'u'])
    """
    known, steps = debate.claims, debate.steps
    nodes = [node for node in start if debate.exists(node)]
    links = {node for node in nodes if node not in known}
    named = (premise for link in links for premise in debate.links[link].premises)
    claims = {node for node in (*nodes, *named) if node in known}
    waiting = [*claims, *links]
    while waiting:
        for _, link, premises, _ in steps.get(waiting.pop(), ()):
            if link not in links:
                links.add(link)
                if link in steps:
                    waiting.append(link)
            for premise in premises:
                if premise not in claims and premise in known:
                    claims.add(premise)
                    waiting.append(premise)
    return claims, links


def replies(debate: Debate, claim: str, through: str | None, limit: int) -> int:
    """Counts the claims beneath a place, each once, up to a limit.

    Args:
        debate: The debate.
        claim: The claim at the place.
        through: The link that puts it there; what is linked to that link counts too.
        limit: Where to stop counting; a claim may have all others beneath it.

    Examples:
        >>> replies(_example(), "T", None, 100), replies(_example(), "P", "p", 100)
        (3, 1)
    """
    claims, steps = debate.claims, debate.steps
    seen, passed = {claim}, {through}
    waiting = [claim] if through is None else [claim, through]
    while waiting and len(seen) <= limit:
        for _, link, premises, _ in steps.get(waiting.pop(), ()):
            for premise in premises:
                if premise not in seen and premise in claims:
                    seen.add(premise)
                    waiting.append(premise)
            # Few links have anything linked to them.
            if link in steps and link not in passed:
                passed.add(link)
                waiting.append(link)
    return min(len(seen) - 1, limit)


def ancestors(debate: Debate, node: str) -> set[str]:
    """Returns every claim that a claim or a link bears on, near or far.

    Examples:
        >>> sorted(ancestors(_example(), "U"))
        ['T']
    """
    return {above for above in upward(debate, node) if above in debate.claims}


def would_support_itself(debate: Debate, premises: Iterable[str], target: str) -> bool:
    """Tells whether a link would close a cycle, so that a claim bears on itself.

    Examples:
        >>> would_support_itself(_example(), ["T"], "P")
        True
        >>> would_support_itself(_example(), ["C"], "P")
        False
    """
    return bool({target, *upward(debate, target)} & set(premises))


def unplaced(debate: Debate) -> list[str]:
    """Returns the inbox: claims that are no thesis and have no link to anything that exists.

    Examples:
        >>> unplaced(_example())
        []
    """
    theses, linked = debate.header.theses, debate.links_by_premise
    alone = debate.claims.keys() - linked.keys() - set(theses)
    if debate.dangling:
        alone.update(
            claim
            for links in debate.dangling.values()
            for link in links
            for claim in debate.links[link].premises
            if claim in debate.claims and not debate.is_placed(claim)
        )
    return [claim for claim in debate.claims if claim in alone] if alone else []


_FIGURES: Final = {
    "theses": "theses",
    "claims": "claims",
    "links": "links",
    "supports": "links that support",
    "attacks": "links that attack",
    "undercuts": "undercuts",
    "joint": "links with joint premises",
    "shared": "claims with several places",
    "unplaced": "claims with no place",
    "depth": "steps to the farthest claim",
    "widest": "most links into one claim or link",
    "sources": "sources",
    "cited": "claims that cite a source",
    "people": "people who rate",
}


@dataclass(frozen=True, slots=True)
class Statistics:
    """The size and the shape of a debate."""

    theses: int
    claims: int
    links: int
    supports: int
    attacks: int
    undercuts: int
    joint: int
    shared: int
    """Claims with more than one place."""
    unplaced: int
    depth: int
    """Steps from a thesis to the farthest claim, each by its shortest way."""
    widest: int
    """The most links into one claim or link."""
    sources: int
    cited: int
    """Claims that name a source."""
    people: int

    def as_dict(self) -> dict[str, int]:
        """Returns the figures by name."""
        return asdict(self)

    def in_words(self) -> dict[str, int]:
        """Returns the figures by what they count, in words for people."""
        return {_FIGURES[name]: value for name, value in self.as_dict().items()}


def statistics(debate: Debate) -> Statistics:
    """Counts what a debate holds.

    Examples:
        >>> figures = statistics(_example())
        >>> figures.claims, figures.undercuts, figures.depth
        (4, 1, 2)
    """
    links = debate.links.values()
    supports = sum(link.stance == "supports" for link in links)
    return Statistics(
        theses=len(theses(debate)),
        claims=len(debate.claims),
        links=len(debate.links),
        supports=supports,
        attacks=len(debate.links) - supports,
        undercuts=sum(x.stance == "attacks" and x.target in debate.links for x in links),
        joint=sum(len(link.premises) > 1 for link in links),
        shared=sum(len(places(debate, claim)) > 1 for claim in debate.claims),
        unplaced=len(unplaced(debate)),
        depth=_depth(debate),
        widest=max(
            (len(steps) for node, steps in debate.steps.items() if debate.exists(node)), default=0
        ),
        sources=len(debate.sources),
        cited=sum(bool(claim.sources) for claim in debate.claims.values()),
        people=len(debate.stances),
    )


def _with_stance(debate: Debate, target: str, stance: Stance) -> list[str]:
    return [link for link in debate.links_into(target) if debate.links[link].stance == stance]


def upward(debate: Debate, node: str) -> Iterator[str]:
    """Yields every claim and link that a claim or a link bears on, nearest first, each once.

    Examples:
        >>> list(upward(_example(), "U"))
        ['u', 'p', 'T']
    """
    seen: set[str] = set()
    waiting = deque([node])
    while waiting:
        here = waiting.popleft()
        for above in debate.bears_on(here):
            if above not in seen:
                seen.add(above)
                waiting.append(above)
                yield above


def _depth(debate: Debate) -> int:
    """Returns how many steps the farthest claim stands from the theses, breadth first."""
    level = set(theses(debate))
    seen = set(level)
    depth = 0
    while level:
        below: set[str] = set()
        for node in level:
            for link in _links_beneath(debate, node):
                below.update(debate.links[link].premises)
        level = (below & debate.claims.keys()) - seen
        seen |= level
        depth += bool(level)
    return depth


def _links_beneath(debate: Debate, claim: str) -> Iterator[str]:
    """Yields the links into a claim, and the links into the links that it is a premise of."""
    yield from debate.links_into(claim)
    for link in debate.links_from(claim):
        yield from debate.links_into(link)


def _example() -> Debate:
    from debatemap.core.model import Claim, Header, Link  # noqa: PLC0415  (only the doctests need it)

    claims = {name: Claim(name) for name in "TPCU"}
    links = {
        "p": Link(("P",), "supports", "T", "a0"),
        "c": Link(("C",), "attacks", "T", "a1"),
        "u": Link(("U",), "attacks", "p"),
    }
    return Debate(Header("example", theses=("T",)), claims, links)


def claims_above(debate: Debate, claims: Iterable[str]) -> Iterator[str]:
    """Yields the claims that some stand beneath, near or far, on whatever path.

    What is said of a step stands beneath the step's first premise. What is not in the debate
    stands beneath nothing.
    """
    links = debate.links
    waiting = [claim for claim in claims if debate.exists(claim)]
    seen = set[str]()
    while waiting:
        for node in debate.bears_on(waiting.pop()):
            if node in seen:
                continue
            seen.add(node)
            waiting.append(node)
            if node not in links:
                yield node
            elif links[node].target in links:
                yield links[links[node].target].premises[0]

"""What stands around some claims: a small debate, to show what an edit of them does."""

from collections.abc import Iterable

from debatemap.core.debate import Debate
from debatemap.core.model import Link

__all__ = ["neighbourhood", "tops_of"]


def neighbourhood(debate: Debate, claims: Iterable[str], *, with_places: bool = False) -> Debate:
    """Returns a debate of some claims, what they stand under, and what stands right beneath.

    Args:
        debate: The debate.
        claims: The claims.
        with_places: Whether all that is said of the steps is there, and all other places of what
            stands beneath, so that a claim is unplaced in it only where it is so in the whole.

    Examples:
        >>> from debatemap.core.model import Claim, Header
        >>> claims = {key: Claim(key) for key in "abcd"}
        >>> links = {f"l{low}": Link((low,), "supports", high) for low, high in ("ba", "cb", "dc")}
        >>> sorted(neighbourhood(Debate(Header("m"), claims, links), ["b"]).claims)
        ['a', 'b', 'c']
    """
    core = [claim for claim in dict.fromkeys(claims) if claim in debate.claims]
    links: dict[str, Link] = {}
    for claim in core:
        for link in (*debate.links_from(claim), *debate.links_into(claim)):
            _take(debate, link, links)
    if with_places:
        waiting = list(links)
        while waiting:
            said = [each for each in debate.links_into(waiting.pop()) if each not in links]
            links.update((each, debate.links[each]) for each in said)
            waiting.extend(said)
        premises = dict.fromkeys(p for step in links.values() for p in step.premises)
        for link in (link for premise in premises for link in debate.links_from(premise)):
            _take(debate, link, links)
    nodes = set(core)
    for step in links.values():
        nodes.update(step.premises, [step.target])
    kept = {key: claim for key, claim in debate.claims.items() if key in nodes}
    theses = tuple(thesis for thesis in debate.header.theses if thesis in kept)
    rated = [*kept, *links]
    stances = {
        person: {node: ratings[node] for node in rated if node in ratings}
        for person, ratings in debate.stances.items()
    }
    return Debate(debate.header._replace(theses=theses), kept, links, debate.sources, stances)


def _take(debate: Debate, link: str, links: dict[str, Link]) -> None:
    """Takes in a link, what is said of it, and the steps that it is about."""
    for said in debate.links_into(link):
        links[said] = debate.links[said]
    while link in debate.links and link not in links:
        links[link] = debate.links[link]
        link = debate.links[link].target


def tops_of(debate: Debate) -> list[str]:
    """Returns the theses and then the other claims that stand under none; of a cycle, all.

    Examples:
        >>> from debatemap.core.model import Claim, Header
        >>> debate = Debate(Header("m"), {"a": Claim("A."), "b": Claim("B.")},
        ...     {"l": Link(("b",), "supports", "a")})
        >>> tops_of(debate)
        ['a']
    """
    theses = [claim for claim in debate.header.theses if claim in debate.claims]
    tops = theses + [claim for claim in debate.claims if not debate.is_placed(claim)]
    return tops or list(debate.claims)

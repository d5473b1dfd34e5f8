"""What stands around some claims: a small debate, to show what an edit of them does."""

from collections.abc import Iterable

from debatemap.core.debate import Debate
from debatemap.core.model import Link

__all__ = ["neighbourhood", "tops_of"]


def neighbourhood(debate: Debate, claims: Iterable[str]) -> Debate:
    """Returns a debate of some claims, what they stand under, and what stands right beneath.

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
    nodes = set(core)
    for step in links.values():
        nodes.update(step.premises, [step.target])
    kept = {key: claim for key, claim in debate.claims.items() if key in nodes}
    theses = tuple(thesis for thesis in debate.header.theses if thesis in kept)
    return Debate(debate.header._replace(theses=theses), kept, links, debate.sources)


def _take(debate: Debate, link: str, links: dict[str, Link]) -> None:
    """Takes in a link, what is said of it, and the steps that it is about."""
    for said in debate.links_into(link):
        links[said] = debate.links[said]
    while link in debate.links and link not in links:
        links[link] = debate.links[link]
        link = debate.links[link].target


def tops_of(debate: Debate) -> list[str]:
    """Returns the claims of a debate that stand under none of it; of a cycle, all.

    Examples:
        >>> from debatemap.core.model import Claim, Header
        >>> debate = Debate(Header("m"), {"a": Claim("A."), "b": Claim("B.")},
        ...     {"l": Link(("b",), "supports", "a")})
        >>> tops_of(debate)
        ['a']
    """
    tops = [
        claim
        for claim in debate.claims
        if debate.is_thesis(claim)
        or not any(debate.exists(debate.links[link].target) for link in debate.links_from(claim))
    ]
    return tops or list(debate.claims)

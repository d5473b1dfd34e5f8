"""A debate with other ids, in all that names what has them."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from debatemap.core.debate import Debate
from debatemap.core.model import Claim, Link
from debatemap.core.rating_fingerprints import with_claims_renamed
from debatemap.core.scenarios import with_ids

__all__ = ["Names", "with_other_ids"]

Names = Mapping[str, str]
"""New ids by old; what is not named keeps its own."""

_NONE: Final[Names] = MappingProxyType({})


def with_other_ids(
    debate: Debate, *, claims: Names = _NONE, links: Names = _NONE, sources: Names = _NONE
) -> Debate:
    """Returns a debate with other ids; its links, theses, citations, ratings and scenarios follow.

    Args:
        debate: The debate.
        claims: The names of claims.
        links: The names of links; of an id that both a claim and a link have, it is the link that
            targets, ratings and scenarios mean.
        sources: The names of sources.

    Examples:
        >>> from debatemap.core.model import Claim, Header, Link
        >>> links = {"l": Link(("b",), "attacks", "a")}
        >>> debate = Debate(Header("m", theses=("a",)), {"a": Claim("A."), "b": Claim("B.")}, links)
        >>> other = with_other_ids(debate, claims={"a": "c"})
        >>> other.header.theses, other.links["l"].target, sorted(other.claims)
        (('c',), 'c', ['b', 'c'])
    """
    nodes = {**claims, **links}
    theses = tuple(claims.get(key, key) for key in debate.header.theses)
    header = with_ids(debate.header._replace(theses=theses), nodes)
    return Debate(
        with_claims_renamed(header, claims) if claims else header,
        {claims.get(key, key): _citing(claim, sources) for key, claim in debate.claims.items()},
        {links.get(key, key): _ending(each, claims, nodes) for key, each in debate.links.items()},
        {sources.get(key, key): source for key, source in debate.sources.items()},
        {
            person: {nodes.get(key, key): value for key, value in ratings.items()}
            for person, ratings in debate.stances.items()
        },
    )


def _citing(claim: Claim, sources: Names) -> Claim:
    if not sources or not claim.sources:
        return claim
    cited = tuple(each._replace(ref=sources.get(each.ref, each.ref)) for each in claim.sources)
    return claim._replace(sources=cited)


def _ending(link: Link, claims: Names, nodes: Names) -> Link:
    premises = tuple(claims.get(key, key) for key in link.premises)
    return link._replace(premises=premises, target=nodes.get(link.target, link.target))

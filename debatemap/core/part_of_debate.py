"""A part of a debate as a debate of its own."""

from collections.abc import Collection, Iterable

from debatemap.core.debate import Debate

__all__ = ["claims_beneath", "links_within", "part_of"]


def part_of(debate: Debate, claims: Collection[str]) -> Debate:
    """Returns the debate of some claims alone: the steps between them, and what they cite.

    A step goes along where all its premises do, and what it is for does. Ratings go along with what
    they rate.

    Args:
        debate: The debate.
        claims: The claims that it is to have.

    Examples:
        >>> from debatemap.core.model import Claim, Header, Link
        >>> claims = {name: Claim(name) for name in "tcu"}
        >>> links = {"c1": Link(("c",), "attacks", "t"), "u1": Link(("u",), "attacks", "c1")}
        >>> part = part_of(Debate(Header("m", theses=("t",)), claims, links), {"t", "u"})
        >>> sorted(part.claims), sorted(part.links)
        (['t', 'u'], [])
    """
    kept = {key: claim for key, claim in debate.claims.items() if key in claims}
    links = links_within(debate, kept)
    nodes = {*kept, *links}
    header = debate.header._replace(theses=tuple(t for t in debate.header.theses if t in kept))
    cited = {citation.ref for claim in kept.values() for citation in claim.sources}
    return Debate(
        header,
        kept,
        {key: link for key, link in debate.links.items() if key in links},
        {key: source for key, source in debate.sources.items() if key in cited},
        {
            person: {key: value for key, value in ratings.items() if key in nodes}
            for person, ratings in debate.stances.items()
        },
    )


def links_within(debate: Debate, claims: Collection[str]) -> set[str]:
    """Returns the links of which all ends are among some claims, or are such links themselves."""
    links = set[str]()
    waiting = list(claims)
    while waiting:
        for key in debate.links_into(waiting.pop()):
            if key not in links and all(each in claims for each in debate.links[key].premises):
                links.add(key)
                waiting.append(key)
    return links


def claims_beneath(debate: Debate, tops: Iterable[str], depth: int | None = None) -> set[str]:
    """Returns some claims and what stands beneath them, down to a depth.

    What undercuts a step stands one level beneath the step's premises.

    Args:
        debate: The debate.
        tops: The claims to begin with.
        depth: How many levels of replies; None for all.

    Examples:
        >>> from debatemap.core.model import Claim, Header, Link
        >>> links = {"l": Link(("b",), "supports", "a"), "m": Link(("c",), "attacks", "b"),
        ...     "n": Link(("d",), "attacks", "l")}
        >>> debate = Debate(Header("m"), {name: Claim(name) for name in "abcd"}, links)
        >>> sorted(claims_beneath(debate, ["a"], 1)), sorted(claims_beneath(debate, ["a"], 2))
        (['a', 'b'], ['a', 'b', 'c', 'd'])
    """
    found = dict.fromkeys(top for top in tops if top in debate.claims)
    level, reached = list(found), 0
    while level and (depth is None or reached < depth):
        links = [link for node in level for link in debate.links_into(node)]
        premises = (each for link in links for each in debate.links[link].premises)
        # A step goes on to the next level with its premises: what undercuts it stands beneath them.
        level = [each for each in dict.fromkeys([*premises, *links]) if each not in found]
        found.update(dict.fromkeys(level))
        reached += 1
    return {each for each in found if each in debate.claims}

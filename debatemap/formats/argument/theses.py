"""Which claims of a graph it is about, where its file does not say."""

from collections.abc import Iterable, Mapping

from debatemap.core.debate import Debate
from debatemap.core.model import Link

__all__ = ["theses_of", "theses_that_change"]


def theses_of(claims: Iterable[str], links: Mapping[str, Link]) -> list[str]:
    """Returns the claims that others lead to and that lead nowhere; of a loop, its first claim.

    A claim without a link is one of the inbox, unless there are no links at all.

    Examples:
        >>> links = {"l": Link(("b",), "supports", "a"), "u": Link(("c",), "attacks", "l")}
        >>> theses_of("dcba", links)
        ['a']
        >>> theses_of("ab", {"l": Link(("a",), "supports", "b"), "k": Link(("b",), "attacks", "a")})
        ['a']
    """
    order = list(claims)
    if not links:
        return order
    leading = {premise for link in links.values() for premise in link.premises}
    targets = {link.target for link in links.values()}
    tops = [key for key in order if key in targets and key not in leading]
    linked = [key for key in order if key in targets or key in leading]
    into = _into(links)
    reached = _below(tops, into)
    loops = [key for key in linked if key not in reached]
    if loops:
        tops += _first_of_loops(loops, into, reached)
    rank = {key: n for n, key in enumerate(order)}
    return sorted(tops, key=lambda key: rank[key])


def theses_that_change(
    debate: Debate, claims: Iterable[str], links: Mapping[str, Link]
) -> list[str]:
    """Returns the theses that a file without theses would not give back, and the ones it would add.

    Args:
        debate: The debate that is written.
        claims: The claims in the order of the file.
        links: The links that stand in it.

    Examples:
        >>> from debatemap.core.model import Claim, Header
        >>> links = {"l": Link(("b",), "supports", "a")}
        >>> claims = {"a": Claim("A."), "b": Claim("B.")}
        >>> theses_that_change(Debate(Header("m", "", ("a",)), claims, links), claims, links)
        []
        >>> theses_that_change(Debate(Header("m", "", ("b",)), claims, links), claims, links)
        ['b', 'a']
    """
    before = [key for key in debate.header.theses if key in debate.claims]
    after = theses_of(claims, links)
    gone, new = set(before) - set(after), set(after) - set(before)
    if not gone and not new:
        return [] if before == after else before
    return [*(key for key in before if key in gone), *(key for key in after if key in new)]


def _into(links: Mapping[str, Link]) -> dict[str, list[str]]:
    """Returns by claim or link what leads to it directly: links into it, or its premises."""
    into: dict[str, list[str]] = {key: list(link.premises) for key, link in links.items()}
    for key, link in links.items():
        into.setdefault(link.target, []).append(key)
    return into


def _below(tops: Iterable[str], into: Mapping[str, list[str]]) -> set[str]:
    reached = set(tops)
    waiting = list(reached)
    while waiting:
        for key in into.get(waiting.pop(), ()):
            if key not in reached:
                reached.add(key)
                waiting.append(key)
    return reached


def _first_of_loops(
    loops: list[str], into: Mapping[str, list[str]], reached: set[str]
) -> list[str]:
    """Returns the first claim of each loop that leads to no thesis and to no further loop."""
    import networkx as nx  # noqa: PLC0415  (few graphs have such loops)

    graph: nx.DiGraph[str] = nx.DiGraph()
    graph.add_edges_from(
        (start, end) for end, starts in into.items() if end not in reached for start in starts
    )
    inner = nx.condensation(graph)
    ends = {
        key for node, outward in inner.out_degree() if not outward
        for key in inner.nodes[node]["members"]
    }  # fmt: skip
    found: list[str] = []
    seen: set[str] = set()
    for key in loops:
        if key in ends and key not in seen:
            found.append(key)
            seen |= _below([key], into)
    return found

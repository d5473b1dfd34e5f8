"""What a text of another program is about: Argdown has no word for a thesis."""

from collections.abc import Mapping

from debatemap.core.model import Link

__all__ = ["theses_of"]


def theses_of(order: list[str], titled: set[str], links: Mapping[str, Link]) -> list[str]:
    """Returns the claims that all others lead to.

    Where claims lead to each other in a circle, the first of them that has a title stands for
    them. What has no title and no relation is prose, and no thesis.

    Args:
        order: The claims in the order of the text.
        titled: The statements that have a title.
        links: The links by id.

    Examples:
        >>> links = {"l": Link(("b",), "attacks", "a"), "m": Link(("a",), "attacks", "b")}
        >>> theses_of(["x", "b", "a"], {"a", "b"}, links)
        ['b']
    """
    place = {key: number for number, key in enumerate(order)}
    into: dict[str, list[str]] = {}
    for key, link in links.items():
        into.setdefault(link.target, []).append(key)
    leading = {premise for link in links.values() for premise in link.premises}
    ends = [key for key in order if key not in leading]
    met = _leading_to(ends, links, into)
    if any(key not in met for key in order):
        ends += _of_circles(links, met, place, titled)
        ends.sort(key=place.__getitem__)
    meant = [key for key in ends if key in titled or key in into]
    return meant or ends


def _leading_to(
    ends: list[str], links: Mapping[str, Link], into: Mapping[str, list[str]]
) -> set[str]:
    """Returns some claims with all claims and links that lead to them."""
    met = set(ends)
    waiting = list(ends)
    while waiting:
        node = waiting.pop()
        before = (*into.get(node, ()), *(links[node].premises if node in links else ()))
        new = [each for each in before if each not in met]
        met.update(new)
        waiting += new
    return met


def _of_circles(
    links: Mapping[str, Link], met: set[str], place: Mapping[str, int], titled: set[str]
) -> list[str]:
    """Returns one claim of each circle that nothing leads on from."""
    import networkx as nx  # noqa: PLC0415  (names of formats are asked for without it)

    graph: nx.DiGraph[str] = nx.DiGraph()
    graph.add_nodes_from(key for key in place if key not in met)
    for key, link in links.items():
        if key not in met:
            graph.add_edges_from((premise, key) for premise in link.premises)
            graph.add_edge(key, link.target)
    found: list[str] = []
    for circle in nx.strongly_connected_components(graph):
        if any(end not in circle for key in circle for end in graph.successors(key)):
            continue
        claims = sorted((key for key in circle if key in place), key=place.__getitem__)
        found += [next((key for key in claims if key in titled), claims[0])] if claims else []
    return found

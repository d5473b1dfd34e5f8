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
    import networkx as nx  # noqa: PLC0415  (names of formats are asked for without it)

    graph: nx.DiGraph[str] = nx.DiGraph()
    graph.add_nodes_from(order)
    for key, link in links.items():
        # A claim and a link can have no id in common.
        graph.add_edges_from((premise, key) for premise in link.premises)
        graph.add_edge(key, link.target)
    place = {key: number for number, key in enumerate(order)}
    ends: list[str] = []
    for circle in nx.strongly_connected_components(graph):
        if any(end not in circle for key in circle for end in graph.successors(key)):
            continue
        claims = sorted((key for key in circle if key in place), key=place.__getitem__)
        ends += [next((key for key in claims if key in titled), claims[0])] if claims else []
    ends.sort(key=place.__getitem__)
    meant = [key for key in ends if key in titled or graph.in_degree(key)]
    return meant or ends

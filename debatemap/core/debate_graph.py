"""The graph of a debate, kept equal to its records."""

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

import networkx as nx

from debatemap.core.change import Change, Edits
from debatemap.core.model import Claim, Link

if TYPE_CHECKING:
    Graph = nx.DiGraph[str]

__all__ = ["graph_of_records", "renew_graph"]


def graph_of_records(claims: Mapping[str, Claim], links: Mapping[str, Link]) -> "Graph":
    """Returns claims and links as nodes, with edges premise → link → target.

    Each node carries its `kind`, "claim" or "link". An end that does not exist has no node.
    """
    graph: Graph = nx.DiGraph()
    graph.add_nodes_from(claims, kind="claim")
    graph.add_nodes_from(links, kind="link")
    graph.add_edges_from(_edges(claims, links, links.items()))
    return graph


def renew_graph(
    graph: "Graph",
    change: Change,
    claims: Mapping[str, Claim],
    links: Mapping[str, Link],
    named_by: Iterable[str],
) -> None:
    """Brings a graph up to a change that the records have taken already.

    Args:
        graph: The graph of the records before.
        change: What changed.
        claims: The claims as they are now.
        links: The links as they are now.
        named_by: The links that name a claim or a link that has come to be.
    """
    renewed = dict.fromkeys(named_by)
    for link_id, (before, after) in change.links.items():
        if before is not None and (after is None or _ends(before) != _ends(after)):
            # A premise may name a link in vain, one that leads to this very link.
            kinds = {node: graph.nodes[node]["kind"] for node in graph.predecessors(link_id)}
            premises = [premise for premise in before.premises if kinds.get(premise) == "claim"]
            graph.remove_edges_from([(premise, link_id) for premise in premises])
            graph.remove_edges_from([(link_id, before.target)])
        if after is not None and (before is None or _ends(before) != _ends(after)):
            renewed[link_id] = None
    # What goes, goes first: an id may pass from a claim to a link.
    tables: tuple[tuple[str, Edits[Any]], ...] = ("claim", change.claims), ("link", change.links)
    for _, edits in tables:
        graph.remove_nodes_from([key for key, edit in edits.items() if edit[1] is None])
    for kind, edits in tables:
        graph.add_nodes_from([key for key, edit in edits.items() if edit[0] is None], kind=kind)
    graph.add_edges_from(_edges(claims, links, [(key, links[key]) for key in renewed]))


def _edges(
    claims: Mapping[str, Claim], nodes: Mapping[str, Link], links: Iterable[tuple[str, Link]]
) -> Iterator[tuple[str, str]]:
    """Yields the edges between nodes that exist."""
    for link_id, link in links:
        for premise in link.premises:
            if premise in claims:
                yield premise, link_id
        if link.target in claims or link.target in nodes:
            yield link_id, link.target


def _ends(link: Link) -> tuple[tuple[str, ...], str]:
    return link.premises, link.target

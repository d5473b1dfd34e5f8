"""Cycles in a debate: claims and links that bear on themselves.

Nearly all debates have none, and that is told without the graph, in one walk.
"""

from itertools import chain

from debatemap.core.debate import Debate

__all__ = ["circular_support", "cycles", "cyclic_components"]


def cycles(debate: Debate) -> list[set[str]]:
    """Returns the cycles: sets of claims in which each bears on every other."""
    return _claims_of(debate, cyclic_components(debate))


def circular_support(debate: Debate) -> list[set[str]]:
    """Returns the cycles that are closed by support alone, which prove nothing."""
    cyclic = list(chain.from_iterable(cyclic_components(debate)))
    if not cyclic:
        return []
    kept = [n for n in cyclic if n in debate.claims or debate.links[n].stance == "supports"]
    return _claims_of(debate, _components(debate, kept))


def cyclic_components(debate: Debate) -> list[set[str]]:
    """Returns the claims and links of each cycle: those that lead to each other."""
    kept = _downstream_of_cycles(debate)
    return _components(debate, kept) if kept else []


def _downstream_of_cycles(debate: Debate) -> list[str]:
    """Returns the claims and links that bear on themselves, or that something bears on that does.

    What has nothing beneath it is taken away, again and again; what stays is that.
    """
    beneath = {
        node: len(debate.claims.keys() & link.premises) for node, link in debate.links.items()
    }
    for target, steps in debate.steps.items():
        beneath[target] = beneath.get(target, 0) + len(steps)
    waiting = [
        node for table in (debate.claims, debate.links) for node in table if not beneath.get(node)
    ]
    left = len(debate.claims) + len(debate.links) - len(waiting)
    while waiting and left:
        for above in debate.bears_on(waiting.pop()):
            beneath[above] -= 1
            if not beneath[above]:
                left -= 1
                waiting.append(above)
    if not left:
        return []
    return [node for node, count in beneath.items() if count and debate.exists(node)]


def _components(debate: Debate, nodes: list[str]) -> list[set[str]]:
    import networkx as nx  # noqa: PLC0415  (few debates have cycles, and it takes long to import)

    found = nx.strongly_connected_components(debate.graph.subgraph(nodes).copy())
    return [component for component in found if len(component) > 1]


def _claims_of(debate: Debate, components: list[set[str]]) -> list[set[str]]:
    """Returns the claims of each component; one of links alone has none and is left out."""
    claims = ({node for node in component if node in debate.claims} for component in components)
    return [cycle for cycle in claims if cycle]

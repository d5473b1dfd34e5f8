"""Cycles in a debate: claims and links that bear on themselves.

Nearly all debates have none, and that is told without the graph, in one walk.
"""

from collections import Counter
from itertools import chain

from debatemap.core.components import strongly_connected
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


def _is_acyclic(debate: Debate) -> bool:
    """Tells whether no claim and no link bears on itself.

    What bears on nothing is taken away, again and again, until nothing is left.
    """
    claims, links, steps = debate.claims, debate.links, debate.steps
    bears_on = Counter(chain.from_iterable(link.premises for link in links.values()))
    waiting = [claim for claim in claims if claim not in bears_on]
    left = len(claims) + len(links) - len(waiting)
    waiting += [target for target in steps if target not in claims and target not in links]
    while waiting:
        for _, link, premises, _ in steps.get(waiting.pop(), ()):
            left -= 1
            if link in steps:
                waiting.append(link)
            for premise in premises:
                bears_on[premise] -= 1
                if not bears_on[premise] and premise in claims:
                    left -= 1
                    if premise in steps:
                        waiting.append(premise)
    return not left


def _downstream_of_cycles(debate: Debate) -> list[str]:
    """Returns the claims and links that bear on themselves, or that something bears on that does.

    What has nothing beneath it is taken away, again and again; what stays is that. A link of one
    premise, to which nothing is said, goes with its premise.
    """
    if _is_acyclic(debate):
        return []
    claims, links, steps = debate.claims, debate.links, debate.steps
    beneath = {target: len(siblings) for target, siblings in steps.items()}
    for node, link in links.items():
        premises = link.premises
        if len(premises) > 1 or node in steps or premises[0] not in claims:
            beneath[node] = beneath.get(node, 0) + len(claims.keys() & premises)
    waiting = [claim for claim in claims if claim not in steps]
    waiting += [node for node, count in beneath.items() if not count]
    while waiting:
        node = waiting.pop()
        for above in debate.bears_on(node):
            end = above
            if node in claims and above not in beneath:
                end = links[above].target
            beneath[end] -= 1
            if not beneath[end] and debate.exists(end):
                waiting.append(end)
    kept = [claim for claim in claims if beneath.get(claim)]
    if kept or any(map(beneath.get, links)):
        staying = {*kept}
        kept += [n for n in links if beneath.get(n, links[n].premises[0] in staying)]
    return kept


def _components(debate: Debate, nodes: list[str]) -> list[set[str]]:
    within = {*nodes}
    found = strongly_connected(
        nodes, lambda node: [other for other in debate.bears_on(node) if other in within]
    )
    return [component for component in found if len(component) > 1]


def _claims_of(debate: Debate, components: list[set[str]]) -> list[set[str]]:
    """Returns the claims of each component; one of links alone has none and is left out."""
    claims = ({node for node in component if node in debate.claims} for component in components)
    return [cycle for cycle in claims if cycle]

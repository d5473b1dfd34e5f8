"""Cycles in a debate: claims and links that bear on themselves.

Nearly all debates have none, and that is told without the graph, in one walk.
"""

from collections.abc import Sequence
from itertools import chain

from debatemap.core.components import strongly_connected
from debatemap.core.debate import Debate
from debatemap.core.remembered import remembered

__all__ = ["circular_support", "cycles", "cyclic_components", "downward"]


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


@remembered
def downward(debate: Debate) -> Sequence[str] | None:
    """Returns the claims and links that are spoken to, each after what it leads to.

    A claim comes after what its links lead to, and a link after its target.

    What bears on nothing is taken away, again and again, until nothing is left.

    Returns:
        None where a claim or a link bears on itself.

    Examples:
        >>> from debatemap.core.model import Claim, Header, Link
        >>> claims = {"a": Claim("A."), "b": Claim("B."), "c": Claim("C.")}
        >>> links = {"l": Link(("b",), "supports", "a"), "m": Link(("c",), "attacks", "b")}
        >>> downward(Debate(Header("m"), claims, links))
        ['a', 'b']
        >>> downward(Debate(Header("m"), claims, links | {"n": Link(("a",), "supports", "c")}))
    """
    claims, links, steps = debate.claims, debate.links, debate.steps
    linked, missing = debate.links_by_premise, debate.dangling
    bears_on = dict(zip(linked, map(len, linked.values()), strict=True))
    tops = claims.keys() - linked.keys()
    left = len(claims) + len(links) - len(tops)
    waiting = [claim for claim in tops if claim in steps]
    waiting += [target for target in steps if target not in claims and target not in links]
    spoken_to = steps.keys() & links.keys()
    found: list[str] = []
    while waiting:
        node = waiting.pop()
        found.append(node)
        for _, link, premises, _ in steps[node]:
            left -= 1
            # Few links are spoken to, so that this is sooner looked up than among the steps.
            if link in spoken_to:
                waiting.append(link)
            for premise in premises if len(premises) == 1 else dict.fromkeys(premises):
                others = bears_on[premise] - 1
                bears_on[premise] = others
                if not others and premise not in missing:
                    left -= 1
                    if premise in steps:
                        waiting.append(premise)
    return None if left else found


def _downstream_of_cycles(debate: Debate) -> list[str]:
    """Returns the claims and links that bear on themselves, or that something bears on that does.

    What has nothing beneath it is taken away, again and again; what stays is that. A link of one
    premise, to which nothing is said, goes with its premise.
    """
    if downward(debate) is not None:
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

"""Which theses each claim bears on, by support alone and with which sign: all in a few walks.

Sets of theses are whole numbers with a bit for each, so that many are joined at once. No path is
followed by itself, as there can be exponentially many.
"""

from collections import deque
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from debatemap.core import queries
from debatemap.core.cycles import cyclic_components
from debatemap.core.debate import Debate

__all__ = ["Signs", "first_of", "signs", "support_ways", "theses_of"]


class Signs(NamedTuple):
    """For whom a claim or a link speaks: theses by claim or link, a bit for each.

    Attributes:
        pro: The theses that it speaks for, along some way.
        con: Those that it speaks against, along some way.
    """

    pro: Mapping[str, int]
    con: Mapping[str, int]


def signs(debate: Debate) -> Signs:
    """Returns which theses each claim and link speaks for and against.

    What attacks an attack speaks for what that one attacks. A node is looked at again only when
    a thesis is new to it, twice for each thesis at most.
    """
    pro: dict[str, int] = {}
    con: dict[str, int] = {}
    for index, thesis in enumerate(theses_of(debate)):
        pro[thesis] = 1 << index
    waiting = deque(pro)
    while waiting:
        node = waiting.popleft()
        for link in debate.links_into(node):
            record = debate.links[link]
            counts = pro.get(node, 0), con.get(node, 0)
            speaks_for, speaks_against = counts if record.stance == "supports" else counts[::-1]
            for part in (link, *(each for each in record.premises if each in debate.claims)):
                known = pro.get(part, 0), con.get(part, 0)
                pro[part], con[part] = known[0] | speaks_for, known[1] | speaks_against
                if (pro[part], con[part]) != known:
                    waiting.append(part)
    return Signs(pro, con)


def support_ways(debate: Debate) -> dict[str, int]:
    """Returns which theses each link supports, along links that support claims, by link.

    A link within a cycle of support is left out, so that no way comes back to where it was.
    """
    reached = {thesis: 1 << index for index, thesis in enumerate(theses_of(debate))}
    waiting = deque(reached)
    while waiting:
        node = waiting.popleft()
        for _, premises in _supports(debate, node):
            for premise in premises:
                known = reached.get(premise, 0)
                reached[premise] = known | reached[node]
                if reached[premise] != known:
                    waiting.append(premise)
    cycle_of = _cycles_of_support(debate)
    return {
        link: reached.get(target, 0)
        for target in debate.claims
        for link, premises in _supports(debate, target)
        if all(
            cycle_of.get(premise, premise) != cycle_of.get(target, target) for premise in premises
        )
    }


def _supports(debate: Debate, claim: str) -> Iterator[tuple[str, list[str]]]:
    """Yields the links that support a claim, each with those of its premises that exist."""
    for _, link, premises in debate.steps.get(claim, ()):
        if debate.links[link].stance == "supports":
            yield link, [premise for premise in premises if premise in debate.claims]


def _cycles_of_support(debate: Debate) -> Mapping[str, str | int]:
    """Returns a number for each claim in a cycle of links that support claims."""
    if not cyclic_components(debate):
        return {}
    import networkx as nx  # noqa: PLC0415  (few debates have cycles, and it takes long to import)

    graph: nx.DiGraph[str] = nx.DiGraph()
    for claim in debate.claims:
        for _, premises in _supports(debate, claim):
            graph.add_edges_from((premise, claim) for premise in premises)
    components = enumerate(nx.strongly_connected_components(graph))
    return {claim: number for number, component in components for claim in component}


def first_of(debate: Debate, theses: int) -> str:
    """Returns the first thesis of a set that is not empty."""
    return theses_of(debate)[(theses & -theses).bit_length() - 1]


def theses_of(debate: Debate) -> list[str]:
    """Returns the theses in the order of their bits, each once."""
    return list(dict.fromkeys(queries.theses(debate)))

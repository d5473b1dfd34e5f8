"""Which theses each claim bears on, by support alone and with which sign: all in a few walks.

Sets of theses are whole numbers with a bit for each, so that many are joined at once. No path is
followed by itself, as there can be exponentially many.
"""

from collections import deque
from collections.abc import Mapping
from typing import NamedTuple

import networkx as nx

from debatemap.core import queries
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
    graph: nx.DiGraph[str] = nx.DiGraph()
    onward: dict[str, str] = {}
    for link, record in debate.links.items():
        if record.stance == "supports" and record.target in debate.claims:
            onward[link] = record.target
            present = (premise for premise in record.premises if premise in debate.claims)
            graph.add_edges_from((premise, record.target) for premise in present)
    bits = {thesis: 1 << index for index, thesis in enumerate(theses_of(debate))}
    graph.add_nodes_from(bits)
    cycles = nx.condensation(graph)
    cycle_of: Mapping[str, int] = cycles.graph["mapping"]
    reached: dict[int, int] = {}
    for cycle in reversed(list(nx.topological_sort(cycles))):
        own = sum(bits.get(claim, 0) for claim in cycles.nodes[cycle]["members"])
        for above in cycles.successors(cycle):
            own |= reached[above]
        reached[cycle] = own
    return {
        link: reached[cycle_of[target]]
        for link, target in onward.items()
        if all(cycle_of.get(premise) != cycle_of[target] for premise in debate.links[link].premises)
    }


def first_of(debate: Debate, theses: int) -> str:
    """Returns the first thesis of a set that is not empty."""
    return theses_of(debate)[(theses & -theses).bit_length() - 1]


def theses_of(debate: Debate) -> list[str]:
    """Returns the theses in the order of their bits, each once."""
    return list(dict.fromkeys(queries.theses(debate)))

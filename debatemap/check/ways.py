"""Which theses each claim bears on, by support alone and with which sign: all in a few walks.

Sets of theses are whole numbers with a bit for each, so that many are joined at once. No path is
followed by itself, as there can be exponentially many.
"""

from collections import deque
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from typing import NamedTuple

from debatemap.core import queries
from debatemap.core.components import strongly_connected
from debatemap.core.cycles import cyclic_components, downward
from debatemap.core.debate import Debate
from debatemap.core.remembered import remembered

__all__ = ["Signs", "first_of", "signs", "support_ways", "supporting", "theses_of"]


class Signs:
    """For whom each claim and link speaks: theses as a bit each.

    Args:
        debate: The debate, which must stay as it is.
        known: For whom each claim speaks, and each link that others speak to: in the low half the
            theses that it speaks for along some way, in the high half those it speaks against.
        half: How many bits a half has.
    """

    def __init__(self, debate: Debate, known: Mapping[str, int], half: int) -> None:
        self._debate, self._known, self._half = debate, known, half

    def of(self, link: str) -> tuple[int, int]:
        """Returns the theses that a link speaks for along some way, and those it speaks against."""
        record = self._debate.links[link]
        both = self._known.get(record.target, 0)
        above, below = both & (1 << self._half) - 1, both >> self._half
        return (above, below) if record.stance == "supports" else (below, above)


def signs(debate: Debate) -> Signs:
    """Returns which theses each claim and link speaks for and against.

    What attacks an attack speaks for what that one attacks.
    """
    half = len(theses_of(debate))
    return Signs(debate, _borne_on(debate).signs, half)


def support_ways(debate: Debate) -> Callable[[str], int]:
    """Returns a function that tells which theses a link supports, along links that support claims.

    A link within a cycle of support supports none, so that no way comes back to where it was.
    """
    claims, links, reached = debate.claims, debate.links, _borne_on(debate).supported
    cycle_of = _cycles_of_support(debate)

    def ways(link: str) -> int:
        record = links[link]
        target = record.target
        if record.stance != "supports" or target not in claims:
            return 0
        here = cycle_of.get(target, target)
        parts = (premise for premise in record.premises if premise in claims)
        return 0 if any(cycle_of.get(p, p) == here for p in parts) else reached.get(target, 0)

    return ways


def supporting(debate: Debate) -> Collection[str]:
    """Returns the claims that support a thesis along some way, and the theses."""
    return _borne_on(debate).supported.keys()


class _BorneOn(NamedTuple):
    """Which theses each claim bears on, and each link that others speak to.

    Attributes:
        signs: As `Signs` has them.
        supported: Those that it bears on along links that support claims.
    """

    signs: dict[str, int]
    supported: dict[str, int]


@remembered
def _borne_on(debate: Debate) -> _BorneOn:
    order = downward(debate)
    if order is None:
        return _BorneOn(_signs_among_cycles(debate), _supported_among_cycles(debate))
    return _in_order(debate, order)


def _in_order(debate: Debate, order: Sequence[str]) -> _BorneOn:
    """Looks at each claim and link once, after all that it leads to."""
    steps, missing = debate.steps, debate.dangling
    spoken_to = steps.keys() & debate.links.keys()
    signs = _begun(debate)
    supported, half = signs.copy(), len(signs)
    low = (1 << half) - 1
    for node in order:
        same, ways = signs.get(node, 0), supported.get(node, 0)
        other = same >> half | (same & low) << half
        for _, link, premises, stance in steps[node] if same else ():
            is_for = stance == "supports"
            told = same if is_for else other
            for premise in premises:
                if premise not in missing:
                    signs[premise] = signs.get(premise, 0) | told
                    if ways and is_for:
                        supported[premise] = supported.get(premise, 0) | ways
            if link in spoken_to:
                signs[link] = told
    return _BorneOn(signs, supported)


def _begun(debate: Debate) -> dict[str, int]:
    return {thesis: 1 << index for index, thesis in enumerate(theses_of(debate))}


def _signs_among_cycles(debate: Debate) -> dict[str, int]:
    """Looks at a node again whenever a thesis is new to it, twice for each thesis at most."""
    claims, steps = debate.claims, debate.steps
    known = _begun(debate)
    half = len(known)
    low = (1 << half) - 1
    waiting = deque(known)
    while waiting:
        node = waiting.popleft()
        same = known[node]
        other = same >> half | (same & low) << half
        for _, link, premises, stance in steps.get(node, ()):
            told = same if stance == "supports" else other
            for part in (link, *premises) if link in steps else premises:
                was = known.get(part, 0)
                if was | told != was and (part in claims or part == link):
                    known[part] = was | told
                    if part in steps:
                        waiting.append(part)
    return known


def _supported_among_cycles(debate: Debate) -> dict[str, int]:
    claims, steps = debate.claims, debate.steps
    reached = _begun(debate)
    waiting = deque(reached)
    while waiting:
        node = waiting.popleft()
        supported = reached[node]
        for _, _, premises, stance in steps.get(node, ()):
            for premise in premises if stance == "supports" else ():
                known = reached.get(premise, 0)
                if known | supported != known and premise in claims:
                    reached[premise] = known | supported
                    if premise in steps:
                        waiting.append(premise)
    return reached


def _supports(debate: Debate, claim: str) -> Iterator[tuple[str, list[str]]]:
    """Yields the links that support a claim, each with those of its premises that exist."""
    for _, link, premises, _ in debate.steps.get(claim, ()):
        if debate.links[link].stance == "supports":
            yield link, [premise for premise in premises if premise in debate.claims]


def _cycles_of_support(debate: Debate) -> Mapping[str, str | int]:
    """Returns a number for each claim in a cycle of links that support claims."""
    cyclic = {node for component in cyclic_components(debate) for node in component}
    beneath = {
        claim: {p for _, premises in _supports(debate, claim) for p in premises if p in cyclic}
        for claim in cyclic & debate.claims.keys()
    }
    components = enumerate(strongly_connected(beneath, beneath.__getitem__))
    return {claim: number for number, component in components for claim in component}


def first_of(debate: Debate, theses: int) -> str:
    """Returns the first thesis of a set that is not empty."""
    return theses_of(debate)[(theses & -theses).bit_length() - 1]


def theses_of(debate: Debate) -> list[str]:
    """Returns the theses in the order of their bits, each once."""
    return list(dict.fromkeys(queries.theses(debate)))

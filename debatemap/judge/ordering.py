"""In which order arguments are weighed: each after what bears on it, cycles as one."""

import sys
from collections.abc import Collection, Iterable
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from debatemap.core.components import strongly_connected

__all__ = ["Edges", "Order", "arrange", "arrange_all", "arrange_bearing", "downstream"]

Edges = list[list[int]]
"""By index, the indices of others."""


class Order(NamedTuple):
    """Arguments in the order in which they can be weighed.

    Attributes:
        first: Those that no cycle leads to, each after all that bears on it.
        then: The others, in groups that come after all that bears on them; in a group of
            several, and in one that bears on itself, each bears on every other.
    """

    first: list[int]
    then: list[list[int]]


def downstream(
    start: Iterable[int],
    targets: Edges,
    fixed: AbstractSet[int] = frozenset(),
    most: int = sys.maxsize,
) -> set[int]:
    """Returns the given arguments and all that they bear on, near or far.

    Args:
        start: Where to begin.
        targets: The arguments that each one bears on.
        fixed: Arguments that nothing changes, so that nothing goes on through them.
        most: Where to stop looking, soon after so many are found.

    Examples:
        >>> sorted(downstream([0], [[1], [2], []])), sorted(downstream([0], [[1], [2], []], {1}))
        ([0, 1, 2], [0])
    """
    waiting = list(start)
    reached = set(waiting)
    while waiting and len(reached) <= most:
        for index in targets[waiting.pop()]:
            if index not in reached and index not in fixed:
                reached.add(index)
                waiting.append(index)
    return reached


def arrange(
    indices: Collection[int], targets: Edges, fixed: AbstractSet[int] = frozenset()
) -> Order:
    """Returns an order in which to weigh arguments, in time linear in them and their edges.

    Args:
        indices: What to weigh, with all that it bears on: every argument that one of them leads to
            must be among them, but for those that are fixed.
        targets: The arguments that each one bears on.
        fixed: Arguments whose strength is given, so that nothing bears on them.

    Examples:
        >>> arrange(range(4), [[1], [2], [3, 1], []])
        Order(first=[0], then=[[1, 2], [3]])
    """
    missing: dict[int, int] = dict.fromkeys(indices, 0)
    for index in indices:
        for above in targets[index]:
            if above in missing and above not in fixed:
                missing[above] += 1
    return _counted_down(missing, targets, fixed)


def arrange_bearing(bearing: Collection[int], pros: Edges, cons: Edges, targets: Edges) -> Order:
    """Returns the order that `arrange` does of arguments with all that bears on them, none fixed.

    Args:
        bearing: The arguments.
        pros: The arguments that support each one.
        cons: Those that attack each one.
        targets: Those that each one bears on.
    """
    missing = {index: len(pros[index]) + len(cons[index]) for index in bearing}
    return _counted_down(missing, targets, frozenset())


def arrange_all(pros: Edges, cons: Edges, targets: Edges) -> Order:
    """Returns an order of all arguments, as `arrange` does, in half the time.

    Each comes as soon as all that bears on it has: what was made of that is still in the caches
    of the processor.

    Args:
        pros: The arguments that support each one.
        cons: Those that attack each one.
        targets: Those that each one bears on.
    """
    missing = [len(before) + len(against) for before, against in zip(pros, cons, strict=True)]
    first: list[int] = []
    for leaf in [index for index, count in enumerate(missing) if not count]:
        ready = [leaf]
        while ready:
            index = ready.pop()
            first.append(index)
            for above in targets[index]:
                missing[above] -= 1
                if not missing[above]:
                    ready.append(above)
    if len(first) == len(missing):
        return Order(first, [])
    cyclic = {index for index, count in enumerate(missing) if count}
    return Order(first, _components(cyclic, targets, frozenset()))


def _counted_down(missing: dict[int, int], targets: Edges, fixed: AbstractSet[int]) -> Order:
    """Returns an order of arguments, by how many others bear on each that are still to come."""
    first = [index for index, count in missing.items() if not count]
    for index in first:
        for above in targets[index]:
            if above in missing and above not in fixed:
                missing[above] -= 1
                if not missing[above]:
                    first.append(above)
    if len(first) == len(missing):
        return Order(first, [])
    cyclic = {index for index, count in missing.items() if count}
    return Order(first, _components(cyclic, targets, fixed))


def _components(indices: set[int], targets: Edges, fixed: AbstractSet[int]) -> list[list[int]]:
    """Returns strongly connected components, those first that others come after."""
    within = indices - fixed if fixed else indices

    def after(index: int) -> list[int]:
        return [above for above in targets[index] if above in within]

    return [sorted(found) for found in reversed(strongly_connected(within, after))]

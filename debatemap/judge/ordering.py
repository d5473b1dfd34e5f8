"""In which order slots are weighed: each after what bears on it, rings as one."""

import sys
from collections.abc import Collection, Iterable, Iterator
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from debatemap.judge.framework import Wires

__all__ = ["Order", "arrange", "downstream"]


class Order(NamedTuple):
    """Slots in the order in which they can be weighed.

    Attributes:
        first: Those that no ring leads to, each after all that bears on it.
        then: The others, in groups that come after all that bears on them; in a group of
            several, and in one that bears on itself, each bears on every other.
    """

    first: list[int]
    then: list[list[int]]


def downstream(
    start: Iterable[int],
    onto: Wires,
    held: AbstractSet[int] = frozenset(),
    most: int = sys.maxsize,
) -> set[int]:
    """Returns the given slots and all that they bear on, near or far.

    Args:
        start: Where to begin.
        onto: The slots that each one bears on.
        held: Slots that nothing changes, so that nothing goes on through them.
        most: Where to stop looking, soon after so many are found.

    Examples:
        >>> sorted(downstream([0], [[1], [2], []])), sorted(downstream([0], [[1], [2], []], {1}))
        ([0, 1, 2], [0])
    """
    waiting = list(start)
    reached = set(waiting)
    while waiting and len(reached) <= most:
        for slot in onto[waiting.pop()]:
            if slot not in reached and slot not in held:
                reached.add(slot)
                waiting.append(slot)
    return reached


def arrange(slots: Collection[int], onto: Wires, held: AbstractSet[int] = frozenset()) -> Order:
    """Returns an order in which to weigh slots, in time linear in them and their wires.

    Args:
        slots: What to weigh, with all that it bears on: every slot that one of them leads to
            must be among them, but for those that are held.
        onto: The slots that each one bears on.
        held: Slots whose strength is given, so that nothing bears on them.

    Examples:
        >>> arrange(range(4), [[1], [2], [3, 1], []])
        Order(first=[0], then=[[1, 2], [3]])
    """
    missing: dict[int, int] = dict.fromkeys(slots, 0)
    for slot in slots:
        for above in onto[slot]:
            if above in missing and above not in held:
                missing[above] += 1
    first = [slot for slot, count in missing.items() if not count]
    for slot in first:
        for above in onto[slot]:
            if above in missing and above not in held:
                missing[above] -= 1
                if not missing[above]:
                    first.append(above)
    if len(first) == len(missing):
        return Order(first, [])
    ringed = {slot for slot, count in missing.items() if count}
    return Order(first, _knots(ringed, onto, held))


def _knots(slots: set[int], onto: Wires, held: AbstractSet[int]) -> list[list[int]]:
    """Returns strongly connected components, those first that others come after.

    Tarjan (1972), with a stack of its own in place of calls.
    """
    number: dict[int, int] = {}
    low: dict[int, int] = {}
    path: list[int] = []
    done: set[int] = set()
    found: list[list[int]] = []
    calls: list[tuple[int, Iterator[int]]] = []

    def enter(slot: int) -> None:
        number[slot] = low[slot] = len(number)
        path.append(slot)
        calls.append((slot, iter(onto[slot])))

    for start in slots - held if held else slots:
        if start in number:
            continue
        enter(start)
        while calls:
            slot, ways = calls[-1]
            for above in ways:
                if above not in slots or above in held or above in done:
                    continue
                if above not in number:
                    enter(above)
                    break
                low[slot] = min(low[slot], number[above])
            else:
                calls.pop()
                if calls:
                    low[calls[-1][0]] = min(low[calls[-1][0]], low[slot])
                if low[slot] == number[slot]:
                    found.append(sorted(_taken_off(path, slot)))
                    done.update(found[-1])
    return found[::-1]


def _taken_off(path: list[int], slot: int) -> list[int]:
    """Takes a slot and all that was met after it off the path."""
    knot = [path.pop()]
    while knot[-1] != slot:
        knot.append(path.pop())
    return knot

"""Strongly connected components of a directed graph: what lies on its cycles."""

from collections.abc import Callable, Hashable, Iterable, Iterator
from typing import TypeVar

__all__ = ["strongly_connected"]

Node = TypeVar("Node", bound=Hashable)


def strongly_connected(
    nodes: Iterable[Node], after: Callable[[Node], Iterable[Node]]
) -> list[set[Node]]:
    """Returns the strongly connected components of some nodes, those first that others lead to.

    Tarjan (1972), with a stack of its own in place of calls, so that a deep graph is no harder
    than a wide one.

    Args:
        nodes: The nodes.
        after: Returns those among them to which a node has an edge.

    Examples:
        >>> edges = {"a": "b", "b": "a", "c": "a"}
        >>> [sorted(component) for component in strongly_connected("abc", edges.__getitem__)]
        [['a', 'b'], ['c']]
    """
    number: dict[Node, int] = {}
    low: dict[Node, int] = {}
    path: list[Node] = []
    found: list[set[Node]] = []
    done: set[Node] = set()
    calls: list[tuple[Node, Iterator[Node]]] = []

    def enter(node: Node) -> None:
        number[node] = low[node] = len(number)
        path.append(node)
        calls.append((node, iter(after(node))))

    for start in nodes:
        if start not in number:
            enter(start)
        while calls:
            node, ways = calls[-1]
            for other in ways:
                if other not in number:
                    enter(other)
                    break
                if other not in done:
                    low[node] = min(low[node], number[other])
            else:
                calls.pop()
                if calls:
                    low[calls[-1][0]] = min(low[calls[-1][0]], low[node])
                if low[node] == number[node]:
                    found.append(_taken_off(path, node))
                    done |= found[-1]
    return found


def _taken_off(path: list[Node], node: Node) -> set[Node]:
    """Takes a node and all that was met after it off the path."""
    component = {path[-1]}
    while path.pop() != node:
        component.add(path[-1])
    return component

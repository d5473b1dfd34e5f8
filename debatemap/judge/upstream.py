"""What bears on some arguments, in the order in which it can be weighed."""

from collections.abc import Iterable
from typing import NamedTuple

from debatemap.judge.evaluation import Evaluation
from debatemap.judge.ordering import arrange

__all__ = ["Stage", "stages", "upstream"]


class Stage(NamedTuple):
    """Arguments that are weighed together.

    Attributes:
        indices: One argument, or those of a cycle.
        is_cycle: Whether each bears on every one of them.
    """

    indices: list[int]
    is_cycle: bool


def upstream(evaluation: Evaluation, claims: Iterable[int]) -> set[int]:
    """Returns the arguments that bear on some, and those; nothing bears on what is fixed."""
    framework, fixed = evaluation.framework, evaluation.fixed
    waiting = list(claims)
    found = set(waiting)
    while waiting:
        index = waiting.pop()
        if index in fixed:
            continue
        for edges in (framework.pros, framework.cons):
            for other in edges[index]:
                if other not in found:
                    found.add(other)
                    waiting.append(other)
    return found


def stages(evaluation: Evaluation, claims: Iterable[int]) -> list[Stage]:
    """Returns what bears on some arguments, and those, each after all that bears on it."""
    targets, fixed = evaluation.framework.targets, evaluation.fixed.keys()
    order = arrange(upstream(evaluation, claims), targets, fixed)
    found = [Stage([index], is_cycle=False) for index in order.first]
    for component in order.then:
        is_cycle = len(component) > 1 or component[0] in targets[component[0]]
        found.append(Stage(component, is_cycle))
    return found

"""What bears on some arguments, in the order in which it can be weighed."""

from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from debatemap.judge.evaluation import Evaluation
from debatemap.judge.ordering import Order, arrange

__all__ = ["Stage", "stages", "upstream"]


class Stage(NamedTuple):
    """Arguments that are weighed one after the other, or together.

    Attributes:
        indices: Arguments, each after all that bears on it, or those of a cycle.
        is_cycle: Whether each bears on every one of them.
    """

    indices: list[int]
    is_cycle: bool


def upstream(evaluation: Evaluation, claims: Iterable[int]) -> set[int]:
    """Returns the arguments that bear on some, and those; nothing bears on what is fixed."""
    pros, cons, fixed = evaluation.framework.pros, evaluation.framework.cons, evaluation.fixed
    waiting = list(claims)
    found = set(waiting)
    while waiting:
        index = waiting.pop()
        if index in fixed:
            continue
        for other in pros[index]:
            if other not in found:
                found.add(other)
                waiting.append(other)
        for other in cons[index]:
            if other not in found:
                found.add(other)
                waiting.append(other)
    return found


def stages(evaluation: Evaluation, bearing: AbstractSet[int]) -> list[Stage]:
    """Returns arguments with each after all that bears on it.

    Args:
        evaluation: Whose framework they are of, and by which some are fixed.
        bearing: The arguments, with all that bears on them, as `upstream` returns them.
    """
    framework, fixed = evaluation.framework, evaluation.fixed.keys()
    targets = framework.targets
    if fixed:
        order = arrange(bearing, targets, fixed)
    else:
        # What bears on all of a cycle, bears on each.
        first, then = framework.order()
        order = Order([i for i in first if i in bearing], [c for c in then if c[0] in bearing])
    found = [Stage(order.first, is_cycle=False)] if order.first else []
    for component in order.then:
        is_cycle = len(component) > 1 or component[0] in targets[component[0]]
        found.append(Stage(component, is_cycle))
    return found

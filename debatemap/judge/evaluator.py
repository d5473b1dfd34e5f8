"""The weighing of one argument, for walks that weigh many thousands one by one."""

from collections.abc import Callable, Collection, Sequence

from debatemap.judge.aggregates import energy
from debatemap.judge.evaluation import Evaluation
from debatemap.judge.framework import Edges
from debatemap.judge.methods import quadratic

__all__ = ["evaluator"]


def evaluator(
    evaluation: Evaluation, indices: Sequence[int], strengths: list[float], pros: Edges, cons: Edges
) -> Callable[[int], float]:
    """Returns a function that weighs a number as `Evaluation.evaluate` does, to the last bit.

    Args:
        evaluation: Whose method and whose bases count.
        indices: The index of each number.
        strengths: By number, as they are when the function is called.
        pros: The numbers that support each one.
        cons: The numbers that attack each one.
    """
    framework, method = evaluation.framework, evaluation.method
    influence, aggregate, plain = method.influence, method.aggregate, method.aggregate is energy
    base = [framework.base_scores[index] for index in indices]
    steps = {number for number, index in enumerate(indices) if index in framework.steps}
    special = steps | {n for n, index in enumerate(indices) if index in framework.relevances}

    def evaluate(number: int) -> float:
        if plain and number not in special:
            total = 0.0
            for other in pros[number]:
                total += strengths[other]
            for other in cons[number]:
                total -= strengths[other]
            return influence(base[number], total)
        supporters = [strengths[other] for other in pros[number]]
        if number in steps:
            return supporters[0] * min(supporters[1:])
        attackers = [strengths[other] for other in cons[number]]
        if number in special:
            return quadratic(base[number], energy(supporters, attackers))
        return influence(base[number], aggregate(supporters, attackers))

    if plain and influence is quadratic:
        return _by_quadratic_energy(evaluate, special, base, strengths, pros, cons)
    return evaluate


def _by_quadratic_energy(
    evaluate: Callable[[int], float],
    special: Collection[int],
    base: Sequence[float],
    strengths: Sequence[float],
    pros: Edges,
    cons: Edges,
) -> Callable[[int], float]:
    """Returns a function that weighs most numbers without another call."""
    is_special = bytearray(len(base))
    for each in special:
        is_special[each] = True

    def evaluate_plain(number: int) -> float:
        if is_special[number]:
            return evaluate(number)
        total = 0.0
        for other in pros[number]:
            total += strengths[other]
        for other in cons[number]:
            total -= strengths[other]
        held = base[number]
        # As `quadratic` has it.
        square = total * total
        if total > 0.0:
            return held + (1.0 - held) * (square / (1.0 + square))
        return held - held * (square / (1.0 + square)) if total < 0.0 else held

    return evaluate_plain

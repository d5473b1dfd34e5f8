"""The weighing of one slot, for walks that weigh many thousands one by one."""

from collections.abc import Callable, Sequence

from debatemap.judge.evaluation import Evaluation
from debatemap.judge.framework import Wires
from debatemap.judge.methods import energy, quadratic

__all__ = ["reckoner"]


def reckoner(
    evaluation: Evaluation, slots: Sequence[int], strengths: list[float], pros: Wires, cons: Wires
) -> Callable[[int], float]:
    """Returns a function that weighs a number as `Evaluation.reckon` does, to the last bit.

    Args:
        evaluation: Whose method and whose bases count.
        slots: The slot of each number.
        strengths: By number, as they are when the function is called.
        pros: The numbers that support each one.
        cons: The numbers that attack each one.
    """
    framework, method = evaluation.framework, evaluation.method
    influence, aggregate, plain = method.influence, method.aggregate, method.aggregate is energy
    base = [framework.base[slot] for slot in slots]
    steps = {number for number, slot in enumerate(slots) if slot in framework.steps}
    special = steps | {n for n, slot in enumerate(slots) if slot in framework.relevances}

    def reckon(number: int) -> float:
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

    return reckon

"""How one argument is weighed by contributions that are given, whatever they are of."""

from collections.abc import Sequence

from debatemap.judge.aggregates import energy
from debatemap.judge.evaluation import Evaluation
from debatemap.judge.methods import quadratic

__all__ = ["weighed"]


def weighed(
    evaluation: Evaluation,
    index: int,
    base: float,
    supporters: Sequence[float],
    attackers: Sequence[float],
) -> float:
    """Returns the strength of an argument, 0 to 1.

    Args:
        evaluation: Whose method counts, and whose framework says what the argument is.
        index: The argument.
        base: What is held of it by itself, 0 to 1. A step has none.
        supporters: The contributions of its pros; of a step: its relevance, then its premises.
        attackers: The contributions of its cons.
    """
    if index in evaluation.framework.steps:
        return supporters[0] * min(supporters[1:])
    if index in evaluation.framework.relevances:
        return quadratic(base, energy(supporters, attackers))
    method = evaluation.method
    return method.influence(base, method.aggregate(supporters, attackers))

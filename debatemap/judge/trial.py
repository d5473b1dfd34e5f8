"""A second set of strengths to try things on, which the judgement knows nothing of."""

from collections.abc import Iterable, Mapping
from copy import copy
from typing import Final

from debatemap.judge.evaluation import Evaluation
from debatemap.judge.settling import Effort
from debatemap.judge.verdict import Verdict, verdict_of

__all__ = ["STEP", "Trial"]

STEP: Final = Effort(most=300_000)
"""What one thing that is tried may cost in a cycle, so that none takes the time of all others."""
_MANY: Final = 32


class Trial(Evaluation):
    """Strengths that are changed, looked at and put back; cycles are settled anew each time.

    Attributes:
        evaluated: About how many strengths have been computed so far.
    """

    def __init__(self, evaluation: Evaluation) -> None:
        self.evaluated = 0
        framework = copy(evaluation.framework)
        framework.base_scores = framework.base_scores.copy()
        self.framework, self.method = framework, evaluation.method
        self.fixed = dict(evaluation.fixed)
        self.strengths, self.ranges = evaluation.strengths.copy(), evaluation.ranges.copy()
        self._effort = STEP

    def evaluate(self, index: int) -> float:
        """Returns an argument's strength by the strengths of what bears on it, and counts it."""
        framework = self.framework
        looks = len(framework.pros[index]) + len(framework.cons[index])
        self.evaluated += 1 + looks // _MANY
        return super().evaluate(index)

    def verdict_if(self, claim: int, clamped: Mapping[int, float]) -> Verdict:
        """Returns the verdict on the claim with an index under do(…).

        Args:
            claim: Its index.
            clamped: Strengths by index, 0 to 1.
        """
        fixed = self.fixed
        self.fixed = {**fixed, **clamped}
        try:
            return self._look(claim, clamped)
        finally:
            self.fixed = fixed

    def verdict_with(self, claim: int, index: int, base: float) -> Verdict:
        """Returns the verdict on the claim with an index if another one had this base, 0 to 1."""
        bases = self.framework.base_scores
        before, bases[index] = bases[index], base
        try:
            return self._look(claim, (index,))
        finally:
            bases[index] = before

    def _look(self, claim: int, changed: Iterable[int]) -> Verdict:
        """Weighs what has changed and what it bears on, and puts the strengths back."""
        ranges = self.ranges.copy()
        before = self.update(changed)
        self.evaluated += len(before)
        found = verdict_of(self.strengths[claim], self.ranges.get(claim))
        for index, strength in before.items():
            self.strengths[index] = strength
        self.ranges = ranges
        return found

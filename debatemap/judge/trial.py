"""A second set of strengths to try things on, which the judgement knows nothing of."""

from collections.abc import Iterable, Mapping
from copy import copy

from debatemap.judge.evaluation import Evaluation
from debatemap.judge.verdict import Verdict, verdict_of

__all__ = ["Trial"]


class Trial(Evaluation):
    """Strengths that are changed, looked at and put back; cycles are settled anew each time.

    Attributes:
        evaluated: About how many strengths have been computed so far.
    """

    def __init__(self, evaluation: Evaluation) -> None:
        self.evaluated = 0
        framework = copy(evaluation.framework)
        framework.base_scores = framework.base_scores.copy()
        super().__init__(framework, evaluation.method, evaluation.fixed)

    def evaluate(self, index: int) -> float:
        """Returns an argument's strength by the strengths of what bears on it, and counts it."""
        self.evaluated += 1
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

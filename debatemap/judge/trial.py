"""A second set of strengths to try things on, which the judgement knows nothing of."""

from collections.abc import Iterable, Mapping
from copy import copy

from debatemap.judge.evaluation import Evaluation
from debatemap.judge.verdict import Verdict, verdict_of

__all__ = ["Trial"]


class Trial(Evaluation):
    """Strengths that are changed, looked at and put back; rings are settled anew each time.

    Attributes:
        reckoned: About how many strengths have been reckoned so far.
    """

    def __init__(self, evaluation: Evaluation) -> None:
        self.reckoned = 0
        framework = copy(evaluation.framework)
        framework.base = framework.base.copy()
        super().__init__(framework, evaluation.method, evaluation.held)

    def reckon(self, slot: int) -> float:
        """Returns a slot's strength by the strengths of what bears on it, and counts it."""
        self.reckoned += 1
        return super().reckon(slot)

    def verdict_if(self, claim: int, clamped: Mapping[int, float]) -> Verdict:
        """Returns the verdict on the claim of a slot under do(…).

        Args:
            claim: Its slot.
            clamped: Strengths by slot, 0 to 1.
        """
        held = self.held
        self.held = {**held, **clamped}
        try:
            return self._look(claim, clamped)
        finally:
            self.held = held

    def verdict_with(self, claim: int, slot: int, base: float) -> Verdict:
        """Returns the verdict on the claim of a slot if another one had this base, 0 to 1."""
        bases = self.framework.base
        before, bases[slot] = bases[slot], base
        try:
            return self._look(claim, (slot,))
        finally:
            bases[slot] = before

    def _look(self, claim: int, changed: Iterable[int]) -> Verdict:
        """Weighs what has changed and what it bears on, and puts the strengths back."""
        ranges = self.ranges.copy()
        before = self.update(changed)
        self.reckoned += len(before)
        found = verdict_of(self.strengths[claim], self.ranges.get(claim))
        for slot, strength in before.items():
            self.strengths[slot] = strength
        self.ranges = ranges
        return found

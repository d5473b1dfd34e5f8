"""The strengths that the map itself gives, kept beside those of a what-if."""

from collections.abc import Iterable
from copy import copy

from debatemap.judge.evaluation import Evaluation
from debatemap.judge.verdict import Verdict, verdict_of

__all__ = ["Baseline"]


class Baseline:
    """The strengths of an evaluation as if none of them were given.

    They are of the same framework, so that they cost a list of numbers and no second one, and
    follow edits as the others do.

    Args:
        evaluation: What it starts from, up to date. Only what is fixed there, and what that bears
            on, is weighed again.

    Attributes:
        stale: The arguments that are to be weighed again, as `Evaluation.update` takes them.
    """

    def __init__(self, evaluation: Evaluation) -> None:
        self._evaluation = evaluation.fork()
        self._evaluation.fix({})
        self.stale: set[int] = set()

    def fork(self) -> "Baseline":
        """Returns another one that goes its own way from here."""
        other = copy(self)
        other._evaluation = self._evaluation.fork()  # noqa: SLF001  (of the same class)
        other.stale = set(self.stale)
        return other

    def mark(self, indices: Iterable[int]) -> None:
        """Is told which arguments are to be weighed again."""
        self.stale.update(indices)

    def weigh(self) -> None:
        """Brings the strengths up to date."""
        if self.stale:
            self._evaluation.update(self.stale)
            self.stale = set()

    def verdict(self, index: int) -> Verdict:
        """Returns which way the map itself leans on the claim with an index."""
        return verdict_of(self._evaluation.strengths[index], self._evaluation.ranges.get(index))

"""How sure verdicts are, as far as that was found out since the last change."""

from collections.abc import Callable, Container, Iterable

from debatemap.judge.basis import basis
from debatemap.judge.evaluation import Evaluation
from debatemap.judge.interval import LOOKS, intervals
from debatemap.judge.upstream import upstream
from debatemap.judge.verdict import Basis, Interval, Verdict

__all__ = ["Certainty"]


class Certainty:
    """Intervals and bases by index, of the strengths as they were when each was found out.

    Examples:
        >>> from debatemap.core.debate import Debate
        >>> from debatemap.core.model import Claim, Header
        >>> from debatemap.judge.judgement import Judgement
        >>> judgement = Judgement(Debate(Header("m", theses=("t",)), {"t": Claim("T.")}))
        >>> judgement.sure_verdict("t").words
        'open, about 50 of 100 (25 to 75)'
    """

    def __init__(self) -> None:
        self._intervals: dict[int, Interval] = {}
        self._bases: dict[int, Basis] = {}

    def fork(self) -> "Certainty":
        """Returns another one that knows the same and goes its own way from here."""
        other = Certainty()
        other._intervals.update(self._intervals)
        other._bases.update(self._bases)
        return other

    def forget(self) -> None:
        """Is told that something has changed."""
        self._intervals.clear()
        self._bases.clear()

    def is_known(self, claim: int) -> bool:
        """Tells whether it is known of a claim."""
        return claim in self._bases

    def find_out(
        self,
        evaluation: Evaluation,
        claims: Iterable[int],
        pause: Callable[[], None] = lambda: None,
        looks: int = LOOKS,
        wanted: Container[int] | None = None,
    ) -> None:
        """Finds out how sure the verdicts on some claims are, one after the other.

        Args:
            evaluation: The strengths, up to date.
            claims: The indices of the claims. The intervals of what bears on them come along.
            pause: Is called often; what it raises ends the work.
            looks: How many contributions are looked at for one interval, about.
            wanted: Of which arguments an interval is kept, where not of all.
        """
        for claim in claims:
            is_sought = claim not in self._intervals and claim not in evaluation.ranges
            if not is_sought and claim in self._bases:
                continue
            bearing = upstream(evaluation, [claim])
            if is_sought:
                found = intervals(evaluation, [claim], pause, looks, wanted, bearing)
                found.update(self._intervals)
                self._intervals = found
            if claim not in self._bases:
                self._bases[claim] = basis(evaluation, claim, bearing)

    def added(self, verdict: Verdict, claim: int) -> Verdict:
        """Returns a verdict on a claim with what is known of how sure it is."""
        return verdict._replace(interval=self._intervals.get(claim), basis=self._bases.get(claim))

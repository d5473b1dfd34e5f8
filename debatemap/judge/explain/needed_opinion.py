"""How far opinion on one claim must move to change the verdict on a thesis."""

from collections.abc import Callable
from typing import Final, NamedTuple

from debatemap.judge.bearing import bearing_on
from debatemap.judge.explain.effects import EFFORT
from debatemap.judge.judgement import Judgement
from debatemap.judge.trial import Trial

__all__ = ["Needed", "needed_opinion"]

_CLOSE: Final = 1e-6
_STEPS: Final = 64


class Needed(NamedTuple):
    """How far opinion on a claim must move.

    Attributes:
        base: The base nearest to the claim's own by which the verdict would be another, 0 to 1,
            within 1e-6 of one by which it would not; None where there is none.
        complete: Whether it was looked for all the way; in dense cycles that may take too long,
            and then the base is one that does, or None.
    """

    base: float | None
    complete: bool = True


def needed_opinion(judgement: Judgement, thesis: str, claim: str) -> Needed:
    """Returns the base nearest to a claim's own by which the verdict would be another.

    The strength of a thesis rises, or falls, all the way with a claim's base as long as the claim
    speaks for it, or against it, on every way. It need not, where the claim does both or is in a
    cycle; so the way to 0 and the way to 1 are looked over in 64 steps first, and only then is the
    first that changes the verdict halved. What changes and changes back within a step is missed.

    Args:
        judgement: Whose method, person and assumptions count.
        thesis: The claim whose verdict it is.
        claim: The claim that people would have to hold otherwise; the thesis itself may be.

    Returns:
        No base where the claim does not bear on the thesis, or is assumed to be so.

    Raises:
        KeyError: There is no such thesis.

    Examples:
        >>> from debatemap.core.debate import Debate
        >>> from debatemap.core.model import Claim, Header, Link
        >>> debate = Debate(Header("m", theses=("t",)), {"t": Claim("T."), "c": Claim("C.")},
        ...     {"l": Link(("c",), "attacks", "t")})
        >>> needed = needed_opinion(Judgement(debate), "t", "c")
        >>> round(needed.base, 4), needed.complete
        (0.3333, True)
    """
    bearing = bearing_on(judgement, thesis)
    evaluation = bearing.evaluation
    index = evaluation.framework.index(claim)
    if index is None or index in evaluation.fixed or index not in bearing.indices:
        return Needed(None)
    trial, top = Trial(evaluation), bearing.indices[bearing.thesis]
    side, base = bearing.verdict.side, evaluation.framework.base_scores[index]

    def changes(opinion: float) -> bool:
        return trial.verdict_with(top, index, opinion).side is not side

    def is_spent() -> bool:
        return trial.evaluated > EFFORT

    ends = [_nearest(changes, is_spent, base, end) for end in (0.0, 1.0)]
    found = [end.base for end in ends if end.base is not None]
    nearest = min(found, key=lambda opinion: abs(opinion - base), default=None)
    return Needed(nearest, all(end.complete for end in ends))


def _nearest(
    changes: Callable[[float], bool], is_spent: Callable[[], bool], base: float, end: float
) -> Needed:
    """Returns the first opinion from a base towards an end that changes the verdict."""
    without = base
    for step in range(1, _STEPS + 1):
        if is_spent():
            return Needed(None, complete=False)
        opinion = base + (end - base) * step / _STEPS if step < _STEPS else end
        if changes(opinion):
            break
        without = opinion
    else:
        return Needed(None)
    while abs(opinion - without) > _CLOSE:
        if is_spent():
            return Needed(opinion, complete=False)
        middle = (opinion + without) / 2
        if changes(middle):
            opinion = middle
        else:
            without = middle
    return Needed(opinion)

"""How far opinion on one claim must move to change the verdict on a thesis."""

from collections.abc import Callable
from typing import Final

from debatemap.judge.bearing import bearing_on
from debatemap.judge.judgement import Judgement
from debatemap.judge.trial import Trial

__all__ = ["needed_opinion"]

_CLOSE: Final = 1e-6
_STEPS: Final = 64


def needed_opinion(judgement: Judgement, thesis: str, claim: str) -> float | None:
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
        A base, 0 to 1, that changes the verdict and is within 1e-6 of one that does not; None
        where none does, where the claim does not bear on the thesis, or is assumed to be so.

    Raises:
        KeyError: There is no such thesis.

    Examples:
        >>> from debatemap.core.debate import Debate
        >>> from debatemap.core.model import Claim, Header, Link
        >>> debate = Debate(Header("m", theses=("t",)), {"t": Claim("T."), "c": Claim("C.")},
        ...     {"l": Link(("c",), "attacks", "t")})
        >>> round(needed_opinion(Judgement(debate), "t", "c"), 4)
        0.3333
    """
    bearing = bearing_on(judgement, thesis)
    evaluation = bearing.evaluation
    index = evaluation.framework.index(claim)
    if index is None or index in evaluation.fixed or index not in bearing.indices:
        return None
    trial, top = Trial(evaluation), bearing.indices[bearing.thesis]
    side, base = bearing.verdict.side, evaluation.framework.base_scores[index]

    def changes(opinion: float) -> bool:
        return trial.verdict_with(top, index, opinion).side is not side

    ends = [_nearest(changes, base, end) for end in (0.0, 1.0)]
    found = [end for end in ends if end is not None]
    return min(found, key=lambda opinion: abs(opinion - base), default=None)


def _nearest(changes: Callable[[float], bool], base: float, end: float) -> float | None:
    """Returns the first opinion from a base towards an end that changes the verdict."""
    without = base
    for step in range(1, _STEPS + 1):
        opinion = base + (end - base) * step / _STEPS if step < _STEPS else end
        if changes(opinion):
            break
        without = opinion
    else:
        return None
    while abs(opinion - without) > _CLOSE:
        middle = (opinion + without) / 2
        if changes(middle):
            opinion = middle
        else:
            without = middle
    return opinion

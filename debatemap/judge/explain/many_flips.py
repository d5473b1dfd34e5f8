"""Claims that turn a verdict together where no three of them do, as many small replies may.

Those that move the thesis farthest are flipped one after the other until its side changes. Each of
them moves it one way only, so that how many it takes is found by halving.
"""

from debatemap.judge.bearing import Bearing
from debatemap.judge.explain.branches import Branches
from debatemap.judge.explain.flips import WAYS, Flip
from debatemap.judge.explain.sensitivity import slopes_of

__all__ = ["many_flips"]


def many_flips(bearing: Bearing, branches: Branches | None = None) -> tuple[Flip, ...]:
    """Returns flips that change the side of the verdict together, what moves it farthest first.

    There need not be any; and others, fewer, may do so as well. In cycles none are looked for.

    Examples:
        >>> from debatemap.core.debate import Debate
        >>> from debatemap.core.model import Claim, Header, Link
        >>> from debatemap.judge.bearing import bearing_on
        >>> from debatemap.judge.judgement import Judgement
        >>> names = [f"c{n}" for n in range(9)]
        >>> links = {f"l{n}": Link((n,), "attacks", "t") for n in names}
        >>> debate = Debate(Header("m"), {n: Claim(n) for n in ("t", *names)}, links)
        >>> len(many_flips(bearing_on(Judgement(debate), "t")))
        9
    """
    if bearing.through_cycles:
        return ()
    branches, slopes = branches or Branches(bearing), slopes_of(bearing)
    found = (_flips_to(bearing, branches, slopes, way) for way in WAYS[bearing.verdict.side])
    return min(filter(None, found), key=len, default=())


def _flips_to(
    bearing: Bearing, branches: Branches, slopes: list[float], way: int
) -> tuple[Flip, ...]:
    """Returns the flips that take the thesis to another side, up (1) or down (−1)."""
    numbers, far = bearing.candidates, list[tuple[float, float, Flip]]()
    for claim in branches.tops:
        pull = branches.pulls[claim] * way
        reach = abs(bearing.strengths[numbers[claim]] - float(pull > 0))
        if pull and reach:
            far.append((-abs(slopes[numbers[claim]]) * reach, -reach, Flip(claim, pull > 0)))
    ordered = [flip for _, _, flip in sorted(far)]

    def turns(count: int) -> bool:
        clamped = {numbers[claim]: float(to) for claim, to in ordered[:count]}
        return bearing.verdict_if(clamped).side is not bearing.verdict.side

    if not turns(len(ordered)):
        return ()
    too_few, enough = 0, len(ordered)
    while enough - too_few > 1:
        middle = (too_few + enough) // 2
        too_few, enough = (too_few, middle) if turns(middle) else (middle, enough)
    return tuple(ordered[:enough])

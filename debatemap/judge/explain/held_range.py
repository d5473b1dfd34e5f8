"""Between which ratings opinion on a claim lies, as far as the map can tell."""

from typing import Final

from debatemap.judge.held_opinions import APART
from debatemap.judge.judgement import Judgement

__all__ = ["UNRATED", "held_range"]

UNRATED: Final = (0.5 - APART, 0.5 + APART)
"""Between which most people will be held to be on a claim that nobody has rated."""
_FULL: Final = 100.0


def held_range(judgement: Judgement, claim: str) -> tuple[float, float]:
    """Returns the lowest and the highest that people hold of a claim by itself, 0 to 1.

    Where several people have rated it, that is the lowest and the highest of their ratings. Where
    one has, and where only one person's view counts, it is a quarter to either side of that rating.
    Where nobody has, it is the middle half of the scale.

    Examples:
        >>> from debatemap.core.debate import Debate
        >>> from debatemap.core.model import Claim, Header
        >>> debate = Debate(Header("m"), {"t": Claim("T."), "u": Claim("U.")},
        ...     stances={"ann": {"t": 50}, "bo": {"t": 80}})
        >>> held_range(Judgement(debate), "t"), held_range(Judgement(debate, person="ann"), "t")
        ((0.5, 0.8), (0.25, 0.75))
        >>> held_range(Judgement(debate), "u")
        (0.25, 0.75)
    """
    ratings = judgement.framework.opinions.ratings(claim)
    if judgement.person in ratings:
        ratings = {judgement.person: ratings[judgement.person]}
    if not ratings:
        return UNRATED
    low, high = min(ratings.values()) / _FULL, max(ratings.values()) / _FULL
    if len(ratings) == 1:
        return max(0.0, low - APART), min(1.0, high + APART)
    return low, high

"""What people might hold of a claim or a link: a model for intervals and for what to check next.

- A claim that nobody has rated might be held at anything from 25 to 75 of 100, each as likely.
- A claim that n people have rated is held at β (`ratings.mean`) give or take h, each as likely:
  h = ¼ · √(v / v₀ · k / (n + k)), v = (k · v₀ + Σ (r − mean r)²) / (n + k), with k = 2 and v₀ = ¼².
  So h is 25 points for nobody, 17 for one person, 4 for ten who agree, 19 for ten of whom half say
  0 and half say 100: it shrinks with the number of people and grows with how far apart they are.
- In one person's view, what they rated is held there give or take 5 points.
- A step that nobody has rated might count for anything from nothing to all that its premise brings,
  each as likely: a strength takes it in full, which is the most that it can be. What is assumed is
  as it is assumed.
- What is held of one claim says nothing of what is held of another.
"""

from collections.abc import Collection
from math import sqrt
from typing import Final

from debatemap.judge.ratings import CLAIM, Opinions

__all__ = ["STEP", "UNRATED", "half_width", "span_of"]

STEP: Final = (0.0, 1.0)
"""The least and the most that a step might count for which nobody has rated."""

_APART: Final = 0.25
"""How far from its base an opinion of a claim that nobody has rated may lie."""
UNRATED: Final = (CLAIM - _APART, CLAIM + _APART)
"""The least and the most that might be held of a claim that nobody has rated."""
_OWN: Final = 0.05
"""How far from what a person has said their opinion may lie."""
_WEIGHT: Final = 2.0
"""Ratings that count for what is taken for granted, as in `ratings.mean`."""
_FULL: Final = 100.0


def half_width(ratings: Collection[float]) -> float:
    """Returns h, how far from its base a claim might be held that several people have rated.

    Args:
        ratings: 0 to 100 each.

    Examples:
        >>> [round(half_width(given), 3) for given in ([], [80], [80] * 10, [0, 100] * 5)]
        [0.25, 0.167, 0.042, 0.191]
    """
    count = len(ratings)
    if not count:
        return _APART
    mean = sum(ratings) / count
    apart = sum((rating - mean) ** 2 for rating in ratings) / _FULL**2
    usual = _APART * _APART
    variance = (_WEIGHT * usual + apart) / (count + _WEIGHT)
    return _APART * sqrt(variance / usual * _WEIGHT / (count + _WEIGHT))


def span_of(opinions: Opinions, node: str, base: float, *, is_link: bool) -> tuple[float, float]:
    """Returns the lowest and the highest that might be held of a claim or a link, 0 to 1.

    Args:
        opinions: What was rated, as all people or one see it.
        node: The claim or the link.
        base: β of it.
        is_link: Whether it is a link.

    Examples:
        >>> opinions = Opinions({"ann": {"c": 100.0}})
        >>> span_of(opinions, "d", 0.5, is_link=False), span_of(opinions, "l", 1.0, is_link=True)
        ((0.25, 0.75), (0.0, 1.0))
        >>> [round(end, 3) for end in span_of(opinions, "c", 2 / 3, is_link=False)]
        [0.5, 0.833]
    """
    if not opinions.is_rated(node):
        if is_link:
            return STEP
        apart = _APART
    elif opinions.person:
        apart = _OWN
    else:
        apart = half_width(opinions.ratings(node).values())
    return max(0.0, base - apart), min(1.0, base + apart)

"""What people hold of claims and links by themselves, before any argument is weighed."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final, NamedTuple

from debatemap.core.change import Change
from debatemap.core.model import Ratings

__all__ = ["CLAIM", "LINK", "Opinions", "Spread", "mean", "spread"]

CLAIM: Final = 0.5
"""What a claim is taken for that nobody has rated: as likely true as false."""
LINK: Final = 1.0
"""What a step is taken for that nobody has rated: it counts in full, whatever people might hold."""
_WEIGHT: Final = 2.0
"""How many ratings the usual value counts for, so that one person does not settle a claim."""
_FULL: Final = 100.0


def mean(ratings: Iterable[float], usual: float = CLAIM) -> float:
    """Returns β, the base of what several people have rated: (Σ ratings + usual · k) / (n + k).

    Args:
        ratings: 0 to 100 each.
        usual: What it would be if nobody had rated it, 0 to 1; it counts for k = 2 ratings.

    Examples:
        >>> mean([]), mean([100]), round(mean([80, 90, 100]), 3)
        (0.5, 0.6666666666666666, 0.74)
        >>> mean([], LINK), mean([100], LINK)
        (1.0, 1.0)

        It is divided once, so that what comes to an edge of the bands stands on it.

        >>> mean([65]), mean([35]), mean([74, 69, 59, 28])
        (0.55, 0.45, 0.55)
    """
    total, count = 0.0, 0
    for rating in ratings:
        total += rating
        count += 1
    whole = total + usual * _FULL * _WEIGHT
    return whole / ((count + _WEIGHT) * _FULL) if count else usual


class Spread(NamedTuple):
    """How far apart people are about one claim or link: 0 to 100 each."""

    lowest: float
    highest: float
    deviation: float
    """The standard deviation over the people who rated it."""
    people: int
    mean: float
    lower: float
    """Below it lies a quarter of the ratings; between two of them it is in between."""
    upper: float
    """Above it lies a quarter of the ratings."""


def spread(ratings: Iterable[float]) -> Spread | None:
    """Returns how far apart ratings are, or None where nobody rated.

    Examples:
        >>> spread([20, 80])
        Spread(lowest=20, highest=80, deviation=30.0, people=2, mean=50.0, lower=35.0, upper=65.0)
    """
    values = sorted(ratings)
    if not values:
        return None
    middle = sum(values) / len(values)
    deviation = (sum((value - middle) ** 2 for value in values) / len(values)) ** 0.5
    lower, upper = _quantile(values, 0.25), _quantile(values, 0.75)
    return Spread(values[0], values[-1], deviation, len(values), middle, lower, upper)


def _quantile(ordered: Sequence[float], part: float) -> float:
    """Returns the value below which a part of some ordered values lies."""
    place = part * (len(ordered) - 1)
    below = int(place)
    above = min(below + 1, len(ordered) - 1)
    return ordered[below] + (ordered[above] - ordered[below]) * (place - below)


class Opinions:
    """Ratings by what they are of, as one person or all people together see it.

    Attributes:
        person: Whose view it is; empty for the mean of all.

    Examples:
        >>> stances = {"ann": {"c": 80.0}, "bo": {"c": 20.0, "l": 50.0}}
        >>> everybody, ann = Opinions(stances), Opinions(stances, "ann")
        >>> everybody.base("c", CLAIM), ann.base("c", CLAIM), ann.base("l", LINK)
        (0.5, 0.8, 1.0)
    """

    def __init__(self, stances: Mapping[str, Ratings], person: str = "") -> None:
        self.person = person
        self._of: dict[str, dict[str, float]] = {}
        for name, ratings in stances.items():
            for node, rating in ratings.items():
                self._of.setdefault(node, {})[name] = rating

    def ratings(self, node: str) -> Mapping[str, float]:
        """Returns who rated a claim or a link, and how: 0 to 100."""
        return self._of.get(node, {})

    def rated(self) -> Iterable[str]:
        """Returns the claims and links that somebody rated, and some that nobody rates now."""
        return self._of.keys()

    def is_rated(self, node: str) -> bool:
        """Tells whether its base is somebody's in this view."""
        ratings = self._of.get(node, {})
        return self.person in ratings if self.person else bool(ratings)

    def base(self, node: str, usual: float) -> float:
        """Returns β of a claim or a link, 0 to 1.

        A person's own view is what they said: there is nobody to even out.
        """
        ratings = self._of.get(node)
        if not ratings:
            return usual
        if self.person:
            return ratings[self.person] / _FULL if self.person in ratings else usual
        return mean(ratings.values(), usual)

    def follow(self, change: Change) -> set[str]:
        """Takes up a change; returns the claims and links whose ratings it touched."""
        touched: set[str] = set()
        for name, (before, after) in change.stances.items():
            old, new = before or {}, after or {}
            for node in {**old, **new}:
                if old.get(node) == new.get(node):
                    continue
                touched.add(node)
                of = self._of.setdefault(node, {})
                if node in new:
                    of[name] = new[node]
                else:
                    of.pop(name, None)
        return touched

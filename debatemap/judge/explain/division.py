"""What divides two people, and how near to each other agreement would bring them.

Two people agree on a claim once both hold the mean of what they hold of it now. Of the claims on
which they differ, the one is looked for that brings their strengths of a thesis nearest, then
the one that does so with the first agreed on, and so on.
"""

from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from debatemap.core.debate import Debate
from debatemap.judge.bearing import Bearing, bearing_on
from debatemap.judge.explain.effects import EFFORT
from debatemap.judge.judgement import Judgement
from debatemap.judge.methods import DEFAULT, Method
from debatemap.judge.trial import Trial
from debatemap.judge.verdict import Verdict

__all__ = ["Division", "Shared", "division"]

_LISTED: Final = 5
"""Claims to agree on, at most: more are no way to begin."""
_LEAST: Final = 0.01
"""What brings them nearer by less is not worth a step of its own, 0 to 1."""
_NOTHING: Final = 1e-9


class Shared(NamedTuple):
    """A claim that two people could agree on.

    Attributes:
        claim: Its id.
        first: What the first of them holds of it by itself, 0 to 1; None where they have not
            rated it.
        second: What the second does.
        alone: How far apart they would be, agreed on this claim alone: 0 to 1.
        together: How far apart, agreed on this one and on all before it.
        is_unargued: Whether nothing is said for or against it, so that it can only be looked up.
    """

    claim: str
    first: float | None
    second: float | None
    alone: float
    together: float
    is_unargued: bool


class Division(NamedTuple):
    """What divides two people.

    Attributes:
        thesis: The claim whose verdict it is.
        people: Their names.
        verdicts: The verdict in the view of each, with how sure it is.
        steps: The claims to agree on, in order; up to five, as long as each brings them nearer by
            a point, or by less where that is all there is.
        nearer: How many other claims would bring them nearer, each alone.
        least: By how much the one of those does that brings them nearest, 0 to 1.
        differ: How many claims that bear on the thesis they hold differently.
        considered: How many of these were tried.
        unrated: By person, the claims that bear on the thesis, that they have not rated and the
            other has.
    """

    thesis: str
    people: tuple[str, str]
    verdicts: tuple[Verdict, Verdict]
    steps: tuple[Shared, ...]
    nearer: int
    least: float
    differ: int
    considered: int
    unrated: tuple[tuple[str, ...], tuple[str, ...]]

    @property
    def distance(self) -> float:
        """How far apart their strengths of the thesis are, 0 to 1."""
        return _distance(self.verdicts)

    @property
    def agreed(self) -> float:
        """How far apart they would be, agreed on all the steps."""
        return self.steps[-1].together if self.steps else self.distance

    @property
    def exact(self) -> bool:
        """Whether every claim on which they differ was tried."""
        return self.considered == self.differ


def division(
    debate: Debate, thesis: str, first: str, second: str, method: Method = DEFAULT
) -> Division:
    """Returns what divides two people on a thesis, in the order in which to agree on it.

    Whoever has not rated a claim holds it at ½.

    Raises:
        KeyError: There is no such thesis.

    Examples:
        >>> from debatemap.core.model import Claim, Header, Link
        >>> claims = {"t": Claim("T."), "a": Claim("A."), "b": Claim("B.")}
        >>> links = {"l": Link(("a",), "attacks", "t"), "m": Link(("b",), "supports", "t")}
        >>> stances = {"Ada": {"a": 90, "b": 50}, "Bo": {"a": 20}}
        >>> debate = Debate(Header("m", theses=("t",)), claims, links, stances=stances)
        >>> found = division(debate, "t", "Ada", "Bo")
        >>> round(found.distance, 2), [(one.claim, one.alone) for one in found.steps]
        (0.11, [('a', 0.0)])
    """
    views = [Judgement(debate, method, person) for person in (first, second)]
    pair = _Pair(views, thesis)
    before = _distance(pair.verdicts)
    verdicts = views[0].sure_verdict(thesis), views[1].sure_verdict(thesis)
    differ = pair.differing
    alone = dict(pair.tried(differ))
    steps = _nearest_first(pair, alone, before)
    rest = [gap for claim, gap in alone.items() if claim not in {step.claim for step in steps}]
    nearer = [before - gap for gap in rest if gap < before - _NOTHING]
    return Division(
        thesis,
        (first, second),
        verdicts,
        tuple(steps),
        len(nearer),
        max(nearer, default=0.0),
        len(differ),
        len(alone),
        pair.unrated,
    )


def _nearest_first(pair: "_Pair", alone: dict[str, float], before: float) -> list[Shared]:
    """Returns the claims to agree on: each time the one that then brings the two nearest.

    The first may take them farther apart, where only several together bring them nearer.
    """
    steps: list[Shared] = []
    left, gaps = alone, [before]
    while left and len(steps) < _LISTED and gaps[-1] > _NOTHING:
        claim = min(left, key=lambda each: (left[each], each))
        gaps.append(left[claim])
        held = pair.ratings_of(claim)
        steps.append(Shared(claim, *held, alone[claim], gaps[-1], pair.is_unargued(claim)))
        pair.agree(claim)
        left = dict(pair.tried([each for each in left if each != claim]))
    worth = min(_LEAST, (before - min(gaps)) / 2)
    least = min(gaps) + worth
    nearest = next(place for place, gap in enumerate(gaps) if gap <= least)
    return steps[:nearest] if before - gaps[nearest] > _NOTHING else []


class _Pair:
    """Two views of a thesis that come to agree on one claim after the other.

    Attributes:
        differing: The claims that bear on the thesis and that the two hold differently.
        unrated: What one has not rated, and the other has; by person.
    """

    def __init__(self, views: list[Judgement], thesis: str) -> None:
        self._views = views
        self._thesis = thesis
        self._bearings = [bearing_on(view, thesis) for view in views]
        self._trials = [Trial(view.evaluation()) for view in views]
        self._effort = 0
        bears = [thesis, *self._bearings[0].candidates]
        one, other = views
        self.differing = [claim for claim in bears if one.base(claim) != other.base(claim)]
        rated = [[view.framework.opinions.is_rated(claim) for claim in bears] for view in views]
        sides = [(c, *has) for c, *has in zip(bears, *rated, strict=True)]
        self.unrated = (
            tuple(claim for claim, mine, theirs in sides if theirs and not mine),
            tuple(claim for claim, mine, theirs in sides if mine and not theirs),
        )

    @property
    def verdicts(self) -> tuple[Verdict, Verdict]:
        """The verdicts with all that is agreed on so far."""
        mine, theirs = self._bearings
        return mine.verdict, theirs.verdict

    def ratings_of(self, claim: str) -> tuple[float | None, float | None]:
        """Returns what each holds of a claim; None where they have not rated it."""
        mine, theirs = (
            view.base(claim) if view.framework.opinions.is_rated(claim) else None
            for view in self._views
        )
        return mine, theirs

    def is_unargued(self, claim: str) -> bool:
        """Tells whether nothing is said for or against a claim."""
        return not self._views[0].debate.links_into(claim)

    def tried(self, claims: Iterable[str]) -> Iterator[tuple[str, float]]:
        """Yields claims, and how far apart the two were if they agreed on each, within effort."""
        for claim in claims:
            if self._effort + sum(bearing.effort for bearing in self._bearings) > 2 * EFFORT:
                return
            yield claim, _distance([self._verdict(place, claim) for place in (0, 1)])

    def agree(self, claim: str) -> None:
        """Takes it that both hold the mean of what they hold of a claim."""
        mean = self._mean(claim)
        for trial in self._trials:
            index = self._index(claim)
            trial.framework.base_scores[index] = mean
            trial.update([index])
        self._effort += sum(bearing.effort for bearing in self._bearings)
        self._bearings = [Bearing(trial, self._index(self._thesis)) for trial in self._trials]

    def _verdict(self, place: int, claim: str) -> Verdict:
        """Returns the verdict in one view with the mean for a claim, by the way that is quick."""
        bearing, trial, mean = self._bearings[place], self._trials[place], self._mean(claim)
        number = bearing.candidates.get(claim)
        if number is None or number in bearing.through_cycles:
            top = bearing.indices[bearing.thesis]
            return trial.verdict_with(top, self._index(claim), mean)
        index = self._index(claim)
        bases = trial.framework.base_scores
        before, bases[index] = bases[index], mean
        strength = trial.evaluate(index)
        bases[index] = before
        return bearing.verdict_if({number: strength})

    def _mean(self, claim: str) -> float:
        return sum(view.base(claim) for view in self._views) / 2

    def _index(self, claim: str) -> int:
        index = self._views[0].framework.index(claim)
        assert index is not None  # noqa: S101  (every claim has one)
        return index


def _distance(verdicts: Iterable[Verdict]) -> float:
    one, other = verdicts
    return abs(one.strength - other.strength)

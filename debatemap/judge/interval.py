"""Within what a strength would lie, by all that people might hold of the claims beneath it.

The model is that of `held_opinions`. The ends of an interval leave out five in a hundred draws at
either side; its bounds no draw at all. The same map has the same interval wherever it is judged.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Collection, Container, Iterable, Sequence
from collections.abc import Set as AbstractSet
from typing import Final, NamedTuple

from debatemap.judge.bounds import bounds
from debatemap.judge.draw_columns import Column
from debatemap.judge.draws import Draws
from debatemap.judge.evaluation import Evaluation
from debatemap.judge.held_opinions import STEP, span_of
from debatemap.judge.sampling import Sampling
from debatemap.judge.settling import Range
from debatemap.judge.upstream import Stage, stages, upstream
from debatemap.judge.verdict import AGAINST_TO, FOR_FROM, Interval

__all__ = ["LOOKS", "LOOKS_OF_MANY", "intervals"]

_LEFT_OUT: Final = 0.05
"""The part of the draws that lies beyond either end."""
_MOST_DRAWS: Final = 200
_FEWEST_DRAWS: Final = 12
LOOKS: Final = 6_000_000
"""Contributions that are looked at for all draws together, where there are more than the fewest."""
LOOKS_OF_MANY: Final = 2_000_000
"""The same where the verdict is one of many: of each person, or in each version of a map."""
_ROUNDS: Final = 40
"""Rounds of plain steps and of small ones in which a cycle mostly comes to rest."""


class _Effort(NamedTuple):
    draws: int
    rounds: int


def intervals(
    evaluation: Evaluation,
    claims: Collection[int],
    pause: Callable[[], None] = lambda: None,
    looks: int = LOOKS,
    wanted: Container[int] | None = None,
    bearing: AbstractSet[int] | None = None,
) -> dict[int, Interval]:
    """Returns the intervals of some claims and of all that bears on them, by index.

    What does not settle has none.

    Args:
        evaluation: The strengths as they are, up to date.
        claims: The indices of the claims.
        pause: Is called often; what it raises ends the work.
        looks: How many contributions are looked at, about.
        wanted: Of which arguments an interval is wanted, where not of all.
        bearing: What bears on the claims, where that is known.
    """
    bearing = upstream(evaluation, claims) if bearing is None else bearing
    arranged = stages(evaluation, bearing)
    spans = _spans(evaluation, bearing)
    effort = _effort(evaluation, arranged, looks)
    widest = bounds(evaluation, arranged, spans, pause)
    sampling = Sampling(evaluation, spans, Draws(effort.draws), effort.rounds, pause)
    found: dict[int, Interval] = {}
    names, ranges = evaluation.framework.names, evaluation.ranges
    for index, column in sampling.columns(arranged):
        if wanted is not None and index not in wanted:
            continue
        if names[index] and index not in ranges:
            found[index] = _interval(column, evaluation.strengths[index], widest[index])
    if sampling.unsettled:
        return {index: each._replace(exact=False) for index, each in found.items()}
    return found


def _spans(evaluation: Evaluation, bearing: AbstractSet[int]) -> dict[int, Range]:
    """Returns what might be held of links, and of claims that somebody has rated."""
    framework = evaluation.framework
    names, bases, relevances = framework.names, framework.base_scores, framework.relevances
    opinions, rated = framework.opinions, {*framework.opinions.rated()}
    spans = dict.fromkeys(relevances & bearing, STEP)
    for index in bearing if rated else ():
        if names[index] in rated:
            is_link = index in relevances
            spans[index] = span_of(opinions, names[index], bases[index], is_link=is_link)
    return spans


def _effort(evaluation: Evaluation, arranged: Iterable[Stage], most: int) -> _Effort:
    """Returns how many draws are made: fewer of what is large or goes in dense cycles."""
    framework = evaluation.framework
    looks = 0
    for indices, is_cycle in arranged:
        here = len(indices) + sum(
            sum(map(len, map(edges.__getitem__, indices)))
            for edges in (framework.pros, framework.cons)
        )
        # In a cycle, how far each step counts is looked at once more in each round.
        looks += here * (2 * _ROUNDS if is_cycle else 1)
    draws = max(_FEWEST_DRAWS, min(_MOST_DRAWS, most // max(1, looks)))
    return _Effort(draws, max(1, min(4 * _ROUNDS, 4 * most * _ROUNDS // max(1, looks * draws))))


def _interval(column: Column, strength: float, widest: Range) -> Interval:
    """Returns the interval of a strength by its draws; it holds the strength itself."""
    ordered = sorted(column)
    ends = _quantile(ordered, _LEFT_OUT), _quantile(ordered, 1.0 - _LEFT_OUT)
    count = len(ordered)
    against = bisect_right(ordered, AGAINST_TO) / count
    leans_for = 1.0 - bisect_left(ordered, FOR_FROM) / count
    least, most = min(widest[0], ordered[0], strength), max(widest[1], ordered[-1], strength)
    return Interval(
        low=min(ends[0], strength),
        high=max(ends[1], strength),
        least=least,
        most=most,
        leans_for=leans_for,
        is_open=1.0 - leans_for - against,
        leans_against=against,
        draws=count,
    )


def _quantile(ordered: Sequence[float], part: float) -> float:
    """Returns the value below which a part of some ordered draws lies."""
    place = part * len(ordered) - 0.5
    below = min(max(int(place), 0), len(ordered) - 1)
    above = min(below + 1, len(ordered) - 1)
    share = min(max(place - below, 0.0), 1.0)
    return ordered[below] + (ordered[above] - ordered[below]) * share

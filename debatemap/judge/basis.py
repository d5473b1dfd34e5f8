"""What a verdict rests on: how many people have rated how much of what bears on it."""

from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet

from debatemap.judge.evaluation import Evaluation
from debatemap.judge.upstream import upstream
from debatemap.judge.verdict import Basis

__all__ = ["basis", "mean_distance"]


def basis(evaluation: Evaluation, claim: int, bearing: AbstractSet[int] | None = None) -> Basis:
    """Returns what a verdict rests on.

    Args:
        evaluation: Whose framework and whose ratings count.
        claim: The index of the claim.
        bearing: What bears on it, where that is known.
    """
    framework = evaluation.framework
    names, opinions, relevances = framework.names, framework.opinions, framework.relevances
    bearing = upstream(evaluation, [claim]) if bearing is None else bearing
    named = [index for index in bearing if names[index]]
    rated = ratings = 0
    people, distances = set[str](), list[float]()
    rated_nodes = {*opinions.rated()}
    for index in named if rated_nodes else ():
        name = names[index]
        if name not in rated_nodes:
            continue
        of = opinions.ratings(name)
        if opinions.person:
            of = {who: rating for who, rating in of.items() if who == opinions.person}
        if not of:
            continue
        rated += index not in relevances
        ratings += len(of)
        people.update(of)
        if len(of) > 1:
            distances.append(mean_distance(tuple(of.values())))
    apart = sum(distances) / len(distances) if distances else None
    claims = len(named) - len(relevances & bearing)
    return Basis(claims, rated, ratings, len(people), apart, opinions.person)


def mean_distance(ratings: Iterable[float]) -> float:
    """Returns how far apart two of several people are on average, in points of 100.

    Examples:
        >>> mean_distance([20, 80]), mean_distance([10, 10, 40])
        (60.0, 20.0)
    """
    ordered: Sequence[float] = sorted(ratings)
    count = len(ordered)
    total = sum(rating * (2 * place - count + 1) for place, rating in enumerate(ordered))
    return total / (count * (count - 1) / 2)

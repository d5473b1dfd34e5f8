"""What a verdict rests on: how many people have rated how much of what bears on it."""

from collections.abc import Iterable, Sequence

from debatemap.judge.evaluation import Evaluation
from debatemap.judge.upstream import upstream
from debatemap.judge.verdict import Basis

__all__ = ["basis", "mean_distance"]


def basis(evaluation: Evaluation, claim: int) -> Basis:
    """Returns what a verdict rests on.

    Args:
        evaluation: Whose framework and whose ratings count.
        claim: The index of the claim.
    """
    framework = evaluation.framework
    opinions = framework.opinions
    claims = rated = ratings = 0
    people, distances = set[str](), list[float]()
    rated_nodes = {*opinions.rated()}
    for name, index in framework.of(upstream(evaluation, [claim])):
        is_claim = index not in framework.relevances
        claims += is_claim
        if name not in rated_nodes:
            continue
        of = opinions.ratings(name)
        if opinions.person:
            of = {who: rating for who, rating in of.items() if who == opinions.person}
        if not of:
            continue
        rated += is_claim
        ratings += len(of)
        people.update(of)
        if len(of) > 1:
            distances.append(mean_distance(tuple(of.values())))
    apart = sum(distances) / len(distances) if distances else None
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

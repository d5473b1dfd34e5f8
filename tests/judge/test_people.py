"""Opinion groups, against what was planted, worked out and tried by force."""

from itertools import combinations, product
from math import dist, isclose, prod, sqrt

from hypothesis import given
from hypothesis import strategies as st

from debatemap.core.debate import Debate
from debatemap.core.model import Claim, Header
from debatemap.judge.judgement import Judgement
from debatemap.judge.people.clusters import clusters, k_means, silhouette
from debatemap.judge.people.one_person import against_rest, without_each, without_person
from debatemap.judge.people.opinion_groups import opinion_groups
from debatemap.judge.people.principal_axes import principal_axes
from debatemap.judge.people.vote_table import vote_table
from tests.strategies import sketch

CLOSE = 1e-6
numbers = st.floats(-1, 1, width=16)
points = st.lists(st.tuples(numbers, numbers), min_size=2, max_size=7)


def voted(votes: dict[str, str]) -> Debate:
    """Returns a map on which people vote + (100), - (0), o (50) or nothing (a blank)."""
    value = {"+": 100.0, "-": 0.0, "o": 50.0}
    columns = [f"c{n}" for n in range(max(map(len, votes.values())))]
    stances = {
        person: {c: value[v] for c, v in zip(columns, each, strict=False) if v in value}
        for person, each in votes.items()
    }
    return Debate(Header("m"), {c: Claim(c) for c in columns}, stances=stances)


def covariances(rows: list[tuple[float, ...]]) -> list[list[float]]:
    means = [sum(column) / len(rows) for column in zip(*rows, strict=True)]
    away = [[value - mean for value, mean in zip(row, means, strict=True)] for row in rows]
    width = range(len(means))
    return [[sum(row[i] * row[j] for row in away) / len(rows) for j in width] for i in width]


def eigenvalues(matrix: list[list[float]]) -> list[float]:
    """Returns the eigenvalues of a symmetric matrix by Jacobi's rotations, the largest first."""
    a = [row.copy() for row in matrix]
    n = len(a)
    for _ in range(60):
        for p, q in combinations(range(n), 2):
            if abs(a[p][q]) < 1e-15:
                continue
            theta = (a[q][q] - a[p][p]) / (2 * a[p][q])
            t = (1 if theta >= 0 else -1) / (abs(theta) + sqrt(theta * theta + 1))
            c = 1 / sqrt(t * t + 1)
            s = t * c
            for k in range(n):
                a[k][p], a[k][q] = c * a[k][p] - s * a[k][q], s * a[k][p] + c * a[k][q]
            for k in range(n):
                a[p][k], a[q][k] = c * a[p][k] - s * a[q][k], s * a[p][k] + c * a[q][k]
    return sorted((a[i][i] for i in range(n)), reverse=True)


@given(st.lists(st.tuples(numbers, numbers, numbers, numbers), min_size=2, max_size=8))
def test_the_axes_hold_the_largest_variances(rows: list[tuple[float, ...]]) -> None:
    found = principal_axes(rows)
    wanted = eigenvalues(covariances(rows))
    for place, variance in enumerate(found.variances):
        assert abs(variance - wanted[place]) < 1e-3 + 0.01 * wanted[0]
    assert sum(wanted[len(found.axes) : 2]) < 1e-3
    for axis in found.axes:
        assert isclose(sum(part * part for part in axis), 1.0, abs_tol=CLOSE)
    if len(found.axes) == 2:
        assert abs(sum(a * b for a, b in zip(*found.axes, strict=True))) < 1e-3


def test_who_votes_little_is_moved_out_by_how_little_that_is() -> None:
    rows = [(1.0, 1.0, None, None), (-1.0, -1.0, -1.0, -1.0), (1.0, 1.0, 1.0, 1.0)]
    found = principal_axes(rows, 1)
    centred = [(2 / 3, 2 / 3, 0.0, 0.0)]
    plain = sum(a * b for a, b in zip(centred[0], found.axes[0], strict=True))
    assert isclose(found.points[0][0], plain * sqrt(4 / 2), abs_tol=CLOSE)


@given(points, st.integers(2, 3))
def test_of_few_points_no_grouping_has_a_smaller_sum_of_squares(
    places: list[tuple[float, float]], count: int
) -> None:
    groups = k_means(places, count)
    if len(set(places)) < count or len(set(groups)) < count:
        return
    best = min(
        spread(places, each)
        for each in product(range(count), repeat=len(places))
        if len(set(each)) == count
    )
    # Lloyd's rounds stop at a local least; begun from every set of points it is near the best.
    assert spread(places, groups) <= 2 * best + CLOSE
    for place, group in enumerate(groups):
        centres = {g: centre(places, groups, g) for g in set(groups)}
        nearest = min(dist(places[place], each) for each in centres.values())
        assert dist(places[place], centres[group]) <= nearest + CLOSE


def centre(places: list[tuple[float, float]], groups: tuple[int, ...], group: int) -> list[float]:
    own = [point for point, other in zip(places, groups, strict=True) if other == group]
    return [sum(column) / len(own) for column in zip(*own, strict=True)]


def spread(places: list[tuple[float, float]], groups: tuple[int, ...]) -> float:
    centres = {g: centre(places, groups, g) for g in set(groups)}
    return sum(dist(p, centres[g]) ** 2 for p, g in zip(places, groups, strict=True))


def test_the_silhouette_as_worked_out() -> None:
    # a = 1, b = 4.5 for the first; by symmetry the mean is that of two such pairs.
    places = [(0.0,), (1.0,), (4.0,), (5.0,)]
    wanted = ((4.5 - 1) / 4.5 + (3.5 - 1) / 3.5) / 2
    assert isclose(silhouette(places, (0, 0, 1, 1)), wanted)
    assert silhouette(places, (0, 0, 0, 0)) == 0.0
    assert clusters(places).number == 2
    assert clusters([(0.0,)] * 9).number == 1


def test_three_planted_groups_are_found() -> None:
    votes = {
        f"{name}{n}": each
        for name, each in (("a", "+++---+++"), ("b", "---+++++-"), ("c", "+-+-+-+--"))
        for n in range(5)
    }
    votes["a0"] = "+++--o+++"
    found = opinion_groups(voted(votes))
    assert {frozenset(group.people) for group in found.groups} == {
        frozenset(f"{name}{n}" for n in range(5)) for name in "abc"
    }
    assert [one.claim for one in found.uniting] == ["c6"]
    assert isclose(found.uniting[0].consensus, (6 / 7) ** 3)
    assert found.uniting[0].is_for
    assert "c6" not in {one.claim for one in found.dividing}
    assert found.silhouette > 0.9


def test_what_unites_and_divides_is_as_the_votes_have_it() -> None:
    votes = {"a": "++-o", "b": "++-o", "c": "+-+o", "d": "+-+o", "e": " "}
    found = opinion_groups(voted(votes))
    assert [group.people for group in found.groups] == [("a", "b"), ("c", "d")]
    assert found.left_out == ()  # Who has voted on nothing has rated nothing.
    assert [(one.claim, one.is_for) for one in found.uniting] == [("c0", True)]
    assert isclose(found.uniting[0].consensus, prod([3 / 4, 3 / 4]))
    assert [one.claim for one in found.dividing] == ["c1", "c2"]
    assert isclose(found.dividing[0].apart, 3 / 4 - 1 / 4)
    assert [[s.mean for s in one.shares] for one in found.dividing] == [[100, 0], [0, 100]]


def test_too_few_people_make_no_groups_and_who_rated_little_is_told() -> None:
    assert opinion_groups(voted({"a": "+-", "b": "-+"})).groups == ()
    votes = dict.fromkeys("abcd", "+-+-+-+-") | {"e": "+"}
    found = opinion_groups(voted(votes))
    assert found.left_out == ("e",)
    assert len(found.groups) == 1
    assert found.dividing == ()
    assert len(found.uniting) == 8
    assert vote_table(voted(votes), {"c0"}).claims == ("c0",)


def test_a_verdict_without_one_person_and_one_against_the_rest() -> None:
    debate = sketch("T", a="A + T")
    stances = {"ann": {"A": 100.0}, "bo": {"A": 0.0}, "cy": {}}
    debate = Debate(debate.header, debate.claims, debate.links, stances=stances)
    found = {one.person: one for one in without_each(debate, "T")}
    assert found.keys() == {"ann", "bo"}
    for name, one in found.items():
        rest = Judgement(without_person(debate, name)).sure_verdict("T")
        assert one.verdict == rest
        assert isclose(one.moves, abs(rest.strength - Judgement(debate).strength("T")))
    assert [one.verdict.interval for one in without_each(debate, "T", sure=1)][1] is None
    against = against_rest(debate, "T", "ann")
    assert against.own == Judgement(debate, person="ann").sure_verdict("T")
    assert against.rest == found["ann"].verdict
    assert [(each.claim, each.mine, each.others) for each in against.furthest] == [("A", 100, 0)]

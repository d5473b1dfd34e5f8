"""Cycles: what settles in which way, and what is told of one that does not."""

from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from debatemap import edit
from debatemap.judge.evaluation import Evaluation
from debatemap.judge.framework import Framework
from debatemap.judge.judgement import Judgement
from debatemap.judge.labels import Label
from debatemap.judge.methods import DF_QUAD, METHODS, QUADRATIC_ENERGY, Method
from debatemap.judge.settling import Effort, settle
from debatemap.judge.verdict import Side
from tests.judge.known import debate_of, framework_of

SHORT: Final = Effort(rounds=0, steps=3)
NONE: Final = Effort(most=0)
CLOSE: Final = 1e-9

Pairs = list[tuple[str, str]]
names = "abcdef"


def family(size: int) -> Framework:
    """A supports all Bs, each B all Cs, and all Cs attack A, which alone is held to be true."""
    low, high = [f"B{n}" for n in range(size)], [f"C{n}" for n in range(size)]
    supports = [("A", b) for b in low] + [(b, c) for b in low for c in high]
    base = {"A": 1.0} | dict.fromkeys((*low, *high), 0.0)
    return framework_of(base, [(c, "A") for c in high], supports)


def rounds(framework: Framework, method: Method, count: int, weight: float = 1.0) -> float:
    """Goes round so often from the bases on; returns how far the last round moved a strength."""
    every = range(len(framework))
    now, moved = framework.base_scores.copy(), 1.0
    for _ in range(count):
        aims = [
            method.strength(
                framework.base_scores[index],
                [now[other] for other in framework.pros[index]],
                [now[other] for other in framework.cons[index]],
            )
            for index in every
        ]
        moved = max(abs(weight * (aim - value)) for aim, value in zip(aims, now, strict=True))
        now = [value + weight * (aim - value) for aim, value in zip(aims, now, strict=True)]
    return moved


def strength(evaluation: Evaluation, claim: str) -> float:
    index = evaluation.framework.index(claim)
    assert index is not None
    return evaluation.strengths[index]


def test_what_goes_to_and_fro_comes_to_rest_as_a_flow() -> None:
    framework = family(10)
    assert rounds(framework, QUADRATIC_ENERGY, 500) > 0.5
    assert rounds(framework, QUADRATIC_ENERGY, 500, 0.3) > 0.01
    evaluation = Evaluation(framework, QUADRATIC_ENERGY)
    found = [strength(evaluation, claim) for claim in ("A", "B3", "C7")]
    assert found == pytest.approx([0.224088, 0.047814, 0.186079], abs=5e-7)
    assert not evaluation.ranges


def test_without_the_flow_it_does_not_settle_and_no_last_round_is_taken_for_a_result() -> None:
    for effort in (Effort(steps=0), Effort(steps=40)):
        evaluation = Evaluation(family(10), QUADRATIC_ENERGY, effort=effort)
        assert len(evaluation.ranges) == 21
        for index, (low, high) in evaluation.ranges.items():
            assert 0 <= low < high <= 1
            assert evaluation.strengths[index] == (low + high) / 2
    assert set(Evaluation(family(10), QUADRATIC_ENERGY, effort=NONE).ranges.values()) == {(0, 1)}


def test_two_that_attack_each_other_share_what_is_held_of_them() -> None:
    evaluation = Evaluation(
        framework_of({"a": 0.5, "b": 0.5}, [("a", "b"), ("b", "a")]), QUADRATIC_ENERGY
    )
    value = strength(evaluation, "a")
    assert value == pytest.approx(strength(evaluation, "b"), abs=CLOSE)
    assert value == pytest.approx(0.5 - 0.5 * value**2 / (1 + value**2), abs=CLOSE)


def test_what_still_moves_when_the_rounds_are_over_has_not_settled() -> None:
    framework = framework_of({"a": 0.5, "b": 0.9}, [("a", "b"), ("b", "a")])
    told = []
    for count in range(1, 40):
        effort = Effort(rounds=count, steps=0)
        settled = not Evaluation(framework, QUADRATIC_ENERGY, effort=effort).ranges
        ways = [rounds(framework, QUADRATIC_ENERGY, count, weight) for weight in (1.0, 0.3)]
        assert settled == (min(ways) <= 1e-9)
        told.append(settled)
    assert {True, False} == set(told)


def test_a_claim_that_attacks_itself_is_a_cycle() -> None:
    evaluation = Evaluation(framework_of({"a": 1.0}, [("a", "a")]), DF_QUAD)
    assert strength(evaluation, "a") == pytest.approx(0.5, abs=CLOSE)
    short = Evaluation(framework_of({"a": 1.0}, [("a", "a")]), DF_QUAD, effort=SHORT)
    assert list(short.ranges) == [0]


graphs = st.tuples(
    st.lists(st.floats(0, 1), min_size=6, max_size=6),
    st.lists(st.tuples(st.sampled_from(names), st.sampled_from(names)), max_size=14),
    st.lists(st.tuples(st.sampled_from(names), st.sampled_from(names)), max_size=14),
)


@given(graph=graphs, method=st.sampled_from(METHODS))
def test_what_has_settled_agrees_with_itself(
    graph: tuple[list[float], Pairs, Pairs], method: Method
) -> None:
    base, attacks, supports = graph
    evaluation = Evaluation(
        framework_of(dict(zip(names, base, strict=True)), attacks, supports), method
    )
    for index, value in enumerate(evaluation.strengths):
        assert 0 <= value <= 1
        if index not in evaluation.ranges:
            assert value == pytest.approx(evaluation.evaluate(index), abs=1e-7)


@given(graph=graphs, method=st.sampled_from(METHODS), inside=st.floats(0, 1))
def test_what_hangs_on_a_range_has_one_that_holds_it(
    graph: tuple[list[float], Pairs, Pairs], method: Method, inside: float
) -> None:
    """Wherever in its range a cycle may lie, what is beneath it lies in its own."""
    base, attacks, supports = graph
    framework = framework_of(dict(zip(names, base, strict=True)), attacks, supports)
    evaluation = Evaluation(framework, method, effort=SHORT)
    cycles = _cycles(framework)
    for low, high in evaluation.ranges.values():
        assert 0 <= low <= high <= 1
    held = {
        index: low + inside * (high - low)
        for index, (low, high) in evaluation.ranges.items()
        if index in cycles
    }
    world = Evaluation(framework, method, held, SHORT)
    for index, value in enumerate(world.strengths):
        low, high = evaluation.ranges.get(index, (evaluation.strengths[index],) * 2)
        assert low - CLOSE <= value <= high + CLOSE


@pytest.mark.parametrize("method", METHODS, ids=lambda method: method.id)
def test_a_range_holds_for_what_is_both_pro_and_con(method: Method) -> None:
    base = {"a": 0.9, "p": 0.5, "t": 0.5}
    framework = framework_of(base, [("a", "a"), ("a", "t")], [("a", "t"), ("p", "t")])
    evaluation = Evaluation(framework, method, effort=SHORT)
    low, high = evaluation.ranges[2]
    for inside in evaluation.ranges[0]:
        assert low <= Evaluation(framework, method, {0: inside}).strengths[2] <= high


def _cycles(framework: Framework) -> set[int]:
    """Returns the arguments that bear on themselves."""
    found = set()
    for start in range(len(framework)):
        reached, waiting = set[int](), [start]
        while waiting:
            beyond = set(framework.targets[waiting.pop()]) - reached
            reached |= beyond
            waiting += beyond
        if start in reached:
            found.add(start)
    return found


def test_a_cycle_that_hangs_on_one_that_does_not_settle_could_be_anywhere() -> None:
    base = dict.fromkeys("abcdef", 0.5) | {"a": 1.0}
    attacks = [("a", "a"), ("a", "b"), ("b", "c"), ("c", "d"), ("d", "c"), ("d", "e")]
    evaluation = Evaluation(framework_of(base, attacks), QUADRATIC_ENERGY, effort=SHORT)
    ranges = {name: evaluation.ranges.get(n) for n, name in enumerate("abcdef")}
    assert [ranges[name] for name in "cdef"] == [(0.0, 1.0), (0.0, 1.0), (0.25, 0.5), None]
    for name in "ab":
        low, high = ranges[name] or (0, 0)
        assert 0 < low < high < 1


def test_holding_a_claim_of_a_cycle_settles_it() -> None:
    evaluation = Evaluation(family(10), QUADRATIC_ENERGY, effort=Effort(steps=0))
    assert len(evaluation.ranges) == 21
    evaluation.fix({0: 0.0})
    assert len(evaluation.ranges) == 0
    evaluation.fix({})
    assert len(evaluation.ranges) == 21


def test_a_range_goes_with_what_it_is_of() -> None:
    framework = framework_of({"a": 1.0, "t": 0.5}, [("a", "a"), ("a", "t")])
    evaluation = Evaluation(framework, QUADRATIC_ENERGY, effort=SHORT)
    assert set(evaluation.ranges) == {0, 1}
    change = edit.delete_claim(framework.debate, "a")
    framework.debate.apply(change)
    evaluation.update(framework.follow(change))
    assert not evaluation.ranges


def test_the_verdict_says_that_it_does_not_settle(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Evaluation.__init__, "__defaults__", (None, SHORT))
    judgement = Judgement(debate_of({"a": 0.5, "t": 0.5}, [("a", "a"), ("a", "t")]))
    verdict = judgement.verdict("t")
    assert verdict.side is Side.UNSETTLED
    assert verdict.words.startswith("unsettled, ")
    assert verdict.range == judgement.range("t")
    assert judgement.label("t") is Label.IN_A_LOOP
    judgement.assume({"a": "true"})
    assert judgement.verdict("t").words == "against, 25 of 100"


@given(st.integers(1, 6), st.integers(0, 30), st.integers(0, 30), st.integers(0, 1_000))
def test_no_more_is_evaluated_than_was_allowed(
    size: int, most_rounds: int, steps: int, most: int
) -> None:
    """What never rests is gone round as often as asked, and no more than the size allows."""
    strengths, evaluated = [0.5] * size, 0

    def never_at_rest(index: int) -> float:
        nonlocal evaluated
        evaluated += 1
        return float(strengths[index] < 0.5)

    ranges = settle(
        range(size), never_at_rest, strengths, [0.0] * size, Effort(most_rounds, steps, most)
    )
    assert ranges is not None
    assert evaluated <= most
    assert all(0 <= low <= high <= 1 for low, high in ranges)


def test_a_large_cycle_settles() -> None:
    size = 20_000
    pairs = [(f"c{n}", f"c{(n + 1) % size}") for n in range(size)]
    framework = framework_of({f"c{n}": n % 10 / 10 for n in range(size)}, pairs[::2], pairs[1::2])
    evaluation = Evaluation(framework, QUADRATIC_ENERGY)
    assert not evaluation.ranges
    assert evaluation.strengths[7] == pytest.approx(evaluation.evaluate(7), abs=CLOSE)


def test_rounds_that_come_no_nearer_end_long_before_all_are_gone() -> None:
    """Two that push each other to and fro are given up, and settled with small steps."""
    looked = 0
    strengths = [0.0, 0.0]

    def evaluate(index: int) -> float:
        nonlocal looked
        looked += 1
        return 1.0 - strengths[1 - index] if index else 1.0 - strengths[1]

    assert settle([0, 1], evaluate, strengths, [0.0, 0.0], Effort(rounds=5_000)) is None
    assert looked < 2 * 1_000
    assert strengths == pytest.approx([0.5, 0.5])


def test_one_of_many_arguments_counts_for_several() -> None:
    counts = []
    strengths, looked = [0.0], 0

    def evaluate(_: int) -> float:
        nonlocal looked
        looked += 1
        return 0.0 if strengths[0] > 0.5 else 1.0

    for cost in (1, 10):
        looked = 0
        settle([0], evaluate, strengths, [0.0], Effort(most=1_000), cost)
        counts.append(looked)
    assert counts[1] < counts[0] <= 1_000

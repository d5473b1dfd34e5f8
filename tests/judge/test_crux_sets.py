"""The smallest sets of flips, against trying them all."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from debatemap.core.debate import Debate
from debatemap.judge.evaluation import Evaluation
from debatemap.judge.explain.crux import Flip, cruxes, needed_opinion, robustness, smallest_sets
from debatemap.judge.judgement import Judgement
from debatemap.judge.methods import METHODS, Method
from debatemap.judge.settling import Effort
from debatemap.judge.verdict import Side
from tests.judge.arguments import PERSON, THESIS, flipped, layered, sets_by_force
from tests.strategies import sketch, star

methods = st.sampled_from(METHODS)
EVERY = 10_000


@given(layered(least=4, most=10), methods)
def test_the_smallest_sets_equal_brute_force(debate: Debate, method: Method) -> None:
    judgement = Judgement(debate, method, PERSON)
    found = smallest_sets(judgement, THESIS, most=EVERY)
    assert found.complete
    assert set(found.sets) == sets_by_force(judgement, THESIS)
    assert len(set(found.sets)) == len(found.sets)
    assert {len(flips) for flips in found.sets} <= {found.size}
    assert found.tried <= found.whole


@settings(max_examples=30)
@given(layered(least=6, most=15, ways=1), methods)
def test_in_a_tree_too(debate: Debate, method: Method) -> None:
    judgement = Judgement(debate, method, PERSON)
    found = smallest_sets(judgement, THESIS, most=EVERY)
    assert found.complete
    assert set(found.sets) == sets_by_force(judgement, THESIS)


@given(layered(least=4, most=12), methods, st.integers(1, 4))
def test_a_short_list_holds_what_moves_the_thesis_farthest(
    debate: Debate, method: Method, most: int
) -> None:
    judgement = Judgement(debate, method, PERSON)
    before = judgement.verdict(THESIS).strength

    def moves(sets: tuple[tuple[Flip, ...], ...]) -> list[float]:
        after = [flipped(judgement, THESIS, flips).strength for flips in sets]
        return [round(abs(strength - before), 12) for strength in after]

    whole = moves(smallest_sets(judgement, THESIS, most=EVERY).sets)
    assert whole == sorted(whole, reverse=True)
    assert moves(smallest_sets(judgement, THESIS, most=most).sets) == whole[:most]


def test_in_a_cycle_every_flip_is_tried() -> None:
    debate = sketch("T", a="A + T", b="B - A", c="A - B", d="C - T", e="D + C")
    judgement = Judgement(debate)
    found = smallest_sets(judgement, "T", most=EVERY)
    assert set(found.sets) == sets_by_force(judgement, "T")
    assert found.sets


def test_to_settle_is_to_change_the_side(monkeypatch: pytest.MonkeyPatch) -> None:
    """With hardly a round allowed, what attacks itself does not settle until it is clamped."""
    monkeypatch.setattr(Evaluation.__init__, "__defaults__", (None, Effort(3, 3)))
    judgement = Judgement(sketch("T", a="A - A", t="A - T", b="B + T"))
    assert judgement.verdict("T").side is Side.UNSETTLED
    either = {(Flip("A", to=False),), (Flip("A", to=True),)}
    assert set(smallest_sets(judgement, "T").sets) == either
    assert [effect.decides for effect in cruxes(judgement, "T").effects] == [True, False]
    assert robustness(judgement, "T") == (1, 2, True, 2)
    assert needed_opinion(judgement, "T", "B").base is None


def test_a_budget_cuts_the_search_off_and_it_is_told() -> None:
    judgement = Judgement(star(40))
    assert judgement.verdict("c0").side is Side.AGAINST
    found = smallest_sets(judgement, "c0", budget=500)
    assert not found.complete
    assert (found.sets, found.size, found.tried) == ((), 0, 500)
    assert found.whole == 2 * 40 + 4 * 780 + 8 * 9_880
    assert smallest_sets(judgement, "c0").complete


@pytest.mark.parametrize("budget", [0, 1])
def test_a_budget_of_next_to_nothing_finds_next_to_nothing(budget: int) -> None:
    found = smallest_sets(Judgement(sketch("T", a="A + T", b="B - T")), "T", budget=budget)
    assert found.tried == budget
    assert not found.complete


def test_nothing_bears_on_a_claim_alone() -> None:
    found = smallest_sets(Judgement(sketch("T")), "T")
    assert found == ((), 0, True, 0, 0)

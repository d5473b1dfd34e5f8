"""What must hold of strengths over whole debates, whatever the debate."""

from typing import Final

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from debatemap import edit
from debatemap.core.debate import Debate
from debatemap.judge.evaluation import Evaluation
from debatemap.judge.framework import Framework
from debatemap.judge.judgement import ABSENT, FALSE, TRUE, Judgement
from debatemap.judge.methods import (
    DF_QUAD,
    LOG_ODDS,
    METHODS,
    QUADRATIC_ENERGY,
    SQUARED_DF_QUAD,
    Method,
)
from debatemap.judge.ordering import downstream
from debatemap.judge.ratings import Opinions
from debatemap.judge.verdict import Side, percentage, side_of
from tests.judge.known import JUDGE, debate_of, framework_of
from tests.strategies import debates

CLOSE: Final = 1e-9

names: Final = "abcdefg"
unit = st.floats(0, 1)
bases = st.lists(unit, min_size=len(names), max_size=len(names)).map(
    lambda values: dict(zip(names, values, strict=True))
)
upward = st.tuples(st.sampled_from(names), st.sampled_from(names)).filter(
    lambda ends: ends[0] > ends[1]
)
pairs = st.lists(upward, max_size=10)
"""Links from a later letter to an earlier one: no cycles."""
methods = st.sampled_from(METHODS)

Pairs = list[tuple[str, str]]


@st.composite
def trees(draw: st.DrawFn) -> tuple[Pairs, Pairs]:
    """Draws attacks and supports in which every claim but the first bears on one before it."""
    links: tuple[Pairs, Pairs] = ([], [])
    for place, claim in enumerate(names[1:], start=1):
        draw(st.sampled_from(links)).append((claim, draw(st.sampled_from(names[:place]))))
    return links


@given(tree=trees(), base=bases, claim=st.sampled_from(names), value=unit, method=methods)
def test_on_a_tree_a_base_moves_the_thesis_one_way(
    tree: tuple[Pairs, Pairs], base: dict[str, float], claim: str, value: float, method: Method
) -> None:
    """Up, where an even number of attacks lies between the two, and else down."""
    attacks, supports = tree
    targets = dict(supports) | dict(attacks)
    sign, here = 1, claim
    while here != "a":
        sign = -sign if (here, targets[here]) in attacks else sign
        here = targets[here]
    strengths = [
        Evaluation(framework_of({**base, claim: rated}, attacks, supports), method).strengths[0]
        for rated in sorted((base[claim], value))
    ]
    assert sign * (strengths[1] - strengths[0]) >= -CLOSE


@given(attacks=pairs, supports=pairs, base=bases, raised=unit, method=methods)
def test_a_claim_rises_with_its_own_base_and_nothing_else_does_that_it_does_not_bear_on(
    attacks: Pairs, supports: Pairs, base: dict[str, float], raised: float, method: Method
) -> None:
    framework = framework_of(base, attacks, supports)
    evaluation = Evaluation(framework, method)
    before = evaluation.strengths.copy()
    framework.base_scores[3] = max(base["d"], raised)
    moved = evaluation.update([3])
    assert evaluation.strengths[3] >= before[3] - CLOSE
    assert set(moved) <= downstream([3], framework.targets)
    assert moved == {n: old for n, old in enumerate(before) if old != evaluation.strengths[n]}
    assert evaluation.strengths == pytest.approx(Evaluation(framework, method).strengths, abs=CLOSE)


@given(
    attacks=pairs,
    supports=pairs,
    base=bases,
    method=st.sampled_from([QUADRATIC_ENERGY, DF_QUAD, SQUARED_DF_QUAD, LOG_ODDS]),
)
def test_to_deny_a_thesis_is_to_swap_its_pros_and_cons(
    attacks: Pairs, supports: Pairs, base: dict[str, float], method: Method
) -> None:
    """Only what is linked to the thesis is swapped, and only its base turned round."""
    over = (
        [pair for pair in attacks if pair[1] == "a"],
        [pair for pair in supports if pair[1] == "a"],
    )
    under = [p for p in attacks if p[1] != "a"], [p for p in supports if p[1] != "a"]
    claim = framework_of(base, under[0] + over[0], under[1] + over[1])
    denial = framework_of({**base, "a": 1 - base["a"]}, under[0] + over[1], under[1] + over[0])
    strengths = [Evaluation(framework, method).strengths for framework in (claim, denial)]
    assert strengths[0][0] + strengths[1][0] == pytest.approx(1, abs=1e-7)
    # Links are summed in their order, which is not the same in both, and rounded on the way.
    assert strengths[0][1:] == pytest.approx(strengths[1][1:], abs=CLOSE)


@given(attacks=pairs, supports=pairs, base=bases, gone=st.sampled_from(names), method=methods)
def test_without_a_claim_is_as_if_it_were_false(
    attacks: Pairs, supports: Pairs, base: dict[str, float], gone: str, method: Method
) -> None:
    debate = debate_of(base, attacks, supports)
    strengths = []
    for assumption in (FALSE, ABSENT):
        judgement = Judgement(debate, method, JUDGE, {gone: assumption})
        strengths.append({name: judgement.strength(name) for name in names if name != gone})
    debate.apply(edit.delete_claim(debate, gone))
    judgement = Judgement(debate, method, JUDGE)
    strengths.append({name: judgement.strength(name) for name in names if name != gone})
    assert strengths[0] == strengths[1]
    assert strengths[0] == pytest.approx(strengths[2], abs=CLOSE)


@given(debate=debates(), method=methods, data=st.data())
def test_to_assume_and_to_take_it_back_leaves_everything_as_it_was(
    debate: Debate, method: Method, data: st.DataObject
) -> None:
    nodes = [*debate.claims, *debate.links]
    assume(nodes)
    judgement = Judgement(debate, method)
    before = {node: (judgement.strength(node), judgement.label(node)) for node in nodes}
    unsettled = {node for node in nodes if judgement.range(node) is not None}
    worlds = st.dictionaries(
        st.sampled_from(nodes), st.sampled_from([TRUE, FALSE, ABSENT]), min_size=1, max_size=3
    )
    assumed = data.draw(worlds)
    judgement.assume(assumed)
    for node, assumption in assumed.items():
        assert judgement.strength(node) == (assumption == TRUE)
        assert judgement.range(node) is None
    judgement.assume({})
    for node, (strength, label) in before.items():
        assert judgement.label(node) is label
        # How far a cycle comes that never settles depends on which of its steps are weighed apart.
        if node not in unsettled:
            assert judgement.strength(node) == pytest.approx(strength, abs=CLOSE)


@given(debate=debates(), method=methods, data=st.data())
def test_what_is_fixed_stays_and_nothing_behind_it_counts(
    debate: Debate, method: Method, data: st.DataObject
) -> None:
    framework = Framework(debate, Opinions(debate.stances))
    assume(len(framework))
    indices = st.integers(0, len(framework) - 1)
    held = data.draw(st.dictionaries(indices, unit, max_size=3))
    evaluation = Evaluation(framework, method)
    moved = evaluation.fix(held)
    fresh = Evaluation(framework, method, held)
    assert evaluation.ranges.keys() == fresh.ranges.keys()
    assert evaluation.strengths == pytest.approx(fresh.strengths, abs=CLOSE)
    for index, value in held.items():
        assert evaluation.strengths[index] == value
    assert set(moved) <= downstream(held, framework.targets, held.keys())


@given(debate=debates(), method=methods)
def test_a_verdict_leans_as_its_strength_does_and_so_do_its_percents(
    debate: Debate, method: Method
) -> None:
    judgement = Judgement(debate, method)
    for claim in debate.claims:
        verdict = judgement.verdict(claim)
        assert verdict.strength == judgement.strength(claim)
        assert (verdict.range is not None) == (verdict.side is Side.UNSETTLED)
        if verdict.range is None:
            assert verdict.side is side_of(verdict.strength)


@given(unit)
def test_a_percentage_is_near_and_on_the_same_side(strength: float) -> None:
    shown = percentage(strength)
    assert side_of(shown / 100) is side_of(strength)
    assert abs(shown - 100 * strength) <= 1
    assert 0 <= shown <= 100


@given(debate=debates())
def test_agreement_names_every_method_that_votes_once(debate: Debate) -> None:
    judgement = Judgement(debate)
    for claim in debate.claims:
        agreement = judgement.agreement(claim)
        side = judgement.verdict(claim).side
        assert QUADRATIC_ENERGY in agreement.holds
        assert len({*agreement.holds, *agreement.differ}) == 3
        for method in agreement.holds:
            assert judgement.verdict(claim, method).side is side
        for method in agreement.differ:
            assert judgement.verdict(claim, method).side is not side

"""A debate as numbers: what bears on what, and strengths computed the slow way."""

from typing import Final

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from debatemap import edit
from debatemap.core.debate import Debate
from debatemap.judge.evaluation import Evaluation
from debatemap.judge.framework import Framework
from debatemap.judge.judgement import Judgement
from debatemap.judge.methods import METHODS, QUADRATIC_ENERGY, VOTING, Method
from debatemap.judge.ordering import arrange, arrange_bearing
from debatemap.judge.ratings import CLAIM, LINK, Opinions
from debatemap.judge.upstream import upstream
from tests.judge.known import framework_of
from tests.strategies import PEOPLE, debates, sketch

CLOSE: Final = 1e-9

methods = pytest.mark.parametrize("method", METHODS, ids=lambda method: method.id)


def plainly(debate: Debate, method: Method, person: str) -> dict[str, float]:
    """Computes a debate without cycles from its records, one after the other."""
    opinions = Opinions(debate.stances, person)
    strengths: dict[str, float] = {}
    for node in nx.topological_sort(debate.graph):
        contributions: dict[str, list[float]] = {"supports": [], "attacks": []}
        for key in debate.links_into(node):
            premises = [p for p in debate.links[key].premises if p in debate.claims]
            if premises:
                weakest = min(strengths[premise] for premise in premises)
                contributions[debate.links[key].stance].append(strengths[key] * weakest)
        weigh, usual = (method, CLAIM) if node in debate.claims else (QUADRATIC_ENERGY, LINK)
        strengths[node] = weigh.strength(opinions.base(node, usual), *contributions.values())
    return strengths


@given(debate=debates(), method=st.sampled_from(METHODS), person=st.sampled_from(["", *PEOPLE]))
def test_a_debate_without_cycles_is_weighed_link_by_link(
    debate: Debate, method: Method, person: str
) -> None:
    while not nx.is_directed_acyclic_graph(debate.graph):
        cycle = [node for edge in nx.find_cycle(debate.graph) for node in edge]
        debate.apply(edit.unlink(debate, next(node for node in cycle if node in debate.links)))
    judgement = Judgement(debate, method, person)
    for node, strength in plainly(debate, method, person).items():
        assert judgement.strength(node) == pytest.approx(strength, abs=CLOSE), node
        assert judgement.range(node) is None


@given(debate=debates(), method=st.sampled_from(METHODS))
def test_strengths_bases_and_contributions_lie_within_0_and_1(
    debate: Debate, method: Method
) -> None:
    judgement = Judgement(debate, method)
    for node in (*debate.claims, *debate.links, "no such"):
        assert 0 <= judgement.strength(node) <= 1
        assert 0 <= judgement.base(node) <= 1
        assert 0 <= judgement.contribution(node) <= 1


def test_a_link_that_nobody_speaks_of_is_no_more_than_an_edge() -> None:
    framework = Framework(sketch("T", p="P + T", c="C - T"), Opinions({}))
    assert len(framework) == 3
    assert framework.index("p") is None
    assert framework.contribution("p") == framework.index("P")


def test_an_undercut_takes_from_how_much_a_link_counts() -> None:
    for method in VOTING:
        judgement = Judgement(sketch("T", p="P + T", u="U - p"), method)
        assert judgement.strength("p") == pytest.approx(1 - 0.25 / 1.25)
        assert judgement.contribution("p") == pytest.approx(0.8 * 0.5)
        assert judgement.strength("T") == pytest.approx(method.strength(0.5, [0.4]))


def test_joint_premises_count_as_the_weakest_of_them() -> None:
    debate = sketch("T", j="P Q + T", c="C - Q")
    judgement = Judgement(debate)
    assert judgement.contribution("j") == pytest.approx(0.4)
    assert judgement.strength("T") == pytest.approx(QUADRATIC_ENERGY.strength(0.5, [0.4]))
    change = edit.rate(debate, "j", "ann", 0)
    debate.apply(change)
    judgement.follow(change)
    assert judgement.contribution("j") == pytest.approx(0.4 * 2 / 3)


def test_a_claim_linked_twice_counts_twice() -> None:
    debate = sketch("T", p="P + T", q="P + T")
    assert Judgement(debate).strength("T") == pytest.approx(0.75)


def test_a_step_that_is_not_there_contributes_nothing() -> None:
    debate = sketch("T", p="P + T", q="Q + gone")
    judgement = Judgement(debate)
    assert judgement.contribution("no such") == 0
    judgement.assume({"p": "absent"})
    assert judgement.strength("T") == 0.5
    assert judgement.contribution("p") == 0


@methods
def test_a_crowd_is_weighed_as_one_by_one(method: Method) -> None:
    """The sweeps over whole debates compute as the method itself does."""
    crowd = {f"c{n}": 1 - n % 2 * 1e-9 for n in range(2_000)}
    every = [(claim, "t") for claim in crowd]
    for attacks, supports in ((every, []), ([], every), (every, every)):
        framework = framework_of({"t": 0.5, **crowd}, attacks, supports)
        for base in (0.0, 0.5, 1.0):
            framework.base_scores[0] = base
            strength = Evaluation(framework, method).strengths[0]
            pros, cons = ([crowd[claim] for claim, _ in links] for links in (supports, attacks))
            assert strength == pytest.approx(method.strength(base, pros, cons), abs=CLOSE)
            assert 0 <= strength <= 1


@given(debates(least_claims=1))
def test_what_bears_on_a_claim_is_arranged_as_anything_else(debate: Debate) -> None:
    evaluation = Judgement(debate).evaluation()
    pros, cons, targets = (
        evaluation.framework.pros,
        evaluation.framework.cons,
        evaluation.framework.targets,
    )
    for index in range(len(debate.claims)):
        bearing = upstream(evaluation, [index])
        assert arrange_bearing(bearing, pros, cons, targets) == arrange(bearing, targets)

"""Edges follow every change: of records one by one, by the verbs, and there and back."""

from collections import Counter
from itertools import chain as joined
from typing import Any, Final

from hypothesis import given
from hypothesis import strategies as st

from debatemap import edit
from debatemap.core.change import Change
from debatemap.core.debate import Debate
from debatemap.judge.evaluation import Evaluation
from debatemap.judge.framework import Framework
from debatemap.judge.judgement import Judgement
from debatemap.judge.labels import Labelling
from debatemap.judge.methods import QUADRATIC_ENERGY
from debatemap.judge.ratings import Opinions
from tests.edit.verbs import VERBS, attempt, changes, steady_ids
from tests.strategies import PEOPLE, debates, sketch

CLOSE: Final = 1e-12
TABLES: Final = ("claims", "links", "stances")
NODES: Final = (*"abcD0klmN1qrs", "e_1", "-f", "o_1", "-p")
"""The claims and links of random debates."""

KEYS: Final = st.sets(st.sampled_from((*NODES, *PEOPLE)), min_size=1, max_size=6)


def assert_sound(framework: Framework) -> None:
    """Checks that edges have both their ends, that nothing hangs on an index that is empty."""
    targets = Counter(
        (index, above) for index, row in enumerate(framework.targets) for above in row
    )
    below = Counter(
        (index, above)
        for above in range(len(framework))
        for index in joined(framework.pros[above], framework.cons[above])
    )
    assert targets == below
    named = [name for name in framework.names if name]
    assert len(set(named)) == len(named)
    assert set(framework.debate.claims) <= set(named)
    for index, name in enumerate(framework.names):
        if name:
            assert framework.index(name) == index
            assert (name in framework.debate.links) == (index in framework.relevances)
        elif index in framework.steps:
            relevance, *premises = framework.pros[index]
            assert relevance in framework.relevances
            assert premises
            assert all(framework.names[premise] in framework.debate.claims for premise in premises)
            assert not framework.cons[index]
            assert len(framework.targets[index]) == 1
        else:
            edges = framework.pros[index], framework.cons[index], framework.targets[index]
            assert not any(edges)
            assert index not in framework.relevances


def difference(before: Debate, after: Debate, keys: set[str]) -> Change:
    """Returns the change that makes some records of one debate what they are in another."""
    tables: dict[str, Any] = {}
    for table in TABLES:
        olds, news = getattr(before, table), getattr(after, table)
        found = {key: (olds.get(key), news.get(key)) for key in olds.keys() | news.keys()}
        tables[table] = {k: pair for k, pair in found.items() if k in keys and pair[0] != pair[1]}
    return Change("turn into another debate", **tables)


def assert_as_if_made_anew(evaluation: Evaluation, labelling: Labelling) -> None:
    framework = evaluation.framework
    anew = Framework(framework.debate, framework.opinions)
    expected, labels = Evaluation(anew, evaluation.method), Labelling(anew)
    for name, fresh in anew.of(range(len(anew))):
        index = framework.index(name)
        assert index is not None, name
        assert abs(evaluation.strengths[index] - expected.strengths[fresh]) < CLOSE, name
        assert (index in evaluation.ranges) == (fresh in expected.ranges), name
        assert labelling[index] is labels[fresh], name
    named = {name for name, _ in framework.of(range(len(framework)))}
    assert named == {name for name, _ in anew.of(range(len(anew)))}
    assert len(evaluation.ranges) == len(expected.ranges)


@given(
    debate=debates(),
    others=st.lists(st.tuples(debates(), KEYS), min_size=1, max_size=2),
    person=st.sampled_from(["", *PEOPLE]),
)
def test_any_records_may_come_and_go_at_once(
    debate: Debate, others: list[tuple[Debate, set[str]]], person: str
) -> None:
    """No verb leaves a link without its ends; another program may."""
    framework = Framework(debate, Opinions(debate.stances, person))
    evaluation, labelling = Evaluation(framework, QUADRATIC_ENERGY), Labelling(framework)
    for other, keys in others:
        change = difference(debate, other, keys)
        for step in (change, change.inverse(), change):
            debate.apply(step)
            indices = framework.follow(step)
            evaluation.update(indices)
            labelling.update(indices)
            assert_sound(framework)
            assert_as_if_made_anew(evaluation, labelling)


@given(data=st.data(), debate=debates())
@steady_ids()
def test_edges_have_both_ends_whatever_is_edited(data: st.DataObject, debate: Debate) -> None:
    framework = Framework(debate, Opinions(debate.stances))
    assert_sound(framework)
    for _ in range(data.draw(st.integers(1, 6))):
        exposing = data.draw(st.booleans())
        if exposing and debate.links:
            framework.expose(data.draw(st.sampled_from(sorted(debate.links))))
        change = attempt(data.draw(changes(debate, data.draw(st.sampled_from(sorted(VERBS))))))
        if isinstance(change, str):
            continue
        for step in (change, change.inverse())[: data.draw(st.integers(1, 2))]:
            debate.apply(step)
            framework.follow(step)
            assert_sound(framework)


def test_a_link_has_indices_while_there_is_something_to_be_said_of_it() -> None:
    debate = sketch("T", "U", p="P + T")
    judgement = Judgement(debate)
    undercut = edit.connect(debate, "U", "p", "attacks")
    rating = edit.rate(debate, "p", "ann", 40)
    for change in (undercut, rating):
        for step in (change, change.inverse()):
            debate.apply(step)
            judgement.follow(step)
            assert (judgement.framework.index("p") is not None) == (step is change)
            alike = Judgement(debate)
            assert judgement.strength("T") == alike.strength("T")
            assert judgement.contribution("p") == alike.contribution("p")


def test_what_is_assumed_of_a_link_outlives_what_is_said_of_it() -> None:
    debate = sketch("T", "U", p="P + T", u="U - p")
    judgement = Judgement(debate)
    judgement.assume({"p": "false"})
    change = edit.unlink(debate, "u")
    for step in (change, change.inverse(), change):
        debate.apply(step)
        judgement.follow(step)
        assert judgement.strength("p") == 0
        assert judgement.strength("T") == 0.5

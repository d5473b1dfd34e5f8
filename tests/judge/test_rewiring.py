"""Wires follow every change: of records one by one, by the verbs, and there and back."""

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
    """Checks that wires have both their ends, that nothing hangs on a slot that is empty."""
    onto = Counter((slot, above) for slot, row in enumerate(framework.onto) for above in row)
    below = Counter(
        (slot, above)
        for above in range(len(framework))
        for slot in joined(framework.pros[above], framework.cons[above])
    )
    assert onto == below
    named = [name for name in framework.names if name]
    assert len(set(named)) == len(named)
    assert set(framework.debate.claims) <= set(named)
    for slot, name in enumerate(framework.names):
        if name:
            assert framework.slot(name) == slot
            assert (name in framework.debate.links) == (slot in framework.relevances)
        elif slot in framework.steps:
            relevance, *premises = framework.pros[slot]
            assert relevance in framework.relevances
            assert premises
            assert all(framework.names[premise] in framework.debate.claims for premise in premises)
            assert not framework.cons[slot]
            assert len(framework.onto[slot]) == 1
        else:
            wires = framework.pros[slot], framework.cons[slot], framework.onto[slot]
            assert not any(wires)
            assert slot not in framework.relevances


def difference(before: Debate, after: Debate, keys: set[str]) -> Change:
    """Returns the change that makes some records of one debate what they are in another."""
    tables: dict[str, dict[str, Any]] = {}
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
        slot = framework.slot(name)
        assert slot is not None, name
        assert abs(evaluation.strengths[slot] - expected.strengths[fresh]) < CLOSE, name
        assert (slot in evaluation.ranges) == (fresh in expected.ranges), name
        assert labelling[slot] is labels[fresh], name
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
            slots = framework.follow(step)
            evaluation.update(slots)
            labelling.update(slots)
            assert_sound(framework)
            assert_as_if_made_anew(evaluation, labelling)


@given(data=st.data(), debate=debates())
@steady_ids()
def test_wires_have_both_ends_whatever_is_edited(data: st.DataObject, debate: Debate) -> None:
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


def test_a_link_has_slots_while_there_is_something_to_be_said_of_it() -> None:
    debate = sketch("T", "U", p="P + T")
    judgement = Judgement(debate)
    undercut = edit.connect(debate, "U", "p", "attacks")
    rating = edit.rate(debate, "p", "ann", 40)
    for change in (undercut, rating):
        for step in (change, change.inverse()):
            debate.apply(step)
            judgement.follow(step)
            assert (judgement.framework.slot("p") is not None) == (step is change)
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

"""After any edits, a judgement says what one made from scratch says."""

from hypothesis import given
from hypothesis import strategies as st

from debatemap.core.debate import Debate
from debatemap.judge.judgement import ABSENT, FALSE, TRUE, Judgement
from debatemap.judge.methods import METHODS, Method
from debatemap.judge.verdict_words import objections
from tests.edit.verbs import VERBS, attempt, changes, steady_ids
from tests.strategies import PEOPLE, debates

CLOSE = 1e-12


def assert_alike(kept: Judgement, fresh: Judgement) -> None:
    debate = kept.debate
    for node in (*debate.claims, *debate.links):
        for method in METHODS:
            assert abs(kept.strength(node, method) - fresh.strength(node, method)) < CLOSE, node
            assert (kept.range(node, method) is None) == (fresh.range(node, method) is None)
        assert kept.label(node) is fresh.label(node), node
        assert objections(kept, node) == objections(fresh, node)
    for link in debate.links:
        assert abs(kept.contribution(link) - fresh.contribution(link)) < CLOSE


@given(st.data(), debates(), st.sampled_from(METHODS), st.sampled_from(["", *PEOPLE]))
@steady_ids()
def test_following_edits_equals_judging_from_scratch(
    data: st.DataObject, debate: Debate, method: Method, person: str
) -> None:
    kept = Judgement(debate, method, person)
    for _ in range(data.draw(st.integers(1, 8))):
        verb = data.draw(st.sampled_from(sorted(VERBS)))
        change = attempt(data.draw(changes(debate, verb)))
        if isinstance(change, str):
            continue
        for node in (*debate.claims, *debate.links):
            objections(kept, node)  # It is kept, and must be forgotten where an edit changes it.
        for step in (change, change.inverse(), change)[: data.draw(st.sampled_from([1, 2, 3]))]:
            debate.apply(step)
            kept.follow(step)
        if data.draw(st.booleans()):
            kept.label(next(iter(debate.claims), ""))
        if data.draw(st.booleans()):
            nodes = st.sampled_from([*debate.claims, *debate.links, "no such"])
            worlds = st.dictionaries(nodes, st.sampled_from([TRUE, FALSE, ABSENT]), max_size=3)
            kept.assume(data.draw(worlds))
    assert_alike(kept, Judgement(debate, method, person, kept.assumed))
    bare = Judgement(debate, method, person)
    for node in (*debate.claims, *debate.links):
        as_it_is, expected = kept.as_it_is(node), bare.verdict(node)
        assert abs(as_it_is.strength - expected.strength) < CLOSE, node
        assert (as_it_is.range is None) == (expected.range is None), node

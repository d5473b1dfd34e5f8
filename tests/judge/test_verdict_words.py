"""A verdict in words: what is unanswered is what stands when only attacks count."""

from hypothesis import given
from hypothesis import strategies as st

from debatemap.core.debate import Debate
from debatemap.filtering.facts import FilterFacts
from debatemap.filtering.filter import parse_filter
from debatemap.judge.explain.reasons import why
from debatemap.judge.explain.work import Kind, work_list
from debatemap.judge.grounded import stands, unanswered_objections
from debatemap.judge.judgement import ABSENT, FALSE, TRUE, Judgement
from debatemap.judge.labels import Label
from debatemap.judge.methods import METHODS, Method
from debatemap.judge.verdict import Side, verdict_of
from debatemap.judge.verdict_words import Objections, objections, unanswered, verdict_words
from tests.strategies import debates, sketch


@given(debates(), st.data())
def test_a_claim_is_out_where_an_objection_is_unanswered(
    debate: Debate, data: st.DataObject
) -> None:
    nodes = [*debate.claims, *debate.links]
    assumed = data.draw(
        st.dictionaries(st.sampled_from(nodes), st.sampled_from([TRUE, FALSE, ABSENT]))
        if nodes
        else st.just({})
    )
    judgement = Judgement(debate, assumed=assumed)
    bears = judgement.framework.contribution
    assert unanswered_objections(judgement) == [
        key
        for key in debate.links
        if _attacks(debate, key) and bears(key) is not None and stands(judgement, key)
    ]
    for node in nodes:
        found = objections(judgement, node)
        if node in assumed:
            assert found == Objections()
            continue
        assert 0 <= found.unanswered + found.circling <= found.of
        label = judgement.label(node)
        assert (label is Label.DEFEATED) is (found.unanswered > 0)
        assert (label is Label.IN_A_LOOP) is (found.circling > 0 == found.unanswered)


@given(debates(), st.sampled_from(METHODS))
def test_what_the_verdict_counts_the_reasons_say(debate: Debate, method: Method) -> None:
    judgement = Judgement(debate, method)
    for claim in debate.claims:
        found = objections(judgement, claim)
        attacks = [link for link in debate.links_into(claim) if _attacks(debate, link)]
        assert found.unanswered == sum(stands(judgement, link) for link in attacks)
        words = verdict_words(judgement, claim)
        assert words.startswith(judgement.sure_verdict(claim).words)
        assert words.endswith(found.words)
        told = [str(each.text) for each in why(judgement, claim).sentences]
        assert (found.of > 0) is any(
            found.words and line.lower().startswith(found.words) for line in told
        )


@given(debates())
def test_what_verdicts_count_is_what_the_filter_lists(debate: Debate) -> None:
    judgement = Judgement(debate)
    links = unanswered_objections(judgement)
    for node in (*debate.claims, *debate.links):
        here = {link for link in links if debate.links[link].target == node}
        assert len(here) == objections(judgement, node).unanswered
        assert here == set(unanswered(judgement, node))
    listed = {premise for link in links for premise in debate.links[link].premises}
    assert parse_filter("unanswered").find(FilterFacts(debate)) == listed & debate.claims.keys()


def test_an_objection_whose_answers_are_answered_is_unanswered_for_all() -> None:
    debate = sketch("T", c="C - T", a="A - C", b="B - A", d="D - T", e="E - D")
    judgement = Judgement(debate)
    assert objections(judgement, "T").words == "1 objection is unanswered, as no answer to it holds"
    facts = FilterFacts(debate)
    assert parse_filter("unanswered con depth:1").find(facts) == {"C"}
    assert parse_filter("unanswered").find(facts) == {"C", "B", "E"}
    left = {task.words for task in work_list(judgement) if task.kind is Kind.UNANSWERED}
    assert "Answer “C.”, which attacks “T.”: no answer to it holds" in left
    assert len(left) == 3


def _attacks(debate: Debate, link: str) -> bool:
    there = any(premise in debate.claims for premise in debate.links[link].premises)
    return there and debate.links[link].stance == "attacks"


def test_joint_premises_are_one_objection_and_one_that_falls_answers_none() -> None:
    joint = Judgement(sketch("T", c="A B - T"))
    assert objections(joint, "T") == Objections(1, 1)
    failed = Judgement(sketch("T", c="C - T", a="A - C", b="B - A"))
    assert objections(failed, "T") == Objections(1, 1, 0, 1)
    assert verdict_words(failed, "T").endswith(
        " · 1 objection is unanswered, as no answer to it holds"
    )
    circle = Judgement(sketch("T", c="C - T", a="A - C", b="C - A"))
    assert verdict_words(circle, "T").endswith(" · 1 objection goes in a circle")


def test_a_verdict_is_one_word_and_a_number_of_100() -> None:
    said = [verdict_of(strength).words for strength in (0.72, 0.5, 0.3)]
    assert said == ["for, 72 of 100", "open, 50 of 100", "against, 30 of 100"]
    assert verdict_of(0.4, (0.3, 0.5)).words == "unsettled, 30 to 50 of 100"
    assert len({side.word for side in Side}) == len(Side)

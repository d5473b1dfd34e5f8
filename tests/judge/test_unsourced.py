"""Claims without a source: all of them are left to do, those that rest on nothing first."""

from debatemap.core.debate import Debate
from debatemap.core.model import Citation
from debatemap.judge.explain.work import Kind, work
from debatemap.judge.judgement import Judgement
from tests.strategies import sketch, star


def cited(debate: Debate, *claims: str) -> Debate:
    """Returns the debate with a source for some claims."""
    records = {
        name: claim._replace(sources=(Citation("s"),)) if name in claims else claim
        for name, claim in debate.claims.items()
    }
    return Debate(debate.header, records, debate.links)


def unsourced(debate: Debate) -> list[str]:
    return [t.claim for t in work(Judgement(debate)).tasks if t.kind is Kind.UNSOURCED]


def test_a_map_that_names_no_source_at_all_is_asked_for_them() -> None:
    debate = sketch("T", p="P + T", q="Q + P", r="R + T")
    assert set(unsourced(debate)) == {"T", "P", "Q", "R"}
    (task,) = [t for t in work(Judgement(debate)).tasks if t.claim == "Q"]
    assert task.words == "Name a source for “Q.”"
    assert task.link is None


def test_claims_that_nothing_is_said_of_come_before_those_with_replies() -> None:
    debate = cited(sketch("T", p="P + T", q="Q + P", r="R + T"), "R")
    assert unsourced(debate) == ["Q", "T", "P"]


def test_a_claim_with_replies_comes_after_every_objection_too() -> None:
    debate = sketch("T", p="P + T", q="Q + P", c="C - T")
    kinds = [(task.kind, task.claim) for task in work(Judgement(debate)).tasks]
    assert kinds[-2:] == [(Kind.UNSOURCED, "T"), (Kind.UNSOURCED, "P")]
    assert kinds.index((Kind.UNANSWERED, "C")) < kinds.index((Kind.UNSOURCED, "Q"))


def test_what_bears_on_no_thesis_is_listed_with_no_effect_in_reading_order() -> None:
    debate = sketch("T", p="P + X", c="C - X", i="I J + Y")
    tasks = [t for t in work(Judgement(debate)).tasks if t.kind is Kind.UNSOURCED]
    assert {task.claim for task in tasks} == set(debate.claims)
    assert {task.claim for task in tasks if task.effect} == {"T"}


def test_all_are_counted_where_only_some_are_returned() -> None:
    found = work(Judgement(star(30)), most=10)
    assert len(found.tasks) == 10
    assert found.whole == 30 + 31, "30 objections, and a source for each claim"

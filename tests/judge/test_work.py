"""The work list: what is on it, in which order, and how soon it is there."""

from typing import Final

from hypothesis import given
from hypothesis import strategies as st

from debatemap.core import queries, reading_order
from debatemap.core.debate import Debate
from debatemap.core.model import Citation
from debatemap.core.text import safe_line
from debatemap.judge.explain.work import Kind, Task, work_list
from debatemap.judge.grounded import answers, stands
from debatemap.judge.judgement import ABSENT, FALSE, TRUE, Judgement
from debatemap.judge.labels import Label
from debatemap.judge.methods import METHODS, QUADRATIC_ENERGY, Method
from tests.strategies import chain, debates, sketch, star

EVERYTHING: Final = 10_000
SMALL: Final = 1e-6
methods = st.sampled_from(METHODS)


def brief(tasks: list[Task]) -> list[tuple[Kind, str, str | None]]:
    return [(task.kind, task.claim, task.link) for task in tasks]


def cited(debate: Debate) -> Debate:
    """Returns the debate with a source for every claim, so that only arguments leave work."""
    records = {
        name: claim._replace(sources=(Citation("s"),)) for name, claim in debate.claims.items()
    }
    return Debate(debate.header, records, debate.links)


def test_an_unanswered_objection_is_told_with_what_it_attacks() -> None:
    debate = sketch("T", p="P + T", c="C - T", a="A - C", u="U - p")
    tasks = work_list(Judgement(debate))
    assert {(task.claim, task.link) for task in tasks if task.kind is Kind.UNANSWERED} == {
        ("A", "a"),
        ("U", "u"),
    }
    words = {task.claim: task.words for task in tasks if task.kind is Kind.UNANSWERED}
    assert words["A"] == "Answer “A.”, which attacks “C.”"
    assert words["U"] == "Answer “U.”, which undercuts the step from “P.”"


def test_an_objection_that_was_answered_in_vain_is_unanswered_again() -> None:
    debate = cited(sketch("T", c="C - T", a="A - C", b="B - A", u="U - a"))
    assert {link for _, _, link in brief(work_list(Judgement(debate)))} == {"b", "c", "u"}


def test_an_objection_that_was_undercut_in_vain_is_unanswered_again() -> None:
    debate = cited(sketch("T", c="C - T", u="U - c", a="A - U"))
    assert {link for _, _, link in brief(work_list(Judgement(debate)))} == {"a", "c"}


def test_an_objection_that_is_assumed_away_needs_no_answer() -> None:
    debate = cited(sketch("T", c="C - T", d="D - T"))
    assert brief(work_list(Judgement(debate, assumed={"C": FALSE}))) == [
        (Kind.UNANSWERED, "D", "d")
    ]


def test_an_effect_is_never_more_than_all() -> None:
    links = {f"e{n}": "E - T" for n in range(8)} | {f"x{n}": "X + T" for n in range(7)}
    assert work_list(Judgement(sketch("T", **links)))[0].effect == 1.0


def test_joint_objections_go_to_the_weakest_premise() -> None:
    debate = sketch("T", c="C D - T", p="P + C")
    assert brief(work_list(Judgement(debate)))[:1] == [(Kind.UNANSWERED, "D", "c")]
    answered = sketch("T", c="C D - T", a="A - D")
    assert (Kind.UNANSWERED, "D", "c") not in brief(work_list(Judgement(answered)))


def test_a_claim_whose_supports_are_all_defeated() -> None:
    debate = sketch("T", p="P + T", c="C - P", q="Q R + T", d="D - R")
    task = next(task for task in work_list(Judgement(debate)) if task.kind is Kind.UNSUPPORTED)
    assert (task.claim, task.link) == ("T", "p")
    assert task.words == "Support “T.”: its pros all have unanswered objections"
    with_another = sketch("T", p="P + T", c="C - P", q="Q + T")
    assert Kind.UNSUPPORTED not in {task.kind for task in work_list(Judgement(with_another))}


def test_what_bears_on_no_thesis_leaves_no_argument_open() -> None:
    debate = cited(sketch("T", p="P + X", c="C - X", inbox="I"))
    assert work_list(Judgement(debate)) == []


def test_what_moves_the_thesis_most_comes_first() -> None:
    debate = cited(sketch("T", p="P + T", c="C - P", d="D - T"))
    tasks = work_list(Judgement(debate))
    assert brief(tasks) == [
        (Kind.UNSUPPORTED, "T", "p"),
        (Kind.UNANSWERED, "D", "d"),
        (Kind.UNANSWERED, "C", "c"),
    ]
    assert tasks[1].effect > tasks[2].effect > 0
    assert work_list(Judgement(debate), most=2) == tasks[:2]


def test_of_several_theses_the_one_that_is_moved_most_counts() -> None:
    near = sketch("T", c="C - T")
    both = sketch("S T", s="S + U", u="U + V", v="V + T", c="C - T", d="C - S")
    alone = next(task.effect for task in work_list(Judgement(near)))
    assert all(task.effect >= alone - SMALL for task in work_list(Judgement(both))[:1])


def test_ties_stand_in_reading_order() -> None:
    tasks = work_list(Judgement(cited(star(30))))
    order = reading_order.read(star(30)).order
    assert [task.claim for task in tasks] == sorted(order, key=order.__getitem__)[1:]
    assert len(tasks) == 30


@given(debates(), methods, st.data())
def test_every_task_is_what_it_says(debate: Debate, method: Method, data: st.DataObject) -> None:
    nodes = st.sampled_from([*debate.claims, *debate.links, "gone"])
    assumed = data.draw(st.dictionaries(nodes, st.sampled_from([TRUE, FALSE, ABSENT]), max_size=2))
    judgement = Judgement(debate, method, assumed=assumed)
    tasks = work_list(judgement, most=EVERYTHING)
    claims, _ = queries.branch(debate, queries.theses(debate))
    ranks = [(rests(debate, task), -task.effect) for task in tasks]
    assert ranks == sorted(ranks)
    assert len(set(brief(tasks))) == len(tasks)
    for task in tasks:
        assert task.claim in claims or task.kind is Kind.UNSOURCED
        assert 0.0 <= task.effect <= 1.0
        assert task.words == safe_line(task.words)
        if task.kind is Kind.UNANSWERED:
            assert task.link is not None
            assert stands(judgement, task.link)
            assert task.words.endswith(": no answer to it holds") is any(answers(debate, task.link))
            assert task.claim in debate.links[task.link].premises
        elif task.kind is Kind.UNSUPPORTED:
            assert task.link in queries.pros(debate, task.claim)
        else:
            assert not debate.claims[task.claim].sources
    unsourced = {task.claim for task in tasks if task.kind is Kind.UNSOURCED}
    assert unsourced == {key for key, claim in debate.claims.items() if not claim.sources}


def rests(debate: Debate, task: Task) -> bool:
    """Tells whether a claim without a source has replies to rest on."""
    return task.kind is Kind.UNSOURCED and bool(debate.links_into(task.claim))


@given(debates())
def test_every_unanswered_con_of_a_thesis_is_on_the_list(debate: Debate) -> None:
    judgement = Judgement(debate, QUADRATIC_ENERGY)
    listed = {task.link for task in work_list(judgement, most=EVERYTHING)}
    for thesis in queries.theses(debate):
        for link in queries.cons(debate, thesis):
            parts = (link, *debate.links[link].premises)
            if not any(queries.cons(debate, part) for part in parts):
                assert judgement.label(link) is Label.STANDS
                assert link in listed


def test_a_long_chain_is_no_trouble() -> None:
    assert work_list(Judgement(chain(3_000))) != []


def test_in_balance_the_effect_is_what_a_claim_would_really_do() -> None:
    judgement = Judgement(cited(sketch("T", p="P + T", c="C - T")))
    assert judgement.strength("T") == 0.5
    (task,) = work_list(judgement)
    doubted = Judgement(judgement.debate, assumed={"C": FALSE}).strength("T")
    granted = Judgement(judgement.debate, assumed={"C": TRUE}).strength("T")
    assert task.claim == "C"
    assert task.effect == max(abs(doubted - 0.5), abs(granted - 0.5))


def test_premises_that_hold_only_together_do_what_moving_one_would_really_do() -> None:
    debate = cited(sketch("T", p="P Q + T", c="C - T", d="D - P", e="E - Q", s="S + T"))
    judgement = Judgement(debate)
    before = judgement.strength("T")
    effects = {task.claim: task.effect for task in work_list(judgement)}
    for con in "DE":
        moved = [Judgement(debate, assumed={con: to}).strength("T") for to in (FALSE, TRUE)]
        assert abs(effects[con] - max(abs(one - before) for one in moved)) < SMALL
    assert effects["D"] == effects["E"] > 0


def test_of_two_premises_neither_counts_as_if_it_moved_nothing() -> None:
    judgement = Judgement(sketch("T", p="P Q + T", c="C - T", s="S + T"))
    tasks = {task.claim: task for task in work_list(judgement) if task.kind is Kind.UNSOURCED}
    doubted = Judgement(judgement.debate, assumed={"Q": FALSE}).strength("T")
    assert tasks["P"].effect == tasks["Q"].effect
    assert abs(tasks["Q"].effect - abs(doubted - judgement.strength("T"))) < SMALL


def test_beneath_a_claim_in_balance_the_effect_is_what_a_claim_would_really_do() -> None:
    judgement = Judgement(sketch("T", p="P + T", a="A + P", b="B - P"))
    tasks = {task.claim: task for task in work_list(judgement) if task.kind is Kind.UNSOURCED}
    granted = Judgement(judgement.debate, assumed={"A": TRUE}).strength("T")
    assert abs(tasks["A"].effect - abs(granted - judgement.strength("T"))) < SMALL
    alone = Judgement(sketch("T"))
    assert [task.effect for task in work_list(alone)] == [0.5], "from 50 it is so far to 0 or 100"

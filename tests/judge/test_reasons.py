"""The reasons: what they say is so, and what they lead to is there."""

import re
from typing import Final

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from debatemap.core.debate import Debate
from debatemap.core.model import Ratings
from debatemap.core.text import safe_line
from debatemap.judge.explain.reasons import why
from debatemap.judge.explain.weighing import weigh
from debatemap.judge.judgement import ABSENT, FALSE, TRUE, Judgement
from debatemap.judge.labels import Label
from debatemap.judge.methods import (
    DEFAULT,
    DF_QUAD,
    EULER,
    EULER_TOP,
    LOG_ODDS,
    METHODS,
    QUADRATIC_ENERGY,
    Method,
)
from tests.strategies import PEOPLE, debates, sketch

CLOSE: Final = 1e-6
MANY: Final = 100
ROUNDED: Final = 0.5
methods = st.sampled_from(METHODS)
people = st.sampled_from(["", *PEOPLE])


def rated(debate: Debate, **stances: Ratings) -> Debate:
    return Debate(debate.header, debate.claims, debate.links, {}, stances)


def told(judgement: Judgement, node: str, most: int = 5) -> list[str]:
    return [str(sentence.text) for sentence in why(judgement, node, most=most).sentences]


@given(debates(), methods, people)
def test_the_side_and_the_amount_of_an_argument_are_data(
    debate: Debate, method: Method, person: str
) -> None:
    judgement = Judgement(debate, method, person)
    for node in nodes_of(debate):
        sentences = why(judgement, node, most=MANY).sentences
        found = [each for each in sentences if each.stance is not None]
        expected = weigh(judgement, node).arguments
        stances = ["supports" if argument.supports else "attacks" for argument in expected]
        assert [each.stance for each in found] == stances
        assert [each.amount for each in found] == [one.contribution for one in expected]
        assert [each.leads_to for each in found] == [one.weakest for one in expected]
        for each in found:
            assert each.text.startswith(f"{each.lead}: ")
            assert each.lead.lower().endswith("for" if each.stance == "supports" else "against")
        assert {(each.amount, each.lead) for each in sentences if each.stance is None} <= {
            (None, "")
        }


def nodes_of(debate: Debate) -> list[str]:
    return [*debate.claims, *debate.links]


def in_cycles(debate: Debate) -> set[str]:
    """Returns the claims and links that a path leads back to."""
    graph = debate.graph
    cycles = [cycle for cycle in nx.strongly_connected_components(graph) if len(cycle) > 1]
    return {node for node in graph if graph.has_edge(node, node)}.union(*cycles)


@given(debates(), methods, people)
def test_the_numbers_add_up_to_the_strength(debate: Debate, method: Method, person: str) -> None:
    judgement = Judgement(debate, method, person)
    for node in nodes_of(debate):
        weighing = weigh(judgement, node)
        if weighing.range is None:
            difference = weighing.supports - weighing.attacks
            strength = weighing.method.influence(weighing.base, difference)
            assert abs(strength - judgement.strength(node)) < CLOSE
        contributions = [argument.contribution for argument in weighing.arguments]
        assert contributions == sorted(contributions, reverse=True)


@given(debates(), methods)
def test_without_an_argument_is_as_if_its_step_were_absent(debate: Debate, method: Method) -> None:
    judgement = Judgement(debate, method)
    cyclic = in_cycles(debate)
    for node in nodes_of(debate):
        weighing = weigh(judgement, node)
        if weighing.range is not None or node in cyclic:
            continue
        for argument in weighing.arguments:
            assumed = Judgement(debate, method, assumed={argument.link: ABSENT})
            assert abs(weighing.without(argument) - assumed.strength(node)) < CLOSE


@given(debates(), st.sampled_from([QUADRATIC_ENERGY, EULER, LOG_ODDS]), people)
def test_what_each_argument_is_said_to_bring_adds_up(
    debate: Debate, method: Method, person: str
) -> None:
    judgement = Judgement(debate, method, person)
    for node in nodes_of(debate):
        sentences = told(judgement, node, MANY)
        for word, side in (("what supports it weighs", "for"), ("what attacks it", "against")):
            total = re.search(rf"\b{word}(?: weighs)? (?P<sum>\d+)", sentences[0])
            brought = re.compile(
                rf"^[\w ]*{side}: .* weighs? (less than )?(\d+)[,;. ]", re.DOTALL | re.IGNORECASE
            )
            parts = [found for line in sentences if (found := brought.search(line))]
            if total is not None:
                sums = sum(0.0 if found[1] else float(found[2]) for found in parts)
                assert abs(float(total["sum"]) - sums) < ROUNDED * (len(sentences) + 1)


@given(debates(), methods, people, st.data())
def test_every_sentence_is_safe_and_leads_somewhere(
    debate: Debate, method: Method, person: str, data: st.DataObject
) -> None:
    nodes = nodes_of(debate)
    worlds = st.dictionaries(st.sampled_from([*nodes, "gone"]), st.sampled_from([TRUE, ABSENT]))
    judgement = Judgement(debate, method, person, data.draw(worlds))
    for node in nodes:
        reason = why(judgement, node, most=data.draw(st.integers(1, 3)))
        assert reason.node == node
        for sentence in reason.sentences:
            assert sentence.text == safe_line(sentence.text)
            assert sentence.text.endswith(".")
            assert sentence.leads_to is None or sentence.leads_to in nodes
        assert reason.sentences


@given(debates(), methods)
def test_a_claim_bears_on_itself_where_it_stands_in_a_cycle(debate: Debate, method: Method) -> None:
    judgement = Judgement(debate, method)
    cyclic = in_cycles(debate)
    for claim in debate.claims:
        sentences = told(judgement, claim)
        says = any("bears on itself" in line or "linked to itself" in line for line in sentences)
        assert says is (claim in cyclic)


@given(debates())
def test_what_attacks_alone_make_of_it_is_said(debate: Debate) -> None:
    judgement = Judgement(debate)
    for node in nodes_of(debate):
        sentences = [line for line in told(judgement, node) if "only attacks counted" in line]
        weighing = weigh(judgement, node)
        label = judgement.label(node)
        cons = any(not argument.supports for argument in weighing.arguments)
        assert len(sentences) == cons
        for line in sentences:
            assert ("would stand." in line) is (label is Label.STANDS)
            assert ("neither" in line) is (label is Label.IN_A_LOOP)
            assert ("defeat" in line) is (label is Label.DEFEATED)


UNSETTLED: Final = sketch(
    "c3",
    l0="c3 + c3", l1="c2 - c2", l2="c0 - c1", l3="c1 + c1", l4="c2 - c3", l5="c2 - c0",
    l6="c3 - c2", l7="c2 - c3", l8="c0 - c3", l9="c0 + c3", l10="c3 - c0", u="c3 - l5",
)  # fmt: skip
"""Goes round and round under DF-QuAD, when rated as in `WHERE_IT_STARTS`."""

WHERE_IT_STARTS: Final = {"c0": 0.0, "c1": 100.0, "c2": 50.0, "c3": 50.0}

SHORT: Final = sketch("T", p="P + T a0", q="Q + T a1", c="C - T a2")
LONG: Final = sketch(
    "T", p="P Q + T", u="U - p", c="A B C - T", x="X - Q", y="Y - X"
)  # fmt: skip


@pytest.mark.parametrize(
    ("method", "said"),
    [
        (
            QUADRATIC_ENERGY,
            ("From 50 to 60 of 100", "what supports it weighs 100, what attacks it 50."),
        ),
        (
            DF_QUAD,
            (
                "From 50 to 62 of 100",
                "what supports it leaves 25 points of 100 open, what attacks it 50.",
            ),
        ),
        (
            EULER_TOP,
            ("It stays at 50 of 100", "the strongest support weighs 50, the strongest attack 50."),
        ),
    ],
    ids=lambda value: getattr(value, "id", ""),
)
def test_each_method_says_how_it_takes_arguments_together(
    method: Method, said: tuple[str, str]
) -> None:
    moves, _, balance = told(Judgement(SHORT, method), "T")[0].partition(": ")
    assert (moves, balance) == said


def test_joint_premises_and_undercuts() -> None:
    reason = why(Judgement(LONG), "T")
    weaker = "only as strong as the weaker, the second, at 43, and add 9 points"
    each = "at 50 each, and take 6 points"
    defeat = "if only attacks counted, “A.” and two more together would defeat it"
    assert [(str(sentence.text), sentence.leads_to) for sentence in reason.sentences] == [
        ("From 50 to 49 of 100: what supports it weighs 34, what attacks it 50.", None),
        ("Nobody has rated it, so it starts at 50 of 100.", None),
        (f"Against: “A.” and two more together weigh 50, {each}; without them 55.", "A"),
        (
            f"For: “P.” and “Q.” together weigh 34, {weaker}; without them 40.",
            "Q",
        ),
        ("That step counts 80 of 100: “U.” undercuts it.", "p"),
        (f"1 objection is unanswered: {defeat}.", "A"),
    ]


def test_a_link_tells_how_much_its_step_counts() -> None:
    assert told(Judgement(LONG, DF_QUAD), "p") == [
        "The step counts 80 of 100, not 100: what attacks it weighs 50, and nothing supports it.",
        "Nobody has rated it, so it starts at 100 of 100.",
        "Against: “U.” weighs 50 and takes 20 points; without it 100.",
        "1 objection is unanswered: if only attacks counted, “U.” would defeat it.",
    ]
    assert told(Judgement(LONG), "x")[0] == (
        "The step counts 100 of 100: nothing is said for or against it."
    )


def test_who_rated_it() -> None:
    both = rated(LONG, ann={"T": 80.0, "p": 50.0}, bo={"T": 90.0})
    assert told(Judgement(both), "T")[1] == (
        "Two people rate it 85 of 100 on the mean; evened out, it starts at 68 of 100."
    )
    assert told(Judgement(both), "p")[1] == (
        "One person rates it 50 of 100; evened out, it starts at 83 of 100."
    )
    assert told(Judgement(both, person="ann"), "T")[1] == (
        "ann rates it 80 of 100, and there it starts."
    )
    assert told(Judgement(both, person="bo"), "p")[1] == (
        "bo has not rated it, so it starts at 100 of 100."
    )
    only_rated = rated(SHORT, ann={"p": 50.0})
    assert "That step counts 50 of 100, as it is rated." in told(
        Judgement(only_rated, person="ann"), "T"
    )


def test_the_strongest_is_named_so_where_it_is_alone() -> None:
    judgement = Judgement(SHORT, assumed={"P": TRUE, "c": ABSENT})
    assert told(judgement, "T")[2:] == [
        "Strongest for: “P.” (assumed to be true) weighs 100 and adds 25 points; without it 60.",
        "Also for: “Q.” weighs 50 and adds 10 points; without it 75.",
        "Against: “C.” comes to nothing.",
        "That step is assumed to be absent.",
        "Its objection is answered: if only attacks counted, it would stand.",
    ]
    assert told(Judgement(SHORT), "T")[2].startswith("For: “P.” weighs 50 and adds ")
    assert told(judgement, "P") == ["It is assumed to be true, whatever is said for or against it."]


def test_the_rest_is_counted() -> None:
    assert "One more pro and one more con weigh no more than these." in told(
        Judgement(SHORT), "T", 1
    )
    assert "One more con weighs no more than these." in told(Judgement(SHORT), "T", 2)


def test_what_no_argument_can_move() -> None:
    certain = rated(SHORT, ann={"T": 100.0})
    said = "By this method, log-odds, no argument moves it from 100 of 100."
    assert said in told(Judgement(certain, LOG_ODDS, "ann"), "T")
    assert not any("no argument" in line for line in told(Judgement(certain, DEFAULT, "ann"), "T"))


def test_circles() -> None:
    cycle = sketch("T", a="A + T", b="T - A", u="A - a")
    assert "It bears on itself, through “A.”." in told(Judgement(cycle), "T")
    assert "It bears on itself, through “A.”." in told(Judgement(cycle), "a")
    assert not any("itself" in line for line in told(Judgement(cycle, assumed={"A": FALSE}), "T"))
    assert "It is linked to itself." in told(Judgement(sketch("T", a="T + T")), "T")
    step = sketch("T", a="A + T", u="T - a")
    assert "It bears on itself, through the step from “A.”." in told(Judgement(step), "T")


def test_answers_that_fail() -> None:
    debate = sketch("T", c="C - T", d="D - C", e="E - D")
    said = (
        "1 objection is unanswered: if only attacks counted, “C.” would defeat it, as all answers "
        "to that fail."
    )
    assert told(Judgement(debate), "T")[-1] == said


def test_the_con_that_defeats_is_one_that_stands() -> None:
    debate = sketch("T", c="C - T a0", a="A - C", s="S + C", d="D - T a1")
    said = "1 objection is unanswered: if only attacks counted, “D.” would defeat it."
    assert told(Judgement(debate), "T")[-1] == said


def test_what_does_not_settle_is_said_and_nothing_is_evaluated_from_it() -> None:
    judgement = Judgement(rated(UNSETTLED, ann=WHERE_IT_STARTS), DF_QUAD, "ann")
    sentences = told(judgement, "c3")
    assert sentences[0] == "It does not settle: between 98 and 99 of 100."
    assert "Strongest for: “c3.” weighs between 98 and 99." in sentences
    assert not any("without" in line for line in sentences)
    assert told(judgement, "c0")[0] == "It does not settle: near 0 of 100."
    step = "does not settle: between 50 and 51 of 100."
    assert f"How much that step counts {step}" in told(judgement, "c0")
    assert told(judgement, "l5")[0] == f"How much the step counts {step}"


def test_what_does_not_exist_has_no_reason() -> None:
    with pytest.raises(KeyError, match="gone"):
        why(Judgement(SHORT), "gone")

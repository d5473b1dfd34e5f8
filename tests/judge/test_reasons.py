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
    EULER_TOP,
    LOG_ODDS,
    METHODS,
    QUADRATIC_ENERGY,
    Method,
)
from debatemap.judge.verdict import percentage
from tests.strategies import PEOPLE, debates, sketch

CLOSE: Final = 1e-6
MANY: Final = 100
OF_100: Final = r"(?:stands at|to|adds|takes) (\d+)"
"""Where a figure of a sentence stands."""
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


@given(debates(), methods, people)
def test_the_parts_of_every_sentence_add_up_to_the_whole(
    debate: Debate, method: Method, person: str
) -> None:
    judgement = Judgement(debate, method, person)
    for node in nodes_of(debate):
        weighing = weigh(judgement, node)
        if weighing.range is not None or not weighing.arguments:
            continue
        sentences = why(judgement, node, most=MANY).sentences
        whole = sentences[0].text
        added, taken = said(r"supports it adds", whole), said(r"attacks it takes", whole)
        before, after = percentage(weighing.base), percentage(weighing.strength)
        assert before + added - taken == after
        parts = {"supports": 0, "attacks": 0}
        for each in sentences:
            if each.stance is not None:
                parts[each.stance] += said(r" (?:adds?|takes?)", each.text)
        assert (parts["supports"], parts["attacks"]) == (added, taken)
        figures = [int(figure) for each in sentences for figure in re.findall(OF_100, each.text)]
        assert all(0 <= figure <= 100 for figure in figures)
        few = why(judgement, node, most=1).sentences
        rest = [each.text for each in few if re.match(r"(\w+|\d+) more (pro|con)", each.text)]
        shown = dict.fromkeys(parts, 0)
        for each in few:
            if each.stance is not None:
                shown[each.stance] += said(r" (?:adds?|takes?)", each.text)
        for words in rest:
            shown["supports"] += said(r"pros? adds?", words)
            shown["attacks"] += said(r"cons? takes?", words)
        assert shown == parts


def said(words: str, sentence: str) -> int:
    """Returns the number that stands behind some words at last, or 0 where none does."""
    found = re.findall(rf"{words} (\d+)(?=[.,]| and )", sentence)
    return int(found[-1]) if found else 0


@given(debates(), methods)
def test_without_an_argument_it_is_as_the_sentence_says(debate: Debate, method: Method) -> None:
    judgement = Judgement(debate, method)
    for node in nodes_of(debate):
        weighing = weigh(judgement, node)
        without = [percentage(weighing.without(one)) for one in weighing.arguments]
        for sentence in why(judgement, node, most=MANY).sentences:
            found = re.search(r"it would (fall|rise)(?: farthest,)? to (\d+)", sentence.text)
            if found is not None and sentence.text.startswith("Without"):
                sides = [
                    n
                    for n, one in zip(without, weighing.arguments, strict=True)
                    if one.supports is (found[1] == "fall")
                ]
                assert int(found[2]) == (min(sides) if found[1] == "fall" else max(sides))


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
            assert sentence.text.rstrip("”").endswith((".", "…", "?", "!"))
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
def test_whether_objections_are_answered_is_said(debate: Debate) -> None:
    judgement = Judgement(debate)
    for node in nodes_of(debate):
        last = why(judgement, node).sentences[-1]
        weighing = weigh(judgement, node)
        label = judgement.label(node)
        if all(argument.supports for argument in weighing.arguments):
            assert "objection" not in last.text.partition("“")[0]
            continue
        assert ("answered" in last.text and "unanswered" not in last.text) is (
            label is Label.STANDS
        )
        assert ("in a circle" in last.text) is (label is Label.IN_A_LOOP)
        assert ("unanswered" in last.text) is (label is Label.DEFEATED)
        assert (last.leads_to is not None) is (label is Label.DEFEATED)


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
            ("From 50 to 60 of 100", "what supports it adds 22, what attacks it takes 12."),
        ),
        (
            DF_QUAD,
            (
                "From 50 to 62 of 100",
                "what supports it adds 38, what attacks it takes 26.",
            ),
        ),
        (
            EULER_TOP,
            ("It stays at 50 of 100", "what supports it adds 8, what attacks it takes 8."),
        ),
    ],
    ids=lambda value: getattr(value, "id", ""),
)
def test_each_method_speaks_the_same_language(method: Method, said: tuple[str, str]) -> None:
    moves, _, balance = told(Judgement(SHORT, method), "T")[0].partition(": ")
    assert (moves, balance) == said


def test_joint_premises_and_undercuts() -> None:
    reason = why(Judgement(LONG), "T")
    weaker = "only as strong as the weaker, the second, at 43, add 7."
    each = "at 50 each, take 8."
    assert [(str(sentence.text), sentence.leads_to) for sentence in reason.sentences] == [
        ("From 50 to 49 of 100: what supports it adds 7, what attacks it takes 8.", None),
        ("Nobody has rated it, so it starts at 50 of 100.", None),
        (f"Against: “A.” and two more together, {each}", "A"),
        (f"For: “P.” and “Q.” together, {weaker}", "Q"),
        ("That step counts 80 of 100: “U.” undercuts it.", "p"),
        ("Without “P.” and “Q.” together it would fall to 40.", "Q"),
        ("Without “A.” and two more together it would rise to 55.", "A"),
        ("1 objection is unanswered: “A.” and two more together.", "A"),
    ]


def test_a_link_tells_how_much_its_step_counts() -> None:
    assert told(Judgement(LONG, DF_QUAD), "p") == [
        "The step counts 80 of 100, not 100: what attacks it takes 20, and nothing supports it.",
        "Nobody has rated it, so it starts at 100 of 100.",
        "Against: “U.”, which stands at 50, takes 20.",
        "Without “U.” it would rise to 100.",
        "1 objection is unanswered: “U.”",
    ]
    assert told(Judgement(LONG), "x")[0] == (
        "The step counts 100 of 100: nothing is said for or against it."
    )


def test_who_rated_it() -> None:
    both = rated(LONG, ann={"T": 80.0, "p": 50.0}, bo={"T": 90.0})
    assert told(Judgement(both), "T")[1] == (
        "Two people rate it 85 of 100 on average; counted with two more ratings of 50, so that few "
        "ratings settle little, it starts at 68."
    )
    assert told(Judgement(both), "p")[1] == (
        "One person rates it 50 of 100; counted with two more ratings of 100, so that few ratings "
        "settle little, it starts at 83."
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
        "Strongest for: “P.” (assumed to be true), which stands at 100, adds 23.",
        "Also for: “Q.”, which stands at 50, adds 12.",
        "Against: “C.”, which stands at 50, takes nothing.",
        "That step is assumed to be absent.",
        "Without “P.” (assumed to be true) it would fall farthest, to 60.",
        "Its objection is answered.",
    ]
    assert told(Judgement(SHORT), "T")[2] == "For: “P.”, which stands at 50, adds 11."
    assert told(judgement, "P") == ["It is assumed to be true, whatever is said for or against it."]


def test_the_rest_is_counted() -> None:
    assert "One more pro adds 11 and one more con takes 12." in told(Judgement(SHORT), "T", 1)
    assert "One more con takes 12." in told(Judgement(SHORT), "T", 2)


def test_what_no_argument_can_move() -> None:
    certain = rated(SHORT, ann={"T": 100.0})
    said = "By this method, log-odds, no argument moves it from 100 of 100."
    assert said in told(Judgement(certain, LOG_ODDS, "ann"), "T")
    assert not any("no argument" in line for line in told(Judgement(certain, DEFAULT, "ann"), "T"))


def test_circles() -> None:
    cycle = sketch("T", a="A + T", b="T - A", u="A - a")
    assert "It bears on itself, through “A.”" in told(Judgement(cycle), "T")
    assert "It bears on itself, through “A.”" in told(Judgement(cycle), "a")
    assert not any("itself" in line for line in told(Judgement(cycle, assumed={"A": FALSE}), "T"))
    assert "It is linked to itself." in told(Judgement(sketch("T", a="T + T")), "T")
    step = sketch("T", a="A + T", u="T - a")
    assert "It bears on itself, through the step from “A.”" in told(Judgement(step), "T")


def test_answers_that_fail() -> None:
    debate = sketch("T", c="C - T", d="D - C", e="E - D")
    assert (
        told(Judgement(debate), "T")[-1]
        == "1 objection is unanswered, as no answer to it holds: “C.”"
    )


def test_the_objection_that_is_named_is_one_that_is_unanswered() -> None:
    debate = sketch("T", c="C - T a0", a="A - C", s="S + C", d="D - T a1")
    said = "1 objection is unanswered: “D.”"
    assert told(Judgement(debate), "T")[-1] == said


def test_what_does_not_settle_is_said_and_nothing_is_evaluated_from_it() -> None:
    judgement = Judgement(rated(UNSETTLED, ann=WHERE_IT_STARTS), DF_QUAD, "ann")
    sentences = told(judgement, "c3")
    assert sentences[0] == "It does not settle: between 98 and 99 of 100."
    assert "Strongest for: “c3.” brings between 98 and 99 of 100." in sentences
    assert not any("Without" in line for line in sentences)
    assert told(judgement, "c0")[0] == "It does not settle: near 0 of 100."
    step = "does not settle: between 50 and 51 of 100."
    assert f"How much that step counts {step}" in told(judgement, "c0")
    assert told(judgement, "l5")[0] == f"How much the step counts {step}"


def test_what_does_not_exist_has_no_reason() -> None:
    with pytest.raises(KeyError, match="gone"):
        why(Judgement(SHORT), "gone")

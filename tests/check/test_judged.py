"""The lints of the argument, beside slow and obvious answers, and on shapes that break a walk."""

from collections.abc import Iterator

import networkx as nx
import pytest
from hypothesis import given

from debatemap.check.judge_remarks import (
    cons_without_reply,
    contradictions,
    counted_twice,
    for_and_against,
)
from debatemap.check.lint import Lint
from debatemap.core import queries
from debatemap.core.debate import Debate
from debatemap.core.model import Claim, Header, Link
from debatemap.judge.judgement import Judgement
from debatemap.judge.verdict import Side
from tests.growth import HANG, seconds
from tests.strategies import chain, debates, ladder, sketch, star

Node = tuple[str, int]


def places(lint: Lint, debate: Debate) -> list[str]:
    return [finding.place for finding in lint.find(debate)]


def links_in(lint: Lint, debate: Debate) -> list[str]:
    return [place.rpartition(".")[2] for place in places(lint, debate)]


def claims_in(lint: Lint, debate: Debate) -> set[str]:
    return {place.split(".")[1] for place in places(lint, debate)}


def ways(debate: Debate) -> "nx.DiGraph[Node]":
    """Returns every claim and link, once as it speaks for something and once as it does not."""
    graph: nx.DiGraph[Node] = nx.DiGraph()
    graph.add_nodes_from((node, sign) for node in debate.graph for sign in (1, -1))
    for name, link in debate.links.items():
        turn = 1 if link.stance == "supports" else -1
        for sign in (1, -1):
            for premise in set(link.premises) & debate.claims.keys():
                graph.add_edge((premise, sign), (name, sign))
            if link.target in debate.graph:
                graph.add_edge((name, sign), (link.target, sign * turn))
    return graph


def theses_for_and_against(debate: Debate, link: str) -> tuple[set[str], set[str]]:
    graph = ways(debate)
    reached = nx.descendants(graph, (link, 1))
    theses = set(queries.theses(debate))
    return {t for t in theses if (t, 1) in reached}, {t for t in theses if (t, -1) in reached}


def supported(debate: Debate) -> dict[str, set[str]]:
    """Returns the theses that each link supports through claims, on ways without a cycle."""
    graph: nx.DiGraph[str] = nx.DiGraph()
    graph.add_nodes_from(debate.claims)
    steps = [
        (name, premise, link.target)
        for name, link in debate.links.items()
        for premise in set(link.premises) & debate.claims.keys()
        if link.stance == "supports" and link.target in debate.claims
    ]
    graph.add_edges_from((premise, target) for _, premise, target in steps)
    cycle_of = {
        node: number
        for number, cycle in enumerate(nx.strongly_connected_components(graph))
        for node in cycle
    }
    cyclic = {name for name, premise, target in steps if cycle_of[premise] == cycle_of[target]}
    theses = set(queries.theses(debate))
    return {
        name: ({target} | nx.descendants(graph, target)) & theses
        for name, _, target in steps
        if name not in cyclic
    }


def twice_supporting(debate: Debate) -> Iterator[str]:
    reached = supported(debate)
    for claim in debate.claims:
        sets = [reached.get(link, set()) for link in debate.links_from(claim)]
        if len([thesis for theses in sets for thesis in theses]) > len(set().union(*sets)):
            yield claim


@given(debates())
def test_counted_twice_is_supporting_one_thesis_by_two_links(debate: Debate) -> None:
    assert claims_in(counted_twice, debate) <= debate.claims.keys()
    findings = list(counted_twice.find(debate))
    named = [finding.place.rpartition(".")[2] for finding in findings]
    expected = list(twice_supporting(debate))
    assert len(findings) == len(expected)
    for claim, link in zip(expected, named, strict=True):
        assert claim in debate.links[link].premises


@given(debates())
def test_for_and_against_is_where_the_two_ways_part(debate: Debate) -> None:
    expected = []
    for claim in debate.claims:
        sides = [theses_for_and_against(debate, link) for link in debate.links_from(claim)]
        for_it = set[str]().union(*(pro - con for pro, con in sides))
        against = set[str]().union(*(con - pro for pro, con in sides))
        if for_it & against:
            expected.append(claim)
    named = links_in(for_and_against, debate)
    assert len(named) == len(expected)
    for claim, link in zip(expected, named, strict=True):
        pro, con = theses_for_and_against(debate, link)
        assert claim in debate.links[link].premises
        assert con - pro


@given(debates())
def test_a_contradiction_stands_where_both_sides_lean_for(debate: Debate) -> None:
    judgement = Judgement(debate)
    alone = [link for link in debate.links.values() if len(link.premises) == 1]
    attacks = {(x.premises[0], x.target) for x in alone if x.stance == "attacks"}
    expected = {
        frozenset((one, other))
        for one, other in attacks
        if one != other
        and (other, one) in attacks
        and judgement.verdict(one).side is judgement.verdict(other).side is Side.FOR
    }
    links = [debate.links[link] for link in links_in(contradictions, debate)]
    assert {frozenset((link.premises[0], link.target)) for link in links} == expected
    assert len(links) == len(expected)


@given(debates())
def test_the_unanswered_con_is_the_strongest(debate: Debate) -> None:
    judgement = Judgement(debate)
    found = {debate.links[link].target: link for link in links_in(cons_without_reply, debate)}
    for thesis in queries.theses(debate):
        cons = queries.cons(debate, thesis)
        most = max(map(judgement.contribution, cons), default=0.0)
        strongest = next((con for con in cons if judgement.contribution(con) == most), "")
        parts = (strongest, *debate.links[strongest].premises) if strongest else ()
        answered = any(queries.cons(debate, part) for part in parts)
        expected = strongest if strongest and not answered else None
        assert found.get(thesis) == expected


@pytest.mark.parametrize(
    ("lint", "debate", "links"),
    [
        (counted_twice, sketch("T", a="E + A", b="E + B", c="A + T", d="B + T"), ["b"]),
        (counted_twice, sketch("T U", a="E + T", b="E + U"), []),
        (counted_twice, sketch("T", a="E + A", b="E - B", c="A + T", d="B + T"), []),
        (counted_twice, sketch("T", a="E + A", b="A + E", c="E + T"), []),
        (counted_twice, sketch("T", f="F + E", a="E + T", b="E + A", c="A + T"), ["b"]),
        (counted_twice, sketch("T U", x="X + T", y="X + U", a="E + X", b="E + T"), ["b"]),
        (counted_twice, sketch("T U", x="X + T", y="X + U", a="E + X", b="E + U"), ["b"]),
        (counted_twice, sketch("T", a="E A + B", b="B + A", c="B + T", d="E + T"), []),
        (for_and_against, sketch("T", a="E + T", b="E - P", p="P + T"), ["b"]),
        (for_and_against, sketch("T", a="E + T", b="E - C", c="C - T"), []),
        (for_and_against, sketch("T", a="E + T", p="P + T", u="E - p"), ["u"]),
        (for_and_against, sketch("T", a="A - B", b="B - A", t="A + T", n="B - T"), []),
        (
            for_and_against,
            sketch("T", a="E + X", b="X + T", c="X - Y", d="Y + T", e="E - Z", f="Z + T"),
            ["c"],
        ),
        (contradictions, sketch("T", a="A - B", b="B - A"), []),
        (cons_without_reply, sketch("T", c="C - T", a="A - C"), []),
        (cons_without_reply, sketch("T", c="C - T", u="U - c"), []),
        (cons_without_reply, sketch("T", c="C - T", s="S + C", d="D - T", a="A - D"), ["c"]),
        (cons_without_reply, sketch("T", c="C - T", s="S + C", d="D - T", a="A - C"), []),
    ],
)
def test_examples(lint: Lint, debate: Debate, links: list[str]) -> None:
    assert links_in(lint, debate) == links


@pytest.mark.parametrize("high", [("A",), ("B",), ("A", "B")])
def test_one_side_that_leans_for_is_no_contradiction(high: tuple[str, ...]) -> None:
    debate = sketch("T", a="A - B", b="B - A")
    held = {claim: 100.0 if claim in high else 10.0 for claim in "AB"}
    stances = dict.fromkeys(("Ada", "Bo", "Cy"), held)
    rated = Debate(debate.header, debate.claims, debate.links, {}, stances)
    assert links_in(contradictions, rated) == (["a"] if len(high) == 2 else [])


def tangle(size: int) -> Debate:
    """Returns claims that attack and support each other without end."""
    claims = {f"c{n}": Claim(f"Claim {n}.") for n in range(size)}
    links = {
        f"{a}-{b}": Link((f"c{a}",), "supports" if (a * b) % 3 else "attacks", f"c{b}")
        for a in range(size)
        for b in range(size)
        if a != b
    }
    return Debate(Header("tangle", theses=("c0", "c1")), claims, links)


@pytest.mark.parametrize(
    "debate", [ladder(2_000), chain(5_000), star(3_000), tangle(60)], ids=lambda d: d.header.id
)
@pytest.mark.parametrize(
    "lint",
    [counted_twice, for_and_against, contradictions, cons_without_reply],
    ids=lambda x: x.code,
)
def test_no_shape_takes_long(lint: Lint, debate: Debate) -> None:
    assert seconds(lambda: list(lint.find(debate))) < HANG

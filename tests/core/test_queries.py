"""The questions, beside slow and obvious answers, and on shapes that break a naive walk."""

from collections.abc import Iterator

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from debatemap.core import queries
from debatemap.core.cycles import circular_support, cycles
from debatemap.core.debate import Debate
from debatemap.core.model import Citation, Claim, Header, Link, Source
from tests.strategies import chain, debates, ladder

LENGTH = 30_000


@pytest.fixture(scope="module")
def long_chain() -> Debate:
    return chain(LENGTH)


def reach(debate: Debate, start: str) -> set[str]:
    """Returns all that a claim or a link leads to, by networkx."""
    return set(nx.descendants(debate.graph, start))


def links_and_claims(debate: Debate) -> Iterator[str]:
    yield from debate.claims
    yield from debate.links


@given(debates())
def test_pros_and_cons_are_the_links_to_a_target_by_their_stance(debate: Debate) -> None:
    for node in links_and_claims(debate):
        pros, cons = queries.pros(debate, node), queries.cons(debate, node)
        assert {*pros, *cons} == set(debate.links_into(node))
        assert all(debate.links[link].stance == "supports" for link in pros)
        assert all(debate.links[link].stance == "attacks" for link in cons)
        assert sorted(pros + cons, key=list(debate.links_into(node)).index) == list(
            debate.links_into(node)
        )


@given(debates())
def test_places_and_targets_are_read_off_the_links(debate: Debate) -> None:
    for claim in debate.claims:
        out = {key for key, link in debate.links.items() if claim in link.premises}
        places = queries.places(debate, claim)
        assert set(places) == out | ({None} if claim in debate.header.theses else set())
        assert len(places) == len(set(places))
        assert set(queries.targets(debate, claim)) == {debate.links[key].target for key in out}
        undercuts = {u for u, link in debate.links.items() if link.target in out}
        assert set(queries.undercuts(debate, claim)) == {
            u for u in undercuts if debate.links[u].stance == "attacks"
        }


@given(debates())
def test_ancestors_are_the_claims_that_the_graph_leads_to(debate: Debate) -> None:
    for node in links_and_claims(debate):
        above = queries.ancestors(debate, node)
        in_cycle = node in debate.claims and any(
            node in reach(debate, step) for step in debate.graph.successors(node)
        )
        assert above - {node} == (reach(debate, node) & debate.claims.keys()) - {node}
        assert (node in above) == in_cycle


@given(debates())
def test_a_branch_is_all_that_leads_to_its_start_and_the_premises_of_its_links(
    debate: Debate,
) -> None:
    for start in links_and_claims(debate):
        claims, links = queries.branch(debate, [start])
        assert claims | links == nx.ancestors(debate.graph, start) | {start}
        assert claims <= debate.claims.keys()
        assert links <= debate.links.keys()


@given(debates(), st.integers(0, 5))
def test_replies_count_each_claim_beneath_once_up_to_the_limit(debate: Debate, limit: int) -> None:
    for claim in debate.claims:
        for through in queries.places(debate, claim):
            start = [*debate.links_into(claim)]
            start += debate.links_into(through) if through else []
            beneath = queries.branch(debate, start)[0] - {claim}
            assert queries.replies(debate, claim, through, 100) == len(beneath)
            assert queries.replies(debate, claim, through, limit) == min(len(beneath), limit)


@given(debates(least_claims=1), st.data())
def test_a_link_closes_a_cycle_just_where_it_is_said_to(
    debate: Debate, data: st.DataObject
) -> None:
    premise = data.draw(st.sampled_from(sorted(debate.claims)))
    target = data.draw(st.sampled_from(sorted(links_and_claims(debate))))
    graph = debate.graph.copy()
    nx.add_path(graph, [premise, "new link", target])
    closed = nx.has_path(graph, target, premise)
    assert queries.would_support_itself(debate, [premise], target) == closed


@given(debates())
def test_cycles_are_the_claims_that_bear_on_each_other(debate: Debate) -> None:
    found = cycles(debate)
    cyclic = {claim for claim in debate.claims if claim in queries.ancestors(debate, claim)}
    assert set().union(*found) == cyclic
    assert sum(map(len, found)) == len(cyclic)
    assert all(found)


@given(debates())
def test_cycles_of_support_are_the_cycles_without_the_attacks(debate: Debate) -> None:
    supports = {key: link for key, link in debate.links.items() if link.stance == "supports"}
    bare = Debate(debate.header, debate.claims, supports)
    as_sets = {frozenset(cycle) for cycle in circular_support(debate)}
    assert as_sets == {frozenset(cycle) for cycle in cycles(bare)}


@given(debates())
def test_the_inbox_holds_what_is_neither_a_thesis_nor_linked_to_what_exists(debate: Debate) -> None:
    for claim in debate.claims:
        linked = any(debate.links[link].target in debate.graph for link in debate.links_from(claim))
        expected = not linked and claim not in debate.header.theses
        assert (claim in queries.unplaced(debate)) == expected


@given(debates())
def test_theses_are_those_that_exist_in_the_order_of_the_file(debate: Debate) -> None:
    assert queries.theses(debate) == [
        thesis for thesis in debate.header.theses if thesis in debate.claims
    ]


@given(debates())
def test_the_statistics_add_up(debate: Debate) -> None:
    figures = queries.statistics(debate)
    assert figures.claims == len(debate.claims)
    assert figures.supports + figures.attacks == figures.links == len(debate.links)
    assert figures.unplaced == len(queries.unplaced(debate))
    assert figures.widest == max(map(len, debate.steps.values()), default=0) or debate.dangling
    assert figures.depth < max(1, figures.claims)
    assert figures.as_dict()["theses"] == len(queries.theses(debate))


def test_the_statistics_of_a_debate_by_hand() -> None:
    claims = {name: Claim(name) for name in "TPCDUX"}
    claims["P"] = Claim("P", sources=(Citation("s"),))
    links = {
        "p": Link(("P",), "supports", "T"),
        "c": Link(("C", "D"), "attacks", "T"),
        "u": Link(("U",), "attacks", "p"),
        "v": Link(("U",), "attacks", "C"),
        "w": Link(("D",), "supports", "u"),
    }
    debate = Debate(
        Header("m", theses=("T", "gone")), claims, links, {"s": Source("A")}, {"ann": {"T": 5}}
    )
    assert queries.statistics(debate).as_dict() == {
        "theses": 1, "claims": 6, "links": 5, "supports": 2, "attacks": 3, "undercuts": 1,
        "joint": 1, "shared": 2, "unplaced": 1, "depth": 2, "widest": 2, "sources": 1,
        "cited": 1, "people": 1,
    }  # fmt: skip


@pytest.mark.parametrize("target", ["y", "x"])
def test_a_cycle_of_links_is_counted_through_and_not_for_ever(target: str) -> None:
    links = {"x": Link(("a",), "attacks", target), "y": Link(("b",), "attacks", "x")}
    debate = Debate(Header("m"), {"a": Claim("A."), "b": Claim("B.")}, links)
    assert queries.replies(debate, "a", "x", 100) == 1


def test_a_cycle_of_links_without_a_claim_in_it_is_no_cycle_of_claims() -> None:
    links = {"x": Link(("a",), "supports", "y"), "y": Link(("b",), "supports", "x")}
    debate = Debate(Header("m"), {"a": Claim("A."), "b": Claim("B.")}, links)
    assert cycles(debate) == []
    assert circular_support(debate) == []


def answers(debate: Debate, top: str, bottom: str) -> dict[str, object]:
    """Asks every question of a debate."""
    last = next(iter(debate.links_from(bottom)))
    return {
        "ancestors": len(queries.ancestors(debate, bottom)),
        "branch": len(queries.branch(debate, [top])[0]),
        "circular": circular_support(debate),
        "cons": queries.cons(debate, top),
        "cycles": cycles(debate),
        "depth": queries.statistics(debate).depth,
        "inbox": queries.unplaced(debate),
        "places": queries.places(debate, top),
        "pros": queries.pros(debate, top),
        "replies": queries.replies(debate, top, None, 10**6),
        "itself": queries.would_support_itself(debate, [top], bottom),
        "other way": queries.would_support_itself(debate, [bottom], top),
        "targets": len(queries.targets(debate, bottom)),
        "theses": len(queries.theses(debate)),
        "undercuts": queries.undercuts(debate, bottom),
        "upward": len(list(queries.upward(debate, last))),
    }


def test_the_ladder_answers_every_question_though_it_has_two_million_paths() -> None:
    debate = ladder(21)
    assert len(debate.claims) == 42
    assert answers(debate, "l0", "r20") == {
        "ancestors": 40, "branch": 41, "circular": [], "cons": ["l-l1"], "cycles": [],
        "depth": 20, "inbox": [], "places": [None], "pros": ["l-r1"], "replies": 40,
        "itself": True, "other way": False, "targets": 2, "theses": 2, "undercuts": [],
        "upward": 113,
    }  # fmt: skip


def test_a_long_chain_answers_every_question(long_chain: Debate) -> None:
    assert answers(long_chain, "c0", f"c{LENGTH - 1}") == {
        "ancestors": LENGTH - 1, "branch": LENGTH, "circular": [], "cons": [], "cycles": [],
        "depth": LENGTH - 1, "inbox": [], "places": [None], "pros": ["l1"],
        "replies": LENGTH - 1, "itself": True, "other way": False, "targets": 1, "theses": 1,
        "undercuts": [], "upward": 2 * LENGTH - 3,
    }  # fmt: skip

"""The debate: one graph for claims and links, and one way to change it that keeps it true."""

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from debatemap.core.change import HEADER, Change
from debatemap.core.debate import Debate, StaleChangeError
from debatemap.core.model import Claim, Header, Link
from tests.soundness import difference, fresh, picture
from tests.strategies import debates


def small() -> Debate:
    """A thesis with a pro, an undercut of it, a joint con, and a claim that stands nowhere."""
    links = {
        "p": Link(("P",), "supports", "T", "a0"),
        "c": Link(("C", "D"), "attacks", "T", "a1"),
        "u": Link(("U",), "attacks", "p"),
    }
    return Debate(Header("m", theses=("T",)), {name: Claim(name) for name in "TPCDUX"}, links)


def test_claims_and_links_are_nodes_and_edges_run_from_premise_to_link_to_target() -> None:
    graph = small().graph
    assert isinstance(graph, nx.DiGraph)
    assert graph.nodes["P"] == {"kind": "claim"}
    assert graph.nodes["p"] == {"kind": "link"}
    assert set(graph.edges) == {
        ("P", "p"), ("p", "T"), ("C", "c"), ("D", "c"), ("c", "T"), ("U", "u"), ("u", "p"),
    }  # fmt: skip


@given(debates())
def test_every_end_that_exists_is_an_edge_and_every_other_is_dangling(debate: Debate) -> None:
    for key, link in debate.links.items():
        for premise in link.premises:
            there = premise in debate.claims
            assert debate.graph.has_edge(premise, key) or not there
            assert (key in debate.dangling.get(premise, ())) is not there
    ends = {end for link in debate.links.values() for end in (*link.premises, link.target)}
    assert debate.dangling.keys() <= ends
    assert set(debate.graph) == debate.claims.keys() | debate.links.keys()


@given(debates())
def test_links_into_a_target_stand_in_the_order_of_pos_and_then_id(debate: Debate) -> None:
    for target in {link.target for link in debate.links.values()}:
        into = [key for key, link in debate.links.items() if link.target == target]
        expected = sorted(into, key=lambda key: (debate.links[key].pos, key))
        assert list(debate.links_into(target)) == expected


@given(debates())
def test_the_claim_graph_has_an_edge_for_each_premise_of_a_step_to_a_claim(debate: Debate) -> None:
    graph = debate.claim_graph()
    expected = {
        (premise, link.target, key, link.stance)
        for key, link in debate.links.items()
        for premise in link.premises
        if premise in debate.claims and link.target in debate.claims
    }
    assert set(graph.edges(keys=True, data="stance")) == expected
    texts = {key: claim.text for key, claim in debate.claims.items()}
    assert {key: graph.nodes[key]["text"] for key in graph} == texts


def test_the_claim_graph_is_a_copy() -> None:
    debate = small()
    debate.claim_graph().clear()
    assert "T" in debate.graph


def test_the_records_cannot_be_written_but_by_a_change() -> None:
    debate = small()
    for table in (debate.claims, debate.links, debate.sources, debate.stances, debate.steps):
        with pytest.raises(TypeError):
            table["T"] = None  # type: ignore[index]  # the point of the test


def test_the_debate_does_not_share_the_dicts_that_it_is_made_from() -> None:
    claims = {"a": Claim("A.")}
    debate = Debate(Header("m"), claims)
    claims.clear()
    assert "a" in debate.claims


def test_a_claim_is_placed_as_a_thesis_or_by_a_link_to_something_that_exists() -> None:
    debate = small()
    assert [name for name in "TPCDUX" if debate.is_placed(name)] == list("TPCDU")
    loose = {"l": Link(("a",), "supports", "gone")}
    assert not Debate(Header("m"), {"a": Claim("A.")}, loose).is_placed("a")


def test_what_does_not_exist_has_no_links() -> None:
    debate = small()
    assert list(debate.links_into("nothing")) == []
    assert debate.links_from("nothing") == []
    assert debate.links_from("p") == []


def test_a_link_to_nothing_is_mended_when_its_target_appears() -> None:
    debate = Debate(Header("m"), {"a": Claim("A.")}, {"l": Link(("a", "c"), "supports", "b")})
    assert set(debate.dangling) == {"b", "c"}
    add = Change("add", claims={name: (None, Claim(name)) for name in "bc"})
    debate.apply(add)
    assert debate.dangling == {}
    assert picture(debate) == picture(fresh(debate))
    debate.apply(add.inverse())
    assert set(debate.dangling) == {"b", "c"}


def test_an_id_may_change_from_a_claim_to_a_link_and_back() -> None:
    one = Debate(Header("m"), {"a": Claim("A."), "x": Claim("X.")})
    links = {"x": Link(("b",), "supports", "a"), "y": Link(("b",), "attacks", "x")}
    other = Debate(Header("m"), {"a": Claim("A."), "b": Claim("B.")}, links)
    for before, after in ((one, other), (other, one)):
        debate = fresh(before)
        debate.apply(difference(before, after))
        assert picture(debate) == picture(after)


def test_a_link_that_names_another_link_as_a_premise_leaves_the_edges_of_that_one_alone() -> None:
    links = {"k": Link(("a",), "supports", "m"), "m": Link(("a", "k"), "supports", "b")}
    debate = Debate(Header("m"), {"a": Claim("A."), "b": Claim("B.")}, links)
    debate.apply(Change("move", links={"m": (links["m"], links["m"]._replace(target="a"))}))
    assert picture(debate) == picture(fresh(debate))


@pytest.mark.parametrize(
    "change",
    [
        Change("reword", claims={"P": (Claim("not this"), Claim("new"))}),
        Change("add", claims={"P": (None, Claim("new"))}),
        Change("delete", links={"nothing": (Link(("P",), "supports", "T"), None)}),
        Change("rename", header={HEADER: (Header("another"), Header("m"))}),
    ],
)
def test_a_stale_change_is_refused_and_nothing_of_it_is_done(change: Change) -> None:
    debate = small()
    before = picture(debate)
    mixed = Change("mixed", change.header, {"Y": (None, Claim("Y")), **change.claims}, change.links)
    with pytest.raises(StaleChangeError):
        debate.apply(mixed)
    assert picture(debate) == before


@given(st.lists(debates(), min_size=2, max_size=5))
def test_the_graph_after_any_changes_is_the_one_made_from_the_records(steps: list[Debate]) -> None:
    debate = fresh(steps[0])
    for step in steps[1:]:
        debate.apply(difference(debate, step))
        assert picture(debate) == picture(step)


def test_what_waits_for_a_change_of_a_debate_does_not_wait_for_one_of_its_snapshot() -> None:
    debate, done = small(), list[str]()
    debate.before_change(lambda: done.append("done"))
    taken = debate.snapshot()
    taken.before_change(lambda: done.append("of the snapshot"))
    debate.apply(Change("add", claims={"n": (None, Claim("another"))}))
    assert done == ["done"]

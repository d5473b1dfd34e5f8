"""Names that GraphML, networkx or other programs use, as the names of what a map holds."""

from typing import Any, Final

import networkx as nx
from hypothesis import given
from hypothesis import strategies as st

from debatemap.core.debate import Debate
from debatemap.core.fields import Table, fields_of
from debatemap.core.model import Citation, Claim, Header, Link, Source
from debatemap.formats.native.codec import dump, parse
from tests.formats.test_graphml import edited, read, saved, written

RESERVED: Final = (
    "id", "label", "name", "text", "weight", "kind", "role", "type", "key", "source", "target",
    "premises", "stance", "pos", "extra", "exact", "from", "to", "with", "map", "title", "beside",
    "sources", "stances", "links", "claims", "debatemap", "node_default", "edge_default",
    "multigraph", "directed", "attr.name", "x-id", "x-label", "x-weight", "x-text", "x-kind",
)  # fmt: skip
"""Attributes of GraphML, of this program's own layout, and of what others write."""
VALUES: Final = ("", "plain", "1.5", 7, 0.25, True, None, ["a"], {"id": {"label": "x"}}, "a\x00b")


def _extras(table: Table, *others: str) -> st.SearchStrategy[dict[str, Any]]:
    """Returns unknown fields of a record under reserved names that are no field of it."""
    known = {field.in_file for field in fields_of(table)} | set(others)
    names = [name for name in RESERVED if name not in known]
    return st.dictionaries(st.sampled_from(names), st.sampled_from(VALUES), max_size=6)


_IDS: Final = [name for name in RESERVED if "." not in name]


@st.composite
def named_oddly(draw: st.DrawFn) -> Debate:
    """Draws a map whose ids and unknown fields have reserved names."""
    a, b, c, link, under, source = draw(st.permutations(_IDS))[:6]
    used = Citation(source, "Words.", extra=draw(_extras("citations")))
    claims = {
        a: Claim("A.", extra=draw(_extras("claims", "links"))),
        b: Claim("B.", sources=(used,), extra=draw(_extras("claims", "links"))),
        c: Claim("C.", note=draw(st.sampled_from(RESERVED))),
    }
    links = {
        link: Link((b,), "supports", a, "a0", draw(_extras("links", "from"))),
        under: Link((c,), "attacks", link, "a0", draw(_extras("links", "from"))),
    }
    header = Header(
        "map_1",
        draw(st.sampled_from(RESERVED)),
        (a,),
        draw(_extras("map", "id", "title", "theses")),
        draw(st.dictionaries(st.sampled_from(("x-id", "label", "weight")), st.just({"id": 1}))),
    )
    sources = {source: Source("Ann", extra=draw(_extras("sources")))}
    ratings = {draw(st.sampled_from(RESERVED)): {a: 70, link: 30}}
    return Debate(header, claims, links, sources, ratings)


@given(named_oddly())
def test_reserved_names_go_to_graphml_and_back(debate: Debate) -> None:
    before = parse(dump(debate)).debate
    again = read(written(before))
    assert not again.losses
    assert not again.is_foreign
    assert dump(again.debate) == dump(before)


@given(st.sets(st.sampled_from(("label", "weight", "id", "name", "x", "x-label")), min_size=1))
def test_what_another_program_adds_under_such_names_is_told_and_changes_no_claim(
    names: set[str],
) -> None:
    graph = edited()
    before = read(saved(edited())).debate
    for node in graph.nodes:
        graph.nodes[node].update(dict.fromkeys(names, "theirs"))
    for *_, attributes in graph.edges(data=True):
        attributes["weight"] = 2.5
    found = read(saved(graph))
    assert dump(found.debate) == dump(before)
    assert [loss[0] for loss in found.losses] == ["nodes with attributes of another program"]


def test_a_graph_of_another_program_keeps_ids_that_are_reserved_names() -> None:
    graph: nx.DiGraph[str] = nx.DiGraph()
    for name in ("id", "label", "weight"):
        graph.add_node(name, label=f"The claim {name}.", id="other")
    graph.add_edge("label", "id", weight=0.5, id="e", label="attacks")
    found = read(saved(graph)).debate
    texts = sorted(claim.text for claim in found.claims.values())
    assert texts == ["The claim id.", "The claim label.", "The claim weight."]
    assert len(found.links) == 1

"""Node-link JSON of networkx and D3."""

from typing import Any

import networkx as nx
import orjson
import pytest

from debatemap.core.debate import Debate
from debatemap.formats.format import Imported
from debatemap.formats.registry import format_named, format_of, read_map
from tests.tui.maps import rain

NODE_LINK = format_named("node-link")


def read(raw: object) -> Imported:
    data = orjson.dumps(raw)
    assert format_of(data, "x.json") is NODE_LINK
    return read_map(data, "night-trains.json")


def attacks(debate: Debate) -> list[tuple[str, str]]:
    links = debate.links.values()
    return [(link.premises[0], link.target) for link in links if link.stance == "attacks"]


def test_networkx_reads_the_graph_of_the_debate() -> None:
    raw = orjson.loads(NODE_LINK.write(rain()).data)
    graph = nx.node_link_graph(raw, edges="edges")
    assert nx.is_isomorphic(nx.DiGraph(graph.edges()), nx.DiGraph(rain().graph.edges))
    assert graph.nodes["plants"]["text"] == "Plants grow."
    again = read(nx.node_link_data(graph, edges="edges"))
    assert again.debate.tables() == rain().tables()


@pytest.mark.parametrize("edges", ["links", "edges"])
def test_a_graph_of_networkx_is_read_by_either_name_of_its_edges(edges: str) -> None:
    graph: nx.DiGraph[Any] = nx.DiGraph(title="Night trains")
    graph.add_node("a", text="Run them.")
    graph.add_node(2, label="They cost.", size=3, place=[1, {"x": 2}])
    graph.add_edge(2, "a", relation="attacks", weight=0.5)
    found = read(nx.node_link_data(graph, edges=edges))
    debate = found.debate
    assert debate.header.title == "Night trains"
    assert debate.claims["2"].extra == {"x-size": 3, "x-place": [1, {"x": 2}]}
    assert attacks(debate) == [("2", "a")]
    assert found.is_foreign
    assert (found.losses, found.repairs) == ((), ())


def test_a_graph_with_several_edges_between_two_nodes_is_read() -> None:
    graph: nx.MultiDiGraph[Any] = nx.MultiDiGraph()
    graph.add_edge("b", "a", type="con")
    graph.add_edge("b", "a", type="pro")
    debate = read(nx.node_link_data(graph, edges="edges")).debate
    assert sorted(link.stance for link in debate.links.values()) == ["attacks", "supports"]


def test_ends_may_be_numbers_of_nodes_and_nodes_be_called_by_name() -> None:
    raw = {
        "nodes": [{"name": "Run them."}, {"name": "They cost."}, {"group": 1}],
        "links": [
            {"source": 1, "target": 0, "type": "con"}, {"source": {"name": "They cost."},
             "target": 2, "type": "con"}, {"source": 7, "target": 0},
        ],
    }  # fmt: skip
    found = read(raw)
    texts = {key: claim.text for key, claim in found.debate.claims.items()}
    assert sorted(texts.values()) == ["2", "Run them.", "They cost."]
    assert len(attacks(found.debate)) == 2
    assert {each.kind for each in found.repairs} == {
        "nodes without an id", "edges with an end that is no node",
    }  # fmt: skip


def test_names_that_mean_something_to_networkx_are_attributes() -> None:
    node = {"id": "a", "node_for_adding": 1, "text": "A."}
    raw = {"directed": True, "nodes": [node, {"id": "b"}],
           "links": [{"source": "b", "target": "a", "u_for_edge": 1, "key": 3}]}  # fmt: skip
    debate = read(raw).debate
    assert debate.claims["a"].extra == {"x-node_for_adding": 1}
    (link,) = debate.links.values()
    assert link.extra["x-u_for_edge"] == 1


def test_labels_in_the_passive_voice_turn_an_edge_and_gephi_names_them_its_own_way() -> None:
    edges = [
        {"source": "T", "target": "p", "type": "supported_by"},
        {"source": "T", "target": "c", "label": "attackedBy"},
        {"source": "q", "target": "T", "Edge Label": "attacks"},
    ]
    found = read({"directed": True, "nodes": [{"id": key} for key in "Tpcq"], "links": edges})
    links = {(*each.premises, each.stance, each.target) for each in found.debate.links.values()}
    assert links == {("p", "supports", "T"), ("c", "attacks", "T"), ("q", "attacks", "T")}
    tgf = read_map(b"T\np\n#\nT p supported by\n", "x.tgf").debate
    assert [(*link.premises, link.target) for link in tgf.links.values()] == [("p", "T")]

import contextlib
from io import BytesIO
from pathlib import Path

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from debatemap.core.debate import Debate
from debatemap.core.errors import MapError
from debatemap.core.model import Claim, Header, Link
from debatemap.edit import reword
from debatemap.formats.format import Imported
from debatemap.formats.limits import VARIABLE
from debatemap.formats.native.codec import dump, parse
from debatemap.formats.registry import (
    format_named,
    format_of,
    is_map,
    map_id_in,
    read_debate,
    read_map,
)
from debatemap.store.sync_copies import id_in, maps_beside
from debatemap.sync.merge.files import merge_files
from debatemap.workspace.session import ReadOnlyError, open_session
from tests.strategies import debates
from tests.tui.hostile import TEXTS, hostile
from tests.tui.maps import rain

GRAPHML = format_named("graphml")


def read(data: bytes) -> Imported:
    return read_map(data, "map.graphml")


def written(debate: Debate) -> bytes:
    return GRAPHML.write(debate).data


def edited() -> "nx.MultiDiGraph[str]":
    """Returns the graph of a map as another program reads it."""
    return nx.MultiDiGraph(nx.read_graphml(BytesIO(written(rain())), force_multigraph=True))


def saved(graph: "nx.Graph[str]") -> bytes:
    for name in ("node_default", "edge_default"):
        graph.graph.pop(name, None)
    target = BytesIO()
    nx.write_graphml_xml(graph, target)
    return target.getvalue()


@given(debates())
def test_nothing_is_lost_by_writing_and_reading(debate: Debate) -> None:
    before = parse(dump(debate)).debate
    again = read(written(before))
    assert not again.losses
    assert not again.is_foreign
    assert dump(again.debate) == dump(before)


@pytest.mark.parametrize("kind", TEXTS)
def test_hostile_text_is_kept_to_the_byte(kind: str) -> None:
    text = TEXTS[kind].encode("utf-8", "ignore").decode()
    debate = parse(dump(hostile(text))).debate
    assert dump(read(written(debate)).debate) == dump(debate)


def test_numbers_keep_their_digits() -> None:
    data = dump(rain()).replace(b'"title"', b'"x-n": [1.50, 1e400000000000, -0],\n    "title"', 1)
    data = data.replace(b"1e400000000000", b"1E5")
    debate = parse(data).debate
    assert dump(read(written(debate)).debate) == dump(debate)


def test_networkx_reads_the_graph_of_the_debate() -> None:
    graph = nx.read_graphml(BytesIO(written(rain())))
    assert nx.is_isomorphic(nx.DiGraph(graph.edges), nx.DiGraph(rain().graph.edges))
    assert graph.nodes["plants"]["text"] == "Plants grow."
    assert graph.nodes["l-floods"]["stance"] == "attacks"


def test_what_another_program_edited_is_taken() -> None:
    graph = edited()
    graph.graph["title"] = "Sunshine"
    graph.nodes["plants"]["text"] = "Plants thrive."
    graph.remove_node("snow")
    graph.remove_edges_from([("l-too", "sun")])
    graph.add_edge("l-too", "rain")
    again = read(saved(graph))
    assert again.losses == ()
    assert again.debate.header.title == "Sunshine"
    assert again.debate.claims["plants"].text == "Plants thrive."
    assert "snow" not in again.debate.claims
    assert again.debate.links["l-too"].target == "rain"


def test_what_another_program_added_is_reported() -> None:
    graph = edited()
    graph.add_node("n1", label="new")
    graph.add_edge("plants", "rain")
    graph.nodes["rain"]["size"] = 3
    graph.remove_node("floods")
    graph.add_edge("l-too", "rain", role="target")
    again = read(saved(graph))
    assert {loss.kind for loss in again.losses} == {
        "nodes that are neither claims nor links", "edges from claim to claim",
        "nodes with attributes of another program", "links without a premise",
        "links with several targets",
    }  # fmt: skip
    with pytest.raises(MapError, match="does not hold all that is in it"):
        read_debate(saved(graph), "map.graphml")


def test_a_map_is_opened_changed_and_saved_as_graphml(tmp_path: Path) -> None:
    path = tmp_path / "rain.graphml"
    path.write_bytes(written(rain()))
    session = open_session(path)
    assert not session.read_only
    session.do(reword(session.debate, "plants", "Plants thrive."))
    session.save()
    assert format_of(path.read_bytes(), "x") is GRAPHML
    assert open_session(path).debate.claims["plants"].text == "Plants thrive."
    session.save(tmp_path / "rain.json")
    assert format_of((tmp_path / "rain.json").read_bytes(), "x").name == "debatemap"


def test_two_graphs_of_a_map_are_merged_as_graphml() -> None:
    base, ours, theirs = rain(), rain(), rain()
    ours.apply(reword(ours, "plants", "Plants thrive."))
    theirs.apply(reword(theirs, "floods", "Rivers flood."))
    merged = merge_files(written(base), written(ours), dump(theirs), "map.graphml")
    debate = read(merged.data).debate
    assert not merged.conflicts
    assert debate.claims["plants"].text == "Plants thrive."
    assert debate.claims["floods"].text == "Rivers flood."


def test_the_id_of_a_map_stands_in_the_first_bytes(tmp_path: Path) -> None:
    debate = rain()
    debate = Debate(debate.header._replace(title="long " * 2_000), debate.claims, debate.links)
    data = written(debate)
    assert map_id_in(data[:4_096], "x") == debate.header.id
    assert is_map(data)
    assert not is_map(saved(nx.DiGraph()))
    path = tmp_path / "copy.graphml"
    path.write_bytes(data)
    assert maps_beside(tmp_path / "rain.json") == [path]
    assert id_in(path) == debate.header.id


def test_a_graph_of_another_program_is_claims_and_links(tmp_path: Path) -> None:
    graph: nx.DiGraph[str] = nx.DiGraph(title="Night trains")
    graph.add_node("t 1", label="The region should run night trains.")
    graph.add_node("2", label="They lose money.", weight=3, far=float("inf"))
    graph.add_node("3", label="Many want them.")
    graph.add_edge("2", "t 1", label="attacks", since=2020)
    graph.add_edge("3", "t 1", label="contains a problem")
    data = saved(graph)
    again = read(data)
    debate = again.debate
    assert again.is_foreign
    assert debate.header.title == "Night trains"
    (thesis,) = debate.header.theses
    assert debate.claims[thesis] == Claim(
        "The region should run night trains.", extra={"x-id": "t 1"}
    )
    assert debate.claims["2"].extra == {"x-weight": 3}
    assert [link.stance for link in debate.links.values()] == ["attacks", "supports"]
    assert [dict(link.extra) for link in debate.links.values()] == [
        {"x-since": 2020}, {"x-label": "contains a problem"},
    ]  # fmt: skip
    assert {loss.kind: loss.number for loss in again.losses} == {
        "edges that do not say for or against": 1, "nodes with numbers that no map holds": 1,
    }  # fmt: skip
    assert dump(read(data).debate) == dump(debate), "ids are the same each time"
    path = tmp_path / "trains.graphml"
    path.write_bytes(data)
    session = open_session(path)
    assert "GraphML" in session.read_only
    with pytest.raises(ReadOnlyError):
        session.do(reword(session.debate, "2", "x"))
    session.save(tmp_path / "trains.json")
    assert path.read_bytes() == data


@pytest.mark.parametrize(
    ("attributes", "stance"),
    [
        ({"label": "pro"}, "supports"),
        ({"label": "supported by"}, "supports"),
        ({"type": "CON"}, "attacks"),
        ({"label": "undercuts"}, "attacks"),
        ({"sign": "-"}, "attacks"),
        ({"sign": "+"}, "supports"),
        ({"weight": -0.5}, "attacks"),
        ({"label": "does not support"}, None),
        ({"label": "pros and cons"}, None),
        ({"label": "problem"}, None),
        ({"label": "concerns"}, None),
        ({}, None),
    ],
)
def test_an_edge_says_for_or_against_or_is_reported(
    attributes: dict[str, object], stance: str | None
) -> None:
    graph: nx.DiGraph[str] = nx.DiGraph()
    graph.add_nodes_from(("a", "b"), text="A claim.")
    graph.add_edge("a", "b", **attributes)
    again = read(saved(graph))
    (link,) = again.debate.links.values()
    assert link.stance == (stance or "supports")
    assert bool(again.losses) == (stance is None)


YED = b"""<?xml version="1.0" encoding="UTF-8" standalone="no"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:y="http://www.yworks.com/xml/graphml">
  <key for="node" id="d6" yfiles.type="nodegraphics"/>
  <key for="edge" id="d9" yfiles.type="edgegraphics"/>
  <graph edgedefault="directed" id="G">
    <node id="n0"><data key="d6"><y:ShapeNode><y:NodeLabel>Run night trains.</y:NodeLabel>
      </y:ShapeNode></data></node>
    <node id="n1"><data key="d6"><y:ShapeNode><y:NodeLabel>Cost</y:NodeLabel></y:ShapeNode></data>
      <graph edgedefault="directed" id="n1:">
        <node id="n1::n0"><data key="d6"><y:ShapeNode><y:NodeLabel>They lose money.</y:NodeLabel>
          </y:ShapeNode></data><graph edgedefault="directed"><node id="deep"/></graph></node>
      </graph>
    </node>
    <edge id="e0" source="n1::n0" target="n0"><data key="d9"><y:PolyLineEdge>
      <y:EdgeLabel>con</y:EdgeLabel></y:PolyLineEdge></data></edge>
  </graph>
</graphml>"""


_MARKED = b'<node id="n1" yfiles.foldertype="group">'
_IN_FRAMES = (
    b"<y:ProxyAutoBoundsNode><y:Realizers><y:GroupNode><y:NodeLabel>Cost</y:NodeLabel>"
    b"</y:GroupNode></y:Realizers></y:ProxyAutoBoundsNode>"
)


@pytest.mark.parametrize(
    "drawing",
    [
        YED,
        YED.replace(b'<node id="n1">', _MARKED),
        YED.replace(b"<y:ShapeNode><y:NodeLabel>Cost</y:NodeLabel></y:ShapeNode>", _IN_FRAMES),
        YED.replace(b'<node id="deep"/>', b'<node id="deep" yfiles.foldertype="group"/>'),
    ],
    ids=["a graph in a node", "marked", "as yEd draws a group", "an empty group"],
)
def test_a_drawing_of_yed_is_read_with_the_members_of_its_groups(drawing: bytes) -> None:
    again = read(drawing)
    assert sorted(claim.text for claim in again.debate.claims.values()) == [
        "Cost", "Run night trains.", "They lose money.", "deep",
    ]  # fmt: skip
    assert again.debate.links["e0"].target == "n0"
    assert again.debate.links["e0"].stance == "attacks"
    losses = {loss.kind: loss.number for loss in again.losses}
    assert losses["groups"] == 2
    assert losses["nodes without a text"] == 1


def test_edges_without_a_direction_are_reported() -> None:
    graph: nx.Graph[str] = nx.Graph()
    graph.add_nodes_from(("a", "b"), text="A claim.")
    graph.add_edge("a", "b", label="pro")
    again = read(saved(graph))
    assert [loss.kind for loss in again.losses] == ["edges without a direction"]


SPACE = b'xmlns="http://graphml.graphdrawing.org/xmlns"'
BOMB = b"""<?xml version="1.0"?>
<!DOCTYPE lolz [<!ENTITY lol "lol"><!ENTITY lol2 "&lol;&lol;&lol;">]>
<graphml><graph edgedefault="directed"><node id="&lol2;"/></graph></graphml>"""
FILE = b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><graphml>&x;</graphml>'
NESTED = b"<graphml %s><graph><node id='a'>" % SPACE + b"<data>" * 100_000
GRAPH = b"<graphml %s><graph edgedefault='directed'>%%s</graph></graphml>" % SPACE


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (BOMB, "DOCTYPE"),
        (FILE, "DOCTYPE"),
        (NESTED, "nested in more than 64 elements"),
        (b"<graphml><graph>", "line 1, column"),
        (b"<graphml>&x;</graphml>", "no XML"),
        (b"<graphml/>", "found 0"),
        (b"<graphml>\xff</graphml>", "text in UTF-8"),
        (b"\xff\xfe" + "<graphml/>".encode("utf-16-le"), "found 0"),
        (GRAPH % b"<edge source='a'/>", "line 1, column 86: one end of it is no node"),
        (GRAPH % b"<node/>", "without an id|has no id"),
        (GRAPH % b"<node id='a'/><node id='a'/>", "node a stands twice"),
        (GRAPH % b"<node id='a'/><hyperedge/>", "hyperedge"),
        (GRAPH % b"<node id='a'><data key='none'>x</data></node>", "no GraphML"),
        (b"<graphml %s><graph/><graph/></graphml>" % SPACE, "no GraphML|found 2"),
        (b"<graphml " + b"x" * 9, "no XML"),
        (b"", "no XML"),
    ],
    ids=range(16),
)
def test_a_bad_file_is_refused_in_a_sentence(data: bytes, words: str) -> None:
    with pytest.raises(MapError, match=words):
        read_map(data, "bad.graphml", "graphml")


@pytest.mark.parametrize("limit", ["size=1k", "values=20"])
def test_a_file_past_a_limit_is_refused(limit: str, monkeypatch: pytest.MonkeyPatch) -> None:
    data = written(rain())
    monkeypatch.setenv(VARIABLE, limit)
    with pytest.raises(MapError, match=r"are read.*--limit"):
        read(data)


def test_a_link_keeps_the_order_of_its_premises() -> None:
    keys = [f"c{number}" for number in range(2_000, 0, -1)]
    claims = dict.fromkeys((*keys, "t"), Claim("It rains."))
    debate = Debate(Header("m", theses=("t",)), claims, {"l": Link(tuple(keys), "supports", "t")})
    assert read(written(debate)).debate.links == debate.links


def test_a_file_is_known_by_its_content() -> None:
    data = written(rain())
    assert format_of(data, "map.json") is GRAPHML
    assert format_of(dump(rain()), "map.graphml").name == "debatemap"
    assert format_of(dump(Debate(Header("m"))), "x").name == "debatemap"


@given(st.data())
def test_attributes_of_anybody_are_read_or_refused(data: st.DataObject) -> None:
    graph = edited()
    place = data.draw(st.sampled_from([graph.graph, *(graph.nodes[node] for node in graph)]))
    key = data.draw(st.sampled_from(sorted(place)))
    values = ("", "{", "[]", "{}", "[1]", '{"a": 1}', "x", "claim", "link", "[" * 2_000, "1e999")
    place[key] = data.draw(st.sampled_from(values))
    with contextlib.suppress(MapError):
        dump(read(saved(graph)).debate)

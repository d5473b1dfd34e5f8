"""Maps in files of other formats, on the screen."""

from io import BytesIO
from pathlib import Path

import networkx as nx

from debatemap import load
from debatemap.formats.registry import format_named, format_of
from debatemap.tui.dialogs.prompt import Line
from tests.tui.driver import Driver, opened
from tests.tui.maps import rain


async def save_as(user: Driver, path: Path) -> None:
    await user.press("g", "s", "ctrl+u")
    user.screen.query_one(Line).value = str(path)
    await user.press("enter")
    await user.rest()


async def test_a_map_in_graphml_is_changed_and_saved_as_graphml(tmp_path: Path) -> None:
    path = tmp_path / "rain.graphml"
    path.write_bytes(format_named("graphml").write(rain()).data)
    async with opened(path) as user:
        await user.rest()
        assert "read-only" not in user.lines[0]
        await user.press("j", "~", "ctrl+s")
        await user.rest()
        assert user.said == f"Saved to {path}."
    assert load(path).links["l-plants"].stance == "attacks"
    assert format_of(path.read_bytes(), "x").name == "graphml"


async def test_a_graph_of_another_program_is_read_only_until_it_is_saved_elsewhere(
    tmp_path: Path,
) -> None:
    graph: nx.DiGraph[str] = nx.DiGraph()
    graph.add_node("a", label="Run night trains.")
    graph.add_node("b", label="They lose money.")
    graph.add_edge("b", "a", weight=2)
    target = BytesIO()
    nx.write_graphml_xml(graph, target)
    path = tmp_path / "trains.graphml"
    path.write_bytes(target.getvalue())
    async with opened(path) as user:
        await user.until_shown("Make the map trains.json of it?")
        await user.press("escape")
        await user.rest()
        assert "Run night trains." in user.text
        assert "read-only" in user.lines[0]
        await user.press("e")
        assert "edges that do not say for or against" in user.said
        await save_as(user, tmp_path / "trains.csv")
        assert "Save it as JSON" in user.text
        await user.press("escape")
        await save_as(user, tmp_path / "trains.json")
        assert "read-only" not in user.lines[0]
        await user.press("j", "~", "ctrl+s")
        await user.rest()
    assert path.read_bytes() == target.getvalue()
    assert [link.stance for link in load(tmp_path / "trains.json").links.values()] == ["attacks"]

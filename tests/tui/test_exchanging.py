"""Importing and exporting on the screen."""

from pathlib import Path

import networkx as nx

from debatemap import load
from debatemap.formats.imported_base import bases_in
from debatemap.tui.dialogs.prompt import Line
from tests.tui.driver import Driver, opened
from tests.tui.maps import rain


def _graph(path: Path, *claims: str) -> Path:
    """Writes a graph of another program: a thesis, and pros of it."""
    graph: nx.DiGraph[str] = nx.DiGraph()
    graph.add_node("t", label="Trains should run at night.")
    for number, text in enumerate(claims):
        graph.add_node(f"p{number}", label=text)
        graph.add_edge(f"p{number}", "t", stance="pro")
    nx.write_graphml_xml(graph, path)
    return path


async def _choose_file(user: Driver, path: Path) -> None:
    await user.press("B", "i")
    user.screen.query_one(Line).value = str(path)
    await user.press("enter")


async def test_a_file_is_imported_under_the_selected_claim(tmp_path: Path) -> None:
    path = _graph(tmp_path / "trains.graphml", "Many people would use them.")
    async with opened(rain()) as user:
        await _choose_file(user, path)
        await user.until_shown("Import trains.graphml (GraphML) under")
        assert "read     2 claims, 1 link, 1 thesis" in user.text
        assert "Many people would use them." in user.text
        await user.press("t")
        assert "with its theses among those of the map" in user.text
        await user.press("t", "enter")
        await user.until(lambda: "t" in user.debate.claims)
        await user.rest()
        assert user.said == "Brought into the map: 2 claims added, 0 changed, 0 removed."
        (thesis, *_) = user.debate.header.theses
        assert [user.debate.links[key].target for key in user.debate.links_from("t")] == [thesis]
        await user.press("u")
        assert "t" not in user.debate.claims


async def test_a_newer_version_of_a_file_updates_the_map(tmp_path: Path) -> None:
    path = _graph(tmp_path / "trains.graphml", "Many people would use them.")
    async with opened(rain()) as user:
        await _choose_file(user, path)
        await user.until_shown("Import trains.graphml")
        await user.press("enter")
        await user.until(lambda: "t" in user.debate.claims)
        await user.rest()
        _graph(path, "Very many people would use them.", "They are quiet.")
        await _choose_file(user, path)
        await user.until_shown("Update the map by a newer version")
        await user.press("enter")
        await user.until(lambda: "p1" in user.debate.claims)
        assert user.debate.claims["p0"].text == "Very many people would use them."
        await user.rest()
        assert user.said == "Updated the map: 1 claim added, 1 changed, 0 removed."


async def test_a_file_of_another_program_becomes_a_map_beside_it(tmp_path: Path) -> None:
    path = _graph(tmp_path / "trains.graphml", "Many people would use them.")
    (tmp_path / "trains.json").write_text("not ours")
    async with opened(path) as user:
        await user.until_shown("Make the map trains-2.json of it?")
        await user.press("enter")
        made = tmp_path / "trains-2.json"
        await user.until(lambda: user.session.path == made, "the new map")
        assert not user.session.read_only
        await user.rest()
        assert user.said == "trains-2.json was made of trains.graphml."
    assert (tmp_path / "trains.json").read_text() == "not ours"
    assert len(list(bases_in(load(made).header))) == 1


async def test_what_a_format_loses_is_shown_before_it_is_written(tmp_path: Path) -> None:
    target = tmp_path / "rain.csv"
    async with opened(rain(), size=(100, 30)) as user:
        await user.press("B", "e")
        await user.type("csv")
        await user.press("enter")
        await user.until_shown("Export the whole map as CSV")
        assert "id,link,target,stance" in user.text
        await user.press("t")
        assert "Export the branch of" in user.text
        await user.press("t", "enter")
        await user.press("ctrl+u")
        user.screen.query_one(Line).value = str(target)
        await user.press("enter")
        await user.until(target.exists, "the file")
        await user.rest()
        assert user.said == f"Exported to {target}."
    assert "text,author,date" in target.read_text(encoding="utf-8-sig")


async def test_no_file_is_written_over(tmp_path: Path) -> None:
    target = tmp_path / "rain.csv"
    target.write_text("theirs")
    async with opened(rain(), size=(100, 30)) as user:
        await user.press("B", "e")
        await user.type("csv")
        await user.press("enter")
        await user.until_shown("Export the whole map as CSV")
        await user.press("enter", "ctrl+u")
        user.screen.query_one(Line).value = str(target)
        await user.press("enter")
        await user.until(lambda: "a file stands there already" in user.said, "the reason", 10)
    assert target.read_text() == "theirs"

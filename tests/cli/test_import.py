"""`debatemap import`, `export` and `convert`, by files on the disk."""

import json
from pathlib import Path

import networkx as nx
import pytest

from debatemap import load
from debatemap.cli.exit_status import Status
from tests.cli.conftest import Run, small


def _graph(folder: Path, *edges: tuple[str, str, str]) -> Path:
    """Writes a graph as another program does: edges by their ends and what they say."""
    graph: nx.DiGraph[str] = nx.DiGraph()
    graph.add_nodes_from(
        [(name, {"label": f"{name}."}) for start, end, _ in edges for name in (end, start)]
    )
    graph.add_edges_from([(start, end, {"stance": stance}) for start, end, stance in edges])
    path = folder / "talk.graphml"
    nx.write_graphml_xml(graph, path)
    return path


def test_an_import_makes_a_map_and_tells_what_came_in(run: Run, tmp_path: Path) -> None:
    target = tmp_path / "talk.json"
    result = run("import", _graph(tmp_path, ("p", "T", "pro")), "-o", target)
    assert result.exit_code == Status.DONE
    assert result.stderr == "read as graphml: 2 claims, 1 link, 1 thesis\n"
    assert set(load(target).claims) == {"T", "p"}


def test_a_claim_that_a_newer_version_moves_and_turns_is_told_and_keeps_its_link(
    run: Run, tmp_path: Path
) -> None:
    target, lines = tmp_path / "talk.json", "1. T.\n1.1. Pro: A.\n1.2. Con: B.\n"
    (tmp_path / "talk.txt").write_text(f"Discussion Name: Talk\n\n{lines}1.1.1. Pro: It rains.\n")
    run("import", tmp_path / "talk.txt", "-o", target)
    before = load(target)
    (tmp_path / "talk.txt").write_text(f"Discussion Name: Talk\n\n{lines}1.2.1. Con: It rains.\n")
    result = run("import", tmp_path / "talk.txt", "--into", target)
    assert result.stderr.endswith(
        "0 claims added, 0 changed, 0 removed, 1 moved, 1 turned from pro to con or back\n"
    )
    assert load(target).links.keys() == before.links.keys()


def test_a_newer_version_updates_the_map(run: Run, tmp_path: Path) -> None:
    target = tmp_path / "talk.json"
    run("import", _graph(tmp_path, ("p", "T", "pro")), "-o", target)
    run("add", target, "Ours.", "--pro", "p")
    newer = _graph(tmp_path, ("p", "T", "pro"), ("q", "T", "con"))
    result = run("import", newer, "--into", target, "--json")
    report = json.loads(result.stdout)
    assert result.exit_code == Status.DONE
    assert report["updated"]
    assert report["written"]
    assert report["read"]["claims"] == 3
    changes = {"added": 1, "changed": 0, "removed": 0, "moved": 0, "turned": 0}
    assert report["changes"] == changes
    assert result.stderr == "updated the map: 1 claim added, 0 changed, 0 removed\n"
    assert len(load(target).claims) == 4


def test_an_update_says_that_it_passes_over_where_to_put_the_file(run: Run, tmp_path: Path) -> None:
    target = tmp_path / "talk.json"
    path = _graph(tmp_path, ("p", "T", "pro"))
    run("import", path, "-o", target)
    result = run("import", path, "--into", target, "--under", "p")
    assert "--under was passed over" in result.stderr


@pytest.mark.parametrize("text", ["- Con: Jobs\n", "## Cons\n\n- Jobs\n", "# Cons\n- Jobs\n"])
def test_a_con_comes_under_a_claim_as_a_con(
    run: Run, tmp_path: Path, map_file: Path, text: str
) -> None:
    path = tmp_path / "talk.md"
    path.write_text(text)
    result = run("import", path, "--into", map_file, "--under", "thesis01", "--strict")
    assert result.exit_code == Status.DONE
    assert "became" not in result.stderr
    debate = load(map_file)
    (jobs,) = (key for key, claim in debate.claims.items() if claim.text == "Jobs")
    (link,) = (link for link in debate.links.values() if jobs in link.premises)
    assert (link.stance, link.target) == ("attacks", "thesis01")


def test_a_key_without_a_type_holds_text(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "plain.graphml"
    path.write_text(
        '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">'
        '<key id="l" for="node" attr.name="label"/><graph edgedefault="directed">'
        '<node id="a"><data key="l">Trains run.</data></node></graph></graphml>'
    )
    assert run("import", path, "-o", tmp_path / "plain.json").exit_code == Status.DONE
    assert load(tmp_path / "plain.json").claims["a"].text == "Trains run."


def test_strict_refuses_what_is_lost_and_writes_nothing(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "plain.graphml"
    path.write_text(
        '<graphml xmlns="http://graphml.graphdrawing.org/xmlns"><graph edgedefault="directed">'
        '<node id="a"/><node id="b"/><edge source="a" target="b"/></graph></graphml>'
    )
    target = tmp_path / "plain.json"
    result = run("import", path, "-o", target, "--strict")
    assert result.exit_code == Status.FOUND
    assert not target.exists()
    assert "edges that do not say for or against: 1 became support" in result.stderr
    assert run("convert", path, tmp_path / "plain.csv", "--strict").exit_code == Status.FOUND
    assert not (tmp_path / "plain.csv").exists()


@pytest.mark.parametrize(
    ("options", "reason"),
    [
        (("-o", "a.json", "--into", "b.json"), "give one of them"),
        (("--under", "x"), "give both"),
        (("--json",), "give -o MAP or --into MAP"),
    ],
)
def test_options_that_do_not_go_together_are_refused(
    run: Run, tmp_path: Path, options: tuple[str, ...], reason: str
) -> None:
    result = run("import", _graph(tmp_path, ("p", "T", "pro")), *options)
    assert result.exit_code == Status.BAD
    assert reason in result.stderr


def test_a_branch_is_exported_down_to_a_depth(run: Run, tmp_path: Path, map_file: Path) -> None:
    target = tmp_path / "branch.graphml"
    assert (
        run("export", map_file, "-o", target, "--claim", "thesis01", "--depth", "1").exit_code == 0
    )
    made = load(target)
    assert made.header.theses == ("thesis01",)
    assert set(made.claims) == {"thesis01", "eyes0001", "armies01"}
    assert set(made.links) == {"link-eyes", "link-army"}


def test_what_imports_keep_does_not_go_out(run: Run, tmp_path: Path) -> None:
    target = tmp_path / "talk.json"
    run("import", _graph(tmp_path, ("p", "T", "pro")), "-o", target)
    assert run("export", target, "--to", "graphml", "--strict").exit_code == Status.DONE
    assert "x-imports" not in run("export", target, "--to", "graphml").stdout


def test_a_map_of_a_newer_version_is_told_to_be_one(
    run: Run, map_file: Path, tmp_path: Path
) -> None:
    map_file.write_bytes(map_file.read_bytes().replace(b'"version": 1', b'"version": 99'))
    result = run("convert", map_file, tmp_path / "this.json", "--strict")
    assert result.exit_code == Status.FOUND
    assert "files of a newer debatemap: 1 is read by the rules of this version" in result.stderr
    assert "(version 99 of the format)" in result.stderr
    assert run("convert", map_file, tmp_path / "this.json").exit_code == Status.DONE


def test_a_file_is_converted_without_a_map_between(
    run: Run, tmp_path: Path, map_file: Path
) -> None:
    target = tmp_path / "small.graphml"
    assert run("convert", map_file, target).exit_code == Status.DONE
    assert set(load(target).claims) == set(small().claims)
    result = run("convert", "-", "-", "--to", "csv", stdin=target.read_bytes())
    assert result.exit_code == Status.DONE
    assert "Many eyes find faults sooner." in result.stdout


def test_a_version_of_the_map_itself_is_merged_and_not_imported(
    run: Run, tmp_path: Path, map_file: Path
) -> None:
    copy = tmp_path / "copy.graphml"
    run("export", map_file, "-o", copy)
    result = run("import", copy, "--into", map_file)
    assert result.exit_code == Status.BAD
    assert "`debatemap merge` brings the two together" in result.stderr

"""`debatemap export` and `debatemap import`, and maps of other formats in the other commands."""

from io import BytesIO
from pathlib import Path

import networkx as nx
import pytest

from debatemap import load
from debatemap.cli import output
from debatemap.cli.exit_status import Status
from debatemap.formats.native.codec import dump
from tests.cli.conftest import Run


@pytest.fixture
def foreign(tmp_path: Path) -> Path:
    """A graph of another program, one of whose edges does not say its stance."""
    graph: nx.DiGraph[str] = nx.DiGraph()
    graph.add_node("a", label="Run night trains.")
    graph.add_node("b", label="\x9b2JThey lose money.")
    graph.add_edge("b", "a")
    target = BytesIO()
    nx.write_graphml_xml(graph, target)
    path = tmp_path / "foreign.graphml"
    path.write_bytes(target.getvalue())
    return path


def test_a_map_is_written_as_graphml_and_read_again(
    run: Run, map_file: Path, tmp_path: Path
) -> None:
    out, back = tmp_path / "out.graphml", tmp_path / "back.json"
    exported = run("export", map_file, "-o", out)
    assert (exported.exit_code, exported.stdout, exported.stderr) == (Status.DONE, "", "")
    imported = run("import", out, "-o", back)
    assert (imported.exit_code, imported.stdout) == (Status.DONE, "")
    assert imported.stderr.startswith("read as graphml: 9 claims, 7 links, 2 theses, 2 undercuts")
    assert back.read_bytes() == map_file.read_bytes()
    assert run("import", "-", stdin=out.read_bytes()).stdout_bytes == map_file.read_bytes()


def test_every_command_takes_a_map_of_any_format(run: Run, map_file: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.graphml"
    run("export", map_file, "-o", out)
    assert run("show", out).stdout == run("show", map_file).stdout
    assert run("stats", out).stdout == run("stats", map_file).stdout
    assert run("check", out).exit_code == run("check", map_file).exit_code
    assert run("diff", map_file, out).stdout == ""
    assert run("fmt", "--check", out).exit_code == Status.DONE
    before = out.read_bytes()
    assert run("add", out, "A new thought.").exit_code == Status.DONE
    assert out.read_bytes() != before
    assert b"A new thought." in out.read_bytes()
    merged = run("merge", map_file, map_file, out, "-o", tmp_path / "merged.json")
    assert merged.exit_code == Status.DONE
    assert dump(load(tmp_path / "merged.json")) == dump(load(out))
    printed = run("merge", map_file, out, map_file, "--no-guess").stdout_bytes
    assert printed == out.read_bytes()


def test_csv_is_printed_and_what_it_leaves_out_is_told(run: Run, map_file: Path) -> None:
    result = run("export", map_file, "--to", "csv")
    assert result.exit_code == Status.DONE
    assert result.stdout.removeprefix("\ufeff").startswith("id,link,target,stance,")
    assert "sources: 1 became a title (“The Cathedral”)" in result.stderr


def test_on_a_terminal_an_export_is_made_safe(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    output.put_export("a\x9b2J\x1b[2J\u202eb\n".encode())
    assert capsys.readouterr().out == "a2J[2Jb\n"


def test_what_an_import_does_not_hold_is_told(run: Run, foreign: Path, tmp_path: Path) -> None:
    words = "edges that do not say for or against: 1 became support"
    result = run("import", foreign, "-o", tmp_path / "map.json")
    assert result.exit_code == Status.DONE
    assert words in result.stderr
    assert {claim.text for claim in load(tmp_path / "map.json").claims.values()} == {
        "Run night trains.", "2JThey lose money.",
    }  # fmt: skip
    shown = run("show", foreign)
    assert shown.exit_code == Status.DONE
    assert words in shown.stderr


@pytest.mark.parametrize(
    "arguments", [["add", "FILE", "x"], ["fmt", "FILE"], ["merge", "FILE", "FILE"]]
)
def test_a_file_of_another_program_is_never_written(
    run: Run, foreign: Path, arguments: list[str]
) -> None:
    before = foreign.read_bytes()
    result = run(*(str(foreign) if each == "FILE" else each for each in arguments))
    assert result.exit_code == Status.BAD
    assert "does not hold all that is in it" in result.stderr
    assert foreign.read_bytes() == before


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["export", "MAP"], "no format is named. --to says it. Name one of: "),
        (["export", "MAP", "--to", "word"], "there is no such format"),
        (["export", "MAP", "-o", "x.docx"], "no format is named"),
        (["convert", "MAP", "-"], "standard output: no format is named"),
        (["import", "MAP", "--from", "csv"], "expected a row of heads"),
        (["import", "nothing.graphml"], "nothing.graphml"),
        (["new", "x.csv"], "export --to csv"),
    ],
)
def test_what_cannot_be_done_is_told(
    run: Run, map_file: Path, arguments: list[str], words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(map_file.parent)
    result = run(*(str(map_file) if each == "MAP" else each for each in arguments))
    assert result.exit_code == Status.BAD
    assert words in result.stderr


@pytest.mark.parametrize("command", ["export", "import"])
def test_no_file_is_written_over(run: Run, map_file: Path, tmp_path: Path, command: str) -> None:
    there = tmp_path / "there.graphml"
    there.write_text("mine")
    result = run(command, map_file, "-o", there)
    assert result.exit_code == Status.BAD
    assert "a file stands there already" in result.stderr
    assert there.read_text() == "mine"

"""The small commands: find, stats, fmt, keys, schema, paths."""

import json
from pathlib import Path

import pytest

from debatemap import __version__
from debatemap.cli.exit_status import Status
from debatemap.formats.native import schema
from tests.cli.conftest import Run


def test_find_prints_ids_and_texts(run: Run, map_file: Path) -> None:
    result = run("find", map_file, "compute THE")
    assert result.exit_code == Status.DONE
    assert result.stdout == (
        "compute1  Compute decides who wins the race.\n"
        "compute2  Governments hold most of the compute.\n"
    )


def test_find_prints_json(run: Run, map_file: Path) -> None:
    found = json.loads(run("find", map_file, "eyes", "--json").stdout)
    assert found == [{"id": "eyes0001", "text": "Many eyes find faults sooner."}]


def test_find_takes_both_spellings_of_a_letter_and_its_accent_only_where_asked(
    run: Run, map_file: Path
) -> None:
    data = json.loads(map_file.read_text(encoding="utf-8"))
    data["claims"]["eyes0001"]["text"] = "Cafe\u0301 owners look."
    data["claims"]["armies01"]["text"] = "A Café is no army."
    data["claims"]["follow01"]["text"] = "A cafe has no accent."
    map_file.write_text(json.dumps(data), encoding="utf-8")
    for query, count in (("cafe", 3), ("café", 2), ("CAFE\u0301", 2), ("\uff43afe", 3)):
        assert len(run("find", map_file, query).stdout.splitlines()) == count


@pytest.mark.parametrize(("option", "printed"), [([], ""), (["--json"], "[]\n")])
def test_find_ends_with_1_where_it_finds_nothing(
    run: Run, map_file: Path, option: list[str], printed: str
) -> None:
    result = run("find", map_file, "unicorn", *option)
    assert (result.exit_code, result.stdout) == (Status.FOUND, printed)
    assert "unicorn" in result.stderr


def test_stats_are_aligned(run: Run, map_file: Path) -> None:
    figures, _, _ = run("stats", map_file).stdout.partition("\n\n")
    lines = figures.splitlines()
    assert len({len(line) for line in lines}) == 1
    assert next(line.split() for line in lines if line.startswith("claims ")) == ["claims", "9"]


def test_stats_as_json(run: Run, map_file: Path) -> None:
    figures = json.loads(run("stats", map_file, "--json").stdout)
    assert (figures["undercuts"], figures["joint"], figures["shared"]) == (1, 1, 2)


def test_fmt_rewrites_what_is_laid_out_otherwise(run: Run, map_file: Path) -> None:
    canonical = map_file.read_bytes()
    map_file.write_bytes(json.dumps(json.loads(canonical)).encode())
    result = run("fmt", map_file, "--check")
    assert (result.exit_code, result.stdout) == (Status.FOUND, f"{map_file}\n")
    assert map_file.read_bytes() != canonical
    result = run("fmt", map_file)
    assert (result.exit_code, result.stdout) == (Status.DONE, f"{map_file}\n")
    assert map_file.read_bytes() == canonical
    assert run("fmt", map_file, "--check").stdout == ""
    assert run("fmt", map_file, "--json").stdout == "[]\n"


def test_fmt_goes_on_after_a_file_that_it_cannot_read(run: Run, map_file: Path) -> None:
    map_file.write_bytes(json.dumps(json.loads(map_file.read_bytes())).encode())
    result = run("fmt", map_file.parent / "none.json", map_file)
    assert (result.exit_code, result.stdout) == (Status.BAD, f"{map_file}\n")
    assert "none.json: there is no such file" in result.stderr


def test_fmt_leaves_a_newer_map_alone(run: Run, map_file: Path) -> None:
    newer = map_file.read_bytes().replace(b'"version": 1', b'"version": 2')
    map_file.write_bytes(newer)
    assert run("fmt", map_file).exit_code == Status.BAD
    assert map_file.read_bytes() == newer


def test_schema_is_that_of_the_models_and_the_committed_one(run: Run) -> None:
    printed = run("schema").stdout
    committed = Path(schema.__file__).with_name("map.schema.json").read_text(encoding="utf-8")
    assert printed == committed
    assert json.loads(printed) == schema.json_schema()


def test_keys_follow_from_the_table_of_commands(run: Run) -> None:
    commands = pytest.importorskip("debatemap.tui.commands.command_table")
    printed = run("keys").stdout
    assert all(command.title in printed for command in commands.KEYS)
    described = json.loads(run("keys", "--json").stdout)
    assert [entry["id"] for entry in described] == [c.id for c in commands.KEYS]
    assert set(described[0]) == {"id", "keys", "title", "help", "group"}
    assert run("keys", "--markdown").stdout.startswith("| ")


def test_paths(run: Run, tmp_path: Path) -> None:
    config = str(tmp_path / "settings" / "debatemap" / "config.toml")
    assert run("paths").stdout.splitlines()[0] == f"config  {config}"
    shown = json.loads(run("paths", "--json").stdout)
    assert shown["config"] == config
    assert all(Path(sample).is_file() for sample in shown["samples"])


def test_version(run: Run) -> None:
    assert run("--version").stdout == f"debatemap {__version__}\n"


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_the_ends_of_a_file_s_lines_are_kept(run: Run, map_file: Path, mark: bytes) -> None:
    map_file.write_bytes(map_file.read_bytes().replace(b"\n", b"\r\n"))
    assert run("fmt", "--check", map_file).exit_code == Status.DONE
    map_file.write_bytes(mark + map_file.read_bytes())
    assert run("check", map_file).exit_code != Status.BAD
    run("add", map_file, "One more.", "--pro", "thesis01")
    data = map_file.read_bytes()
    assert data.startswith(b"{\r\n")
    assert data.count(b"\n") == data.count(b"\r\n") > 1
    map_file.write_bytes(mark + data)
    assert run("fmt", map_file, "--check").exit_code == (Status.FOUND if mark else Status.DONE)
    run("fmt", map_file)
    assert map_file.read_bytes() == data

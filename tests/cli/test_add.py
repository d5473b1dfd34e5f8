"""`debatemap add` and `debatemap new`."""

import json
from pathlib import Path

import pytest

from debatemap import load
from debatemap.cli.exit_status import Status
from tests.cli.conftest import Run

TEXT = "Armies are made of people."


@pytest.mark.parametrize(
    ("option", "stance", "target"),
    [
        (["--pro", "eyes0001"], "supports", "eyes0001"),
        (["--con", "eyes"], "attacks", "eyes0001"),
        (["--undercut", "link-eyes"], "attacks", "link-eyes"),
    ],
)
def test_a_reply_is_added_and_saved(
    run: Run, map_file: Path, option: list[str], stance: str, target: str
) -> None:
    result = run("add", map_file, TEXT, *option, "--by", "editor")
    debate = load(map_file)
    claim = result.stdout.strip()
    assert result.exit_code == Status.DONE
    assert TEXT in result.stderr
    assert (debate.claims[claim].text, debate.claims[claim].by) == (TEXT, "editor")
    assert len(debate.claims[claim].created) == len("2026-01-03")
    link = debate.links[debate.links_from(claim)[0]]
    assert (link.stance, link.target) == (stance, target)


def test_json_names_the_link_as_well(run: Run, map_file: Path) -> None:
    added = json.loads(run("add", map_file, TEXT, "--pro", "eyes0001", "--json").stdout)
    assert load(map_file).links[added["link"]].premises == (added["id"],)


def test_a_thesis_is_added(run: Run, map_file: Path) -> None:
    claim = run("add", map_file, TEXT, "--thesis").stdout.strip()
    assert load(map_file).header.theses[-1] == claim


def test_the_inbox_takes_what_comes_from_standard_input(run: Run, map_file: Path) -> None:
    result = run("add", map_file, "-", stdin="Ça coûte\x1b[31m cher.\n".encode())
    debate = load(map_file)
    claim = result.stdout.strip()
    assert debate.claims[claim].text == "Ça coûte[31m cher."
    assert not debate.is_placed(claim)


def test_the_name_comes_from_the_settings(run: Run, map_file: Path, tmp_path: Path) -> None:
    (tmp_path / "settings" / "debatemap").mkdir(parents=True)
    (tmp_path / "settings" / "debatemap" / "config.toml").write_text('name = "Ada"')
    claim = run("add", map_file, TEXT).stdout.strip()
    assert load(map_file).claims[claim].by == "Ada"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([TEXT, "--pro", "nothing"], "there is no claim nothing"),
        ([TEXT, "--pro", "link-eyes"], "link-eyes is a link, the step from “Many eyes"),
        ([TEXT, "--undercut", "eyes0001"], "its links are link-eyes (to “Releasing"),
        ([TEXT, "--undercut", "thesis01"], "it has no link yet"),
        ([TEXT, "--undercut", "nothing"], "there is no link nothing"),
        ([TEXT, "--undercut", "link-"], "several ids begin with link-"),
        ([TEXT, "--pro", ""], "no claim is named: the id is empty"),
        ([TEXT, "--pro", "eyes0001", "--thesis"], "--pro and --thesis"),
        (["  \u200b "], "a claim needs words"),
        (["-"], "standard input is no text in UTF-8"),
    ],
)
def test_a_refusal_is_one_sentence_and_leaves_the_file(
    run: Run, map_file: Path, arguments: list[str], said: str
) -> None:
    before = map_file.read_bytes()
    result = run("add", map_file, *arguments, stdin=b"\xff\xfe")
    assert (result.exit_code, result.stdout) == (Status.BAD, "")
    assert result.stderr.startswith("debatemap: ")
    assert said in result.stderr
    assert result.stderr.count("\n") == 1
    assert map_file.read_bytes() == before


def test_a_map_of_a_newer_version_is_left_alone(run: Run, map_file: Path) -> None:
    map_file.write_bytes(map_file.read_bytes().replace(b'"version": 1', b'"version": 2'))
    result = run("add", map_file, TEXT)
    assert result.exit_code == Status.BAD
    assert "a newer debatemap wrote this map" in result.stderr


def test_a_new_map(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "new.json"
    result = run("new", path, "--title", "Tea", "--thesis", "Tea wakes.", "--thesis", "Tea calms.")
    debate = load(path)
    assert (result.exit_code, result.stdout.split()) == (Status.DONE, list(debate.header.theses))
    assert str(path) in result.stderr
    assert debate.header.title == "Tea"
    texts = [debate.claims[thesis].text for thesis in debate.header.theses]
    assert texts == ["Tea wakes.", "Tea calms."]


def test_a_new_map_replaces_nothing(run: Run, map_file: Path) -> None:
    before = map_file.read_bytes()
    result = run("new", map_file, "--title", "Tea")
    assert result.exit_code == Status.BAD
    assert "a file stands there already" in result.stderr
    assert map_file.read_bytes() == before

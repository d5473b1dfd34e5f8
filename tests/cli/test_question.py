"""The question of a map on the command line: made, set, printed, compared and merged."""

import json
from pathlib import Path

import pytest

from debatemap import load
from debatemap.cli.exit_status import Status
from debatemap.sync.merge.conflict import conflicts_in
from debatemap.sync.merge.settle import name_conflict
from tests.cli.conftest import Run


@pytest.fixture
def asked(run: Run, tmp_path: Path) -> Path:
    path = tmp_path / "asked.json"
    made = run("new", path, "--title", "Storage", "--question", "Which database?", "--thesis", "A.")
    assert made.exit_code == Status.DONE
    return path


def test_a_question_is_saved_and_shown_beneath_the_title(run: Run, asked: Path) -> None:
    assert json.loads(asked.read_text())["map"]["question"] == "Which database?"
    assert run("show", asked).stdout.splitlines()[:2] == ["Storage", "Which database?"]
    assert json.loads(run("show", asked, "--json").stdout)["question"] == "Which database?"
    assert run("judge", asked).stdout.splitlines()[0] == "Which database?"
    assert json.loads(run("judge", asked, "--json").stdout)["question"] == "Which database?"


def test_a_question_stands_where_older_programs_write_what_they_do_not_know(asked: Path) -> None:
    fields = json.loads(asked.read_text())["map"]
    assert list(fields)[-1] == "question"
    fields["question"] = ["no", "question"]
    whole = json.loads(asked.read_text()) | {"map": fields}
    asked.write_text(json.dumps(whole))
    header = load(asked).header
    assert (header.question, dict(header.extra)) == ("", {"question": ["no", "question"]})


def test_the_fields_of_the_map_are_set(run: Run, asked: Path) -> None:
    assert run("set", asked, "map", "question", "Which one,\n then?").exit_code == Status.DONE
    assert run("set", asked, "map", "title", "Databases").exit_code == Status.DONE
    header = load(asked).header
    assert (header.title, header.question) == ("Databases", "Which one, then?")
    assert run("set", asked, "map", "question", "").exit_code == Status.DONE
    assert "question" not in json.loads(asked.read_text())["map"]
    refused = run("set", asked, "map", "note", "x")
    assert refused.exit_code == Status.BAD
    assert "the map has no field note to set; it has title, question" in refused.stderr


def test_a_change_of_the_question_is_told_and_two_of_them_conflict(
    run: Run, asked: Path, tmp_path: Path
) -> None:
    ours, theirs = tmp_path / "ours.json", tmp_path / "theirs.json"
    for path, question in ((ours, "Which one?"), (theirs, "What else?")):
        path.write_bytes(asked.read_bytes())
        run("set", path, "map", "question", question)
    told = run("diff", asked, ours).stdout
    assert "question: Which [-database?-]{+one?+}" in told
    merged = run("merge", asked, ours, theirs, "--output", tmp_path / "merged.json")
    assert merged.exit_code == Status.FOUND
    (conflict,) = conflicts_in(load(tmp_path / "merged.json"))
    assert conflict.path == ("map", "question")
    assert name_conflict(load(ours), conflict) == "the question of the map"

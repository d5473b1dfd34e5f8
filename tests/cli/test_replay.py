"""`debatemap replay`: the history of a verdict from git and from copies."""

import json
from pathlib import Path
from xml.etree import ElementTree

import pytest

from debatemap import edit, load, save
from debatemap.cli.exit_status import Status
from debatemap.cli.json.answer_shapes import ANSWERS
from debatemap.core.debate import Debate
from debatemap.judge.judgement import Judgement
from debatemap.sync.map_versions import edited_versions
from debatemap.workspace.session import Session, open_session
from tests.cli.conftest import Run
from tests.strategies import sketch
from tests.sync.repository import Work, isolate, needs_git

pytestmark = needs_git

VERSIONS = (
    sketch("T"),
    sketch("T", a="A + T"),
    sketch("T", a="A + T", b="B + T"),
    sketch("T", a="A + T", b="B + T", c="C - T", d="D + C", e="E + C"),
)


@pytest.fixture
def committed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A map in a repository, with four versions."""
    isolate(monkeypatch, tmp_path / "home")
    work = Work(tmp_path / "work")
    for debate in VERSIONS:
        work.commit(debate)
    return work.file


def _replace(path: Path, debate: Debate) -> None:
    path.unlink(missing_ok=True)
    save(debate, path)


def test_each_version_has_its_verdict_and_what_turned_it(run: Run, committed: Path) -> None:
    result = run("replay", committed)
    assert (result.exit_code, result.stderr) == (Status.DONE, "")
    lines = result.stdout.splitlines()
    assert lines[:3] == ["T.", "  100 ┤", "   75 ┤││●│"]
    assert sum(": turned" in line for line in lines) == 2
    assert "    This alone turned it, and nothing else would have: “A.” added." in lines
    assert "    “C.” with 2 more claims added weakened it by 22." in lines
    data = json.loads(run("replay", committed, "--json").stdout)
    ANSWERS["replay"].validate_python(data)
    assert [step["verdict"]["strength"] for step in data["steps"]] == [
        Judgement(debate).strength("T") for debate in VERSIONS
    ]
    assert data["steps"][3]["change"]["constructive"][0][0]["claims"] == ["C", "D", "E"]


def test_what_came_since_a_version_and_what_is_not_committed(run: Run, committed: Path) -> None:
    _replace(committed, sketch("T", a="A - T", f="F - T"))
    data = json.loads(run("replay", committed, "--json").stdout)
    assert data["steps"][-1]["name"] == "now"
    first = data["steps"][1]["name"]
    lines = run("replay", committed, "--since", first).stdout.splitlines()
    assert lines[2].startswith("now: 60 → ")
    assert run("replay", committed, "--since", "HEAD~2").stdout.splitlines()[3:] == lines[3:]
    assert any(line.startswith("    “A.” linked otherwise weakened it by ") for line in lines)
    assert any(line.startswith("    “F.” added weakened it by ") for line in lines)


def test_a_revision_is_known_in_which_the_map_had_another_name(
    run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    isolate(monkeypatch, tmp_path / "home")
    work = Work(tmp_path / "work")
    for debate in VERSIONS[:2]:
        work.commit(debate)
    moved = work.file.with_name("moved.json")
    work.git("mv", work.file.name, moved.name)
    work.git("commit", "-q", "-m", "moved")
    _replace(moved, VERSIONS[2])
    lines = run("replay", moved, "--since", "HEAD~1").stdout.splitlines()
    assert lines[2].startswith("now: ")
    refused = run("replay", moved, "--since", "2026-13-01")
    assert "no version of the map is called 2026-13-01" in refused.stderr


def test_the_line_is_drawn_as_svg_and_over_no_file(
    run: Run, committed: Path, tmp_path: Path
) -> None:
    target = tmp_path / "line.svg"
    assert run("replay", committed, "--svg", target).exit_code == Status.DONE
    drawn = ElementTree.fromstring(target.read_text(encoding="utf-8"))  # noqa: S314  (our own)
    circles = [each.get("class") for each in drawn.iter() if each.tag.endswith("circle")]
    assert circles == ["point", "turn", "point", "turn"]
    assert run("replay", committed, "--svg", target).exit_code == Status.BAD


def test_without_git_the_copies_of_saves_are_told(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "m.json"
    save(sketch("Thesis"), path)
    for words in ("It rains.", "It snows."):
        assert run("add", path, words, "--pro", "Thesis").exit_code == Status.DONE
    data = json.loads(run("replay", path, "--json").stdout)
    assert [step["claims"] for step in data["steps"]] == [1, 2, 3]
    assert data["steps"][-1]["verdict"]["strength"] == Judgement(load(path)).strength("Thesis")


def test_each_edit_that_is_not_saved_is_a_step(run: Run, committed: Path) -> None:
    session = open_session(committed)
    session.keep_journal()
    session.do(edit.delete_claim(session.debate, "C"))
    session.do(edit.rate(session.debate, "B", "Ada", 90))
    told = json.loads(run("replay", committed, "--json").stdout)["steps"]
    assert [step["name"] for step in told[-2:]] == ["edit 1", "edit 2"]
    assert told[-2]["turned"]
    assert told[-2]["words"] == session.steps[0].sentence
    verdict = Judgement(session.debate).verdict("T")
    assert told[-1]["verdict"]["strength"] == verdict.strength
    assert session.snapshot().unsaved == tuple(session.steps)
    session.save()
    assert session.snapshot().unsaved == ()
    told = json.loads(run("replay", committed, "--json").stdout)["steps"]
    assert told[-1]["name"] == "now"
    session.undo()
    assert session.snapshot().unsaved == ()
    session.close()


def test_of_many_edits_the_first_are_one_step() -> None:
    session = Session(sketch("T", a="A + T"))
    for rating in range(53):
        session.do(edit.rate(session.debate, "A", "Ada", rating))
    found = list(edited_versions(session.debate, session.steps))
    assert [found[0].name, *(one.name for one in found[-2:])] == [
        "edit 53",
        "edit 4",
        "edits 1 to 3",
    ]
    assert found[0].after is session.debate
    assert found[-1].before is not None
    assert not found[-1].before.stances


def test_bad_use_is_explained(run: Run, committed: Path) -> None:
    for arguments, said in (
        (["--since", "zzz"], "no version of the map is called zzz"),
        (["--since", "seen"], "you have not looked at this map"),
        (["--thesis", "gone"], "there is no claim gone"),
    ):
        result = run("replay", committed, *arguments)
        assert result.exit_code == Status.BAD
        assert said in result.stderr

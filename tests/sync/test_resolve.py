"""`debatemap resolve` and `debatemap git`, as the command line has them."""

import json
import shlex
from collections.abc import Callable
from pathlib import Path

import pytest

from debatemap.cli.exit_status import Status
from debatemap.core.debate import Debate
from debatemap.formats.native.codec import dump, parse
from debatemap.sync.merge.conflict import conflicts_in
from debatemap.sync.merge.sides import name_side
from tests.cli.conftest import Run, run
from tests.strategies import sketch
from tests.sync.repository import Work, isolate, needs_git, said, signed

__all__ = ["run"]

pytestmark = needs_git

BASE = sketch("T", p="P + T", q="Q - T")
OURS, THEIRS = said(BASE, P="Ours of P."), signed(BASE, P="Bob")
BOTH = signed(OURS, P="Bob")
CLASH = said(BASE, P="Theirs of P.")


@pytest.fixture
def work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Work:
    isolate(monkeypatch, tmp_path / "home")
    return Work(tmp_path / "work")


def unmerged(work: Work, theirs: Debate = THEIRS) -> None:
    work.fork(BASE, OURS, theirs)
    assert work.run("merge", "topic").returncode == 1


def test_the_index_gives_all_three_versions(run: Run, work: Work) -> None:
    unmerged(work)
    result = run("resolve", work.file)
    assert result.exit_code == Status.DONE
    assert f"`git add {work.file}`" in result.stderr
    assert result.stdout == ""
    assert work.debate().claims == BOTH.claims
    assert run("resolve", work.file).exit_code == Status.DONE  # Again, with the same result.
    work.git("add", work.name)
    assert run("resolve", work.file).exit_code == Status.BAD


def test_conflicts_that_are_left_end_with_1(run: Run, work: Work) -> None:
    unmerged(work, CLASH)
    result = run("resolve", work.file)
    assert result.exit_code == Status.FOUND
    assert "1 conflict is left" in result.stderr
    assert len(conflicts_in(work.debate())) == 1


def test_another_file_may_be_written(run: Run, work: Work, tmp_path: Path) -> None:
    unmerged(work)
    before = work.file.read_bytes()
    out = tmp_path / "out.json"
    assert run("resolve", work.file, "-o", out).exit_code == Status.DONE
    assert work.file.read_bytes() == before
    assert work.debate(out).claims == BOTH.claims
    assert run("resolve", work.file, "-o", out).exit_code == Status.BAD


@pytest.mark.parametrize(
    "spoil",
    [
        lambda _: dump(said(BASE, P="By hand.")),
        lambda data: data.replace(b"=======\n", b""),
        lambda data: b"".join(
            line for line in data.splitlines(keepends=True) if line[:1] not in b"<=>{"
        ),
    ],
)
def test_what_someone_made_of_it_is_not_overwritten(
    run: Run, work: Work, spoil: Callable[[bytes], bytes]
) -> None:
    unmerged(work)
    work.file.write_bytes(spoil(work.file.read_bytes()))
    before = work.file.read_bytes()
    result = run("resolve", work.file)
    assert result.exit_code == Status.BAD
    assert "--output" in result.stderr
    assert work.file.read_bytes() == before


@pytest.mark.parametrize("who", ["us", "them"])
def test_a_map_that_one_side_deleted(run: Run, work: Work, who: str) -> None:
    work.fork(BASE, OURS, THEIRS)
    if who == "them":
        work.git("checkout", "-q", "topic")
    work.git("rm", "-q", work.name)
    work.git("commit", "-q", "-m", "Delete")
    work.git("checkout", "-q", "main")
    work.run("merge", "topic")
    result = run("resolve", work.file)
    assert result.exit_code == Status.BAD
    assert "one side deleted it" in result.stderr
    assert f"`git add {work.file}` keeps it, and `git rm {work.file}`" in result.stderr


def test_a_map_that_both_sides_added(run: Run, work: Work) -> None:
    work.commit(b"start\n", "README")
    work.git("branch", "topic")
    work.commit(OURS)
    work.git("checkout", "-q", "topic")
    work.commit(said(OURS, Z="New from them."))
    work.git("checkout", "-q", "main")
    work.git("config", "merge.conflictStyle", "diff3")
    assert work.run("merge", "topic").returncode in {0, 1}
    if work.is_unmerged:
        result = run("resolve", work.file)
        assert "no common ancestor" in result.stderr
    assert "Z" in work.debate().claims


MARKED = (
    '{\n  "format": "debatemap",\n  "version": 1,\n  "map": {"id": "m"},\n'
    '  "claims": {\n    "a": {\n<<<<<<< HEAD\n      "text": "Ours."\n'
    "{base}=======\n" + '      "text": "A.", "by": "Bob"\n>>>>>>> topic\n    }\n  }\n}\n'
)


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("has_base", [True, False])
def test_markers_in_a_file_without_git(
    run: Run, tmp_path: Path, end: str, *, has_base: bool
) -> None:
    base = '||||||| 1a2b3c4\n      "text": "A."\n' if has_base else ""
    path = tmp_path / "marked.json"
    path.write_bytes(MARKED.replace("{base}", base).replace("\n", end).encode())
    result = run("resolve", path)
    assert result.exit_code == (Status.DONE if has_base else Status.FOUND)
    assert ("no common ancestor" in result.stderr) != has_base
    assert "git add" not in result.stderr
    debate = parse(path.read_bytes()).debate
    assert debate.claims["a"].by == "Bob"
    assert len(conflicts_in(debate)) == (not has_base)
    for conflict in conflicts_in(debate):
        assert [name_side(conflict, n) for n in (0, 1)] == ["ours: HEAD", "theirs: topic"]


@pytest.mark.parametrize("data", [dump(BASE), b"<<<<<<< HEAD\n", b'{"a": 1}', b""])
def test_without_anything_to_resolve_it_ends_with_2(run: Run, tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "map.json"
    path.write_bytes(data)
    result = run("resolve", path)
    assert result.exit_code == Status.BAD
    assert result.stderr.count("\n") == 1
    assert path.read_bytes() == data
    assert run("resolve", tmp_path / "none.json").exit_code == Status.BAD


def test_in_a_second_clone_install_asks_for_no_commit(
    run: Run, work: Work, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    work.commit(BASE)
    monkeypatch.chdir(work.top)
    run("git", "install")
    work.git("add", ".gitattributes")
    work.git("commit", "-q", "-m", "Say which files are maps")
    second = tmp_path / "second"
    work.git("clone", "-q", work.top, second)
    monkeypatch.chdir(second)
    installed = run("git", "install")
    assert "from now on" in installed.stderr
    assert "Commit .gitattributes" not in installed.stderr
    assert "Have the others run `debatemap git install` once." in installed.stderr


def test_a_side_that_cannot_be_read_is_named(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "map.json"
    path.write_text(MARKED.replace("{base}", "").replace('"text": "A.", ', '"text": '))
    result = run("resolve", path)
    assert result.exit_code == Status.BAD
    assert "their side" in result.stderr


def test_install_status_and_uninstall(
    run: Run, work: Work, monkeypatch: pytest.MonkeyPatch
) -> None:
    work.commit(BASE)
    monkeypatch.chdir(work.top)
    assert run("git", "status").exit_code == Status.FOUND
    installed = run("git", "install")
    assert installed.exit_code == Status.DONE
    assert "Commit .gitattributes" in installed.stderr
    assert "Nothing to do" in run("git", "install").stderr
    told = run("git", "status")
    assert told.exit_code == Status.DONE
    assert "Rule: *.json" in told.stdout
    assert json.loads(run("git", "status", "--json").stdout)["installed"] is True
    assert run("git", "uninstall").exit_code == Status.DONE
    assert "Nothing to do" in run("git", "uninstall").stderr
    assert not (work.top / ".gitattributes").exists()


@pytest.mark.parametrize("pattern", ["", "!x", "a\nb", "[attr]x", " "])
def test_what_is_no_pattern_is_refused(
    run: Run, work: Work, monkeypatch: pytest.MonkeyPatch, pattern: str
) -> None:
    monkeypatch.chdir(work.top)
    assert run("git", "install", "--pattern", pattern).exit_code == Status.BAD
    assert not (work.top / ".gitattributes").exists()


def test_outside_a_repository_install_says_so(
    run: Run, work: Work, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert work.top.is_dir()
    monkeypatch.chdir(tmp_path)
    result = run("git", "install")
    assert result.exit_code == Status.BAD
    assert "no git repository" in result.stderr


@pytest.mark.parametrize("name", ["my map.json", "it's $(touch x).json"])
def test_what_is_to_be_given_to_git_is_a_word_of_a_shell(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    isolate(monkeypatch, tmp_path / "home")
    work = Work(tmp_path / "work", name)
    unmerged(work, CLASH)
    monkeypatch.chdir(work.top)
    add = f"`git add {shlex.quote(name)}`"
    assert add in run("resolve", name).stderr
    work.file.write_bytes(dump(said(BASE, P="By hand.")))
    assert f"{add} if it is done" in run("resolve", name).stderr
    for part, debate in (("base", BASE), ("ours", OURS), ("theirs", CLASH)):
        Path(part).write_bytes(dump(debate))
    assert add in run("git", "merge-driver", "base", "ours", "theirs", "7", name).stderr


def test_what_one_side_deleted_is_named_as_a_word_of_a_shell(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    isolate(monkeypatch, tmp_path / "home")
    work = Work(tmp_path / "work", "my map.json")
    work.fork(BASE, OURS, THEIRS)
    work.git("rm", "-q", work.name)
    work.git("commit", "-q", "-m", "Delete")
    work.run("merge", "topic")
    monkeypatch.chdir(work.top)
    said_of_it = run("resolve", work.name).stderr
    assert "`git add 'my map.json'` keeps it, and `git rm 'my map.json'` deletes it" in said_of_it

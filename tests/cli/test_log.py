"""`debatemap log`: a history from git, through renames, broken versions and hostile words."""

import json
from pathlib import Path

import pytest

from debatemap import edit
from debatemap.cli.exit_status import Status
from debatemap.core.debate import Debate
from debatemap.formats.format import Imported
from debatemap.formats.registry import read_map
from debatemap.sync.git.commit_history import history
from debatemap.sync.git.repository import GitError
from tests.cli.conftest import Run, small
from tests.sync.repository import Work, isolate, needs_git
from tests.system import make_link

pytestmark = needs_git


@pytest.fixture
def work(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Work:
    isolate(monkeypatch, tmp_path / "home")
    return Work(tmp_path / "work")


def lines(run: Run, *arguments: str | Path) -> list[str]:
    """Returns what `log` prints, without the dates and hashes."""
    result = run("log", *arguments)
    assert result.exit_code == Status.DONE, result.output
    return [line.partition("  Ada  ")[2] for line in result.stdout.splitlines()]


def grown(work: Work) -> Debate:
    """Commits a small history, and returns the debate at its end."""
    debate = small()
    work.commit(debate)
    debate.apply(edit.add_reply(debate, "thesis01", "attacks", "So do locks."))
    debate.apply(edit.reword(debate, "eyes0001", "Many eyes find most faults."))
    work.commit(debate)
    debate.apply(edit.delete_claim(debate, "follow01"))
    work.commit(debate)
    return debate


def test_one_line_a_commit_the_newest_first(run: Run, work: Work) -> None:
    grown(work)
    latest, *earlier = lines(run, work.file)
    assert latest.startswith("− backing of the step from “Many eyes find most faults.” to “Rel")
    assert latest.endswith(" …”: Faults that are found get mended.")
    assert earlier == [
        "+ con under “Releasing model weights …”: So do locks. (and 1 more)",
        "begun with 9 claims",
    ]
    head = run("log", work.file, "-n", "1").stdout
    assert head.startswith(f"2026-01-03  {work.git('rev-parse', 'HEAD').decode()[:8]}  Ada  − ")
    assert head.count("\n") == 1


def test_json_tells_all_of_each_commit(run: Run, work: Work) -> None:
    grown(work)
    entries = json.loads(run("log", work.file, "--json").stdout)
    assert [len(entry["words"]) for entry in entries] == [1, 2, 1]
    assert (entries[0]["author"], entries[0]["subject"]) == ("Ada", "Edit")
    assert entries[0]["date"].startswith("2026-01-03T12:00:00")
    assert entries[0]["commit"] == work.git("rev-parse", "HEAD").decode().strip()


def test_the_history_of_one_claim(run: Run, work: Work) -> None:
    grown(work)
    assert lines(run, work.file, "--claim", "eyes") == [
        "~ reworded: Many eyes find [-faults sooner.-]{+most faults.+}",
        "there from the beginning: Many eyes find faults sooner.",
    ]
    assert lines(run, work.file, "--claim", "follow01")[0].startswith("− backing of the step")
    result = run("log", work.file, "--claim", "unheard-of")
    assert (result.exit_code, result.stdout) == (Status.BAD, "")
    assert "unheard-of" in result.stderr


def test_a_file_is_followed_through_its_names(run: Run, work: Work) -> None:
    debate = grown(work)
    (work.top / "deep").mkdir()
    work.git("mv", work.name, "deep/:(top)*.json")
    debate.apply(edit.set_title(debate, "Anew"))
    work.commit(debate, "deep/:(top)*.json")
    assert lines(run, work.top / "deep/:(top)*.json")[::3] == [
        "~ title: [-Open source AI-]{+Anew+}",
        "begun with 9 claims",
    ]


def test_a_version_that_is_no_map_is_passed_over(run: Run, work: Work) -> None:
    debate = small()
    work.commit(debate)
    work.commit(b"{ <<<<<<<")
    work.commit(b"{}")
    debate.apply(edit.set_title(debate, "Anew"))
    work.commit(debate)
    told = lines(run, work.file)
    assert told[0] == "~ title: [-Open source AI-]{+Anew+}"
    assert all(line.startswith("no map that can be read: ") for line in told[1:3])


def test_a_file_that_was_deleted_has_a_history(run: Run, work: Work) -> None:
    grown(work)
    work.file.unlink()
    work.commit(b"", "other.txt")
    assert lines(run, work.file, "-n", "1") == ["the file was deleted"]
    assert lines(run, work.file, "--claim", "eyes0001")[1:] == [
        "there from the beginning: Many eyes find faults sooner."
    ]


def test_a_link_in_the_place_of_the_file_is_not_followed(run: Run, work: Work) -> None:
    grown(work)
    work.file.rename(work.top / "elsewhere.json")
    make_link(work.file, "/etc/passwd")
    work.commit(b"", "other.txt")
    (work.top / work.name).unlink()
    assert lines(run, work.file, "-n", "1") == ["the file was deleted"]


def test_two_lines_of_commits_are_each_compared_with_their_own(run: Run, work: Work) -> None:
    base, ours, theirs = small(), small(), small()
    ours.apply(edit.set_title(ours, "Ours"))
    theirs.apply(edit.reword(theirs, "inbox001", "A thought for now."))
    work.fork(base, ours, theirs)
    ours.apply(edit.reword(ours, "inbox001", "A thought for now."))
    work.run("merge", "--no-commit", "topic")
    work.commit(ours)
    told = lines(run, work.file)
    assert sorted(told[:-1]) == [
        "~ reworded: A thought for [-later.-]{+now.+}",
        "~ title: [-Open source AI-]{+Ours+}",
    ]
    assert told[-1] == "begun with 9 claims"


def test_strangers_words_are_safe(run: Run, work: Work, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_AUTHOR_NAME", "\x1b[31mEve\u202e" + "e" * 99)
    debate = small()
    work.commit(debate)
    debate.apply(edit.reword(debate, "inbox001", "now \x9b2J"))
    debate = Debate(debate.header, {**debate.claims, "inbox001": debate.claims["inbox001"]._replace(
        text="\x1b]52;c;aGk=\x07")}, debate.links)  # fmt: skip
    work.commit(debate)
    for option in ([], ["--claim", "inbox001"], ["--json"]):
        printed = run("log", work.file, *option).output
        assert not set(printed) & set("\x1b\x07\x9b\u202e")
        assert all(len(line) < 400 for line in printed.splitlines())


def test_git_runs_nothing_that_the_repository_names(run: Run, work: Work, tmp_path: Path) -> None:
    grown(work)
    trap = tmp_path / "trap"
    program = tmp_path / "program"
    program.write_text(f"#!/bin/sh\ntouch {trap}\ncat\n")
    program.chmod(0o755)
    for key in ("diff.external", "diff.x.command", "diff.x.textconv", "core.fsmonitor",
                "core.pager", "gpg.program", "core.sshCommand"):  # fmt: skip
        work.git("config", key, str(program))
    work.git("config", "log.showSignature", "true")
    work.git("config", "log.diffMerges", "on")
    work.git("config", "log.showRoot", "false")
    (work.top / ".git/info").mkdir(exist_ok=True)
    (work.top / ".git/info/attributes").write_text("*.json diff=x\n")
    assert len(lines(run, work.file)) == 3
    assert not trap.exists()


def test_outside_of_git_there_is_no_history(run: Run, work: Work, map_file: Path) -> None:
    for file in (map_file, work.top / "never.json"):
        result = run("log", file)
        assert (result.exit_code, result.stdout) == (Status.BAD, "")
        assert "git" in result.stderr
    grown(work)
    with pytest.raises(GitError, match="no history"):
        history(work.top / "never.json")


def test_each_version_is_read_once_and_only_when_it_is_asked_for(
    work: Work, monkeypatch: pytest.MonkeyPatch
) -> None:
    grown(work)
    read: list[bytes] = []

    def counted(data: bytes) -> Imported:
        read.append(data)
        return read_map(data)

    monkeypatch.setattr("debatemap.sync.git.commit_history.read_map", counted)
    entries = history(work.file)
    assert not read
    next(entries)
    assert len(read) == 2
    assert len([*entries]) == 2
    assert len(read) == 3


def test_during_a_merge_the_other_side_can_be_seen_as_well(work: Work) -> None:
    base, ours, theirs = small(), small(), small()
    ours.apply(edit.reword(ours, "eyes0001", "Ours."))
    theirs.apply(edit.reword(theirs, "eyes0001", "Theirs."))
    work.fork(base, ours, theirs)
    topic = work.git("rev-parse", "topic").decode().strip()
    work.run("merge", "-q", "topic")
    assert work.is_unmerged
    assert topic not in [entry.commit for entry in history(work.file)]
    assert topic in [entry.commit for entry in history(work.file, both_sides=True)]

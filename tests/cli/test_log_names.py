"""`debatemap log` where renames meet merges, and where a clone holds a part of the history."""

from collections.abc import Callable
from pathlib import Path

import pytest

from debatemap import edit
from debatemap.cli.exit_status import Status
from debatemap.core.debate import Debate
from debatemap.sync.git.commit_history import history
from tests.cli.conftest import Run, small
from tests.cli.test_log import grown, lines
from tests.sync.repository import Work, isolate, needs_git, said

pytestmark = needs_git


@pytest.fixture
def work(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Work:
    isolate(monkeypatch, tmp_path / "home")
    return Work(tmp_path / "work", "a.json")


def rename(work: Work, old: str, new: str) -> None:
    work.git("mv", old, new)
    work.git("commit", "-q", "-m", "Rename")


def added(debate: Debate, key: str) -> Debate:
    """Returns a debate with one more claim."""
    return said(debate, **{key: f"Claim {key}."})


def fork(work: Work, on_main: Callable[[], None], on_topic: Callable[[], None]) -> None:
    """Merges two lines of commits into `main`."""
    work.install()
    work.commit(small())
    work.git("checkout", "-q", "-b", "topic")
    on_topic()
    work.git("checkout", "-q", "main")
    on_main()
    work.git("merge", "-q", "--no-edit", "topic")


@pytest.mark.parametrize("renamed_on", ["main", "topic"])
def test_no_commit_is_lost_where_a_rename_meets_a_merge(
    run: Run, work: Work, renamed_on: str
) -> None:
    def renames() -> None:
        rename(work, "a.json", "b.json")

    def adds() -> None:
        work.commit(added(small(), "new00001"))

    fork(work, *((renames, adds) if renamed_on == "main" else (adds, renames)))
    assert lines(run, work.top / "b.json") == [
        "+ unplaced: Claim new00001.",
        "begun with 9 claims",
    ]
    (told,) = lines(run, work.top / "b.json", "--claim", "new00001")
    assert told == "+ unplaced: Claim new00001."


def test_each_line_of_commits_has_names_of_its_own(run: Run, work: Work) -> None:
    ours, theirs = small(), small()

    def on_topic() -> None:
        nonlocal theirs
        theirs = added(theirs, "topic001")
        work.commit(theirs)
        rename(work, "a.json", "b.json")
        theirs = added(theirs, "topic002")
        work.commit(theirs, "b.json")
        rename(work, "b.json", "c.json")
        work.commit(added(theirs, "topic003"), "c.json")

    def on_main() -> None:
        work.commit(added(ours, "main0001"))
        # Another file that has the name which the map had for a while on the other line.
        work.commit(b"{}", "b.json")

    fork(work, on_main, on_topic)
    work.commit(added(work.debate(work.top / "c.json"), "last0001"), "c.json")
    told = lines(run, work.top / "c.json")
    assert told[0] == "+ unplaced: Claim last0001."
    assert told[-1] == "begun with 9 claims"
    assert sorted(told[1:-1]) == [
        f"+ unplaced: Claim {key}." for key in ("main0001", "topic001", "topic002", "topic003")
    ]
    for key in ("main0001", "topic001", "topic002", "topic003"):
        assert lines(run, work.top / "c.json", "--claim", key) == [f"+ unplaced: Claim {key}."]


def test_a_rename_in_the_merge_itself_is_followed(run: Run, work: Work) -> None:
    def on_topic() -> None:
        work.commit(added(small(), "topic001"))

    def on_main() -> None:
        work.commit(b"x", "other.txt")

    fork(work, on_main, on_topic)
    work.git("mv", "a.json", "b.json")
    work.git("commit", "-q", "--amend", "--no-edit")
    assert lines(run, work.top / "b.json") == [
        "+ unplaced: Claim topic001.",
        "begun with 9 claims",
    ]


def test_during_a_merge_the_other_side_may_have_another_name(work: Work) -> None:
    work.commit(small())
    work.git("checkout", "-q", "-b", "topic")
    rename(work, "a.json", "b.json")
    topic = work.commit(said(small(), inbox001="Theirs."), "b.json")
    work.git("checkout", "-q", "main")
    main = work.commit(said(small(), inbox001="Ours."))
    (work.top / ".git" / "MERGE_HEAD").write_text(f"{topic}\n")
    both = [entry.commit for entry in history(work.file, both_sides=True)]
    assert {topic, main} <= set(both)


def test_a_shallow_clone_says_that_the_history_is_cut_off(
    run: Run, work: Work, tmp_path: Path
) -> None:
    debate = grown(work)
    debate.apply(edit.set_title(debate, "Anew"))
    work.commit(debate)
    clone = tmp_path / "clone"
    work.git("clone", "-q", "--depth", "2", f"file://{work.top}", clone)
    result = run("log", clone / "a.json")
    assert [line.partition("  Ada  ")[2] for line in result.stdout.splitlines()] == [
        "~ title: [-Open source AI-]{+Anew+}",
        "cut off; there were 9 claims",
    ]
    assert "This clone is shallow, so the history is cut off there" in result.stderr
    result = run("log", clone / "a.json", "--claim", "eyes0001")
    assert result.stdout.endswith(
        "  there where the history is cut off: Many eyes find most faults.\n"
    )
    assert "shallow" in result.stderr
    replayed = run("replay", clone / "a.json").stdout
    assert replayed.count("what was before is cut off, as the clone is shallow") == 1
    for command in ("log", "replay"):
        assert "cut off" not in run(command, work.file).output


def test_a_file_that_came_later_than_the_cut_is_not_cut_off(
    run: Run, work: Work, tmp_path: Path
) -> None:
    for name in ("x.txt", "y.txt"):
        work.commit(b"", name)
    work.commit(small())
    clone = tmp_path / "clone"
    work.git("clone", "-q", "--depth", "2", f"file://{work.top}", clone)
    result = run("log", clone / "a.json")
    assert result.stdout.endswith("  begun with 9 claims\n")
    assert result.stderr == ""


@pytest.mark.parametrize("option", [[], ["--json"]])
def test_a_claim_that_no_commit_changed_is_no_silence(
    run: Run, work: Work, option: list[str]
) -> None:
    work.commit(small())
    claim = run("add", work.file, "Not committed.").stdout.strip()
    result = run("log", work.file, "--claim", claim, *option)
    assert (result.exit_code, result.stdout) == (Status.FOUND, "[]\n" if option else "")
    assert "no commit by itself changed this claim: it is not committed yet" in result.stderr


def test_a_name_that_is_no_text_and_words_of_another_encoding(run: Run, work: Work) -> None:
    work.name = "café\n→.json"
    work.commit(small())
    work.file.write_bytes(work.file.read_bytes().replace(b"Open source", b"Closed source"))
    work.git("-c", "i18n.commitEncoding=UTF-8", "commit", "-qam", "caf\udce9")
    assert len(run("log", work.file, "--json").stdout.splitlines()) > 2
    assert lines(run, work.file)[1] == "begun with 9 claims"

"""Maps merged by a real git: every way in which it merges, and every way in which that fails."""

import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from debatemap.cli.commands.git_drivers import merge_driver
from debatemap.cli.commands.resolve import resolve
from debatemap.core.debate import Debate
from debatemap.core.errors import MapError
from debatemap.formats.native.codec import dump
from debatemap.store.joined_words import joined_words
from debatemap.sync.git.shell import FAULT
from debatemap.sync.merge.conflict import Side, conflicts_in
from debatemap.sync.merge.settle import choices
from debatemap.sync.merge.sides import name_side
from debatemap.sync.merge.three_way import merge3
from tests.sync.repository import (
    PROGRAM,
    Work,
    isolate,
    needs_git,
    said,
    signed,
    without_the_driver,
)
from tests.sync.three_sides import BASE, CLASH, OURS, THEIRS

pytestmark = needs_git


@pytest.fixture
def work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Work:
    isolate(monkeypatch, tmp_path / "home")
    work = Work(tmp_path / "work")
    work.install()
    return work


def holds_both(debate: Debate) -> bool:
    """Tells whether the edits of both sides are there."""
    texts = {claim.text for claim in debate.claims.values()}
    assert {"Ours of P.", "New from us.", "New from them.", "T.", "Q."} <= texts
    assert debate.claims["P"].by == "Bob"
    assert debate.links.keys() == {"p", "q"}
    return not conflicts_in(debate)


def merge(work: Work) -> None:
    work.git("merge", "-q", "topic")


def rebase(work: Work) -> None:
    work.git("rebase", "-q", "topic")


def cherry_pick(work: Work) -> None:
    work.git("cherry-pick", "topic")


def stash_pop(work: Work) -> None:
    work.git("reset", "-q", "--hard", "HEAD~1")
    work.file.write_bytes(dump(OURS))
    work.git("stash")
    work.git("merge", "-q", "topic")
    work.git("stash", "pop")


@pytest.mark.parametrize("way", [merge, rebase, cherry_pick, stash_pop])
def test_both_sides_edits_are_there(work: Work, way: Callable[[Work], None]) -> None:
    work.fork(BASE, OURS, THEIRS)
    way(work)
    assert holds_both(work.debate())
    assert not work.is_unmerged


def test_revert_takes_back_one_edit_and_leaves_the_later_one(work: Work) -> None:
    work.commit(BASE)
    first = work.commit(said(BASE, P="A mistake."))
    work.commit(signed(said(BASE, P="A mistake."), P="Bob"))
    work.git("revert", "--no-edit", first)
    assert work.debate().claims == signed(BASE, P="Bob").claims


def test_a_base_that_is_itself_a_merge(work: Work) -> None:
    work.commit(BASE)
    ours, theirs = said(BASE, P="Ours of P."), signed(BASE, P="Bob")
    both = signed(ours, P="Bob")
    work.git("branch", "topic")
    work.commit(ours)
    work.git("branch", "ours-alone")
    work.git("checkout", "-q", "topic")
    work.commit(theirs)
    work.git("checkout", "-q", "main")
    work.git("merge", "-q", "topic")
    work.git("checkout", "-q", "topic")
    work.git("merge", "-q", "ours-alone")
    work.commit(said(both, Z="New from them.", Q="Theirs of Q."))
    work.git("checkout", "-q", "main")
    work.commit(signed(said(both, N="New from us."), Q="Ann"))
    assert len(work.git("merge-base", "--all", "main", "topic").split()) == 2
    work.git("merge", "-q", "topic")
    debate = work.debate()
    assert debate.claims["Q"].text == "Theirs of Q."
    assert debate.claims["Q"].by == "Ann"
    assert holds_both(said(debate, Q="Q."))


def test_a_file_that_one_side_renamed(work: Work) -> None:
    work.fork(BASE, OURS, THEIRS)
    work.git("mv", work.name, "other.json")
    work.git("commit", "-q", "-m", "Rename")
    work.git("merge", "-q", "topic")
    assert holds_both(work.debate(work.top / "other.json"))
    assert not work.file.exists()


@pytest.mark.parametrize("how", ["setting", "attributes"])
def test_a_checkout_with_crlf(work: Work, how: str) -> None:
    if how == "setting":
        work.git("config", "core.autocrlf", "true")
    else:
        with (work.top / ".gitattributes").open("a") as file:
            file.write("*.json text eol=crlf\n")
    work.fork(BASE, OURS, THEIRS)
    work.git("merge", "-q", "topic")
    assert holds_both(work.debate())
    assert work.file.read_bytes().count(b"\r\n") == work.file.read_bytes().count(b"\n")
    assert b"\r" not in work.git("cat-file", "blob", f"HEAD:{work.name}")
    assert work.git("status", "--porcelain") == b""


def test_a_linked_working_tree(work: Work, tmp_path: Path) -> None:
    work.fork(BASE, OURS, THEIRS)
    other = tmp_path / "other"
    work.git("worktree", "add", "-q", other, "topic")
    work.git("merge", "-q", "main", cwd=other)
    assert holds_both(work.debate(other / work.name))


@pytest.mark.parametrize(
    "name", ["sub/deep/a map.json", "-rf.json", 'it\'s “é” $(touch run) %A "x".json']
)
def test_a_name_of_any_kind_from_a_folder_below(work: Work, name: str) -> None:
    work.name = name
    work.fork(BASE, OURS, THEIRS)
    below = work.top / "sub"
    below.mkdir(exist_ok=True)
    work.git("merge", "-q", "topic", cwd=below)
    assert holds_both(work.debate())
    assert not [path for path in work.top.rglob("run*") if ".git" not in path.parts]


def test_what_cannot_be_decided_is_kept_in_the_map(work: Work) -> None:
    work.fork(BASE, OURS, CLASH)
    done = work.run("merge", "topic")
    assert done.returncode == 1
    assert b"merged by meaning; 1 conflict is left" in done.stderr
    assert work.is_unmerged
    (conflict,) = conflicts_in(work.debate())
    assert set(conflict.values) == {"Ours of P.", "Theirs of P."}


def test_a_map_that_both_added(work: Work) -> None:
    work.commit(b"start\n", "README")
    work.git("branch", "topic")
    work.commit(OURS)
    work.git("checkout", "-q", "topic")
    work.commit(said(OURS, Z="New from them."))
    work.git("checkout", "-q", "main")
    work.git("merge", "-q", "topic")
    assert {"N", "Z"} <= work.debate().claims.keys()


@pytest.mark.parametrize("kind", ["is missing", "exits with 1", "has no interpreter"])
def test_without_the_program_git_merges_lines_and_loses_no_side(
    work: Work, tmp_path: Path, kind: str
) -> None:
    without_the_driver(work, tmp_path, kind)
    work.fork(BASE, OURS, THEIRS)
    done = work.run("merge", "topic")
    assert done.returncode == 1
    assert b"merged line by line" in done.stderr
    assert work.is_unmerged
    text = work.file.read_text()
    assert "<<<<<<< ours" in text
    assert "Ours of P." in text
    assert '"by": "Bob"' in text
    with pytest.raises(MapError, match="debatemap resolve"):
        work.debate()
    resolved = subprocess.run([PROGRAM, "resolve", work.file], capture_output=True, check=False)
    assert resolved.returncode == 0, resolved
    assert b"git add" in resolved.stderr
    assert holds_both(work.debate())


@pytest.mark.parametrize("way", [merge, rebase, cherry_pick, stash_pop])
def test_without_the_program_edits_far_apart_are_merged(
    work: Work, tmp_path: Path, way: Callable[[Work], None]
) -> None:
    without_the_driver(work, tmp_path, "is missing")
    work.fork(BASE, OURS, said(BASE, T="Theirs of T."))
    way(work)
    assert work.debate().claims == said(OURS, T="Theirs of T.").claims


def nothing_happened(work: Work, done: "subprocess.CompletedProcess[bytes]") -> bool:
    """Tells whether git stopped and left our side as it was."""
    assert done.returncode != 0
    assert work.file.read_bytes() == dump(OURS)
    assert not work.is_unmerged
    assert work.git("status", "--porcelain", "--untracked-files=no") == b""
    return not (work.top / ".git" / "MERGE_HEAD").exists()


def broken(error: BaseException) -> Callable[..., object]:
    """Returns a function that fails."""

    def fail(*_: object, **__: object) -> None:
        raise error

    return fail


@pytest.mark.parametrize(
    ("where", "how", "reason"),
    [
        ("debatemap.store.atomic.write_bytes", MapError("x", "the disk is full"), "disk is full"),
        ("debatemap.sync.merge.files.merge3", KeyboardInterrupt(), "interrupted"),
        ("debatemap.sync.merge.files.merge3", RecursionError(), "RecursionError"),
        ("debatemap.sync.merge.files.merge3", MemoryError(), "MemoryError"),
        ("debatemap.sync.merge.files.write_like", None, "is not JSON"),
    ],
)
def test_whatever_happens_our_side_stays_as_it_was(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    where: str,
    how: BaseException | None,
    reason: str,
) -> None:
    base, ours, theirs = (tmp_path / name for name in ("base", "ours", "theirs"))
    for path, debate in ((base, BASE), (ours, OURS), (theirs, THEIRS)):
        path.write_bytes(dump(debate))
    monkeypatch.setattr(where, broken(how) if how else lambda *_: b"{")
    assert merge_driver(base, ours, theirs, 7, "a \x1b[2Jmap.json") == FAULT
    complaint = capsys.readouterr().err
    assert reason in complaint
    assert complaint.startswith("debatemap: a [2Jmap.json was not merged: ")
    assert complaint.count("\n") == 1
    assert ours.read_bytes() == dump(OURS)
    assert sorted(tmp_path.iterdir()) == [base, ours, theirs]


@pytest.mark.parametrize("script", [f"exit {FAULT}", "kill -9 $$", "exit 70"])
def test_a_driver_that_fails_stops_the_merge(work: Work, tmp_path: Path, script: str) -> None:
    program = tmp_path / "debatemap"
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(0o755)
    work.install(program)
    work.fork(BASE, OURS, THEIRS)
    head = work.git("rev-parse", "HEAD")
    assert nothing_happened(work, work.run("merge", "topic"))
    assert nothing_happened(work, work.run("cherry-pick", "topic"))
    assert work.git("rev-parse", "HEAD") == head
    work.file.write_bytes(dump(said(OURS, P="Stashed.")))
    work.git("stash")
    work.git("checkout", "-q", "topic")
    assert work.run("stash", "pop").returncode != 0
    assert work.git("stash", "list")
    assert work.file.read_bytes() == dump(THEIRS)
    work.git("checkout", "-q", "main")
    work.run("rebase", "topic")
    work.git("rebase", "--abort")
    assert work.git("rev-parse", "HEAD") == head
    assert work.file.read_bytes() == dump(OURS)


@pytest.mark.parametrize(
    ("spoil", "reason"),
    [
        (lambda data: data[:-9], b"it is not JSON"),
        (lambda data: data.replace(b'"version": 1', b'"version": 2'), b"a newer debatemap"),
    ],
)
def test_a_map_that_cannot_be_read_stops_the_merge(
    work: Work, spoil: Callable[[bytes], bytes], reason: bytes
) -> None:
    work.commit(BASE)
    work.git("branch", "topic")
    work.commit(OURS)
    work.git("checkout", "-q", "topic")
    work.commit(spoil(dump(THEIRS)))
    work.git("checkout", "-q", "main")
    done = work.run("merge", "topic")
    assert nothing_happened(work, done)
    assert reason in done.stderr
    assert b"their side" in done.stderr
    assert b"Traceback" not in done.stderr


@pytest.mark.parametrize(
    "sides",
    [
        (b'{\n"a": 1,\n"b": 2,\n"c": 3\n}\n', b'{\n"a": 5,\n"b": 2,\n"c": 3\n}\n',
         b'{\n"a": 1,\n"b": 2,\n"c": 7\n}\n'),
        (b"1\n2\n3\n4\n5\n", b"x\n2\n3\n4\n5\n", b"1\n2\n3\n4\ny\n"),
        ("é\n".encode("utf-16"), "a\n".encode("utf-16"), "b\n".encode("utf-16")),
    ],
)  # fmt: skip
def test_other_json_is_merged_as_git_does(
    work: Work, tmp_path: Path, sides: tuple[bytes, bytes, bytes]
) -> None:
    plain = Work(tmp_path / "plain")
    done = []
    for one in (work, plain):
        one.name = "package.json"
        one.commit(sides[0])
        one.git("branch", "topic")
        one.commit(sides[1])
        one.git("checkout", "-q", "topic")
        one.commit(sides[2])
        one.git("checkout", "-q", "main")
        done.append(one.run("merge", "topic").returncode)
    assert done[0] == done[1]
    expected = plain.file.read_bytes().replace(b"HEAD", b"ours").replace(b"> topic", b"> theirs")
    assert work.file.read_bytes() == expected


def test_the_program_is_found_on_the_path(
    work: Work, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    without_the_driver(work, tmp_path, "is missing")
    monkeypatch.setenv("PATH", f"{PROGRAM.parent}{os.pathsep}{os.environ['PATH']}")
    work.fork(BASE, OURS, THEIRS)
    merge(work)
    assert holds_both(work.debate())


def test_joined_words_are_named_and_noted(work: Work) -> None:
    texts = ("It rains. So be it.", "It snows. So be it.", "It rains. So it is.")
    work.fork(*(said(BASE, P=text) for text in texts))
    done = work.run("merge", "topic")
    assert done.returncode == 0
    assert "joined the words of both, read them: “It snows. So it is.”" in done.stderr.decode()
    assert work.debate().claims["P"].text == "It snows. So it is."
    assert joined_words(work.debate().header.id) == {"P": "It snows. So it is."}


@pytest.mark.parametrize("uses_driver", [True, False])
def test_a_conflict_says_who_made_each_value(
    work: Work, monkeypatch: pytest.MonkeyPatch, *, uses_driver: bool
) -> None:
    if not uses_driver:
        (work.top / ".gitattributes").unlink()
    work.commit(BASE)
    work.git("branch", "topic")
    work.commit(OURS)
    work.git("checkout", "-q", "topic")
    monkeypatch.setenv("GIT_AUTHOR_NAME", "Ben")
    monkeypatch.setenv("GIT_AUTHOR_DATE", "2026-01-05T12:00:00Z")
    work.commit(CLASH)
    work.git("checkout", "-q", "main")
    assert work.run("merge", "topic").returncode == 1
    if not uses_driver:
        resolve(work.file)
    (conflict,) = [c for c in conflicts_in(work.debate()) if c.path[-1] == "text"]
    assert [name_side(conflict, n) for n in (0, 1)] == [
        "ours: Ada, 2026-01-03",
        "theirs: Ben, 2026-01-05",
    ]
    assert choices(conflict) == ["Ours of P.", "Theirs of P."]


def test_what_the_driver_left_in_a_rebase_is_nobodys_edit(work: Work) -> None:
    work.fork(BASE, OURS, CLASH)
    assert work.run("rebase", "topic").returncode == 1
    resolve(work.file)
    (conflict,) = [c for c in conflicts_in(work.debate()) if c.path[-1] == "text"]
    assert all(side.name for side in conflict.sides)


def test_two_clones_that_merge_the_same_have_the_same_conflicts(work: Work) -> None:
    work.fork(BASE, OURS, CLASH)
    one = merge3(BASE, OURS, CLASH, people=(Side("Ada"), Side("Ben")))
    work.run("merge", "topic")
    both = merge3(BASE, one.debate, work.debate())
    assert len(conflicts_in(both.debate)) == 1

"""Git asked by us: what it answers, what it may not run, and what is written into its settings."""

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from debatemap.cli.commands.git import install, uninstall
from debatemap.core.errors import MapError
from debatemap.formats.native.codec import dump
from debatemap.sync.git.attributes_file import (
    attributes_file,
    maps_in,
    patterns_in,
    put_rules,
    take_rules,
    with_rules,
    without_rules,
)
from debatemap.sync.git.driver import Scope, put_settings, settings_seen, take_settings
from debatemap.sync.git.installation import installation
from debatemap.sync.git.repository import GitError, Repository, repository_of, run
from debatemap.sync.git.shell import our_settings, program_in
from tests.strategies import sketch
from tests.sync.repository import Work, isolate, needs_git, said
from tests.system import make_link

pytestmark = needs_git

BASE = sketch("T", p="P + T")
OURS, THEIRS = said(BASE, P="Ours of P."), said(BASE, P="Theirs of P.")


@pytest.fixture
def work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Work:
    isolate(monkeypatch, tmp_path / "home")
    return Work(tmp_path / "work")


@pytest.mark.parametrize("name", ["debate.json", "sub/a b.json", ":(top)é*.json", "-x.json"])
def test_a_file_at_a_revision_and_in_the_index(work: Work, tmp_path: Path, name: str) -> None:
    work.name = name
    work.fork(BASE, OURS, THEIRS)
    work.run("merge", "topic")
    link = tmp_path / "link"
    make_link(link, work.top)
    for path in (work.file, link / name):
        repository = repository_of(path)
        assert repository.top == work.top
        assert repository.show("topic", path) == dump(THEIRS)
        assert repository.show("HEAD~1", path) == dump(BASE)
        assert repository.stages(path) == {1: dump(BASE), 2: dump(OURS), 3: dump(THEIRS)}
        assert repository.show("HEAD", path.with_name("none.json")) is None


def test_a_deleted_file_a_folder_and_a_link_are_no_file(work: Work) -> None:
    work.commit(BASE, "sub/x.json")
    make_link(work.top / "sub" / "link.json", "x.json")
    work.commit(BASE, "sub/y.json")
    work.git("rm", "-q", "-r", "sub")
    repository = repository_of(work.top / "sub" / "x.json")
    assert repository.show("HEAD", work.top / "sub" / "x.json") == dump(BASE)
    assert repository.show("HEAD", work.top / "sub") is None
    assert repository.show("HEAD", work.top / "sub" / "link.json") is None
    assert repository.stages(work.top / "sub" / "x.json") == {}


def test_branches_come_with_the_latest_first(work: Work, monkeypatch: pytest.MonkeyPatch) -> None:
    repository = repository_of(work.top)
    assert not repository.head_exists
    assert repository.branches() == []
    work.commit(BASE)
    work.git("tag", "main-tag")
    work.git("checkout", "-q", "-b", "feature/é")
    monkeypatch.setenv("GIT_COMMITTER_DATE", "2026-02-03T12:00:00Z")
    work.commit(OURS)
    assert repository_of(work.top).head_exists
    assert repository.branches() == ["feature/é", "main"]


def test_a_linked_working_tree_has_a_top_of_its_own(work: Work, tmp_path: Path) -> None:
    work.commit(BASE)
    other = tmp_path / "other"
    work.git("worktree", "add", "-q", other)
    assert repository_of(other / work.name).top == other
    assert repository_of(other).show("HEAD", other / work.name) == dump(BASE)


@pytest.mark.parametrize("revision", ["none", "--all", "-h", "", "HEAD:debate.json", "a\0b", "x y"])
def test_a_revision_that_does_not_exist_is_refused(work: Work, revision: str) -> None:
    work.commit(BASE)
    with pytest.raises(GitError):
        repository_of(work.top).resolve(revision)


def test_what_git_cannot_do_is_a_sentence(
    work: Work, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(GitError, match="no git repository"):
        repository_of(tmp_path / "x.json")
    with pytest.raises(GitError, match="not in the repository"):
        repository_of(work.top).name_of(tmp_path / "x.json")
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(GitError, match="not installed") as caught:
        repository_of(work.top)
    assert isinstance(caught.value, MapError)


def test_the_file_says_which_repository_and_not_the_environment(
    work: Work, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    work.commit(BASE)
    other = Work(tmp_path / "other")
    monkeypatch.setenv("GIT_DIR", str(other.top / ".git"))
    monkeypatch.setenv("GIT_INDEX_FILE", str(tmp_path / "none"))
    assert repository_of(work.file).show("HEAD", work.file) == dump(BASE)


HOOKS = ("post-index-change", "reference-transaction", "post-checkout", "pre-auto-gc")


def _arm(work: Work, canary: Path) -> None:
    """Has a repository's settings run a program in every way that they know."""
    program = work.top / "run-me"
    program.write_text(f"#!/bin/sh\ntouch '{canary}'\ncat\n")
    program.chmod(0o755)
    hooks = work.top / "hooks"
    hooks.mkdir()
    for hook in HOOKS:
        make_link(hooks / hook, program)
        make_link(work.top / ".git" / "hooks" / hook, program)
    settings = (
        "core.fsmonitor", "diff.external", "diff.json.command", "diff.json.textconv",
        "diff.debatemap.command", "diff.debatemap.textconv", "merge.debatemap.driver",
        "filter.json.clean", "filter.json.smudge", "filter.json.process", "gpg.program",
        "core.pager", "core.editor", "core.sshCommand", "core.askPass", "core.gitProxy",
        "core.alternateRefsCommand", "credential.helper", "uploadpack.packObjectsHook",
        "pager.rev-parse", "pager.ls-files", "pager.cat-file", "pager.config",
    )  # fmt: skip
    for key in settings:
        work.git("config", key, str(program))
    plain = {
        "core.hooksPath": str(hooks), "log.showSignature": "true", "core.repositoryFormatVersion":
        "1", "extensions.partialClone": "origin", "remote.origin.promisor": "true",
        "remote.origin.url": f"ext::{program} %S", "remote.origin.uploadpack": str(program),
        "protocol.ext.allow": "always", "protocol.allow": "always",
        "alias.ls-files": f"!{program}", "alias.ls-tree": f"!{program}",
    }  # fmt: skip
    for key, value in plain.items():
        work.git("config", key, value)
    (work.top / ".git" / "info" / "attributes").write_text("*.json filter=json diff=json\n")


@pytest.fixture
def armed(work: Work, tmp_path: Path) -> Iterator[Work]:
    """A repository that runs a program wherever git lets it, with a merge left open."""
    work.fork(BASE, OURS, THEIRS)
    work.run("merge", "topic")
    lost = work.git("rev-parse", f"topic:{work.name}").decode().strip()
    canary = tmp_path / "canary"
    _arm(work, canary)
    (work.top / ".git" / "objects" / lost[:2] / lost[2:]).unlink()
    yield work
    assert not canary.exists()
    work.run("status")
    assert canary.exists(), "the trap itself does not work"


def test_nothing_in_a_repository_gets_to_run(armed: Work) -> None:
    repository = repository_of(armed.file)
    assert repository.show("main", armed.file) == dump(OURS)
    with pytest.raises(GitError):  # The object is not there, and nobody fetches it.
        repository.show("topic", armed.file)
    with pytest.raises(GitError):
        repository.stages(armed.file)
    assert set(repository.branches()) == {"main", "topic"}
    assert repository.head_exists
    run("merge-base", "main", "topic", cwd=armed.top)
    scope = Scope.of(armed.top, is_global=False)
    maps_in(repository)
    installation(armed.top)
    put_settings(scope)
    put_rules(attributes_file(scope), ["*.json"])
    take_rules(attributes_file(scope))
    take_settings(scope)


def _state(work: Work) -> list[tuple[Path, bytes]]:
    paths = (work.top / ".git" / "config", work.top / ".gitattributes")
    return [(path, path.read_bytes()) for path in paths if path.exists()]


def _install(work: Work, patterns: list[str]) -> bool:
    scope = Scope.of(work.top, is_global=False)
    changed = put_settings(scope)
    return put_rules(attributes_file(scope), patterns) or changed


def _uninstall(work: Work) -> None:
    scope = Scope.of(work.top, is_global=False)
    take_rules(attributes_file(scope))
    take_settings(scope)


@pytest.mark.parametrize(
    "attributes",
    [None, b"", b"* text\n", b"* text", b"*.json text\r\n*.x y\r\n", b"*.json text\r\n*.x y"],
)
@pytest.mark.parametrize(
    "config", [b"", b'[merge "debatemap"]\n\trecursive = union\n', b"[x]\n\ty = 1"]
)
def test_uninstall_takes_what_install_wrote_and_no_more(
    work: Work, attributes: bytes | None, config: bytes
) -> None:
    if attributes is not None:
        (work.top / ".gitattributes").write_bytes(attributes)
    with (work.top / ".git" / "config").open("ab") as file:
        file.write(config)
    before = _state(work)
    assert _install(work, ["*.json", "a b/*.x"])
    installed = _state(work)
    assert not _install(work, ["*.json", "a b/*.x"])
    assert _state(work) == installed
    assert b"merge: debatemap" in work.git("check-attr", "merge", "--", "x.json")
    assert b"merge: debatemap" in work.git("check-attr", "merge", "--", "a b/map.x")
    _uninstall(work)
    after = _state(work)
    # Git ends the last line of its settings before it adds to them.
    assert [(path, data.rstrip(b"\n")) for path, data in after] == [
        (path, data.rstrip(b"\n")) for path, data in before
    ]
    assert [data for path, data in after if path.name != "config"] == [
        data for path, data in before if path.name != "config"
    ]


@given(
    st.lists(st.sampled_from((b"* text", b"*.json -diff", b"# note", b"", b"a merge=debatemap")),
             max_size=4),
    st.sampled_from((b"\n", b"\r\n")), st.booleans(),
    st.lists(st.sampled_from(("*.json", "a b/*", '"q"', "#x", "\\é")), min_size=1, max_size=3),
)  # fmt: skip
def test_rules_come_and_go_without_a_trace(
    lines: list[bytes],
    end: bytes,
    is_ended: bool,  # noqa: FBT001  (drawn)
    patterns: list[str],
) -> None:
    data = end.join(lines) + (end if is_ended and lines else b"")
    ruled = with_rules(data, patterns)
    assert with_rules(ruled, patterns) == ruled
    assert patterns_in(ruled) == list(dict.fromkeys(patterns))
    assert without_rules(ruled) == data
    assert without_rules(with_rules(None, patterns)) is None


def test_settings_of_the_users_own_stay(work: Work) -> None:
    work.git("config", "merge.debatemap.driver", "my-own %A")
    work.git("config", "diff.debatemap.binary", "true")
    _uninstall(work)
    assert {(found.key, found.value) for found in settings_seen(work.top)} == {
        ("merge.debatemap.driver", "my-own %A"),
        ("diff.debatemap.binary", "true"),
    }


def test_attributes_that_are_a_link_are_not_followed(work: Work, tmp_path: Path) -> None:
    make_link(work.top / ".gitattributes", tmp_path / "precious")
    with pytest.raises(GitError, match="no regular file"):
        attributes_file(Scope.of(work.top, is_global=False))


@pytest.mark.parametrize("kind", ["FIFO", "folder", "link"])
@pytest.mark.parametrize("named", [".gitconfig", "settings/git/config", "elsewhere"])
def test_settings_that_are_no_regular_file_are_left_alone(
    work: Work, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str, named: str
) -> None:
    target = tmp_path / "home" / named
    target.parent.mkdir(parents=True, exist_ok=True)
    if named == "elsewhere":
        monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(target))
    if kind == "folder":
        target.mkdir()
    else:
        os.mkfifo(tmp_path / "pipe" if kind == "link" else target)
    if kind == "link":
        target.symlink_to(tmp_path / "pipe")
    before = target.stat()
    monkeypatch.chdir(work.top)
    for change in (install, uninstall):
        with pytest.raises(GitError, match="it is no regular file"):
            change(is_global=True)
    for change_settings in (put_settings, take_settings):
        with pytest.raises(GitError, match="it is no regular file"):
            change_settings(Scope(work.top, is_global=True))
    assert target.stat() == before


@pytest.mark.parametrize("setting", ["", "~/my attributes", "both"])
def test_the_users_own_attributes(work: Work, tmp_path: Path, setting: str) -> None:
    home = tmp_path / "home"
    work.git("config", "core.attributesFile", str(tmp_path / "precious"))
    if setting:
        work.git("config", "--global", "core.attributesFile", "~/my attributes")
    path = attributes_file(Scope.of(work.top, is_global=True))
    assert path == (home / "my attributes" if setting else home / "settings/git/attributes")
    scope = Scope.of(work.top, is_global=True)
    assert put_settings(scope)
    assert put_rules(path, ["*.json"])
    assert not put_settings(scope)
    work.git("config", "--unset", "core.attributesFile")
    assert b"merge: debatemap" in work.git("check-attr", "merge", "--", "x.json")
    assert take_rules(path)
    assert take_settings(scope)
    assert not path.exists()


def test_what_is_missing_is_told(work: Work, tmp_path: Path) -> None:
    work.commit(BASE)
    work.commit(b'{"format": "other"}', "package.json")
    assert len(list(installation(work.top).missing())) == 2
    _install(work, ["*.json"])
    found = installation(work.top)
    assert not list(found.missing())
    assert [path.name for path in found.maps] == ["debate.json"]
    with (work.top / ".gitattributes").open("a") as file:
        file.write("debate.json merge=binary\n")
    assert "merge is binary" in next(installation(work.top).missing())
    for key, value in our_settings(tmp_path / "a 100% 'gone' debatemap").items():
        work.git("config", key, value)
    found = installation(work.top)
    assert found.program == tmp_path / "a 100% 'gone' debatemap"
    assert any("line by line" in words for words in found.missing())


@given(st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=9))
def test_the_program_is_read_out_of_the_line_again(name: str) -> None:
    program = Path("/opt", name.replace("/", "_"), "debatemap")
    for key, value in our_settings(program).items():
        if not key.endswith(".name"):
            assert program_in(key, value) == program
            checked = subprocess.run(["sh", "-n", "-c", value], check=False)
            assert checked.returncode == 0


def test_a_path_is_named_within_the_repository(work: Work, monkeypatch: pytest.MonkeyPatch) -> None:
    below = work.top / "sub"
    below.mkdir()
    monkeypatch.chdir(below)
    repository = Repository(work.top)
    assert repository.name_of(Path("x.json")) == "sub/x.json"
    assert repository.name_of(Path(os.pardir, "x.json")) == "x.json"

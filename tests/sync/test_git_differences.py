"""Differences of maps as a real git tells them: in words, and by lines where it must."""

from pathlib import Path

import pytest

from debatemap.formats.native.codec import dump
from tests.sync.repository import Work, isolate, needs_git, said, without_the_driver
from tests.sync.three_sides import BASE, CLASH, OURS

pytestmark = needs_git


@pytest.fixture
def work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Work:
    isolate(monkeypatch, tmp_path / "home")
    work = Work(tmp_path / "work")
    work.install()
    return work


def test_differences_are_told_in_words(work: Work) -> None:
    work.commit(BASE)
    work.commit(OURS)
    shown = work.git("diff", "HEAD~1").decode()
    assert shown.startswith("diff --debatemap a/debate.json b/debate.json\n")
    assert "New from us." in shown
    assert '"text"' not in shown
    prose = work.git("show").decode()
    assert "Claim: New from us." in prose or "Unplaced" in prose
    assert '"text"' not in prose
    work.git("rm", "-q", work.name)
    assert "New from us." in work.git("diff", "--cached").decode()


def test_differences_of_a_renamed_and_of_an_unmerged_map(work: Work) -> None:
    work.fork(BASE, OURS, CLASH)
    work.git("mv", "--", work.name, "-new name.json")
    shown = work.git("diff", "--cached", "-M").decode()
    assert shown.startswith("diff --debatemap a/debate.json b/-new name.json\n")
    work.git("reset", "-q", "--hard")
    work.run("merge", "topic")
    assert b"* Unmerged path debate.json" in work.git("diff", "--cached")


@pytest.mark.parametrize("watched", [False, True])
def test_other_json_is_compared_as_git_does(
    work: Work, monkeypatch: pytest.MonkeyPatch, *, watched: bool
) -> None:
    if watched:
        monkeypatch.setenv("GIT_PAGER_IN_USE", "1")
        monkeypatch.setenv("TERM", "xterm")
    work.commit(b'{"a": 1}\n', "sub/package.json")
    work.commit(b'{"a": 2}\n', "sub/package.json")
    work.commit(b'{"b": 2}\n', "new.json")
    work.git("rm", "-q", "sub/package.json")
    work.commit(b'{"b": 3}\n', "new.json")
    for back in ("HEAD~1", "HEAD~2"):
        assert work.git("diff", back) == work.git("diff", "--no-ext-diff", "--no-textconv", back)
    work.git("mv", "new.json", "näher.json")
    work.git("update-index", "--chmod=+x", "näher.json")
    assert work.git("diff", "--cached", "-M") == work.git("diff", "--no-ext-diff", "--cached", "-M")
    plain = work.git("show", "--no-textconv")
    assert work.git("show") == plain
    assert (b"\x1b[" in plain) == watched


def test_without_the_program_differences_are_lines(work: Work, tmp_path: Path) -> None:
    without_the_driver(work, tmp_path, "is missing")
    work.commit(BASE)
    work.commit(OURS)
    assert b'+      "text": "New from us."' in work.git("diff", "HEAD~1")
    assert b'+      "text": "New from us."' in work.git("show")


def test_a_broken_map_is_compared_line_by_line(work: Work) -> None:
    work.commit(BASE)
    work.commit(dump(OURS)[:-9])
    assert b'"New from us."' in work.git("diff", "HEAD~1")
    assert b'"New from us."' in work.git("show")


def test_hostile_text_in_a_map_is_made_safe(work: Work) -> None:
    work.commit(BASE)
    work.commit(said(BASE, P="rain \x1b]52;c;aGk=\x07 \x9b2J \u202eevil"))
    shown = work.git("diff", "HEAD~1").decode() + work.git("show").decode()
    assert "rain" in shown
    assert not set("\x1b\x07\x9b\u202e") & set(shown)

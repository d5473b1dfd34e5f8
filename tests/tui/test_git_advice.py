"""What the screen says is left to do in git can be pasted into a shell."""

import shlex
import subprocess
from pathlib import Path

import pytest

from debatemap.tui.features.keeping.waiting import git_advice
from tests.strategies import sketch
from tests.sync.repository import Work, isolate, needs_git, said

pytestmark = needs_git

BASE = sketch("T", p="P + T")


@pytest.mark.parametrize("name", ["debate.json", "my map.json", "-rf.json", "-my map.json"])
async def test_the_name_is_a_word_of_a_shell_and_no_option(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    isolate(monkeypatch, tmp_path / "home")
    work = Work(tmp_path / "work", name)
    for branch, text in (("main", None), ("topic", "Theirs."), ("main", "Ours.")):
        if text == "Theirs.":
            work.git("checkout", "-q", "-b", branch)
        elif text:
            work.git("checkout", "-q", branch)
        work.commit(said(BASE, P=text) if text else BASE)
    assert work.run("merge", "topic").returncode == 1
    advised = (await git_advice(work.file)).removeprefix("Then `").removesuffix("`.")
    subprocess.run(["bash", "-c", advised], cwd=work.top, check=True, capture_output=True)
    assert shlex.split(advised)[-1].removeprefix("./") == name
    assert await git_advice(work.file) == ""

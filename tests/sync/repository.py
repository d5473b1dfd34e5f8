"""Real repositories, in a home of their own."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from debatemap.core.debate import Debate
from debatemap.core.model import Claim
from debatemap.formats.native.codec import dump, parse
from debatemap.sync.git.attributes_file import attributes_file, put_rules
from debatemap.sync.git.driver import Scope, put_settings
from debatemap.sync.git.shell import our_settings

PROGRAM = Path(sys.executable).parent / "debatemap"

needs_git = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")


def isolate(monkeypatch: pytest.MonkeyPatch, home: Path) -> None:
    """Gives git a home that has nothing of the user's, and commits the same names."""
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(home / "settings"))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    monkeypatch.setenv("GIT_EDITOR", "true")
    for role in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{role}_NAME", "Ada")
        monkeypatch.setenv(f"GIT_{role}_EMAIL", "ada@example.org")
        monkeypatch.setenv(f"GIT_{role}_DATE", "2026-01-03T12:00:00Z")
    # Only what the settings name is to be found.
    folders = os.environ["PATH"].split(os.pathsep)
    kept = [folder for folder in folders if not Path(folder, "debatemap").exists()]
    monkeypatch.setenv("PATH", os.pathsep.join(kept))
    home.mkdir(parents=True, exist_ok=True)


class Work:
    """A repository with one map in it."""

    def __init__(self, top: Path, name: str = "debate.json") -> None:
        self.top = top
        self.name = name
        top.mkdir(parents=True)
        self.git("init", "-q", "-b", "main")

    @property
    def file(self) -> Path:
        """The map's file."""
        return self.top / self.name

    def run(
        self, *arguments: str | Path, cwd: Path | None = None
    ) -> subprocess.CompletedProcess[bytes]:
        """Runs git, whatever comes of it."""
        return subprocess.run(
            ["git", *arguments], cwd=cwd or self.top, capture_output=True, check=False,
            stdin=subprocess.DEVNULL,
        )  # fmt: skip

    def git(self, *arguments: str | Path, cwd: Path | None = None) -> bytes:
        """Runs git, which has to succeed."""
        done = self.run(*arguments, cwd=cwd)
        assert done.returncode == 0, (arguments, done)
        return done.stdout

    def install(self, program: Path | None = None) -> None:
        """Sets the driver up, with another program if one is given."""
        scope = Scope.of(self.top, is_global=False)
        put_settings(scope)
        put_rules(attributes_file(scope), ["*.json"])
        for key, value in our_settings(program).items() if program else ():
            self.git("config", key, value)

    def commit(self, content: Debate | bytes, name: str = "") -> str:
        """Writes the map, or another file, and commits all there is; returns the commit."""
        path = self.top / name if name else self.file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(dump(content) if isinstance(content, Debate) else content)
        self.git("add", "-A")
        self.git("commit", "-q", "-m", "Edit")
        return self.git("rev-parse", "HEAD").decode().strip()

    def fork(self, base: Debate, ours: Debate, theirs: Debate) -> None:
        """Makes `main` and `topic` of a common beginning; `main` is checked out."""
        self.commit(base)
        self.git("branch", "topic")
        self.commit(ours)
        self.git("checkout", "-q", "topic")
        self.commit(theirs)
        self.git("checkout", "-q", "main")

    def debate(self, path: Path | None = None) -> Debate:
        """Returns what the map's file says now."""
        return parse((path or self.file).read_bytes()).debate

    @property
    def is_unmerged(self) -> bool:
        """Whether the index holds several versions of any file."""
        return bool(self.git("ls-files", "-u"))


def without_the_driver(work: Work, tmp_path: Path, kind: str) -> None:
    """Has the settings name a program that is missing, or that cannot start."""
    program = tmp_path / "bin" / "a 100% broken 'debatemap'"
    program.parent.mkdir()
    scripts = {
        "exits with 1": "#!/bin/sh\nexit 1\n",
        "has no interpreter": "#!/nowhere/python\n",
    }
    if kind in scripts:
        program.write_text(scripts[kind])
        program.chmod(0o755)
    work.install(program)


def said(debate: Debate, **texts: str) -> Debate:
    """Returns a debate with other texts of some claims, or with new ones."""
    claims = {key: debate.claims.get(key, Claim("")) for key in texts}
    changed = {key: claims[key]._replace(text=text) for key, text in texts.items()}
    return _with(debate, changed)


def signed(debate: Debate, **names: str) -> Debate:
    """Returns a debate with other authors of some claims."""
    return _with(debate, {key: debate.claims[key]._replace(by=by) for key, by in names.items()})


def _with(debate: Debate, changed: dict[str, Claim]) -> Debate:
    claims = {**debate.claims, **changed}
    return Debate(debate.header, claims, debate.links, debate.sources, debate.stances)

"""Real git in a folder of its own, with nothing of the user's settings."""

import os
import subprocess
import sys
from pathlib import Path
from typing import Final, NamedTuple

__all__ = ["PROGRAM", "Repository", "Result"]

PROGRAM: Final = Path(sys.executable).parent / "debatemap"
_NAME: Final = "map.json"
_CONFLICTS: Final = 1


class Result(NamedTuple):
    """What a merge left of the map.

    Attributes:
        data: The file.
        conflicted: Whether somebody has to see to it.
    """

    data: bytes
    conflicted: bool


class Repository:
    """A repository with one map in it, used for one merge after another."""

    def __init__(self, folder: Path, *, with_driver: bool) -> None:
        self._folder = folder / "work"
        self._folder.mkdir(parents=True)
        self._environment = _environment(folder)
        self._git("init", "--quiet")
        # Thousands of merges would have git tidy up in the middle of one.
        self._git("config", "gc.auto", "0")
        if with_driver:
            self._run(str(PROGRAM), "git", "install")

    def merge(self, base: bytes, ours: bytes, theirs: bytes) -> Result:
        """Commits two versions of a map on two branches, and has git merge these."""
        stream = (
            _commit("base", 1, base)
            + _commit("ours", 2, ours, after=1)
            + _commit("theirs", 3, theirs, after=1)
        )
        self._git("fast-import", "--quiet", "--force", stdin=stream)
        self._git("checkout", "--quiet", "--force", "--detach", "ours")
        ended = self._git("merge", "--quiet", "--no-edit", "theirs", accept=(0, _CONFLICTS))
        return Result((self._folder / _NAME).read_bytes(), ended == _CONFLICTS)

    def _git(self, *arguments: str, stdin: bytes = b"", accept: tuple[int, ...] = (0,)) -> int:
        return self._run("git", *arguments, stdin=stdin, accept=accept)

    def _run(self, *command: str, stdin: bytes = b"", accept: tuple[int, ...] = (0,)) -> int:
        done = subprocess.run(
            command, cwd=self._folder, env=self._environment, input=stdin,
            capture_output=True, check=False,
        )  # fmt: skip
        if done.returncode not in accept:
            said = (done.stdout + done.stderr).decode(errors="replace")
            raise RuntimeError(f"{' '.join(command)} ended with {done.returncode}: {said}")
        return done.returncode


def _environment(home: Path) -> dict[str, str]:
    people = {
        f"GIT_{role}_{key}": value
        for role in ("AUTHOR", "COMMITTER")
        for key, value in (("NAME", "Ada"), ("EMAIL", "ada@example.org"))
    }
    return {
        "PATH": os.environ["PATH"],
        "HOME": str(home),
        "XDG_CONFIG_HOME": str(home / "settings"),
        "GIT_CONFIG_NOSYSTEM": "1",
        "LC_ALL": "C.UTF-8",
        **people,
    }


def _commit(branch: str, mark: int, data: bytes, after: int | None = None) -> bytes:
    """Returns what makes a commit of the map, in the language of `git fast-import`."""
    head = f"commit refs/heads/{branch}\nmark :{mark}\ncommitter Ada <ada@example.org> 0 +0000\n"
    parent = "" if after is None else f"from :{after}\n"
    file = f"M 100644 inline {_NAME}\ndata {len(data)}\n"
    return f"{head}data 4\nedit\n{parent}{file}".encode() + data + b"\n"

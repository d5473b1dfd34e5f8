"""Ask git, in such a way that nothing in a repository gets to run a program.

A repository may be as hostile as a map. Its settings can name programs that git's
everyday commands start: a monitor of files, hooks, viewers of differences, checkers of
signatures, and whatever fetches an object that a partial clone lacks. Only plumbing is called
here, which starts none of them, with settings and an environment that take the rest away.
"""

import os
import shutil
import subprocess
from collections.abc import Container
from pathlib import Path
from typing import Final, NamedTuple

from debatemap.core.errors import MapError
from debatemap.core.text import excerpt

__all__ = ["GitError", "Repository", "repository_of", "run"]

_SETTINGS: Final = {
    "core.fsmonitor": "false",
    "core.hooksPath": os.devnull,
    "core.alternateRefsCommand": "",
    "core.sshCommand": "false",
    "credential.helper": "",
    "diff.external": "",
    "gpg.program": "false",
    "log.showSignature": "false",
    "protocol.allow": "never",
    "protocol.ext.allow": "never",
    "safe.bareRepository": "explicit",
}
_ENVIRONMENT: Final = {
    "GIT_ALLOW_PROTOCOL": "",  # Nothing may be fetched, by whatever way.
    "GIT_LITERAL_PATHSPECS": "1",  # A file may be called `*.json` or `:(top)x`.
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
    "LC_ALL": "C",
}
_TAKEN_AWAY: Final = frozenset(
    {
        "GIT_ALTERNATE_OBJECT_DIRECTORIES",
        "GIT_COMMON_DIR",
        "GIT_DIR",
        "GIT_EXTERNAL_DIFF",
        "GIT_GLOB_PATHSPECS",
        "GIT_ICASE_PATHSPECS",
        "GIT_INDEX_FILE",
        "GIT_NAMESPACE",
        "GIT_NOGLOB_PATHSPECS",
        "GIT_OBJECT_DIRECTORY",
        "GIT_PREFIX",
        "GIT_WORK_TREE",
    }
)
"""What git tells the programs that it runs: a file says itself which repository it lies in."""

_REGULAR: Final = b"100"
"""How the mode of a regular file begins; a link and a submodule have others."""


class GitError(MapError):
    """Git is not there, refused, or knows nothing of what was asked for."""


def run(
    *arguments: str | Path,
    cwd: Path,
    stdin: bytes | None = None,
    accept: Container[int] = (0,),
    name: Path | str = "git",
) -> subprocess.CompletedProcess[bytes]:
    """Runs git so that it runs nothing else.

    Args:
        arguments: A command of git's plumbing and its arguments; `--` before paths.
        cwd: The folder to run it in.
        stdin: What it reads.
        accept: The exit statuses that are no failure.
        name: What to call the thing asked about, in an error.

    Raises:
        GitError: Git is not installed, or ended with another status.
    """
    settings = [part for pair in _SETTINGS.items() for part in ("-c", "=".join(pair))]
    kept = {key: value for key, value in os.environ.items() if key not in _TAKEN_AWAY}
    try:
        done = subprocess.run(  # noqa: S603  (no shell, a full path, and nothing else may run)
            [_program(), "--no-pager", *settings, *arguments],
            cwd=cwd,
            env={**kept, **_ENVIRONMENT},
            # Nobody is asked anything; `input` would take the terminal where it is None.
            input=stdin or b"",
            capture_output=True,
            check=False,
        )
    except ValueError as error:
        raise GitError(name, f"git cannot be asked about it: {error}") from error
    if done.returncode not in accept:
        raise GitError(name, f"git refused: {_last_words(done.stderr)}")
    return done


class Repository(NamedTuple):
    """A repository with a working tree.

    Paths may be given in any way: relative to the current folder, absolute, through links.

    Attributes:
        top: The folder at its top.
    """

    top: Path

    def show(self, revision: str, path: Path) -> bytes | None:
        """Returns a file as it stands in a revision, or None where it is not there.

        Raises:
            GitError: There is no such revision, or the file is outside the repository.
        """
        commit = self.resolve(revision)
        listed = self._ask("ls-tree", "-z", "--full-tree", commit, "--", self.name_of(path))
        for entry in filter(None, listed.split(b"\0")):
            mode, kind, blob = entry.partition(b"\t")[0].split(b" ")
            if kind == b"blob" and mode.startswith(_REGULAR):
                return self._blob(blob)
        return None

    def stages(self, path: Path) -> dict[int, bytes]:
        """Returns what an interrupted merge left of a file in the index.

        Returns:
            By stage: 1 is the common ancestor, 2 is ours, 3 is theirs. A stage is missing where
            the file was not there. Empty for a file that waits for no merge.
        """
        listed = self._ask("ls-files", "-u", "-s", "-z", "--", self.name_of(path))
        entries = [entry.partition(b"\t")[0].split() for entry in listed.split(b"\0") if entry]
        return {
            int(stage): self._blob(blob)
            for mode, blob, stage in entries
            if mode.startswith(_REGULAR)
        }

    def branches(self) -> list[str]:
        """Returns the names of the local branches, the one with the latest commit first."""
        prefix = "refs/heads/"
        listed = self._ask("for-each-ref", "--sort=-committerdate", "--format=%(refname)", prefix)
        return [os.fsdecode(line).removeprefix(prefix) for line in listed.splitlines()]

    def commits_behind(self, revision: str) -> list[str]:
        """Returns the full names of a revision's commit and of all commits before it.

        Raises:
            GitError: There is no such revision.
        """
        return self._ask("rev-list", self.resolve(revision)).decode("ascii").split()

    @property
    def head_exists(self) -> bool:
        """Whether there is any commit on the branch that is checked out."""
        return self.has("HEAD")

    def has(self, name: str) -> bool:
        """Tells whether a name that is no option stands for a commit."""
        return self._commit(name) is not None

    def resolve(self, revision: str) -> str:
        """Returns the full name of the commit that a revision stands for.

        Raises:
            GitError: There is none.
        """
        # What begins with a hyphen would be an option to git.
        commit = None if revision.startswith("-") else self._commit(revision)
        if commit is None:
            advice = "Name a branch, a tag or a commit."
            raise GitError(self.top, f"there is no revision “{excerpt(revision)}”", advice=advice)
        return commit

    def name_of(self, path: Path) -> str:
        """Returns a file's name within the repository.

        Raises:
            GitError: It is outside.
        """
        try:
            return Path(os.path.realpath(path)).relative_to(self.top).as_posix()
        except ValueError:
            problem = f"it is not in the repository {self.top}"
            raise GitError(path, problem, advice="Name a file in it.") from None

    def _commit(self, revision: str) -> str | None:
        done = run(
            "rev-parse", "--verify", "--quiet", revision + "^{commit}",
            cwd=self.top, accept=(0, 1, 128), name=self.top,
        )  # fmt: skip
        return done.stdout.decode("ascii").strip() or None

    def _blob(self, blob: bytes) -> bytes:
        return self._ask("cat-file", "blob", blob.decode("ascii"))

    def _ask(self, *arguments: str) -> bytes:
        return run(*arguments, cwd=self.top, name=self.top).stdout


def repository_of(path: Path) -> Repository:
    """Returns the repository that a file or a folder lies in, whether or not it exists.

    Raises:
        GitError: Git is not installed, or there is no repository around it.
    """
    real = Path(os.path.realpath(path))
    folder = next(part for part in (real, *real.parents) if part.is_dir())
    done = run("rev-parse", "--show-toplevel", cwd=folder, accept=(0, 128), name=path)
    top = os.fsdecode(done.stdout.removesuffix(b"\n"))
    if done.returncode == 0 and top:
        return Repository(Path(os.path.realpath(top)))
    if b"not a git repository" in done.stderr:
        raise GitError(path, "it is in no git repository", advice="`git init` makes one.")
    raise GitError(path, f"git refused: {_last_words(done.stderr)}")


def _program() -> str:
    found = shutil.which("git")
    if found is None:
        raise GitError("git", "it is not installed, or not on the PATH", advice="Install git.")
    return str(Path(found).absolute())


def _last_words(stderr: bytes) -> str:
    """Returns the line in which git says what is wrong."""
    lines = [line for line in stderr.decode(errors="replace").splitlines() if line.strip()]
    fatal = next((line for line in lines if line.startswith("fatal: ")), "")
    line = fatal.removeprefix("fatal: ") or (lines[-1] if lines else "it did not say why")
    return str(excerpt(line, 200)).removesuffix(".")

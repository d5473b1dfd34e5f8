"""Who the two sides of a merge are, as far as git knows: the last commits that touched the map."""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from debatemap.core.text import clean, safe_line
from debatemap.sync.git.repository import GitError, Repository, repository_of, run
from debatemap.sync.merge.conflict import Side
from debatemap.sync.merge.sides import NOBODY, People

__all__ = ["merging_people", "user_name"]

_BRANCH: Final = "GITHEAD_"
"""Begins what git names the commit in, that is being merged, for the programs that it runs."""
_HEADS: Final = ("MERGE_HEAD", "CHERRY_PICK_HEAD", "REBASE_HEAD", "REVERT_HEAD")


def merging_people(path: Path, environment: Mapping[str, str] = os.environ) -> People:
    """Returns who made our side of a map that git is merging, and who made theirs.

    Args:
        path: The map's file.
        environment: What git told the program, where it runs it.
    """
    try:
        repository = repository_of(path)
        theirs = _merged(repository, environment)
        return _author(repository, "HEAD", path), _author(repository, theirs, path)
    except GitError:
        return NOBODY


def user_name(folder: Path) -> str:
    """Returns what git calls the user in a folder; nothing where it knows no name, or is not there.

    Args:
        folder: The folder of a map, which need not lie in a repository.
    """
    try:
        said = run("config", "--get", "user.name", cwd=folder, accept=(0, 1)).stdout
    except (GitError, OSError):
        return ""
    return safe_line(clean(said.decode(errors="replace"))).strip()


def _merged(repository: Repository, environment: Mapping[str, str]) -> str:
    """Returns the commit that is being merged, or nothing where that is not known."""
    named = [name.removeprefix(_BRANCH) for name in environment if name.startswith(_BRANCH)]
    if len(named) == 1:
        return named[0]
    return next((head for head in _HEADS if repository.has(head)), "")


def _author(repository: Repository, revision: str, path: Path) -> Side:
    """Returns who wrote a revision's last commit that touched a file, and on which day."""
    if not revision or not repository.has(revision):
        return Side()
    printed = run(
        "rev-list", "--max-count=1", "--format=%an%x00%as", repository.resolve(revision),
        "--", repository.name_of(path),
        cwd=repository.top, name=path,
    ).stdout  # fmt: skip
    _, _, line = printed.decode(errors="replace").partition("\n")
    name, _, day = line.strip().partition("\0")
    return Side(name, day)

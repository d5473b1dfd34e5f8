"""What a map can be compared with: commits, backups, files beside it.

No version is read before it is chosen, and git is asked only when the user wants to choose.
"""

from collections import Counter
from collections.abc import Callable, Iterator
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Final, NamedTuple

from debatemap.core.debate import Debate
from debatemap.core.errors import MapError
from debatemap.core.text import SafeText, excerpt
from debatemap.formats.registry import map_suffixes, read_map
from debatemap.store.atomic import read_bytes
from debatemap.store.backups import Backup, backups, read_backup
from debatemap.store.locations import is_there, typed_path
from debatemap.sync.git.repository import Repository, repository_of

__all__ = ["Version", "typed_version", "versions"]

_BRANCHES: Final = 50
_FILES: Final = 200
_NAME: Final = 40


class Version(NamedTuple):
    """Another version of a map.

    Attributes:
        name: What to call it: "the last commit".
        aside: What else helps to know it.
        load: Reads it.
        kind: The heading that it stands under.
    """

    name: SafeText
    aside: SafeText
    load: Callable[[], Debate]
    kind: str = ""


def versions(path: Path | None, map_id: str) -> list[Version]:
    """Returns what a map can be compared with, what is most likely first."""
    return [*_commits(path), *_copies(map_id), *_files(path)]


def typed_version(path: Path | None, typed: str) -> Version:
    """Returns the version that somebody typed: a file, where there is one, or a revision."""
    beside = (path.parent if path is not None else Path()) / typed_path(typed)
    name = SafeText(f"“{excerpt(typed, _NAME)}”")

    def load() -> Debate:
        if is_there(beside) or path is None:
            return _of_file(beside)
        return _of_revision(repository_of(path), typed, path)

    return Version(name, SafeText("a revision of git, or a file"), load)


def _commits(path: Path | None) -> Iterator[Version]:
    try:
        if path is None:
            return
        repository = repository_of(path)
        if not repository.head_exists:
            return
        branches = repository.branches()
    except MapError:
        return
    yield _commit(repository, "HEAD", path, SafeText("the last commit"), SafeText(""))
    for branch in branches[:_BRANCHES]:
        name = SafeText(f"branch {excerpt(branch, _NAME)}")
        yield _commit(repository, f"refs/heads/{branch}", path, name, SafeText("as committed"))


def _commit(
    repository: Repository, revision: str, path: Path, name: SafeText, aside: SafeText
) -> Version:
    return Version(name, aside, lambda: _of_revision(repository, revision, path), "Commits")


def _copies(map_id: str) -> Iterator[Version]:
    kept = backups(map_id)
    minutes = Counter(f"{backup.taken:%Y-%m-%d %H:%M}" for backup in kept)
    for backup in kept:
        minute = f"{backup.taken:%Y-%m-%d %H:%M}"
        seconds = f"{backup.taken::%S}" if minutes[minute] > 1 else ""
        name = SafeText(f"your copy of {minute}{seconds}")
        load = partial(_of_backup, backup)
        yield Version(name, SafeText("a backup"), load, "Your copies")


def _files(path: Path | None) -> Iterator[Version]:
    if path is None:
        return
    try:
        endings = map_suffixes()
        beside = (other for other in path.parent.iterdir() if other.suffix.lower() in endings)
        others = sorted(other for other in beside if other.name != path.name)
    except OSError:
        return
    for other in islice(others, _FILES):
        name = excerpt(other.name, _NAME)
        yield Version(name, SafeText("a file beside"), partial(_of_file, other), "Files")


def _of_revision(repository: Repository, revision: str, path: Path) -> Debate:
    data = repository.show(revision, path)
    if data is None:
        named = excerpt(revision.removeprefix("refs/heads/"))
        raise MapError(path, f"{named} does not hold it", advice="Compare with another version.")
    return read_map(data, f"{path} in {excerpt(revision)}").debate


def _of_backup(backup: Backup) -> Debate:
    return read_map(read_backup(backup), str(backup.path)).debate


def _of_file(path: Path) -> Debate:
    return read_map(read_bytes(path), str(path)).debate

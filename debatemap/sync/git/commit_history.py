"""A map's history from git: each commit that touched its file, with the debate before and after."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Final, NamedTuple

from debatemap.core.debate import Debate
from debatemap.core.errors import MapError
from debatemap.formats.registry import read_map
from debatemap.sync.diff.difference import Difference, Edit
from debatemap.sync.git.lineage import Version, versions_of
from debatemap.sync.git.repository import GitError, Repository, repository_of, run

__all__ = ["Entry", "concerns", "history"]

_OTHER_SIDES: Final = ("MERGE_HEAD", "CHERRY_PICK_HEAD", "REVERT_HEAD", "REBASE_HEAD")
"""What git calls the commit that it could not put together with HEAD."""

_AT_ONCE: Final = 8
"""Versions that are fetched together: few enough for the memory, whatever their size."""


class Entry(NamedTuple):
    """A commit that touched the file of a map.

    Attributes:
        commit: Its full name.
        author: Who wrote it, as git has it: any text.
        when: The author's date, ISO 8601 with a zone.
        subject: The first line of its message: any text.
        before: The last readable debate before it; None where the file came with it.
        after: The debate that it left; None where there is none.
        problem: Why there is none, or empty.
        is_cut: Whether there is more before it, which a shallow clone does not have.
    """

    commit: str
    author: str
    when: str
    subject: str
    before: Debate | None
    after: Debate | None
    problem: str = ""
    is_cut: bool = False


def history(path: Path, *, both_sides: bool = False) -> Iterator[Entry]:
    """Yields the commits that changed a map's file, newest first, through its renames.

    They are read as they are asked for, each version of the map once. A merge that only brings
    two lines of commits together has no entry: theirs are there.

    Args:
        path: The file.
        both_sides: Whether to look at what is being merged, picked or rebased as well.

    Raises:
        GitError: The file is in no repository, or git knows nothing of it.
    """
    repository = repository_of(path)
    versions = _versions(repository, path, _OTHER_SIDES if both_sides else ())
    if not versions:
        advice = "`git add` and `git commit` put it there."
        raise GitError(path, "git has no history of it", advice=advice)
    return _entries(_Versions(repository, versions))


def concerns(difference: Difference, claim: str, before: Debate, after: Debate) -> bool:
    """Tells whether a difference is one of a claim itself, of its links or its ratings."""
    links = {*before.links_from(claim), *after.links_from(claim)}
    return any(_concerns(edit, claim, links) for edit in difference.edits)


def _concerns(edit: Edit, claim: str, links: set[str]) -> bool:
    if edit.table == "claims":
        return edit.id == claim
    if edit.table == "links":
        return edit.id in links and edit.field != "pos"
    return edit.field in {claim, f"theses.{claim}", *links}


class _Versions:
    """The debates of a file's versions; each is parsed once, and kept while it is needed."""

    def __init__(self, repository: Repository, versions: Sequence[Version]) -> None:
        self.all = versions
        self._repository = repository
        self._needed = [blob for one in versions for blob in (one.new, one.old) if blob]
        self._uses = Counter(self._needed)
        self._here = 0
        self._fetched: dict[str, bytes] = {}
        self._parsed: dict[str, Debate | MapError] = {}

    def take(self, blob: str) -> Debate | MapError:
        """Returns a debate, or why it cannot be read; it is forgotten after its last use."""
        debate = self._parsed.get(blob) or self._read(blob)
        self._uses[blob] -= 1
        self._here += 1
        if self._uses[blob] > 0:
            self._parsed[blob] = debate
        else:
            self._parsed.pop(blob, None)
        return debate

    def before(self, place: int) -> Debate | None:
        """Returns the last debate before a commit that can be read."""
        old = self.all[place].old
        debate = self.take(old) if old else None
        if not isinstance(debate, MapError):
            return debate
        for earlier in self.all[place + 1 :]:
            if earlier.new and not isinstance(found := self._peek(earlier.new), MapError):
                return found
        return None

    def _peek(self, blob: str) -> Debate | MapError:
        """Returns what will be taken later."""
        if blob not in self._parsed:
            self._parsed[blob] = self._read(blob)
        return self._parsed[blob]

    def _read(self, blob: str) -> Debate | MapError:
        if blob not in self._fetched:
            later = dict.fromkeys(self._needed[self._here :])
            missing = (key for key in later if key not in self._fetched and key not in self._parsed)
            wanted = dict.fromkeys((blob, *islice(missing, _AT_ONCE)))
            self._fetched.update(_contents(self._repository, list(wanted)))
        try:
            return read_map(self._fetched.pop(blob)).debate
        except MapError as error:
            return error


def _entries(versions: _Versions) -> Iterator[Entry]:
    for place, version in enumerate(versions.all):
        after = versions.take(version.new) if version.new else None
        before = versions.before(place)
        fields = version.commit, version.author, version.when, version.subject
        if isinstance(after, MapError):
            problem, after = f"no map that can be read: {after.problem}", None
        else:
            problem = "" if after else "the file was deleted"
        yield Entry(*fields, before, after, problem, version.is_cut)


def _versions(repository: Repository, path: Path, beside: Sequence[str]) -> list[Version]:
    """Asks git for the commits that changed a file, and what each made of it."""
    if not repository.head_exists:
        return []
    return versions_of(repository, path, ["HEAD", *filter(repository.has, beside)])


def _contents(repository: Repository, blobs: Sequence[str]) -> Iterator[tuple[str, bytes]]:
    """Yields the contents of objects, all from one process."""
    asked = "".join(f"{blob}\n" for blob in blobs).encode("ascii")
    done = run("cat-file", "--batch", cwd=repository.top, stdin=asked, name=repository.top)
    output, here = done.stdout, 0
    for blob in blobs:
        end = output.index(b"\n", here)
        size = output[here:end].rpartition(b" ")[2]
        if not size.isdigit():
            raise GitError(repository.top, f"git has lost the object {blob}")
        here = end + 1 + int(size)
        yield blob, output[end + 1 : here]
        here += 1

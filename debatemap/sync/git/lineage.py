"""Which commits changed a file, by the name that it had in each line of commits.

Git's own `--follow` knows one name at a time: where a rename meets a merge, it looks for the old
name on no line of commits, or for the new one on all of them. Here each commit passes on to each
of its parents the name that the file has there.
"""

import os
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Final, NamedTuple

from debatemap.sync.git.repository import Repository, run

__all__ = ["Version", "versions_of"]

_FIELDS: Final = ("%H", "%P", "%an", "%aI", "%s")
_LOG: Final = (
    "log",
    "--no-walk=unsorted",
    "--stdin",
    "-z",
    "--no-show-signature",
    "--no-color",
    "--no-decorate",
    "--no-notes",
    "--no-patch",
    "--encoding=UTF-8",
    f"--format=tformat:{'%x00'.join(_FIELDS)}",
)
_RAW: Final = ("diff-tree", "-r", "--raw", "-z", "--no-abbrev", "--no-ext-diff", "--no-textconv")
_MOST_NAMES: Final = 100
"""Names of one file that are followed."""
_NO_PARENT: Final = ""


class Version(NamedTuple):
    """A commit that changed a file, and the objects that it changed; empty for no file.

    Attributes:
        commit: Its full name.
        author: Who wrote it.
        when: The author's date, ISO 8601 with a zone.
        subject: The first line of its message.
        old: The object that the file was before.
        new: The object that it was after.
        is_cut: Whether what was before is not known: the clone is shallow, and begins here.
    """

    commit: str
    author: str
    when: str
    subject: str
    old: str
    new: str
    is_cut: bool = False


class _Edit(NamedTuple):
    """What one commit made of one name, compared with one parent."""

    old: str
    new: str


class _Source(NamedTuple):
    """Where a file came from that a commit brought: another name, and the object there."""

    name: str
    blob: str


_Pair = tuple[str, str]
"""A commit and one of its parents, or `_NO_PARENT`."""


def versions_of(repository: Repository, path: Path, ends: Sequence[str]) -> list[Version]:
    """Returns the commits that changed a file, newest first, through its renames and merges.

    Merges are not among them: what they bring stands in the commits that they bring.

    Args:
        repository: Where to look.
        path: The file.
        ends: The revisions to begin at.
    """
    lineage = _Lineage(repository, repository.name_of(path), ends)
    return list(lineage.versions())


class _Lineage:
    """The walk from the newest commits to the oldest, by the names of one file."""

    def __init__(self, repository: Repository, name: str, ends: Sequence[str]) -> None:
        self._repository = repository
        self._ends = ends
        self._names = [name, *self._names_at_other_ends(name)]
        self._begin = list(self._names)
        self._sources: dict[tuple[str, str], list[_Source]] = {}
        self._graph: list[tuple[str, list[str]]] = []
        self._edits: dict[_Pair, dict[str, _Edit]] = {}

    def versions(self) -> Iterator[Version]:
        """Yields the commits that changed the file, newest first."""
        found = self._walk()
        while len(self._names) < _MOST_NAMES and self._learn_names():
            found = self._walk()
        fields_of = dict(self._commit_fields([commit for commit, _ in found]))
        cut = self._cut_commits()
        for commit, edits in found:
            parents, author, when, subject = fields_of[commit]
            for edit in dict.fromkeys(edits) if len(parents.split()) <= 1 else ():
                is_cut = commit in cut and not edit.old
                yield Version(commit, author, when, subject, *edit, is_cut)

    def _walk(self) -> list[tuple[str, list[_Edit]]]:
        """Returns the commits that changed the file under a name that it had there."""
        self._read_graph()
        names_at: dict[str, dict[str, None]] = defaultdict(dict)
        for commit in self._tips():
            names_at[commit] = dict.fromkeys(self._begin)
        found = []
        for commit, parents in self._graph:
            edits = []
            for parent in parents:
                for name in names_at[commit]:
                    before, edit = self._step((commit, parent), name)
                    names_at[parent][before] = None
                    edits += [edit] if edit and edit.old != edit.new else []
            if edits:
                found.append((commit, edits))
        return found

    def _step(self, pair: _Pair, name: str) -> tuple[str, _Edit | None]:
        """Returns the name that the file has in a parent, and what the commit made of it."""
        edits = self._edits.get(pair, {})
        edit = edits.get(name)
        if edit is None or edit.old:
            return name, edit
        sources = self._sources.setdefault((pair[0], name), [])
        for source in sources:
            there = edits.get(source.name)
            if there is None:
                return source.name, _Edit(source.blob, edit.new)
            if there.old:
                return source.name, _Edit(there.old, edit.new)
        return name, edit

    def _learn_names(self) -> bool:
        """Looks up where the files came from that commits brought; tells whether that is new."""
        asked = [key for key, sources in self._sources.items() if not sources]
        known = len(self._names)
        for commit, name in asked:
            sources = list(self._came_from(commit, name))
            self._sources[commit, name] = sources or [_Source(name, "")]
            self._names += [s.name for s in sources if s.name not in self._names]
        return len(self._names) > known or any(self._sources[key][0].blob for key in asked)

    def _came_from(self, commit: str, name: str) -> Iterator[_Source]:
        """Yields the names of which a commit made another one."""
        wanted = ("-m", "--root", "-M", "-C", "--find-copies-harder")
        for status, old, _, paths in _entries(self._ask(*_RAW, *wanted, commit)):
            if status[0] in "RC" and paths[1] == name and old:
                yield _Source(paths[0], old)

    def _names_at_other_ends(self, name: str) -> Iterator[str]:
        """Yields what the file is called where another line of commits ends."""
        for one, other in pairwise(self._ends):
            compared = self._ask(*_RAW, "-M", one, other)
            for status, _, _, paths in _entries(compared):
                if status[0] == "R" and paths[0] == name:
                    yield paths[1]

    def _read_graph(self) -> None:
        """Asks for the commits that touched any of the names, and what each did to them."""
        listed = self._ask(
            "rev-list", "--date-order", "--parents", "--full-history", "--simplify-merges",
            *self._ends, "--", *self._names,
        )  # fmt: skip
        lines = [line.split() for line in listed.splitlines()]
        self._graph = [(line[0], line[1:] or [_NO_PARENT]) for line in lines]
        pairs = [(commit, parent) for commit, parents in self._graph for parent in parents]
        asked = "".join(f"{' '.join(pair)}\n" for pair in pairs if pair[1])
        printed = self._ask(*_RAW, "--stdin", "--always", "--", *self._names, stdin=asked)
        # Each pair begins with the commit; the rest of a part are its files.
        compared = _split(printed)
        self._edits = {
            pair: self._in_root(pair[0]) if not pair[1] else next(compared) for pair in pairs
        }

    def _in_root(self, commit: str) -> dict[str, _Edit]:
        """Returns the files of a commit that has no parents, or none with any of them."""
        listed = self._ask("ls-tree", "-z", "--full-tree", "-r", commit, "--", *self._names)
        edits = {}
        for entry in filter(None, listed.split("\0")):
            entry_fields, _, name = entry.partition("\t")
            mode, _, blob = entry_fields.split(" ")
            if _is_file(mode):
                edits[name] = _Edit("", blob)
        return edits

    def _tips(self) -> Iterator[str]:
        """Yields the commits that no other one has for a parent."""
        parents = {parent for _, several in self._graph for parent in several}
        yield from (commit for commit, _ in self._graph if commit not in parents)

    def _commit_fields(self, commits: Sequence[str]) -> Iterator[tuple[str, tuple[str, ...]]]:
        """Yields the fields of each commit; its parents are its own, not those of the graph."""
        printed = self._ask(*_LOG, stdin="".join(f"{commit}\n" for commit in commits))
        parts = iter(printed.split("\0"))
        for commit, *fields in zip(*[parts] * len(_FIELDS), strict=False):
            # Words may be in another encoding than they say.
            decoded = (os.fsencode(field).decode(errors="replace") for field in fields)
            yield commit, tuple(decoded)

    def _cut_commits(self) -> frozenset[str]:
        """Returns the commits at which a shallow clone begins."""
        if self._ask("rev-parse", "--is-shallow-repository").strip() != "true":
            return frozenset()
        name = self._ask("rev-parse", "--git-path", "shallow").removesuffix("\n")
        return frozenset((self._repository.top / name).read_text(encoding="ascii").split())

    def _ask(self, *arguments: str, stdin: str = "") -> str:
        done = run(
            *arguments,
            cwd=self._repository.top,
            stdin=os.fsencode(stdin),
            name=self._repository.top,
        )
        return os.fsdecode(done.stdout)


def _split(printed: str) -> Iterator[dict[str, _Edit]]:
    """Yields what git printed of each pair of commits, in order."""
    edits: dict[str, _Edit] | None = None
    parts = iter(printed.split("\0")[:-1])
    for part in parts:
        if not part.startswith(":"):
            if edits is not None:
                yield edits
            edits = {}
        elif edits is not None:
            _, old, new = _read(part)
            edits[next(parts)] = _Edit(old, new)
    if edits is not None:
        yield edits


def _entries(printed: str) -> Iterator[tuple[str, str, str, list[str]]]:
    """Yields status, old and new object and the paths of each file in `diff-tree --raw -z`."""
    parts = iter(printed.split("\0")[:-1])
    for part in parts:
        if part.startswith(":"):
            status, old, new = _read(part)
            yield status, old, new, [next(parts) for _ in range(2 if status[0] in "RC" else 1)]


def _read(part: str) -> tuple[str, str, str]:
    """Returns the status, the old and the new object of `:mode mode old new status`."""
    old_mode, new_mode, old, new, status = part.removeprefix(":").split(" ")
    return status, old if _is_file(old_mode) else "", new if _is_file(new_mode) else ""


def _is_file(mode: str) -> bool:
    """Tells whether a mode is that of a regular file; links and submodules have others."""
    return mode.startswith("100")

"""An open map: its debate, its file, what was done to it. The only way to write."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from os.path import realpath
from pathlib import Path
from typing import NamedTuple
from weakref import ref

from debatemap.core import collector
from debatemap.core.change import Change
from debatemap.core.debate import Debate
from debatemap.core.errors import MapError
from debatemap.core.model import Header, new_id
from debatemap.formats.format import Format, Imported, Progress
from debatemap.formats.registry import format_for_saving, format_of, read_map, refusal_of
from debatemap.store.atomic import ABSENT, fingerprint, stands_there, write_bytes
from debatemap.store.backup_paths import note_saved_at
from debatemap.store.backups import keep_backup, keep_what_stands
from debatemap.store.damaged import read_with_copies_named, with_copies_named
from debatemap.store.journal import Journal, Origin
from debatemap.store.stream_input import input_name
from debatemap.store.temp_files import sweep
from debatemap.workspace.prepared_save import PreparedSave
from debatemap.workspace.snapshot import SessionSnapshot

__all__ = ["Listener", "ReadOnlyError", "Session", "new_session", "open_session"]

Listener = Callable[[Change], None]
"""Is told of every change after it was applied; of an undo, the inverse change."""


class ReadOnlyError(Exception):
    """The map was opened for reading; the message says why."""


class _Kept(NamedTuple):
    """What a save wrote: its fingerprint, what it has to tell, and why no backup is kept of it."""

    content: bytes
    note: str
    unkept: str


class Session:
    """An open map.

    Attributes:
        debate: What the map says now.
        path: Its file, or None where it was never saved.
        read_only: Why it cannot be changed, or empty where it can.
        read: What was read from its file, and what of that file the map does not hold.
        samples: Words of a template that the map began as, which are there to be replaced.
        save_note: What the last save has to tell: where other programs were not kept out. Mostly
            empty.
        unkept: Why no backup is kept of the last save or of what it replaced, or empty.
        revision: Another number after each edit, undo, save and merge: what was found out about
            the session holds as long as its revision does.
    """

    def __init__(
        self,
        debate: Debate,
        path: Path | None = None,
        *,
        known: bytes | None = None,
        format_: Format | None = None,
        crlf: bool = False,
    ) -> None:
        self.debate = debate
        self.path = path
        self.read_only = self.save_note = self.unkept = ""
        self.read: Imported | None = None
        self.samples: frozenset[str] = frozenset()
        self.revision = self._debate_revision = 0
        debate.is_live = True
        self._snapshot: ref[Debate] | None = None
        self._snapshot_of = -1
        self._known = known
        self._format, self._crlf = format_, crlf
        self._merged: list[bytes] = []
        self._base: bytes | None = None
        self._done: list[Change] = []
        self._undone: list[Change] = []
        self._saved: Change | None = None
        self._journal: Journal | None = None
        self._listeners: list[Listener] = []

    @property
    def dirty(self) -> bool:
        """Whether the map has edits that are in no file."""
        return self._saved is not self.last_step

    @property
    def last_step(self) -> Change | None:
        """What was done last, or None where nothing was; another one after each edit."""
        return self._done[-1] if self._done else None

    @property
    def steps(self) -> list[Change]:
        """What was done and not undone, the oldest first."""
        return list(self._done)

    @property
    def can_undo(self) -> bool:
        """Whether there is anything to take back."""
        return bool(self._done)

    @property
    def can_redo(self) -> bool:
        """Whether there is anything to bring back."""
        return bool(self._undone)

    def subscribe(self, listener: Listener) -> None:
        """Adds a listener; it is told of every change from now on."""
        self._listeners.append(listener)

    def keep_journal(self) -> None:
        """Writes every edit down from now on, before anybody is told of it."""
        self._journal = Journal(self.origin)

    @property
    def journal(self) -> Journal | None:
        """Where edits are written down, or None where they are not."""
        return self._journal

    def close(self) -> None:
        """Ends the work on the map; what is in no file by now was let go."""
        if self._journal is not None:
            self._journal.close()

    @property
    def origin(self) -> Origin:
        """What edits that are not saved began from."""
        path = _real(self.path) if self.path is not None else ""
        content = self._known.hex() if self._known else ""
        return Origin(path, self.debate.header.id, content)

    def do(self, change: Change) -> None:
        """Puts a change into effect, as one step that can be undone.

        A change that changes nothing is no step.

        Raises:
            ReadOnlyError: The map is open for reading.
        """
        if not change:
            return
        self._apply(change)
        # A step of its own, even where the very same change was done before.
        self._done.append(replace(change))
        self._undone.clear()
        self.revision += 1

    def undo(self) -> Change | None:
        """Takes the last step back and returns it, or None where there is none."""
        if not self._done:
            return None
        self._apply(self._done[-1].inverse())
        self._undone.append(self._done.pop())
        self.revision += 1
        return self._undone[-1]

    def redo(self) -> Change | None:
        """Brings the last undone step back and returns it, or None where there is none."""
        if not self._undone:
            return None
        self._apply(self._undone[-1])
        self._done.append(self._undone.pop())
        self.revision += 1
        return self._done[-1]

    def save(
        self, path: Path | None = None, *, overwrite: bool = False, is_gone: bool = False
    ) -> None:
        """Writes the map to its file, or to another one, which is its file from then on.

        A map that nobody edited is not written again to the file that it came from.

        Args:
            path: Where to; the map's own file without it.
            overwrite: Whether to replace a file whatever it holds.
            is_gone: Whether the file is known to be gone, and is to be made anew.

        Raises:
            OutsideChangeError: The file has changed since it was opened or last saved.
            MapError: There is no path, a file stands there already, or the disk refused.
            ReadOnlyError: The map is open for reading, and the file would be its own.
        """
        self.prepare_save(path, overwrite=overwrite, is_gone=is_gone)()

    def prepare_save(
        self, path: Path | None = None, *, overwrite: bool = False, is_gone: bool = False
    ) -> PreparedSave:
        """Returns a save of the map as it is now, whose first part may run in any thread.

        The arguments and errors are those of `save`.
        """
        target = path or self.path
        if target is None:
            raise MapError("the map", "it has no file yet", advice="Give it a name to save it.")
        own = self.path is not None and _real(target) == _real(self.path)
        if self.read_only and own:
            raise ReadOnlyError(self.read_only)
        if own and not self.dirty and not overwrite and not is_gone:
            return PreparedSave(_nothing, _nothing)
        known = self._known if own and not is_gone else None
        if known is None and not (overwrite or is_gone) and stands_there(target):
            raise MapError(target, "a file stands there already", advice="Choose another name.")
        return self._save_to(target, own=own, expected=None if overwrite else known or ABSENT)

    def _save_to(self, target: Path, *, own: bool, expected: bytes | None) -> PreparedSave:
        crlf = own and self._crlf
        chosen = (self._format if own else None) or format_for_saving(target)
        dump, step = chosen.writer(self.debate, crlf=crlf), self.last_step
        map_id = self.debate.header.id
        parents = self.contents
        lines = self._journal.length if self._journal is not None else 0
        landed: list[bytes] = []
        kept: list[_Kept] = []

        def write() -> None:
            data = dump()
            unkept: list[str] = []
            first = partial(_keep_what_stands, target, map_id, unkept)
            try:
                note = write_bytes(target, data, expected=expected, first=first)
            except MapError:
                # It may be there all the same, and only not be sure to last.
                if own and _holds(target, data):
                    landed.append(fingerprint(data))
                raise
            no_backup = keep_backup(map_id, data, parents) or "".join(unkept)
            note_saved_at(map_id, target)
            kept.append(_Kept(fingerprint(data), note, no_backup))

        def finish() -> None:
            if landed:
                self._known = landed[0]
                self.revision += 1
            if kept:
                self.save_note, self.unkept, self._crlf = kept[0].note, kept[0].unkept, crlf
                self._format = chosen
                self._note_saved(target, kept[0].content, step, lines)
                self.read_only = self.read_only if own else ""

        return PreparedSave(write, finish)

    def _note_saved(self, path: Path, known: bytes, step: Change | None, lines: int) -> None:
        """Notes that a file holds the map as it was after a step."""
        self.path, self._known, self._saved = path, known, step
        self._merged, self._base = [], None
        self.revision += 1
        if self._journal is not None:
            self._journal.cut(self.origin, lines)

    def snapshot(self) -> SessionSnapshot:
        """Returns the session as it is now, for work in another thread.

        As long as nothing changes, all snapshots share one copy of the debate.
        """
        debate = self._snapshot() if self._snapshot is not None else None
        if debate is None or self._snapshot_of != self._debate_revision:
            debate = self.debate.snapshot()
            self._snapshot, self._snapshot_of = ref(debate), self._debate_revision
        return SessionSnapshot(
            debate,
            self.revision,
            self.path,
            tuple(self.contents),
            tuple(self._done),
            tuple(self._undone),
            self._saved,
            self._base,
        )

    def as_saved(self) -> Debate | None:
        """Returns what `SessionSnapshot.as_saved` does, of the session as it is now."""
        return self.snapshot().as_saved()

    @property
    def contents(self) -> list[str]:
        """The fingerprints of the files that the debate was made from: its own comes first."""
        known = [self._known] if self._known else []
        return [content.hex() for content in (*known, *self._merged)]

    def took_in(self, data: bytes, *, is_own_file: bool = False) -> None:
        """Notes that the content of a file was merged into the debate.

        Args:
            data: The content.
            is_own_file: Whether it is what the map's own file holds now, so that it may be
                replaced by the next save.
        """
        self.revision += 1
        self._merged.append(fingerprint(data))
        if is_own_file:
            self._merged += [self._known] if self._known else []
            self._known, self._base = fingerprint(data), data
            self._format = format_of(data, str(self.path))
            self._crlf = self._format.has_crlf(data)

    def forget_file(self) -> None:
        """Makes the map a copy without a file, as of a sample that is not to be changed."""
        self.path = self._known = self._base = None
        self.revision += 1
        if self._journal is not None:
            self._journal.cut(self.origin, 0)

    def _apply(self, change: Change) -> None:
        if self.read_only:
            raise ReadOnlyError(self.read_only)
        self.debate.apply(change)
        self.revision += 1
        self._debate_revision += 1
        if self._journal is not None:
            self._journal.record(change)
        for listener in self._listeners:
            listener(change)


def open_session(
    path: Path,
    *,
    read_only: bool = False,
    content: bytes | None = None,
    progress: Progress = lambda _: None,
) -> Session:
    """Opens a map.

    Args:
        path: The file.
        read_only: Whether to forbid changes.
        content: What was read from it, where it is a pipe, to which nothing can be written back.
        progress: Called with the name of each stage of loading; it may raise to stop.

    Raises:
        MapError: The file cannot be read, with the place and the reason.
    """
    name = input_name(path)
    if content is None:
        sweep(Path(_real(path)).parent)
    data = read_with_copies_named(path) if content is None else content
    with collector.paused(keep=True):
        try:
            chosen = format_of(data, name)
            read = read_map(data, name, chosen.name, progress)
        except MapError as error:
            raise (error if content is not None else with_copies_named(error, path)) from error
    known = fingerprint(data)
    session = Session(read.debate, path, known=known, format_=chosen, crlf=read.crlf)
    session.read = read
    session.read_only = _refusal(read, chosen, is_pipe=content is not None)
    if read_only and not session.read_only:
        session.read_only = "it was opened read-only"
    return session


def _refusal(read: Imported, chosen: Format, *, is_pipe: bool) -> str:
    """Returns why a map that was read cannot be written back to its file, or nothing."""
    if read.newer:
        return f"a newer debatemap wrote this map ({read.newer})"
    if is_pipe:
        return "what comes through a pipe cannot be written back"
    problem = refusal_of(read)
    if not problem and not (chosen.writes and chosen.is_lossless):
        problem = "that format cannot hold a whole map"
    return f"it is {chosen.title}, and {problem}; save it as JSON to change it" if problem else ""


def new_session(title: str = "") -> Session:
    """Returns a session with an empty map that has no file yet."""
    return Session(Debate(Header(new_id(), title)))


def _nothing() -> None:
    """Saves what is saved already."""


def _keep_what_stands(path: Path, map_id: str, unkept: list[str]) -> None:
    """Keeps what a save is about to replace, and notes why it could not be."""
    unkept.append(keep_what_stands(path, map_id))


def _holds(path: Path, data: bytes) -> bool:
    try:
        return path.is_file() and path.read_bytes() == data
    except OSError:
        return False


def _real(path: Path) -> str:
    """Returns a file's name with all links followed, as far as the disk lets them be."""
    try:
        return realpath(path)
    except OSError:
        return str(path.absolute())

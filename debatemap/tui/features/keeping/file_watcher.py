"""Watch over an open map: its journal, its lock, and what others do to its file.

Once a second, it polls little: the text in the editor, one `stat` of the map, two of its lock, one
of a source's text.
Nothing is drawn unless something has changed.
"""

import asyncio
import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from os.path import realpath
from pathlib import Path
from typing import TYPE_CHECKING, Final

from textual.content import Content

from debatemap.core.text import safe_line
from debatemap.store.journal import Writing
from debatemap.store.locks import Lock, lock
from debatemap.tui.dialogs.prompt import Dialog
from debatemap.tui.features.writing.claim_writer import ClaimWriter
from debatemap.tui.features.writing.editor import Editor
from debatemap.tui.features.writing.quote_grades import QuoteGrades
from debatemap.tui.messages import StateChanged
from debatemap.tui.widgets.clickable import linked
from debatemap.workspace.session import Session

if TYPE_CHECKING:
    from textual.timer import Timer

    from debatemap.tui.context import MapContext

__all__ = ["FileWatcher"]

_EVERY: Final = 1.0
"""Seconds between two polls: text that was typed for longer is not lost in a crash."""
_UNTIL_RELEASED: Final = 3.0
"""Seconds after which a window that was taken over from has released what it had."""

_Stamp = tuple[int, ...]


class FileWatcher:
    """Keeps what is done to the open map, and notices what others do to it.

    Attributes:
        holder: Why another window writes the map, or empty where none does.
        news: What came into the map while another one was shown, in words; empty once that is said.
    """

    def __init__(self, context: "MapContext") -> None:
        self._map = context
        self._session: Session | None = None
        self._path = ""
        self._lock: Lock | None = None
        self._timer: Timer | None = None
        self._stamp: _Stamp | None = None
        self._doubted: _Stamp | None = None
        self._written = self._trouble = ""
        self._is_polling = False
        self._saves = 0
        self._one_save = asyncio.Lock()
        self.holder = self.news = ""

    @property
    def trouble(self) -> str:
        """Why edits cannot be written down, in words; empty where they can."""
        journal = self._map.session.journal
        reason = journal.trouble if journal is not None else ""
        return f"edits are not being kept: {reason}" if reason else ""

    def attach(self, session: Session) -> None:
        """Watches over another session, in place of the one before, which is closed."""
        if self._session is not None:
            self._session.close()
        self._session, self._stamp, self._doubted = session, None, None
        self.renew_lock()

    def renew_lock(self) -> None:
        """Locks the map and begins its journal where its file is now, as after a save."""
        session = self._session
        if session is None:
            return
        path = realpath(session.path) if session.path is not None else ""
        if path != self._path:
            self._release()
            self._path = path
        if self.holder and not session.read_only:
            self._release()
        if self._lock is None and session.path is not None and not session.read_only:
            self._lock = lock(session.path)
            if self._lock.holder is not None:
                since = self._lock.holder.words
                self.holder = f"it is open in another window{f' ({since})' if since else ''}"
        if self.holder and not session.read_only:
            session.read_only = self.holder
        if session.journal is None and not session.read_only:
            session.keep_journal()

    def take_over(self) -> None:
        """Makes this window the one that writes the map."""
        session = self._session
        if session is None or session.path is None:
            return
        self._release()
        self._lock = lock(session.path, by_force=True)

    def begin(self) -> None:
        """Begins to poll, once a second."""
        self._timer = self._map.set_interval(_EVERY, self.poll)

    def end(self) -> None:
        """Releases the map; what was not saved is kept for the next start.

        Where the map was closed by the user, nothing is left to be kept.
        """
        self._release()
        if self._session is not None and self._session.journal is not None:
            self._session.journal.close(keep=True)

    @asynccontextmanager
    async def saving(self) -> AsyncIterator[None]:
        """Takes no notice of the file while it is written; one save waits for the other."""
        self._saves += 1
        try:
            async with self._one_save:
                yield
        finally:
            self._saves -= 1

    def poll(self) -> None:
        """Looks once at the editor, the lock and the file, and follows what has changed."""
        self._note_writing()
        journal = self._map.session.journal
        if journal is not None and not self._map.session.read_only:
            journal.check()
        if self.trouble != self._trouble:
            self._trouble = self.trouble
            self._map.post_message(StateChanged())
        if self._lock is not None and self._lock.is_lost:
            self._lose_lock()
        self._map.feature(QuoteGrades).poll()
        path = self._map.session.path
        if path is None or self._saves or self._is_polling:
            return
        stamp = _stamp(path)
        if stamp == self._stamp:
            return
        if not stamp:
            self._stamp = stamp
            if self._map.session.origin.content:
                what = "is gone: another program has removed it; {key:save} writes it."
                self._say(path.name, what)
        elif self._map.is_free:
            self._is_polling = True
            self._map.run_beside(self._take_in(stamp))

    def tell_news(self) -> None:
        """Says what came into the map while another one was shown."""
        if self.news:
            self._map.say(self.news)
            self.news = ""

    def forget_writing(self) -> None:
        """Is told that the editor was closed."""
        journal = self._map.session.journal
        if self._written and journal is not None and not self._map.session.read_only:
            journal.record_writing(None)
        self._written = ""

    def offer_recovery_soon(self) -> None:
        """Offers what the window had not saved that was taken over from."""
        from debatemap.tui.features.keeping.recovering import offer_what_was_left  # noqa: PLC0415  (seldom needed)

        context = self._map
        context.set_timer(_UNTIL_RELEASED, lambda: context.run_beside(offer_what_was_left(context)))

    async def _take_in(self, stamp: _Stamp) -> None:
        from debatemap.tui.features.keeping.outside import take_in  # noqa: PLC0415  (a map opens without it)

        try:
            # Half of it may be written yet, so what cannot be read is read twice.
            if await take_in(self._map, self._tell, is_last_try=self._doubted == stamp):
                self._stamp = stamp
            else:
                self._doubted = stamp
        finally:
            self._is_polling = False

    def _tell(self, summary: str) -> None:
        """Says what came in; of a map that is not shown, not before it is."""
        if self._map.is_in_front:
            self._map.say(summary)
        else:
            self.news = summary

    def _lose_lock(self) -> None:
        """Reads only from now on; what was not saved is left for the other window."""
        session = self._map.session
        if self._lock is not None:
            self._lock.release()
        self.holder = session.read_only = "another window took over"
        if session.journal is not None:
            session.journal.close(keep=session.dirty)
        kept = " Your unsaved edits are offered there; {key:save_as} saves them under another name."
        self._say("", f"Another window took over this map.{kept if session.dirty else ''}")
        self._map.post_message(StateChanged())

    def _release(self) -> None:
        if self._lock is not None:
            self._lock.release()
        self._lock, self.holder = None, ""

    def _note_writing(self) -> None:
        """Writes down what is being written, where that is not what was written down last."""
        session = self._map.session
        front = self._map.app.screen
        if session.journal is None or session.read_only:
            return
        if isinstance(front, Dialog) and not front.is_mounted:
            # What it begins with, as after a crash, is not in its fields yet.
            return
        writing = self._being_written()
        if writing is None or not writing.text.strip():
            self.forget_writing()
        elif writing.text != self._written:
            self._written = writing.text
            session.journal.record_writing(writing)

    def _being_written(self) -> Writing | None:
        """Returns the text of a claim, a note or a form, once it is not what stood there."""
        writer, editor, front = (
            self._map.feature(ClaimWriter),
            self._map.part(Editor),
            self._map.app.screen,
        )
        # What is written in front of another map is that one's.
        if self._map.is_in_front and isinstance(front, Dialog):
            asked: Dialog[object] = front
            if asked.writing is not None and (self._written or asked.changed):
                return asked.writing
        if writer.draft is None or not (self._written or editor.changed):
            return None
        return Writing(editor.text, writer.draft.heading.plain, writer.place)

    def _say(self, name: str, message: str) -> None:
        """Says something, behind the name of a file, with the keys of commands in it."""
        words = linked(self._map.keymap, message)
        self._map.say(Content.assemble(f"{safe_line(name)} ".lstrip(), words), "warning")


def _stamp(path: Path) -> _Stamp:
    """Returns what changes whenever a file is written; nothing for a file that is gone."""
    try:
        found = os.stat(path)  # noqa: PTH116  (the cheapest look there is)
    except FileNotFoundError:
        return ()
    except (OSError, ValueError) as error:
        return (getattr(error, "errno", None) or -1,)
    return found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns

"""Small dramas that are played again and again, each time with another mishap."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Final, NamedTuple

from debatemap.core.errors import MapError
from debatemap.store.atomic import put_aside_for
from debatemap.store.leftovers import left_behind
from debatemap.workspace.session import Session
from tests.torture.sample import opened, put, write_map

__all__ = ["SAVES", "Recording", "Saving", "wrong"]


class Saving(NamedTuple):
    """A map that is about to be saved.

    Attributes:
        session: The map.
        path: Where to.
        old: What stands there, or None.
        new: What is to stand there.
    """

    session: Session
    path: Path
    old: bytes | None
    new: bytes

    def save(self) -> bool:
        """Saves the map; tells whether that is said to have worked."""
        try:
            self.session.save(self.path)
        except MapError:
            return False
        return True


def _replaced(folder: Path) -> Saving:
    path = folder / "map.json"
    old = write_map(path)
    session, new = opened(path)
    return Saving(session, path, old, new)


def _linked(folder: Path) -> Saving:
    saving = _replaced(folder)
    link = folder / "link.json"
    link.symlink_to(saving.path)
    saving.session.path = link
    return saving._replace(path=link)


def _in_place(folder: Path) -> Saving:
    saving = _replaced(folder)
    saving.path.with_name("other.json").hardlink_to(saving.path)
    return saving


def _new(folder: Path) -> Saving:
    saving = _replaced(folder)
    return saving._replace(path=folder / "new.json", old=None)


SAVES: Final[dict[str, Callable[[Path], Saving]]] = {
    "a file is replaced": _replaced,
    "a link's file is replaced": _linked,
    "a file with two names is written in place": _in_place,
    "a new file is made": _new,
}


def wrong(saving: Saving, *, saved: bool) -> str:
    """Returns what must not be after a save that failed or did not, or nothing."""
    data = saving.path.read_bytes() if saving.path.exists() else None
    aside = put_aside_for(saving.path)
    if saved and data != saving.new:
        return "it said that it saved, and the file is not the new one"
    if data not in {saving.old, saving.new}:
        is_kept = aside.exists() and aside.read_bytes() == saving.old
        return "" if is_kept else "the file is neither the old one nor the new one"
    return ""


class Recording:
    """A map with a journal, which is edited and saved; the first edit is made."""

    def __init__(self, folder: Path, first: str = "one") -> None:
        self.saving = _replaced(folder)
        self.session = self.saving.session
        self.session.keep_journal()
        if first:
            self.edit(first)

    @property
    def trouble(self) -> str:
        """Why the journal could not be written."""
        return self.session.journal.trouble if self.session.journal else "there is none"

    def edit(self, key: str) -> bool:
        """Makes an edit; tells whether it is said to be kept."""
        self.session.do(put(self.session.debate, key, key))
        return not self.trouble

    def cut(self) -> bool:
        """Saves the map, which cuts the journal; tells whether both are said to be kept."""
        return self.saving.save() and not self.trouble

    def end(self) -> None:
        """Ends as a program does that is killed, which writes nothing any more.

        The file may hold more than this process knows of, where a fork of it made an edit.
        """
        journal = self.session.journal
        if journal is not None and journal._handle is not None:
            os.close(journal._handle)
            journal._handle = None

    def found(self) -> set[str]:
        """Returns the edits that are in the file or that the next start finds."""
        self.end()
        lefts = left_behind(self.session.origin)
        journaled = {key for left in lefts for change in left.changes for key in change.claims}
        data = self.saving.path.read_text()
        return journaled | {key for key in ("one", "two", "three") if f'"{key}": {{' in data}

"""An open map among others, and a ledger of the texts that must not be lost."""

from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

from debatemap.core.change import Change
from debatemap.formats.native.codec import parse
from debatemap.workspace.session import Session, open_session

__all__ = ["Ledger", "Window", "named", "texts_in"]


class Ledger:
    """Knows of every text whether it stands, and who wrote over it."""

    def __init__(self) -> None:
        self._standing: set[str] = set()
        self._over: dict[str, set[str]] = defaultdict(set)
        self._waived: set[str] = set()

    def wrote(self, text: str, over: str | None) -> None:
        """Notes that a text was written, or, with the name of a deletion, that one was deleted."""
        self._standing.add(text)
        if over:
            self._over[over].add(text)

    def took_back(self, text: str, over: str | None) -> None:
        """Notes that this was undone."""
        self._standing.discard(text)
        if over:
            self._over[over].discard(text)

    def waive(self, texts: Iterable[str]) -> None:
        """Notes that texts may be lost: they were not acknowledged, or taken back on purpose."""
        self._waived.update(texts)

    def owed(self) -> set[str]:
        """Returns the texts that must be somewhere."""
        written = {text for text in self._standing if text.startswith("Edit ")}
        return {text for text in written - self._waived if not self._over[text]}


class Window:
    """A program that has the map open.

    Attributes:
        session: The map.
        pending: Texts of edits that the journal could not take so far.
        plain: What the claims must say.
    """

    def __init__(self, path: Path, ledger: Ledger) -> None:
        self.session: Session = open_session(path)
        self.session.keep_journal()
        self.pending: set[str] = set()
        self.plain = texts_in(self.session)
        self._ledger = ledger
        self._done: list[_Step] = []
        self._undone: list[_Step] = []

    def edit(self, key: str, name: str, change: Change) -> None:
        """Makes an edit; its name is the text that it writes, or one of its own."""
        before, after = change.claims[key]
        over = before.text if before else None
        self.session.do(change)
        self._done.append((name, over, key, over, after.text if after else None))
        self._undone.clear()
        self._ledger.wrote(name, over)
        self._write(key, after.text if after else None)
        self._note({name, *([over] if over else [])})

    def took(self, steps: int) -> None:
        """Notes steps that are no edits of its own: a merge, or what was recovered.

        What they hold was acknowledged before, so that a full disk is no excuse to lose it.
        """
        self._done += [None] * steps
        if steps:
            self._undone.clear()
        self.plain = texts_in(self.session)
        self._note(set())

    def undo(self) -> bool:
        """Takes a step back."""
        change = self.session.undo()
        if change is None:
            return False
        self._turn(self._done, self._undone, change, back=True)
        return True

    def redo(self) -> bool:
        """Brings a step back."""
        change = self.session.redo()
        if change is None:
            return False
        self._turn(self._undone, self._done, change, back=False)
        return True

    def kill(self) -> None:
        """Ends as a killed program does."""
        if self.session.journal is not None:
            self.session.journal.close(keep=True)
        self._ledger.waive(self.pending)

    def kept(self) -> None:
        """Notes that all of it is in the file."""
        self.pending.clear()

    def _turn(
        self, source: "list[_Step]", target: "list[_Step]", change: Change, *, back: bool
    ) -> None:
        step = source.pop()
        target.append(step)
        if step is None:
            # Somebody took a merge back, and with it what came in.
            self._ledger.waive(named(change))
            self.plain = texts_in(self.session)
            self._note(named(change))
            return
        name, over, key, before, after = step
        (self._ledger.took_back if back else self._ledger.wrote)(name, over)
        self._write(key, before if back else after)
        self._note({name, *([over] if over else [])})

    def _write(self, key: str, text: str | None) -> None:
        self.plain.pop(key, None)
        if text is not None:
            self.plain[key] = text

    def _note(self, texts: set[str]) -> None:
        journal = self.session.journal
        self.pending |= texts
        if journal is not None and not journal.trouble:
            self.pending.clear()


_Step = tuple[str, str | None, str, str | None, str | None] | None
"""An edit: its name, the text that it wrote over, its claim, before and after; or a merge."""


def texts_in(session: Session | bytes) -> dict[str, str]:
    """Returns what the claims of a map say."""
    debate = parse(session).debate if isinstance(session, bytes) else session.debate
    return {key: claim.text for key, claim in debate.claims.items()}


def named(change: Change) -> set[str]:
    """Returns the texts that a change has to do with, wherever in it they stand."""
    parts = repr(change).split("Edit ")[1:]
    return {f"Edit {part.partition('.')[0]}." for part in parts}

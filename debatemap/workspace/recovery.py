"""Bring back what a program left behind that ended without saving."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from debatemap.core.change import TABLES, Change, combine
from debatemap.core.debate import Debate, StaleChangeError
from debatemap.store.joined_words import note_joined
from debatemap.store.journal import Origin
from debatemap.store.leftovers import Left, left_behind, left_of_others
from debatemap.sync.change_between import compare
from debatemap.sync.merge.conflict import Side
from debatemap.sync.merge.three_way import Merged, merge3
from debatemap.workspace.session import Session
from debatemap.workspace.snapshot import SessionSnapshot

__all__ = [
    "Recovery",
    "all_left",
    "finish_recovery",
    "is_any_left",
    "plan_recovery",
    "recover",
    "recovered",
]


def is_any_left(origin: Origin) -> bool:
    """Tells whether dead programs left anything of a map, or of another one in its file."""
    return any(left_behind(origin)) or left_of_others(origin) > 0


def all_left(origin: Origin) -> list[Left]:
    """Returns what dead programs left of a map, the oldest first."""
    return list(left_behind(origin))


class Recovery(NamedTuple):
    """What brings the edits of a journal back.

    Attributes:
        changes: What is to be done, each as a step that can be undone by itself.
        conflicts: How many conflicts that adds.
        joined: The texts that have the words of both sides of a merge, by claim.
    """

    changes: list[Change]
    conflicts: int
    joined: Mapping[str, str] = MappingProxyType({})


def recover(session: Session, left: Left) -> int:
    """Does the edits again that a journal holds, and removes the journal.

    Where the map's file is what they began from, each is a step again, which can be undone by
    itself. Where it has changed since, they are merged with it, as one step; so they are where
    a damaged line is missing among them. A damaged journal stays until the user drops it.

    Returns:
        How many conflicts were added.
    """
    recovery = plan_recovery(session.snapshot(), left)
    finish_recovery(session, left, recovery)
    return recovery.conflicts


def plan_recovery(now: SessionSnapshot, left: Left) -> Recovery:
    """Returns what brings the edits of a journal back; any thread may find it out.

    Where the map's file is what they began from, each is a step again, which can be undone by
    itself. Where it has changed since, they are merged with it, as one step.
    """
    begun = _already_done(now, left)
    if begun is not None:
        return Recovery(left.changes[begun:], 0)
    change, merged = _merged(now.debate, left)
    return Recovery([change], len(merged.conflicts), merged.joined_texts)


def finish_recovery(session: Session, left: Left, recovery: Recovery) -> None:
    """Does the edits, and removes the journal once another one holds them."""
    note_joined(session.debate.header.id, recovery.joined)
    for change in recovery.changes:
        session.do(change)
    if not left.damaged and (session.journal is None or not session.journal.trouble):
        left.drop()


def _already_done(now: SessionSnapshot, left: Left) -> int | None:
    """Returns how many of the edits are steps of the session, or None where they must be merged.

    A program that died while it did the edits again left a journal that begins as the first.
    """
    if [left.origin.content] != list(now.contents[:1]):
        return None
    steps = min(len(now.steps), len(left.changes))
    if list(now.steps[:steps]) != left.changes[:steps]:
        return None
    return steps if not left.damaged or _apply(now.debate, left.changes[steps:]) else None


def _apply(debate: Debate, changes: list[Change]) -> bool:
    """Tells whether changes can be made one after another."""
    tried = debate.copy()
    try:
        for change in changes:
            tried.apply(change)
    except StaleChangeError:
        return False
    return True


def recovered(debate: Debate, left: Left) -> tuple[Change, int]:
    """Returns the change that brings the edits of a journal into a debate, and its conflicts.

    A journal knows what each record was before the edits. So there is a base to merge from,
    whatever has become of the file: the debate with those records as they were.
    """
    change, merged = _merged(debate, left)
    return change, len(merged.conflicts)


def _merged(debate: Debate, left: Left) -> tuple[Change, Merged]:
    edits = combine(left.changes)
    before = _with(debate, edits.inverse())
    people = (Side("the edits that were not saved"), Side("the file"))
    merged = merge3(before, _with(debate, edits), debate, people=people)
    number = len(left.changes)
    said = f"recover {number} edit{'' if number == 1 else 's'} that were not saved"
    return compare(debate, merged.debate, said), merged


def _with(debate: Debate, change: Change) -> Debate:
    """Returns a debate with the records that a change ends in, whatever stood there before."""
    tables = debate.tables()
    for table in TABLES:
        for key, (_, after) in getattr(change, table).items():
            if after is None:
                tables[table].pop(key, None)
            else:
                tables[table][key] = after
    (header,) = tables.pop("header").values()
    return Debate(header, **tables)

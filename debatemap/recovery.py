"""Bring back what a program left behind that ended without saving."""

from functools import reduce

from debatemap.change import TABLES, Change, combine
from debatemap.debate import Debate, StaleChangeError
from debatemap.session import Session
from debatemap.share.compare import compare
from debatemap.share.merging.conflict import Side
from debatemap.share.merging.merge import Merged, merge3
from debatemap.store.joined import note_joined
from debatemap.store.leftovers import Left

__all__ = ["recover", "recovered"]


def recover(session: Session, left: Left) -> int:
    """Does the edits again that a journal holds, and removes the journal.

    Where the map's file is what they began from, each is a step again, which can be undone by
    itself. Where it has changed since, they are merged with it, as one step; so they are where
    a damaged line is missing among them. A damaged journal stays until the user drops it.

    Returns:
        How many conflicts were added.
    """
    conflicts = 0
    begun = _already_done(session, left)
    if begun is not None:
        for change in left.changes[begun:]:
            session.do(change)
    else:
        change, merged = _merged(session.debate, left)
        conflicts = len(merged.conflicts)
        session.do(change)
        note_joined(session.debate.header.id, merged.joined_texts)
    if not left.damaged and (session.journal is None or not session.journal.trouble):
        left.drop()
    return conflicts


def _already_done(session: Session, left: Left) -> int | None:
    """Returns how many of the edits are steps of the session, or None where they must be merged.

    A program that died while it did the edits again left a journal that begins as the first.
    """
    if [left.origin.content] != session.contents[:1]:
        return None
    steps = min(len(session.steps), len(left.changes))
    if list(session.steps[:steps]) != left.changes[:steps]:
        return None
    return steps if not left.damaged or _apply(session.debate, left.changes[steps:]) else None


def _apply(debate: Debate, changes: list[Change]) -> bool:
    """Tells whether changes can be made one after another."""
    tried = _with(debate, Change())
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
    edits = reduce(combine, left.changes, Change())
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

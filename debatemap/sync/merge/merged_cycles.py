"""Cycles that a merge closes: one side moved a claim under another, which moved under the first.

Each move is sound by itself. Together they part both claims from every thesis, and a reader
would never come to them again.
"""

from collections.abc import Iterator, Mapping

from debatemap.core.cycles import cyclic_components
from debatemap.core.debate import Debate
from debatemap.core.reading_order import adrift, unread
from debatemap.core.same_records import differing
from debatemap.sync.merge.conflict import Conflict, canonical

__all__ = ["closed_cycles"]


def closed_cycles(base: Debate, ours: Debate, theirs: Debate, merged: Debate) -> Iterator[Conflict]:
    """Yields a conflict for each move that helped to close a cycle which neither side had.

    Its values are where the link leads now and where it led before; either is a choice.
    """
    if any(_has_shape_of(merged, side) for side in (ours, theirs)) or not adrift(merged):
        return
    lost = unread(merged) - unread(ours) - unread(theirs)
    for cycle in cyclic_components(merged) if lost else ():
        if cycle.isdisjoint(lost):
            continue
        for key in sorted(cycle & base.links.keys() & merged.links.keys()):
            before, after = base.links[key].target, merged.links[key].target
            if before != after and (before in merged.claims or before in merged.links):
                values = sorted((before, after), key=canonical)
                yield Conflict(("links", key, "to"), before, tuple(values))


def _has_shape_of(merged: Debate, side: Debate) -> bool:
    """Tells whether a merged debate has all links of one side, and no other.

    It has no cycle then that this side has not.
    """
    if merged.header.theses != side.header.theses or not _same_ids(merged.claims, side.claims):
        return False
    if not _same_ids(merged.links, side.links):
        return False
    pairs = ((merged.links[key], side.links[key]) for key in differing(merged.links, side.links))
    return all(
        link.premises == other.premises and link.target == other.target for link, other in pairs
    )


def _same_ids(one: Mapping[str, object], other: Mapping[str, object]) -> bool:
    # Mostly in one order, and then no id is looked up.
    return len(one) == len(other) and ([*one] == [*other] or one.keys() == other.keys())

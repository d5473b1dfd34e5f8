"""Mend an outline after a change: take rows out, put rows in, measure words again."""

from collections.abc import Iterator, Sequence
from itertools import chain, islice

from debatemap.core.change import Change
from debatemap.core.model import Link
from debatemap.views.outline.outline import Outline
from debatemap.views.outline.row import Row, bracketed, link_rows, top_row

__all__ = ["follow"]


def follow(outline: Outline, change: Change) -> None:
    """Makes the rows what `Outline.rebuild` would make them, after a change of the debate.

    A place that moves keeps what is unfolded beneath it.
    """
    if change.moves_claims:
        outline.follow_shape(change)
    outline.sizes.follow(change)
    _let_through_filter(outline, change)
    removed = {
        link: _remove(outline, link, before.premises)
        for link, (before, after) in change.links.items()
        if before is not None and (after is None or _stands_elsewhere(before, after))
    }
    outline.tops.follow(change)
    if outline.check_trail():
        outline.rebuild()
    _mend_tops(outline)
    for link, (before, after) in change.links.items():
        if after is not None and (before is None or _stands_elsewhere(before, after)):
            _insert(outline, link, after, removed.get(link, []))
    for claim, (before_claim, after_claim) in change.claims.items():
        if before_claim and after_claim and before_claim.text != after_claim.text:
            for row in outline.rows.showing(claim):
                outline.rows.remeasure(row)


def _stands_elsewhere(before: Link, after: Link) -> bool:
    return (before.premises, before.target, before.pos) != (after.premises, after.target, after.pos)


def _let_through_filter(outline: Outline, change: Change) -> None:
    """Keeps what is edited in sight, whatever the filter says."""
    if outline.kept is not None:
        new = {claim for claim, (before, _) in change.claims.items() if before is None}
        # Whoever was given these sets knows others by that they are others.
        outline.kept, outline.matches = outline.kept | new, outline.matches | new


def _remove(outline: Outline, link: str, premises: Sequence[str]) -> list[Row]:
    """Takes out the rows that a link made; returns them with all that stood beneath."""
    taken: list[Row] = []
    for premise in premises:
        for row in [row for row in outline.rows.showing(premise) if row.link == link]:
            if row.parent is not None:
                index = outline.rows.index(row)
                end = outline.end(index)
                taken.extend(outline.rows[index:end])
                outline.rows.replace(index, end, [])
                above = outline.rows.index(row.parent)
                row.parent.open = outline.end(above) > above + 1
    return taken


def _insert(outline: Outline, link_id: str, link: Link, removed: Sequence[Row]) -> None:
    """Puts in the rows that a link makes, wherever its target is shown unfolded."""
    for parent in list(_rows_of_target(outline, link.target)):
        all_rows = link_rows(outline.debate, link_id, parent)
        mine = bracketed([row for row in all_rows if outline.passes_filter(row)])
        if not mine or outline.rows.under(parent, link_id, mine[0].claim) is not None:
            continue
        _carry_folds(outline, removed, mine)
        if not parent.open and not _opens_now(outline, parent):
            continue
        index = _index_of_next(outline, parent, link_id)
        parent.open = True
        outline.rows.replace(index, index, list(outline.walk(mine)))


def _opens_now(outline: Outline, parent: Row) -> bool:
    """Tells whether a row with nothing beneath it was left unfolded when it last had."""
    return parent.key in outline.opened


def _rows_of_target(outline: Outline, target: str) -> Iterator[Row]:
    link = outline.debate.links.get(target)
    if link is None:
        yield from (row for row in outline.rows.showing(target) if not row.closes_cycle)
    else:
        yield from (row for row in outline.rows.showing(link.premises[0]) if row.link == target)


def _index_of_next(outline: Outline, parent: Row, link_id: str) -> int:
    """Returns the index of the next sibling that is shown, or of the parent's end."""
    debate = outline.debate
    target = debate.links[link_id].target
    links = debate.links_into(target)
    after = islice(links, links.index(link_id) + 1, None)
    for link in chain(after, debate.links_into(parent.claim) if target == parent.link else ()):
        for premise in debate.links[link].premises:
            shown = outline.rows.under(parent, link, premise)
            if shown is not None:
                return outline.rows.index(shown)
    return outline.end(outline.rows.index(parent))


def _carry_folds(outline: Outline, removed: Sequence[Row], tops: Sequence[Row]) -> None:
    """Opens beneath a moved place what was open beneath the place that it left."""
    keys: dict[int, int] = {}
    arrived = {row.claim: row for row in tops}
    for row in removed:
        parent = keys.get(row.parent.key) if row.parent is not None else None
        if row.claim in arrived and row.link == arrived[row.claim].link:
            keys[row.key] = arrived[row.claim].key
        elif parent is not None:
            keys[row.key] = hash((parent, row.link, row.claim))
        if row.open and row.key in keys:
            outline.opened.add(keys[row.key])
        if row.key in outline.read_on and row.key in keys:
            outline.read_on.add(keys[row.key])


def _mend_tops(outline: Outline) -> None:
    """Takes out and puts in rows at the top, between the ones that stay at both ends."""
    if outline.trail:
        return
    rows = outline.rows
    was = outline.top_rows
    wanted = outline.shown_tops()
    head = 0
    while head < min(len(was), len(wanted)) and was[head].claim == wanted[head]:
        head += 1
    if head == len(was) == len(wanted):
        return
    tail = 0
    most = min(len(was), len(wanted)) - head
    while tail < most and was[-1 - tail].claim == wanted[-1 - tail]:
        tail += 1
    start = rows.index(was[head]) if head < len(was) else len(rows)
    end = rows.index(was[len(was) - tail]) if tail else len(rows)
    fresh = [top_row([(None, claim)]) for claim in wanted[head : len(wanted) - tail]]
    was[head : len(was) - tail] = fresh
    rows.replace(start, end, list(outline.walk(fresh)))

"""After two sides were merged record by record: nothing may be named that is not there.

What one side deleted and the other names anew comes back. A link that both sides took premises
from until none was left is dropped.
"""

from collections.abc import Collection, Sequence
from typing import Any

from debatemap.core.debate import Debate
from debatemap.core.model import Link
from debatemap.formats.native.records import SHAPES
from debatemap.sync.merge.conflict import ABSENT, Conflict, canonical
from debatemap.sync.merge.conflict_reasons import reasons
from debatemap.sync.merge.merge_state import Key, Merging
from debatemap.sync.merge.returning import bring_back

__all__ = ["close"]


def close(merging: Merging) -> None:
    """Brings back what is wanted and drops what hangs loose, and reports both."""
    bring_back(merging)
    _drop_loose_links(merging)
    for key, along in merging.kept.items():
        if key[1] in merging.tables[key[0]]:
            merging.found.append(
                _kept(merging, key, [link for link in along if link in merging.links])
            )


def _kept(merging: Merging, key: Key, along: Sequence[str]) -> Conflict:
    """Returns the conflict about a record that one side deleted and that is here all the same."""
    table, name = key
    shape = SHAPES[table]
    record, began = merging.tables[table][name], getattr(merging.base, table)[name]
    return Conflict(
        key,
        shape(began),
        (shape(record),),
        deleted=True,
        along=tuple(along),
        links=_links_lost(merging, name) if table == "claims" else {},
        wanted=tuple(sorted(reasons(merging, key))),
    )


def _links_lost(merging: Merging, claim: str) -> dict[str, Any]:
    """Returns the links by which a claim stands on one side, and on the other no longer."""
    side = merging.keeper("claims", claim)
    if side is None:
        return {}
    other = next(each for each in merging.sides if each is not side)
    own = {key: side.links[key] for key in sorted(side.links_from(claim))}
    left = {key for key in own if key in other.links and claim in other.links[key].premises}
    return {key: SHAPES["links"](link) for key, link in own.items() if key not in left}


def _drop_loose_links(merging: Merging) -> None:
    """Drops links that lost their target or all their premises to the merge, and reports them."""
    waiting = _perhaps_loose(merging)
    while waiting:
        key = waiting.pop()
        link = merging.links.get(key)
        if link is None or _is_whole(merging, key, link):
            continue
        lost = _lost_ends(merging, key, link)
        taken = _taken_premises(merging, key)
        if not (lost or taken) and link.premises[0] in merging.claims:
            continue
        left = None if link.target in lost else _without(merging, link, lost | taken)
        if left is not None:
            merging.links[key] = left
            continue
        del merging.links[key]
        merging.found.append(_dropped(merging, key))
        waiting.extend(other for other, link in merging.links.items() if link.target == key)


def _perhaps_loose(merging: Merging) -> list[str]:
    """Returns the links that may have lost an end, or that have none where a link must have one."""
    claims, edited = merging.claims, {*merging.edited["links"]}
    return sorted(
        key
        for key, link in merging.links.items()
        if key in edited or link.premises[0] not in claims
    )


def _is_whole(merging: Merging, key: str, link: Link) -> bool:
    """Tells at once of most links that the merge took nothing from them."""
    claims = merging.claims
    if link.target not in claims and link.target not in merging.links:
        return False
    if not all(premise in claims for premise in link.premises):
        return False
    began = merging.base.links.get(key)
    if began is None:
        return True
    return any(
        side is not None and (side is began or side.premises == began.premises)
        for side in (each.links.get(key) for each in merging.sides)
    )


def _lost_ends(merging: Merging, key: str, link: Link) -> set[str]:
    """Returns the ends that the merge took from a link; not those that a side had lost before."""
    missing = [end for end in (*link.premises, link.target) if not merging.is_there(end)]
    sides = [side for side in merging.sides if key in side.links] if missing else []
    return {end for end in missing if not any(_hangs(side, key, end) for side in sides)}


def _taken_premises(merging: Merging, key: str) -> set[str]:
    """Returns the premises that one of two sides took out of a link, if both edited them.

    Where each took out others until none is left, a link's fields cannot show it.
    """
    began, ours, theirs = (d.links.get(key) for d in (merging.base, *merging.sides))
    if began is None or ours is None or theirs is None:
        return set()
    if began.premises in (ours.premises, theirs.premises):
        return set()
    taken = {p for p in began.premises if p not in ours.premises or p not in theirs.premises}
    return {premise for premise in taken if (premise, key) not in merging.put_back}


def _hangs(side: Debate, link: str, end: str) -> bool:
    """Tells whether a link of a side names what the side does not have."""
    named = end == side.links[link].target or end in side.links[link].premises
    return named and end not in side.claims and end not in side.links


def _without(merging: Merging, link: Link, gone: Collection[str]) -> Link | None:
    """Returns a link without the premises that are gone, or None where no claim is left."""
    premises = [premise for premise in link.premises if premise not in gone]
    first = next((premise for premise in premises if premise in merging.claims), None)
    if first is None:
        return None
    return link._replace(premises=(first, *(p for p in premises if p != first)))


def _dropped(merging: Merging, key: str) -> Conflict:
    shapes = [SHAPES["links"](d.links[key]) for d in merging.sides if key in d.links]
    values = sorted({canonical(shape): shape for shape in shapes}.items())
    base = merging.base.links.get(key)
    began = ABSENT if base is None else SHAPES["links"](base)
    return Conflict(("links", key), began, tuple(shape for _, shape in values), deleted=True)

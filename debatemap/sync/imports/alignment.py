"""A newer version of a file with the ids and positions of the earlier one, ready to be merged."""

from bisect import bisect_left
from collections.abc import Collection, Sequence

from debatemap.core.debate import Debate
from debatemap.core.fractional_index import between
from debatemap.core.model import Source, new_id
from debatemap.core.renamed_ids import with_other_ids
from debatemap.sync.imports.link_matching import same_links
from debatemap.sync.imports.matching import same_claims

__all__ = ["aligned"]


def aligned(base: Debate, newer: Debate, taken: Collection[str], *, has_ids: bool) -> Debate:
    """Returns the newer version in which what the earlier one had keeps its id and position.

    Args:
        base: The earlier version, with the ids that it has in the map.
        newer: The newer version, as it was read.
        taken: The ids of the map, which what is new in the file must not get.
        has_ids: Whether the ids of the file stay those of their claims.
    """
    claims = same_claims(base, newer, has_ids=has_ids)
    sources = _same_sources(base, newer)
    names = {**claims, **same_links(base, newer, claims), **sources}
    used = {*taken, *base.claims, *base.links, *base.sources}
    for key in (*newer.claims, *newer.links, *newer.sources):
        if key not in names:
            names[key] = key if key not in used else _fresh(used)
            used.add(names[key])
    named = with_other_ids(newer, claims=names, links=names, sources=names)
    return _in_place(base, named)


def _fresh(used: Collection[str]) -> str:
    while (key := new_id()) in used:
        pass
    return key


def _same_sources(base: Debate, newer: Debate) -> dict[str, str]:
    """Returns the sources of the earlier version by those of the newer one that say the same."""
    keys: dict[tuple[str, str, str, str], str] = {}
    for key, source in base.sources.items():
        keys.setdefault(_fields_of(source), key)
    pairs: dict[str, str] = {}
    for key, source in newer.sources.items():
        same = keys.pop(_fields_of(source), None)
        if same is not None:
            pairs[key] = same
    return pairs


def _fields_of(source: Source) -> tuple[str, str, str, str]:
    return source.author, source.title, source.url, source.date


def _in_place(base: Debate, newer: Debate) -> Debate:
    """Returns the newer version with positions that differ only where the order does."""
    links = dict(newer.links)
    for siblings in map(newer.links_into, newer.steps):
        placed = [base.links[key].pos if key in base.links else "" for key in siblings]
        for key, pos in zip(siblings, _positions(placed), strict=True):
            links[key] = links[key]._replace(pos=pos)
    return Debate(newer.header, newer.claims, links, newer.sources, newer.stances)


def _positions(earlier: Sequence[str]) -> list[str]:
    """Returns rising positions that keep as many of the earlier ones as can be kept.

    Examples:
        >>> _positions(["a0", "", "a1"]), _positions(["a2", "a0", "a1"])
        (['a0', 'a0V', 'a1'], ['Zz', 'a0', 'a1'])
    """
    kept = _longest_rising(earlier)
    result = [pos if n in kept else "" for n, pos in enumerate(earlier)]
    later: str | None = None
    following: list[str | None] = []
    for pos in reversed(result):
        following.append(later)
        later = pos or later
    following.reverse()
    before: str | None = None
    for n, pos in enumerate(result):
        if not pos:
            try:
                result[n] = between(before, following[n])
            except ValueError:
                # What another program wrote leaves no room: the order then is that of ids.
                result[n] = before or ""
        before = result[n] or before
    return result


def _longest_rising(earlier: Sequence[str]) -> set[int]:
    """Returns the places of the longest run of positions that rise, empty ones left out."""
    tails: list[int] = []
    tops: list[str] = []
    previous: dict[int, int] = {}
    for n, pos in enumerate(earlier):
        if not pos:
            continue
        place = bisect_left(tops, pos)
        if place:
            previous[n] = tails[place - 1]
        tails[place : place + 1] = [n]
        tops[place : place + 1] = [pos]
    kept: set[int] = set()
    last = tails[-1] if tails else None
    while last is not None:
        kept.add(last)
        last = previous.get(last)
    return kept

"""Merge what stands beside the map, in which two people may each have kept scenarios."""

from collections.abc import Mapping, Sequence
from typing import Any

from debatemap.core.debate import Debate
from debatemap.core.model import NO_EXTRA, Extra, Header
from debatemap.core.rating_fingerprints import RATED_AS
from debatemap.core.scenarios import SCENARIOS
from debatemap.sync.merge.conflict import ABSENT, Conflict, canonical
from debatemap.sync.merge.field_merge import RULES, merge_fields
from debatemap.sync.merge.rating_fingerprints import merge_rated_as

__all__ = ["as_a_side_has_them", "merge_beside"]


def merge_beside(base: Extra, ours: Extra, theirs: Extra, found: list[Conflict]) -> Extra:
    """Merges the unknown keys at the top of a file; scenarios by name, and each by what it is of.

    Somebody who drops the last scenario takes the key out of the file, but has dropped no
    scenario that the other side has kept in the meantime.

    Args:
        base: What both sides began with.
        ours: One side.
        theirs: The other.
        found: Gets the conflicts.

    Examples:
        >>> wet, dry = {"Wet": {"a": "true"}}, {"Dry": {"a": "false"}}
        >>> both = merge_beside({}, {"scenarios": wet}, {"scenarios": dry}, [])
        >>> both == {"scenarios": dry | wet}
        True
        >>> merge_beside({"scenarios": wet}, {}, {"scenarios": dry | wet}, [])
        {'scenarios': {'Dry': {'a': 'false'}}}
    """
    rated = merge_rated_as(base, ours, theirs)
    if rated is None:
        return _merge_rest(base, ours, theirs, found) or NO_EXTRA
    one, other = _without(ours, RATED_AS), _without(theirs, RATED_AS)
    merged = _merge_rest(_without(base, RATED_AS), one, other, found)
    return {**merged, **({RATED_AS: rated} if rated else {})} or NO_EXTRA


def as_a_side_has_them(header: Header, sides: Sequence[Debate]) -> Header:
    """Returns a header whose scenarios are in the order of a side that has the same ones.

    What came back was put in by name and id. A later merge with that side takes its order, so
    that the map would change again though nobody edited it.
    """
    merged = header.beside.get(SCENARIOS)
    for side in sides if merged is not None else ():
        theirs = side.header.beside.get(SCENARIOS, ABSENT)
        if canonical(theirs) == canonical(merged):
            return header._replace(beside={**header.beside, SCENARIOS: theirs})
    return header


def _merge_rest(base: Extra, ours: Extra, theirs: Extra, found: list[Conflict]) -> Extra:
    tables = [side[SCENARIOS] for side in (base, ours, theirs) if SCENARIOS in side]
    if not tables or not all(isinstance(table, Mapping) for table in tables):
        return merge_fields((), (base, ours, theirs), found, RULES["beside"])
    three = tuple({SCENARIOS: {}, **side} for side in (base, ours, theirs))
    merged = merge_fields((), (three[0], three[1], three[2]), found, RULES["beside"])
    if not any(merged[SCENARIOS] is table for table in tables):
        merged[SCENARIOS] = _sorted(merged[SCENARIOS])
    if not merged[SCENARIOS] and not _is_kept(base, ours, theirs):
        del merged[SCENARIOS]
    return merged


def _without(side: Extra, key: str) -> Extra:
    return {name: value for name, value in side.items() if name != key}


def _sorted(table: Mapping[str, Any]) -> dict[str, Any]:
    """Returns scenarios as the program writes them: by name, and each by id."""
    return {
        name: dict(sorted(entries.items())) if isinstance(entries, Mapping) else entries
        for name, entries in sorted(table.items())
    }


def _is_kept(base: Extra, *sides: Extra) -> bool:
    """Tells whether the key stays in a file though it holds nothing."""
    there = [SCENARIOS in side for side in sides]
    return all(there) or (any(there) and SCENARIOS not in base)

"""Merge the fingerprints of the words that people rated; they never make a conflict."""

from collections.abc import Mapping
from typing import Any

from debatemap.core.model import Extra
from debatemap.core.rating_fingerprints import RATED_AS

__all__ = ["merge_rated_as"]

_NONE: Mapping[str, Any] = {}


def merge_rated_as(base: Extra, ours: Extra, theirs: Extra) -> dict[str, Any] | None:
    """Merges what both sides say of which words were rated, claim by claim.

    Where the sides say different things of one rating, nothing is said of it any more: the
    conflict is the rating's own.

    Args:
        base: The unknown keys at the top of the file that both sides began with.
        ours: Those of one side.
        theirs: Those of the other.

    Returns:
        The fingerprints by person and claim; or None where they merge as any other key does, as
        one side has not touched them, or something else stands in their place.

    Examples:
        >>> one, other = {"ann": {"a": "9f86d081"}}, {"bo": {"a": "9f86d081"}}
        >>> merge_rated_as({}, {"rated_as": one}, {"rated_as": other})
        {'ann': {'a': '9f86d081'}, 'bo': {'a': '9f86d081'}}
        >>> merge_rated_as({"rated_as": one}, {}, {"rated_as": {"ann": one["ann"] | {"b": "0"}}})
        {'ann': {'b': '0'}}
        >>> merge_rated_as({}, {}, {"rated_as": one}) is None
        True
    """
    tables = [side.get(RATED_AS, _NONE) for side in (base, ours, theirs)]
    began, one, other = tables
    if not all(map(_is_plain, tables)) or one == other or began in (one, other):
        return None
    merged = {
        person: _merged(*(table.get(person, _NONE) for table in tables))
        for person in sorted({**one, **other})
    }
    return {person: marks for person, marks in merged.items() if marks}


def _merged(
    began: Mapping[str, Any], one: Mapping[str, Any], other: Mapping[str, Any]
) -> dict[str, Any]:
    merged = {}
    for claim in sorted({**one, **other}):
        was, mine, yours = began.get(claim), one.get(claim), other.get(claim)
        if yours in (mine, was):
            merged[claim] = mine
        elif mine == was:
            merged[claim] = yours
    return {claim: mark for claim, mark in merged.items() if mark is not None}


def _is_plain(table: object) -> bool:
    return isinstance(table, Mapping) and all(isinstance(h, Mapping) for h in table.values())

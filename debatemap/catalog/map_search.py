"""Search the claims of many maps that were read for a list."""

from collections.abc import Sequence
from itertools import islice
from pathlib import Path
from typing import Final, NamedTuple

from debatemap.catalog.map_summary import ReadMap
from debatemap.core.reading_order import read
from debatemap.core.search_query import Query

__all__ = ["ClaimFound", "Found", "search_maps"]

_OF_ONE: Final = 12
"""Claims of one map that are listed; what is wanted is rarely among more."""
_MOST: Final = 120
"""Claims of all maps that are listed."""
_LEAST: Final = 2
"""Letters from which on claims are looked for: one letter is in all of them."""


class ClaimFound(NamedTuple):
    """A claim that has the words that were searched for."""

    path: Path
    claim: str
    text: str


class Found(NamedTuple):
    """What a search has found.

    Attributes:
        claims: The claims, in the order of the maps and in reading order within each.
        number: How many there are, with those that are not listed.
        maps: In how many maps they stand.
    """

    claims: tuple[ClaimFound, ...] = ()
    number: int = 0
    maps: int = 0


def search_maps(maps: Sequence[ReadMap], typed: str) -> Found:
    """Returns the claims in which every word of a query occurs.

    Args:
        maps: The maps, each read by `read_summary`.
        typed: The query.
    """
    if not Query(typed).words or len(typed.strip()) < _LEAST:
        return Found()
    claims: list[ClaimFound] = []
    count = having = 0
    for each in maps:
        if each.debate is None or each.words is None:
            continue
        found = each.words.ranked(typed)
        hits = found.typed + found.forms
        count += len(hits)
        having += bool(hits)
        if hits and len(claims) < _MOST:
            order = read(each.debate).order.__getitem__
            hits = sorted(found.typed, key=order) + sorted(found.forms, key=order)
            claims += [
                ClaimFound(each.summary.path, hit, each.debate.claims[hit].text)
                for hit in islice(hits, _OF_ONE)
            ]
    return Found(tuple(claims[:_MOST]), count, having)

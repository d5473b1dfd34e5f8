"""Two versions of a debate told apart: one difference for each thing that a person did."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Final, get_args

from debatemap.core.debate import Debate
from debatemap.sync.diff.comparison import Comparison
from debatemap.sync.diff.difference import Difference, Edit, Group, Kind, Place
from debatemap.sync.diff.field_values import forgotten_ratings, particulars
from debatemap.sync.diff.order_changes import ordering
from debatemap.sync.diff.positions import Standing
from debatemap.sync.diff.structure import structure

__all__ = [
    "Difference",
    "Edit",
    "Group",
    "Kind",
    "Place",
    "differences",
    "grouped",
    "grouped_differences",
    "weightiest",
]

_RANKS: Final = {kind: rank for rank, kind in enumerate(get_args(Kind))}

_PLACES: Final = {place: rank for rank, place in enumerate(get_args(Place))}

_AT_THE_PARENT: Final = frozenset({"added", "moved", "flipped", "linked", "relinked", "joined"})
"""What befalls a claim in the place where it is read, and so concerns the claim above it."""

_Key = tuple[Place, str, str]


def differences(before: Debate, after: Debate) -> list[Difference]:
    """Returns what was done to make `after` of `before`, in the reading order of `after`.

    What is gone stands where it stood, after what preceded it there. Each field of each record
    that differs is in the edits of exactly one difference.

    Examples:
        >>> from debatemap.core.model import Claim, Header
        >>> dry, wet = Claim("It is dry."), Claim("It is wet.")
        >>> one, other = Debate(Header("m"), {"a": dry}), Debate(Header("m"), {"a": wet})
        >>> [(found.kind, found.before, found.after) for found in differences(one, other)]
        [('reworded', 'It is dry.', 'It is wet.')]
        >>> differences(one, one)
        []
    """
    return _differences(Comparison(before, after))


def grouped_differences(before: Debate, after: Debate) -> list[Group]:
    """Returns what was done to make `after` of `before`, by where it stands.

    It says what `grouped` does of `differences`, and reads each debate once for both.
    """
    compared = Comparison(before, after)
    return _grouped(compared, _differences(compared))


def _differences(compared: Comparison) -> list[Difference]:
    if not compared.change:
        return []
    found = [*structure(compared), *particulars(compared), *ordering(compared)]
    found = list(_with_ratings(found, forgotten_ratings(compared)))
    return sorted(found, key=lambda difference: _position(compared, difference))


def grouped(before: Debate, after: Debate, found: Iterable[Difference]) -> list[Group]:
    """Returns differences by where they stand: the map, each thesis, each of its branches.

    Args:
        before: The earlier debate.
        after: The later one.
        found: Differences of the two, in reading order.
    """
    return _grouped(Comparison(before, after), found)


def _grouped(compared: Comparison, found: Iterable[Difference]) -> list[Group]:
    groups: dict[_Key, list[Difference]] = {}
    for difference in found:
        groups.setdefault(_group(compared, difference), []).append(difference)

    def place(key: _Key) -> tuple[int, ...]:
        order = (compared.now[claim].order if claim else -1 for claim in key[1:])
        return _PLACES[key[0]], *order

    return [Group(*key, groups[key]) for key in sorted(groups, key=place)]


def weightiest(found: Iterable[Difference]) -> list[Difference]:
    """Returns differences with those first that say most of what was done: claims that came.

    Of the same kind, the earlier in reading order comes first.
    """
    return sorted(found, key=lambda difference: _RANKS[difference.kind])


def _with_ratings(
    found: Iterable[Difference], ratings: Mapping[str, list[Edit]]
) -> Iterator[Difference]:
    """Yields differences; those in which a claim or a link goes, with the ratings of it."""
    for difference in found:
        gone = (edit.id for edit in difference.edits if not edit.field and edit.after is None)
        more = [edit for node in gone for edit in ratings.get(node, ())]
        yield difference._replace(edits=(*difference.edits, *more)) if more else difference


def _position(compared: Comparison, difference: Difference) -> tuple[int, int, int, int]:
    rank = _RANKS[difference.kind]
    if difference.kind == "removed":
        return (*compared.gap[difference.id], rank)
    order = compared.now[difference.claim].order if difference.claim else -1
    return order, 0, 0, rank


def _group(compared: Comparison, difference: Difference) -> _Key:
    claim = difference.claim
    if difference.kind == "removed" and not claim:
        return _top_group(compared.was[difference.id])
    if not claim:
        return "map", "", ""
    now = compared.now
    standing = now[claim]
    if difference.kind in _AT_THE_PARENT and difference.link == standing.link:
        return _claim_group(now, standing.above) if standing.above else _top_group(standing)
    return _claim_group(now, claim)


def _claim_group(now: Mapping[str, Standing], claim: str) -> _Key:
    """Returns the group of what is said at a claim: its thesis and its branch."""
    standing = now[claim]
    if standing.kind == "thesis":
        return "thesis", standing.top, standing.branch
    return standing.kind, "", ""


def _top_group(standing: Standing) -> _Key:
    """Returns the group of a top that came or went: a thesis is the map's, the rest by kind."""
    return ("map" if standing.kind == "thesis" else standing.kind), "", ""

"""A claim whose branch stands in another map: the file, the map and the claim there."""

from collections.abc import Mapping
from typing import Final, NamedTuple

from debatemap.core.model import NO_EXTRA, Claim

__all__ = ["OtherMap", "other_map_of", "with_other_map"]

_KEY: Final = "x-map"
"""The field of a claim, unknown to the format, that names its branch elsewhere."""


class OtherMap(NamedTuple):
    """Where the branch of a claim stands.

    Attributes:
        file: The file, as seen from the folder of the map that names it.
        map: The id of the map there.
        claim: The id of the claim there.
    """

    file: str
    map: str
    claim: str


def other_map_of(claim: Claim) -> OtherMap | None:
    """Returns where the branch of a claim stands, or None where that is nowhere else.

    Examples:
        >>> other_map_of(with_other_map(Claim("A."), OtherMap("a.json", "m", "c")))
        OtherMap(file='a.json', map='m', claim='c')
    """
    given = claim.extra.get(_KEY)
    if not isinstance(given, Mapping):
        return None
    values = [given.get(name) for name in OtherMap._fields]
    texts = [value for value in values if isinstance(value, str) and value]
    return OtherMap(*texts) if len(texts) == len(values) else None


def with_other_map(claim: Claim, other: OtherMap | None) -> Claim:
    """Returns a claim that names where its branch stands; None takes that away."""
    rest = {key: value for key, value in claim.extra.items() if key != _KEY}
    named = {_KEY: other._asdict()} if other is not None else {}
    return claim._replace(extra={**rest, **named} or NO_EXTRA)

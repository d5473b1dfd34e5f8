"""Merge three files of one map, as bytes."""

from typing import NamedTuple

from debatemap.core.errors import MapError
from debatemap.formats.native.known_claims import reading_versions
from debatemap.formats.registry import read_debate, read_map, write_like
from debatemap.sync.merge.conflict import Conflict, conflicts_in
from debatemap.sync.merge.sides import NOBODY, People
from debatemap.sync.merge.three_way import merge3

__all__ = ["MergedFile", "merge_files"]


class MergedFile(NamedTuple):
    """A merged map as it stands in a file.

    Attributes:
        data: The bytes of the file.
        conflicts: What this merge could not decide.
        left: All the conflicts in the map, those of earlier merges with them.
        map_id: The map's id.
        joined: Texts that were put together of two rewordings, by claim.
    """

    data: bytes
    conflicts: list[Conflict]
    left: list[Conflict]
    map_id: str
    joined: dict[str, str]


def merge_files(
    base: bytes | None, ours: bytes, theirs: bytes, name: str, people: People = NOBODY
) -> MergedFile:
    """Merges two versions of a map's file.

    Args:
        base: The version that both began with, or None where there is none.
        ours: One version.
        theirs: The other.
        name: What to call the file in an error.
        people: Who made our version, and who made theirs.

    Raises:
        MapError: A version cannot be read, or the merged map could not be read again.
    """
    with reading_versions():
        return _merge(base, ours, theirs, name, people)


def _merge(base: bytes | None, ours: bytes, theirs: bytes, name: str, people: People) -> MergedFile:
    began = None if base is None else read_debate(base, f"{name}, the common ancestor")
    sides = read_debate(ours, f"{name}, our side"), read_debate(theirs, f"{name}, their side")
    merged = merge3(began, *sides, people=people)
    # As the file stands that it takes the place of.
    data = write_like(ours, name, merged.debate)
    if read_map(data, f"{name}, merged").debate.tables() != merged.debate.tables():
        raise MapError(name, "the merged map does not read back", advice="Nothing was written.")
    left = conflicts_in(merged.debate)
    return MergedFile(data, merged.conflicts, left, merged.debate.header.id, merged.joined_texts)

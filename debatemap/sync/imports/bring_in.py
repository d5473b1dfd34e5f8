"""Bring a file of another program into a map: anew, or as a newer version of what came before."""

from collections.abc import Collection, Sequence
from typing import Final, NamedTuple

from debatemap.core.debate import Debate
from debatemap.core.model import Header, new_id
from debatemap.core.renamed_ids import with_other_ids
from debatemap.core.scenarios import scenarios_in, with_scenarios_apart
from debatemap.core.text import SafeText
from debatemap.edit import carry
from debatemap.edit.builder import EditRefusedError
from debatemap.formats.format import Imported
from debatemap.formats.imported_base import (
    IMPORTS,
    ImportedBase,
    bases_in,
    with_base,
    without_bases,
)
from debatemap.sync.imports.alignment import aligned
from debatemap.sync.imports.matching import are_alike
from debatemap.sync.merge.conflict import Conflict, Side, conflicts_in
from debatemap.sync.merge.joined_header import joined_header
from debatemap.sync.merge.three_way import merge3

__all__ = ["BroughtIn", "ImportedBase", "as_new_map", "earlier_import", "put_under", "update"]

_SHARED: Final = 0.3
"""The part of the claims that two versions of one file have in common at least."""
_LEAST_SHARED: Final = 0.01
"""What counts as that part where claims were reworded, but none stayed the same."""


class BroughtIn(NamedTuple):
    """A map with a file in it.

    Attributes:
        debate: The map as it is now.
        conflicts: What both the file and the map changed, which somebody has to decide.
        is_update: Whether the file is a newer version of one that came before.
        left_out: What could not come along as the map has another value, in words.
    """

    debate: Debate
    conflicts: tuple[Conflict, ...] = ()
    is_update: bool = False
    left_out: tuple[SafeText, ...] = ()


def as_new_map(read: Imported, format_name: str, file: str) -> Debate:
    """Returns the map that a file makes, which keeps what came in for a later version.

    A file that this program wrote is a version of its map already, and is merged as such.
    """
    if not read.is_foreign:
        return read.debate
    return _keeping(read.debate, _base(format_name, file, read.debate))


def earlier_import(
    debate: Debate, read: Imported, format_name: str, file: str
) -> ImportedBase | None:
    """Returns what an earlier version of a file brought into a map, or None.

    It is that of the same format and file, where any claim is still the same, as exports of
    different debates often have one name; or the one of that format that shares most claims.
    """
    shared: list[tuple[bool, float, ImportedBase]] = []
    for base in bases_in(debate.header):
        if base.format_name == format_name:
            part = _shared(base.debate, read.debate)
            is_named = _is_key_of(base.key, format_name, file)
            if part >= _SHARED or (is_named and part):
                shared.append((is_named, part, base))
    return max(shared, key=lambda each: each[:2], default=(False, 0.0, None))[2]


def _shared(earlier: Debate, newer: Debate) -> float:
    """Returns the part of the claims that two debates share, by their words, or nearly so."""
    texts = {claim.text for claim in earlier.claims.values()}
    same = {claim.text for claim in newer.claims.values()} & texts
    of_one_id = (key for key in newer.claims if key in earlier.claims)
    if not same and not any(
        are_alike(earlier.claims[key].text, newer.claims[key].text) for key in of_one_id
    ):
        return 0.0
    least = min(len(texts), len({claim.text for claim in newer.claims.values()}))
    return max(len(same) / max(1, least), _LEAST_SHARED)


def update(
    debate: Debate, read: Imported, base: ImportedBase, file: str, *, has_ids: bool
) -> BroughtIn:
    """Merges a newer version of a file into the map that has the earlier one.

    What people added, rated and noted stays; what the file dropped goes, where nobody has touched
    it since. What both changed is a conflict.

    Args:
        debate: The map.
        read: The newer version.
        base: The earlier one.
        file: The name of the newer file, to be told where there is a conflict.
        has_ids: Whether the ids of the file stay those of their claims.
    """
    taken = {*debate.claims, *debate.links, *debate.sources}
    newer = aligned(base.debate, read.debate, taken, has_ids=has_ids)
    versions = base.debate, newer
    began, theirs = (_with_header_of(debate.header, each, versions) for each in versions)
    people = (Side("this map"), Side(file))
    merged = merge3(began, debate, theirs, people=people)
    kept = _keeping(merged.debate, base._replace(debate=newer))
    return BroughtIn(kept, tuple(merged.conflicts), is_update=True)


def put_under(
    debate: Debate, read: Imported, target: str | None, format_name: str, file: str
) -> BroughtIn:
    """Puts the claims of a file under a claim of a map, or (None) among its theses.

    Under a claim its theses are what the file says of them, and pros where it says nothing. Its
    ratings and scenarios come along.

    Raises:
        EditRefusedError: There is nothing to put there, no such claim, or the file has conflicts.
    """
    if conflicts_in(read.debate):
        raise EditRefusedError("the file has conflicts; settle them first")
    names = _free_names(debate, read.debate)
    brought = with_other_ids(read.debate, claims=names, links=names, sources=names)
    tops = [key for key in brought.header.theses if key in brought.claims]
    tops += [key for key in brought.claims if not brought.is_placed(key)]
    after = debate.copy()
    stances = {names.get(key, key): stance for key, stance in read.stances.items()}
    parcel = _whole(brought, tops)._replace(stances=stances)
    after.apply(carry.paste_parcel(after, parcel, target))
    ratings = {person: dict(held) for person, held in after.stances.items()}
    for person, held in brought.stances.items():
        ratings[person] = {**held, **ratings.get(person, {})}
    said = with_scenarios_apart(without_bases(brought.header), scenarios_in(debate.header))
    header, left_out = joined_header(after, said._replace(theses=()))
    whole = Debate(header, after.claims, after.links, after.sources, ratings)
    taken = {base.key for base in bases_in(debate.header)}
    kept = _keeping(whole, _base(format_name, file, brought, taken))
    return BroughtIn(kept, left_out=tuple(left_out))


def _whole(debate: Debate, tops: list[str]) -> carry.Parcel:
    """Returns all claims of a debate to be pasted, those of loops with them."""
    parcel = carry.pack(debate, tops)
    left = [key for key in debate.claims if key not in parcel.claims]
    return carry.pack(debate, [*tops, *left]) if left else parcel


def _free_names(debate: Debate, read: Debate) -> dict[str, str]:
    """Returns new ids for what has one that the map uses already."""
    taken = {*debate.claims, *debate.links, *debate.sources}
    own = (*read.claims, *read.links, *read.sources)
    return {key: new_id() for key in own if key in taken}


def _with_header_of(header: Header, debate: Debate, versions: Sequence[Debate]) -> Debate:
    """Returns a version of a file as one of a map: what only the map says counts as unchanged.

    Args:
        header: The map's header.
        debate: The version.
        versions: All versions of the file: what any of them says beside its claims may have
            changed.
    """
    said = debate.header
    told = set[str]().union(*(each.header.beside for each in versions)) - {IMPORTS}
    beside = {key: value for key, value in header.beside.items() if key not in told}
    beside |= {key: value for key, value in said.beside.items() if key in told}
    mine = header._replace(
        title=said.title, theses=said.theses, question=said.question, beside=beside
    )
    return Debate(mine, debate.claims, debate.links, debate.sources, debate.stances)


def _keeping(debate: Debate, base: ImportedBase) -> Debate:
    header = with_base(debate.header, base)
    return Debate(header, debate.claims, debate.links, debate.sources, debate.stances)


def _base(format_name: str, file: str, debate: Debate, taken: Collection[str] = ()) -> ImportedBase:
    key, number = f"{format_name} {file}", 1
    while key in taken:
        number += 1
        key = f"{format_name} {file} #{number}"
    return ImportedBase(key, format_name, debate)


def _is_key_of(key: str, format_name: str, file: str) -> bool:
    """Tells whether an entry is one of a file of this name."""
    name, mark, number = key.rpartition(" #")
    return f"{format_name} {file}" in (key, name if mark and number.isdecimal() else key)

"""Merge two people's edits of one map, by record and by field.

The merge is pure and symmetric: no side wins. What cannot be decided without a person stands
in the merged map as one of the two values, and both are kept under `conflicts`. No edit and no
deletion is lost without a word: what one side deleted and the other edited, or linked to,
comes back and is named.
"""

from collections.abc import Iterable, Mapping, Sequence
from hashlib import blake2b
from typing import Any, Final, NamedTuple

from debatemap.core.debate import Debate
from debatemap.core.model import Header, Link
from debatemap.core.renamed_ids import with_other_ids
from debatemap.core.same_records import differing
from debatemap.core.scenarios import scenarios_in, with_assumed
from debatemap.formats.native.records import FROM, READERS, SHAPES, number
from debatemap.sync.change_between import alike
from debatemap.sync.merge.closure import close
from debatemap.sync.merge.conflict import (
    ABSENT,
    Conflict,
    canonical,
    entries_of,
    entry_key,
    with_conflicts,
)
from debatemap.sync.merge.extra_tables import as_a_side_has_them, merge_beside
from debatemap.sync.merge.field_merge import RULES, Fields, merge_fields
from debatemap.sync.merge.merge_state import Key, Merging
from debatemap.sync.merge.merged_cycles import closed_cycles
from debatemap.sync.merge.sides import People, with_sides

__all__ = ["Merged", "merge3"]

_TABLES: Final = ("claims", "links", "sources")


Three = tuple[Debate, Debate, Debate]
"""The base and the two sides."""


class Merged(NamedTuple):
    """A merged map.

    Attributes:
        debate: The map; the conflicts stand in it, beside those that stood in the sides.
        conflicts: What this merge could not decide, or decided against one of the sides.
        joined: The claims whose words have edits of both sides, and that nobody wrote so.
    """

    debate: Debate
    conflicts: list[Conflict]
    joined: tuple[str, ...] = ()

    @property
    def joined_texts(self) -> dict[str, str]:
        """The joined words, by claim."""
        return {claim: self.debate.claims[claim].text for claim in self.joined}


def merge3(
    base: Debate | None, ours: Debate, theirs: Debate, *, people: People | None = None
) -> Merged:
    """Merges two debates that began as one.

    Args:
        base: What both began with. Without it nothing counts as deleted, and whatever differs
            is a conflict.
        ours: One side.
        theirs: The other; exchanged, the two give the same, but for who is called whose.
        people: Who the two are, ours first, to be told where there is a conflict.

    Examples:
        >>> from debatemap.core.model import Claim
        >>> rain, header = Claim("It rains."), Header("m")
        >>> base = Debate(header, {"a": rain})
        >>> ours = Debate(header, {"a": rain._replace(by="Ada")})
        >>> theirs = Debate(header, {"a": Claim("It pours.")})
        >>> merged = merge3(base, ours, theirs)
        >>> merged.debate.claims["a"].text, merged.debate.claims["a"].by, merged.conflicts
        ('It pours.', 'Ada', [])
    """
    began = Debate(Header("")) if base is None else base
    debates = _with_distinct_ids(began, ours, theirs)
    found: list[Conflict] = []
    header = _merge_headers(debates, found)
    edited = {table: _edited(debates, table) for table in _TABLES}
    tables, kept = _merge_tables(debates, edited, found)
    stances = _merge_ratings(debates, found)
    merging = Merging(
        debates[0],
        debates[1:],
        tables,
        edited,
        list(header.theses),
        stances,
        scenarios_in(header),
        kept,
        found,
    )
    close(merging)
    debate = _assemble(header, merging)
    known = {conflict.path for conflict in found}
    cycles = [cycle for cycle in closed_cycles(*debates, debate) if cycle.path not in known]
    found += cycles
    if people is not None:
        found[:] = [with_sides(conflict, debates[1:], people) for conflict in found]
    if found and (cycles or people is not None):
        again = _header(header, merging)
        debate = debate.version(again, debate.claims, debate.links, debate.sources, debate.stances)
    found.sort(key=lambda conflict: canonical(conflict.shape()))
    return Merged(debate, found, _joined(merging, debate))


def _joined(merging: Merging, merged: Debate) -> tuple[str, ...]:
    ours, theirs = (side.claims for side in merging.sides)
    return tuple(
        key
        for key in merging.edited["claims"]
        if key in ours
        and key in theirs
        and key in merged.claims
        and merged.claims[key].text not in (ours[key].text, theirs[key].text)
    )


def _edited(debates: Three, table: str) -> list[str]:
    """Returns the ids of the records that the three debates do not share, sorted."""
    base, *sides = (getattr(debate, table) for debate in debates)
    return sorted({key for side in sides for key in differing(base, side)})


def _merge_headers(debates: Three, found: list[Conflict]) -> Header:
    base, one, other = (debate.header for debate in debates)
    shape = SHAPES["map"]
    fields = merge_fields(("map",), (shape(base), shape(one), shape(other)), found, RULES["map"])
    header: Header = READERS["map"](fields)
    return header._replace(beside=merge_beside(base.beside, one.beside, other.beside, found))


def _merge_tables(
    debates: Three, edited: Mapping[str, Iterable[str]], found: list[Conflict]
) -> tuple[dict[str, dict[str, Any]], dict[Key, list[str]]]:
    """Merges records; those that one side deleted and the other edited stay, and are named."""
    tables: dict[str, dict[str, Any]] = {}
    kept: dict[Key, list[str]] = {}
    for table in _TABLES:
        base, ours, theirs = (getattr(debate, table) for debate in debates)
        tables[table] = merged = dict(base)
        for key in edited[table]:
            three = base.get(key), ours.get(key), theirs.get(key)
            record = _merge_record((table, key), *three, found)
            if record is not None:
                merged[key] = record
            else:
                merged.pop(key, None)
            if record is not None and three[0] is not None and None in three:
                kept[table, key] = []
    return tables, kept


def _merge_record(key: Key, base: Any, ours: Any, theirs: Any, found: list[Conflict]) -> Any:  # noqa: ANN401  (any record)
    if alike(ours, theirs) or alike(theirs, base):
        return ours
    if alike(ours, base):
        return theirs
    if ours is None or theirs is None:
        return ours or theirs
    table = key[0]
    shape = SHAPES[table]
    three = {} if base is None else shape(base), shape(ours), shape(theirs)
    if table == "links" and base is not None:
        _agree_on_first(*three)
    merged = READERS[table](merge_fields(key, three, found, RULES[table]))
    if isinstance(merged, Link):
        # One side may have made a first premise of what stands among the others on the other.
        return merged._replace(premises=tuple(dict.fromkeys(merged.premises)))
    return merged


def _agree_on_first(base: Fields, ours: Fields, theirs: Fields) -> None:
    """Lets the premises of a link that both sides edited merge as the one set that they are.

    Who takes the first premise out makes the next one first, but has not said that it is to
    stay. Where a side put a new one first, that stays an edit of the field.
    """
    old, *sides = ([shape[FROM], *shape.get("with", ())] for shape in (base, ours, theirs))
    if old in sides or any(side[0] not in old for side in sides):
        return
    merged = RULES["links"]["with"](old, *sides)
    if merged is not ABSENT and merged:
        for shape in (base, ours, theirs):
            shape[FROM], shape["with"] = merged[0], merged[1:]


def _merge_ratings(debates: Three, found: list[Conflict]) -> dict[str, dict[str, float]]:
    """Merges ratings one by one, also where a side took back a person's last one."""
    people = sorted({person for debate in debates for person in debate.stances})
    base, ours, theirs = ({p: _ratings(debate, p) for p in people} for debate in debates)
    merged = merge_fields(("stances",), (base, ours, theirs), found)
    return {p: ratings for p, ratings in merged.items() if ratings or _is_kept(p, debates)}


def _ratings(debate: Debate, person: str) -> dict[str, float]:
    return {node: number(value) for node, value in debate.stances.get(person, {}).items()}


def _is_kept(person: str, debates: Three) -> bool:
    """Tells whether somebody who rates nothing stays in the file."""
    base, *sides = (person in debate.stances for debate in debates)
    return all(sides) or (any(sides) and not base)


def _assemble(header: Header, merging: Merging) -> Debate:
    claims, links, sources = (merging.tables[table] for table in _TABLES)
    stances = dict(sorted(merging.stances.items()))
    ours = merging.sides[0]
    # The links are left as our side has them: whatever compares the two need look none up.
    tables = _sorted(claims), _as_in(ours.links, links), _sorted(sources), stances
    return ours.version(_header(header, merging), *tables)


def _header(header: Header, merging: Merging) -> Header:
    """Returns the header of the merged map, with the conflicts that are known by now."""
    header = header._replace(theses=tuple(merging.theses))
    header = with_assumed(header, dict(sorted(merging.scenarios.items())))
    header = as_a_side_has_them(header, merging.sides)
    known = entries_of(header)
    seen = set(map(entry_key, known))
    new = [shape for c in merging.found if entry_key(shape := c.shape()) not in seen]
    # Where the two sides have settled all that the base left between them, the list goes.
    settled = not known and bool(entries_of(merging.base.header))
    settled &= all(entries_of(side.header) for side in merging.sides)
    if new or settled:
        header = with_conflicts(header, sorted([*known, *new], key=canonical))
    return header


def _sorted(table: dict[str, Any]) -> dict[str, Any]:
    ids = sorted(table)
    return table if ids == [*table] else {key: table[key] for key in ids}


def _as_in(side: Mapping[str, Any], table: dict[str, Any]) -> dict[str, Any]:
    """Returns a table in the order of a side, and then what the side lacks, sorted."""
    if [*side] == [*table]:
        return table
    ids = [*(key for key in side if key in table), *sorted(table.keys() - side.keys())]
    return {key: table[key] for key in ids}


def _with_distinct_ids(*debates: Debate) -> Three:
    """Gives links other ids where one debate has a claim of that id and another a link.

    Two people's random ids may meet like that once in many years; somebody else's may do so
    at will. The new id follows from the old one, so that it is the same in every merge.
    """
    names = {}
    for shared in sorted(_of_claims_and_links(debates)):
        # Another debate may have the link under its new id already, from an earlier merge.
        beside = (debate.links.keys() for debate in debates if shared in debate.links)
        claims = set[str]().union(*(debate.claims for debate in debates))
        names[shared] = _fresh(shared, claims.union(*beside))
    ours = tuple(_renamed(debate, names) if names else debate for debate in debates)
    return ours[0], ours[1], ours[2]


def _of_claims_and_links(debates: Sequence[Debate]) -> set[str]:
    """Returns the ids that one debate has for a claim and another for a link."""
    base, *sides = debates
    found = base.claims.keys() & base.links.keys()
    for side in sides:
        # What is not in the base came with a side.
        claims = side.claims.keys() & differing(base.claims, side.claims)
        links = side.links.keys() & differing(base.links, side.links)
        found.update(*(claims & debate.links.keys() for debate in debates))
        found.update(*(links & debate.claims.keys() for debate in debates))
    return found


def _fresh(taken: str, nodes: set[str]) -> str:
    name = taken
    while name in nodes:
        name = blake2b(name.encode(), digest_size=5).hexdigest()
    return name


def _renamed(debate: Debate, names: dict[str, str]) -> Debate:
    """Returns a debate in which links have other ids."""
    own = {link: names[link] for link in debate.links if link in names}
    return with_other_ids(debate, links=own) if own else debate

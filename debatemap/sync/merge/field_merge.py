"""Merge the fields of one record, or of any JSON object, and note what cannot be merged."""

from collections.abc import Callable, Mapping
from typing import Any, Final, NamedTuple

from debatemap.core.fields import Field, Table, fields_of, fits
from debatemap.sync.merge.conflict import ABSENT, CONFLICTS, Conflict, canonical, entry_key
from debatemap.sync.rewording import join_rewordings
from debatemap.sync.word_diff import merge_lines

__all__ = ["RULES", "Fields", "Rule", "merge_fields"]

Fields = dict[str, Any]
Object = Mapping[str, Any]
Path = tuple[str, ...]
Rule = Callable[[Any, Any, Any], Any]
"""Puts two edits of one value together, or gives ABSENT where that cannot be done; or an Offer."""


class Offer(NamedTuple):
    """Two edits put together in a way that a person has to choose."""

    value: Any


_NO_RULES: Final[Mapping[str, Rule]] = {}


def merge_fields(
    path: Path,
    three: tuple[Object, Object, Object],
    found: list[Conflict],
    rules: Mapping[str, Rule] = _NO_RULES,
) -> Fields:
    """Merges two edits of an object, key by key and leaf by leaf.

    Args:
        path: Where the object stands in the map.
        three: What both sides began with, and the two sides in any order.
        found: Gets the conflicts.
        rules: How values merge that are more than one thing, by key.

    Examples:
        >>> found = []
        >>> merge_fields(("claims", "a"), ({"text": "It rains."},
        ...     {"text": "It rains.", "by": "Ada"}, {"text": "It pours."}), found)
        {'text': 'It pours.', 'by': 'Ada'}
        >>> found
        []
    """
    base, ours, theirs = three
    merged: Fields = {}
    for key in (*base, *sorted({**ours, **theirs}.keys() - base.keys())):
        values = base.get(key, ABSENT), ours.get(key, ABSENT), theirs.get(key, ABSENT)
        value = _merge_value((*path, key), values, found, rules.get(key))
        if value is not ABSENT:
            merged[key] = value
    return merged


def _merge_value(
    path: Path, three: tuple[Any, Any, Any], found: list[Conflict], rule: Rule | None
) -> Any:  # noqa: ANN401  (any JSON)
    base, ours, theirs = three
    began, one, other = map(canonical, three)
    if one in (other, began):
        return theirs
    if other == began:
        return ours
    if rule is not _as_one and isinstance(ours, dict) and isinstance(theirs, dict):
        # As deep as JSON that can be written at all, which is 254 levels.
        within = base if isinstance(base, dict) else {}
        return merge_fields(path, (within, ours, theirs), found)
    merged = rule(base, ours, theirs) if rule is not None else ABSENT
    if merged is ABSENT or isinstance(merged, Offer):
        values = sorted((side for side in (ours, theirs) if side is not ABSENT), key=canonical)
        joined = merged.value if isinstance(merged, Offer) else ABSENT
        found.append(Conflict(path, base, tuple(values), ABSENT in (ours, theirs), joined=joined))
        merged = values[0]
    return merged


def _as_one(base: Any, ours: Any, theirs: Any) -> Any:  # noqa: ANN401, ARG001  (a text of a source)
    """Leaves two edits of an object apart whose parts belong together."""
    return ABSENT


def _text(base: Any, ours: Any, theirs: Any) -> Any:  # noqa: ANN401  (a text, or ABSENT)
    if ABSENT in (base, ours, theirs):
        return ABSENT
    joint = join_rewordings(base, ours, theirs)
    if joint is None:
        return ABSENT
    return joint.text if joint.is_safe else Offer(joint.text)


def _note(base: Any, ours: Any, theirs: Any) -> Any:  # noqa: ANN401  (lines, or ABSENT)
    if ABSENT in (base, ours, theirs):
        return ABSENT
    merged = merge_lines(base, ours, theirs)
    return ABSENT if merged is None else merged


def _members(
    base: Any,  # noqa: ANN401  (a list, or ABSENT)
    ours: Any,  # noqa: ANN401
    theirs: Any,  # noqa: ANN401
    key: Callable[[Any], bytes] = canonical,
) -> Any:  # noqa: ANN401
    """Merges lists as sets: what one side took out is out, what one put in is in.

    What stays keeps its order, or gets the one that a side gave it; what is new comes after
    it, sorted, so that it does not matter whose it is. Two other orders cannot be merged.
    Members of one key are one; where they differ all the same, the smaller one stays.
    """
    old, one, other = (
        {key(value): value for value in (() if side is ABSENT else side)}
        for side in (base, ours, theirs)
    )
    kept = [each for each in old if each in one and each in other]
    staying = set(kept)
    orders = [[each for each in side if each in staying] for side in (one, other)]
    changed = [order for order in orders if order != kept]
    if len(changed) > 1 and changed[0] != changed[1]:
        return ABSENT
    new = sorted(each for each in {**one, **other} if each not in old)
    values = {**one, **other, **_smaller(one, other)}
    return [values[each] for each in (*(changed[0] if changed else kept), *new)]


def _citations(base: Any, ours: Any, theirs: Any) -> Any:  # noqa: ANN401  (a list, or ABSENT)
    """Merges citations as a set; one that both sides edited, field by field where that can be.

    Citations are taken for the same where each side has one of that source.
    """
    sides = [() if side is ABSENT else side for side in (base, ours, theirs)]
    for ref in dict.fromkeys(cited["ref"] for cited in sides[0]):
        three = [[cited for cited in side if cited["ref"] == ref] for side in sides]
        if any(len(found) != 1 for found in three):
            continue
        began, one, other = (found[0] for found in three)
        conflicts: list[Conflict] = []
        merged = merge_fields((), (began, one, other), conflicts)
        if not conflicts and canonical(one) != canonical(began) != canonical(other):
            sides = [[merged if c["ref"] == ref else c for c in side] for side in sides]
    return _members(sides[0], sides[1], sides[2])


def _entries(base: Any, ours: Any, theirs: Any) -> Any:  # noqa: ANN401  (what a file holds)
    """Merges lists of conflicts, which may be anything that another program wrote there."""
    lists = all(side is ABSENT or isinstance(side, list) for side in (base, ours, theirs))
    return _members(base, ours, theirs, entry_key) if lists else ABSENT


def _smaller(one: Mapping[bytes, Any], other: Mapping[bytes, Any]) -> dict[bytes, Any]:
    """Returns the smaller of two values by canonical bytes, for what both have."""
    return {key: min(one[key], other[key], key=canonical) for key in one.keys() & other.keys()}


_BY_NAME: Final[Mapping[str, Rule]] = {
    "words": _text,
    "lines": _note,
    "members": _members,
    "citations": _citations,
}


def _rules_of(table: Table) -> Mapping[str, Rule]:
    fields = fields_of(table)
    return {field.in_file: _rule_of(field) for field in fields if _has_rule(field)}


def _has_rule(field: Field) -> bool:
    return field.merge in _BY_NAME or field.kind == "source_text"


def _rule_of(field: Field) -> Rule:
    """Returns the rule of a field; a later one may hold anything, and that is not put together."""
    if field.kind == "source_text":
        return _as_one
    rule = _BY_NAME[field.merge]
    if not field.is_later:
        return rule

    def guarded(base: Any, ours: Any, theirs: Any) -> Any:  # noqa: ANN401  (any JSON, or ABSENT)
        values = (_as_in_file(side) for side in (base, ours, theirs) if side is not ABSENT)
        return rule(base, ours, theirs) if all(fits(field, each) for each in values) else ABSENT

    return guarded


def _as_in_file(value: Any) -> Any:  # noqa: ANN401  (any JSON, with tuples of records)
    return list(value) if isinstance(value, tuple) else value


RULES: Final[dict[str, Mapping[str, Rule]]] = {
    **{table: _rules_of(table) for table in ("claims", "links", "sources")},
    "map": {"theses": _members},
    "beside": {CONFLICTS: _entries},
}
"""How the fields of a record merge that are more than one value, by table."""

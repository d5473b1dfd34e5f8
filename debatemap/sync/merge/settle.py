"""Settle a conflict: choose a value, or write another; each is one change.

A choice puts the value where it belongs and takes the conflict out of the map. Both happen to
the map as it is now, which may have gone on since the merge.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

from debatemap.core.change import Change
from debatemap.core.debate import Debate
from debatemap.core.fields import fields_of
from debatemap.core.node_names import name_of
from debatemap.core.scenarios import SCENARIOS, scenarios_in, with_ids
from debatemap.core.text import SafeText, excerpt, safe_line
from debatemap.edit.builder import ChangeBuilder, EditRefusedError
from debatemap.formats.native.records import FROM, READERS, SHAPES
from debatemap.sync.merge.conflict import (
    ABSENT,
    CONFLICTS,
    Conflict,
    canonical,
    conflicts_in,
    entries_of,
    with_conflicts,
)
from debatemap.sync.merge.current_values import standing
from debatemap.sync.merge.restoring import UNFIT, give_links_back, take_away, valid_fields
from debatemap.sync.merge.sides import options

__all__ = ["choices", "name_conflict", "settle", "standing", "take_out"]

_FIELDS: Final = {
    **{field.in_file: f"the {field.label}" for field in fields_of("claims")},
    "text": "the words",
    "sources": "what is cited",
    "stance": "pro or con",
    "to": "what it is for",
    "pos": "the place among its siblings",
    FROM: "the premise",
    "with": "the joint premises",
    "title": "the title",
    "question": "the question",
    "theses": "the theses",
    "id": "the id",
}

_TOP_LEVEL: Final = {"format", "version", "map", "claims", "sources", "stances"}
"""What a file holds at its top that is no unknown field."""


def choices(conflict: Conflict) -> list[Any]:
    """Returns what can be chosen: our value, theirs, both joined; ABSENT for none."""
    return options(conflict)


def settle(debate: Debate, conflict: Conflict, value: Any) -> Change:  # noqa: ANN401  (any JSON, or ABSENT)
    """Gives a conflict's path a value and takes the conflict out of the map.

    Args:
        debate: The map as it is now.
        conflict: One of `conflicts_in(debate)`.
        value: One of `choices(conflict)`, or another value of its kind.

    Raises:
        EditRefusedError: The conflict is settled already, or the value cannot stand there.
    """
    builder = ChangeBuilder(debate)
    take_out(builder, conflict)
    # What another program wrote in place of the list would take the other conflicts away.
    is_of_the_list = conflict.path[:1] == (CONFLICTS,)
    stands = canonical(value) == canonical(standing(debate, conflict))
    if not is_of_the_list and not (stands and not conflict.links):
        _put(builder, conflict, value)
    return builder.change(f"settle {name_conflict(debate, conflict)}")


def name_conflict(debate: Debate, conflict: Conflict) -> SafeText:
    """Returns what a conflict is about, in a few words.

    Examples:
        >>> from debatemap.core.model import Claim, Header
        >>> debate = Debate(Header("m"), {"a": Claim("It rains.")})
        >>> name_conflict(debate, Conflict(("claims", "a", "text")))
        'the words of “It rains.”'
    """
    table, *keys = conflict.path or ("",)
    if table == "map" and keys:
        return safe_line(f"{_field(keys)} of the map")
    if table == "stances" and len(keys) > 1:
        return safe_line(f"how far {keys[0]} holds {_named(debate, conflict, keys[1])}")
    if table == SCENARIOS and keys:
        of = f"what “{excerpt(keys[0])}” assumes of " if len(keys) > 1 else "the scenario "
        about = _named(debate, conflict, keys[1]) if len(keys) > 1 else f"“{excerpt(keys[0])}”"
        return safe_line(f"{of}{about}")
    if table not in SHAPES or not keys:
        return safe_line(_field(conflict.path))
    name = _named(debate, conflict, keys[0])
    if len(keys) == 1:
        return safe_line(f"{name}, deleted and wanted")
    return safe_line(f"{_field(keys[1:])} of {name}")


def _field(keys: Sequence[str]) -> str:
    known = _FIELDS.get(keys[0]) if len(keys) == 1 else None
    return known or f"the field {excerpt('.'.join(keys)) or 'without a name'}"


def _named(debate: Debate, conflict: Conflict, node: str) -> SafeText:
    if node in debate.sources:
        source = debate.sources[node]
        return safe_line(f"the source {excerpt(source.title or source.author or source.url)}")
    value = conflict.values[0] if conflict.values else None
    if node not in debate.claims and isinstance(value, Mapping):
        words = value.get("text", value.get("title"))
        if isinstance(words, str):
            return SafeText(f"“{excerpt(words, 32)}”")
        if isinstance(value.get(FROM), str) and node not in debate.links:
            return SafeText(f"the step from {name_of(debate, value[FROM])}")
    return safe_line(name_of(debate, node))


def take_out(builder: ChangeBuilder, conflict: Conflict) -> None:
    """Takes a conflict out of the map's list.

    Raises:
        EditRefusedError: It is settled already.
    """
    debate = builder.debate
    shape = canonical(conflict.shape())
    read = [canonical(each.shape()) for each in conflicts_in(debate)]
    if shape not in read:
        raise EditRefusedError("that conflict is settled already")
    place = read.index(shape)
    entries = entries_of(debate.header)
    builder.put_header(with_conflicts(debate.header, entries[:place] + entries[place + 1 :]))


def _put(builder: ChangeBuilder, conflict: Conflict, value: Any) -> None:  # noqa: ANN401  (any JSON, or ABSENT)
    table, *keys = conflict.path or ("",)
    if conflict.is_of_a_record:
        _put_record(builder, conflict, value)
    elif table == "map" and keys:
        fields = _changed(SHAPES["map"](builder.header), keys, value)
        beside = builder.header.beside
        builder.put_header(READERS["map"](valid_fields("map", fields))._replace(beside=beside))
    elif table in SHAPES and len(keys) > 1:
        record = getattr(builder.debate, table).get(keys[0])
        if record is not None:
            fields = _changed(SHAPES[table](record), keys[1:], value)
            _PUT[table](builder, keys[0], READERS[table](valid_fields(table, fields)))
    elif table == "stances" and keys:
        _put_ratings(builder, keys, value)
    elif table in _TOP_LEVEL or not conflict.path:
        raise EditRefusedError(UNFIT)
    else:
        beside = _changed(builder.header.beside, conflict.path, value)
        if table == SCENARIOS and beside.get(SCENARIOS) == {}:
            del beside[SCENARIOS]
        header = builder.header._replace(beside=beside)
        # A value may assume something of what the other side has deleted.
        scenarios = scenarios_in(header) if table == SCENARIOS else {}
        chosen = [scenarios.get(keys[0], {})] if keys else scenarios.values()
        gone = {node: None for assumed in chosen for node in assumed if not builder.has(node)}
        builder.put_header(with_ids(header, gone) if gone else header)


def _put_record(builder: ChangeBuilder, conflict: Conflict, value: Any) -> None:  # noqa: ANN401  (a record's fields, or ABSENT)
    """Gives a record back with its links, or deletes it; one that stands stays as it is."""
    table, key = conflict.path
    there = getattr(builder.debate, table).get(key)
    if value is ABSENT:
        if there is not None:
            take_away(builder, conflict)
        return
    if there is None:
        _PUT[table](builder, key, READERS[table](valid_fields(table, value)))
    if table == "claims":
        give_links_back(builder, conflict)


def _put_claim(builder: ChangeBuilder, key: str, claim: Any) -> None:  # noqa: ANN401  (a claim)
    builder.put_claim(claim, key)


def _put_link(builder: ChangeBuilder, key: str, link: Any) -> None:  # noqa: ANN401  (a link)
    missing = [end for end in (*link.premises, link.target) if not builder.has(end)]
    if missing or key in (link.target, *link.premises):
        raise EditRefusedError("what it leads from or to is not there any more")
    if not builder.has_claim(link.premises[0]):
        raise EditRefusedError("a link cannot lead from a link")
    builder.put_link(link, key)


def _put_source(builder: ChangeBuilder, key: str, source: Any) -> None:  # noqa: ANN401  (a source)
    builder.put_source(source, key)


_PUT: Final[dict[str, Callable[[ChangeBuilder, str, Any], None]]] = {
    "claims": _put_claim,
    "links": _put_link,
    "sources": _put_source,
}


def _put_ratings(builder: ChangeBuilder, keys: Sequence[str], value: Any) -> None:  # noqa: ANN401  (ratings, one, or ABSENT)
    person = keys[0]
    held = builder.ratings(person)
    ratings = _changed({person: dict(held)}, keys, value).get(person)
    # Settling another conflict may have deleted what is rated.
    valid = valid_fields("stances", ratings) if ratings else {}
    kept = {node: one for node, one in valid.items() if node in held or builder.has(node)}
    builder.put_ratings(person, kept or None)


def _changed(whole: Mapping[str, Any], keys: Sequence[str], value: Any) -> dict[str, Any]:  # noqa: ANN401  (any JSON, or ABSENT)
    """Returns an object with another value at the end of a path; the object stays as it is."""
    changed = inner = dict(whole)
    for key in keys[:-1]:
        below = inner.get(key)
        inner[key] = dict(below) if isinstance(below, Mapping) else {}
        inner = inner[key]
    if value is ABSENT:
        inner.pop(keys[-1], None)
    else:
        inner[keys[-1]] = value
    return changed

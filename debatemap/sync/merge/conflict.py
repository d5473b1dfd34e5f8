"""A conflict as data: what two people made of one thing, kept in the map until it is settled.

In the file, conflicts stand in a list under `conflicts`, at the top level:

    {"path": ["claims", "7w3n5p1rdt", "text"], "base": "Many eyes find faults.",
     "values": ["All eyes find faults.", "Many eyes catch faults."]}

`path` leads to a record or to a field of one; links are records of their own there, and `from`
is a link's first premise. `base` is what both began with. `deleted` says that one of the two
deleted what `values` hold, and `with` names the links that came back together with a claim.

What a person needs to decide stands beside these, where it is known: `joined`, the words of
both put together; `links`, by which a claim that came back stood, as a side has them; `wanted`,
the paths of what names a deleted record anew; and `sides`, who the two are, ours first, each
with the place of its value among `values`. All but `sides` are the same whoever merges.
"""

from collections.abc import Mapping
from enum import Enum
from types import MappingProxyType
from typing import Any, Final, Literal, NamedTuple

import orjson

from debatemap.core.debate import Debate
from debatemap.core.extra_tables import entries_in
from debatemap.core.model import Header
from debatemap.formats.native.numbers import as_written, json_exactly

__all__ = [
    "ABSENT",
    "CONFLICTS",
    "Absent",
    "Conflict",
    "Side",
    "canonical",
    "conflicts_in",
    "entries_of",
    "entry_key",
    "with_conflicts",
    "without_sides",
]


class Absent(Enum):
    """The type of `ABSENT`."""

    ABSENT = "absent"


ABSENT: Final[Literal[Absent.ABSENT]] = Absent.ABSENT
"""Stands for nothing at all, which JSON's null does not."""

CONFLICTS: Final = "conflicts"
"""The key under which a file keeps them."""

_SIDES: Final = "sides"


_NOTHING: Final[Mapping[str, Any]] = MappingProxyType({})


class Side(NamedTuple):
    """One of the two that were merged.

    Attributes:
        name: Who made it, or what it is called.
        date: When it was made, as far as that is known.
        place: The place of its value among a conflict's; None where it deleted it, or where
            no value is its own.
    """

    name: str = ""
    date: str = ""
    place: int | None = None

    def shape(self) -> dict[str, Any]:
        """Returns the side as the file has it."""
        shape = {"name": self.name, "date": self.date, "value": self.place}
        return {key: value for key, value in shape.items() if value not in ("", None)}


class Conflict(NamedTuple):
    """Two values for one thing, of which the map holds one.

    Attributes:
        path: Where: table, id and field, with further keys for an unknown field.
        base: What both began with, as the file has it, or ABSENT.
        values: What the sides made of it, in the order of their canonical bytes; one where
            the other side deleted it.
        deleted: Whether a side deleted it.
        along: The links that a claim brought along when it came back.
        joined: The edits of both sides put together, where a person has to choose that.
        links: The links of a claim that came back, as the side has them that kept it.
        wanted: The paths of what names anew what was deleted.
        sides: Whose the values are, ours first; empty where that is not known.
    """

    path: tuple[str, ...]
    base: Any = ABSENT
    values: tuple[Any, ...] = ()
    deleted: bool = False
    along: tuple[str, ...] = ()
    joined: Any = ABSENT
    links: Mapping[str, Any] = _NOTHING
    wanted: tuple[tuple[str, ...], ...] = ()
    sides: tuple[Side, ...] = ()

    @property
    def is_of_a_record(self) -> bool:
        """Whether it is about a whole claim, link or source, and not about a field of one."""
        return len(self.path) == 2 and self.path[0] in {"claims", "links", "sources"}  # noqa: PLR2004  (table, id)

    def shape(self) -> dict[str, Any]:
        """Returns the conflict as the file has it."""
        shape: dict[str, Any] = {"path": list(self.path)}
        if self.base is not ABSENT:
            shape["base"] = self.base
        shape["values"] = list(self.values)
        if self.deleted:
            shape["deleted"] = True
        if self.along:
            shape["with"] = list(self.along)
        if self.joined is not ABSENT:
            shape["joined"] = self.joined
        if self.links:
            shape["links"] = dict(self.links)
        if self.wanted:
            shape["wanted"] = list(map(list, self.wanted))
        if self.sides:
            shape[_SIDES] = [side.shape() for side in self.sides]
        # As a file would give it back: values taken from records hold tuples.
        plain: dict[str, Any] = json_exactly(orjson.dumps(shape, as_written))
        return plain


def canonical(value: Any) -> bytes:  # noqa: ANN401  (any JSON, or ABSENT)
    """Returns bytes that are the same for the same JSON, whatever the order of its keys."""
    return b"" if value is ABSENT else orjson.dumps(value, as_written, orjson.OPT_SORT_KEYS)


def entry_key(entry: Any) -> bytes:  # noqa: ANN401  (what a file holds)
    """Returns bytes that are the same for one conflict, whoever merged and was ours then."""
    if not isinstance(entry, Mapping):
        return canonical(entry)
    return canonical({key: value for key, value in entry.items() if key != _SIDES})


def conflicts_in(debate: Debate) -> list[Conflict]:
    """Returns the conflicts that are left in a map.

    Whatever stands in the list is given, so that none is hidden: an entry of another shape
    has a path and values as far as they can be made out.
    """
    return [_read(entry) for entry in entries_of(debate.header)]


def entries_of(header: Header) -> list[Any]:
    """Returns the list of conflicts as it stands in the file; what is no list is one of them."""
    return entries_in(header, CONFLICTS)


def with_conflicts(header: Header, entries: list[Any]) -> Header:
    """Returns a header with another list of conflicts; with none, the list goes too."""
    beside = {key: value for key, value in header.beside.items() if key != CONFLICTS}
    return header._replace(beside={**beside, CONFLICTS: entries} if entries else beside)


def without_sides(shape: dict[str, Any]) -> dict[str, Any]:
    """Returns a map's file, as plain data, without whose the values of its conflicts are."""
    listed = shape.get(CONFLICTS)
    if not isinstance(listed, list):
        return shape
    entries = [
        {key: value for key, value in entry.items() if key != _SIDES}
        if isinstance(entry, dict)
        else entry
        for entry in listed
    ]
    return {**shape, CONFLICTS: entries}


def _read(entry: Any) -> Conflict:  # noqa: ANN401  (any JSON)
    if not isinstance(entry, Mapping):
        return Conflict((), values=(entry,))
    path, values, along = (_listed(entry.get(key)) for key in ("path", "values", "with"))
    return Conflict(
        tuple(map(str, path)),
        entry.get("base", ABSENT),
        tuple(values),
        entry.get("deleted") is True,
        tuple(map(str, along)),
        entry.get("joined", ABSENT),
        entry["links"] if isinstance(entry.get("links"), Mapping) else _NOTHING,
        tuple(tuple(map(str, path)) for path in _listed(entry.get("wanted")) if _listed(path)),
        tuple(_side(side, len(values)) for side in _listed(entry.get(_SIDES))),
    )


def _side(side: Any, values: int) -> Side:  # noqa: ANN401  (any JSON)
    if not isinstance(side, Mapping):
        return Side()
    name, date, place = side.get("name", ""), side.get("date", ""), side.get("value")
    # True is a number to Python.
    known = isinstance(place, int) and not isinstance(place, bool) and 0 <= place < values
    return Side(str(name), str(date), place if known else None)


def _listed(value: Any) -> list[Any]:  # noqa: ANN401  (any JSON)
    return value if isinstance(value, list) else []

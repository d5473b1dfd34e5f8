"""A conflict as data: what two people made of one thing, kept in the map until it is settled.

In the file, conflicts stand in a list under `conflicts`, at the top level:

    {"path": ["claims", "7w3n5p1rdt", "text"], "base": "Many eyes find faults.",
     "values": ["All eyes find faults.", "Many eyes catch faults."]}

`path` leads to a record or to a field of one; links are records of their own there, and `from`
is a link's first premise. `base` is what both began with. `deleted` says that one of the two
deleted what `values` hold, and `with` names the links that came back together with a claim.
"""

from collections.abc import Mapping
from enum import Enum
from typing import Any, Final, Literal, NamedTuple

import orjson

from debatemap.debate import Debate
from debatemap.model import Header

__all__ = [
    "ABSENT",
    "CONFLICTS",
    "Absent",
    "Conflict",
    "canonical",
    "conflicts_in",
    "entries_of",
    "with_conflicts",
]


class Absent(Enum):
    """The type of `ABSENT`."""

    ABSENT = "absent"


ABSENT: Final[Literal[Absent.ABSENT]] = Absent.ABSENT
"""Stands for nothing at all, which JSON's null does not."""

CONFLICTS: Final = "conflicts"
"""The key under which a file keeps them."""


class Conflict(NamedTuple):
    """Two values for one thing, of which the map holds one.

    Attributes:
        path: Where: table, id and field, with further keys for an unknown field.
        base: What both began with, as the file has it, or ABSENT.
        values: What the sides made of it, in the order of their canonical bytes; one where
            the other side deleted it.
        deleted: Whether a side deleted it.
        along: The links that a claim brought along when it came back.
    """

    path: tuple[str, ...]
    base: Any = ABSENT
    values: tuple[Any, ...] = ()
    deleted: bool = False
    along: tuple[str, ...] = ()

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
        # As a file would give it back: values taken from records hold tuples.
        plain: dict[str, Any] = orjson.loads(orjson.dumps(shape))
        return plain


def canonical(value: Any) -> bytes:  # noqa: ANN401  (any JSON, or ABSENT)
    """Returns bytes that are the same for the same JSON, whatever the order of its keys."""
    return b"" if value is ABSENT else orjson.dumps(value, option=orjson.OPT_SORT_KEYS)


def conflicts_in(debate: Debate) -> list[Conflict]:
    """Returns the conflicts that are left in a map.

    Whatever stands in the list is given, so that none is hidden: an entry of another shape
    has a path and values as far as they can be made out.
    """
    return [_read(entry) for entry in entries_of(debate.header)]


def entries_of(header: Header) -> list[Any]:
    """Returns the list of conflicts as it stands in the file; what is no list is one of them."""
    entries = header.beside.get(CONFLICTS, [])
    return entries if isinstance(entries, list) else [entries]


def with_conflicts(header: Header, entries: list[Any]) -> Header:
    """Returns a header with another list of conflicts; with none, the list goes too."""
    beside = {key: value for key, value in header.beside.items() if key != CONFLICTS}
    return header._replace(beside={**beside, CONFLICTS: entries} if entries else beside)


def _read(entry: Any) -> Conflict:  # noqa: ANN401  (a stranger's JSON)
    if not isinstance(entry, Mapping):
        return Conflict((), values=(entry,))
    path, values, along = (_listed(entry.get(key)) for key in ("path", "values", "with"))
    return Conflict(
        tuple(map(str, path)),
        entry.get("base", ABSENT),
        tuple(values),
        entry.get("deleted") is True,
        tuple(map(str, along)),
    )


def _listed(value: Any) -> list[Any]:  # noqa: ANN401  (a stranger's JSON)
    return value if isinstance(value, list) else []

"""Small tables that stand at the top level of a file, after the records, under a key each.

In memory they stay where the loader leaves what it does not know: beside the header. So a
program that has never heard of one keeps it to the byte, whatever it does to the map.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from debatemap.core.model import NO_EXTRA, Header

__all__ = ["entries_in", "objects_of", "table_in", "with_table"]


def table_in(header: Header, key: str) -> Mapping[str, Any] | None:
    """Returns the object that a file has under a key; None where what stands there is none.

    Examples:
        >>> table_in(Header("m", beside={"a": {"b": 1}, "c": 2}), "a")
        {'b': 1}
        >>> table_in(Header("m"), "a"), table_in(Header("m", beside={"a": 2}), "a")
        ({}, None)
    """
    table = header.beside.get(key, {})
    return table if isinstance(table, Mapping) else None


def entries_in(header: Header, key: str) -> list[Any]:
    """Returns the list that a file has under a key; what stands there and is no list is its entry.

    Examples:
        >>> entries_in(Header("m", beside={"a": [1, 2], "b": 3}), "a")
        [1, 2]
        >>> entries_in(Header("m", beside={"b": 3}), "b"), entries_in(Header("m"), "b")
        ([3], [])
    """
    entries = header.beside.get(key, [])
    return entries if isinstance(entries, list) else [entries]


def objects_of(table: Mapping[str, Any] | None) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Yields (key, what stands under it) of what in a table is an object."""
    for key, value in (table or {}).items():
        if isinstance(value, Mapping):
            yield key, value


def with_table(header: Header, key: str, table: Mapping[str, Any]) -> Header:
    """Returns a header with another object under a key, sorted; with an empty one, the key goes.

    Examples:
        >>> with_table(Header("m"), "a", {"c": 1, "b": 2}).beside
        {'a': {'b': 2, 'c': 1}}
        >>> with_table(Header("m", beside={"a": {"b": 1}}), "a", {}) == Header("m")
        True
    """
    beside = {name: value for name, value in header.beside.items() if name != key}
    if table:
        beside[key] = dict(sorted(table.items()))
    return header._replace(beside=beside or NO_EXTRA)

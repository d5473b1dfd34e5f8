"""Fields of other programs' files, as a map keeps them and as they go out again."""

from collections.abc import Callable, Collection, Mapping
from typing import Any, Final

import orjson

from debatemap.core.dates import is_date
from debatemap.core.errors import MapError
from debatemap.core.text import clean, safe_line
from debatemap.formats.foreign_ids import FOREIGN_ID
from debatemap.formats.native.numbers import as_written

__all__ = [
    "KEPT", "SCHEME", "as_bytes", "as_id", "cleaned", "day_of", "expect", "is_same", "kept",
    "part_of", "text_of_field", "visible",
]  # fmt: skip

KEPT: Final = "x-"
"""How the key begins under which a map keeps a field that it has no place for."""
SCHEME: Final = "x-scheme"
"""The field of a link that names its argumentation scheme, in every format that has such."""
_DAY: Final = len("2024-07-23")


def as_id(value: object) -> str:
    """Returns an id as text, whether it is a string or a number; empty where it is neither.

    Examples:
        >>> as_id("n1"), as_id(0), as_id(7.0), as_id(None), as_id(True)
        ('n1', '0', '7', '', '')
    """
    if isinstance(value, str):
        return value
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else ""


def cleaned(value: Any) -> Any:  # noqa: ANN401  (any JSON)
    """Returns JSON of anybody, all its texts made fit for a map.

    It calls itself for what is nested, and is only given what the limit on depth let through.
    """
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, dict):
        return {str(safe_line(key)): cleaned(each) for key, each in value.items()}
    return [cleaned(each) for each in value] if isinstance(value, list) else value


def kept(raw: Mapping[str, Any], known: Collection[str]) -> dict[str, Any]:
    """Returns the fields of a node that are not known, by the keys that they have in a map."""
    return {f"{KEPT}{safe_line(key)}": cleaned(raw[key]) for key in raw if key not in known}


def visible(extra: Mapping[str, Any], known: Collection[str]) -> dict[str, Any]:
    """Returns the fields that another program's file had, by the keys that they had there."""
    return {
        key[len(KEPT) :]: value
        for key, value in extra.items()
        if key.startswith(KEPT)
        and key not in (KEPT, FOREIGN_ID)
        and key[len(KEPT) :] == safe_line(key[len(KEPT) :])
        and key[len(KEPT) :] not in known
    }


def part_of(raw: Mapping[str, Any], key: str) -> dict[str, Any]:
    """Returns an object within another; an empty one where there is none."""
    found = raw.get(key)
    return found if isinstance(found, dict) else {}


def text_of_field(value: object) -> str:
    """Returns a field as text for a map; empty where it holds no text."""
    return clean(value) if isinstance(value, str) else ""


def day_of(value: object) -> str:
    """Returns the day of a time stamp; empty where it has none.

    Examples:
        >>> day_of("2015-11-06 14:09:10"), day_of("2026-01-03T10:00:00Z"), day_of(""), day_of(None)
        ('2015-11-06', '2026-01-03', '', '')
    """
    day = value[:_DAY] if isinstance(value, str) else ""
    return day if len(day) == _DAY and is_date(day) else ""


def is_same(one: object, other: object) -> bool:
    """Tells whether two values are the same JSON; 1, 1.0 and true are not."""
    return one == other and as_bytes(one) == as_bytes(other)


def as_bytes(value: object) -> bytes:
    """Returns JSON in bytes that are the same for the same values."""
    return orjson.dumps(value, as_written, orjson.OPT_SORT_KEYS)


def expect(value: object, kind: Callable[..., Any], place: str, name: str) -> Any:  # noqa: ANN401  (that kind)
    """Returns a part of a file, which is empty where it is missing.

    Raises:
        MapError: It is of another kind.
    """
    if value is None:
        return kind()
    if isinstance(value, dict if kind is dict else list):
        return value
    nouns = {dict: "an object", list: "a list", str: "a text", bool: "true or false"}
    found = nouns.get(type(value), "a number")
    raise MapError(name, f"expected {nouns[kind]}, found {found}", place=place)  # type: ignore[index]  # it is a type

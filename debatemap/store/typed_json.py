"""JSON of the state folder, read as a type and written again.

These files are small and the program's own; pydantic takes longer to load than the screen does to
open a small map.
"""

from collections.abc import Sequence
from functools import cache
from types import NoneType, UnionType
from typing import Any, Final, Literal, TypeVar, get_args, get_origin, get_type_hints

import orjson

__all__ = ["read_typed", "write_typed"]

Value = TypeVar("Value")
_PLAIN: Final = (str, int, bool, NoneType)


def read_typed(data: bytes, kind: type[Value]) -> Value:
    """Returns what JSON says as a value of a type.

    Args:
        data: The JSON.
        kind: A named tuple, whose fields stand in an array that may lack
            those with a default; or a list, a tuple, a dict, a literal, a union or a plain type.

    Raises:
        ValueError: It is no JSON, or says something else.

    Examples:
        >>> read_typed(b'[["a", "b"]]', list[tuple[str, str]])
        [('a', 'b')]
    """
    value: Value = _read(orjson.loads(data), kind)
    return value


def write_typed(value: object) -> bytes:
    """Returns a value as JSON; a tuple with names is an array."""
    return orjson.dumps(value, default=tuple)


def _read(raw: Any, kind: Any) -> Any:  # noqa: ANN401  (any JSON, any type)
    # The types are nested a few levels deep, whatever the data is.
    if kind in _PLAIN:
        return raw if type(raw) is kind else _refuse(raw, kind)
    origin, inner = get_origin(kind), get_args(kind)
    if origin is Literal:
        return raw if raw in inner else _refuse(raw, kind)
    if origin is UnionType:
        is_plain = type(raw) in inner
        # Beside plain types stands one other at most.
        return raw if is_plain else _read(raw, next((i for i in inner if i not in _PLAIN), str))
    if origin is dict and isinstance(raw, dict):
        return {key: _read(value, inner[1]) for key, value in raw.items()}
    if isinstance(raw, list):
        return _read_array(raw, kind)
    return _refuse(raw, kind)


def _read_array(raw: list[Any], kind: Any) -> Any:  # noqa: ANN401  (as above)
    origin, inner = get_origin(kind), get_args(kind)
    if origin in (list, Sequence):
        return [_read(value, inner[0]) for value in raw]
    if inner[1:] == (...,):
        return tuple(_read(value, inner[0]) for value in raw)
    if origin is tuple and len(inner) == len(raw):
        return tuple(map(_read, raw, inner))
    if hasattr(kind, "_fields"):
        kinds = _field_kinds(kind)
        if len(kinds) - len(kind._field_defaults) <= len(raw) <= len(kinds):
            return kind(*map(_read, raw, kinds))
    return _refuse(raw, kind)


@cache
def _field_kinds(kind: Any) -> tuple[Any, ...]:  # noqa: ANN401  (a named tuple)
    return tuple(get_type_hints(kind).values())


def _refuse(raw: object, kind: object) -> Any:  # noqa: ANN401  (it returns nothing)
    raise ValueError(f"expected {kind}, found {type(raw).__name__}")

"""Read a map's file with all its keys and digits, which quicker readers of JSON do not keep."""

import json
from collections import Counter
from collections.abc import Iterator
from typing import Any, Final

from debatemap.core.errors import MapError
from debatemap.core.text import excerpt
from debatemap.formats.limits import misfit
from debatemap.formats.native.numbers import read_float, read_int

__all__ = ["duplicate_keys", "read_again"]

_UNTOUCHED: Final = "The file was not touched."


def duplicate_keys(data: bytes) -> Iterator[tuple[str, str]]:
    """Yields (place, key) of every key that stands twice in one object.

    Raises:
        ValueError: The bytes are no JSON.
        RecursionError: They are nested too deep.
    """
    yield from _twice(_read(data))


def _read(data: bytes) -> Any:  # noqa: ANN401  (any JSON)
    """Returns what a file says, with its numbers as they stand there."""
    return json.loads(
        data,
        object_pairs_hook=_remembering,
        parse_constant=_no_number,
        parse_float=read_float,
        parse_int=read_int,
    )


def _twice(whole: Any) -> Iterator[tuple[str, str]]:  # noqa: ANN401  (any JSON)
    waiting: list[tuple[str, Any]] = [("", whole)]
    while waiting:
        place, value = waiting.pop()
        if isinstance(value, _Object):
            yield from ((f"{place}{key}", key) for key in value.twice)
            waiting.extend((f"{place}{key}.", part) for key, part in value.items())
        elif isinstance(value, list):
            waiting.extend((f"{place}{index}.", part) for index, part in enumerate(value))


def read_again(data: bytes, name: str, shape: dict[str, Any]) -> dict[str, Any]:
    """Returns what a file says, with its numbers as they stand there.

    Args:
        data: The file.
        name: What to call it in an error.
        shape: What was read of it, by which the place of a number is found that JSON lacks.

    Raises:
        MapError: An object in the file has one key twice.
    """
    try:
        whole: dict[str, Any] = _read(data)
        found = next(_twice(whole), None)
    except (ValueError, RecursionError) as error:
        unknown = MapError(name, f"it cannot be read: {error}", advice=_UNTOUCHED)
        raise (misfit(shape, name) or unknown) from None
    if found is not None:
        place, key = found
        problem = f'the key "{excerpt(key)}" stands twice in one object'
        advice = f"Keep one of the two. {_UNTOUCHED}"
        raise MapError(name, problem, place=str(excerpt(place, 200)), advice=advice)
    return whole


class _Object(dict[str, Any]):
    """A JSON object that remembers the keys that stand in it twice."""

    twice: tuple[str, ...] = ()


def _remembering(pairs: list[tuple[str, Any]]) -> _Object:
    value = _Object(pairs)
    if len(value) < len(pairs):
        times = Counter(key for key, _ in pairs)
        value.twice = tuple(key for key in value if times[key] > 1)
    return value


def _no_number(constant: str) -> float:
    raise ValueError(f"{constant} is no number that JSON knows")

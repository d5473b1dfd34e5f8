"""JSON of other programs: read with what is wrong in it said, and written with stable bytes."""

import json
from collections import Counter
from collections.abc import Callable
from typing import Any

import orjson

from debatemap.core.errors import MapError
from debatemap.core.text import excerpt
from debatemap.formats.limits import misfit
from debatemap.formats.native.numbers import as_written, read_float, read_int
from debatemap.formats.text_input import json_of, text_of

__all__ = ["is_own", "objects_in", "read_object", "written"]


def read_object(
    data: bytes, name: str, is_ours: Callable[[dict[str, Any]], bool]
) -> dict[str, Any]:
    """Returns the object that is all of a file.

    Args:
        data: The file.
        name: What to call it in an error.
        is_ours: Tells whether this program wrote it: numbers in it then keep their digits.

    Raises:
        MapError: It is no JSON object, is nested too deep, or has a key twice in one object.
    """
    whole = json_of(data, name)
    if not isinstance(whole, dict):
        advice = "Is it the right file? The file was not touched."
        raise MapError(name, "expected an object in braces, found something else", advice=advice)
    if is_ours(whole):
        return _exactly(whole, data, name)
    refusal = misfit(whole, name)
    if refusal is not None:
        raise refusal
    _refuse_twice(text_of(data, name), name)
    return whole


def _exactly(whole: dict[str, Any], data: bytes, name: str) -> dict[str, Any]:
    """Returns a file of ours, its numbers as they stand there."""
    try:
        if written(whole) == data:
            return whole
        exact: dict[str, Any] = json.loads(
            text_of(data, name), parse_float=read_float, parse_int=read_int
        )
    except (RecursionError, TypeError):
        advice = "The file was not touched."
        raise MapError(name, "it is nested too deep", advice=advice) from None
    return exact


def _refuse_twice(text: str, name: str) -> None:
    """Raises a MapError where a key stands twice in one object: readers keep one in silence."""

    def whole(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        made = dict(pairs)
        if len(made) < len(pairs):
            times = Counter(key for key, _ in pairs)
            key = next(key for key in made if times[key] > 1)
            problem = f'the key "{excerpt(key)}" stands twice in one object'
            raise MapError(name, problem, advice="Keep one of the two. The file was not touched.")
        return made

    json.loads(text, object_pairs_hook=whole)


def is_own(value: object) -> bool:
    """Tells whether a value is what this program writes beside a graph."""
    return isinstance(value, dict) and isinstance(value.get("map"), dict)


def written(value: object) -> bytes:
    """Returns the bytes of a file: two spaces a level, and a final newline."""
    return orjson.dumps(value, as_written, orjson.OPT_INDENT_2) + b"\n"


def objects_in(found: object) -> list[dict[str, Any]]:
    """Returns the objects in a list that a file holds; none where it is no list."""
    return [each for each in found if isinstance(each, dict)] if isinstance(found, list) else []

"""Say what is wrong with bytes that are not a map: where, what was expected, what to do."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

import orjson
from pydantic import ValidationError

from debatemap.core.errors import MapError
from debatemap.core.text import excerpt, shell_word
from debatemap.formats.limits import misfit
from debatemap.formats.native.conformity import FORMAT, VERSION
from debatemap.formats.native.schema import file_adapter

__all__ = ["diagnose"]

_UNTOUCHED: Final = "The file was not touched."
_EXPECTED: Final = {
    "string_type": "text in quotes",
    "string_pattern_mismatch": "an id: 1 to 64 letters, digits, _ or -",
    "list_type": "a list in square brackets",
    "dict_type": "an object in braces",
    "float_type": "a number",
    "greater_than_equal": "a number from 0 to 100",
    "less_than_equal": "a number from 0 to 100",
    "literal_error": "one of {expected}",
}


def diagnose(data: bytes, name: str, error: ValueError) -> tuple[dict[str, Any], int]:
    """Explains why a file failed to validate, or reads it where a later version wrote it.

    Returns:
        The file as plain data and its version, which is a newer one.

    Raises:
        MapError: The bytes are not a map.
    """
    raw = _plain(data, name)
    version = raw.get("version")
    if raw.get("format") != FORMAT:
        problem, advice = _another_format(raw)
        raise MapError(name, problem, advice=f"{advice} {_UNTOUCHED}")
    if isinstance(version, int) and not isinstance(version, bool) and version > VERSION:
        try:
            return file_adapter().validate_json(orjson.dumps({**raw, "version": VERSION})), version
        except (ValidationError, orjson.JSONEncodeError) as newer:
            raise MapError(
                name,
                f"it has version {version} of the format, and this program reads {VERSION}",
                advice=f"Install a newer debatemap. {_UNTOUCHED}",
            ) from newer
    if isinstance(error, ValidationError):
        # One that is good JSON for others is too deep for us.
        is_deep = error.errors(include_url=False)[0]["type"] == "json_invalid"
        raise (misfit(raw, name) if is_deep else None) or _invalid(name, error)
    raise MapError(name, str(error), advice=_UNTOUCHED)


def _plain(data: bytes, name: str) -> dict[str, Any]:
    """Returns the file as plain data, or raises with the line of what is no JSON."""
    if not data.strip():
        raise MapError(
            name,
            "the file is empty",
            advice="Delete it, and `debatemap new` makes a map of that name.",
        )
    try:
        raw = orjson.loads(data)
    except orjson.JSONDecodeError as error:
        if b"\x00" in data[:4096] or not _is_text(data):
            problem = "it is not text: a map is a JSON file in UTF-8"
            raise MapError(name, problem, advice=f"Is it the right file? {_UNTOUCHED}") from None
        raise MapError(
            name,
            f"it is not JSON: {_reason(error)}",
            place=f"line {error.lineno}, column {error.colno}",
            advice=f"{_remedy(error, name)} {_UNTOUCHED}",
        ) from None
    if not isinstance(raw, dict):
        problem = f"expected an object in braces, found {_kind(raw)}"
        raise MapError(name, problem, advice=f"Is it the right file? {_UNTOUCHED}")
    return raw


def _is_text(data: bytes) -> bool:
    try:
        data.decode()
    except UnicodeDecodeError:
        return False
    return True


def _is_marked(error: orjson.JSONDecodeError) -> bool:
    """Tells whether what is no JSON is a marker of a conflict."""
    line = error.doc.split("\n")[error.lineno - 1 : error.lineno] if error.doc else []
    return bool(line) and line[0].startswith(("<<<<<<<", "|||||||", "=======", ">>>>>>>"))


def _remedy(error: orjson.JSONDecodeError, name: str) -> str:
    if _is_marked(error):
        # A side of a merge has a name for people.
        file = shell_word(name) if Path(name).is_file() else "MAP"
        return f"`debatemap resolve {file}` merges them."
    return "Mend that line and open it again."


def _reason(error: orjson.JSONDecodeError) -> str:
    if _is_marked(error):
        return "two versions stand in it, marked by git, and wait to be merged"
    if "depth limit" in str(error):
        return "it is nested in more than a thousand objects and lists"
    return re.sub(r": line \d+ column \d+ \(char \d+\)$", "", str(error))


_RIGHT: Final = "Is it the right file?"


def _another_format(raw: dict[str, Any]) -> tuple[str, str]:
    """Returns what is wrong with JSON that is no map, and what to do."""
    expected = f'expected a debate map, with "format": "{FORMAT}"'
    for program, is_written_by, advice in _PROGRAMS:
        if is_written_by(raw):
            return f"{expected}, found {program}", advice
    if "format" in raw:
        return f'{expected}, found "format": {excerpt(repr(raw["format"]))}', _RIGHT
    if "nodes" in raw and ("edges" in raw or "links" in raw):
        return f"{expected}, found a graph of nodes and edges", _RIGHT
    return f"{expected}, found JSON of another kind", _RIGHT


def _is_of_ova_2(raw: dict[str, Any]) -> bool:
    edges = raw.get("edges")
    first = edges[0] if isinstance(edges, list) and edges else None
    return isinstance(first, dict) and isinstance(first.get("from"), dict)


_PROGRAMS: Final[tuple[tuple[str, Callable[[dict[str, Any]], bool], str], ...]] = (
    ("an analysis of OVA 2", _is_of_ova_2, "Export it there as AIF JSON, and import that."),
    (
        "a graph of Cytoscape",
        lambda raw: "elements" in raw,
        "Export it there as GraphML, and import that.",
    ),
    (
        "what Argdown exports as JSON",
        lambda raw: "statements" in raw and "arguments" in raw,
        "Import the Argdown text that it was made of.",
    ),
    (
        "linked data (JSON-LD)",
        lambda raw: "@graph" in raw or "@context" in raw,
        "AIFdb has the same node set as plain JSON; import that.",
    ),
)
"""JSON of other programs that is not read: what it is, how it is known, and what to do."""


def _invalid(name: str, error: ValidationError) -> MapError:
    first, *rest = error.errors(include_url=False)
    place = ".".join(str(excerpt(str(part), 64)) for part in first["loc"] if part != "[key]")
    advice = f"Mend it and open the map again. {_UNTOUCHED}"
    if first["type"] == "missing":
        problem = "it is missing, and a map cannot do without it"
    elif first["type"] == "json_invalid":
        return MapError(name, f"it is not JSON: {first['ctx']['error']}", advice=advice)
    else:
        expected = _EXPECTED.get(first["type"], first["msg"]).format(**first.get("ctx", {}))
        problem = f"expected {expected}, found {_kind(first['input'])}"
    if rest:
        problem += f" (and {len(rest)} more such faults)"
    return MapError(name, problem, place=place, advice=advice)


def _kind(value: object) -> str:
    kinds = {dict: "an object", list: "a list", bool: "true or false", type(None): "null"}
    if isinstance(value, str):
        return f'"{excerpt(value)}"'
    return kinds.get(type(value)) or excerpt(repr(value))

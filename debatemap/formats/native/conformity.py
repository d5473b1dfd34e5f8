"""Whether plain data has the shape of a map's file, told without pydantic.

To load pydantic takes longer than most commands do, and only a file with a fault in it needs what
pydantic says. What conforms here is a map for the models of `debatemap.formats.native.schema` too;
of what does not, they decide.
"""

import re
import string
from collections.abc import Callable, Collection
from typing import Any, Final

from debatemap.core.fields import Table, fields_of
from debatemap.core.model import ID_PATTERN, STANCES

__all__ = ["FORMAT", "VERSION", "are_claims", "conforms"]

FORMAT: Final = "debatemap"
VERSION: Final = 1

_HIGHEST_RATING: Final = 100
_ID: Final = re.compile(ID_PATTERN)
_LONGEST_ID: Final = 64
_IN_IDS: Final = f"{string.ascii_letters}{string.digits}_-".encode("ascii")
_KEYS_OF_A_PLAIN_LINK: Final = 3

_Check = Callable[[Any], bool]
"""Tells of any JSON whether it fits."""


def conforms(whole: Any) -> bool:  # noqa: ANN401  (any JSON)
    """Tells whether plain data has the shape of a map's file, in the version that is written."""
    return _is_file(whole) and type(whole["version"]) is int


def _is_text(value: object) -> bool:
    return isinstance(value, str)


def _is_id(value: object) -> bool:
    # `fullmatch`, as `$` matches before a line break too.
    return isinstance(value, str) and _ID.fullmatch(value) is not None


def _is_rating(value: object) -> bool:
    return type(value) in (int, float) and 0 <= value <= _HIGHEST_RATING  # type: ignore[operator]  # a number


def _is_one_of(*allowed: object) -> _Check:
    return lambda value: value in allowed


def _list_of(fits: _Check) -> _Check:
    return lambda value: isinstance(value, list) and all(map(fits, value))


def _table_of(fits_key: _Check, fits: _Check) -> _Check:
    return lambda value: (
        isinstance(value, dict) and all(map(fits_key, value)) and all(map(fits, value.values()))
    )


def _object_of(known: dict[str, _Check], required: set[str]) -> _Check:
    """Returns a check of an object, which may hold keys that are not known."""

    def fits(value: Any) -> bool:  # noqa: ANN401  (any JSON)
        if not isinstance(value, dict) or not required <= value.keys():
            return False
        for key, part in value.items():
            check = known.get(key)
            if check is not None and not check(part):
                return False
        return True

    return fits


def _record(table: Table, needed: Collection[str] = (), **more: _Check) -> _Check:
    """Returns a check of a record with the fields of a table; a later field may hold anything."""
    fields = fields_of(table)
    known = {field.in_file: _CHECKS[field.kind] for field in fields if not field.is_later}
    required = {field.in_file for field in fields if field.is_required}
    return _object_of(known | more, required.union(needed))


_CHECKS: Final[dict[str, _Check]] = {
    "line": _is_text,
    "text": _is_text,
    "lines": _list_of(_is_text),
    "tags": _list_of(_is_text),
    "id": _is_id,
    "ids": _list_of(_is_id),
    "stance": _is_one_of(*STANCES),
}
"""What the file has for each kind of field."""
_CHECKS["citations"] = _list_of(_record("citations"))

_is_header = _record("map", {"id"}, id=_is_id, title=_is_text, theses=_list_of(_is_id))
_is_link = _record("links")
_is_claim = _record("claims", links=_table_of(_is_id, _is_link))


def _are_ids(values: list[Any]) -> bool:
    """Tells whether each of many values is an id, a few looks at all of them together."""
    try:
        joined = "\n".join(values).encode()
    except (TypeError, UnicodeEncodeError):
        return False
    # What no id has in it is what stands between them.
    return joined.translate(None, _IN_IDS) == b"\n" * (len(values) - 1) and (
        not values or 0 < min(map(len, values)) <= max(map(len, values)) <= _LONGEST_ID
    )


def are_claims(value: Any) -> bool:  # noqa: ANN401  (any JSON)
    """Tells whether a value is a table of claims: most hold a text and plain links, and no more."""
    if not isinstance(value, dict):
        return False
    ids, targets = list(value), []
    for claim in value.values():
        links = claim.get("links") if type(claim) is dict and len(claim) <= 2 else None  # noqa: PLR2004  (those two)
        if type(links) is not dict or type(claim.get("text")) is not str:
            if not _is_claim(claim):
                return False
            continue
        ids += links
        for link in links.values():
            if type(link) is dict and len(link) == _KEYS_OF_A_PLAIN_LINK:
                stance, pos = link.get("stance"), link.get("pos")
                if type(pos) is str and (stance == "supports" or stance == "attacks"):  # noqa: PLR1714  (twice as fast)
                    targets.append(link.get("to"))
                    continue
            if not _is_link(link):
                return False
    return _are_ids(ids) and _are_ids(targets)


_is_file = _object_of(
    {
        "format": _is_one_of(FORMAT),
        "version": _is_one_of(VERSION),
        "map": _is_header,
        "sources": _table_of(_is_id, _record("sources")),
        "claims": are_claims,
        "stances": _table_of(_is_text, _table_of(_is_id, _is_rating)),
    },
    {"format", "version", "map"},
)

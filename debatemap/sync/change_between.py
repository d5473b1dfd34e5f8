"""What makes one debate of another, as a change."""

from collections.abc import Mapping
from typing import Any

import orjson

from debatemap.core.change import HEADER, TABLES, Change
from debatemap.core.debate import Debate
from debatemap.core.same_records import differing
from debatemap.formats.native.numbers import as_written

__all__ = ["alike", "compare"]


def compare(before: Debate, after: Debate, said: str = "") -> Change:
    """Returns the change that makes `after` of `before`: every record that is not the same.

    Examples:
        >>> from debatemap.core.model import Claim, Header
        >>> dry, wet = Claim("It is dry."), Claim("It is wet.")
        >>> one, other = Debate(Header("m"), {"a": dry}), Debate(Header("m"), {"a": wet})
        >>> compare(one, other).claims == {"a": (dry, wet)}
        True
    """
    edits: dict[str, Any] = {
        table: _unlike(getattr(before, table), getattr(after, table))
        for table in TABLES
        if table != "header"
    }
    header = _unlike({HEADER: before.header}, {HEADER: after.header})
    return Change(said, header=header, **edits)


def _unlike(old: Mapping[str, Any], new: Mapping[str, Any]) -> dict[str, tuple[Any, Any]]:
    """Returns (before, after) by id: what was there first, then what is new."""
    pairs = ((key, old.get(key), new.get(key)) for key in differing(old, new))
    return {key: (value, other) for key, value, other in pairs if not alike(value, other)}


def alike(one: object, other: object) -> bool:
    """Tells whether two records are the same, down to the unknown fields' bytes.

    Python takes 1, 1.0 and True for equal; a file does not.

    Examples:
        >>> from debatemap.core.model import Claim
        >>> alike(Claim("A.", extra={"x": 1}), Claim("A.", extra={"x": True}))
        False
    """
    if one is other:
        return True
    if one != other:
        return False
    return (_is_plain(one) and _is_plain(other)) or _unknown(one) == _unknown(other)


def _is_plain(record: object) -> bool:
    """Tells at once of most records that no unknown field is in them."""
    return not (
        getattr(record, "extra", None)
        or getattr(record, "sources", None)
        or getattr(record, "beside", None)
    )


def _unknown(record: object) -> list[bytes]:
    """Returns the unknown fields of a record and of the citations in it."""
    parts = (record, *getattr(record, "sources", ()))
    objects = (getattr(part, name, None) for part in parts for name in ("extra", "beside"))
    return [orjson.dumps(dict(each), as_written, orjson.OPT_SORT_KEYS) for each in objects if each]

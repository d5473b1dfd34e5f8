"""What makes one debate of another, as a change."""

from collections.abc import Mapping
from typing import Any

import orjson

from debatemap.core.change import TABLES, Change
from debatemap.core.debate import Debate
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
    old, new = before.tables(), after.tables()
    return Change(said, **{table: _unlike(old[table], new[table]) for table in TABLES})


def _unlike(old: Mapping[str, Any], new: Mapping[str, Any]) -> dict[str, tuple[Any, Any]]:
    """Returns (before, after) by id: what was there first, then what is new."""
    changed = {
        key: (value, other)
        for key, value in old.items()
        if (other := new.get(key)) is not value and not alike(value, other)
    }
    changed.update((key, (None, value)) for key, value in new.items() if key not in old)
    return changed


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

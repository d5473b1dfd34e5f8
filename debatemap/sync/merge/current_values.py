"""What a map holds where a conflict is."""

from collections.abc import Mapping, Sequence
from typing import Any

from debatemap.core.debate import Debate
from debatemap.formats.native.records import SHAPES
from debatemap.sync.merge.conflict import ABSENT, Conflict

__all__ = ["standing"]


def standing(debate: Debate, conflict: Conflict) -> Any:  # noqa: ANN401  (any JSON, or ABSENT)
    """Returns what the map holds now where the conflict is, as the file has it, or ABSENT."""
    table, *keys = conflict.path or ("",)
    value = _object(debate, table, keys[:1])
    for key in keys[1:] if table in SHAPES and table != "map" else keys:
        if not isinstance(value, Mapping) or key not in value:
            return ABSENT
        value = value[key]
    return value


def _object(debate: Debate, table: str, keys: Sequence[str]) -> Any:  # noqa: ANN401  (any JSON, or ABSENT)
    """Returns what a path begins in: a record's fields, the ratings, or the unknown top level."""
    if table == "map":
        return SHAPES["map"](debate.header)
    if table in SHAPES:
        record = getattr(debate, table).get(keys[0]) if keys else None
        return ABSENT if record is None else SHAPES[table](record)
    if table == "stances":
        return {person: dict(ratings) for person, ratings in debate.stances.items()}
    return debate.header.beside.get(table, ABSENT)

"""What makes one debate of another, as a change."""

from collections.abc import Mapping
from typing import Any

from debatemap.change import TABLES, Change
from debatemap.debate import Debate

__all__ = ["compare"]


def compare(before: Debate, after: Debate, said: str = "") -> Change:
    """Returns the change that makes `after` of `before`: every record that is not the same.

    Examples:
        >>> from debatemap.model import Claim, Header
        >>> dry, wet = Claim("It is dry."), Claim("It is wet.")
        >>> one, other = Debate(Header("m"), {"a": dry}), Debate(Header("m"), {"a": wet})
        >>> compare(one, other).claims == {"a": (dry, wet)}
        True
    """
    old, new = before.tables(), after.tables()
    return Change(said, **{table: _unlike(old[table], new[table]) for table in TABLES})


def _unlike(old: Mapping[str, Any], new: Mapping[str, Any]) -> dict[str, tuple[Any, Any]]:
    """Returns (before, after) by id: what was there first, then what is new."""
    changed = {key: (value, new.get(key)) for key, value in old.items() if new.get(key) != value}
    changed.update((key, (None, value)) for key, value in new.items() if key not in old)
    return changed

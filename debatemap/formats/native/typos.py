"""A key at the top of a file that is nearly one of the format's: a slip, or a damaged byte.

Unknown keys are kept, as a later version may know them. But a map whose `claims` are spelt
otherwise would be shown as an empty one, and that is worse than a refusal.
"""

from collections.abc import Collection
from difflib import get_close_matches
from typing import Final

from debatemap.core.errors import MapError
from debatemap.core.text import excerpt

__all__ = ["refuse_slips"]

_KNOWN: Final = ("format", "version", "map", "sources", "claims", "stances")
_LIKE: Final = 0.7


def refuse_slips(keys: Collection[str], name: str) -> None:
    """Raises a MapError where a key stands in the place of a known one that is not there."""
    missing = [known for known in _KNOWN if known not in keys]
    for key in keys if len(keys) > len(_KNOWN) - len(missing) else ():
        meant = get_close_matches(key[:64].casefold(), missing, 1, _LIKE)
        if key not in _KNOWN and meant:
            advice = f"Spell it so, if that is what it is. {name} was not touched."
            problem = f'the key "{excerpt(key)}" is unknown; it looks like "{meant[0]}"'
            raise MapError(name, problem, place=str(excerpt(key)), advice=advice)

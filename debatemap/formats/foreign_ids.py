"""Ids of other programs, kept where a map can have them.

Ids that no map can have become others that stay the same each time that the file is read, so that
a second import meets the claims of the first.
"""

import re
from hashlib import blake2b
from typing import Final

from debatemap.core.model import ID_PATTERN

__all__ = ["FOREIGN_ID", "ForeignIds", "derived_id"]

FOREIGN_ID: Final = "x-id"
"""The field that keeps the id of a record whose own no map can have."""

_DIGITS: Final = "0123456789abcdefghijklmnopqrstuv"
_ID: Final = re.compile(ID_PATTERN)
_PAIRS: Final = [first + second for first in _DIGITS for second in _DIGITS]
"""Two digits of base 32, by the ten bits that they stand for."""


class ForeignIds:
    """Ids for a map, each given once."""

    def __init__(self) -> None:
        self._taken: set[str] = set()
        self._turns: dict[tuple[str, ...], int] = {}
        """Ids that were made of the same parts: a file may say the same a thousand times."""

    def take(self, wanted: str, *parts: str) -> str:
        """Returns the id that is wanted where a map can have it, else one made of the parts."""
        key = wanted
        while key in self._taken or not _ID.fullmatch(key):
            turn = self._turns.get(parts, 0)
            key = derived_id(*parts, str(turn))
            self._turns[parts] = turn + 1
        self._taken.add(key)
        return key


def derived_id(*parts: str) -> str:
    """Returns the same ten characters for the same parts.

    Examples:
        >>> derived_id("node", "a b") == derived_id("node", "a b") != derived_id("node", "a", "b")
        True
    """
    joined = "\0".join(parts).encode("utf-8", "surrogatepass")
    # The first 50 bits in base 32 with extended hex digits; a large file has 10^5 of them.
    bits = int.from_bytes(blake2b(joined, digest_size=10).digest()[:7], "big") >> 6
    return "".join(_PAIRS[bits >> shift & 1023] for shift in (40, 30, 20, 10, 0))

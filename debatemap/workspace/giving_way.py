"""Work in a thread that gives way to keys: beside it, a key would take twice as long.

Both would take turns of half a millisecond. Work that nobody waits for stops in between instead,
for as long as a key mostly takes.
"""

from time import perf_counter, sleep
from typing import Final

__all__ = ["give_way", "note_key"]

_ANSWERED: Final = 0.1
"""Seconds within which a key is answered."""


class _Key:
    """When the last key came, in seconds."""

    came = float("-inf")


def note_key() -> None:
    """Notes that a key has come; called where keys are answered."""
    _Key.came = perf_counter()


def give_way() -> None:
    """Waits until the last key is answered; called in a thread, between two steps of its work."""
    left = _Key.came + _ANSWERED - perf_counter()
    if left > 0:
        sleep(left)

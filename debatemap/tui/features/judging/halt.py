"""A sign by which work in a thread is told to end, and lets the keyboard go first."""

import time
from typing import Final

from debatemap.workspace.background import StoppedError
from debatemap.workspace.giving_way import give_way

__all__ = ["Halt"]

_TURN: Final = 0.0005
"""Seconds between two turns: a call of the system takes longer than most steps of the work."""


class Halt:
    """Is called often by work in a thread; ends it once the map has changed.

    Attributes:
        is_set: Whether the work is to end.
    """

    def __init__(self) -> None:
        self.is_set = False
        self._last = 0.0

    def __call__(self) -> None:
        """Lets another thread run that waits for the interpreter, and a key be answered.

        Raises:
            StoppedError: The work is to end.
        """
        now = time.perf_counter()
        if now - self._last > _TURN:
            time.sleep(0)
            give_way()
            self._last = time.perf_counter()
        if self.is_set:
            raise StoppedError

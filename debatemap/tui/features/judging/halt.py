"""A sign by which work in a thread is told to end, and lets the keyboard go first."""

import time

from debatemap.workspace.background import StoppedError

__all__ = ["Halt"]


class Halt:
    """Is called often by work in a thread; ends it once the map has changed.

    Attributes:
        is_set: Whether the work is to end.
    """

    def __init__(self) -> None:
        self.is_set = False

    def __call__(self) -> None:
        """Lets another thread run that waits for the interpreter.

        Raises:
            StoppedError: The work is to end.
        """
        if self.is_set:
            raise StoppedError
        time.sleep(0)

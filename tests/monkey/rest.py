"""Whether a program is at rest, as the system sees it: on a busy machine no time says so."""

import time
from pathlib import Path
from typing import Final

__all__ = ["Patience", "is_at_rest", "processor_seconds"]

_TICK: Final = 100.0
"""Parts of a second that Linux counts the time of a processor in."""
_PROGRESS: Final = 2.0
"""Seconds of the processor by which a program shows that it does more than look for work."""
_MOST: Final = 60.0
"""Seconds of the processor after which a program is taken to work without end."""


def is_at_rest(pid: int) -> bool:
    """Tells whether all threads of a program wait, and no program that it has started runs.

    It is, where the system does not say so.
    """
    for thread in Path(f"/proc/{pid}/task").glob("*"):
        try:
            state = (thread / "stat").read_text().rpartition(")")[2].split()[0]
            if state != "S" or (thread / "children").read_text():
                return False
        except OSError:  # It has ended.
            continue
    return True


def processor_seconds(pid: int) -> float:
    """Returns how long a program has had a processor, or 0 where the system does not say so."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return 0.0
    return (int(fields[11]) + int(fields[12])) / _TICK


class Patience:
    """A wait for a program, until it gets nowhere, or works on without end.

    Args:
        pid: The program.
        seconds: How long it may go on without any work.
    """

    def __init__(self, pid: int, seconds: float) -> None:
        self._pid, self._seconds = pid, seconds
        self._until = time.monotonic() + seconds
        self._began = self._used = processor_seconds(pid)

    @property
    def is_over(self) -> bool:
        """Whether there is nothing more to wait for; a program that gets no processor has time."""
        used = processor_seconds(self._pid)
        if used - self._used > _PROGRESS:
            self._used, self._until = used, time.monotonic() + self._seconds
        return time.monotonic() > self._until or used - self._began > _MOST

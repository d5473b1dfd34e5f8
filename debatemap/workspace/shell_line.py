"""A line of shell that the user has written: run with a limit, stopped at any time."""

import os
import subprocess
import tempfile
from collections.abc import Mapping
from time import monotonic, sleep
from typing import Final, NamedTuple

from debatemap.core.platform import is_readable, kill_all
from debatemap.core.text import clean

__all__ = ["Outcome", "ShellLine"]

_MOST: Final = 1_000_000
"""Bytes of output that are kept; a line that goes on writing is ended."""
_LOOK: Final = 0.05
"""Seconds between two looks whether the line has ended, or is to end."""
_READ: Final = 65_536


class Outcome(NamedTuple):
    """What came of a line of shell.

    Attributes:
        text: What it wrote, without controls.
        problem: Why that is not all of it, or how the line failed; empty where it did not.
    """

    text: str
    problem: str


class ShellLine:
    """A line of shell.

    Args:
        line: The line, as the settings have it. Nothing of a map is put into it.
        variables: What is added to its environment.
        given: What stands on its input.
        limit: Seconds after which it is ended.
    """

    def __init__(self, line: str, variables: Mapping[str, str], given: str, limit: float) -> None:
        self._line, self._variables = line, dict(variables)
        self._given, self._limit = given, limit
        self._is_stopped = False

    def stop(self) -> None:
        """Asks the line to end."""
        self._is_stopped = True

    def run(self) -> Outcome:
        """Runs the line, and returns what came of it."""
        with tempfile.TemporaryFile() as given:
            given.write(self._given.encode("utf-8", "replace"))
            given.seek(0)
            try:
                process = subprocess.Popen(  # noqa: S602  (a line of the user's own settings)
                    self._line,
                    shell=True,
                    stdin=given,
                    stdout=subprocess.PIPE,
                    stderr=subprocess.STDOUT,
                    env={**os.environ, **self._variables},
                    start_new_session=True,
                )
            except OSError as error:
                return Outcome("", f"it cannot be run: {error.strerror}")
            with process:
                return self._outcome(process)

    def _outcome(self, process: "subprocess.Popen[bytes]") -> Outcome:
        """Reads what a process writes until it has ended, or is to end."""
        kept, problem = bytearray(), ""
        end = monotonic() + self._limit
        pipe = process.stdout.fileno() if process.stdout is not None else -1
        is_open = True
        while not problem:
            # What it has started in the background may hold the pipe open when it has ended; and
            # it may close the pipe long before it ends.
            has_ended = process.poll() is not None
            if is_open and is_readable(pipe, _LOOK):
                data = os.read(pipe, _READ)
                is_open = bool(data)
                kept += data
            elif has_ended:
                break
            elif not is_open:
                sleep(_LOOK)
            problem = self._reason_to_end(len(kept), end)
        if problem:
            kill_all(process)
        status = process.wait()
        if not problem and status:
            problem = f"it ended with status {status}"
        return Outcome(clean(kept[:_MOST].decode("utf-8", "replace")), problem)

    def _reason_to_end(self, size: int, end: float) -> str:
        if self._is_stopped:
            return "it was stopped"
        if size > _MOST:
            return f"it was ended, as it wrote more than {_MOST // 1_000_000} MB"
        return f"it was ended after {self._limit:g} seconds" if monotonic() > end else ""

"""A program in a real pseudo-terminal: press a key, take the times of what it draws."""

import os
import re
import select
import struct
import subprocess
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from types import TracebackType
from typing import Final, NamedTuple, Self

import psutil

from tests.posix import fcntl, pty, termios

__all__ = ["Paint", "Terminal"]

_COLUMNS, _ROWS = 120, 40
_SYNC_QUESTION: Final = b"\x1b[?2026$p"
_SYNC_ANSWER: Final = b"\x1b[?2026;2$y"
_FRAME_END: Final = b"\x1b[?2026l"
_SEQUENCES: Final = re.compile(rb"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)|.)")


class Paint(NamedTuple):
    """What a key made the program draw, in milliseconds after the key.

    Attributes:
        shown: When the first frame was complete, which is when a terminal shows it.
        settled: When the last byte came before it fell silent.
        data: What it drew.
        worked: What the processor had done until the first frame was complete.
    """

    shown: float
    settled: float
    data: bytes
    worked: float


class Terminal:
    """A terminal of 120 × 40 cells and the program in it."""

    def __init__(self, command: Sequence[str], environment: dict[str, str] | None = None) -> None:
        self._main, inner = pty.openpty()
        fcntl.ioctl(inner, termios.TIOCSWINSZ, struct.pack("HHHH", _ROWS, _COLUMNS, 0, 0))
        words = {
            **os.environ,
            "TERM": "xterm-256color",
            "COLORTERM": "truecolor",
            "TEXTUAL_ANIMATIONS": "none",
            **(environment or {}),
        }
        self.started = time.perf_counter()
        self.process = subprocess.Popen(
            command, stdin=inner, stdout=inner, stderr=inner, env=words, start_new_session=True
        )
        os.close(inner)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.process.kill()
        self.process.wait()
        os.close(self._main)

    def processor_time(self) -> float:
        """Returns the milliseconds of the processor that the program has taken until now.

        Linux tells those of each thread to the nanosecond; elsewhere they come in hundredths of a
        second.
        """
        tasks = [*Path(f"/proc/{self.process.pid}/task").glob("*/schedstat")]
        if tasks:
            return sum(int(task.read_text(encoding="ascii").split()[0]) for task in tasks) / 1e6
        times = psutil.Process(self.process.pid).cpu_times()
        return (times.user + times.system) * 1000

    def write(self, keys: str) -> float:
        """Presses keys and returns when."""
        now = time.perf_counter()
        os.write(self._main, keys.encode())
        return now

    def read(self, seconds: float) -> bytes:
        """Returns what comes within so many seconds, at once when something does."""
        ready, _, _ = select.select([self._main], [], [], max(0.0, seconds))
        if not ready:
            return b""
        try:
            data = os.read(self._main, 1 << 20)
        except OSError:
            raise RuntimeError("the program in the terminal has ended") from None
        if _SYNC_QUESTION in data:
            os.write(self._main, _SYNC_ANSWER)
        return data

    def settle(self, quiet: float = 0.4, patience: float = 120) -> bytes:
        """Reads until nothing was drawn for so many seconds."""
        drawn, end = b"", time.perf_counter() + patience
        while data := self.read(quiet):
            drawn += data
            if time.perf_counter() > end:
                raise TimeoutError("the program does not fall silent")
        return drawn

    def wait(self, seconds: float) -> bytes:
        """Returns everything that is drawn within so many seconds."""
        drawn, end = b"", time.perf_counter() + seconds
        while (left := end - time.perf_counter()) > 0:
            drawn += self.read(left)
        return drawn

    def wait_for(self, words: str, patience: float = 120) -> float:
        """Reads until some words are drawn, and returns when they were."""
        return self._until(lambda drawn: words.encode() in _SEQUENCES.sub(b"", drawn), patience)

    def press(self, keys: str, quiet: float = 0.05, patience: float = 60) -> Paint:
        """Presses a key and reads what it draws, until nothing comes for a moment."""
        before = self.processor_time()
        start = self.write(keys)
        drawn = self.read(patience)
        painted = last = time.perf_counter()
        worked = self.processor_time()
        while data := self.read(quiet):
            last = time.perf_counter()
            if _FRAME_END not in drawn:
                painted, worked = last, self.processor_time()
            drawn += data
        return Paint((painted - start) * 1000, (last - start) * 1000, drawn, worked - before)

    def press_for(self, keys: str, words: str, patience: float = 120) -> float:
        """Presses keys and returns the milliseconds until some words are drawn."""
        start = self.write(keys)
        return (self.wait_for(words, patience) - start) * 1000

    def _until(self, is_there: Callable[[bytes], bool], patience: float) -> float:
        drawn, end = b"", time.perf_counter() + patience
        while not is_there(drawn):
            left = end - time.perf_counter()
            if left <= 0:
                tail = _SEQUENCES.sub(b"", drawn)[-300:].decode(errors="replace")
                raise TimeoutError(f"it was never drawn; the last of what was: {tail}")
            drawn += self.read(left)
        return time.perf_counter()

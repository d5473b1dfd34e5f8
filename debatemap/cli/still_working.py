"""A line on standard error while a command works and prints nothing."""

import os
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from time import monotonic
from typing import Final

__all__ = ["clear", "told_of"]

_OTHERS: Final = frozenset({"", "open", "git"})
"""What opens a screen, or is called by git, which tells of its own work."""
_SILENCE: Final = 1.8
"""Seconds without output after which it is told that the command is at work."""
_EVERY: Final = 0.2
_WANTED: Final = "DEBATEMAP_PROGRESS"
"""Set to 0, nothing is told to a file or a pipe."""


class _Ticker:
    def __init__(self, command: str) -> None:
        self._command, self._began, self._last = command, monotonic(), monotonic()
        self._wide = 0
        self._lock, self.is_over = threading.Lock(), threading.Event()

    def tick(self) -> None:
        while not self.is_over.wait(_EVERY):
            with self._lock:
                if monotonic() - self._last >= _SILENCE:
                    self._tell()

    def _tell(self) -> None:
        self._last = monotonic()
        words = f"debatemap {self._command}: at work for {self._last - self._began:.0f} s"
        if sys.stderr.isatty():
            sys.stderr.write(f"\r{words}")
            self._wide = len(words)
        else:
            sys.stderr.write(f"{words}\n")
        sys.stderr.flush()

    def clear(self) -> None:
        with self._lock:
            self._last = monotonic()
            if self._wide:
                sys.stderr.write("\r" + " " * self._wide + "\r")
                sys.stderr.flush()
                self._wide = 0


_tickers: Final[list[_Ticker]] = []
"""The one of the command that runs."""


def clear() -> None:
    """Takes the line away, as before something is printed."""
    for ticker in _tickers:
        ticker.clear()


@contextmanager
def told_of(command: str) -> Iterator[None]:
    """Tells of a command that it is at work, whenever it has printed nothing for two seconds.

    Args:
        command: Its name on the command line; empty where there is none.
    """
    is_wanted = sys.stderr.isatty() or os.environ.get(_WANTED) != "0"
    if command in _OTHERS or not is_wanted:
        yield
        return
    ticker = _Ticker(command)
    _tickers.append(ticker)
    threading.Thread(target=ticker.tick, daemon=True).start()
    try:
        yield
    finally:
        ticker.is_over.set()
        ticker.clear()
        _tickers.remove(ticker)

"""How the program ends where nobody asked it to: by a signal, or by an error of its own."""

import asyncio
import contextlib
import os
import signal
import sys
import threading
import traceback
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from textual.worker import WorkerFailed

from debatemap import __version__
from debatemap.core.platform import END_SIGNALS
from debatemap.core.text import safe_line
from debatemap.store.locations import state_folder

__all__ = [
    "cause_of",
    "complain",
    "crash_text",
    "end_in_time",
    "follow_signals",
    "ignore_interrupts",
    "let_go_of_terminal",
    "log_error",
    "note_interrupts",
]

_PATIENCE: Final = 5.0
"""Seconds after which the program ends though the terminal keeps it waiting."""
_MOST_LOGS: Final = 10


_noted: Final[list[int]] = []


def note_interrupts() -> None:
    """Keeps an interrupt that comes before the screen is up until signals are followed.

    Without a handler asyncio cancels the main task for it, and where that task catches this, the
    program goes on.
    """
    _noted.clear()
    signal.signal(signal.SIGINT, lambda number, _: _noted.append(number))


def follow_signals(end: Callable[[int], None]) -> None:
    """Calls a function with each signal that asks the program to end, one noted before too."""
    loop = asyncio.get_running_loop()
    for number in END_SIGNALS:
        try:
            loop.add_signal_handler(number, end, number)
        except NotImplementedError:  # As on Windows.
            signal.signal(number, lambda caught, _: loop.call_soon_threadsafe(end, caught))
    if _noted:
        loop.call_soon(end, _noted.pop())


def ignore_interrupts() -> None:
    """Leaves ctrl+c to the program that has the terminal, as an editor."""
    with contextlib.suppress(NotImplementedError):
        asyncio.get_running_loop().remove_signal_handler(signal.SIGINT)
    # A handler, as what is ignored here would be ignored there too.
    signal.signal(signal.SIGINT, lambda *_: None)


def end_in_time(status: int) -> None:
    """Ends the process soon, whatever keeps it: a terminal that takes nothing, a thread."""
    timer = threading.Timer(_PATIENCE, os._exit, (status,))
    timer.daemon = True
    timer.start()


def let_go_of_terminal() -> None:
    """Lets what is left of the output go nowhere where the terminal is gone.

    Python flushes it at its end, and would end with a status of its own when that fails.
    """
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except (OSError, ValueError):
            with contextlib.suppress(OSError, ValueError):
                nowhere = os.open(os.devnull, os.O_WRONLY)
                os.dup2(nowhere, stream.fileno())
                os.close(nowhere)


def crash_text(error: BaseException) -> str:
    """Writes down where an error comes from, and returns what to tell the user of it."""
    cause = cause_of(error)
    kind = type(cause).__name__
    file = _log(cause, error)
    where = f"; where it comes from stands in {file}" if file is not None else ""
    return safe_line(
        f"it ended by an error of its own ({kind}){where}. What was not saved is offered when the "
        "map is opened next."
    )


def complain(words: str) -> None:
    """Tells the user what went wrong, if there is a terminal still."""
    with contextlib.suppress(OSError):
        sys.stderr.write(f"debatemap: {safe_line(words)}\n")
        sys.stderr.flush()


def log_error(error: BaseException) -> Path | None:
    """Writes down where an error comes from; returns the file, or None where it cannot be."""
    return _log(cause_of(error), error)


def cause_of(error: BaseException) -> BaseException:
    """Returns the error that ended a worker, for one that only says that a worker has ended."""
    while isinstance(error, WorkerFailed):
        error = error.error
    return error


def _traced(cause: BaseException, error: BaseException) -> list[str]:
    """Returns where an error comes from, and where it was raised again for another place."""
    lines = traceback.format_exception(cause)
    if cause.__traceback__ is None:
        lines += ["It was not raised, but told from here:\n", *traceback.format_stack()]
    if error is not cause and error.__traceback__ is not None:
        lines += ["\nIt came up again here:\n", *traceback.format_exception(error)]
    return lines


def _log(cause: BaseException, error: BaseException) -> Path | None:
    folder = state_folder()
    now = datetime.now(UTC)
    file = folder / f"crash-{now:%Y%m%dT%H%M%S}-{os.getpid()}.log"
    lines = _traced(cause, error)
    python = sys.version.split()[0]
    head = f"debatemap {__version__}, Python {python}, {now:%Y-%m-%d %H:%M:%S} UTC\n"
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        file.write_text(head + "".join(lines), encoding="utf-8", errors="backslashreplace")
        for old in sorted(folder.glob("crash-*.log"))[:-_MOST_LOGS]:
            old.unlink(missing_ok=True)
    except OSError:
        return None
    return file

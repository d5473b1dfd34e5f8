"""The garbage collector as the program on the screen has it; a library call leaves it alone.

A map is many objects and no garbage. To look through them again and again doubles the time that
loading takes, and holds up keys. So a program calls `tune` once, when it starts; until then
`paused` does nothing, and a notebook keeps the collector that it has.
"""

import gc
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Lock
from typing import Final

__all__ = ["paused", "rest", "tune", "wake"]

_COLLECT: Final = 50_000, 20, 100
"""When to look for garbage: a drawn line leaves little, and a look takes longer than a key."""
_TURN: Final = 0.0005
"""Seconds between two turns of threads: a key needs a dozen, and no work may hold it up."""


class _State:
    """How many pauses there are, in all threads together."""

    is_tuned = False
    pauses = 0
    wanted = False
    lock = Lock()


def rest() -> None:
    """Turns the collector off, for a program that is over before garbage could matter."""
    gc.disable()


def tune() -> None:
    """Tunes the collector and the turns of threads, for a program that answers keys."""
    gc.set_threshold(*_COLLECT)
    sys.setswitchinterval(_TURN)
    _State.is_tuned = True


def wake() -> None:
    """Lets the collector run, once the program has loaded what it begins with."""
    gc.enable()


@contextmanager
def paused(*, keep: bool = False) -> Iterator[Callable[[bool], None]]:
    """Pauses the collector of a program that called `tune`, and of no other.

    Args:
        keep: Whether what was made is there to stay, so that it is never looked through again.

    Yields:
        A function to decide that later.
    """
    kept = [keep]
    if not _State.is_tuned:
        yield kept.append
        return
    with _State.lock:
        _State.pauses += 1
        collects = gc.isenabled()
        gc.disable()
    try:
        yield kept.append
        if kept[-1]:
            gc.freeze()
    finally:
        with _State.lock:
            _State.pauses -= 1
            _State.wanted = collects or _State.wanted
            if not _State.pauses and _State.wanted:
                _State.wanted = False
                gc.enable()

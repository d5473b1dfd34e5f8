"""How the time of some work grows with its size, held to a ratio that no busy machine breaks."""

import time
from collections.abc import Callable
from typing import Final

__all__ = ["HANG", "assert_grows_at_most", "seconds"]

HANG: Final = 150.0
"""Seconds after which a test that waits for something is taken to wait in vain."""

_TRIES: Final = 6
_LEAST: Final = 0.002
"""Seconds below which a time says nothing."""


def seconds(work: Callable[[], object]) -> float:
    """Returns the time of the processor that some work takes this thread, once."""
    began = time.thread_time()
    work()
    return time.thread_time() - began


def assert_grows_at_most(
    times: float, small: Callable[[], object], large: Callable[[], object], least: float = _LEAST
) -> None:
    """Asserts that larger work takes at most so many times what smaller work takes.

    Other programs only ever add to a time, so the least of several tries is compared, and there
    is another try while the ratio is too large.

    Args:
        times: How many times as much the larger work may take.
        small: The smaller work.
        large: The larger work.
        least: Seconds that the smaller work is taken to take at least.
    """
    before, after = [], []
    for _ in range(_TRIES):
        before.append(seconds(small))
        after.append(seconds(large))
        ratio = min(after) / max(min(before), least)
        if ratio < times:
            return
    raise AssertionError(f"{ratio:.0f} times the time, {times:g} at most")

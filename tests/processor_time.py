"""Plugin of pytest: durations are seconds of the processor, which other programs do not lengthen.

`pytest -p tests.processor_time --durations=0` tells what tests cost, with the processes that they
have started and waited for, rather than how long the machine let them wait.
"""

import os
from collections.abc import Generator

import pytest

__all__ = ["ahead", "used"]

_BEFORE = pytest.StashKey[float]()
_ahead = 0.0


def ahead(seconds: float) -> None:
    """Counts seconds of processes that are waited for by another process, or counted already."""
    global _ahead  # noqa: PLW0603  (the system's count of seconds is one for the process, too)
    _ahead += seconds


def used() -> float:
    """Returns the seconds that this process and those that it waited for have taken."""
    return sum(os.times()[:4]) + _ahead


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_protocol(item: pytest.Item) -> Generator[None, object, object]:
    item.stash[_BEFORE] = used()
    return (yield)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item,
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    now = used()
    report.duration, item.stash[_BEFORE] = now - item.stash[_BEFORE], now
    return report

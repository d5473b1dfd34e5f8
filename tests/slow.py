"""Which tests are slow: those that took long when the whole suite was last timed.

`python -m tests.slow REPORT` writes the list anew from what `pytest --durations=0` printed; with
`-p tests.processor_time`, a busy machine makes no test slower.
"""

import re
import sys
from collections import defaultdict
from pathlib import Path
from typing import Final

__all__ = ["is_slow", "listed"]

LIST: Final = Path(__file__).with_name("slow.txt")
_LEAST: Final = 0.12
"""Seconds of the processor that a slow test takes with all its cases, setting them up included."""
_LINE: Final = re.compile(r"([\d.]+)s (?:call|setup|teardown) +([^\s\[]+)")


def listed() -> frozenset[str]:
    """Returns the slow tests, `tests/folder/test_file.py::test_name` each."""
    return frozenset(LIST.read_text(encoding="utf-8").split())


def is_slow(test: str, slow: frozenset[str]) -> bool:
    """Tells whether a test, or a case of it, is one of the slow ones."""
    return test.partition("[")[0] in slow


def measured(report: str) -> list[str]:
    """Returns the tests that took long by a report of pytest."""
    took: defaultdict[str, float] = defaultdict(float)
    for seconds, test in _LINE.findall(report):
        took[test] += float(seconds)
    return sorted(test for test, seconds in took.items() if seconds >= _LEAST)


if __name__ == "__main__":
    found = measured(Path(sys.argv[1]).read_text(encoding="utf-8"))
    LIST.write_text("".join(f"{test}\n" for test in found), encoding="utf-8")

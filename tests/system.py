"""What the system can do that runs the tests."""

import os
from pathlib import Path

import pytest

__all__ = ["is_root", "make_pipe"]


def is_root() -> bool:
    """Whether rights keep the tester from nothing."""
    return hasattr(os, "geteuid") and os.geteuid() == 0


def make_pipe(path: Path) -> None:
    """Makes a named pipe, or skips the test where there are none."""
    if not hasattr(os, "mkfifo"):
        pytest.skip("there are no named pipes here")
    os.mkfifo(path)

"""What the system can do that runs the tests."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from debatemap.core.platform import WINDOWS

__all__ = ["is_root", "make_link", "make_pipe", "somebody", "with_modes"]

with_modes = pytest.mark.skipif(WINDOWS, reason="a file has no mode and no owner here")


def is_root() -> bool:
    """Whether rights keep the tester from nothing."""
    return hasattr(os, "geteuid") and os.geteuid() == 0


def make_pipe(path: Path) -> None:
    """Makes a named pipe, or skips the test where there are none."""
    if not hasattr(os, "mkfifo"):
        pytest.skip("there are no named pipes here")
    os.mkfifo(path)


def make_link(path: Path, target: Path | str) -> None:
    """Makes a symbolic link, or skips the test where one needs a right that the tester lacks."""
    try:
        path.symlink_to(target)
    except OSError:
        pytest.skip("symbolic links may not be made here")


@contextmanager
def somebody() -> Iterator[None]:
    """Makes the tests' user one whom file modes bind, which root is not."""
    if not is_root():
        yield
        return
    os.setresuid(65534, 65534, 0)
    try:
        yield
    finally:
        os.setresuid(0, 0, 0)

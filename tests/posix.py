"""The modules that only POSIX has; tests that import this one are skipped elsewhere."""

import pytest

__all__ = ["fcntl", "pty", "resource", "termios"]

_WHY = "it needs a pseudo-terminal and limits as POSIX has them"

fcntl = pytest.importorskip("fcntl", reason=_WHY)
termios = pytest.importorskip("termios", reason=_WHY)
pty = pytest.importorskip("pty", reason=_WHY)
resource = pytest.importorskip("resource", reason=_WHY)

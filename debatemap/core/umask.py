"""The umask of the process, read by threads beside each other."""

import os
import threading
from typing import Final

__all__ = ["umask"]

_LOCK: Final = threading.Lock()
_CLOSED: Final = 0o077


def umask() -> int:
    """Returns the umask, which can only be read by setting it, for all threads.

    What another thread makes meanwhile is closed to others, and not open to all.
    """
    with _LOCK:
        mask = os.umask(_CLOSED)
        os.umask(mask)
    return mask

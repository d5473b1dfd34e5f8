"""Files that only exist while another is written, and what is left of them after a crash.

Their names tell the machine and the process that made them, so that those of a process that
is gone can be told from those of one that is at work.
"""

import contextlib
import os
import re
import secrets
import socket
from functools import cache
from hashlib import blake2b
from pathlib import Path
from typing import Final

from debatemap.core.platform import is_alive

__all__ = ["passing_name", "sweep"]

_NAME: Final = re.compile(r"\.debatemap-([0-9a-f]{8})-(\d{1,10})-[0-9a-f]{12}\.tmp")


def passing_name() -> str:
    """Returns a name that no other file has; it is short, however long the map's name is."""
    return f".debatemap-{_machine()}-{os.getpid()}-{secrets.token_hex(6)}.tmp"


def sweep(folder: Path) -> None:
    """Removes what dead processes of this machine left in a folder, as far as that is allowed."""
    with contextlib.suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            match = _NAME.fullmatch(entry.name)
            if match and match[1] == _machine() and not is_alive(int(match[2])):
                with contextlib.suppress(OSError):
                    os.unlink(entry.path)  # noqa: PTH108  (a path as text)


@cache
def _machine() -> str:
    return blake2b(socket.gethostname().encode(), digest_size=4).hexdigest()

"""Stand between the program and the system's file calls, within one thread."""

import io
import os
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from functools import partial
from typing import Any, Final
from unittest.mock import patch

from tests.posix import fcntl

__all__ = ["CHANGING", "Call", "Handler", "between"]

Call = Callable[..., Any]
Handler = Callable[[str, Call, tuple[Any, ...], dict[str, Any]], Any]
"""Is given a call's name, the call, and its arguments; returns what the caller is to get."""

CHANGING: Final = (
    "open", "write", "close", "fsync", "fdatasync", "ftruncate", "lseek", "replace", "rename",
    "unlink", "mkdir", "fchmod", "fchown", "setxattr",
)  # fmt: skip
"""The calls that change something, or are needed to."""
_ASKING: Final = ("stat", "lstat", "fstat", "scandir", "listxattr", "getxattr", "readlink")
_OTHERS: Final = ((io, "open"), (fcntl, "flock"))


@contextmanager
def between(handler: Handler, names: tuple[str, ...] = (*CHANGING, *_ASKING)) -> Iterator[None]:
    """Hands every file call of this thread to a handler."""
    thread = threading.get_ident()

    def handed(name: str, call: Call, *given: object, **named: object) -> object:
        if threading.get_ident() != thread:
            return call(*given, **named)
        return handler(name, call, given, named)

    places: list[tuple[Any, str]] = [(os, name) for name in names if hasattr(os, name)]
    with ExitStack() as stack:
        for module, name in (*places, *_OTHERS):
            shown = name if module is os else f"{module.__name__}.{name}"
            own = partial(handed, shown, getattr(module, name))
            stack.enter_context(patch.object(module, name, own))
        yield

"""Makes this system lack what another one lacks, so far as that can be played.

`python -m tests.platforms.taken_away windows script.py …` runs a script so. It must run before the
package is imported; the modules of Python that use the same calls are loaded first, as they have
ways of their own on the other system.
"""

# ruff: noqa: ANN401, PTH112, PTH115, PTH208  (it stands in for calls of `os`, which take anything)

import asyncio
import builtins
import contextlib
import errno
import importlib.abc
import os
import pathlib
import runpy
import signal
import struct
import subprocess
import sys
import tempfile
from types import ModuleType
from typing import Any, Final

import platformdirs
import psutil

from tests.posix import fcntl

__all__ = ["take_away"]

_LOADED: Final = (asyncio, pathlib, platformdirs, psutil, subprocess, tempfile)
_NO_MODULES: Final = {
    "macos": (),
    "windows": ("fcntl", "termios", "pwd", "grp", "tty", "pty", "resource", "syslog"),
}
_XATTRS: Final = ("getxattr", "listxattr", "setxattr", "removexattr")
_NO_CALLS: Final = {
    "macos": ("fdatasync", *_XATTRS),
    "windows": (
        *("fdatasync", "getuid", "geteuid", "getgid", "getegid", "getgroups", "fchmod", "fchown"),
        *("chown", "lchown", "fork", "forkpty", "openpty", "pread", "pwrite", "mkfifo", "killpg"),
        *("setsid", "getpgid", "uname", "statvfs", "O_NOFOLLOW", "O_CLOEXEC", "O_NONBLOCK"),
        *("O_DIRECTORY", "O_SYNC", "O_DSYNC", *_XATTRS),
    ),
}
_NO_SIGNALS: Final = {
    "macos": (),
    "windows": ("SIGHUP", "SIGTSTP", "SIGCONT", "SIGWINCH", "SIGQUIT", "SIGKILL", "SIGUSR1"),
}
_NEEDED: Final = {"windows": ("SIGTSTP", "SIGCONT", "SIGWINCH")}
"""What Textual asks for on this system, and not on the other."""


def take_away(system: str) -> None:
    """Takes away what a system lacks, and gives it the calls that it has instead."""
    sys.meta_path.insert(0, _Missing(_NO_MODULES[system]))
    if system == "windows":
        sys.modules["msvcrt"] = _msvcrt()
        _lock_open_files()
        _refuse_links()
        _refuse_signal_handlers()
        _refuse_terminal()
    else:
        _sync_as_macos()
    for name in (*_NO_MODULES[system], "tests.posix"):
        sys.modules.pop(name, None)
    for name in _NO_CALLS[system]:
        if hasattr(os, name):
            delattr(os, name)
    for name in set(_NO_SIGNALS[system]) - set(_NEEDED.get(system, ())):
        delattr(signal, name)


class _Missing(importlib.abc.MetaPathFinder):
    def __init__(self, names: tuple[str, ...]) -> None:
        self._names = names

    def find_spec(self, fullname: str, *_: object) -> None:
        if fullname in self._names:
            raise ModuleNotFoundError(f"No module named {fullname!r}", name=fullname)


def _msvcrt() -> ModuleType:
    """Returns locks of bytes, each of one open file, as that module has them."""
    module: Any = ModuleType("msvcrt")
    module.LK_UNLCK, module.LK_LOCK, module.LK_NBLCK = 0, 1, 2
    set_lock, call = fcntl.F_OFD_SETLK, fcntl.fcntl

    def locking(handle: int, mode: int, count: int) -> None:
        kind = fcntl.F_UNLCK if mode == module.LK_UNLCK else fcntl.F_WRLCK
        start = os.lseek(handle, 0, os.SEEK_CUR)
        try:
            call(handle, set_lock, struct.pack("hhqqi4x", kind, os.SEEK_SET, start, count, 0))
        except OSError:
            raise PermissionError(errno.EACCES, "Permission denied") from None

    module.locking = locking
    return module  # type: ignore[no-any-return]


def _check_closed(path: Any) -> None:
    name = os.fsdecode(os.path.realpath(path))
    for handle in os.listdir("/proc/self/fd"):
        with contextlib.suppress(OSError):
            if os.readlink(f"/proc/self/fd/{handle}") == name:
                break
    else:
        return
    raise PermissionError(errno.EACCES, "It is used by another process", name)


def _lock_open_files() -> None:
    """Lets no file be removed or replaced that this process has open, and no folder be opened."""
    remove, replace, rename, opened = os.unlink, os.replace, os.rename, os.open

    def unlink(path: Any, **named: Any) -> None:
        _check_closed(path)
        remove(path, **named)

    def replace_closed(source: Any, target: Any, **named: Any) -> None:
        _check_closed(source)
        _check_closed(target)
        replace(source, target, **named)

    def rename_closed(source: Any, target: Any, **named: Any) -> None:
        _check_closed(source)
        if os.path.lexists(target):
            raise FileExistsError(errno.EEXIST, "It is there already", os.fspath(target))
        rename(source, target, **named)

    def open_file(path: Any, flags: int, *rest: Any, **named: Any) -> int:
        if os.path.isdir(path):
            raise PermissionError(errno.EACCES, "Permission denied", os.fspath(path))
        return opened(path, flags, *rest, **named)

    system: Any = os
    system.unlink = system.remove = unlink
    system.replace, system.rename, system.open = replace_closed, rename_closed, open_file


def _refuse_links() -> None:
    def symlink(*_: object, **__: object) -> None:
        raise OSError(errno.EPERM, "A required privilege is not held by the client")

    os.symlink = symlink


def _refuse_signal_handlers() -> None:
    def refuse(*_: object) -> None:
        raise NotImplementedError

    loop: Any = asyncio.SelectorEventLoop
    loop.add_signal_handler = loop.remove_signal_handler = refuse


def _refuse_terminal() -> None:
    opened = builtins.open

    def open_file(path: Any, *rest: Any, **named: Any) -> Any:
        if path == "/dev/tty":
            raise FileNotFoundError(errno.ENOENT, "No such file or directory", path)
        return opened(path, *rest, **named)

    builtins.open = open_file  # type: ignore[assignment]


def _sync_as_macos() -> None:
    """Counts what is synced in the way of macOS, and lets fsync do what it does here."""
    call, module = fcntl.fcntl, fcntl
    module.F_FULLFSYNC = 51  # type: ignore[attr-defined,misc,unused-ignore]

    def with_full_sync(handle: int, command: int, *rest: Any) -> Any:
        if command == 51:
            os.environ["FULL_SYNCS"] = str(int(os.environ.get("FULL_SYNCS", "0")) + 1)
            os.fsync(handle)
            return 0
        return call(handle, command, *rest)

    module.fcntl = with_full_sync


if __name__ == "__main__":
    take_away(sys.argv[1])
    # The package asks this once, and Python's own modules must not be told.
    from debatemap.core import platform

    platform.WINDOWS = sys.argv[1] == "windows"
    sys.argv = sys.argv[2:]
    runpy.run_path(sys.argv[0], run_name="__main__")

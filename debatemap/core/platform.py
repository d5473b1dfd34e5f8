"""What differs by platform: locks, lasting writes, owners and modes, processes and signals.

Nothing else in the package asks for a module or a part of `os` that some platform lacks. What a
platform cannot do is left out where a map is as safe without it (an owner, an extended attribute),
and is an `OSError` where the caller has to know (a lock).

Libraries for locks do not fit here: filelock opens and empties the file by itself, while these
hold the owner's name, and portalocker locks the first bytes on Windows, where nobody else could
read that name then.
"""

import contextlib
import errno
import importlib
import os
import select
import shlex
import signal
import stat
import threading
import time
from array import array
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    import subprocess

__all__ = [
    "APPENDED",
    "CREATED",
    "END_SIGNALS",
    "HANG_UP",
    "LOCK_FILE",
    "OPENS_BENEATH",
    "READ",
    "READ_FOLDER",
    "READ_NO_LINK",
    "STREAM",
    "WINDOWS",
    "WRITTEN",
    "cell_of",
    "close_and_remove",
    "has_terminals",
    "is_alive",
    "is_in_background",
    "is_readable",
    "kill_all",
    "lock_within",
    "make_alike",
    "may_replace",
    "read_umask",
    "replace",
    "split_command",
    "stop",
    "sync",
    "sync_data",
    "sync_folder",
    "try_lock",
    "typed_ahead",
]


def _module(name: str) -> Any:  # noqa: ANN401  (a module, or None)
    try:
        return importlib.import_module(name)
    except ImportError:
        return None


WINDOWS = os.name == "nt"
"""Whether this is Windows, where a file that is open can be neither removed nor replaced."""

_fcntl: Final = _module("fcntl")
_msvcrt: Final = _module("msvcrt")


def _flags(*names: str) -> int:
    """Returns the flags of `os.open` with these names, as far as the platform has them."""
    flags = 0
    for name in (*names, "O_CLOEXEC", "O_NOINHERIT", "O_BINARY"):
        flags |= getattr(os, name, 0)
    return flags


READ: Final = _flags("O_RDONLY", "O_NONBLOCK")
"""To read a file; a pipe is not waited for."""
READ_NO_LINK: Final = _flags("O_RDONLY", "O_NONBLOCK", "O_NOFOLLOW")
"""The same, where the name is no link, as far as the platform can tell at once."""
READ_FOLDER: Final = _flags("O_RDONLY", "O_NONBLOCK", "O_NOFOLLOW", "O_DIRECTORY")
"""To go on from a folder that is no link."""
OPENS_BENEATH: Final = os.open in getattr(os, "supports_dir_fd", ())
"""Whether a file can be opened from a folder that is open, whatever becomes of its name."""
STREAM: Final = _flags("O_RDONLY", "O_NOCTTY")
"""To read a pipe or a device, which is waited for."""
WRITTEN: Final = _flags("O_RDWR", "O_NOFOLLOW")
"""To read and write a file that is there, and no link to one."""
CREATED: Final = _flags("O_RDWR", "O_CREAT", "O_EXCL", "O_NOFOLLOW")
"""To write a new file."""
APPENDED: Final = CREATED | os.O_APPEND
"""To write at the end of a new file."""
LOCK_FILE: Final = _flags("O_RDWR", "O_CREAT", "O_NOFOLLOW")
"""To read and write a file that is made where it is not there."""

HANG_UP: Final[int] = getattr(signal, "SIGHUP", signal.SIGTERM)
"""The signal of a terminal that is gone, or what stands for it."""
END_SIGNALS: Final[tuple[int, ...]] = tuple(dict.fromkeys((HANG_UP, signal.SIGTERM, signal.SIGINT)))
"""The signals that ask a program to end."""

_LOCKED_BYTE: Final = 0x7FFF_FF00
"""Where Windows locks a byte: behind all that a file holds, as locked bytes cannot be read."""
_BUSY: Final = frozenset({errno.EACCES, errno.EAGAIN, errno.EDEADLK})
_UNKNOWN: Final = frozenset({errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS})
"""What a file system answers that does not know of a call."""
_PAUSE: Final = 0.005
_IN_USE: Final = 20
"""How often Windows is asked again to replace a file that another program just reads."""
_STILL_ACTIVE: Final = 259
_QUERY: Final = 0x1000
_ACCESS_DENIED: Final = 5
_UMASK_LOCK: Final = threading.Lock()


def try_lock(handle: int) -> bool:
    """Locks an open file for as long as it stays open, or until the process ends.

    Returns:
        Whether it was free; False where another open file, here or elsewhere, has the lock.

    Raises:
        OSError: There are no locks here, or the file system has none.
    """
    if _fcntl is not None:
        try:
            _fcntl.flock(handle, _fcntl.LOCK_EX | _fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
    if _msvcrt is not None:
        return _try_lock_byte(handle)
    raise OSError(errno.ENOSYS, os.strerror(errno.ENOSYS))


def lock_within(handle: int, patience: float) -> bool:
    """Locks an open file, and waits for it; tells whether it was had.

    Args:
        handle: The open file.
        patience: How many seconds to wait at most.

    Raises:
        OSError: As `try_lock` does.
    """
    end = time.monotonic() + patience
    while not try_lock(handle):
        if time.monotonic() >= end:
            return False
        time.sleep(_PAUSE)
    return True


def sync(handle: int) -> None:
    """Returns when what was written to a file is on the disk, and not in the disk's memory."""
    whole = getattr(_fcntl, "F_FULLFSYNC", None)
    if whole is not None:
        # There, fsync leaves the data in the disk's memory, which a power cut empties.
        try:
            _fcntl.fcntl(handle, whole)
        except OSError as error:
            if error.errno not in _UNKNOWN:
                raise
        else:
            return
    os.fsync(handle)


def sync_data(handle: int) -> None:
    """Syncs what was written to a file, and of what is known about it only the size."""
    data_alone = getattr(os, "fdatasync", None)
    if data_alone is None:
        sync(handle)
    else:
        data_alone(handle)


def sync_folder(folder: Path) -> None:
    """Makes the names in a folder last through a power cut, where the system can."""
    if WINDOWS:
        return  # A folder cannot be opened, and its names are in the file system's journal.
    try:
        handle = os.open(folder, _flags("O_RDONLY"))
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
    except OSError as error:
        # One may be allowed to write into a folder and not to read it.
        if error.errno not in (*_UNKNOWN, errno.EACCES):
            raise


def replace(source: Path, target: Path) -> None:
    """Renames a file to a name that may be another file's, at once.

    Windows refuses that while another program reads the other file; it is asked again for a while.
    """
    for _ in range(_IN_USE if WINDOWS else 0):
        try:
            os.replace(source, target)  # noqa: PTH105  (tests let this call fail)
        except PermissionError:
            time.sleep(_PAUSE)
        else:
            return
    os.replace(source, target)  # noqa: PTH105


def close_and_remove(handle: int, file: Path | None) -> None:
    """Removes a file that is open, if one is given, and closes it; a lock on it goes last."""
    try:
        if file is not None and not WINDOWS:  # Windows removes no file that is open.
            file.unlink(missing_ok=True)
        if _fcntl is not None:
            # Closed alone it stays locked where a process is forked meanwhile, until that runs.
            _fcntl.flock(handle, _fcntl.LOCK_UN)
    finally:
        os.close(handle)
    if file is not None and WINDOWS:
        file.unlink(missing_ok=True)


def may_replace(path: Path, before: os.stat_result) -> bool:
    """Tells whether a new file in a file's place can have all that it has.

    Another name, or an owner that this process may not give, would be lost.
    """
    if before.st_nlink > 1 or not os.access(path.parent, os.W_OK | os.X_OK):
        return False
    if not hasattr(os, "geteuid"):
        return True
    user = os.geteuid()
    groups = (os.getegid(), *os.getgroups())
    return user == 0 or (user == before.st_uid and before.st_gid in groups)


def make_alike(handle: int, path: Path, before: os.stat_result | None, mode: int) -> None:
    """Gives a new file the owner, the attributes and the mode of the one that it replaces.

    Args:
        handle: The new file, open.
        path: The old file.
        before: What the old file is, or None where there is none.
        mode: The mode of a new file that replaces none, before the umask.
    """
    if before is None:
        _set_mode(handle, mode & ~read_umask())
        return
    made = os.fstat(handle)
    if hasattr(os, "fchown") and (made.st_uid, made.st_gid) != (before.st_uid, before.st_gid):
        os.fchown(handle, before.st_uid, before.st_gid)
    _set_mode(handle, stat.S_IMODE(before.st_mode))
    for name in _attributes(path):
        # Some belong to the system, which sets them itself.
        with contextlib.suppress(OSError):
            os.setxattr(handle, name, os.getxattr(path, name))


def is_alive(process: int) -> bool:
    """Tells whether there is a process with this id."""
    if WINDOWS:
        return _is_alive_on_windows(process)
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except (PermissionError, OverflowError):
        return True
    return True


def split_command(command: str) -> list[str]:
    r"""Returns the program and the arguments that a user's setting names.

    Examples:
        >>> split_command("vim -c 'set wrap'")
        ['vim', '-c', 'set wrap']
    """
    if not WINDOWS:
        return shlex.split(command)
    # There, a backslash parts folders.
    return [part.strip('"') for part in shlex.split(command, posix=False)]


def is_readable(handle: int, seconds: float) -> bool:
    """Tells whether a pipe can be read within some time; where that cannot be asked, says so.

    On Windows only sockets can be waited for, so that a read of a pipe there may wait.
    """
    return WINDOWS or bool(select.select([handle], [], [], seconds)[0])


def kill_all(process: "subprocess.Popen[bytes]") -> None:
    """Ends a process that began a session of its own, and all that it has started there."""
    with contextlib.suppress(OSError):
        if WINDOWS:
            process.kill()
        else:
            os.killpg(process.pid, signal.SIGKILL)


def has_terminals() -> bool:
    """Tells whether a terminal is a file that is read and set up as POSIX says."""
    return _module("termios") is not None


def stop() -> None:
    """Stops the program until a shell's job control, or who else it is, continues it."""
    os.kill(os.getpid(), signal.SIGSTOP)


def typed_ahead(terminal: int) -> int:
    """Returns how many bytes wait in a terminal, by its descriptor, that nobody has read."""
    count = array("i", [0])
    try:
        _fcntl.ioctl(terminal, _module("termios").FIONREAD, count)
    except OSError:
        return 0
    return count[0]


def cell_of(terminal: int) -> tuple[int, int]:
    """Returns how many pixels wide and high a terminal's cell is; zeros where it does not say."""
    size = array("H", bytes(8))
    try:
        _fcntl.ioctl(terminal, _module("termios").TIOCGWINSZ, size)
    except (AttributeError, OSError):
        return 0, 0
    return size[2] // (size[1] or 1), size[3] // (size[0] or 1)


def is_in_background(terminal: int) -> bool:
    """Tells whether a terminal that the program was started from is another job's now.

    Args:
        terminal: The descriptor of the terminal.
    """
    try:
        return os.tcgetpgrp(terminal) != os.getpgrp()
    except OSError:  # It is not the terminal that the program was started from.
        return False


def _try_lock_byte(handle: int) -> bool:
    place = os.lseek(handle, 0, os.SEEK_CUR)
    os.lseek(handle, _LOCKED_BYTE, os.SEEK_SET)
    try:
        _msvcrt.locking(handle, _msvcrt.LK_NBLCK, 1)
    except OSError as error:
        if error.errno in _BUSY:
            return False
        raise
    finally:
        os.lseek(handle, place, os.SEEK_SET)
    return True


def _set_mode(handle: int, mode: int) -> None:
    # On Windows a mode says no more than that a file is read-only, and then it is not written.
    if not WINDOWS and hasattr(os, "fchmod"):
        os.fchmod(handle, mode)


def read_umask() -> int:
    """Returns the umask, which is read by setting it, for all threads: closed, never open."""
    with _UMASK_LOCK:
        os.umask(mask := os.umask(0o077))
    return mask


def _attributes(path: Path) -> list[str]:
    try:
        return os.listxattr(path) if hasattr(os, "listxattr") else []
    except OSError:
        return []


def _is_alive_on_windows(process: int) -> bool:
    # There, os.kill(process, 0) sends it a ctrl+c.
    ctypes = _module("ctypes")
    if not hasattr(ctypes, "WinDLL"):
        return True
    kernel = ctypes.WinDLL("kernel32", use_last_error=True)
    opened = kernel.OpenProcess(_QUERY, 0, process)
    if not opened:
        return bool(ctypes.get_last_error() == _ACCESS_DENIED)
    try:
        status = ctypes.c_ulong()
        known = kernel.GetExitCodeProcess(opened, ctypes.byref(status))
        return not known or status.value == _STILL_ACTIVE
    finally:
        kernel.CloseHandle(opened)

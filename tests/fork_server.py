"""Runs the program many times over, each run a process with streams and bounds of its own.

To start Python and load the program takes longer than most runs, so that one process loads it
and then forks a child for every run: `python -m tests.fork_server` reads a job a line.
"""

import gc
import importlib
import io
import json
import os
import pkgutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import zip_longest
from pathlib import Path
from typing import Final, NamedTuple, NoReturn, TextIO

import debatemap
from debatemap.cli import main
from debatemap.formats.native.schema import file_adapter
from tests.growth import HANG
from tests.posix import resource
from tests.processor_time import ahead, used

__all__ = ["CLOSED", "UNREAD", "ForkServer", "Outcome", "be_the_program", "fork_server", "load"]

CLOSED: Final = "closed"
"""A stream that is closed when the program starts."""
UNREAD: Final = "unread"
"""A pipe that nobody reads from."""

_SECONDS = 60
_HELD_BY_A_PIPE: Final = 1 << 16


class Outcome(NamedTuple):
    """What came of a run."""

    status: int
    """The exit status; where a signal ended it, its negative."""
    seconds: float
    """Of the processor, not of the clock."""
    megabytes: float
    """The most memory that it had."""
    stdout: bytes
    stderr: bytes


class ForkServer:
    """Asks the process that forks."""

    def __init__(self, process: "subprocess.Popen[str]", folder: Path) -> None:
        self._process, self._folder = process, folder

    def run(
        self,
        *arguments: str | Path,
        memory: int = 2_000,
        streams: Sequence[str | Path | bytes] = (os.devnull, "", ""),
        environment: Mapping[str, str] | None = None,
    ) -> Outcome:
        """Runs the program with some arguments, in the folder that is the current one here.

        Args:
            arguments: What stands on the command line.
            memory: Megabytes that it gets at most.
            streams: A file for each standard stream, bytes that are in a pipe, `CLOSED` or
                `UNREAD`; an empty name for what is to be returned. More that follow are open for
                reading as 3, 4, ….
            environment: Its variables; those that the server was started with if there are none.
        """
        caught = [self._folder / name for name in ("stdin", "stdout", "stderr")]
        for path in caught:
            path.write_bytes(b"")
        job = {
            "arguments": [str(part) for part in arguments],
            "memory": memory * 10**6,
            "streams": [
                [each.decode("latin-1")] if isinstance(each, bytes) else str(each or file)
                for each, file in zip_longest(streams, caught[: len(streams)])
            ],
            "folder": str(Path.cwd()),
            "environment": None if environment is None else dict(environment),
        }
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps(job) + "\n")
        self._process.stdin.flush()
        told = json.loads(self._process.stdout.readline())
        ahead(told[1])
        return Outcome(*told, *(path.read_bytes() for path in caught[1:]))


@contextmanager
def fork_server(folder: Path, **variables: str) -> Iterator[ForkServer]:
    """Starts the process that forks; its program's state stands in the folder.

    Args:
        folder: Where its program's state stands, and what is caught.
        variables: What to add to the environment in which it starts.
    """
    state = {
        name: str(folder / name) for name in ("XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_DATA_HOME")
    }
    command = [sys.executable, "-m", "tests.fork_server"]
    root = Path(__file__).parent.parent
    with subprocess.Popen(
        command, cwd=root, env=os.environ | state | variables,
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    ) as process:  # fmt: skip
        yield ForkServer(process, folder)
        assert process.stdin is not None
        before = used()
        process.stdin.close()
        process.wait()
        # The test that happens to be the last one has not taken what all have.
        ahead(before - used())


def load(without: str) -> None:
    """Loads the program but for what begins with a name, and keeps it out of looks for garbage."""
    for found in pkgutil.walk_packages(debatemap.__path__, "debatemap."):
        if not found.name.startswith(("debatemap.__main__", without)):
            importlib.import_module(found.name)
    file_adapter()
    gc.collect()
    gc.freeze()


def _serve() -> None:
    load(without="debatemap.tui")
    for line in sys.stdin:
        job = json.loads(line)
        pid = os.fork()
        if pid == 0:
            os.chdir(job["folder"])
            if job["environment"] is not None:
                os.environ.clear()
                os.environ.update(job["environment"])
            _be_the_program(job["arguments"], job["memory"], job["streams"])
        began = time.monotonic()
        _, status, used = os.wait4(pid, 0)
        assert time.monotonic() - began < HANG
        told = [os.waitstatus_to_exitcode(status), used.ru_utime + used.ru_stime]
        sys.stdout.write(json.dumps([*told, used.ru_maxrss / 1_000]) + "\n")
        sys.stdout.flush()


def _be_the_program(arguments: list[str], memory: int, streams: list[str | list[str]]) -> None:
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CPU, (_SECONDS, _SECONDS))
    for handle, stream in enumerate(streams):
        _redirect(handle, stream)
    be_the_program(arguments)


def be_the_program(arguments: list[str], run: Callable[[list[str]], object] = main) -> NoReturn:
    """Runs the program on the standard streams that this process has by now, and ends with it.

    Args:
        arguments: What stands on the command line.
        run: Another program to run instead.
    """
    for handle, name in enumerate(("stdin", "stdout", "stderr")):
        made = _stream(handle, getattr(sys, name))
        # Python keeps each under two names, and the type checker takes one of them for final.
        for kept in (name, f"__{name}__"):
            setattr(sys, kept, made)
    status = 1
    try:
        run(arguments)
        status = 0
    except SystemExit as end:
        status = end.code if isinstance(end.code, int) else int(end.code is not None)
    except BaseException:  # noqa: BLE001  (Python itself would print it and end with 1)
        sys.excepthook(*sys.exc_info())
    finally:
        os._exit(status if _flush() else _UNFLUSHED)


def _redirect(handle: int, stream: str | list[str]) -> None:
    """Puts what a run is to have in the place of a standard stream."""
    if stream == CLOSED:
        os.close(handle)
        return
    if isinstance(stream, list):
        opened, writing = os.pipe()
        data = "".join(stream).encode("latin-1")
        # It is all there before the program begins, as nobody would go on to write it.
        assert os.write(writing, data) == len(data) < _HELD_BY_A_PIPE
        os.close(writing)
    elif stream == UNREAD:
        reading, opened = os.pipe()
        os.close(reading)
    else:
        opened = os.open(stream, os.O_WRONLY if handle in (1, 2) else os.O_RDONLY)
    if opened != handle:  # A standard stream is open until here, and so has its number.
        os.dup2(opened, handle)
        os.close(opened)
    os.set_inheritable(handle, True)  # noqa: FBT003  (it is its one argument)


def _stream(handle: int, like: TextIO) -> TextIO:
    """Returns what Python makes of a handle when it starts: nothing, where it is closed."""
    try:
        raw = io.FileIO(handle, "r" if handle == 0 else "w", closefd=False)
    except OSError:
        return None  # type: ignore[return-value]  # It is so, and typeshed leaves it out.
    buffer = io.BufferedReader(raw) if handle == 0 else io.BufferedWriter(raw)
    encoding, _, errors = os.environ.get("PYTHONIOENCODING", "").partition(":")
    return io.TextIOWrapper(
        buffer, encoding=encoding or like.encoding,
        errors=(errors or "strict") if encoding and handle != 2 else like.errors,
        line_buffering=handle == 2 or raw.isatty(),
    )  # fmt: skip


_UNFLUSHED: Final = 120
"""The status that Python ends with where it cannot write what is left in a buffer."""


def _flush() -> bool:
    """Writes what is left in buffers, as Python does at its end, and tells whether that went."""
    went = True
    for stream in (sys.stdout, sys.stderr):
        try:
            if stream is not None and not stream.closed:
                stream.flush()
        except OSError as error:
            went = False
            os.write(2, f"Exception ignored in: {stream!r}\n{error!r}\n".encode())
    return went


if __name__ == "__main__":
    _serve()

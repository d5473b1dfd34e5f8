"""Runs the program many times over, each run a process with bounds of its own.

To start Python and load the program takes longer than most runs, so that one process loads it
and then forks a child for every run: `python -m tests.hostile.nursery` reads a job a line.
"""

import gc
import importlib
import json
import os
import pkgutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import debatemap
from debatemap.cli import main
from debatemap.formats.native.schema import file_adapter
from tests.growth import HANG
from tests.posix import resource

__all__ = ["Nursery", "Outcome", "nursery"]

_SECONDS = 60


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


class Nursery:
    """Asks the process that forks."""

    def __init__(self, process: "subprocess.Popen[str]", folder: Path) -> None:
        self._process, self._folder = process, folder

    def run(self, *arguments: str | Path, memory: int = 2_000) -> Outcome:
        """Runs the program with some arguments and at most so many megabytes."""
        streams = [self._folder / "stdout", self._folder / "stderr"]
        job = {
            "arguments": [str(part) for part in arguments],
            "memory": memory * 10**6,
            "streams": [str(stream) for stream in streams],
        }
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps(job) + "\n")
        self._process.stdin.flush()
        told = json.loads(self._process.stdout.readline())
        return Outcome(*told, *(stream.read_bytes() for stream in streams))


@contextmanager
def nursery(folder: Path) -> Iterator[Nursery]:
    """Starts the process that forks; its program's state stands in the folder."""
    state = {
        name: str(folder / name) for name in ("XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_DATA_HOME")
    }
    command = [sys.executable, "-m", "tests.hostile.nursery"]
    with subprocess.Popen(
        command, env=os.environ | state, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        yield Nursery(process, folder)
        assert process.stdin is not None
        process.stdin.close()


def _serve() -> None:
    for found in pkgutil.walk_packages(debatemap.__path__, "debatemap."):
        if not found.name.startswith("debatemap.tui") and found.name != "debatemap.__main__":
            importlib.import_module(found.name)
    file_adapter()
    gc.collect()
    gc.freeze()
    for line in sys.stdin:
        job = json.loads(line)
        pid = os.fork()
        if pid == 0:
            _be_the_program(job["arguments"], job["memory"], job["streams"])
        began = time.monotonic()
        _, status, used = os.wait4(pid, 0)
        assert time.monotonic() - began < HANG
        told = [os.waitstatus_to_exitcode(status), used.ru_utime + used.ru_stime]
        sys.stdout.write(json.dumps([*told, used.ru_maxrss / 1_000]) + "\n")
        sys.stdout.flush()


def _be_the_program(arguments: list[str], memory: int, streams: list[str]) -> None:
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CPU, (_SECONDS, _SECONDS))
    nowhere = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nowhere, 0)
    for handle, stream in enumerate(streams, 1):
        file = os.open(stream, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
        os.dup2(file, handle)
    status = 1
    try:
        main(arguments)
    except SystemExit as end:
        status = end.code if isinstance(end.code, int) else int(end.code is not None)
    except BaseException:  # noqa: BLE001  (Python itself would print it and end with 1)
        sys.excepthook(*sys.exc_info())
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(status)


if __name__ == "__main__":
    _serve()

"""A process that has loaded the program and forks a child for each terminal that it is to run in.

`python -m tests.tui.program_server HANDLE` reads a request a line from a socket.
"""

import atexit
import json
import os
import socket
import subprocess
import sys
from collections.abc import Mapping, Sequence
from functools import cache, partial
from pathlib import Path
from typing import Any, Final, NoReturn

from debatemap.cli import main
from tests.fork_server import be_the_program, load
from tests.posix import fcntl, termios
from tests.processor_time import ahead
from tests.tui.program_state import tell_when_asked

__all__ = ["ProgramServer", "server_of_programs"]

_ROOT: Final = Path(__file__).parents[2]
_MOST: Final = 1 << 20


class ProgramServer:
    """Asks the process that forks; it ends with this one."""

    def __init__(self) -> None:
        self._here, there = socket.socketpair()
        command = [sys.executable, "-m", "tests.tui.program_server", str(there.fileno())]
        # What it has loaded is the same for all tests; what each has of its own, it tells.
        self._process = subprocess.Popen(command, cwd=_ROOT, pass_fds=[there.fileno()])
        there.close()
        self._answers = self._here.makefile("r")
        atexit.register(self._close)

    def start(
        self,
        arguments: Sequence[str],
        folder: Path,
        environment: Mapping[str, str],
        inner: int,
        script: str = "",
    ) -> int:
        """Starts the program, or a script, at the inner end of a terminal; returns the process."""
        job = {"arguments": arguments, "folder": str(folder), "environment": dict(environment)}
        job["script"] = script
        return int(self._asked(job, [inner])[0])

    def ask(self, pid: int, flags: int) -> tuple[int, int]:
        """Returns what `os.waitpid` would, were the program a child of this process."""
        found, status, seconds = self._asked({"pid": pid, "flags": flags})
        ahead(seconds)
        return int(found), int(status)

    def _asked(self, request: dict[str, Any], handles: Sequence[int] = ()) -> list[float]:
        data = json.dumps(request).encode() + b"\n"
        sent = socket.send_fds(self._here, [data], handles) if handles else 0
        self._here.sendall(data[sent:])
        answer: list[float] = json.loads(self._answers.readline())
        return answer

    def _close(self) -> None:
        self._answers.close()
        self._here.close()
        self._process.wait()


@cache
def server_of_programs() -> ProgramServer:
    """Returns the one of this process, which is started when it is first asked for."""
    return ProgramServer()


def _serve(asked: socket.socket) -> None:
    load(without="debatemap.tui.system.none")
    waiting, handles = b"", list[int]()
    while True:
        data, found, _, _ = socket.recv_fds(asked, _MOST, 1)
        if not data:
            return
        waiting, handles = waiting + data, [*handles, *found]
        if waiting.endswith(b"\n"):
            request = json.loads(waiting)
            answer = _wait(request) if "pid" in request else _start(request, handles[0])
            asked.sendall(json.dumps(answer).encode() + b"\n")
            for handle in handles:
                os.close(handle)
            waiting, handles = b"", []


def _wait(request: dict[str, int]) -> tuple[int, int, float]:
    pid, status, used = os.wait4(request["pid"], request["flags"])
    return pid, status, used.ru_utime + used.ru_stime if pid and not os.WIFSTOPPED(status) else 0.0


def _start(request: dict[str, Any], inner: int) -> list[int]:
    pid = os.fork()
    if pid == 0:
        _run(request, inner)
    return [pid]


def _run(request: dict[str, Any], inner: int) -> NoReturn:
    os.setsid()
    fcntl.ioctl(inner, termios.TIOCSCTTY, 0)
    for handle in range(3):
        os.dup2(inner, handle)
    os.closerange(3, 64)
    os.chdir(request["folder"])
    os.environ.clear()
    os.environ.update(request["environment"])
    tell_when_asked()
    sys.argv = ["debatemap", *request["arguments"]]
    script = request["script"]
    be_the_program(request["arguments"], partial(_run_script, script) if script else main)


def _run_script(script: str, _: list[str]) -> None:
    """Runs a program in Python as its interpreter would; it finds its arguments itself."""
    exec(script, {"__name__": "__main__"})  # noqa: S102  (of the tests themselves)


if __name__ == "__main__":
    _serve(socket.socket(fileno=int(sys.argv[1])))

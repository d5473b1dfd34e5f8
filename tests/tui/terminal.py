"""Runs the installed program in a real pseudo-terminal and plays the terminal's part."""

import codecs
import os
import re
import select
import struct
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

import pyte

from tests.growth import HANG
from tests.posix import fcntl, pty, termios
from tests.tui.program_server import server_of_programs
from tests.tui.terminal_screen import KeptScreen

__all__ = ["SEQUENCE", "Terminal", "is_as_it_was", "loaded", "pasted", "running"]

Each = TypeVar("Each", bound="Terminal")

SEQUENCE = re.compile(
    rb"\x1b\[[0-?]*[ -/]*[@-~]|\x1b[\]P_^X][^\x07\x1b]*(?:\x07|\x1b\\)|\x1b[ -/]*[0-~]|[\x80-\x9f]"
)
"""An escape sequence, as a terminal reads it."""

_PATIENCE = HANG
_LEFT = 2.0
"""Seconds to wait for what a program that has ended wrote."""
_AT_ONCE = 1_024
"""Bytes that are sent before what the program writes is read: a terminal's buffer is small."""


def pasted(text: str) -> str:
    """Returns a paste as a terminal sends it."""
    return f"\x1b[200~{text}\x1b[201~"


class Terminal:
    """A terminal with a program in it.

    Attributes:
        sent: Every byte that the program has written.
        screen: What they make of the screen.
        ask: What tells how a process is, as `os.waitpid` does: another may have started it.
    """

    def __init__(self, pid: int, master: int, size: tuple[int, int]) -> None:
        self.sent = b""
        self.screen = KeptScreen(*size)
        self.status: int | None = None
        self._is_closed = False  # at the end of the program
        self._pid, self._master = pid, master
        self.ask: Callable[[int, int], tuple[int, int]] = os.waitpid
        self._stream = pyte.Stream(self.screen)
        self._decoder = codecs.getincrementaldecoder("utf-8")("replace")

    @property
    def text(self) -> str:
        """What the screen shows."""
        return "\n".join(self.screen.display)

    def read(self, seconds: float = 0.05) -> bytes:
        """Takes what the program writes in some time."""
        before = len(self.sent)
        if self._master < 0:
            time.sleep(seconds)
            return b""
        until = time.monotonic() + seconds
        while (left := until - time.monotonic()) > 0:
            ready, _, _ = select.select([self._master], [], [], left)
            if not ready:
                break
            try:
                data = os.read(self._master, 65536)
            except OSError:
                data = b""
            if not data:
                self._is_closed = True
                break
            self.sent += data
            self.draw(data)
        return self.sent[before:]

    def draw(self, data: bytes) -> None:
        """Has the screen show what the program wrote."""
        # pyte knows neither private mode requests with "$" nor ">u", which draw nothing.
        plain = re.sub(rb"\x1b\[[0-?]*\$[a-z]|\x1b\[[<>=][0-9;]*[a-z]", b"", data)
        self._stream.feed(self._decoder.decode(plain))

    def wait_for(self, *words: str) -> None:
        """Waits until the screen shows some words, all of them."""
        self.wait_until(lambda: all(word in self.text for word in words), f"no {words}")

    def wait_until_gone(self, words: str) -> None:
        """Waits until the screen does not show some words any more."""
        self.wait_until(lambda: words not in self.text, f"still {words}")

    def wait_until(self, holds: Callable[[], bool], what: str) -> None:
        """Waits until something holds for the screen; says what it shows where that never comes."""
        until = time.monotonic() + _PATIENCE
        while not holds():
            self.read()
            assert time.monotonic() < until, f"{what} on the screen:\n{self.text}"

    def press(self, keys: str) -> None:
        """Sends keys as a terminal does."""
        self.send(keys.encode())

    def send(self, data: bytes) -> None:
        """Sends bytes, whatever they are; takes what the program writes meanwhile."""
        while data:
            sent = os.write(self._master, data[:_AT_ONCE])
            data = data[sent:]
            if data:
                self.read(0.001)

    def paste(self, text: str) -> None:
        """Pastes a text, as a terminal does where the program has asked for brackets around it."""
        self.press(pasted(text))

    def resize(self, columns: int, lines: int) -> None:
        """Gives the terminal another size; the program is told of it."""
        fcntl.ioctl(self._master, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))
        self.screen.resize(lines, columns)

    def attributes(self) -> list[object]:
        """Returns the terminal's modes, which a program sets and gives back."""
        return list(termios.tcgetattr(self._master))

    def signal(self, number: int) -> None:
        """Sends the program a signal."""
        os.kill(self._pid, number)

    def hang_up(self) -> None:
        """Closes the terminal, as one does by closing its window."""
        os.close(self._master)
        self._master, self._is_closed = -1, True

    def wait_until_stopped(self) -> None:
        """Waits until the program is stopped, as by a shell's job control."""
        until = time.monotonic() + _PATIENCE
        while True:
            self.read()
            pid, status = self.ask(self._pid, os.WNOHANG | os.WUNTRACED)
            if pid and os.WIFSTOPPED(status):
                self.read()
                return
            assert time.monotonic() < until, f"the program goes on:\n{self.text}"

    def wait_until_given_back(self) -> None:
        """Waits until the program is stopped, and the terminal has read what it wrote before."""
        self.wait_until_stopped()
        self.wait_until(lambda: is_as_it_was(self), "the terminal is not as it was")

    def wait_for_end(self) -> int:
        """Waits until the program has ended, and returns its exit status."""
        until = time.monotonic() + _PATIENCE
        while self.status is None:
            self.read()
            pid, status = self.ask(self._pid, os.WNOHANG)
            if pid:
                self.status = os.waitstatus_to_exitcode(status)
            assert time.monotonic() < until, f"the program goes on:\n{self.text}"
        # The system passes on later what was written last; other programs may hold the terminal.
        until = time.monotonic() + _LEFT
        while not self._is_closed and time.monotonic() < until:
            self.read()
        return self.status


_MODES = (b"1049", b"1000", b"1003", b"2004", b"1004")
"""Of the terminal, which are switched on: the other screen, the mouse, pasting, the focus."""


def is_as_it_was(terminal: Terminal) -> bool:
    """Tells whether what was switched on was switched off after it, and the cursor is shown."""
    pairs = [(b"\x1b[?" + mode + b"h", b"\x1b[?" + mode + b"l") for mode in _MODES]
    pairs.append((b"\x1b[?25l", b"\x1b[?25h"))
    return all(terminal.sent.rfind(off) > terminal.sent.rfind(on) for on, off in pairs)


@contextmanager
def running(
    *arguments: str | Path,
    size: tuple[int, int] = (100, 30),
    script: str = "",
    kind: type[Terminal] = Terminal,
    folder: Path | None = None,
    **variables: str,
) -> Iterator[Terminal]:
    """Runs `debatemap` in a terminal of its own; kills it where it has not ended.

    Args:
        arguments: What stands after the program's name.
        size: The terminal's columns and lines.
        script: A program in Python to run instead.
        kind: The class of the terminal.
        folder: Where the program starts; here without it.
        variables: What to add to the environment.
    """
    pid, master = pty.fork()
    if pid == 0:  # pragma: no cover
        fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", size[1], size[0], 0, 0))
        if folder is not None:
            os.chdir(folder)
        for name in ("COLUMNS", "LINES", "NO_COLOR"):
            os.environ.pop(name, None)
            os.unsetenv(name)  # A debugger's readline sets the size where os.environ has none.
        os.environ.update({"TERM": "xterm-256color", "COLORTERM": "truecolor", **variables})
        program = Path(sys.executable).with_name("debatemap")
        found = [str(program)] if program.exists() else [sys.executable, "-m", "debatemap"]
        found = [sys.executable, "-c", script] if script else found
        command = [*found, *map(str, arguments)]
        os.execv(command[0], command)  # noqa: S606  (the program under test)
    with _ended(kind(pid, master, size)) as terminal:
        yield terminal


@contextmanager
def _ended(terminal: Each) -> Iterator[Each]:
    """Kills the program of a terminal where it has not ended, and closes the terminal."""
    try:
        yield terminal
    finally:
        if terminal.status is None:
            os.kill(terminal._pid, 9)
            terminal.ask(terminal._pid, 0)
        if terminal._master >= 0:
            os.close(terminal._master)


@contextmanager
def loaded(
    *arguments: str | Path,
    size: tuple[int, int] = (100, 30),
    kind: type[Terminal] = Terminal,
    folder: Path | None = None,
    script: str = "",
    **variables: str,
) -> Iterator[Terminal]:
    """Runs the program as `running` does, by a process that has loaded it already.

    To load it takes most of the time of a short look: only a test about its start needs that.
    """
    server = server_of_programs()
    master, inner = pty.openpty()
    fcntl.ioctl(inner, termios.TIOCSWINSZ, struct.pack("HHHH", size[1], size[0], 0, 0))
    environment = {**os.environ, "TERM": "xterm-256color", "COLORTERM": "truecolor"}
    for name in ("COLUMNS", "LINES", "NO_COLOR"):
        environment.pop(name, None)
    environment.update(variables)
    pid = server.start([*map(str, arguments)], folder or Path.cwd(), environment, inner, script)
    os.close(inner)
    with _ended(kind(pid, master, size)) as terminal:
        terminal.ask = server.ask
        yield terminal

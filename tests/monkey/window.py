"""A program in a pseudo-terminal that is sent input faster than a person could."""

import os
import select
import signal
import time
from pathlib import Path
from typing import Final

import pyte

from tests.growth import HANG
from tests.monkey.rest import Patience, is_at_rest, processor_seconds
from tests.tui.terminal import Terminal
from tests.tui.terminal_screen import KeptScreen

__all__ = ["HangError", "Window"]

_PATIENCE: Final = HANG
"""Seconds after which a program that answers nothing hangs, if it does not work either."""

_TO_TELL: Final = 20.0
"""Seconds after which a program will not tell any more what it waits for."""

_STILL: Final = 0.15
"""Seconds without output and without work after which a screen is drawn."""

_LOOKS: Final = 5
"""How often in that time the program is looked at."""

_LEAST_WORK: Final = 0.03
"""Seconds of the processor in that time which a program takes that only looks whether to work."""

_ROUNDS: Final = 8
"""Times that it is tried to leave what is open; a program that then shows no help is deaf."""


class HangError(Exception):
    """The program answers no more; the message says to what."""


class Window(Terminal):
    """A terminal that draws nothing until it is looked at, so that the program sets the pace.

    Attributes:
        tail: The end of what the program has written.
    """

    def __init__(self, pid: int, master: int, size: tuple[int, int]) -> None:
        super().__init__(pid, master, size)
        self.tail = b""
        self._is_watched = False

    def draw(self, data: bytes) -> None:
        """Draws what the program wrote, while somebody looks."""
        self.tail = (self.tail + data)[-100_000:]
        self.sent = b""
        if self._is_watched:
            super().draw(data)

    @property
    def is_running(self) -> bool:
        """Whether the program has not ended; one that ctrl+z stopped goes on, as after `fg`."""
        if self.status is None:
            pid, status = self.ask(self._pid, os.WNOHANG | os.WUNTRACED)
            if pid and os.WIFSTOPPED(status):
                self.signal(signal.SIGCONT)
            elif pid:
                self.status = os.waitstatus_to_exitcode(status)
        return self.status is None

    def send(self, data: bytes) -> None:
        """Sends bytes while the program takes them.

        Raises:
            HangError: It took none for long.
        """
        patience = Patience(self._pid, _PATIENCE)
        while data and self.is_running:
            _, ready, _ = select.select([], [self._master], [], 0.05)
            if ready:
                try:
                    data = data[os.write(self._master, data[:1024]) :]
                except OSError:
                    return
                patience = Patience(self._pid, _PATIENCE)
            self.pump(0.0)
            if patience.is_over:
                raise HangError("it takes no more input")

    def pump(self, seconds: float) -> bool:
        """Takes what the program writes in some time; tells whether it wrote something."""
        before = self.tail
        self.read(max(seconds, 0.001))
        return self.tail is not before

    def look(self) -> None:
        """Shows the screen from now on, drawn anew.

        Raises:
            HangError: Nothing was drawn.
        """
        self.settle()
        self._is_watched = True
        self.screen = KeptScreen(100, 30)
        self._stream = pyte.Stream(self.screen)
        self._draw_anew()

    def _draw_anew(self) -> None:
        """Waits until the program answers to another size, and to its own again."""
        for size in ((98, 29), (100, 30)):
            self.resize(*size)
            self._expect("a new size")

    def find_help(self) -> None:
        """Leaves whatever is open, as a user would, and asks for the help.

        Raises:
            HangError: The help was never shown.
        """
        for tried in range(_ROUNDS):
            # Escape leaves; with "d", what is being written is dropped where that is asked.
            for keys in ("\x1b", "d", "\x1b", "\x1b", "\x1bOP"):
                self.send(keys.encode())
                self.settle()
                # One that is busy draws nothing either, and would take Escape and a key for one.
                self._draw_anew()
            # A busy machine may be far behind with keys, although it has drawn a new size.
            if self._shows_help(_STILL * 2**tried):
                return
        shown = "\n".join(line.rstrip() for line in self.screen.display)
        raise HangError(f"it shows no help any more, but this:\n{shown}")

    def _shows_help(self, seconds: float) -> bool:
        """Waits some time for the help, and tells whether it is shown, or the program has ended."""
        until = time.monotonic() + seconds
        while self.is_running and "Move" not in self._words():
            if time.monotonic() > until:
                return False
            self.pump(_STILL)
        return True

    def settle(self) -> None:
        """Waits until the program draws nothing more, and does nothing more that it might draw.

        Raises:
            HangError: It never stops.
        """
        patience = Patience(self._pid, _PATIENCE)
        while self.is_running and not self._is_still():
            if patience.is_over:
                raise HangError("it draws without end")

    def _is_still(self) -> bool:
        """Tells whether the program neither draws nor works for a moment.

        One that a busy machine lets wait draws nothing either, and is far from done.
        """
        before = processor_seconds(self._pid)
        for _ in range(_LOOKS):
            if self.pump(_STILL / _LOOKS) or not is_at_rest(self._pid):
                return False
        return processor_seconds(self._pid) - before < _LEAST_WORK

    def end(self, number: int) -> int:
        """Sends a signal, and returns the exit status.

        Raises:
            HangError: The program goes on.
        """
        if self.is_running:
            self.signal(number)
        patience = Patience(self._pid, _PATIENCE)
        while self.is_running:
            self.pump(0.02)
            if patience.is_over:
                raise HangError(f"it goes on after {signal.Signals(number).name}")
        self.pump(0.02)
        return self.status if self.status is not None else 0

    def state_of_program(self, file: Path) -> str:
        """Returns what the program waits for, as it writes it down where it is able to."""
        file.unlink(missing_ok=True)
        until = time.monotonic() + _TO_TELL
        if self.is_running:
            self.signal(signal.SIGUSR1)
        while self.is_running and not file.exists() and time.monotonic() < until:
            self.pump(0.02)
        return file.read_text() if file.exists() else ""

    def _expect(self, what: str) -> None:
        patience = Patience(self._pid, _PATIENCE)
        while self.is_running and not self.pump(0.1):
            if patience.is_over:
                raise HangError(f"it draws nothing after {what}")
        self.settle()

    def _words(self) -> str:
        try:
            return self.text
        except IndexError:  # pyte shows no line with half a wide letter.
            return ""

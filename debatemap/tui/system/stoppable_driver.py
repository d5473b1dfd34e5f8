"""How the program stops as job control asks, and goes on.

Textual gives the terminal back within the signal's handler, which Python calls between any two of
its instructions: while the screen is being drawn, the handler waits for a lock that only the code
beneath it could release, and the program neither stops nor answers. Here the handler only asks the
event loop, which does it between two of its jobs.
"""

import asyncio
from typing import Any

from textual.drivers.linux_driver import LinuxDriver

from debatemap.core.platform import is_in_background, stop

__all__ = ["StoppableDriver"]


class StoppableDriver(LinuxDriver):
    """A driver that stops with ctrl+z or `kill -TSTP`, and goes on with `fg` or `kill -CONT`."""

    def __init__(self, *arguments: Any, **named: Any) -> None:  # noqa: ANN401  (Textual's own)
        self._loop_of_app = asyncio.get_running_loop()
        self._is_stop_due = False
        super().__init__(*arguments, **named)

    @property
    def _is_deaf(self) -> bool:
        """Whether nobody takes what is written any more."""
        return self._writer_thread is None or not self._writer_thread.is_alive()

    @property
    def _has_terminal(self) -> bool:
        """Whether the program draws on the terminal now, and no other, as an editor, has it."""
        return self._auto_restart and not self._is_deaf and self._loop_of_app.is_running()

    def _sigtstp_application(self, *_: object) -> None:
        """Has the program stop: at once where there is no terminal to give back."""
        if not self._has_terminal:
            stop()
        elif not self._is_stop_due:
            self._is_stop_due = True
            self._loop_of_app.call_soon_threadsafe(self._stop_without_terminal)

    def _sigcont_application(self, *_: object) -> None:
        """Has the program draw anew after a stop that it was not told of, as by SIGSTOP."""
        if self._has_terminal:
            self._loop_of_app.call_soon_threadsafe(self._take_terminal_again)

    def _stop_without_terminal(self) -> None:
        had_terminal = self._has_terminal
        if had_terminal:
            self.suspend_application_mode()
        self._is_stop_due = False
        stop()
        if had_terminal:
            self._take_terminal()

    def _take_terminal_again(self) -> None:
        if self._has_terminal:
            self.suspend_application_mode()
            self._take_terminal()

    def _take_terminal(self) -> None:
        """Draws anew, once the program is in the foreground."""
        while is_in_background(self.fileno):
            stop()
        self._must_signal_resume = True
        self.resume_application_mode()

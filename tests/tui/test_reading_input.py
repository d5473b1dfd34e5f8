"""What comes from a terminal is read as it was sent, however late a busy machine lets it be."""

import os
import time
from collections.abc import Iterator
from itertools import count
from threading import Event, Thread
from typing import TYPE_CHECKING

import pytest
from textual import _parser
from textual.events import Key, Paste
from textual.message import Message

from tests.growth import HANG
from tests.posix import pty

if TYPE_CHECKING:
    from debatemap.tui.system.terminal_driver import TerminalDriver

pytestmark = pytest.mark.skipif(pty is None, reason="it reads from a POSIX terminal")


class Reading:
    """The thread that reads from a terminal, and what it has read."""

    def __init__(self, driver: "TerminalDriver", main: int) -> None:
        self.main, self.found = main, list[Message]()
        self.goes_on, self.has_begun = Event(), Event()
        driver.process_message = self._take  # type: ignore[method-assign]
        self.thread = Thread(target=driver.run_input_thread, daemon=True)

    def _take(self, message: Message) -> None:
        self.found.append(message)
        self.has_begun.set()
        self.goes_on.wait(HANG)

    def until(self, last: str) -> list[str]:
        """Waits for a key, and returns what has come: keys by their names, and pasted text."""
        end = time.monotonic() + HANG
        while not (self.told and self.told[-1] == last) and time.monotonic() < end:
            time.sleep(0.001)
        return self.told

    @property
    def told(self) -> list[str]:
        return [
            f"<{each.text}>" if isinstance(each, Paste) else each.key
            for each in self.found
            if isinstance(each, Key | Paste)
        ]


@pytest.fixture
def reading() -> Iterator[Reading]:
    from debatemap.tui.system.terminal_answers import TerminalAnswers  # noqa: PLC0415  (POSIX only)
    from debatemap.tui.system.terminal_driver import TerminalDriver  # noqa: PLC0415  (POSIX only)

    main, inner = pty.openpty()
    os.set_blocking(main, True)
    driver = TerminalDriver.__new__(TerminalDriver)
    driver._debug, driver.fileno, driver.exit_event = False, inner, Event()
    driver._answers = TerminalAnswers(lambda _: None)
    found = Reading(driver, main)
    yield found
    driver.exit_event.set()
    found.goes_on.set()
    found.thread.join(HANG)
    os.close(main)
    os.close(inner)


def raw(reading: Reading) -> None:
    """Has the terminal pass on each byte as it comes."""
    import tty  # noqa: PLC0415  (POSIX only)

    tty.setraw(reading.main)
    reading.thread.start()


def test_an_escape_is_no_key_while_the_rest_of_its_sequence_waits(
    reading: Reading, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Between any two steps the machine does other work, for longer than an escape waits.
    monkeypatch.setattr(_parser, "get_time", count(0.0, 0.2).__next__)
    raw(reading)
    os.write(reading.main, b"c\x1b")
    assert reading.has_begun.wait(HANG)
    os.write(reading.main, b"[200~dd\x1b[201~q")
    reading.goes_on.set()
    assert reading.until("q") == ["c", "<dd>", "q"]


def test_an_escape_that_nothing_follows_is_a_key(reading: Reading) -> None:
    raw(reading)
    reading.goes_on.set()
    os.write(reading.main, b"c\x1b")
    assert reading.until("escape") == ["c", "escape"]
    os.write(reading.main, b"[200~dd\x1b[201~q")
    assert reading.until("q") == ["c", "escape", "<dd>", "q"]

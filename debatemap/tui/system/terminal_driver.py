"""The program's way to the terminal, where that of Textual would end with an error or a hang.

A byte that is no UTF-8, as from a terminal of another encoding, is no reason to end. A terminal
that is gone is: without this, its last words would be read again and again, and what is written
to it would fill a queue that nobody empties.
"""

import asyncio
import os
import re
import selectors
from codecs import getincrementaldecoder
from collections.abc import Iterable
from time import sleep
from typing import TYPE_CHECKING, Any, Final

from textual._ansi_sequences import SYNC_END, SYNC_START
from textual.events import Paste
from textual.geometry import Size
from textual.message import Message

from debatemap.core.platform import HANG_UP, cell_of, typed_ahead
from debatemap.tui.system.key_parser import KeyParser
from debatemap.tui.system.pastes import Pasted, Pastes
from debatemap.tui.system.stoppable_driver import StoppableDriver
from debatemap.tui.system.terminal_answers import QUESTION, SIZES, TerminalAnswer, TerminalAnswers

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["TerminalDriver"]

_AT_ONCE: Final = 4_096
_PATIENCE: Final = 0.1
_UNTIL_SILENT: Final = 2.0
"""Seconds that the terminal has for an answer, as over a slow line."""
_TURN: Final = 0.0001
"""Seconds for which a frame that is drawn lets the thread go first that writes it."""
_DRAWS: Final = re.compile(r"\x1b\[\d+;\d+H")
"""How what is drawn begins: at a cell."""


class TerminalDriver(StoppableDriver):
    """Reads keys from the terminal and draws on it."""

    _drawn = ""
    _frame: list[str] | None = None
    _answer: "asyncio.Future[TerminalAnswer] | None" = None

    def __init__(self, *arguments: Any, **named: Any) -> None:  # noqa: ANN401  (Textual's own)
        super().__init__(*arguments, **named)
        self._answers = TerminalAnswers(self._answered)

    async def ask_terminal(self) -> TerminalAnswer:
        """Returns what the terminal says of itself; that it can do nothing if it says nothing."""
        answer = await self._ask(QUESTION)
        if not answer.has_sixel:
            return answer
        answer = await self._ask(SIZES)
        return answer if answer.cell else answer._replace(cell=Size(*cell_of(self.fileno)))

    async def _ask(self, question: str) -> TerminalAnswer:
        self._answer = self._loop_of_app.create_future()
        self._answers.is_awaited = True
        self.write(question)
        self.flush()
        try:
            return await asyncio.wait_for(self._answer, _UNTIL_SILENT)
        except TimeoutError:
            return TerminalAnswer()
        finally:
            self._answers.is_awaited, self._answer = False, None

    def _answered(self, answer: TerminalAnswer) -> None:
        """Passes on what the terminal has said, from the thread that reads."""
        self._loop_of_app.call_soon_threadsafe(self._pass_on, answer)

    def _pass_on(self, answer: TerminalAnswer) -> None:
        if self._answer is not None and not self._answer.done():
            self._answer.set_result(answer)

    def write(self, data: str) -> None:
        """Draws, unless the terminal is gone; what was drawn last is not drawn over itself.

        A dialog that ends has the screen behind it drawn twice, and the details of another claim
        are; a slow line has to carry that. What stands between the marks of a frame is written as
        one, or a thread would wait three times for its turn.
        """
        if self._is_deaf or data == self._drawn:
            return
        if data == SYNC_START:
            self._frame = []
        elif data == SYNC_END:
            frame, self._frame = self._frame, None
            if frame:
                super().write("".join([SYNC_START, *frame, SYNC_END]))
        else:
            self._drawn = data if _DRAWS.match(data) else ""
            if self._frame is not None:
                self._frame.append(data)
            else:
                super().write(data)

    def flush(self) -> None:
        """Lets the thread that writes go first, before what follows a frame is worked out."""
        if not self._is_deaf:
            sleep(_TURN)

    def close(self) -> None:
        """Ends the writing."""
        if not self._is_deaf:
            super().close()

    def _run_input_thread(self) -> None:
        """Reads keys; an error ends the program and is logged with where it comes from."""
        try:
            self.run_input_thread()
        except Exception as error:  # noqa: BLE001  (the app ends with it)
            self._loop_of_app.call_soon_threadsafe(
                self._app._handle_exception,  # noqa: SLF001  (as Textual does for its handlers)
                error,
            )

    def run_input_thread(self) -> None:
        """Reads keys until the program ends, or the terminal is gone."""
        parser = KeyParser(self._debug)
        decode, pastes = getincrementaldecoder("utf-8")("ignore").decode, Pastes()
        early = typed_ahead(self.fileno)
        with selectors.SelectSelector() as selector:
            selector.register(self.fileno, selectors.EVENT_READ)
            while not self.exit_event.is_set():
                is_silent = not selector.select(_PATIENCE)
                if not is_silent:
                    data = self._read()
                    if not data:
                        self._hang_up()
                        return
                    if early:
                        # Before, the terminal made line feeds of what Enter sends.
                        data = data[:early].replace(b"\n", b"\r") + data[early:]
                        early = max(0, early - len(data))
                    parts = pastes.split(decode(data))
                else:
                    parts = pastes.rest()
                for part in parts:
                    for event in self._events(part, parser):
                        self.process_message(event)
                if is_silent:
                    held = self._answers.rest()
                    # Time alone makes no key of an escape: what it begins may be there to be read.
                    for event in (*(parser.feed(held) if held else ()), *parser.tick()):
                        self.process_message(event)

    def _events(self, part: str | Pasted, parser: KeyParser) -> Iterable[Message]:
        """Returns what the user has done; what the terminal has answered is taken out."""
        if isinstance(part, Pasted):
            return [Paste(part.text)]
        keys = self._answers.taken_from(part)
        return parser.feed(keys) if keys else ()

    def _read(self) -> bytes:
        try:
            return os.read(self.fileno, _AT_ONCE)
        except OSError:
            return b""

    def _hang_up(self) -> None:
        end: Callable[[int], None] = self._app.end_by_signal  # type: ignore[attr-defined]
        self._loop_of_app.call_soon_threadsafe(end, HANG_UP)

"""One session of the monkey: a map is opened, input is sent, and what came of it is looked at."""

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Final

from debatemap.core.errors import MapError
from debatemap.formats.native.codec import parse
from tests.monkey.inputs import Input, as_bytes
from tests.monkey.outside import change_from_outside
from tests.monkey.window import HangError, Window
from tests.tui.program_state import VARIABLE
from tests.tui.terminal import loaded, running

__all__ = ["ENDINGS", "Outcome", "Session", "play"]

ENDINGS: Final = (signal.SIGTERM, signal.SIGHUP, signal.SIGKILL)
"""How a session ends where the input has not ended it."""

_EXPECTED: Final = {0, 130, *(128 + n for n in ENDINGS), *(-n for n in (*ENDINGS, signal.SIGINT))}


_BEFORE_A_PAUSE: Final = 25
"""Inputs that are sent before the program may come to rest."""


@dataclass
class Outcome:
    """What came of a session.

    Attributes:
        sent: What was sent.
        seconds: How long it was sent for.
        ended: Whether the input ended the program.
        faults: What must never be, in words: the first word is its kind.
        log: The crash log, where there is one; what a program waits for that hangs.
        before: The map as it was opened.
    """

    sent: list[Input] = field(default_factory=list)
    seconds: float = 0.0
    ended: bool = False
    faults: list[str] = field(default_factory=list)
    log: str = ""
    before: bytes = b""

    def keep(self, folder: Path, name: str) -> None:
        """Keeps what is needed to look into a fault, and to play the session again."""
        folder.mkdir(parents=True, exist_ok=True)
        (folder / f"{name}.json").write_text(json.dumps([self.faults, self.sent]))
        (folder / f"{name}.map.json").write_bytes(self.before)
        if self.log:
            (folder / f"{name}.log").write_text(self.log)


@dataclass(frozen=True)
class Session:
    """Where a session plays.

    Attributes:
        file: The map.
        home: A home of its own: settings, state, and what a shell would set.
        script: A program in Python to run instead of the installed one.
    """

    file: Path
    home: Path
    script: str = ""

    @property
    def variables(self) -> dict[str, str]:
        """The environment of the program."""
        places = {f"XDG_{what}_HOME": str(self.home / what.lower())
                  for what in ("STATE", "CONFIG", "DATA", "CACHE")}  # fmt: skip
        true = shutil.which("true") or "true"
        told = {VARIABLE: str(self.home / "state-of-program")}
        return {"HOME": str(self.home), "EDITOR": true, "BROWSER": true, **places, **told}

    @property
    def state(self) -> Path:
        """The folder of state."""
        return self.home / "state"

    def crash_logs(self) -> list[Path]:
        """Returns the logs that crashes have left."""
        return sorted(self.state.rglob("crash-*.log"))


def play(session: Session, given: Iterable[Input], *, seconds: float, ending: int) -> Outcome:
    """Opens the map, sends input for some time, ends the program and looks at what is left.

    Args:
        session: Where.
        given: The input; its end ends the session too.
        seconds: How long input is sent for at most.
        ending: The signal that ends it.
    """
    outcome = Outcome(before=session.file.read_bytes())
    for log in session.crash_logs():
        log.unlink()
    run = partial(running, script=session.script) if session.script else loaded
    with run(
        session.file,
        size=(100, 30),
        kind=Window,
        # A map may be saved under any name that was typed, beside where the program starts.
        folder=session.file.parent,
        **session.variables,
    ) as window:
        assert isinstance(window, Window)
        began = time.monotonic()
        try:
            _send(session, window, given, outcome, began + seconds)
            outcome.seconds = time.monotonic() - began
            outcome.ended = not window.is_running
            if not outcome.ended:
                window.look()
                window.find_help()
            status = window.end(ending)
        except HangError as error:
            outcome.faults.append(f"hang: {error}")
            outcome.log = window.state_of_program(session.home / "state-of-program")
            return outcome
        # An interrupt may end Python itself, before the program has begun.
        is_told = b"Traceback" in window.tail and status != -signal.SIGINT
        if status not in _EXPECTED or is_told:
            end = window.tail[-300:].decode("utf-8", "replace")
            outcome.faults.append(f"crash: status {status}: {end!r}")
    outcome.log = "\n".join(log.read_text() for log in session.crash_logs())
    if outcome.log:
        outcome.faults.append(f"crash log: {outcome.log.strip().splitlines()[-1]}")
    outcome.faults += _faults_of_files(session)
    return outcome


def _send(
    session: Session, window: Window, given: Iterable[Input], outcome: Outcome, until: float
) -> None:
    for each in given:
        if time.monotonic() > until or not window.is_running:
            return
        outcome.sent.append(each)
        if len(outcome.sent) % _BEFORE_A_PAUSE == 0:
            # The program takes in whatever comes, so that a backlog would grow without end.
            window.settle()
        if each[0] == "wait":
            window.pump(each[1])
        elif each[0] == "resize":
            window.resize(each[1], each[2])
        elif each[0] == "outside":
            change_from_outside(each[1], session.file, session.state)
        else:
            window.send(as_bytes(each))


def _faults_of_files(session: Session) -> list[str]:
    faults = []
    for file in sorted(session.file.parent.glob("*.json")):
        try:
            parse(file.read_bytes())
        except MapError as error:
            faults.append(f"invalid file: {file.name}: {error}")
    command = [sys.executable, "-m", "debatemap", "check", str(session.file)]
    done = subprocess.run(
        command, capture_output=True, text=True, timeout=300, check=False,
        env={**os.environ, **session.variables},
    )  # fmt: skip
    if done.returncode not in {0, 1} or "Traceback" in done.stderr:
        faults.append(f"check: status {done.returncode}: {done.stderr[-300:]}")
    return faults

"""Hang up on the program, end it, close its terminal, send it rubbish, make it fail."""

import signal
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Final, NamedTuple

from debatemap.formats.native.codec import dump
from debatemap.store.leftovers import left_behind
from debatemap.workspace.session import open_session
from tests.torture.report import Report
from tests.torture.torture import Torture
from tests.tui.maps import rain
from tests.tui.terminal import Terminal, is_as_it_was, running

__all__ = ["CRASHING", "signals"]

_TIMES: Final = 30
"""A program on a screen takes a second to start and to end: it is tried this many times less."""

_RUBBISH: Final = (b"\xff", b"\xc3(", b"\xe2\x82", b"\xf0\x28\x8c\x28", b"\xed\xa0\x80")

CRASHING: Final = """
import sys
from debatemap.cli import main
from debatemap.tui.features.actions import ACTIONS
def fail(screen):
    raise ValueError("a \\x1b[31mbug")
ACTIONS["statistics"] = fail
main(sys.argv[1:])
"""
"""The program with an error in it, which `g i` finds."""


class _Case(NamedTuple):
    """A way to end.

    Attributes:
        name: What is done to the program.
        act: Does it.
        status: How the program must end.
        is_seen: Whether there is a terminal left to be looked at.
        script: The program, where it is another one.
    """

    name: str
    act: Callable[[Terminal], None]
    status: int
    is_seen: bool = True
    script: str = ""


def _send_rubbish(terminal: Terminal) -> None:
    for data in _RUBBISH:
        terminal.send(data)
        terminal.read(0.1)
    # It goes on, and then is ended from outside, as what is unsaved would be asked about.
    terminal.press("jk")
    terminal.read(0.1)
    terminal.signal(signal.SIGTERM)


_CASES: Final = (
    *(
        _Case(number.name, partial(Terminal.signal, number=number), 128 + number)
        for number in (signal.SIGHUP, signal.SIGINT, signal.SIGTERM)
    ),
    _Case("closed terminals", Terminal.hang_up, 129, is_seen=False),
    _Case("times rubbish", _send_rubbish, 143),
    _Case("crashes", lambda terminal: terminal.press("gi"), 1, script=CRASHING),
)


def signals(torture: Torture) -> Report:
    """Ends a program with unsaved edits in each way that is not the user's own."""
    report = Report("signals")
    for case in _CASES:
        for _ in range(max(1, torture.sizes.kills // _TIMES)):
            with torture.home() as folder:
                path = folder / "map.json"
                path.write_bytes(dump(rain()))
                _end(report, case, path)
            report.count(case.name)
    return report


def _end(report: Report, case: _Case, path: Path) -> None:
    before = path.read_bytes()
    with running(path, script=case.script) as terminal:
        terminal.wait_for("The weather", "▌")
        terminal.press("j~")
        terminal.wait_for("● unsaved")
        case.act(terminal)
        status = terminal.wait_for_end()
        report.must(f"{case.name}: it ended with {status}", held=status == case.status)
        whole = not case.is_seen or is_as_it_was(terminal)
        report.must(f"{case.name}: the terminal is not as it was", held=whole)
        report.must(f"{case.name}: a traceback", held="Traceback" not in terminal.text)
    kept = [len(left.changes) for left in left_behind(open_session(path).origin)]
    report.must(f"{case.name}: the journal holds {kept} edits, not one", held=kept == [1])
    report.must(f"{case.name}: the file is another", held=path.read_bytes() == before)

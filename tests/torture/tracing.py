"""Let each system call of a save fail, or be the last one: `strace` does it, where it may."""

import ctypes
import os
import re
import shutil
import signal
import subprocess
from collections.abc import Callable
from itertools import count
from pathlib import Path
from traceback import format_exception
from typing import Final, NamedTuple

from debatemap.core.errors import MapError
from debatemap.workspace.session import open_session
from tests.torture.faults import ERRORS
from tests.torture.report import Report
from tests.torture.sample import leftovers
from tests.torture.scenes import SAVES, Recording, Saving, wrong
from tests.torture.torture import Torture

__all__ = ["traced_faults"]

_KILL: Final = "KILL"
_CALL: Final = re.compile(r"^\d+ +([a-z0-9_]+)\(", re.MULTILINE)
_NO_FILE_CALLS: Final = {"mmap", "munmap", "ioctl"}
_CHANGING: Final = {"openat", "write", "fsync", "fdatasync", "rename", "ftruncate"}
_TRACEBACK: Final = "traceback"
_SAVED, _REFUSED, _CRASHED = range(3)
_GO: Final = signal.SIGUSR1
_ANY_TRACER: Final = 0x59616D61
"""Of `prctl`: another process than the parent may trace this one."""


class _Act(NamedTuple):
    """What the traced process does, and what its parent looks at afterwards.

    Attributes:
        do: Does it; tells whether it is said to have worked.
        wrong: Returns what must not be, given whether it is said to have worked.
        path: The map.
    """

    do: Callable[[], bool]
    wrong: Callable[[bool], str]
    path: Path


def traced_faults(torture: Torture) -> Report:
    """Injects errors and kills into system calls."""
    report = Report("every file call fails or is the last, by strace")
    if shutil.which("strace") is None:
        report.skip("strace is not installed")
        return report
    report.count("injected faults", 0)
    report.count("kills", 0)
    _warm_up(torture)
    # Which error it is makes little difference, and each try starts strace: the faults that are
    # raised in the process itself go through more of them.
    errors = ERRORS[: torture.sizes.errors if torture.sizes.traced else 1]
    for name, act in _acts().items():
        calls, trouble = _calls_of(torture, act)
        if trouble:
            report.skip(f"strace may not trace here: {trouble}")
            return report
        for call in sorted(calls if torture.sizes.traced else calls & _CHANGING):
            for error in (_KILL, *errors):
                _until_none_is_left(torture, report, (name, act), (call, error))
    return report


def _acts() -> dict[str, Callable[[Path], _Act]]:
    acts = {name: _saving(scene) for name, scene in SAVES.items()}
    return {**acts, "an edit is journaled": _editing, "a journal is cut": _cutting}


def _saving(scene: Callable[[Path], Saving]) -> Callable[[Path], _Act]:
    def act(folder: Path) -> _Act:
        saving = scene(folder)
        return _Act(saving.save, lambda saved: wrong(saving, saved=saved), saving.path)

    return act


def _editing(folder: Path) -> _Act:
    recording = Recording(folder)
    return _Act(lambda: recording.edit("two"), _lost(recording, "two"), recording.saving.path)


def _cutting(folder: Path) -> _Act:
    recording = Recording(folder)
    return _Act(recording.cut, _lost(recording, "one"), recording.saving.path)


def _lost(recording: Recording, acknowledged: str) -> Callable[[bool], str]:
    def wrong(kept: bool) -> str:  # noqa: FBT001  (as `_Act` has it)
        lost = {"one", *([acknowledged] if kept else [])} - recording.found()
        return f"lost {sorted(lost)}" if lost else ""

    return wrong


def _warm_up(torture: Torture) -> None:
    """Lets Python load what it loads only at the first save, so that no import is hit."""
    with torture.swift_home() as folder:
        saving = SAVES["a file is replaced"](folder)
        saving.save()
        saving.session.save(overwrite=True)


def _until_none_is_left(
    torture: Torture,
    report: Report,
    named: tuple[str, Callable[[Path], _Act]],
    fault: tuple[str, str],
) -> None:
    name, act = named
    call, error = fault
    for number in count(1):
        kind = "signal=KILL" if error == _KILL else f"error={error}"
        hit, mishap = _play(torture, act, call, f"{call}:{kind}:when={number}")
        if not hit:
            return
        report.count("kills" if error == _KILL else "injected faults")
        report.must(f"{name}: {call} {number}: {error}: {mishap}", held=not mishap)


def _calls_of(torture: Torture, act: Callable[[Path], _Act]) -> tuple[set[str], str]:
    """Returns the names of the file calls that are made, or why that cannot be seen."""
    with torture.swift_home() as folder:
        done = _traced(act(folder), folder, ["-e", "trace=%file,%desc"])
    return set(_CALL.findall(done.log)) - _NO_FILE_CALLS, done.trouble


def _play(torture: Torture, act: Callable[[Path], _Act], call: str, fault: str) -> tuple[bool, str]:
    """Returns whether there was a call to be hit, and what went wrong."""
    with torture.swift_home() as folder:
        played = act(folder)
        done = _traced(played, folder, ["-e", f"trace={call}", "-e", f"inject={fault}"])
        if done.code == -signal.SIGKILL:
            return True, played.wrong(False) or _next_start(played)  # noqa: FBT003  (as `_Act` has it)
        if done.trouble or done.code not in {_SAVED, _REFUSED}:
            raised = folder / _TRACEBACK
            how = raised.read_text() if raised.exists() else f"it ended with {done.code}"
            return True, done.trouble or how
        return "(INJECTED)" in done.log, played.wrong(done.code == _SAVED)


def _next_start(played: _Act) -> str:
    """Returns what a program that is started after a kill stumbles over."""
    if not played.path.exists():
        return ""
    try:
        open_session(played.path)
    except MapError as error:
        # What was put aside was found already; else this is not reached.
        return "" if played.path.stat().st_nlink > 1 else str(error)
    left = leftovers(played.path.parent)
    return f"left behind: {left}" if left else ""


class _Done(NamedTuple):
    """What came of a traced process: its exit code, its calls, and why it was not traced."""

    code: int
    log: str
    trouble: str = ""


def _traced(act: _Act, folder: Path, options: list[str]) -> _Done:
    reading, writing = os.pipe()
    process = os.fork()
    if process == 0:
        _wait_and_do(act, writing)
    os.close(writing)
    with os.fdopen(reading, "rb") as ready:
        ready.read(1)
    log = folder.parent / "strace"
    command = ["strace", "-f", "-p", str(process), "-o", str(log), *options]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as strace:
        said = strace.stderr.readline() if strace.stderr else ""
        os.kill(process, _GO)
        _, status = os.waitpid(process, 0)
        strace.wait()
    trouble = "" if "attached" in said else said.strip() or "strace said nothing"
    return _Done(
        os.waitstatus_to_exitcode(status), log.read_text() if log.exists() else "", trouble
    )


def _wait_and_do(act: _Act, ready: int) -> None:
    """Waits until somebody traces this process; ends it."""
    code = _CRASHED
    try:
        ctypes.CDLL(None).prctl(_ANY_TRACER, ctypes.c_ulong(-1), 0, 0, 0)
        # Told by a signal: a pipe would be one more file call to fail.
        signal.pthread_sigmask(signal.SIG_BLOCK, {_GO})
        os.write(ready, b"x")
        signal.sigwait({_GO})
        code = _SAVED if act.do() else _REFUSED
    except Exception as error:  # noqa: BLE001  (whatever it is, it is no error for people)
        act.path.with_name(_TRACEBACK).write_text("".join(format_exception(error)[-3:]))
    finally:
        os._exit(code)

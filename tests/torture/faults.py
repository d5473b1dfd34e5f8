"""Let each file call fail, one at a time, with each error that a disk has."""

import errno
import os
from collections.abc import Callable
from functools import partial
from itertools import count
from pathlib import Path
from typing import Any, Final

from tests.torture.calls import Call, between
from tests.torture.report import Report
from tests.torture.sample import leftovers
from tests.torture.scenes import SAVES, Recording, wrong
from tests.torture.torture import Torture

__all__ = ["ERRORS", "faults"]

ERRORS: Final = ("ENOSPC", "EIO", "EACCES", "EINTR", "EDQUOT", "EROFS", "EPERM")
_SHORT: Final = "a short write"
_CLEANING: Final = {"unlink", "close"}
"""Where these fail, a temporary file may be left, which the next start removes."""


class _Fault:
    """Lets the n-th call fail.

    Attributes:
        hit: The call that failed, or empty where there were fewer.
    """

    def __init__(self, number: int, error: str) -> None:
        self._rest = number
        self._error = error
        self.hit = ""

    def __call__(self, name: str, call: Call, given: tuple[Any, ...], named: dict[str, Any]) -> Any:  # noqa: ANN401  (what the call gives)
        if self._error == _SHORT and name != "write":
            return call(*given, **named)
        self._rest -= 1
        if self._rest != 0:
            return call(*given, **named)
        self.hit = name
        if self._error == _SHORT:
            return call(given[0], given[1][: len(given[1]) // 2 + 1])
        if name == "close":
            call(*given, **named)
        number = getattr(errno, self._error)
        raise OSError(number, os.strerror(number))


def faults(torture: Torture) -> Report:
    """Injects errors within the process, so that this is tried everywhere."""
    report = Report("every file call fails, within the process")
    report.count("injected faults", 0)
    for error in (*ERRORS[: torture.sizes.errors], _SHORT):
        for scene in SAVES:
            _until_none_is_left(report, error, partial(_save, torture, scene))
        for act in ("edit", "cut"):
            _until_none_is_left(report, error, partial(_record, torture, act))
    return report


def _until_none_is_left(report: Report, error: str, play: Callable[[_Fault], str]) -> None:
    for number in count(1):
        fault = _Fault(number, error)
        mishap = play(fault)
        if not fault.hit:
            return
        report.count("injected faults")
        report.must(f"{error} at call {number}, {fault.hit}: {mishap}", held=not mishap)


def _save(torture: Torture, scene: str, fault: _Fault) -> str:
    """Saves with a fault; returns what went wrong, or nothing."""
    with torture.swift_home() as folder:
        saving = SAVES[scene](folder)
        try:
            with between(fault):
                saved = saving.save()
        except Exception as error:  # noqa: BLE001  (whatever it is, it is no error for people)
            return f"{scene}: {error!r}"
        mishap = wrong(saving, saved=saved)
        if not mishap and not saved:
            mishap = _failed(saving.session.dirty, fault, folder)
            mishap = mishap or ("" if _saves_now(saving) else "it cannot be saved afterwards")
    return f"{scene}: {mishap}" if mishap else ""


def _failed(dirty: bool, fault: _Fault, folder: Path) -> str:  # noqa: FBT001  (a private step)
    if not dirty:
        return "it failed, and the map counts as saved"
    left = leftovers(folder) if fault.hit not in _CLEANING else []
    return f"left behind: {left}" if left else ""


def _saves_now(saving: Any) -> bool:  # noqa: ANN401  (a scene)
    saving.session.save(saving.path, overwrite=saving.old is None)
    return bool(saving.path.read_bytes() == saving.new)


def _record(torture: Torture, act: str, fault: _Fault) -> str:
    """Edits or saves a map with a journal and a fault; returns what went wrong, or nothing."""
    with torture.swift_home() as folder:
        recording = Recording(folder)
        try:
            with between(fault):
                recording.edit("two") if act == "edit" else recording.cut()
        except Exception as error:  # noqa: BLE001  (as above)
            return f"{act} with a journal: {error!r}"
        wanted = {"one", "two", "three"} if act == "edit" else {"one", "three"}
        if not recording.edit("three"):
            return f"the journal stays in trouble: {recording.trouble}"
        lost = wanted - recording.found()
    return f"{act} with a journal: lost {sorted(lost)}" if lost else ""

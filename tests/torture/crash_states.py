"""Cut the power after each file call, and look at every state that the disk may be in then."""

import os
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path

from debatemap.core.debate import Debate
from debatemap.core.errors import MapError
from debatemap.store.atomic import put_aside_for
from debatemap.workspace.session import open_session
from tests.torture.calls import between
from tests.torture.disk import Disk
from tests.torture.recovering import recover
from tests.torture.report import Report
from tests.torture.scenes import SAVES, Recording
from tests.torture.torture import Torture

__all__ = ["crash_states"]

State = Mapping[str, bytes]
_DRAMA = ("one", "two", "save", "three", "four", "save", "five")


def crash_states(torture: Torture) -> Report:
    """Tries all states of each kind of save, and of a journal that is written and cut."""
    report = Report("the power is cut")
    report.count("crash states", 0)
    for scene in SAVES:
        _save(torture, report, scene)
    _record(torture, report)
    return report


def _save(torture: Torture, report: Report, scene: str) -> None:
    with torture.swift_home() as folder:
        saving = SAVES[scene](folder)
        path, aside = os.path.realpath(saving.path), str(put_aside_for(saving.path))
        disk = Disk(folder.parent)
        with between(disk):
            saved = saving.save()
    report.must(f"{scene}: it is not saved", held=saved)
    for done, state in _states(report, disk):
        content = state.get(path)
        is_kept = content in {saving.old, saving.new} or state.get(aside) == saving.old
        where = f"{scene}, after call {done} of {len(disk.events)}"
        report.must(f"{where}: neither old nor new: {_short(content)}", held=is_kept)
        if done == len(disk.events):
            report.must(f"{where}: acknowledged, and old", held=content == saving.new)


def _states(report: Report, disk: Disk) -> Iterator[tuple[int, State]]:
    """Yields after how many calls the power goes, and what may be left then; each state once."""
    known: set[tuple[int, frozenset[tuple[str, bytes]]]] = set()
    end = len(disk.events)
    for done in range(end + 1):
        for state in disk.states(done):
            # Before the end nothing is acknowledged, so that the same state is the same case.
            key = (end if done == end else 0, frozenset(state.items()))
            if key not in known:
                known.add(key)
                report.count("crash states")
                yield done, state


def _record(torture: Torture, report: Report) -> None:
    with torture.swift_home() as folder:
        disk, kept = _played(folder)
        known: set[tuple[frozenset[str], frozenset[tuple[str, bytes]]]] = set()
        for done in range(len(disk.events) + 1):
            acknowledged = frozenset(key for key, when in kept.items() if when <= done)
            for state in disk.states(done):
                key = acknowledged, frozenset(state.items())
                if key in known:
                    continue
                known.add(key)
                report.count("crash states")
                mishap = _next_start(folder, state, acknowledged)
                report.must(f"a journal, after call {done}: {mishap}", held=not mishap)


def _played(folder: Path) -> tuple[Disk, dict[str, int]]:
    """Plays the drama; returns after how many calls each edit was acknowledged."""
    recording = Recording(folder, first="")
    disk, kept = Disk(folder.parent), {}
    with between(disk):
        for act in _DRAMA:
            if act == "save":
                recording.cut()
            elif recording.edit(act):
                kept[act] = len(disk.events)
    recording.end()
    return disk, kept


def _next_start(folder: Path, state: State, acknowledged: frozenset[str]) -> str:
    """Puts a state to the disk and opens the map; returns what is wrong with it, or nothing."""
    for old in folder.parent.iterdir():
        shutil.rmtree(old)
    folder.mkdir()
    for name, data in state.items():
        path = Path(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    try:
        debate = _recovered(folder / "map.json")
    except MapError as error:
        return str(error)
    lost = acknowledged - debate.claims.keys()
    return f"lost {sorted(lost)}" if lost else ""


def _recovered(path: Path) -> Debate:
    session = open_session(path)
    recover(session)
    return session.debate


def _short(content: bytes | None) -> str:
    return "nothing" if content is None else f"{len(content)} bytes, {content[:20]!r}…"

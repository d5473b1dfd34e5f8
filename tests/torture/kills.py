"""Kill the program at a random moment, start it again, and look for what it said was kept."""

import os
import select
import signal
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Final

from debatemap.core.errors import MapError
from debatemap.formats.native.codec import parse
from debatemap.store.atomic import put_aside_for
from debatemap.sync.merge.conflict import conflicts_in
from debatemap.workspace.session import open_session
from tests.torture.recovering import recover
from tests.torture.report import Report
from tests.torture.sample import (
    leftovers,
    numbered,
    said_by,
    texts_after,
    texts_of,
    write_map,
)
from tests.torture.torture import Torture

__all__ = ["editing", "saving", "saving_in_place"]

Say = Callable[[str, int], None]
_LONGEST: Final = 0.04
"""Seconds until the kill, from the start or from what was acknowledged last."""
_SAVES, _EDITS = 8, 60
"""How many are acknowledged before the kill at most: time alone lets a busy machine do none."""
_WAIT: Final = 1.0
"""Seconds that they are waited for, together."""
_EARLY: Final = 0.15
"""How many are killed while they open the map."""
_PATIENCE: Final = 60
_SAVE_EVERY: Final = 9


def saving(torture: Torture) -> Report:
    """Kills a program that edits and saves without end."""
    report = Report("kill −9 while saving")
    with torture.home() as folder:
        write_map(folder / "map.json", torture.sizes.claims)
        _torment(report, "saves", partial(_save_for_ever, folder / "map.json"), torture, _SAVES)
    return report


def saving_in_place(torture: Torture) -> Report:
    """Kills a program that saves a file with two names, which is not replaced."""
    report = Report("kill −9 while saving a file with two names")
    with torture.home() as folder:
        path = folder / "map.json"
        write_map(path, torture.sizes.claims)
        path.with_name("other.json").hardlink_to(path)
        _torment(report, "saves", partial(_save_for_ever, path), torture, _SAVES)
        report.must("the file has lost a name", held=path.stat().st_nlink == 2)
    return report


def editing(torture: Torture) -> Report:
    """Kills a program that edits with a journal, and saves now and then."""
    report = Report("kill −9 while editing")
    with torture.home() as folder:
        write_map(folder / "map.json")
        _torment(report, "edits", partial(_edit_for_ever, folder / "map.json"), torture, _EDITS)
    return report


def _torment(
    report: Report, what: str, child: Callable[[Say], None], torture: Torture, most: int
) -> None:
    """Starts, kills and starts again; nothing that was acknowledged may be missing then."""
    report.counts.update({"kills": 0, f"{what} acknowledged": 0, f"{what} lost": 0})
    last = 0
    for _ in range(torture.sizes.kills):
        lines, was_killed = _killed(child, torture, most)
        report.count("kills", was_killed)
        report.must(f"the program ended by itself: {lines[-1:]}", held=was_killed)
        for word, number in lines:
            if word == "found":
                report.count(f"{what} lost", max(0, last - number))
                report.must(f"{number} was found, {last} was acknowledged", held=number >= last)
                report.must(f"{number} was found after {last}", held=number <= last + 1)
            elif word == "kept":
                report.count(f"{what} acknowledged")
            else:
                report.count(word, number)
            last = number if word in {"found", "kept"} else last
        if not was_killed or (torture.control and report.failures):
            return


def _killed(
    child: Callable[[Say], None], torture: Torture, most: int
) -> tuple[list[tuple[str, int]], bool]:
    """Returns what a program said until it was killed, and whether it lived until then."""
    reading, writing = os.pipe()
    process = os.fork()
    if process == 0:
        _live(child, writing)
    os.close(writing)
    said = b""
    if torture.random.random() >= _EARLY:
        select.select([reading], [], [], _PATIENCE)
        said = _heard(reading, torture.random.randint(1, most))
    time.sleep(torture.random.uniform(0, _LONGEST))
    os.kill(process, signal.SIGKILL)
    _, status = os.waitpid(process, 0)
    with os.fdopen(reading, "rb") as rest:
        said += rest.read()
    parts = (line.rsplit(" ", 1) for line in said.decode().splitlines())
    return [(word, int(number)) for word, number in parts], os.WIFSIGNALED(status)


def _heard(reading: int, lines: int) -> bytes:
    """Returns what a program says until it is so many lines, or has taken too long."""
    said = b""
    end = time.monotonic() + _WAIT
    while said.count(b"\n") < lines and (left := end - time.monotonic()) > 0:
        if not select.select([reading], [], [], left)[0] or not (data := os.read(reading, 4096)):
            break
        said += data
    return said


def _live(child: Callable[[Say], None], writing: int) -> None:
    try:
        child(lambda word, number: _say(writing, word, number))
    except BaseException as error:  # noqa: BLE001  (a child never returns into its parent's work)
        _say(writing, f"{type(error).__name__}:{error}".replace("\n", " "), 1)
    os._exit(1)


def _say(writing: int, word: str, number: int) -> None:
    os.write(writing, f"{word} {number}\n".encode())


def _save_for_ever(path: Path, say: Say) -> None:
    left = len(leftovers(path.parent))
    _mend(path, say)
    session = open_session(path)
    if leftovers(path.parent):
        raise AssertionError("a temporary file outlives the next start")
    number = said_by(session.debate)
    if texts_of(session.debate) != texts_after(number):
        raise AssertionError(f"the map is not the one of save {number}")
    say("found", number)
    if left:
        say("files swept", left)
    while True:
        number += 1
        session.do(numbered(session.debate, number))
        session.save()
        say("kept", number)


def _mend(path: Path, say: Say) -> None:
    """Puts back what was put aside, where a file was torn that had to be written in place."""
    aside = put_aside_for(path)
    try:
        parse(path.read_bytes())
    except MapError:
        if not aside.exists():
            raise
        path.write_bytes(aside.read_bytes())
        say("files mended from what was put aside", 1)


def _edit_for_ever(path: Path, say: Say) -> None:
    session = open_session(path)
    session.keep_journal()
    recovered = recover(session)
    number = said_by(session.debate)
    if texts_of(session.debate) != texts_after(number):
        named = [conflict.path for conflict in conflicts_in(session.debate)]
        raise AssertionError(
            f"the map is not the one of edit {number}, {recovered} journals, conflicts: {named}"
        )
    say("found", number)
    if recovered:
        say("journals recovered", recovered)
    while True:
        number += 1
        session.do(numbered(session.debate, number))
        if session.journal is None or session.journal.trouble:
            raise AssertionError("the journal is in trouble")
        say("kept", number)
        if number % _SAVE_EVERY == 0:
            session.save()

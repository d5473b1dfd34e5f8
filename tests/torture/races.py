"""Several programs save one file at the same time; what each was told is saved must be in it."""

import itertools
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from random import Random
from threading import Event, Thread
from typing import Final

from debatemap.core.change import Change
from debatemap.core.errors import OutsideChangeError
from debatemap.core.model import Claim
from debatemap.formats.native.codec import dump, parse
from debatemap.workspace.session import open_session
from tests.growth import HANG
from tests.torture.report import Report
from tests.torture.torture import Torture
from tests.tui.maps import rain
from tests.tui.terminal import Terminal, running

__all__ = ["races"]

_SECONDS_A_KILL: Final = 0.2
"""The row lasts as long as the number of kills asks for: a minute where there are 300."""
_PAUSE: Final = 0.3
"""Seconds between two saves at most: a merge by the screen has to fit in once."""
_STEADY: Final = {"screen", "session 1", "session 2", "session 3", "session 4"}
_EDITOR: Final = "Enter accepts"
_PROGRAM: Final = (sys.executable, "-m", "debatemap")


class _Race:
    """What was acknowledged, by the kind of program, until the race is over."""

    def __init__(self, random: Random) -> None:
        self.saved: dict[str, list[str]] = {}
        self._random = random
        self._over = Event()

    @contextmanager
    def among(self, savers: Mapping[str, Callable[[str], bool]], pause: float) -> Iterator[None]:
        """Has programs save claims, each one after another, beside what is done within."""
        self._over.clear()
        threads = [Thread(target=self._run, args=(*saver, pause)) for saver in savers.items()]
        for thread in threads:
            thread.start()
        try:
            yield
        finally:
            self._over.set()
            for thread in threads:
                thread.join()

    def have_saved(self, kinds: set[str]) -> bool:
        """Tells whether each of some kinds of program has saved something."""
        return all(self.saved.get(kind) for kind in kinds)

    def _run(self, kind: str, save: Callable[[str], bool], pause: float) -> None:
        saved = self.saved.setdefault(kind, [])
        for number in itertools.count():
            if self._over.is_set():
                return
            text = f"Saved by {kind}, {number}."
            if save(text):
                saved.append(text)
            time.sleep(self._random.uniform(0, pause))


def races(torture: Torture) -> Report:
    """Has a screen, commands, git's merge driver and two sessions save one map."""
    report = Report("several programs save one file")
    seconds = torture.sizes.kills * _SECONDS_A_KILL
    with torture.home() as folder:
        path = folder / "map.json"
        path.write_bytes(dump(rain()))
        race = _Race(torture.random)
        tight = {name: partial(_by_session, path) for name in ("session 1", "session 2")}
        with race.among(tight, 0):
            time.sleep(seconds / 3)
        others = {
            **{name: partial(_by_session, path) for name in ("session 3", "session 4")},
            "command": partial(_by_command, path),
            "merge driver": partial(_by_driver, path, folder),
        }
        with running(path, size=(160, 24)) as terminal:
            terminal.wait_for("Rain is good.")
            with race.among(others, _PAUSE):
                _race_on_screen(race, terminal, seconds)
        _judge(race, path, report)
    return report


def _judge(race: _Race, path: Path, report: Report) -> None:
    texts = {claim.text for claim in parse(path.read_bytes()).debate.claims.values()}
    lost = 0
    for kind, saved in race.saved.items():
        report.count(f"saves by {kind.rstrip(' 1234')}", len(saved))
        # A slow one may lose each race on a busy machine, and then is told so.
        report.must(f"{kind} saved nothing", held=bool(saved) or kind not in _STEADY)
        for text in saved:
            lost += text not in texts
            report.must(f"it is lost: {text}", held=text in texts)
    report.count("saves lost", lost)


def _race_on_screen(race: _Race, terminal: Terminal, seconds: float) -> None:
    """Saves claims by the keyboard; a save that lost is merged and saved by itself."""
    saved = race.saved.setdefault("screen", [])
    end, hang = time.monotonic() + seconds, time.monotonic() + HANG
    # On a busy machine, all of them have saved only later.
    while time.monotonic() < end or (not race.have_saved(_STEADY) and time.monotonic() < hang):
        text = f"Saved by screen, {len(saved)}."
        terminal.press("O")
        terminal.wait_for(_EDITOR)
        terminal.press(text)
        terminal.wait_for(text)
        terminal.press("\r")
        terminal.wait_for("● unsaved")
        terminal.press("\x13")
        terminal.wait_until_gone("● unsaved")
        saved.append(text)


def _by_session(path: Path, text: str) -> bool:
    session = open_session(path)
    session.do(Change("add", claims={f"x{hash(text) & 0xFFFFFFFF:x}": (None, Claim(text))}))
    try:
        session.save()
    except OutsideChangeError:
        return False
    return True


def _by_command(path: Path, text: str) -> bool:
    done = subprocess.run(
        [*_PROGRAM, "add", path, text, "--thesis"], check=False, capture_output=True
    )
    return done.returncode == 0


def _by_driver(path: Path, folder: Path, text: str) -> bool:
    """Merges another version into the map's file itself, as git's driver writes to its file."""
    base, theirs = folder / "base", folder / "theirs"
    base.write_bytes(path.read_bytes())
    session = open_session(base)
    session.do(Change("add", claims={f"d{hash(text) & 0xFFFFFFFF:x}": (None, Claim(text))}))
    theirs.unlink(missing_ok=True)
    session.save(theirs)
    arguments = [base, path, theirs, "7", "map.json"]
    done = subprocess.run(
        [*_PROGRAM, "git", "merge-driver", "--", *map(str, arguments)],
        check=False,
        capture_output=True,
    )
    return done.returncode == 0

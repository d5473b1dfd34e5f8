"""Everything at once, at random, against plain dicts: no acknowledged edit may be lost.

Each edit writes a text that no other does, so that it can be looked for. It must be in the
file, in a journal, or in a conflict that the file names, until somebody who saw it wrote over
it, took it back, or deleted it.
"""

import errno
import os
import shutil
from collections import Counter
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from tempfile import mkdtemp
from typing import Any, Final
from unittest.mock import patch

from hypothesis import HealthCheck, Phase, seed, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from debatemap.core.errors import MapError, OutsideChangeError
from debatemap.formats.native.codec import dump, parse
from debatemap.store.atomic import fingerprint
from debatemap.store.leftovers import left_behind
from debatemap.workspace.incoming import merge_outside, read_other
from debatemap.workspace.recovery import recover
from debatemap.workspace.session import Session
from tests.torture.calls import Call, between
from tests.torture.report import Report
from tests.torture.sample import leftovers, put, write_map
from tests.torture.torture import Torture
from tests.torture.window import Ledger, Window, texts_in

__all__ = ["REACHED", "EditsMachine", "machine"]

REACHED: Final[Counter[str]] = Counter()
"""How often each rule and each mishap was reached; a run that misses one has shown nothing."""

EXPECTED: Final = (
    "edits", "undone", "redone", "saved", "outside edits", "kills", "full disks",
    "saves that a full disk refused", "edits that the journal could not take",
    "second windows", "reloads", "merges", "conflicts", "journals recovered",
    "journals recovered into a changed file", "kept by the file", "kept by a journal alone",
)  # fmt: skip
"""What a run must have reached."""

_KEYS: Final = ("c0", "x0", "x1", "x2")
_MOST_WINDOWS: Final = 3


class EditsMachine(RuleBasedStateMachine):
    """Windows on one file, others that write to it, kills, and a disk that is full at times."""

    @initialize()
    def begin(self) -> None:
        self.home = Path(mkdtemp(prefix="debatemap-machine-", dir=_folder()))
        self.environment = patch.dict(os.environ, {"XDG_STATE_HOME": str(self.home / "state")})
        self.environment.start()
        self.path = self.home / "map.json"
        write_map(self.path, 1)
        self.ledger, self.number = Ledger(), 0
        self.windows = [Window(self.path, self.ledger)]
        self.full = False

    def teardown(self) -> None:
        if not hasattr(self, "home"):
            return
        try:
            self.full = False
            self._end_all()
            self._start()
        finally:
            self._end_all()
            self.environment.stop()
            shutil.rmtree(self.home)

    @precondition(lambda self: self.windows)
    @rule(data=st.data(), key=st.sampled_from(_KEYS), deletes=st.booleans())
    def edit(self, data: st.DataObject, key: str, *, deletes: bool) -> None:
        window = self._one(data)
        deletes = deletes and key in window.session.debate.claims and key != "c0"
        self.number += 1
        name = f"{'Deletion' if deletes else 'Edit'} {self.number}."
        with self._disk():
            window.edit(key, name, put(window.session.debate, key, None if deletes else name))
        REACHED["edits"] += 1
        REACHED["edits that the journal could not take"] += bool(window.pending)

    @precondition(lambda self: self.windows)
    @rule(data=st.data())
    def undo(self, data: st.DataObject) -> None:
        with self._disk():
            REACHED["undone"] += self._one(data).undo()

    @precondition(lambda self: self.windows)
    @rule(data=st.data())
    def redo(self, data: st.DataObject) -> None:
        with self._disk():
            REACHED["redone"] += self._one(data).redo()

    @precondition(lambda self: self.windows)
    @rule(data=st.data())
    def save(self, data: st.DataObject) -> None:
        window, old = self._one(data), self.path.read_bytes()
        with self._disk():
            try:
                window.session.save()
            except OutsideChangeError:
                assert self.path.read_bytes() == old
                self._merge(window)
                return
            except MapError:
                assert self.full
                assert window.session.dirty
                assert self.path.read_bytes() == old
                REACHED["saves that a full disk refused"] += 1
                return
        REACHED["saved"] += 1
        if not window.session.dirty and self.path.read_bytes() == dump(window.session.debate):
            window.kept()

    @rule(key=st.sampled_from(_KEYS))
    def somebody_else_edits(self, key: str) -> None:
        debate = parse(self.path.read_bytes()).debate
        self.number += 1
        change = put(debate, key, f"Edit {self.number}.")
        before, after = change.claims[key]
        debate.apply(change)
        self.path.write_bytes(dump(debate))
        if after:
            self.ledger.wrote(after.text, before.text if before else None)
        REACHED["outside edits"] += 1

    @precondition(lambda self: self.windows)
    @rule(data=st.data())
    def reload(self, data: st.DataObject) -> None:
        window = self._one(data)
        if [fingerprint(self.path.read_bytes()).hex()] == window.session.contents[:1]:
            return
        with self._disk():
            if window.session.dirty:
                self._merge(window)
            else:
                window.session.close()
                self.windows[self.windows.index(window)] = Window(self.path, self.ledger)
                REACHED["reloads"] += 1

    @precondition(lambda self: self.windows)
    @rule(data=st.data())
    def kill(self, data: st.DataObject) -> None:
        window = self._one(data)
        window.kill()
        self.windows.remove(window)
        REACHED["kills"] += 1

    @precondition(lambda self: len(self.windows) < _MOST_WINDOWS)
    @rule()
    def open(self) -> None:
        REACHED["second windows"] += bool(self.windows)
        with self._disk():
            self._start()

    @rule()
    def fill_or_free_the_disk(self) -> None:
        self.full = not self.full
        REACHED["full disks"] += self.full

    @invariant()
    def no_edit_is_lost(self) -> None:
        if not hasattr(self, "home"):
            return
        file = self.path.read_bytes()
        journals = b"".join(p.read_bytes() for p in self.home.rglob("*.journal"))
        pending = {text for window in self.windows for text in window.pending}
        for text in self.ledger.owed() - pending:
            is_in_file = text.encode() in file
            assert is_in_file or text.encode() in journals, f"lost: {text}"
            REACHED["kept by the file" if is_in_file else "kept by a journal alone"] += 1

    @invariant()
    def each_window_shows_what_was_done_in_it(self) -> None:
        for window in getattr(self, "windows", ()):
            assert texts_in(window.session) == window.plain

    @invariant()
    def nothing_is_left_behind(self) -> None:
        if hasattr(self, "home"):
            assert not leftovers(self.home)

    def _one(self, data: st.DataObject) -> Window:
        return data.draw(st.sampled_from(self.windows))

    def _disk(self) -> AbstractContextManager[None]:
        return between(_refuse, ("write", "mkdir")) if self.full else nullcontext()

    def _merge(self, window: Window) -> None:
        """Takes in what others wrote; after it, the next save may replace it."""
        other, session = read_other(self.path), window.session
        taken = merge_outside(session.snapshot(), other)
        session.do(taken.change)
        session.took_in(other.data, is_own_file=True)
        window.took(steps=bool(taken.change))
        REACHED["merges"] += 1
        REACHED["conflicts"] += taken.conflicts

    def _start(self) -> None:
        """Opens the map, with what dead programs left; where it is alone, nothing is missing."""
        is_alone = not self.windows
        window = Window(self.path, self.ledger)
        session = window.session
        self.windows.append(window)
        for left in left_behind(session.origin):
            is_changed = [left.origin.content] != session.contents[:1]
            REACHED["journals recovered into a changed file"] += is_changed
            before = _steps(session)
            recover(session, left)
            REACHED["journals recovered"] += 1
            window.took(_steps(session) - before)
        if is_alone:
            shown = dump(session.debate)
            lost = {text for text in self.ledger.owed() if text.encode() not in shown}
            assert not lost, f"not recovered: {lost}"

    def _end_all(self) -> None:
        for window in self.windows:
            window.kill()
        self.windows.clear()


def machine(torture: Torture) -> Report:
    """Runs the machine, and tells how often it reached what it is there to reach."""
    report = Report("everything at once, at random")
    REACHED.clear()
    wanted = settings(
        max_examples=torture.sizes.runs,
        stateful_step_count=torture.sizes.steps,
        deadline=None,
        database=None,
        suppress_health_check=list(HealthCheck),
        phases=(Phase.generate, Phase.shrink) if not torture.control else (Phase.generate,),
    )
    try:
        run_state_machine_as_test(
            seed(torture.random.getrandbits(32))(EditsMachine), settings=wanted
        )
    except Exception as error:  # noqa: BLE001  (an assertion, or what no program may raise)
        report.must(_told(error), held=False)
    report.counts.update({"runs": torture.sizes.runs, **{what: REACHED[what] for what in EXPECTED}})
    for what in EXPECTED if not report.failures else ():
        report.must(f"never reached: {what}", held=REACHED[what] > 0)
    return report


def _told(error: Exception) -> str:
    notes = getattr(error, "__notes__", [])
    return "\n".join([repr(error), *notes])


def _refuse(name: str, call: Call, given: tuple[Any, ...], named: dict[str, Any]) -> Any:  # noqa: ANN401  (what the call gives)
    if name in {"write", "mkdir"}:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
    return call(*given, **named)


def _steps(session: Session) -> int:
    return len(session._done)


def _folder() -> str | None:
    """Returns where no disk is waited for, if there is such a place."""
    return "/dev/shm" if os.access("/dev/shm", os.W_OK) else None  # noqa: S108  (made anew beneath)

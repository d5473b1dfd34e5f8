"""A session beside a list of dumps, through edits, undo, saves and other programs' writes."""

import os
import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from debatemap.core.debate import Debate
from debatemap.core.errors import OutsideChangeError
from debatemap.formats.native.codec import dump
from debatemap.workspace.session import open_session
from tests.edit.verbs import VERBS, attempt, changes, steady_ids
from tests.soundness import picture
from tests.strategies import debates


class SessionMachine(RuleBasedStateMachine):
    """A session beside a list of dumps: what it must be after each step, and in the file."""

    @initialize(debate=debates(least_claims=2))
    def open(self, debate: Debate) -> None:
        self.folder = Path(tempfile.mkdtemp())
        self.ids = steady_ids()
        self.ids.__enter__()
        self.path = self.folder / "map.json"
        self.path.write_bytes(dump(debate))
        self.session = open_session(self.path)
        self.dumps = [dump(debate)]
        self.said: list[str] = []
        self.now = 0
        self.saved: int | None = 0
        self.file = self.path.read_bytes()

    def teardown(self) -> None:
        if hasattr(self, "ids"):
            self.ids.__exit__(None, None, None)
            shutil.rmtree(self.folder)

    @rule(data=st.data(), verb=st.sampled_from(sorted(VERBS)))
    def do(self, data: st.DataObject, verb: str) -> None:
        change = attempt(data.draw(changes(self.session.debate, verb)))
        if isinstance(change, str):
            return
        self.session.do(change)
        if not change:
            return
        if self.saved is not None and self.saved > self.now:
            self.saved = None
        self.now += 1
        self.dumps[self.now :] = [dump(self.session.debate)]
        self.said[self.now - 1 :] = [change.said]

    @rule()
    def undo(self) -> None:
        undone = self.session.undo()
        assert (undone.said if undone else None) == (self.said[self.now - 1] if self.now else None)
        self.now = max(0, self.now - 1)

    @rule()
    def redo(self) -> None:
        redone = self.session.redo()
        last = self.now == len(self.dumps) - 1
        assert (redone.said if redone else None) == (None if last else self.said[self.now])
        self.now += not last

    @rule()
    def save(self) -> None:
        written = self.path.stat().st_mtime_ns, self.path.stat().st_ino
        self.session.save()
        if self.saved == self.now:
            assert (self.path.stat().st_mtime_ns, self.path.stat().st_ino) == written
        self.saved = self.now
        self.file = self.path.read_bytes()

    @rule()
    def another_program_writes(self) -> None:
        theirs = self.file + b" "
        self.path.write_bytes(theirs)
        if self.session.dirty:
            with pytest.raises(OutsideChangeError):
                self.session.save()
            assert self.session.dirty
        else:
            self.session.save()
        assert self.path.read_bytes() == theirs
        self.path.write_bytes(self.file)

    @precondition(lambda self: not self.session.dirty)
    @rule()
    def reopen(self) -> None:
        again = open_session(self.path).debate
        assert picture(again) == picture(self.session.debate)

    @invariant()
    def the_debate_is_what_the_list_says(self) -> None:
        if hasattr(self, "session"):
            assert dump(self.session.debate) == self.dumps[self.now]
            assert self.session.can_undo == (self.now > 0)
            assert self.session.can_redo == (self.now < len(self.dumps) - 1)

    @invariant()
    def dirty_tells_whether_the_file_lacks_anything(self) -> None:
        if hasattr(self, "session"):
            assert self.session.dirty == (self.saved != self.now)
            assert self.path.read_bytes() == self.file
            if not self.session.dirty:
                assert self.file == self.dumps[self.now]
            assert os.listdir(self.folder) == ["map.json"]  # noqa: PTH208  (the names are enough)

    @invariant()
    def what_was_saved_last_can_be_had_again(self) -> None:
        if hasattr(self, "session"):
            saved = self.session.as_saved()
            assert (saved is None) == (self.saved is None)
            assert saved is None or dump(saved) == self.file


TestSessionMachine = SessionMachine.TestCase
TestSessionMachine.settings = settings(
    stateful_step_count=25,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)

"""Work on snapshots, with edits, undos and saves at any moment: nothing lost, nothing mixed."""

import asyncio
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Event

import pytest
from hypothesis import given
from hypothesis import strategies as st

from debatemap import edit, load
from debatemap.core.debate import Debate
from debatemap.core.errors import MapError
from debatemap.core.model import Claim, Header, Link
from debatemap.formats.native.codec import dump
from debatemap.judge.judgement import Judgement
from debatemap.workspace import incoming
from debatemap.workspace.background import (
    JobFailedError,
    OutdatedError,
    Progress,
    StoppedError,
    run,
    run_on_snapshot,
)
from debatemap.workspace.session import Session, open_session
from debatemap.workspace.snapshot import SessionSnapshot
from tests.edit.verbs import steady_ids
from tests.strategies import debates

STEPS = ("edit", "undo", "redo", "save", "outside", "work", "take")


def small() -> Debate:
    claims = {"t": Claim("T."), "a": Claim("A."), "b": Claim("B.")}
    links = {
        "la": Link(("a",), "supports", "t", "a0"),
        "lb": Link(("b",), "attacks", "t", "a1"),
    }
    return Debate(Header("map", theses=("t",)), claims, links)


def texts(debate: Debate) -> set[str]:
    return {claim.text for claim in debate.claims.values()}


def add(session: Session, text: str) -> None:
    session.do(edit.add_reply(session.debate, "t", "supports", text))


class Schedule:
    """A session, another program, and one job that is begun and taken at any moment."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / "map.json"
        self.path.write_bytes(dump(small()))
        self.session = open_session(self.path)
        self.count = 0
        self.theirs: set[str] = set()
        self.job: tuple[SessionSnapshot, incoming.Taken] | None = None

    def step(self, what: str) -> None:
        session = self.session
        self.count += 1
        if what == "edit":
            add(session, f"mine {self.count}")
        elif what == "undo":
            step = session.undo()
            if step is not None and step.said.startswith("merge"):
                # The user does not want what came in: that is no loss.
                self.theirs.clear()
        elif what == "redo":
            session.redo()
        elif what == "outside":
            other = open_session(self.path)
            add(other, f"theirs {self.count}")
            other.save()
            self.theirs.add(f"theirs {self.count}")
        elif what == "work":
            now = session.snapshot()
            self.job = now, incoming.merge_own_file(now)
        elif what == "take":
            self.take()
        elif what == "save":
            self.save()

    def take(self) -> None:
        """What `run_on_snapshot` does with a result: takes it, or drops it as outdated."""
        if self.job is None:
            return
        now, taken = self.job
        if now.revision == self.session.revision:
            before = texts(self.session.debate)
            incoming.take(self.session, taken)
            assert before <= texts(self.session.debate)
        self.job = None

    def save(self) -> None:
        save = self.session.prepare_save()
        known = self.session.dirty
        try:
            save.write()
        except MapError:
            save.finish()
            return
        assert self.session.dirty is known, "a thread tells the session nothing"
        save.finish()
        assert not known or dump(load(self.path)) == dump(self.session.debate)


@given(st.lists(st.sampled_from(STEPS), max_size=24))
def test_no_order_of_edits_and_jobs_loses_anything(steps: list[str]) -> None:
    with TemporaryDirectory() as folder:
        schedule = Schedule(Path(folder))
        session = schedule.session
        for what in steps:
            mine = {text for text in texts(session.debate) if text.startswith("mine")}
            schedule.step(what)
            if what not in {"undo", "redo"}:
                assert mine <= texts(session.debate)
        while session.undo() is not None:
            pass
        assert dump(session.debate) == dump(small())
        while session.redo() is not None:
            pass
        schedule.step("work")
        schedule.step("take")
        assert schedule.theirs <= texts(session.debate)
        schedule.save()
        assert schedule.theirs <= texts(load(schedule.path))


Kept = tuple[Debate, bytes, dict[str, list[str]]]


def _snapshots(session: Session, data: st.DataObject) -> list[Kept]:
    """Edits and undoes at random, and takes a snapshot before each."""
    debate = session.debate
    kept: list[Kept] = []
    for number in range(data.draw(st.integers(1, 6))):
        now = session.snapshot().debate
        assert now is session.snapshot().debate, "nothing has changed"
        shape = {node: list(now.links_into(node)) for node in (*now.claims, *now.links)}
        kept.append((now, dump(now), shape))
        nodes = [*debate.claims, *debate.links]
        if bool(nodes) and data.draw(st.booleans()):
            target = data.draw(st.sampled_from(sorted(nodes)))
            session.do(edit.add_reply(debate, target, "attacks", f"Added {number}."))
        elif debate.claims:
            claim = data.draw(st.sampled_from(sorted(debate.claims)))
            session.do(edit.delete_claim(debate, claim))
        if data.draw(st.booleans()):
            session.undo()
    return kept


@given(debates(), st.data())
def test_a_snapshot_says_for_ever_what_the_debate_said(debate: Debate, data: st.DataObject) -> None:
    session = Session(debate)
    with steady_ids():
        kept = _snapshots(session, data)
    for now, data_then, shape in kept:
        assert dump(now) == data_then
        assert {node: list(now.links_into(node)) for node in shape} == shape
        fresh = now.copy()
        assert set(now.graph.edges) == set(fresh.graph.edges)
        kinds = now.graph.nodes.data("kind"), fresh.graph.nodes.data("kind")
        assert set(kinds[0]) == set(kinds[1])
        assert now.dangling == fresh.dangling
        assert dict(now.steps) == dict(fresh.steps)
        for claim in now.claims:
            assert sorted(now.links_from(claim)) == sorted(fresh.links_from(claim))
            assert now.is_placed(claim) is fresh.is_placed(claim)
    assert dump(session.debate) == dump(session.debate.copy())


@given(debates())
def test_a_snapshot_finds_links_without_its_graph(debate: Debate) -> None:
    now = debate.snapshot()
    for claim in debate.claims:
        assert sorted(now.links_from(claim)) == sorted(set(debate.links_from(claim)))
    assert now._graph is None


def test_a_snapshot_takes_no_change() -> None:
    debate = small()
    change = edit.reword(debate, "a", "New.")
    with pytest.raises(TypeError, match="takes no change"):
        debate.snapshot().apply(change)
    debate.apply(change)


@given(debates(), st.data())
def test_a_fork_weighs_for_a_judgement_that_goes_on(debate: Debate, data: st.DataObject) -> None:
    if not debate.claims:
        return
    judgement = Judgement(debate)
    judgement.labelling()
    claim = data.draw(st.sampled_from(sorted(debate.claims)))
    change = edit.rate(debate, claim, "Ann", 90)
    debate.apply(change)
    judgement.take_up(change)
    fork = judgement.fork(debate.snapshot())
    late = edit.add_reply(debate, claim, "attacks", "Meanwhile.")
    debate.apply(late)
    fork.weigh()
    fork.labelling()
    judgement.adopt(fork)
    judgement.follow(late)
    fresh = Judgement(debate)
    for node in (*debate.claims, *debate.links):
        assert judgement.strength(node) == pytest.approx(fresh.strength(node), abs=1e-9)
        assert judgement.label(node) is fresh.label(node)


def held_work(is_at: Event, may_go: Event, now: SessionSnapshot) -> int:
    is_at.set()
    assert may_go.wait(60)
    return len(now.debate.claims)


async def reached(event: Event) -> None:
    while not event.is_set():
        await asyncio.sleep(0.001)


def edits(session: Session) -> Iterator[Callable[[], object]]:
    yield lambda: add(session, "Meanwhile.")
    yield session.undo
    yield session.redo
    yield session.save
    yield lambda: session.took_in(b"other")


def test_work_is_done_again_after_each_kind_of_change(tmp_path: Path) -> None:
    asyncio.run(_changed_meanwhile(tmp_path / "map.json"))


async def _changed_meanwhile(path: Path) -> None:
    path.write_bytes(dump(small()))
    session = open_session(path)
    for change in edits(session):
        is_at, may_go = Event(), Event()
        taken: list[int] = []
        job = asyncio.create_task(
            run_on_snapshot(session, partial(held_work, is_at, may_go), taken.append)
        )
        await reached(is_at)
        change()
        may_go.set()
        assert await job == len(session.debate.claims)
        assert taken == [len(session.debate.claims)], "once, and of what there is now"


def test_what_is_outdated_every_time_is_not_taken() -> None:
    session = Session(small())
    taken: list[int] = []

    async def disturb() -> bool:
        add(session, f"More {len(session.steps)}.")
        return True

    def count(now: SessionSnapshot) -> int:
        return len(now.debate.claims)

    with pytest.raises(OutdatedError):
        asyncio.run(run_on_snapshot(session, count, taken.append, ready=disturb, tries=3))
    assert not taken
    assert len(session.steps) == 3

    async def unwanted() -> bool:
        return False

    with pytest.raises(OutdatedError):
        asyncio.run(run_on_snapshot(session, count, taken.append, ready=unwanted))
    assert not taken


def test_what_fails_in_a_thread_fails_in_one_way() -> None:
    def refuse() -> None:
        raise MapError("map", "it is not there")

    def stumble() -> None:
        int("x" * 3)

    with pytest.raises(MapError, match="it is not there"):
        asyncio.run(run(refuse))
    with pytest.raises(JobFailedError, match="ValueError") as failed:
        asyncio.run(run(stumble))
    assert isinstance(failed.value.__cause__, ValueError)


def test_a_job_tells_how_far_it_is_and_is_stopped() -> None:
    async def tell() -> None:
        told: list[str] = []
        progress = Progress(told.append)
        await run(progress, "half of it")
        await asyncio.sleep(0)
        assert told == ["half of it"]
        progress.stop()
        with pytest.raises(StoppedError):
            await run(progress, "the rest")

    asyncio.run(tell())

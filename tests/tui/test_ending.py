"""However the program ends: the edits are in the journal, and the terminal is as it was."""

import shutil
import signal
from pathlib import Path

import pytest
from textual.worker import WorkerFailed

from debatemap.store.leftovers import left_behind
from debatemap.store.locations import samples, state_folder
from debatemap.workspace.recovery import recover
from debatemap.workspace.session import open_session
from tests.extent import some
from tests.torture.signals import CRASHING
from tests.tui.driver import opened
from tests.tui.maps import rain
from tests.tui.terminal import Terminal, is_as_it_was, loaded, running

SAMPLE = next(path for path in samples() if path.name == "open-source-ai.json")


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    return Path(shutil.copy(SAMPLE, tmp_path / "map.json"))


def turn_a_stance(terminal: Terminal) -> None:
    """Makes an edit, and waits until it is shown."""
    terminal.wait_for("Open source AI", "▌")
    terminal.press("j~")
    terminal.wait_for("● unsaved")


def assert_the_edit_is_kept(sample: Path) -> None:
    session = open_session(sample)
    (left,) = left_behind(session.origin)
    assert len(left.changes) == 1
    recover(session, left)
    assert session.dirty


@pytest.mark.parametrize(
    ("number", "status"),
    [(signal.SIGHUP, 129), (signal.SIGINT, 130), (signal.SIGTERM, 143)],
    ids=lambda value: getattr(value, "name", str(value)),
)
def test_a_signal_ends_it_with_the_edits_kept(
    sample: Path, number: signal.Signals, status: int
) -> None:
    with loaded(sample) as terminal:
        turn_a_stance(terminal)
        terminal.signal(number)
        assert terminal.wait_for_end() == status
        assert is_as_it_was(terminal)
        assert "Traceback" not in terminal.text
        if number != signal.SIGINT:
            assert f"ended by {number.name}" in terminal.text
    assert_the_edit_is_kept(sample)


def test_a_closed_terminal_ends_it_with_the_edits_kept(sample: Path) -> None:
    with running(sample) as terminal:
        turn_a_stance(terminal)
        terminal.hang_up()
        assert terminal.wait_for_end() == 129, "it waits for nobody"
    assert_the_edit_is_kept(sample)


def test_a_signal_while_a_question_is_asked_or_a_claim_is_written_ends_it_too(
    sample: Path,
) -> None:
    for key, asked, words in (("q", "unsaved edits.", ""), ("+", "pro of", "Half a th")):
        with loaded(sample) as terminal:
            turn_a_stance(terminal)
            terminal.press(key)
            terminal.wait_for(asked)
            terminal.press(words)
            terminal.wait_for(words)
            terminal.read(1.3)
            terminal.signal(signal.SIGTERM)
            assert terminal.wait_for_end() == 143
            assert is_as_it_was(terminal)
        session = open_session(sample)
        (left,) = left_behind(session.origin)
        assert (left.writing is not None) == bool(words)
        left.drop()


def test_an_error_of_its_own_is_a_sentence_and_its_traceback_stands_in_a_log(
    sample: Path,
) -> None:
    with loaded(sample, script=CRASHING, size=(200, 30)) as terminal:
        turn_a_stance(terminal)
        terminal.press("gi")
        assert terminal.wait_for_end() == 1
        assert is_as_it_was(terminal)
        said = terminal.sent[terminal.sent.rfind(b"\x1b[?25h") :]
        assert b"Traceback" not in said
        assert "debatemap: it ended by an error of its own (ValueError)" in terminal.text
    (log,) = state_folder().glob("crash-*.log")
    assert log.name in terminal.text.replace("\n", "").replace(" ", "")
    assert "in fail" in log.read_text()
    assert_the_edit_is_kept(sample)


FAILING = """
import asyncio, sys
from debatemap.cli import main
from debatemap.tui.features.actions import ACTIONS
from debatemap.tui.widgets.outline_view import OutlineView
def deep_down(*_):
    raise ValueError("a bug")
async def wait_for_it():
    await asyncio.to_thread(deep_down)
async def begin_twice(screen):
    await screen.run_worker(wait_for_it(), exit_on_error=False).wait()
def in_a_drawing(screen):
    OutlineView.lines_at = deep_down
    screen.view.refresh()
WAYS = {
    "command": deep_down,
    "question": lambda screen: wait_for_it(),
    "worker": lambda screen: screen.run_worker(wait_for_it()) and None,
    "thread": lambda screen: screen.run_worker(deep_down, thread=True) and None,
    "worker in a worker": begin_twice,
    "timer": lambda screen: screen.set_timer(0.01, deep_down) and None,
    "call": lambda screen: screen.call_later(deep_down) and None,
    "drawing": in_a_drawing,
}
ACTIONS["statistics"] = WAYS["WAY"]
main(sys.argv[1:])
"""


@pytest.mark.parametrize(
    "way",
    some(
        (
            "command",
            "question",
            "worker",
            "thread",
            "worker in a worker",
            "timer",
            "call",
            "drawing",
        ),
        *("question", "thread", "worker in a worker", "drawing"),
    ),
)
def test_whichever_way_an_error_came_the_log_says_where_from(sample: Path, way: str) -> None:
    with loaded(sample, script=FAILING.replace('"WAY"', repr(way)), size=(200, 30)) as terminal:
        terminal.wait_for("Open source AI", "▌")
        terminal.press("gi")
        assert terminal.wait_for_end() == 1
        assert is_as_it_was(terminal)
        assert "(ValueError)" in terminal.text
    (log,) = state_folder().glob("crash-*.log")
    assert "in deep_down" in log.read_text()


INTERRUPTED_EARLY = """
import os, signal, sys
import debatemap.tui.app as app
from debatemap.cli import main
follow = app.follow_signals
def interrupted(end):
    os.kill(os.getpid(), signal.SIGINT)
    follow(end)
app.follow_signals = interrupted
main(sys.argv[1:])
"""
"""The program, which is interrupted right before it takes interrupts itself."""


def test_an_interrupt_while_the_map_is_put_up_leaves_no_log(sample: Path) -> None:
    with loaded(sample, script=INTERRUPTED_EARLY) as terminal:
        assert terminal.wait_for_end() == 130
        assert is_as_it_was(terminal)
    assert not list(state_folder().glob("crash-*.log"))


async def test_work_that_finds_no_parts_while_the_program_ends_leaves_no_log() -> None:
    async def tell() -> None:
        user.app.exit(0)
        user.map.query_one("#gone")

    async with opened(rain()) as user:
        with pytest.raises(WorkerFailed):
            await user.map.run_worker(tell()).wait()
    assert not user.app.failure


def test_bytes_that_are_no_text_are_no_reason_to_end(sample: Path) -> None:
    with loaded(sample) as terminal:
        turn_a_stance(terminal)
        for data in (b"\xff", b"\xc3(", b"\xe2\x82", b"\xf0\x28\x8c\x28", b"\xed\xa0\x80"):
            terminal.send(data)
            terminal.read(0.2)
            terminal.send(b"\x1b[B")
            terminal.read(0.2)
        terminal.press("jjju")
        terminal.wait_for("Undone:")
        terminal.press("q")
        assert terminal.wait_for_end() == 0
        assert is_as_it_was(terminal)


def test_an_interrupt_of_the_users_editor_is_not_ours(sample: Path, tmp_path: Path) -> None:
    editor = tmp_path / "ed"
    script = 'kill -INT $PPID\nsleep 0.2\nprintf "Written elsewhere.\\n" > "$1"\n'
    editor.write_text(f"#!/bin/sh\n{script}")
    editor.chmod(0o700)
    with loaded(sample, EDITOR=str(editor), VISUAL="") as terminal:
        terminal.wait_for("Open source AI", "▌")
        terminal.press("jE")
        terminal.wait_for("Written elsewhere.")
        terminal.read(0.5)
        terminal.press("u")
        terminal.wait_for("Undone: reword")
        terminal.signal(signal.SIGINT)
        assert terminal.wait_for_end() == 130

"""The program stops as job control asks, whatever it is doing, and goes on where it was."""

import os
import shutil
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from debatemap.store.locations import samples
from tests.tui.terminal import Terminal, is_as_it_was, loaded, running

SAMPLE = next(path for path in samples() if path.name == "open-source-ai.json")

ASKED_WHILE_IT_WRITES = """
import os, queue, signal, sys
import textual.drivers._writer_thread as writer
from debatemap.cli import main
class Interrupted(queue.Queue):
    def _put(self, item):
        super()._put(item)
        if item and WORDS in item:
            seen.append(item)
            if len(seen) == TIME:
                os.kill(os.getpid(), signal.SIGTSTP)
seen = []
writer.Queue = Interrupted
main(sys.argv[1:])
"""
"""The program, which is asked to stop while the lock on what is to be written is held."""


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    return Path(shutil.copy(SAMPLE, tmp_path / "map.json"))


@pytest.fixture
def terminal(sample: Path) -> Iterator[Terminal]:
    with loaded(sample) as terminal:
        turn_a_stance(terminal)
        yield terminal


def turn_a_stance(terminal: Terminal) -> None:
    """Makes an edit, and waits until it is shown."""
    terminal.wait_for("Open source AI", "▌")
    terminal.press("j~")
    terminal.wait_for("● unsaved")


def go_on(terminal: Terminal) -> None:
    """Has the program go on, and waits until it has drawn all anew."""
    terminal.screen.reset()
    terminal.signal(signal.SIGCONT)
    terminal.wait_for("Open source AI", "● unsaved")


def assert_it_answers(terminal: Terminal) -> None:
    """Asserts that the program takes keys, each once, and ends with the terminal as it was."""
    terminal.press("u")
    terminal.wait_for("Undone:")
    terminal.press("q")
    assert terminal.wait_for_end() == 0
    assert is_as_it_was(terminal)


def test_stopped_it_gives_the_terminal_back_and_goes_on_where_it_was(terminal: Terminal) -> None:
    for _ in range(2):
        terminal.signal(signal.SIGTSTP)
        terminal.wait_until_given_back()
        go_on(terminal)
    assert_it_answers(terminal)


def test_it_stops_while_it_draws(sample: Path) -> None:
    script = ASKED_WHILE_IT_WRITES.replace("WORDS", repr("● unsaved")).replace("TIME", "1")
    with loaded(sample, script=script) as terminal:
        terminal.wait_for("Open source AI", "▌")
        terminal.press("j~")
        terminal.wait_until_given_back()
        go_on(terminal)
        assert_it_answers(terminal)


def test_it_stops_again_that_is_asked_while_it_takes_the_terminal(sample: Path) -> None:
    script = ASKED_WHILE_IT_WRITES.replace("WORDS", repr("[?1049h")).replace("TIME", "2")
    with loaded(sample, script=script) as terminal:
        turn_a_stance(terminal)
        terminal.signal(signal.SIGTSTP)
        terminal.wait_until_stopped()
        terminal.signal(signal.SIGCONT)
        terminal.wait_until_given_back()
        go_on(terminal)
        assert_it_answers(terminal)


def test_after_a_stop_that_nothing_told_of_the_terminal_is_given_back_whole(
    sample: Path,
) -> None:
    with running(sample) as terminal:
        before = terminal.attributes()
        turn_a_stance(terminal)
        assert terminal.attributes() != before
        terminal.signal(signal.SIGSTOP)
        terminal.wait_until_stopped()
        go_on(terminal)
        assert_it_answers(terminal)
        assert terminal.attributes() == before


def test_it_stops_at_once_while_the_users_editor_has_the_terminal(
    sample: Path, tmp_path: Path
) -> None:
    editor = tmp_path / "ed"
    may_end = tmp_path / "may end"
    os.mkfifo(may_end)
    script = f'kill -TSTP $PPID\nread -r word < "{may_end}"\nprintf "%s\\n" "$word" > "$1"\n'
    editor.write_text(f"#!/bin/sh\n{script}")
    editor.chmod(0o700)
    with loaded(sample, EDITOR=str(editor), VISUAL="") as terminal:
        terminal.wait_for("Open source AI", "▌")
        terminal.press("jE")
        terminal.wait_until_given_back()
        terminal.signal(signal.SIGCONT)
        may_end.write_text("Elsewhere.\n")
        terminal.wait_for("Elsewhere.")
        terminal.press("u")
        terminal.wait_for("Undone: reword")

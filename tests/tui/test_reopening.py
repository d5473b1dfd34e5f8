"""A map opens as it was left: in the installed program, on a small terminal."""

import shutil
import sys
import time
from pathlib import Path

import pytest

from debatemap.core.debate import Debate
from debatemap.core.model import Claim, Header, Link
from debatemap.formats.native.codec import dump
from tests.tui.terminal import Terminal, loaded

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there are no pseudo-terminals")

_SIZE = 80, 24
_REPLIES = 9


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Writes a map whose claims take seven lines each."""
    words = " ".join(f"word{n}" for n in range(40))
    claims = {f"c{n}": Claim(f"Begin {n} {words}") for n in range(_REPLIES + 1)}
    links = {f"l{n}": Link((f"c{n}",), "supports", "c0") for n in range(1, _REPLIES + 1)}
    path = tmp_path / "map.json"
    path.write_bytes(dump(Debate(Header("long_map", "Long", ("c0",)), claims, links)))
    return path


def rows(terminal: Terminal) -> list[str]:
    """Returns the lines of the outline, from the rule above it on."""
    lines = terminal.screen.display
    rule = next(n for n, line in enumerate(lines) if line.startswith("──"))
    return lines[rule + 1 :]


def cursor(terminal: Terminal) -> str:
    """Returns the first line in sight of the selected row."""
    return next((line for line in rows(terminal) if line.startswith("▌")), "")


def wait_for_cursor(terminal: Terminal, claim: int) -> None:
    """Waits until a claim is selected and its row begins in sight."""
    until = time.monotonic() + 20
    while f"Begin {claim} " not in cursor(terminal):
        terminal.read()
        assert time.monotonic() < until, terminal.text


def leave_at(file: Path, claim: int) -> None:
    with loaded(file, size=_SIZE) as terminal:
        terminal.wait_for("Begin 0", "shows every key")
        for n in range(1, claim + 1):
            terminal.press("j")
            terminal.wait_for(f"+ Begin {n} ")
            wait_for_cursor(terminal, n)
        terminal.press("q")
        assert terminal.wait_for_end() == 0


@pytest.mark.parametrize("claim", [1, 5, 6])
def test_it_opens_with_whole_rows_from_the_top_and_the_cursor_in_sight(
    file: Path, claim: int
) -> None:
    leave_at(file, claim)
    with loaded(file, size=_SIZE) as terminal:
        terminal.wait_for("shows every key")
        wait_for_cursor(terminal, claim)
        assert " Begin " in rows(terminal)[0], terminal.text


def test_a_copy_that_was_never_opened_starts_at_its_top(file: Path) -> None:
    leave_at(file, 5)
    copy = file.with_name("copy.json")
    shutil.copy(file, copy)
    with loaded(copy, size=_SIZE) as terminal:
        terminal.wait_for("shows every key")
        wait_for_cursor(terminal, 0)

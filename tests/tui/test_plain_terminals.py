"""The program in a terminal that has no colours, few of them, or no letters but ASCII."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest

from debatemap import load
from tests.fork_server import ForkServer, fork_server
from tests.tui.terminal import SEQUENCE, Terminal, loaded, running
from tests.tui.test_terminal import SAMPLE

SGR: Final = re.compile(rb"\x1b\[([0-9;:]*)m")
COLOURS: Final = {*range(30, 39), *range(40, 49), *range(90, 98), *range(100, 108)}
REVERSE: Final = 7


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    return Path(shutil.copy(SAMPLE, tmp_path / "map.json"))


def parameters(terminal: Terminal) -> Iterator[list[int]]:
    for found in SGR.finditer(terminal.sent):
        yield [int(number or 0) for number in re.split(rb"[;:]", found[1])]


def play(terminal: Terminal) -> None:
    """Selects, opens a list in front of the map, writes, saves and quits."""
    terminal.wait_for("Open source AI", "An open ecosystem")
    terminal.press("jl")
    terminal.press("L")
    terminal.wait_for("Escape leaves")
    terminal.press("\x1b")
    terminal.wait_until_gone("Escape leaves")
    terminal.press("-")
    terminal.wait_for("con of")
    terminal.press("Delays.\r")
    terminal.wait_for("Delays.")
    terminal.press("\r\x13")
    terminal.wait_for("Saved to")
    terminal.press("q")
    assert terminal.wait_for_end() == 0


def test_without_colours_there_are_no_greys_and_the_selected_row_is_reversed(sample: Path) -> None:
    with loaded(sample, NO_COLOR="1") as terminal:
        play(terminal)
    seen = list(parameters(terminal))
    assert not [each for each in seen if COLOURS & set(each)]
    assert [each for each in seen if REVERSE in each]


@pytest.mark.parametrize("theme", ["debatemap-dark", "debatemap-light"])
def test_a_terminal_of_sixteen_colours_is_sent_no_others(
    sample: Path, theme: str, tmp_path: Path
) -> None:
    folder = tmp_path / "debatemap"
    folder.mkdir()
    (folder / "config.toml").write_text(f'theme = "{theme}"\n', encoding="utf-8")
    home = str(tmp_path)
    with loaded(sample, TERM="linux", COLORTERM="", XDG_CONFIG_HOME=home) as terminal:
        play(terminal)
    seen = list(parameters(terminal))
    assert not [each for each in seen if {38, 48} & set(each)], "of 256 or of all colours"
    assert [
        each for each in seen if set(range(90, 98)) & set(each) or set(range(30, 38)) & set(each)
    ]
    assert [each for each in seen if REVERSE in each]


@pytest.mark.parametrize(("of_all", "of_language"), [("C", "C.UTF-8"), ("", "C")])
def test_in_the_locale_c_the_screen_is_ascii(sample: Path, of_all: str, of_language: str) -> None:
    with running(sample, PYTHONUTF8="", LC_CTYPE="", LC_ALL=of_all, LANG=of_language) as terminal:
        play(terminal)
    assert SEQUENCE.sub(b"", terminal.sent).isascii()
    assert terminal.sent.isascii()
    assert "Delays." in {claim.text for claim in load(sample).claims.values()}


def test_the_setting_overrules_the_locale(sample: Path, tmp_path: Path) -> None:
    folder = tmp_path / "debatemap"
    folder.mkdir()
    (folder / "config.toml").write_text('glyphs = "unicode"\n', encoding="utf-8")
    with running(sample, LC_ALL="C", XDG_CONFIG_HOME=str(tmp_path)) as terminal:
        terminal.wait_for("◆ The most capable")


def test_a_terminal_that_places_no_cursor_is_told_what_to_use(sample: Path) -> None:
    with running(sample, TERM="dumb") as terminal:
        assert terminal.wait_for_end() == 2
    assert b"debatemap show" in terminal.sent
    assert b"\x1b" not in terminal.sent


_IN_C: Final = {"PYTHONUTF8": "", "LC_ALL": "C"}


@pytest.fixture(scope="module", name="forked_in_c")
def _forked_in_c(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ForkServer]:
    """The program, loaded in the locale C: Python reads the locale when it starts."""
    with fork_server(tmp_path_factory.mktemp("forked"), **_IN_C) as started:
        yield started


@pytest.mark.parametrize(
    ("variables", "encoding"),
    [
        ({"LC_ALL": "C"}, "ascii"),
        ({"PYTHONIOENCODING": "cp1252"}, "cp1252"),
        ({"PYTHONIOENCODING": "latin-1:strict"}, "latin-1"),
        ({"PYTHONIOENCODING": "ascii"}, "ascii"),
        ({"PYTHONIOENCODING": "cp437"}, "cp437"),
    ],
)
@pytest.mark.parametrize(
    "command",
    [
        *("show {}", "find {} a", "check {}", "stats {}", "judge {}", "why {} krqjwj0mbf", "keys"),
        *("crux {}", "diff {} {}", "history {}", "show nowhere-é漢.json", "--help", "add --help"),
        *("add {} é漢🏳️‍🌈 --con krqjwj0mbf", "log {}", "whatif {} --assume krqjwj0mbf=0"),
    ],
)
def test_a_command_prints_what_the_encoding_holds(
    sample: Path,
    command: str,
    variables: dict[str, str],
    encoding: str,
    forked: ForkServer,
    forked_in_c: ForkServer,
) -> None:
    server = forked_in_c if "LC_ALL" in variables else forked
    arguments = [word.format(sample) for word in command.split()]
    run = server.run(*arguments, environment=os.environ | {"PYTHONUTF8": ""} | variables)
    run.stdout.decode(encoding)
    words = run.stderr.decode(encoding)
    assert "Traceback" not in words
    assert "Error" not in words
    assert run.status in (0, 1, 2)


def test_a_program_that_starts_in_the_locale_c_prints_as_one_that_was_forked_there(
    sample: Path, forked_in_c: ForkServer
) -> None:
    environment = os.environ | _IN_C
    done = subprocess.run(
        [sys.executable, "-m", "debatemap", "show", sample],
        capture_output=True, check=False, timeout=150, env=environment,
    )  # fmt: skip
    run = forked_in_c.run("show", sample, environment=environment)
    assert (done.returncode, done.stdout, done.stderr) == (run.status, run.stdout, run.stderr)
    assert done.stdout.isascii()

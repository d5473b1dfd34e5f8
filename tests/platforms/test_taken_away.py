"""The program works where another system lacks what this one has, so far as that can be played."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from debatemap import load
from debatemap.formats.native.codec import dump
from tests.strategies import sketch

PLAYED = Path(__file__).parent / "played"
ROOT = Path(__file__).parents[2]

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="plays on what Linux has")

Play = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture(params=["macos", "windows"])
def play(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Play:
    """Runs a script, or a command, where some of the system is taken away."""
    system = request.param
    driver = "textual.drivers.headless_driver:HeadlessDriver"
    monkeypatch.setenv("TEXTUAL_DRIVER", driver)

    def run(script: str, *arguments: object, status: int = 0) -> subprocess.CompletedProcess[str]:
        program = [sys.executable, "-m", "tests.platforms.taken_away", system, PLAYED / script]
        done = subprocess.run(
            [*map(str, program), *map(str, arguments)],
            capture_output=True, text=True, cwd=ROOT, timeout=150, check=False,
        )  # fmt: skip
        assert done.returncode == status, done.stderr
        assert "Traceback" not in done.stderr
        return done

    run.system = system  # type: ignore[attr-defined]
    return run


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "map.json"
    path.write_bytes(dump(sketch("T", p="P + T", c="C - T")))
    return path


def test_the_core_edits_saves_locks_and_recovers(play: Play, path: Path) -> None:
    said = play("core.py", path).stdout
    if play.system == "macos":  # type: ignore[attr-defined]
        assert "done, 0" not in said, "fsync alone leaves the data in the disk's memory there"
    else:
        assert said == "done, 0 full syncs\n"


def test_a_screen_adds_undoes_saves_and_quits(play: Play, path: Path) -> None:
    assert play("screen.py", path).stdout == "done\n"


def test_the_commands_do_their_work(play: Play, tmp_path: Path) -> None:
    path, other = tmp_path / "map.json", tmp_path / "other.json"
    play("command.py", "new", path, "--title", "Trains", "--thesis", "Run them.")
    (thesis,) = load(path).header.theses
    con, shown, found, _ = run_all(
        play,
        (0, "add", path, "They lose money.", "--con", thesis),
        (0, "show", path),
        (0, "find", path, "money", "--json"),
        (1, "check", path),
    )
    assert "They lose money." in shown
    assert con.strip() in found
    other.write_bytes(path.read_bytes())
    _, told, *_, copies = run_all(
        play,
        (0, "add", other, "They save coal.", "--pro", thesis),
        (1, "diff", path, other),
        (0, "merge", path, path, other, "-o", path),
        (0, "fmt", "--check", path),
        (0, "judge", path),
        (0, "stats", path),
        (0, "history", path),
    )
    assert "coal" in told
    assert b"coal" in path.read_bytes()
    assert copies
    assert b"\r" not in path.read_bytes()
    assert sorted(each.name for each in tmp_path.glob("*.json")) == ["map.json", "other.json"]
    assert not list(tmp_path.glob(".debatemap-*"))


def run_all(play: Play, *commands: tuple[int, *tuple[object, ...]]) -> list[str]:
    """Returns what commands print that end with the statuses given; one process runs all."""
    words = json.dumps([[str(word) for word in command[1:]] for command in commands])
    *ended, rest = play("commands.py", words).stdout.split("\0")
    assert rest == ""
    assert ended[1::2] == [str(command[0]) for command in commands]
    return ended[::2]


# What macOS lacks is taken away in test_the_suite.py.
@pytest.mark.parametrize("play", ["windows"], indirect=True)
def test_every_test_is_found_and_says_why_it_is_skipped(play: Play) -> None:
    found = play("tests.py", "--collect-only", "-qq", "tests")
    assert "error" not in found.stdout.lower().replace("test_errors", "")

"""Standard output and error that are closed, full or read by nobody: never a traceback."""

import os
import shlex
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from debatemap.cli.exit_status import Status
from tests.cli.conftest import Run
from tests.cli.test_program import COMMANDS
from tests.extent import share
from tests.fork_server import CLOSED, UNREAD, ForkServer, Outcome
from tests.sync.repository import Work, isolate, needs_git

Execute = Callable[..., Outcome]

PROGRAM = [sys.executable, "-m", "debatemap"]
FULL = "/dev/full"
needs_full = pytest.mark.skipif(not Path(FULL).exists(), reason="no device that is full")

PRINTING: dict[str, list[str]] = {
    "new": ["new", "other.json", "--thesis", "A thesis."],
    "show": ["show", "MAP"],
    "show json": ["show", "MAP", "--json"],
    "add": ["add", "MAP", "A claim."],
    "find": ["find", "MAP", "compute"],
    "diff": ["diff", "MAP", "changed.json"],
    "log": ["log", "MAP"],
    "log json": ["log", "MAP", "--json"],
    "history": ["history", "MAP"],
    "merge": ["merge", "--no-guess", "MAP", "changed.json"],
    "check": ["check", "MAP"],
    "judge": ["judge", "MAP"],
    "why": ["why", "MAP", "thesis01"],
    "crux": ["crux", "MAP"],
    "tasks": ["tasks", "MAP"],
    "whatif": ["whatif", "MAP", "--assume", "eyes=0"],
    "stats": ["stats", "MAP"],
    "fmt": ["fmt", "loose.json"],
    "fmt -": ["fmt", "-"],
    "keys": ["keys"],
    "schema": ["schema"],
    "paths": ["paths"],
    "git": ["git", "status"],
    "textconv": ["git", "textconv", "MAP"],
    "diff driver": [
        "git", "diff-driver", "debate.json", "MAP", "0", "100644", "changed.json", "0", "100644",
    ],
    "diff driver lines": [
        "git", "diff-driver", "x.json", "text.json", "0", "100644", "other.txt", "0", "100644",
    ],
    "version": ["--version"],
    "help": ["--help"],
}  # fmt: skip
"""What prints something, of every command."""

HELP: dict[str, list[str]] = {f"{command} help": [command, "--help"] for command in COMMANDS}

SILENT: dict[str, list[str]] = {
    "join": ["join", "MAP", "other-map.json", "-o", "joined.json"],
    "resolve": ["resolve", "MAP"],
    "open": ["open", "MAP"],
    "start": [],
    "bad use": ["show"],
    "no command": ["shwo", "x"],
    "no option": ["--nonsense"],
    "no map": ["show", "none.json"],
    "found nothing": ["find", "MAP", "unicorn"],
    "install": ["git", "install"],
    "uninstall": ["git", "uninstall"],
    "merge driver": ["git", "merge-driver", "a.json", "b.json", "c.json", "7", "debate.json"],
}
"""What prints words at most."""


@pytest.fixture
def folder(run: Run, map_file: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A repository with maps in it, as the current folder."""
    isolate(monkeypatch, tmp_path / "home")
    data = map_file.read_bytes()
    work = Work(tmp_path / "work")
    work.commit(data)
    monkeypatch.chdir(work.top)
    changed = data.replace(b"Nobody looks", b"Hardly anybody looks")
    others = {
        "changed.json": changed,
        "loose.json": data + b"\n",
        "other-map.json": data.replace(b"map0000001", b"map0000002"),
        "text.json": b"[1]\n",
        "other.txt": b"[2]\n",
        **dict.fromkeys(("a.json", "b.json", "c.json"), data),
    }
    for name, content in others.items():
        (work.top / name).write_bytes(content)
    # There is a copy of the map to be listed.
    assert run("add", work.file, "An earlier claim.").exit_code == Status.DONE
    return work.top


@pytest.fixture
def execute(forked: ForkServer) -> Execute:
    """Runs the program with streams that may be closed or lead to a file."""

    def run(arguments: list[str], out: str = "", err: str = "", fed: str = "") -> Outcome:
        given = fed or ("loose.json" if Path("loose.json").exists() else os.devnull)
        return forked.run(*arguments, streams=(given, out, err), environment=os.environ)

    return run


def filled(arguments: list[str]) -> list[str]:
    return [{"MAP": "debate.json"}.get(argument, argument) for argument in arguments]


@needs_git
@needs_full
@pytest.mark.parametrize("command", share([*PRINTING], 1, 2))
def test_output_that_is_lost_is_a_sentence(folder: Path, command: str, execute: Execute) -> None:
    arguments = filled(PRINTING[command])
    for out, reason in ((FULL, b"no space left"), (CLOSED, b"it is closed")):
        done = execute(arguments, out)
        assert done.status == Status.BAD, done.stderr
        said = done.stderr.splitlines()[-1]
        assert said.startswith(b"debatemap: standard output cannot be written to: " + reason)
        assert b"Traceback" not in done.stderr
        assert b"Exception ignored" not in done.stderr
        for name in ("other.json", "loose.json"):
            (folder / name).unlink(missing_ok=True)
        (folder / "loose.json").write_bytes((folder / "c.json").read_bytes() + b"\n")
    assert execute(arguments, CLOSED, CLOSED, CLOSED).status == Status.BAD


@needs_full
@pytest.mark.parametrize("command", HELP)
def test_help_that_is_lost_is_a_sentence(command: str, execute: Execute) -> None:
    done = execute(HELP[command], FULL)
    assert done.status == Status.BAD
    assert done.stderr.startswith(b"debatemap: standard output cannot be written to: no space")
    assert done.stderr.count(b"\n") == 1


@needs_git
@needs_full
@pytest.mark.parametrize("command", share([*PRINTING, *SILENT], 0, 2))
def test_words_that_are_lost_change_no_status(folder: Path, command: str, execute: Execute) -> None:
    arguments = filled({**PRINTING, **SILENT}[command])
    whole = execute(arguments)
    for err in (CLOSED, FULL):
        for name in ("other.json", "joined.json"):
            (folder / name).unlink(missing_ok=True)
        (folder / "loose.json").write_bytes((folder / "c.json").read_bytes() + b"\n")
        done = execute(arguments, err=err)
        assert done.status == whole.status
        assert done.stderr == b""
        if command not in ("new", "add", "history"):
            assert done.stdout == whole.stdout


@needs_git
@needs_full
@pytest.mark.parametrize("command", SILENT)
def test_output_that_nothing_is_printed_to_may_be_lost(
    folder: Path, command: str, execute: Execute
) -> None:
    arguments = filled(SILENT[command])
    whole = execute(arguments)
    assert whole.stdout == b""
    for out in (FULL, CLOSED):
        (folder / "joined.json").unlink(missing_ok=True)
        if command in ("install", "uninstall"):
            execute(["git", "uninstall" if command == "install" else "install"])
        done = execute(arguments, out)
        assert b"standard output" not in done.stderr
        assert b"Traceback" not in done.stderr
        assert done.status == whole.status


@needs_git
@pytest.mark.parametrize("command", share([*PRINTING], 0, 2))
def test_a_reader_that_goes_away_ends_any_command(
    folder: Path, command: str, execute: Execute
) -> None:
    assert (folder / "loose.json").exists()
    done = execute(filled(PRINTING[command]), UNREAD)
    assert done.status == Status.PIPE_CLOSED
    assert b"standard output" not in done.stderr
    assert b"Traceback" not in done.stderr


@needs_full
@pytest.mark.parametrize(
    ("command", "redirected", "streams"),
    [
        (["show", "MAP"], ">/dev/full", (FULL, "")),
        (["--help"], ">&-", (CLOSED, "")),
        (["show"], "2>&-", ("", CLOSED)),
        (["find", "MAP", "unicorn"], "2>/dev/full", ("", FULL)),
        (["fmt", "-"], ">&- 2>&- <&-", (CLOSED, CLOSED, CLOSED)),
        (["stats", "MAP"], "", ("", "")),
    ],
)
def test_a_run_that_is_forked_ends_as_one_that_a_shell_starts(
    map_file: Path, command: list[str], redirected: str, streams: tuple[str, ...], execute: Execute
) -> None:
    arguments = [{"MAP": str(map_file)}.get(argument, argument) for argument in command]
    words = shlex.join([*PROGRAM, *arguments])
    whole = subprocess.run(
        ["/bin/sh", "-c", f"{words} {redirected}"], stdin=subprocess.DEVNULL, capture_output=True,
        check=False, timeout=150,
    )  # fmt: skip
    done = execute(arguments, *streams)
    assert done.status == whole.returncode
    assert (done.stdout, done.stderr) == (whole.stdout, whole.stderr)


def test_no_file_gets_the_number_of_a_closed_stream(map_file: Path) -> None:
    script = (
        "import os, sys; from debatemap.cli.lost_output import guard_streams; guard_streams(); "
        "handle = os.open(sys.argv[1], os.O_RDONLY); os._exit(handle > 2)"
    )
    words = shlex.join([sys.executable, "-c", script, str(map_file)])
    done = subprocess.run(["/bin/sh", "-c", f"{words} <&- >&- 2>&-"], check=False, timeout=150)
    assert done.returncode == 1


def test_a_pipe_that_does_not_wait_gets_all_of_it(execute: Execute) -> None:
    expected = execute(["schema"]).stdout
    reading, writing = os.pipe()
    os.set_blocking(writing, False)
    # There is room for less than the whole.
    filler = b"x" * 4096
    count = 0
    try:
        while True:
            count += os.write(writing, filler)
    except BlockingIOError:
        pass
    started = subprocess.Popen([*PROGRAM, "schema"], stdout=writing, stderr=subprocess.PIPE)
    os.close(writing)
    with os.fdopen(reading, "rb") as pipe:
        printed = pipe.read()
    _, said = started.communicate(timeout=150)
    assert (started.returncode, said) == (Status.DONE, b"")
    assert printed[count:] == expected

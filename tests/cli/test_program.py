"""The installed program, run as a user runs it."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from debatemap.cli.application import spell_out
from debatemap.cli.exit_status import Status
from debatemap.store.locations import is_there, samples, typed_path
from tests.cli.conftest import Run

PROGRAM = [sys.executable, "-m", "debatemap"]
COMMANDS = [
    *(
        "open",
        "new",
        "show",
        "add",
        "set",
        "rate",
        "find",
        "similar",
        "diff",
        "log",
        "history",
        "merge",
        "join",
        "split",
    ),
    "check",
    *(
        "judge",
        "compare",
        "why",
        "crux",
        "people",
        "replay",
        "tasks",
        "whatif",
        "stats",
        "export",
        "import",
        "convert",
        "formats",
        "fmt",
        "resolve",
        "keys",
        "schema",
        "paths",
    ),
    "git",
    "source",
]


def execute(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*PROGRAM, *arguments],
        capture_output=True,
        text=True,
        check=False,
        stdin=subprocess.DEVNULL,
        timeout=150,
    )


def loaded_by(*arguments: str) -> set[str]:
    """Returns the packages that a run of the program loads."""
    script = (
        "import sys\nfrom debatemap.cli import main\n"
        f"try:\n    main({list(arguments)!r})\n"
        "except SystemExit:\n    pass\n"
        "print('\\0' + ' '.join({name.partition('.')[0] for name in sys.modules}))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True, timeout=150
    )
    return set(done.stdout.rpartition("\0")[2].split())


HEAVY = {"textual", "rich", "networkx", "orjson", "rapidfuzz", "snowballstemmer"}


def test_help_is_light() -> None:
    assert not loaded_by("--help") & {*HEAVY, "pydantic"}


@pytest.mark.parametrize("arguments", [["show", "--help"], ["--version"]])
def test_the_rest_of_the_help_loads_what_typer_loads(arguments: list[str]) -> None:
    assert not loaded_by(*arguments) & HEAVY  # Some versions of typer use pydantic themselves.


@pytest.mark.parametrize("command", ["show", "stats", "check", "export", "import", "fmt"])
def test_commands_load_no_screen(command: str) -> None:
    assert not loaded_by(command, str(samples()[0])) & {"textual", "rich"}


def test_commands_that_need_no_graph_load_no_networkx() -> None:
    sample = str(samples()[0])
    for line in (
        ["show", sample],
        ["find", sample, "risk"],
        ["stats", sample],
        ["check", sample],
        ["judge", sample],
        ["diff", sample, sample],
        ["git", "textconv", sample],
    ):
        assert "networkx" not in loaded_by(*line), line


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_with_an_example(run: Run, command: str) -> None:
    printed = run(command, "--help").stdout
    assert f"    debatemap {command}" in printed or f"| debatemap {command}" in printed


def test_help_names_every_command(run: Run) -> None:
    lines = run("--help").stdout.split("Commands:")[1].splitlines()
    assert [line.split()[0] for line in lines if line] == COMMANDS
    assert not [line for line in lines if line.endswith("...")]


@pytest.mark.parametrize("arguments", [[], ["open"], ["open", "--read-only"], ["bare"]])
def test_without_a_terminal_a_sentence_names_show(map_file: Path, arguments: list[str]) -> None:
    given = [map_file] if arguments == ["bare"] else [*arguments, map_file][: 3 * len(arguments)]
    done = execute(*given)
    assert (done.returncode, done.stdout) == (Status.BAD, "")
    assert done.stderr.startswith("debatemap: the screen needs a terminal; `debatemap show ")
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["none.json"], "none.json: there is no such file. `debatemap new none.json` makes one."),
        (["open", "none.json"], "none.json: there is no such file"),
        (["show", "."], "expected a file, found a folder"),
        (["shwo", "x.json"], "Did you mean 'show'?"),
        (["show"], "Missing argument 'MAP'"),
        (["show", "x.json", "--depth", "-1"], "--depth"),
        (["show", "x.json", "--nonsense"], "--nonsense"),
        (["set", "x.json", "a", "note", "-5"], "If it is meant as words, put it last, behind --"),
        (["rate", "x.json", "a", "much"], "'much' is no number."),
    ],
)
def test_bad_use_is_explained(arguments: list[str], said: str) -> None:
    done = execute(*arguments)
    assert (done.returncode, done.stdout) == (Status.BAD, "")
    assert said in done.stderr
    assert "Traceback" not in done.stderr


def test_a_word_that_is_no_command_is_a_map() -> None:
    assert spell_out(["debate.json"]) == ["open", "debate.json"]
    assert spell_out(["keys.json"]) == ["open", "keys.json"]
    assert spell_out(["shwo"]) == ["shwo"]
    assert spell_out([]) == []
    assert spell_out(["--", "-x.json"]) == ["open", "--", "-x.json"]
    assert spell_out(["--limit", "size=1GB", "--", "show"])[2:] == ["open", "--", "show"]
    assert spell_out(["--"]) == ["--"]


def test_a_pipe_has_no_colour() -> None:
    for arguments in (["--help"], ["show", samples()[0]], ["shwo"]):
        done = execute(*arguments)
        assert "\x1b" not in done.stdout + done.stderr


@pytest.mark.parametrize("option", [[], ["--json"]])
def test_a_reader_that_goes_away_is_no_error(option: list[str]) -> None:
    command = [*PROGRAM, "show", str(samples()[1]), *option]
    reading, writing = os.pipe()
    os.close(reading)
    try:
        done = subprocess.run(
            command, stdout=writing, stderr=subprocess.PIPE, text=True, check=False, timeout=150
        )
    finally:
        os.close(writing)
    assert (done.returncode, done.stderr) == (Status.PIPE_CLOSED, "")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no full device to write to")
@pytest.mark.parametrize("option", [[], ["--json"]])
def test_a_full_disk_is_a_sentence(option: list[str]) -> None:
    command = [*PROGRAM, "show", str(samples()[0]), *option]
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            command, stdout=full, stderr=subprocess.PIPE, text=True, check=False, timeout=150
        )
    refused = "debatemap: standard output cannot be written to: no space left on device\n"
    assert (done.returncode, done.stderr) == (Status.BAD, refused)


def test_an_interrupt_ends_without_a_traceback(map_file: Path) -> None:
    process = subprocess.Popen(
        [*PROGRAM, "add", str(map_file), "-"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        # What runs in the background of a shell begins with interrupts ignored.
        preexec_fn=_heed_interrupts,  # noqa: PLW1509  (no thread of the tests holds a lock here)
    )
    with process:
        _wait_until_it_reads(process.pid)
        process.send_signal(signal.SIGINT)
        process.wait(timeout=150)
        assert process.stderr is not None
        assert (process.returncode, process.stderr.read()) == (Status.INTERRUPTED, "")


def _heed_interrupts() -> None:
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def _wait_until_it_reads(pid: int) -> None:
    """Waits until a process sleeps in a read of its standard input."""
    call = Path(f"/proc/{pid}/syscall")
    if not call.exists():
        pytest.skip("this system does not tell what a process waits for")
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline:
        if call.read_text().startswith("0 0x0 "):
            return
        time.sleep(0.02)
    pytest.fail("the program never read its standard input")


def test_another_encoding_is_no_error(map_file: Path) -> None:
    environment = {**os.environ, "PYTHONIOENCODING": "ascii"}
    done = subprocess.run(
        [*PROGRAM, "show", map_file], capture_output=True, env=environment, check=True, timeout=150
    )
    assert b'"given enough eyeballs"' in done.stdout


def test_an_interrupt_while_it_starts_leaves_no_traceback() -> None:
    # What the program imports first is interrupted, as by ctrl+c.
    code = (
        "import sys\n"
        "class Interrupts:\n"
        "    def find_spec(self, name, path=None, target=None):\n"
        "        if name == 'typer': raise KeyboardInterrupt\n"
        "sys.meta_path.insert(0, Interrupts())\n"
        "sys.argv = ['debatemap', '--help']\n"
        "from debatemap.cli import main\n"
        "main()\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=False, timeout=150
    )
    assert (done.returncode, done.stdout, done.stderr) == (Status.INTERRUPTED, "", "")


@pytest.mark.parametrize("typed", ["x" * 5_000, "~nobody/x", "a\x00b"])
def test_a_name_of_any_kind_is_no_crash(typed: str) -> None:
    assert not is_there(typed_path(typed))
    assert spell_out([typed])[-1] == typed

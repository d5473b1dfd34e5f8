"""Maps from standard input, pipes and devices: read where a map is only read, refused elsewhere."""

import os
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Protocol

import pytest

from debatemap import save
from debatemap.cli.exit_status import Status
from tests.cli.conftest import Run, small
from tests.extent import share
from tests.fork_server import ForkServer, Outcome
from tests.strategies import sketch

PROGRAM = [sys.executable, "-m", "debatemap"]
READING: dict[str, list[str]] = {
    "show": ["show", "MAP"],
    "show in part": ["show", "MAP", "--claim", "eyes", "--json"],
    "find": ["find", "MAP", "compute"],
    "diff from": ["diff", "MAP", "FILE"],
    "diff to": ["diff", "FILE", "MAP"],
    "judge": ["judge", "MAP"],
    "why": ["why", "MAP", "thesis01"],
    "crux": ["crux", "MAP"],
    "tasks": ["tasks", "MAP"],
    "whatif": ["whatif", "MAP", "--assume", "eyes=0"],
    "whatif list": ["whatif", "MAP", "--list"],
    "stats": ["stats", "MAP"],
    "check": ["check", "MAP", "--json"],
    "merge base": ["merge", "MAP", "FILE", "FILE"],
    "merge ours": ["merge", "MAP", "FILE"],
    "merge theirs": ["merge", "FILE", "MAP", "-o", "OUT"],
    "join": ["join", "OTHER", "MAP", "-o", "OUT"],
    "fmt check": ["fmt", "--check", "MAP"],
}
WRITING: dict[str, list[str]] = {
    "add": ["add", "MAP", "A claim."],
    "open": ["open", "MAP"],
    "bare": ["MAP"],
    "new": ["new", "MAP"],
    "history": ["history", "MAP"],
    "log": ["log", "MAP"],
    "resolve": ["resolve", "MAP"],
    "join": ["join", "MAP", "FILE"],
    "keep": ["whatif", "MAP", "--assume", "eyes=0", "--keep", "x"],
    "join out": ["join", "FILE", "FILE", "-o", "-"],
    "resolve out": ["resolve", "FILE", "-o", "-"],
}


class Execute(Protocol):
    """Runs the program with a file, or bytes through a pipe, as its standard input."""

    def __call__(
        self,
        arguments: list[str],
        stdin: str | Path | bytes = os.devnull,
        more: tuple[bytes, ...] = (),
    ) -> Outcome: ...


@pytest.fixture
def execute(forked: ForkServer) -> Execute:
    def run(
        arguments: list[str],
        stdin: str | Path | bytes = os.devnull,
        more: tuple[bytes, ...] = (),
    ) -> Outcome:
        return forked.run(*arguments, streams=(stdin, "", "", *more), environment=os.environ)

    return run


def filled(arguments: list[str], path: str | Path, map_file: Path) -> list[str]:
    """Returns arguments with the names of files in the place of words."""
    words = {"MAP": str(path), "FILE": str(map_file), "OUT": str(map_file.with_name("out.json"))}
    if "OTHER" in arguments:
        other = map_file.with_name("other.json")
        save(sketch("S", p="Q + S"), other)
        words["OTHER"] = str(other)
    return [words.get(argument, argument) for argument in arguments]


@contextmanager
def fed(path: Path, data: bytes) -> Iterator[None]:
    """Writes data into a pipe with a name for as long as somebody reads it."""

    def write() -> None:
        with suppress(BrokenPipeError):
            path.write_bytes(data)

    os.mkfifo(path)
    writer = threading.Thread(target=write, daemon=True)
    writer.start()
    yield
    # What nobody reads is let go of.
    os.close(os.open(path, os.O_RDONLY | os.O_NONBLOCK))
    writer.join(timeout=150)
    path.unlink()


def through_fifo(execute: Execute, arguments: list[str], map_file: Path) -> Outcome:
    path = map_file.with_name("pipe")
    with fed(path, map_file.read_bytes()):
        return execute(filled(arguments, path, map_file))


def through_shell(execute: Execute, arguments: list[str], map_file: Path) -> Outcome:
    """Gives the map as `<(…)` does: a pipe among the program's own open files."""
    return execute(filled(arguments, "/dev/fd/3", map_file), more=(map_file.read_bytes(),))


def through_stdin(execute: Execute, arguments: list[str], map_file: Path) -> Outcome:
    return execute(filled(arguments, "-", map_file), map_file.read_bytes())


def through_device(execute: Execute, arguments: list[str], map_file: Path) -> Outcome:
    return execute(filled(arguments, "/dev/stdin", map_file), map_file.read_bytes())


def from_a_file_as_stdin(execute: Execute, arguments: list[str], map_file: Path) -> Outcome:
    return execute(filled(arguments, "-", map_file), map_file)


@pytest.fixture(scope="module")
def of_a_file(forked: ForkServer) -> Callable[[str], tuple[Outcome, bytes | None]]:
    """What a command says and saves where the same map comes from a file."""

    @cache
    def run(command: str) -> tuple[Outcome, bytes | None]:
        with TemporaryDirectory() as folder:
            path, out = Path(folder, "debate.json"), Path(folder, "out.json")
            save(small(), path)
            expected = forked.run(*filled(READING[command], path, path))
            return expected, out.read_bytes() if out.exists() else None

    return run


Way = Callable[[Execute, list[str], Path], Outcome]


@pytest.mark.parametrize(
    "way",
    [through_stdin, through_device, through_fifo, through_shell, from_a_file_as_stdin],
    ids=lambda way: way.__name__,
)
@pytest.mark.parametrize("command", share([*READING], 0))
def test_a_map_that_is_only_read_may_come_from_anywhere(
    map_file: Path,
    command: str,
    way: Way,
    execute: Execute,
    of_a_file: Callable[[str], tuple[Outcome, bytes | None]],
) -> None:
    out, arguments = map_file.with_name("out.json"), READING[command]
    expected, saved = of_a_file(command)
    done = way(execute, arguments, map_file)
    if command == "check":
        assert done.stdout.count(b'"code"') == expected.stdout.count(b'"code"')
    elif command != "join":
        assert done.stdout == expected.stdout
    assert done.status == expected.status
    assert done.status in (Status.DONE, Status.FOUND)
    if saved is not None and command != "join":
        assert out.read_bytes() == saved


@pytest.mark.parametrize("command", ["show", "diff to", "fmt check"])
def test_the_program_as_it_is_started_reads_what_is_sent_to_it(
    run: Run, map_file: Path, command: str
) -> None:
    expected = run(*filled(READING[command], map_file, map_file))
    done = subprocess.run(
        [*PROGRAM, *filled(READING[command], "-", map_file)],
        input=map_file.read_bytes(), capture_output=True, check=False, timeout=150,
    )  # fmt: skip
    assert (done.returncode, done.stdout) == (expected.exit_code, expected.stdout_bytes)


@pytest.mark.parametrize("command", WRITING)
def test_what_is_written_back_comes_from_a_file(run: Run, map_file: Path, command: str) -> None:
    before = map_file.read_bytes()
    result = run(*filled(WRITING[command], "-", map_file), stdin=before)
    assert (result.exit_code, result.stdout) == (Status.BAD, "")
    assert result.stderr.count("\n") == 1
    assert "standard" in result.stderr
    assert map_file.read_bytes() == before


@pytest.mark.parametrize("command", [each for each in WRITING if "out" not in each])
def test_a_pipe_is_not_written_back_to(map_file: Path, command: str, execute: Execute) -> None:
    done = through_fifo(execute, WRITING[command], map_file)
    assert (done.status, done.stdout) == (Status.BAD, b"")
    assert done.stderr.count(b"\n") == 1
    assert b"Traceback" not in done.stderr


def test_what_is_safe_to_mend_is_not_mended_in_a_pipe(map_file: Path, execute: Execute) -> None:
    map_file.write_bytes(map_file.read_bytes().replace(b"Armies", b"Armies\\u0007"))
    done = execute(["check", "--fix", "-"], map_file.read_bytes())
    assert done.status == Status.FOUND
    assert b"standard input: nothing was mended: what comes through a pipe" in done.stderr
    assert done.stdout.startswith(b"standard input: claims.armies01.text: DM301 ")


@pytest.mark.parametrize("path", ["-", "/dev/stdin"])
def test_fmt_prints_what_comes_through_a_pipe(run: Run, map_file: Path, path: str) -> None:
    canonical = map_file.read_bytes()
    result = run("fmt", path, stdin=b"\n" + canonical.replace(b"  ", b" "))
    assert (result.exit_code, result.stdout_bytes) == (Status.DONE, canonical)
    for more in ([map_file], ["--json"]):
        result = run("fmt", path, *more, stdin=canonical)
        assert (result.exit_code, result.stdout) == (Status.BAD, "")
    result = run("fmt", "--check", path, map_file, stdin=canonical + b"\n")
    assert (result.exit_code, result.stdout) == (Status.FOUND, "standard input\n")


@pytest.mark.parametrize("command", ["diff", "merge", "check", "fmt"])
@pytest.mark.parametrize("other", ["-", "/dev/stdin", "/dev/fd/0"])
def test_standard_input_stands_once(run: Run, map_file: Path, command: str, other: str) -> None:
    result = run(command, "-", other, stdin=map_file.read_bytes())
    assert (result.exit_code, result.stdout) == (Status.BAD, "")
    assert "standard input: it is named twice, and can be read once" in result.stderr


def test_a_pipe_stands_once(map_file: Path, execute: Execute) -> None:
    path = map_file.with_name("pipe")
    with fed(path, map_file.read_bytes()):
        done = execute(["diff", str(path), str(path)])
    assert done.status == Status.BAD
    assert b"pipe: it is named twice" in done.stderr


@pytest.mark.parametrize("path", ["/dev/zero", "-"])
def test_what_never_ends_is_cut_by_the_limit(path: str, execute: Execute) -> None:
    done = execute(["--limit", "size=2MB", "show", path], "/dev/zero")
    assert done.status == Status.BAD
    assert b"it goes on after 2.0 MB, and no more is read. If you trust it" in done.stderr
    assert b"--limit size=4MB" in done.stderr


def test_a_pipe_may_be_as_large_as_a_file_may(run: Run, map_file: Path) -> None:
    data = map_file.read_bytes()
    limit = ("--limit", f"size={len(data)}")
    assert run(*limit, "show", "-", stdin=data).exit_code == Status.DONE
    assert run(*limit, "show", "-", stdin=data + b"\n").exit_code == Status.BAD


def test_a_terminal_is_told_to_be_one() -> None:
    pty = pytest.importorskip("pty", reason="there are no pseudo-terminals here")
    leader, follower = pty.openpty()
    try:
        for path in ("-", "/dev/stdin", os.ttyname(follower)):
            done = subprocess.run(
                [*PROGRAM, "show", path], stdin=follower, capture_output=True, check=False,
                timeout=150,
            )  # fmt: skip
            assert done.returncode == Status.BAD
            assert b"it is a terminal, and no map comes from there" in done.stderr
    finally:
        os.close(leader)
        os.close(follower)


def test_a_pipe_that_does_not_wait_is_waited_for(map_file: Path) -> None:
    reading, writing = os.pipe()
    os.set_blocking(reading, False)
    started = subprocess.Popen(
        [*PROGRAM, "stats", "-"], stdin=reading, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    with started, os.fdopen(writing, "wb") as pipe:
        pipe.write(map_file.read_bytes())
        pipe.close()
        printed, said = started.communicate(timeout=150)
    os.close(reading)
    assert (started.returncode, said) == (Status.DONE, b"")
    assert printed.startswith(b"theses")


def test_a_closed_standard_input_is_a_sentence() -> None:
    done = subprocess.run(
        ["/bin/sh", "-c", '"$@" <&-', "sh", *PROGRAM, "show", "-"],
        capture_output=True, check=False, timeout=150,
    )  # fmt: skip
    assert done.returncode == Status.BAD
    assert done.stderr.startswith(b"debatemap: standard input: it ")
    assert done.stderr.count(b"\n") == 1


@pytest.mark.parametrize("data", [b"", b"\xff\xfe", b"[1]", b'{"format": "debatemap"}'])
def test_what_is_no_map_is_named(run: Run, data: bytes) -> None:
    for command in ("show", "stats", "judge", "check"):
        result = run(command, "-", stdin=data)
        assert result.exit_code == Status.BAD
        assert "standard input" in result.output
        assert "/dev/stdin" not in result.output


@pytest.mark.parametrize("arguments", [["show", ""], ["new", ""], ["merge", "", ""], ["fmt", ""]])
def test_a_name_that_is_empty_is_no_folder(run: Run, arguments: list[str]) -> None:
    result = run(*arguments)
    assert (result.exit_code, result.stdout) == (Status.BAD, "")
    assert "the name of the file is empty" in result.stderr


def test_a_file_that_is_called_a_dash(
    run: Run, map_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(map_file.parent)
    map_file.rename("-")
    assert run("add", "./-", "A claim.").exit_code == Status.DONE
    result = run("find", "./-", "A claim.")
    assert result.exit_code == Status.DONE, result.output

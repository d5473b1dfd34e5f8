"""How commands open the maps that they only read: a file, standard input, or a pipe."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from debatemap.cli.error_reporting import UseError
from debatemap.cli.output import say
from debatemap.core.text import shell_word

if TYPE_CHECKING:
    from debatemap.core.debate import Debate
    from debatemap.workspace.session import Session

__all__ = [
    "debate_in",
    "debates_in",
    "input_path",
    "open_input",
    "output_path",
    "refuse_stdin",
    "refuse_stdout",
    "standard_input",
]


def input_path(given: str) -> Path:
    """Returns the path of a map as the command line names it; - is standard input."""
    return _path(given, "/dev/stdin")


def output_path(given: str) -> Path:
    """Returns the path of what is to be written; - is standard output."""
    return _path(given, "/dev/stdout")


def _path(given: str, stream: str) -> Path:
    if not given:
        # It would be the current folder.
        raise typer.BadParameter("the name of the file is empty")
    return Path(stream if given == "-" else given)


def open_input(path: Path) -> "Session":
    """Returns a map that can be saved only if it came from a regular file.

    What a file of another program holds that a map does not is told on standard error.

    Raises:
        MapError: It cannot be read.
    """
    from debatemap.store.stream_input import input_name, is_stream, read_input  # noqa: PLC0415
    from debatemap.workspace.session import open_session  # noqa: PLC0415  (`--help` must stay light)

    content = read_input(path) if is_stream(path) else None
    session = open_session(path, content=content)
    if session.read is not None and session.read.losses:
        from debatemap.formats.loss import loss_lines  # noqa: PLC0415

        for line in loss_lines(session.read.losses):
            say(f"{input_name(path)}: {line}")
    return session


def debate_in(path: Path) -> "Debate":
    """Returns what a map says.

    Raises:
        MapError: It cannot be read.
    """
    return open_input(path).debate


def debates_in(*paths: Path) -> "list[Debate]":
    """Returns what several versions of a map say.

    Raises:
        MapError: One cannot be read, or one pipe is named twice.
    """
    from debatemap.formats.native.known_claims import reading_versions  # noqa: PLC0415
    from debatemap.store.stream_input import refuse_twice  # noqa: PLC0415

    refuse_twice(paths)
    with reading_versions():
        return [debate_in(path) for path in paths]


def opening(path: object) -> str:
    """Returns the command that opens a map on the screen."""
    word = shell_word(path)
    # A name without a point or a slash might be a command's.
    return f"debatemap {word}" if "." in word or "/" in word else f"debatemap ./{word}"


def refuse_missing(path: Path) -> None:
    """Raises a MapError where no file is there, with the command that makes one."""
    from debatemap.core.errors import MapError  # noqa: PLC0415
    from debatemap.store.atomic import stands_there  # noqa: PLC0415
    from debatemap.store.damaged import with_copies_named  # noqa: PLC0415

    if not stands_there(path):
        advice = f"`debatemap new {shell_word(path)}` makes one."
        error = MapError(path, "there is no such file", advice=advice)
        raise with_copies_named(error, path)


def refuse_stdin(path: Path, need: str) -> None:
    """Raises a UseError where standard input is named for a file.

    Args:
        path: What is named.
        need: Why it has to be a file.
    """
    from debatemap.store.stream_input import is_stdin  # noqa: PLC0415

    if is_stdin(path):
        raise UseError(f"- is standard input, and {need}; a file that is called - is ./-")


def refuse_stdout(output: Path | None) -> None:
    """Raises a UseError where standard output is named for a file."""
    if output == output_path("-"):
        raise UseError("- is standard output, and the map is saved in a file; name one")


def standard_input(otherwise: str) -> str:
    """Returns what stands in standard input.

    Args:
        otherwise: What to say has not happened where it is no text.

    Raises:
        UseError: It is no text.
    """
    try:
        return sys.stdin.buffer.read().decode()
    except UnicodeDecodeError as error:
        raise UseError(f"standard input is no text in UTF-8; {otherwise}") from error

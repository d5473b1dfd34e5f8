"""`debatemap convert`: a file of one format as a file of another."""

from pathlib import Path
from typing import Annotated

import typer

from debatemap.cli.exit_status import Status
from debatemap.cli.foreign_files import put_written, say_losses
from debatemap.cli.inputs import input_path, output_path
from debatemap.cli.output import say
from debatemap.cli.shared_options import ExportFormat, ImportFormat, Strict

__all__ = ["convert"]


def convert(
    file: Annotated[
        Path,
        typer.Argument(
            metavar="IN",
            help="The file; - is standard input.",
            parser=input_path,
            show_default=False,
        ),
    ],
    output: Annotated[
        Path,
        typer.Argument(
            metavar="OUT",
            help="Write it there, and over no file; - is standard output.",
            parser=output_path,
            show_default=False,
        ),
    ],
    *,
    from_format: ImportFormat = "",
    to: ExportFormat = "",
    strict: Strict = False,
) -> Status:
    """Turn a file of one format into a file of another.

    Both formats are known by their content and their names, or named. What either lacks is told on
    standard error; with --strict nothing is written then, and the exit status is 1.

    Examples:
      debatemap convert talk.argdown talk.html
      debatemap convert - - --to aif < talk.json
    """
    from debatemap.exporting.export import export  # noqa: PLC0415  (`--help` must stay light)
    from debatemap.formats.registry import format_for_writing  # noqa: PLC0415
    from debatemap.workspace.foreign_file import read_foreign  # noqa: PLC0415

    chosen = format_for_writing(to, output)
    foreign = read_foreign(file, from_format)
    report = foreign.report
    for line in report.lines():
        say(line)
    written = export(foreign.read.debate, chosen)
    say_losses(foreign.read.debate, written.losses)
    if strict and not (report.is_whole and not written.losses):
        say("Nothing was written, as --strict refuses loss.")
        return Status.FOUND
    put_written(chosen, written, output)
    return Status.DONE

"""`debatemap import`: a map from a file of another format."""

from pathlib import Path
from typing import Annotated

import typer

from debatemap.cli.inputs import input_path, output_path
from debatemap.cli.output import put_file, put_new_file, say

__all__ = ["import_map"]


def import_map(
    file: Annotated[
        Path,
        typer.Argument(metavar="FILE", help="The file.", parser=input_path, show_default=False),
    ],
    *,
    from_format: Annotated[
        str,
        typer.Option("--from", metavar="FORMAT", help="Its format; as it looks without it."),
    ] = "",
    output: Annotated[
        Path | None,
        typer.Option(
            "-o",
            "--output",
            metavar="MAP",
            help="Write the map there, and over no file.",
            parser=output_path,
            show_default=False,
        ),
    ] = None,
) -> None:
    """Make a map of a file of another format, such as GraphML.

    What of the file the map does not hold is told on standard error.

    Examples:
      debatemap import graph.graphml -o debate.json
    """
    from debatemap.formats.loss import loss_lines  # noqa: PLC0415  (`--help` must stay light)
    from debatemap.formats.native.codec import dump  # noqa: PLC0415
    from debatemap.formats.registry import format_for_saving, read_map  # noqa: PLC0415
    from debatemap.store.stream_input import input_name, read_input  # noqa: PLC0415

    output = None if output == output_path("-") else output
    read = read_map(read_input(file), input_name(file), from_format)
    if output is None:
        put_file(dump(read.debate), None, expected=None)
    else:
        put_new_file(format_for_saving(output).writer(read.debate)(), output)
    for line in loss_lines(read.losses):
        say(line)

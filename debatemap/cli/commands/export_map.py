"""`debatemap export`: a map in another format."""

from pathlib import Path
from typing import Annotated

import typer

from debatemap.cli.inputs import open_input, output_path
from debatemap.cli.options import MapFile
from debatemap.cli.output import put_export, put_new_file, say

__all__ = ["export_map"]


def export_map(
    map_file: MapFile,
    *,
    to: Annotated[
        str,
        typer.Option("--to", metavar="FORMAT", help="The format; by OUT's ending without it."),
    ] = "",
    output: Annotated[
        Path | None,
        typer.Option(
            "-o",
            "--output",
            metavar="OUT",
            help="Write it there, and over no file.",
            parser=output_path,
            show_default=False,
        ),
    ] = None,
) -> None:
    """Write a map in another format, such as GraphML or CSV.

    What the format has no place for is told on standard error.

    Examples:
      debatemap export debate.json -o debate.graphml
      debatemap export debate.json --to csv > claims.csv
    """
    from debatemap.formats.format import loss_lines  # noqa: PLC0415  (`--help` must stay light)
    from debatemap.formats.registry import format_for_writing  # noqa: PLC0415

    output = None if output == output_path("-") else output
    chosen = format_for_writing(to, output)
    written = chosen.write(open_input(map_file).debate)
    if output is None:
        put_export(written.data)
    else:
        put_new_file(written.data, output)
    for line in loss_lines(written.losses):
        say(line)

"""`debatemap export`: a map in another format."""

from pathlib import Path
from typing import Annotated

import typer

from debatemap.cli.exit_status import Status
from debatemap.cli.filtered import claims_matching
from debatemap.cli.inputs import open_input, output_path
from debatemap.cli.options import MapFile
from debatemap.cli.output import put_export, put_new_file, say
from debatemap.core.text import safe_line

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
    query: Annotated[
        str,
        typer.Option(
            "--filter",
            metavar="QUERY",
            help="Only the claims that match, with the steps between them; as `find` takes it.",
            show_default=False,
        ),
    ] = "",
) -> Status:
    """Write a map in another format, such as GraphML or CSV.

    What the format has no place for is told on standard error. With a filter that finds nothing,
    nothing is written, and the exit status is 1.

    Examples:
      debatemap export debate.json -o debate.graphml
      debatemap export debate.json --to csv > claims.csv
      debatemap export debate.json --filter "con no:source" -o open-cons.csv
    """
    from debatemap.core.part_of_debate import part_of  # noqa: PLC0415  (`--help` must stay light)
    from debatemap.formats.loss import loss_lines  # noqa: PLC0415
    from debatemap.formats.registry import format_for_writing  # noqa: PLC0415

    output = None if output == output_path("-") else output
    chosen = format_for_writing(to, output)
    debate = open_input(map_file).debate
    if query.strip():
        debate = part_of(debate, claims_matching(debate, query))
        if not debate.claims:
            say(f"No claim matches: {safe_line(query)}")
            return Status.FOUND
    written = chosen.write(debate)
    if output is None:
        put_export(written.data)
    else:
        put_new_file(written.data, output)
    for line in loss_lines(written.losses):
        say(line)
    return Status.DONE
